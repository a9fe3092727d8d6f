import Diagnostics
import Text
import YAML

/// A translation of an article: the article itself in the words of another language. What is no word comes from the original.
package struct ArticleTranslation: Sendable {
  package let article: Article
  /// Which state of the original was translated, as `translates` says; nil when it says nothing.
  package let translated: PlacedText?
  /// The texts of its front matter, each beside the one that it translates.
  package let pairs: [TextComparison.Pair]

  package static let slug = "slug"
  package static let translates = "translates"
  package static let notes = "notes"

  /// The names of which a translation notes something, where they are written.
  package static func noted(in bytes: [UInt8], file: String) -> [PlacedText] {
    FrontMatter.root(in: bytes, file: file)?.value(for: notes)?.entries.map { PlacedText($0.key) } ?? []
  }

  /// The table of `docs/translating.md`.
  package static var documentation: String {
    ownKeys.reduce(into: "| Key | Meaning |\n|---|---|\n") { $0 += "| `\($1.0)` | \($1.1) |\n" }
  }

  /// What an editor's program checks the values of its own keys against; `noted` are the names of which the originals of its kind may
  /// note something.
  package static func schemas(noted: [String]) -> [(key: String, schema: Schema)] {
    let values: [String: Schema] = [
      slug: .name, translates: ["type": "string", "pattern": "^[0-9a-f]{16}$"],
      notes: ["type": "object", "propertyNames": .choice(noted), "additionalProperties": .words],
    ]
    return ownKeys.compactMap { key, meaning in values[key].map { (key, $0.described(meaning)) } }
  }

  /// The keys that only a translation has, each with what it means, as Markdown.
  static let ownKeys = [
    (slug, "The last part of its address, if that is not the original's: `tendinopatia-glutea`."),
    (
      translates,
      "Which state of the original was translated. `limber new` and `limber translate accept` write it."
    ),
    (
      notes,
      "What the original's relations note of their targets, by id: `{step-ups: desde la semana 3}`. Without it, readers get the original's note."
    ),
  ]
}

/// An article and its file, as a translation is held against it.
package struct OriginalArticle {
  package let article: Article
  /// The whole file.
  package let bytes: [UInt8]

  package init(_ article: Article, bytes: [UInt8]) { (self.article, self.bytes) = (article, bytes) }

}

extension ArticleReader {
  /// Reads the translation at `path`. `configuration` is that of the edition in its language. Nil, with an error, when it cannot be
  /// read at all: readers then get the original.
  package func readTranslation(
    _ bytes: [UInt8], path: String, of original: OriginalArticle, into diagnostics: inout [Diagnostic]
  ) -> ArticleTranslation? {
    let source = original.article
    let (before, start) = (diagnostics.errors, diagnostics.count)
    let kind = configuration.kinds[source.kind]
    var reading = ArticleReading(
      article: ArticleContent(translating: source, file: path, url: url(of: source.id, kind)), today: today,
      months: configuration.review.months)
    if kind.oversight == .exempt { reading.article.review = Review(status: .exempt) }
    guard
      let root = root(of: bytes, &reading.article, into: &diagnostics),
      let fields = Fields(
        root, named: "front matter",
        allowing: KnownKeys(
          kind.keys.names + ArticleTranslation.ownKeys.map(\.0), listed: Self.ownNames(kind),
          hints: ForeignKeys.translated),
        into: &diagnostics)
    else { return nil }
    let originals = FrontMatter.root(in: original.bytes, file: source.file)
    for (key, setting) in FrontMatterKey.settings where fields[key.name] != nil || key.isRequired {
      if !key.isOfTranslations {
        reportFact(key.name, fields, originals, source.file, into: &reading.diagnostics)
      } else if let node = fields[key.name] {
        setting.take(KeyedNode(name: key.name, node: node), &reading)
      } else {
        _ = fields.required(key.name, missingAt: .start, into: &reading.diagnostics)
      }
    }
    for relation in kind.relations where fields[relation.name] != nil {
      reportFact(relation.name, fields, originals, source.file, into: &reading.diagnostics)
    }
    // The facts are the original's: an approval is of those that stood there then.
    reading.article.review.lapse(
      withOriginalOf: FrontMatterKey.daysOfChanges { originals?.value(for: $0.name) })
    diagnostics += reading.diagnostics
    diagnostics += DoubtfulValues(fields, file: path, today: today, dates: []).found
    reading.article.writing =
      reading.writing.map { configuration.writing.switches(changedBy: $0, into: &diagnostics) }
      ?? configuration.writing.switches
    if source.state == .published {
      reading.article.state = reading.isDraft && !includesDrafts ? .draft : .published
      if reading.isDraft, includesDrafts { reading.article.shownDespite = .draft }
      if reading.article.review.status == .withdrawn { reading.article.state = .draft }
    }
    for (slot, field) in kind.fields.enumerated() {
      reading.article.fields[slot] = field.translated(
        source.fields[slot], originals?.value(for: field.name), by: fields[field.name], in: root,
        isOptional: FrontMatterKey.fields.contains { $0 === field },
        into: &diagnostics)
    }
    if let node = fields[ArticleTranslation.slug] {
      readSlug(node, &reading.article, kind, into: &diagnostics)
    }
    for place in reading.article.notes.indices {
      reading.article.notes[place].foreign = configuration.languages.first?.among(configuration.language)
    }
    if let node = fields[ArticleTranslation.notes] {
      readNotes(node, &reading.article, kind, into: &diagnostics)
    }
    var translated: PlacedText?
    if let node = fields[ArticleTranslation.translates] {
      if TextState.isOne(node.text) {
        translated = PlacedText(node)
      } else {
        node.reportWrongType(
          ArticleTranslation.translates, mustBe: "the mark that `limber translate accept` writes",
          hint: "Read the translation again, then run `limber translate accept \(path)`.", into: &diagnostics)
      }
    }
    ScriptText.report(in: root, from: start, into: &diagnostics)
    // What is wrong with the keys is told first.
    let pairs = diagnostics.errors > before ? [] : pairs(fields, originals, source, kind)
    return ArticleTranslation(article: Article(reading.article), translated: translated, pairs: pairs)
  }

