import Diagnostics
import Markdown
import SiteModel

/// What articles hold and no reader would see, because the template of their kind leaves it out.
struct UnshownWarnings {
  private let index: SiteIndex
  private let parsed: [ParsedArticle]
  private let templates: SiteTemplates

  /// Reports the first article of each kind of which something is lost.
  static func run(_ index: SiteIndex, _ parsed: [ParsedArticle], _ templates: SiteTemplates?) -> [Diagnostic]
  {
    guard let templates else { return [] }
    let check = UnshownWarnings(index: index, parsed: parsed, templates: templates)
    return index.configuration.kinds.indices.flatMap { check.losses(of: $0) } + check.unlistedFlags
  }

  private func losses(of kind: Int) -> [Diagnostic] {
    let template = index.configuration.kinds[kind].name
    let numbers = index.articles.indices.lazy.filter {
      index.articles[$0].kind == kind && index.articles[$0].isPublished
    }
    var found: [Diagnostic] = []
    if !templates.showsBody[kind] {
      let warning = numbers.first { Self.warns(parsed[$0]) }
      let steps = isExercise(kind) ? numbers.first { !parsed[$0].body.text.blocks.isEmpty } : nil
      if let lost = warning ?? steps {
        found.append(
          .error(
            .badConfiguration, file: index.articles[lost].file, at: .start,
            "Readers would not see the \(warning == nil ? "text of" : "warning in") this article: the template `\(template)` does not show `\(PageTypes.bodyName)`.",
            hint: "Add `{{{\(PageTypes.bodyName)}}}` to `Templates/\(template).mustache`."))
      }
    }
    if !templates.showsWarnings[kind],
      let lost = numbers.first(where: { !index.articles[$0].redFlags.isEmpty })
    {
      found.append(
        .warning(
          .badConfiguration, file: index.articles[lost].file, at: index.articles[lost].redFlags[0].position,
          "Readers do not see the red flags of this article: the template `\(template)` does not show `\(PageTypes.warningsName)`.",
          hint: "Use `\(PageTypes.warningsName)` in `Templates/\(template).mustache`."))
    }
    if !templates.showsCredits[kind],
      let lost = numbers.first(where: { parsed[$0].usedFiles.contains { index.files[$0].credit != nil } })
    {
      found.append(
        .warning(
          .badConfiguration, file: index.articles[lost].file, at: .start,
          "Readers do not see whose the pictures of this article are: the template `\(template)` does not show `\(PageTypes.creditsName)`.",
          hint: "Use `\(PageTypes.creditsName)` in `Templates/\(template).mustache`."))
    }
    for (slot, field) in index.configuration.kinds[kind].fields.enumerated()
    where !templates.showsFields[kind][slot] && isForReaders(field, slot, of: kind) {
      guard let lost = numbers.first(where: { index.articles[$0].fields[slot].isWritten }) else { continue }
      found.append(
        .warning(
          .badConfiguration, file: index.articles[lost].file, at: .start,
          "Readers do not see `\(field.name)` of this article: the template `\(template)` does not show it.",
          hint: "Use `\(field.name)` in `Templates/\(template).mustache`."))
    }
    return found
  }

  /// Whether the text of an article has a callout that warns.
  static func warns(_ article: ParsedArticle) -> Bool {
    article.body.text.callouts.contains { $0.kind.isQuiet }
  }

  /// Whether programmes collect the articles of a kind with their steps.
  private func isExercise(_ kind: Int) -> Bool {
    index.configuration.kinds.contains { other in
      other.programme.map { other.relations[$0].targets.contains(kind) } ?? false
    }
  }

  /// Whether a field of an exercise, one that warns, or one that search engines get, is there to be read, and nothing but a template
  /// shows it. Other kinds may have fields for whoever works with their files.
  private func isForReaders(_ field: Field, _ slot: Int, of number: Int) -> Bool {
    let kind = index.configuration.kinds[number]
    let warns = Self.isWarning(field.name)
    let isTold = SchemaType.facts(of: kind).contains { $0.slot == slot }
    return (isTold || field.isForReaders && (warns || isExercise(number)))
      && !(kind.list.card.contains(slot) && templates.showsDetails)
      && !kind.list.order.contains { $0.key == .field(slot) }
  }

  /// Whether the name of a field says that it warns.
  static func isWarning(_ field: String) -> Bool {
    ["caution", "contraindication", "warning"].contains { field.contains($0) }
  }

  /// Where a kind has a choice that makes a page the list of all red flags, and no page chose it.
  private var unlistedFlags: [Diagnostic] {
    guard !index.redFlags.flags.isEmpty else { return [] }
    for (number, kind) in index.configuration.kinds.enumerated()
    where index.articles.contains(where: { $0.kind == number && $0.isPublished }) {
      for (slot, field) in kind.fields.enumerated() {
        guard case .choice(let names) = field.type.shown,
          let choice = names.firstIndex(of: Self.listOfFlags)
        else { continue }
        let isShown = index.articles.contains { article in
          guard article.kind == number, case .choice(choice) = article.fields[slot] else { return false }
          return true
        }
        if isShown { return [] }
        return [
          .warning(
            .badConfiguration, file: RedFlags.file, at: .start,
            "No page lists all red flags, because no \(kind.name) has `\(field.name): \(Self.listOfFlags)`.",
            hint:
              "Add the line `\(field.name): \(Self.listOfFlags)` to the front matter of the page that is to list them.",
            restsOn: index.articles.filter { $0.kind == number }.map(\.file)
          )
        ]
      }
    }
    return []
  }

  static let listOfFlags = SiteIndex.listOfFlags
}

extension FieldValue {
  /// Whether front matter gave it.
  var isWritten: Bool {
    switch self {
    case .none: false
    case .list(let entries): !entries.isEmpty
    default: true
    }
  }
}
