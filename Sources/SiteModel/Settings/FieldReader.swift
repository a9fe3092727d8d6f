import Diagnostics
import Text
import YAML

/// Reads the fields that a kind declares.
enum FieldReader {
  private static let keys: KnownKeys = ["type", "list", "required", "of", "fields"]

  static func read(
    _ node: Node?, reserved: Set<String>, depth: Int = 0, into diagnostics: inout [Diagnostic]
  ) -> [Field] {
    guard let node else { return [] }
    guard node.kind == .mapping else {
      node.reportWrongType(
        "fields", mustBe: "a mapping from each field's name to what it is", into: &diagnostics)
      return []
    }
    var fields: [Field] = []
    for (key, value) in node.entries {
      KindReader.checkName(key, "a field", into: &diagnostics)
      if reserved.contains(key.text) { KindReader.reportTaken(key, into: &diagnostics) }
      guard let settings = Fields(value, named: key.text, allowing: keys, into: &diagnostics),
        let typeNode = settings.required("type", missingAt: value.position, into: &diagnostics),
        let type = readType(typeNode, settings, depth: depth, into: &diagnostics)
      else { continue }
      fields.append(
        Field(
          name: key.text, type: type, isList: settings["list"]?.asBool("list", into: &diagnostics) ?? false,
          isRequired: settings["required"]?.asBool("required", into: &diagnostics) ?? false))
    }
    return fields
  }

  private static func readType(
    _ node: Node, _ settings: Fields, depth: Int, into diagnostics: inout [Diagnostic]
  ) -> FieldType? {
    guard let name = node.asText("type", into: &diagnostics) else { return nil }
    if name != "choice", let of = settings["of"] { reportUseless("of", of, "choice", into: &diagnostics) }
    if name != "group", let inner = settings["fields"] {
      reportUseless("fields", inner, "group", into: &diagnostics)
    }
    switch name {
    case "text": return .text
    case "number": return .number
    case "range": return .range
    case "duration": return .duration
    case "date": return .date
    case "flag": return .flag
    case "markdown": return .markdown
    case "image": return .image
    case "choice":
      let choices =
        settings.required("of", missingAt: node.position, into: &diagnostics)?
        .asTexts("of", of: "choices", example: "[care, prevention]", into: &diagnostics) ?? []
      for choice in choices { KindReader.checkName(choice, "a choice", into: &diagnostics) }
      return .choice(choices.map(\.text))
    case "group" where depth < 4:
      let inner = settings.required("fields", missingAt: node.position, into: &diagnostics)
      return .group(read(inner, reserved: [], depth: depth + 1, into: &diagnostics))
    default:
      diagnostics.append(
        .error(
          .wrongType, file: node.file, at: node.position, "`\(name)` is not a type of field.",
          hint: NearestName.hint(for: name, among: FieldType.names)
            ?? "The types are \(FieldType.names.map { "`\($0)`" }.joined(separator: ", "))."))
      return nil
    }
  }

  private static func reportUseless(
    _ key: String, _ node: Node, _ type: String, into diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(
      .error(
        .badConfiguration, file: node.file, at: node.position,
        "`\(key)` belongs to a field of the type `\(type)` only."))
  }
}