  /// The keys that a translation may have.
  private static func ownNames(_ kind: Kind) -> [String] {
    FrontMatterKey.settings.filter { $0.0.isOfTranslations }.map(\.0.name)
      + kind.fields.filter(\.type.holdsWords).map(\.name) + ArticleTranslation.ownKeys.map(\.0)
  }

  /// What a translation's front matter says in words, beside what the original's does.
  private func pairs(
    _ fields: Fields, _ originals: YAML.Node?, _ source: Article, _ kind: Kind
  ) -> [TextComparison.Pair] {
    let worded = kind.fields.filter(\.type.holdsWords)
    let doses = Set(worded.filter(\.isDose).map(\.name))
    let names = [FrontMatterKey.title.name, FrontMatterKey.summary.name] + worded.map(\.name)
    var pairs = names.flatMap { name -> [TextComparison.Pair] in
      guard let own = fields[name], let original = originals?.value(for: name) else { return [] }
      let pairs = TextComparison.pairs(own, of: original)
      return doses.contains(name) ? pairs.map(\.ofDose) : pairs
    }
    guard let notes = fields[ArticleTranslation.notes] else { return pairs }
    for (key, value) in notes.entries where value.kind == .scalar {
      guard let note = source.notes.first(where: { $0.isAbout(key.bytes, of: kind, configuration.kinds) })
      else {
        continue
      }
      pairs.append(
        TextComparison.Pair(value, of: note.text, in: source.file, line: note.target.position.line))
    }
    return pairs
  }

  private func reportFact(
    _ name: String, _ fields: Fields, _ originals: YAML.Node?, _ file: String,
    into diagnostics: inout [Diagnostic]
  ) {
    guard let node = fields[name] else { return }
    let line = originals?.value(for: name).map { ":\($0.position.line)" } ?? ""
    diagnostics.append(.fact(name, again: node, of: "\(file)\(line)"))
  }

  private func readSlug(
    _ node: YAML.Node, _ article: inout ArticleContent, _ kind: Kind, into diagnostics: inout [Diagnostic]
  ) {
    guard ArticleID.isValid(node.bytes) else {
      let near = ArticleID.nearest(to: node.text)
      return node.reportWrongType(
        ArticleTranslation.slug, mustBe: "lowercase letters and digits, with single hyphens between them",
        hint: near.isEmpty ? nil : "Write `\(near)`.", into: &diagnostics)
    }
    if kind.isPage, article.id == Array("index".utf8) {
      diagnostics.append(
        .error(
          .translationFact, file: node.file, at: node.position,
          "The home page's address is `\(configuration.homePath)`, so it cannot have a `slug`.",
          hint: "Delete this line."))
      return
    }
    article.url = url(of: Array(node.bytes), kind)
  }

  private func readNotes(
    _ node: YAML.Node, _ article: inout ArticleContent, _ kind: Kind, into diagnostics: inout [Diagnostic]
  ) {
    guard node.kind == .mapping else {
      return node.reportWrongType(
        ArticleTranslation.notes, mustBe: "a mapping of ids to notes", into: &diagnostics)
    }
    for (key, value) in node.entries {
      let places = article.notes.indices.filter {
        article.notes[$0].isAbout(key.bytes, of: kind, configuration.kinds)
      }
      guard !places.isEmpty else {
        diagnostics.append(
          .error(
            .translationFact, file: key.file, at: key.position,
            "The original has no note about `\(key.text)`.",
            hint: NearestName.hint(for: key.text, among: article.notes.map(\.target.text))
              ?? "Delete this line.",
            restsOn: [key.file]))
        continue
      }
      guard let text = value.asWords(key.text, into: &diagnostics) else { continue }
      for place in places {
        let note = article.notes[place]
        article.notes[place] = RelationNote(slot: note.slot, target: note.target, text: Array(text.utf8))
      }
    }
  }
}
