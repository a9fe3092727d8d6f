import Diagnostics
import Text
import YAML

/// Reads the fields that a kind declares.
enum FieldReader {
  private static let keys = KnownKeys(
    ["type", "list", "required"] + FieldTypes.all.flatMap { $0.settings.map(\.key) })

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
        .wrongType, file: node.file, at: node.position, "`\(name)` is not a type of field.",
        hint: NearestName.hint(for: name, among: FieldTypes.names)
          ?? "The types are \(FieldTypes.names.map { "`\($0)`" }.joined(separator: ", "))."))
    return nil
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
