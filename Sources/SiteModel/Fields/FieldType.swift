import Diagnostics
import Text
import YAML

/// What a field of front matter may hold. Each type says in a file of its own in `FieldTypes`, and nowhere else, how `site.yaml` names it, how its
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
  /// Reports what is wrong with the values of a list together; `nodes` are where they stand.
  func check(_ nodes: [Node], _ values: [FieldValue], into diagnostics: inout [Diagnostic])
  /// What the value comes to when the whole site is known: what `shown` says; `.none` after an error.
  func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue
  /// Whether its values hold words, which each language has of its own.
  var holdsWords: Bool { get }
  /// One value of a translation: its words are those of `node`, all else is as in the original's value, which stands at `original`.
  func translated(
    _ value: FieldValue, _ original: Node?, by node: Node, _ name: String,
    into diagnostics: inout [Diagnostic]
  ) -> FieldValue
  /// Whether a value of such a type has no words after all.
  func lacksWords(_ value: FieldValue) -> Bool
  /// What an editor's program checks one value against.
  var schema: Schema { get }
  /// The same of a value in a translation, which holds words alone; nil for what has none.
  var schemaOfWords: Schema? { get }
  /// What to write, in a few words without a full stop, for whoever writes an article.
  var hint: String { get }
  /// One value, as YAML.
  func example(today: CalendarDate) -> String
  /// What templates see of one value.
  var shown: Shown { get }
  /// One value as read, in words.
  func words(of value: FieldValue) -> String
  /// The fields that belong to it.
  var fields: [Field] { get }
  /// The keys of a value that is a mapping.
  var keys: [String] { get }
  /// Whether lists of articles can be sorted by it.
  var isSortable: Bool { get }
  /// Bytes that stand in the order of the values; nil for none.
  func rank(of value: FieldValue, _ collation: Collation) -> [UInt8]?
  /// Whether cards can show it.
  var standsOnCards: Bool { get }
  /// What a card, or the list of an article's facts, shows of one value, the whole site being known; nil for nothing. `language` is
  /// that of its readers.
  func part(of value: FieldValue, in language: String) -> FieldPart?
}

/// What templates can see of a value.
package enum Shown: Sendable {
  case text
  case flag
  case html
  /// One of these names, and the other articles that have it.
  case choice([String])
  /// Parts by name; `named` is what messages about templates call it.
  case record(named: String, [Part])

  package struct Part: Sendable {
    package let name: String
    package let shown: Shown
    package let isList: Bool
    /// Whether it holds a whole number or a range of them.
    package let isCount: Bool
    /// Whether it holds one day.
    package let isDay: Bool
    /// One sentence for the documentation of templates.
    package let meaning: String

    package init(
      _ name: String, _ shown: Shown, isList: Bool = false, isCount: Bool = false, isDay: Bool = false,
      _ meaning: String
    ) {
      self.isCount = isCount
      self.isDay = isDay
      self.name = name
      self.shown = shown
      self.isList = isList
      self.meaning = meaning
    }
  }
}

/// What a type may ask about the site on which an article stands. What is wrong is reported where the text stands, and
/// comes back as nil.
package protocol FieldSite {
  /// Of its readers, who write times of day in it.
  var language: String { get }
  /// One paragraph of Markdown as HTML.
  mutating func html(of text: PlacedText) -> [UInt8]
  /// The picture at a path from the article.
  mutating func picture(at path: PlacedText) -> FieldPicture?
  /// The video at a path from the article, or at an address of a video host. Without `title`, the article's own is its name.
  mutating func video(at path: PlacedText, title: [UInt8]?, captions: PlacedText?, poster: PlacedText?)
    -> FieldVideo?
  /// The address of the file at a path from the article; the file is published.
  mutating func file(at path: PlacedText) -> [UInt8]?
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

  package func check(_ nodes: [Node], _ values: [FieldValue], into diagnostics: inout [Diagnostic]) {}

  package func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue { value }

  package func words(of value: FieldValue) -> String {
    switch value {
    case .text(let bytes), .html(let bytes): String(decoding: bytes, as: UTF8.self)
    case .flag(let flag): flag ? "true" : "false"
    case .placed(let text): text.text
    case .none, .choice, .group, .list: ""
    }
  }

  package var fields: [Field] { [] }
  package var keys: [String] { fields.map(\.name) }
}

/// A type without settings.
protocol PlainFieldType: FieldType {
  init()
}

extension PlainFieldType {
  package init(_ settings: FieldSettings, into diagnostics: inout [Diagnostic]) { self.init() }
}

/// The types of field that there are. `all` is made by the build: the files of the folder `FieldTypes`, each named for the
/// type that it holds, are the only list.
package enum FieldTypes {
  package static let names = all.map { $0.name }

  /// The table of `docs/site-configuration.md`.
  package static var documentation: String {
    all.reduce(into: "| `type` | Contains | Example |\n|---|---|---|\n") { table, type in
      table += "| `\(type.name)` | \(type.documentation.meaning) | \(type.documentation.example) |\n"
    }
  }
}
