import Diagnostics
import Text
import YAML

/// Reads the fields that a kind declares.
enum FieldReader {
  static func read(
    _ node: Node?, reserved: Set<String>, besides relations: Set<String> = [], depth: Int = 0,
    into diagnostics: inout [Diagnostic]
  ) -> [Field] {
    guard let node else { return [] }
    guard node.kind == .mapping else {
      node.reportWrongType(
        "fields", mustBe: "a mapping of names to fields", into: &diagnostics)
      return []
    }
    var fields: [Field] = []
    for (key, value) in node.entries {
      KindReader.checkName(key, "a field", into: &diagnostics)
      if reserved.contains(key.text) { KindReader.reportTaken(key, into: &diagnostics) }
      if relations.contains(key.text) {
        diagnostics.append(
          .error(
            .badName, file: key.file, at: key.position, "`\(key.text)` is also a relation of this kind.",
            hint: "Choose another name."))
        continue
      }
      if value.kind == .scalar, FieldTypes.names.contains(value.text) {
        value.reportWrongType(
          key.text, mustBe: "a mapping (`key: value` lines)",
          hint: "Write `\(key.text): {type: \(value.text)}`.", into: &diagnostics)
        continue
      }
      var draft = FieldDraft()
      guard let settings = FieldDraft.block.read(value, named: key.text, into: &draft, &diagnostics),
        let node = draft.type, let type = readType(node, settings, depth: depth, into: &diagnostics)
      else { continue }
      fields.append(
        Field(
          name: key.text, type: type, isList: draft.isList, isRequired: draft.isRequired,
          label: draft.label))
    }
    return fields
  }

  private static func readType(
    _ node: Node, _ settings: Fields, depth: Int, into diagnostics: inout [Diagnostic]
  ) -> (any FieldType)? {
    guard let name = node.asText("type", into: &diagnostics) else { return nil }
    for type in FieldTypes.all where type.name != name {
      for (key, _) in type.settings {
        if let useless = settings[key] { reportUseless(key, useless, type.name, into: &diagnostics) }
      }
    }
    if let type = FieldTypes.all.first(where: { $0.name == name && (depth < 4 || !$0.holdsFields) }) {
      return type.init(FieldSettings(fields: settings, type: node, depth: depth), into: &diagnostics)
    }
    diagnostics.append(
      .error(
        .wrongType, file: node.file, at: node.position, "`\(name)` is not a field type.",
        hint: Self.typesByOtherNames[name.lowercased()].map { "Write `type: \($0)`." }
          ?? NearestName.hint(for: name, among: FieldTypes.names)
          ?? "The types are \(FieldTypes.names.map { "`\($0)`" }.joined(separator: ", "))."))
    return nil
  }

  /// What forms and programs call them.
  private static let typesByOtherNames = [
    "integer": "number", "int": "number", "float": "number", "decimal": "number", "string": "text",
    "words": "text", "boolean": "flag", "bool": "flag", "checkbox": "flag", "enum": "choice",
    "select": "choice", "link": "url", "address": "url", "picture": "image", "photo": "image",
    "time": "duration", "object": "group", "mapping": "group", "rich-text": "markdown", "download": "file",
  ]

  private static func reportUseless(
    _ key: String, _ node: Node, _ type: String, into diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(
      .error(
        .badConfiguration, file: node.file, at: node.position,
        "`\(key)` is only for fields of the type `\(type)`."))
  }
}

/// What `site.yaml` says of a field, beside what its type alone has.
package struct FieldDraft: Sendable {
  var type: Node?
  var isList = false
  var isRequired = false
  var label: String?

  package static let block = SettingBlock<FieldDraft>(
    [
      .node(
        "type", "What the field contains: one of the types below.", without: nil,
        schema: { _ in .choice(FieldTypes.names) }
      ) { $1.type = $0 },
      .flag(
        "list", "`true`: a list of these values; a single value counts as a list of one.", without: "`false`"
      ) { $1.isList = $0 },
      .flag("required", "`true`: every article must have it.", without: "`false`") { $1.isRequired = $0 },
      .text(
        "label", "What cards and lists of facts write before its value, such as `Minutes`.",
        without: "Nothing"
      ) {
        $1.label = $0
      },
    ], and: FieldTypes.all.flatMap { $0.settings })

  /// The block's, with what a type's own keys ask.
  package static let schema = block.schema(SettingNames()).with([
    "allOf": .list(FieldTypes.all.flatMap { type in type.settings.map { needs(type.name, $0.key) } })
  ])

  /// A key that one type of field needs, and no other has.
  private static func needs(_ type: String, _ key: String) -> Schema {
    [
      "if": ["properties": ["type": ["const": .text(type)]]], "then": ["required": [.text(key)]],
      "else": ["not": ["required": [.text(key)]]],
    ]
  }
}
