/// One typed value that a kind's front matter may hold beside the common keys.
package struct Field: Sendable {
  package let name: String
  package let type: FieldType
  /// One value or a list of them.
  package let isList: Bool
  package let isRequired: Bool

  package init(name: String, type: FieldType, isList: Bool, isRequired: Bool) {
    self.name = name
    self.type = type
    self.isList = isList
    self.isRequired = isRequired
  }
}

package indirect enum FieldType: Sendable {
  case text
  /// A whole number, not negative.
  case number
  /// A whole number or two of them, as in `2-3`.
  case range
  /// A range with `s` or `min`, as in `20-30 s`.
  case duration
  case date
  case flag
  /// One paragraph of Markdown.
  case markdown
  /// A picture: its path, relative to the article, and its alternative text.
  case image
  case choice([String])
  case group([Field])

  /// The names in `site.yaml`.
  package static let names = [
    "text", "number", "range", "duration", "date", "flag", "markdown", "image", "choice", "group",
  ]
}
