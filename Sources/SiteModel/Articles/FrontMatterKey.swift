import Diagnostics
import YAML

/// A key that the front matter of every kind may have: declared here and nowhere else. From it are made how front matter is
/// read, what editors complete, what `limber new` drafts and the table in `docs/writing.md`; for a key that is a field of every
/// kind also what templates get, what `limber diff` tells and where its pictures and links lead.
package struct FrontMatterKey: Sendable {
  package let name: String
  /// One sentence, as Markdown.
  package let description: String
  /// What else the documentation says of it.
  let more: String
  /// Whether a translation has it, too: it holds words, or is about this file alone.
  package let isOfTranslations: Bool
  package let use: Use

  package enum Use: Sendable {
    /// A field of every kind, beside those that the kind declares.
    case field(Field)
    /// Something that Limber acts upon.
    case setting(Setting)
  }

  package struct Setting: Sendable {
    package let isRequired: Bool
    /// What an editor's program checks the value against.
    package let schema: @Sendable (Names) -> Schema
    /// A value, as YAML, for a draft to show in a comment; nil for keys that no draft goes without.
    package let example: (@Sendable (Names) -> String)?
    /// The ids that the value may name.
    package let ids: (@Sendable (Names) -> [String])?
    /// Takes the value into the article.
    let take: @Sendable (KeyedNode, inout ArticleReading) -> Void
  }

  /// What a value may name, or shows as an example.
  package struct Names: Sendable {
    package var redFlags: [String]
    package var today: CalendarDate
    /// The article's id, and what the addresses of its kind begin with, such as `/causes/`.
    package var id: String
    package var path: String

    package init(redFlags: [String], today: CalendarDate, id: String, path: String) {
      self.redFlags = redFlags
      self.today = today
      self.id = id
      self.path = path
    }
  }

  /// Whether it is of no use in a kind that needs no clinical review.
  package var isClinical: Bool { [Self.review.name, Self.redFlags.name].contains(name) }

  package var isRequired: Bool {
    switch use {
    case .field(let field): field.isRequired
    case .setting(let setting): setting.isRequired
    }
  }

  private init(
    _ name: String, _ description: String, more: String = "", isRequired: Bool = false,
    isOfTranslations: Bool = false, ids: (@Sendable (Names) -> [String])? = nil,
    example: (@Sendable (Names) -> String)? = nil,
    schema: @escaping @Sendable (Names) -> Schema,
    take: @escaping @Sendable (KeyedNode, inout ArticleReading) -> Void
  ) {
    self.name = name
    self.description = description
    self.more = more
    self.isOfTranslations = isOfTranslations
    use = .setting(
      Setting(isRequired: isRequired, schema: schema, example: example, ids: ids, take: take))
  }

  /// A key that is a field of every kind.
  private init(
    _ name: String, _ type: some FieldType, isList: Bool = false, _ description: String, more: String = ""
  ) {
    self.name = name
    self.description = description
    self.more = more
    isOfTranslations = type.holdsWords
    use = .field(Field(name: name, type: type, isList: isList, description: description))
  }
}

extension FrontMatterKey {
  static let title = Self(
    "title", "The title of the page, at most 200 characters.", isRequired: true, isOfTranslations: true,
    schema: { _ in .line },
    take: {
      $1.article.title = $0.line(limit: 200, into: &$1.diagnostics)
      $1.article.titlePosition = $0.node.position
    })

  static let summary = Self(
    "summary", "One or two plain sentences, at most 200 characters, for lists and search engines.",
    isRequired: true, isOfTranslations: true, schema: { _ in .line },
    take: { $1.article.summary = $0.line(limit: 200, into: &$1.diagnostics) })

  static let alsoKnownAs = Self(
    "also-known-as", "Other names for it. Other articles that mention them link here.",
    more: "A list: `[\(documentedNames.joined(separator: ", "))]`.",
    isOfTranslations: true, example: { "[\"\(sampleName(of: $0.id))\"]" },
    schema: { _ in .array(of: .words) },
    take: { $1.article.synonyms = $0.texts(of: "texts", example: "[runner's hip]", into: &$1) })

  /// What the documentation shows as an example.
  static let documentedNames = ["runner's hip", "hip bursitis"]

  /// What a draft shows as an example.
  static func sampleName(of id: String) -> String { "\(sampleNameStart)\(id)" }
  static let sampleNameStart: StaticString = "another name for "

  package static let redirectFrom = Self(
    "redirect-from", "Old addresses that redirect here.",
    more:
      "A list: `[/old-page/, /old.html, \"/blog/?p=12\"]`; an address with a `?` works only on hosts that support it in `_redirects`.",
    isOfTranslations: true, example: { "[/old\($0.path)\($0.id)/]" },
    schema: { _ in .array(of: ["type": "string", "pattern": "^/[^ #]+$"]) },
    take: { $1.article.redirects = $0.texts(of: "old addresses", example: "[/old-page/]", into: &$1) })

  static let draft = Self(
    "draft", "`true`: the article is not published.", isOfTranslations: true, schema: { _ in .flag },
    take: {
      $1.isDraft = $0.node.asBool($0.name, into: &$1.diagnostics) ?? false
    })

  static let publishOn = Self(
    "publish-on", "Published from that day on.", more: "Takes effect with the next build.",
    example: { $0.today.text }, schema: { _ in .date },
    take: { $1.publishOn = $0.date(into: &$1) })

