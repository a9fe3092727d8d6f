import Text

/// A JSON value (RFC 8259) whose objects are written with their keys in byte order.
indirect enum JSONValue {
  case string(String)
  /// UTF-8.
  case bytes([UInt8])
  case number(Int)
  case bool(Bool)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Without white space.
  var encoded: [UInt8] {
    var out: [UInt8] = []
    append(to: &out)
    return out
  }

  private func append(to out: inout [UInt8]) {
    switch self {
    case .string(let text): JSONText.append(quoted: text.utf8, to: &out)
    case .bytes(let bytes): JSONText.append(quoted: bytes, to: &out)
    case .number(let number): out += Array(String(number).utf8)
    case .bool(let value): out += Array((value ? "true" : "false").utf8)
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for (place, value) in values.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        value.append(to: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let members):
      out.append(UInt8(ascii: "{"))
      let sorted = members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (place, member) in sorted.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        JSONText.append(quoted: member.key.utf8, to: &out)
        out.append(UInt8(ascii: ":"))
        member.value.append(to: &out)
      }
      out.append(UInt8(ascii: "}"))
    }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(stringLiteral value: String) { self = .string(value) }
  init(integerLiteral value: Int) { self = .number(value) }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
