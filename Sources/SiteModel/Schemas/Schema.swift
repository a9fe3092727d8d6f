import Text

/// A JSON Schema (draft 2020-12) or a part of one: JSON whose members keep their order, for people to read.
package indirect enum Schema: Sendable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  case text(String)
  case number(Int)
  case flag(Bool)
  case list([Schema])
  case members([(String, Schema)])

  package init(stringLiteral value: String) { self = .text(value) }
  package init(integerLiteral value: Int) { self = .number(value) }
  package init(booleanLiteral value: Bool) { self = .flag(value) }
  package init(arrayLiteral elements: Schema...) { self = .list(elements) }
  package init(dictionaryLiteral elements: (String, Schema)...) { self = .members(elements) }

  /// A whole schema, with what every one begins with.
  package static func document(title: String, _ body: Schema) -> Schema {
    Schema.members([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .text(title)),
    ]).with(body)
  }

  /// An object with these members and no others.
  package static func object(_ properties: [(String, Schema)], required: [String] = []) -> Schema {
    .members(
      [("type", "object"), ("additionalProperties", false)]
        + (required.isEmpty ? [] : [("required", .names(required))]) + [("properties", .members(properties))])
  }

  package static func array(of items: Schema) -> Schema { ["type": "array", "items": items] }

  package static func names(_ names: [String]) -> Schema { .list(names.map { .text($0) }) }

  /// One of these names; any text when there are none, since an empty choice is no schema.
  package static func choice(_ names: [String]) -> Schema {
    names.isEmpty ? ["type": "string"] : ["enum": .names(names)]
  }

  /// This with the members of another after its own.
  package func with(_ other: Schema) -> Schema {
    guard case .members(let own) = self, case .members(let more) = other else { return self }
    return .members(own + more)
  }

  /// With what an editor shows beside the key.
  package func described(_ text: String) -> Schema { with(["description": .text(text)]) }

  /// JSON without white space, its members in the order of their names' bytes.
  package var compact: [UInt8] {
    var out: [UInt8] = []
    appendCompact(to: &out)
    return out
  }

  private func appendCompact(to out: inout [UInt8]) {
    func append(_ open: Character, _ close: Character, _ parts: [(key: String?, value: Schema)]) {
      out += open.utf8
      for (place, part) in parts.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        if let key = part.key {
          JSONText.append(quoted: key.utf8, to: &out)
          out.append(UInt8(ascii: ":"))
        }
        part.value.appendCompact(to: &out)
      }
      out += close.utf8
    }
    switch self {
    case .list(let values): append("[", "]", values.map { (nil, $0) })
    case .members(let members):
      append("{", "}", members.sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map { ($0, $1) })
    case .text(let text): JSONText.append(quoted: text.utf8, to: &out)
    case .number(let number): out += String(number).utf8
    case .flag(let flag): out += (flag ? "true" : "false").utf8
    }
  }

  /// Indented JSON (RFC 8259) with a line end.
  package var json: String {
    var out = ""
    append(to: &out, indent: "")
    return out + "\n"
  }

  private func append(to out: inout String, indent: String) {
    let inner = indent + "  "
    switch self {
    case .text(let text): out += JSONText.quoted(text)
    case .number(let number): out += String(number)
    case .flag(let flag): out += flag ? "true" : "false"
    case .list(let values):
      out += "["
      for (place, value) in values.enumerated() {
        out += (place > 0 ? "," : "") + "\n" + inner
        value.append(to: &out, indent: inner)
      }
      out += values.isEmpty ? "]" : "\n\(indent)]"
    case .members(let members):
      out += "{"
      for (place, member) in members.enumerated() {
        out += (place > 0 ? "," : "") + "\n" + inner + JSONText.quoted(member.0) + ": "
        member.1.append(to: &out, indent: inner)
      }
      out += members.isEmpty ? "}" : "\n\(indent)}"
    }
  }
}