  static let expiresOn = Self(
    "expires-on", "Not published from that day on.", more: "Takes effect with the next build.",
    example: { (CalendarDate(year: $0.today.year + 1, month: 1, day: 1) ?? $0.today).text },
    schema: { _ in .date },
    take: { key, reading in
      reading.expiresOn = key.date(into: &reading).map { ($0, key.node.position) }
    })

  static let updated = Self(
    "updated", "The date of the last change that matters to readers.", example: { $0.today.text },
    schema: { _ in .date },
    take: { $1.article.updated = $0.date(into: &$1) })

  /// Where a front matter says that its article changed; `value` gives what it has at a key.
  static func daysOfChanges(_ value: (Self) -> YAML.Node?) -> [YAML.Node] {
    [value(.updated)].compactMap { $0 }
      + (value(.changes)?.elements.compactMap { $0.value(for: "date") } ?? [])
  }

  static let order = Self(
    "order", "The position in lists: lower numbers come first.",
    more: "A whole number. Articles without one come after, sorted by title.", example: { _ in "1" },
    schema: { _ in .wholeNumber },
    take: { $1.article.order = $0.node.asInteger($0.name, into: &$1.diagnostics) })

  package static let review = Self(
    "review", "Who wrote the article, who approved it, and when the next review is due.",
    more: "See [below](#clinical-review).", isOfTranslations: true, schema: { _ in Review.schema },
    take: { key, reading in
      if let review = Review.read(
        key.node, today: reading.today, months: reading.months, into: &reading.diagnostics)
      {
        reading.article.review = review
      }
    })

  static let autoLink = Self(
    "auto-link", "`false`: no automatic links in this article; a list: no links for these terms.",
    more: "`always`: other articles link to this one by its names, no matter how common those are.",
    isOfTranslations: true,
    example: { _ in "false" },
    schema: { _ in ["anyOf": [.flag, .choice(["always"]), .array(of: .words)]] },
    take: { key, reading in
      let node = key.node
      if node.kind == .sequence {
        reading.article.autoLink = .except(key.texts(of: "terms", example: "[hip pain]", into: &reading))
      } else if node.isPlain, node.matches("true") || node.matches("false") {
        reading.article.autoLink = node.matches("true") ? .on : .off
      } else if node.kind == .scalar, node.matches("always") {
        reading.article.autoLink = .always
      } else {
        node.reportWrongType(
          key.name, mustBe: "`true`, `false`, `always`, or a list of terms that must not become links",
          hint: node.kind == .scalar ? node.booleanHint : nil, into: &reading.diagnostics)
      }
    })

  package static let redFlags = Self(
    "red-flags", "Warning signs, shown first.", more: "Ids from `Content/red-flags.yaml`.",
    ids: { $0.redFlags }, example: { "[\($0.redFlags.first ?? "")]" },
    schema: { .array(of: .choice($0.redFlags)) },
    take: {
      $1.article.redFlags = $0.texts(of: "red-flag ids", example: "[rf-some-flag]", into: &$1)
      $1.article.saysRedFlags = true
    })

  static let writing = Self(
    "writing", "Which writing checks are on for this article.",
    more: "See [below](#plain-words): `{long-sentence: false}`.", isOfTranslations: true,
    example: { _ in "{long-sentence: false}" },
    schema: { _ in WritingSettings.checks.schema(SettingNames()) },
    take: { $1.writing = $0.node })

  static let changes = Self(
    "changes",
    GroupType([
      Field(name: "date", type: DateType(), isRequired: true, description: "The date of the change."),
      Field(name: "text", type: TextType(), isRequired: true, description: "What changed, in one sentence."),
    ]), isList: true, "What changed in the article and when, for readers who come back.",
    more: "A list: `[{date: 2026-11-28, text: A new exercise}]`.")

  /// In the order in which messages and schemas list them.
  package static let all = [
    title, summary, alsoKnownAs, redirectFrom, draft, publishOn, expiresOn, updated, order, review, autoLink,
    redFlags, writing, changes,
  ]

  package static let names = all.map(\.name)

  /// Those that are fields of every kind.
  package static let fields = all.compactMap { if case .field(let field) = $0.use { field } else { nil } }

  /// Those that Limber acts upon.
  package static let settings = all.compactMap { key in
    if case .setting(let setting) = key.use { (key, setting) } else { nil }
  }

  /// The same as reading needs them, without anything that threads would have to count.
  static let read = settings.map { (name: $0.name, isRequired: $1.isRequired, take: $1.take) }

  /// The table of `docs/writing.md`.
  package static var documentation: String {
    all.reduce(into: "| Key | Meaning |\n|---|---|\n") { table, key in
      let parts = [key.isRequired ? "**Required.**" : "", key.description, key.more]
      table += "| `\(key.name)` | \(parts.filter { !$0.isEmpty }.joined(separator: " ")) |\n"
    }
  }
}

extension Fields {
  subscript(key: FrontMatterKey) -> Node? { self[key.name] }
}

extension Review {
  package static let schema = Schema.object([
    ("status", .choice(Status.names)),
    ("author", .words), ("reviewer", .words), ("reviewed", .date), ("due", .date),
  ]).with([
    "if": ["properties": ["status": ["const": "approved"]], "required": ["status"]],
    "then": ["required": ["reviewer", "reviewed"]],
  ])
}
