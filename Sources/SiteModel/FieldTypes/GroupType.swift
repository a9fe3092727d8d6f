import Diagnostics
import YAML

/// Fields that belong together.
struct GroupType: FieldType {
  static let name = "group"
  static let documentation = (
    meaning: "Fields of its own, in `fields`", example: "`{type: group, fields: {sets: {type: range}}}`"
  )
  static let settings: [(key: String, schema: Schema)] = [
    (
      "fields",
      ["type": "object", "propertyNames": .name, "additionalProperties": ["$ref": "#/$defs/field"]]
    )
  ]
  static let holdsFields = true
  let fields: [Field]

  init(_ settings: FieldSettings, into diagnostics: inout [Diagnostic]) {
    let inner = settings.fields.required("fields", missingAt: settings.type.position, into: &diagnostics)
    fields = FieldReader.read(inner, reserved: [], depth: settings.depth + 1, into: &diagnostics)
  }

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    let keys = KnownKeys(fields.map(\.name))
    guard let values = Fields(node, named: name, allowing: keys, into: &diagnostics) else { return .none }
    return .group(
      fields.map { field in
        if let node = values[field.name] { return field.read(node, into: &diagnostics) }
        if field.isRequired { _ = values.required(field.name, into: &diagnostics) }
        return .none
      })
  }

  var schema: Schema {
    .object(fields.map { ($0.name, Schema($0)) }, required: fields.filter(\.isRequired).map(\.name))
  }
  var hint: String { "What belongs to it stands below" }
  var shown: Shown { .group(fields) }

  func example(today: CalendarDate) -> String { "{}" }
}
