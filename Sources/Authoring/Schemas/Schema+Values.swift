import SiteModel

/// The shapes that values of front matter and settings have.
extension Schema {
  /// A text that says something. YAML has `911` as a number, and it is a text all the same.
  static let words: Schema = ["type": ["string", "number", "boolean"], "minLength": 1]
  static let line = words.with(["maxLength": 200])
  static let flag: Schema = ["type": "boolean"]
  static let wholeNumber: Schema = ["type": "integer"]
  static let date: Schema = [
    "type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
  ]
  /// What ids, kinds, fields and relations are named by.
  static let name: Schema = ["type": "string", "pattern": .text(namePattern)]
  static let namePattern = "^[a-z0-9]+(-[a-z0-9]+)*$"

  private static let quantity = "(0|[1-9][0-9]{0,5})([-–][1-9][0-9]{0,5})?"

  init(_ field: Field) {
    let one = Schema(field.type)
    self = field.isList ? ["anyOf": [one, .array(of: one)]] : one
  }

  private init(_ type: FieldType) {
    switch type {
    case .text: self = .words
    case .number: self = ["type": "integer", "minimum": 0]
    case .range:
      self = [
        "type": ["integer", "string"], "minimum": 0, "pattern": .text("^\(Self.quantity)$"),
        "description": "A whole number, or two as in 2-3.",
      ]
    case .duration:
      self = [
        "type": "string", "pattern": .text("^\(Self.quantity) *(s|min)$"),
        "description": "A time with s or min, or two as in 20-30 s.",
      ]
    case .date: self = .date
    case .flag: self = .flag
    case .markdown: self = Self.words.described("One paragraph of Markdown.")
    case .image:
      self = .object(
        [
          ("file", Self.words.described("The picture's path, from this file.")),
          ("alt", Self.words.described("What it shows, for those who cannot see it.")),
        ], required: ["file", "alt"])
    case .choice(let choices): self = .choice(choices)
    case .group(let fields):
      self = .object(
        fields.map { ($0.name, Schema($0)) }, required: fields.filter(\.isRequired).map(\.name))
    }
  }
}
