import Diagnostics
import YAML

/// What a field of front matter may hold. Each type says here, and nowhere else, how `site.yaml` names it, how its
/// values are read, described in a schema, drafted, documented and shown.
package protocol FieldType: Sendable {
  /// What `site.yaml` calls it.
  static var name: String { get }
  /// What it holds, and an example of that, as Markdown: its line of the documentation.
  static var documentation: (meaning: String, example: String) { get }
  /// The settings that a field of this type needs and no other has.
  static var settings: [(key: String, schema: Schema)] { get }
  /// Whether it holds fields, which may hold fields in turn.
  static var holdsFields: Bool { get }

  /// Reads the settings of a field of this type.
  init(_ settings: FieldSettings, into diagnostics: inout [Diagnostic])

  /// One value in front matter; `.none` after an error. `name` is the field's.
  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue
  /// What an editor's program checks one value against.
  var schema: Schema { get }
  /// What to write, in a few words without a full stop, for whoever writes an article.
  var hint: String { get }
  /// One value, as YAML.
  func example(today: CalendarDate) -> String
  /// What templates see of one value.
  var shown: Shown { get }
}

/// What templates can see of a value.
package enum Shown: Sendable {
  case text
  case flag
  /// Markup, made of Markdown.
  case html
  case picture
  /// One of these names, and the other articles that have it.
  case choice([String])
  case group([Field])
}

/// What `site.yaml` says of one field.
package struct FieldSettings {
  let fields: Fields
  /// Where the type is named.
  let type: Node
  /// How many groups the field stands in.
  let depth: Int
}

extension FieldType {
  package static var settings: [(key: String, schema: Schema)] { [] }
  package static var holdsFields: Bool { false }
}

/// A type without settings.
protocol PlainFieldType: FieldType {
  init()
}

extension PlainFieldType {
  package init(_ settings: FieldSettings, into diagnostics: inout [Diagnostic]) { self.init() }
}

/// The types of field that there are.
package enum FieldTypes {
  package static let all: [any FieldType.Type] = [
    TextType.self, NumberType.self, RangeType.self, DurationType.self, DateType.self, FlagType.self,
    MarkdownType.self, ImageType.self, FileType.self, URLType.self, ChoiceType.self, GroupType.self,
  ]

  package static let names = all.map { $0.name }

  /// The table of `docs/site-configuration.md`.
  package static var documentation: String {
    all.reduce(into: "| `type` | Holds | Example |\n|---|---|---|\n") { table, type in
      table += "| `\(type.name)` | \(type.documentation.meaning) | \(type.documentation.example) |\n"
    }
  }
}
