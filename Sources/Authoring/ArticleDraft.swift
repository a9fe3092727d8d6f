import Diagnostics
import SiteModel
import Text
import YAML

/// The text of a new article: front matter in which every key that the kind has stands explained, ready to be
/// taken out of its comment, and a first paragraph to write over.
struct ArticleDraft {
  let kind: Kind
  let id: String
  let site: SiteInventory

  private static let column = 44

  var text: String {
    let required = kind.fields.filter(\.isRequired)
    let optional = kind.fields.filter { !$0.isRequired }
    var lines = [
      "---",
      "title: \(JSONText.quoted(title))",
      "summary: \"\(DoubtfulValues.placeholder)\"",
      "draft: true  # Not published. Delete this line when the article is ready.",
    ]
    if kind.allows(.review) { lines.append("review: {status: pending}") }
    lines += required.flatMap { field($0, indent: "", isComment: false) }
    lines += ["", "# To use a key, remove the `# ` in front of it."]
    lines += optional.flatMap { field($0, indent: "", isComment: true) }
    lines += relations + common
    lines += ["---", "", DoubtfulValues.bodyPlaceholder, ""]
    return lines.joined(separator: "\n")
  }

  /// `snapping-hip` as a title: "Snapping hip".
  private var title: String {
    let words = id.split(separator: "-").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private func line(_ key: String, _ value: String, _ meaning: String, isComment: Bool = true) -> String {
    let text = (isComment ? "# " : "") + key + ":" + (value.isEmpty ? "" : " " + value)
    let gap = String(repeating: " ", count: max(2, Self.column - text.unicodeScalars.count))
    return meaning.isEmpty ? text : text + gap + "# " + meaning
  }

  private var relations: [String] {
    // Relations to the same kinds exclude each other, so each shows another example.
    var shown: [[Int]: Int] = [:]
    let kinds = site.index.configuration.kinds
    return kind.relations.map { relation in
      let targets = site.targets(of: relation)
      let place = shown[relation.targets, default: 0]
      shown[relation.targets] = place + 1
      let names = relation.targets.map { "`\(kinds[$0].name)`" }.joined(separator: ", ")
      var meaning = "The ids of \(names)"
      meaning += targets.isEmpty ? "; none are published yet." : ": \(Self.listed(targets))."
      if relation.isExpected { meaning += " Required; write `[]` if there are none on purpose." }
      return line(relation.name, place < targets.count ? "[\(targets[place])]" : "[]", meaning)
    }
  }

  /// Whether patients come to the kind from the symptom checker, so that an article without warning signs has to say so.
  private var isForPatients: Bool {
    let configuration = site.index.configuration
    return configuration.textKinds.contains { configuration.kinds[$0] === kind }
  }

  private var common: [String] {
    let names = site.names(for: id, kind)
    return FrontMatterKey.settings.compactMap { key, setting in
      guard let example = setting.example, kind.allows(key) else { return nil }
      var meaning = key.description
      if let ids = setting.ids?(names) {
        meaning.removeLast()
        meaning += ids.isEmpty ? "; there are none yet." : ": \(Self.listed(ids))."
        if key.name == FrontMatterKey.redFlags.name, isForPatients, !ids.isEmpty {
          meaning += " Required; write `[]` if there are none on purpose."
        }
      }
      return line(key.name, example(names), meaning)
    }
  }

  private func field(_ field: Field, indent: String, isComment: Bool) -> [String] {
    let meaning =
      (field.isRequired ? "Required. " : "")
      + (field.description ?? field.type.hint + (field.isList ? "; a list, separated by commas." : "."))
    let inner = field.type.fields
    guard type(of: field.type).holdsFields else {
      let example = field.example(today: site.today)
      return [
        line(indent + field.name, field.isList ? "[\(example)]" : example, meaning, isComment: isComment)
      ]
    }
    if inner.isEmpty { return [line(indent + field.name, "{}", meaning, isComment: isComment)] }
    // A group that stands there needs something in it.
    let hasRequired = inner.contains(where: \.isRequired)
    return [line(indent + field.name, "", meaning, isComment: isComment)]
      + inner.enumerated().flatMap { place, one in
        let isNeeded = one.isRequired || (!hasRequired && place == 0)
        return self.field(one, indent: indent + "  ", isComment: isComment || !isNeeded)
      }
  }

  /// The first few, and how many more there are.
  private static func listed(_ names: [String]) -> String {
    let limit = 8
    return names.prefix(limit).joined(separator: ", ")
      + (names.count > limit ? " and \(names.count - limit) more" : "")
  }
}
