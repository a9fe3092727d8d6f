import YAML

/// A key that the front matter of every kind may have. The keys that a kind knows, the schema, the drafts of `limber new` and
/// the table in `docs/writing.md` are made from `all`; `ArticleReader` asks for each by its declaration.
package struct FrontMatterKey: Sendable {
  package let name: String
  /// One sentence, as Markdown.
  package let description: String
  /// What else the documentation says of it.
  let more: String
  package let isRequired: Bool
  /// What an editor's program checks the value against.
  package let schema: @Sendable (Names) -> Schema
  /// A value, as YAML, for a draft to show in a comment; nil for keys that no draft goes without.
  package let example: (@Sendable (Names) -> String)?
  /// The ids that the value may name.
  package let ids: (@Sendable (Names) -> [String])?

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

  private init(
    _ name: String, _ description: String, more: String = "", isRequired: Bool = false,
    ids: (@Sendable (Names) -> [String])? = nil, example: (@Sendable (Names) -> String)? = nil,
    schema: @escaping @Sendable (Names) -> Schema
  ) {
    self.name = name
    self.description = description
    self.more = more
    self.isRequired = isRequired
    self.schema = schema
    self.example = example
    self.ids = ids
  }
}

extension FrontMatterKey {
  static let title = Self(
    "title", "What the page is called, in at most 200 characters.", isRequired: true, schema: { _ in .line })

  static let summary = Self(
    "summary", "One plain sentence or two, at most 200 characters, for lists and search engines.",
    isRequired: true, schema: { _ in .line })

  static let alsoKnownAs = Self(
    "also-known-as", "Other names; mentions of them in other articles become links.",
    more: "A list: `[runner's hip, hip bursitis]`.",
    example: { "[\"another name for \($0.id)\"]" }, schema: { _ in .array(of: .words) })

  static let redirectFrom = Self(
    "redirect-from", "Old addresses that lead here.", more: "A list: `[/old-page/]`.",
    example: { "[/old\($0.path)\($0.id)/]" },
    schema: { _ in .array(of: ["type": "string", "pattern": "^/.+/$"]) })

  static let draft = Self("draft", "`true`: not published.", schema: { _ in .flag })

  static let publishOn = Self(
    "publish-on", "Published from that day on.", more: "Takes effect with the next build.",
    example: { $0.today.text }, schema: { _ in .date })

  static let expiresOn = Self(
    "expires-on", "No longer published from that day on.", more: "Takes effect with the next build.",
    example: { (CalendarDate(year: $0.today.year + 1, month: 1, day: 1) ?? $0.today).text },
    schema: { _ in .date })

  static let updated = Self(
    "updated", "The day of the last change that readers care about.", example: { $0.today.text },
    schema: { _ in .date })

  static let order = Self(
    "order", "Smaller comes first in lists.",
    more: "A whole number; articles without one follow by title.", example: { _ in "1" },
    schema: { _ in .wholeNumber })

  static let review = Self(
    "review", "Who wrote and who approved the article, and until when that holds.",
    more: "See [below](#clinical-review).", schema: { _ in Review.schema })

  static let autoLink = Self(
    "auto-link", "`false`: no automatic links in this text; a list: not for these terms.",
    example: { _ in "false" }, schema: { _ in ["anyOf": [.flag, .array(of: .words)]] })

  static let redFlags = Self(
    "red-flags", "Warning signs, shown first.", more: "Ids from `Content/red-flags.yaml`.",
    ids: { $0.redFlags }, example: { "[\($0.redFlags.first ?? "")]" },
    schema: { .array(of: .choice($0.redFlags)) })

  static let writing = Self(
    "writing", "Which checks of its words are on for this article.",
    more: "See [below](#plain-words): `{long-sentence: false}`.", example: { _ in "{long-sentence: false}" },
    schema: { _ in .object(WritingCheck.schemas) })

  /// In the order in which messages and schemas list them.
  package static let all = [
    title, summary, alsoKnownAs, redirectFrom, draft, publishOn, expiresOn, updated, order, review, autoLink,
    redFlags, writing,
  ]

  package static let names = all.map(\.name)

  /// The table of `docs/writing.md`.
  package static var documentation: String {
    all.reduce(into: "| Key | What it says |\n|---|---|\n") { table, key in
      let parts = [key.isRequired ? "**Needed.**" : "", key.description, key.more]
      table += "| `\(key.name)` | \(parts.filter { !$0.isEmpty }.joined(separator: " ")) |\n"
    }
  }
}

extension Fields {
  subscript(key: FrontMatterKey) -> Node? { self[key.name] }
}

extension WritingCheck {
  /// Each check, on or off.
  package static let schemas: [(String, Schema)] = allCases.map { check in
    (check.rawValue, Schema.flag.described("Whether to warn of \(check.meaning)."))
  }
}

extension Review {
  package static let schema = Schema.object([
    ("status", .choice(Status.allCases.map(\.rawValue))),
    ("author", .words), ("reviewer", .words), ("reviewed", .date), ("due", .date),
  ]).with([
    "if": ["properties": ["status": ["const": "approved"]], "required": ["status"]],
    "then": ["required": ["reviewer", "reviewed"]],
  ])
}
