/// The shapes that values of front matter and settings have.
extension Schema {
  /// A text that says something. YAML has `911` as a number, and it is a text all the same.
  package static let words: Schema = ["type": ["string", "number", "boolean"], "minLength": 1]
  package static let line = words.with(["maxLength": 200])
  package static let flag: Schema = ["type": "boolean"]
  package static let wholeNumber: Schema = ["type": "integer"]
  package static let date: Schema = [
    "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
  ]
  /// What ids, kinds, fields and relations are named by.
  package static let name: Schema = ["type": "string", "pattern": .text(namePattern)]
  package static let namePattern = "^[a-z0-9]+(-[a-z0-9]+)*$"

  /// A mapping from names to what `$defs` holds under `definition`.
  package static func mapping(to definition: String) -> Schema {
    [
      "type": "object", "propertyNames": .name,
      "additionalProperties": ["$ref": .text("#/$defs/\(definition)")],
    ]
  }

  package init(_ field: Field) { self.init(field, of: field.type.schema) }

  /// What a translation gives of a field; nil for one without words.
  package init?(wordsOf field: Field) {
    guard let one = field.type.schemaOfWords else { return nil }
    self.init(field, of: one)
  }

  private init(_ field: Field, of one: Schema) {
    let schema: Schema = field.isList ? ["anyOf": [one, .array(of: one)]] : one
    self = field.description.map { schema.described($0) } ?? schema
  }
}
