import Foundation

/// Writes the list of the types of field as a Swift source: `FieldTypeLister SOURCE TYPE…`.
@main
struct FieldTypeLister {
  static func main() throws {
    let types = CommandLine.arguments.dropFirst(2).map { "\($0).self" }
    let text =
      "extension FieldTypes {\n  package static let all: [any FieldType.Type] = [\n    "
      + types.joined(separator: ",\n    ") + ",\n  ]\n}\n"
    try Data(text.utf8).write(to: URL(filePath: CommandLine.arguments[1]))
  }
}
