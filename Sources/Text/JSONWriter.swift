/// Builds JSON (RFC 8259) as bytes and puts the commas.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var needsComma = false

  package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  package mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  package mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    open("[")
    elements(&self)
    close("]")
  }

  package mutating func member(_ name: String, _ value: String) {
    key(name)
    text(value)
  }

  /// `name` has nothing to escape.
  package mutating func key(_ name: String) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    bytes += name.utf8
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func text(_ text: String) { self.text(Array(text.utf8)) }

  package mutating func text(_ text: [UInt8]) {
    separate()
    if text.contains(where: Self.mayNeedEscape) {
      JSONText.append(quoted: text, to: &bytes)
    } else {
      bytes.append(UInt8(ascii: "\""))
      bytes += text
      bytes.append(UInt8(ascii: "\""))
    }
    needsComma = true
  }

  package mutating func number(_ value: Int) { json(Array(String(value).utf8)) }

  /// Something that is JSON already.
  package mutating func json(_ value: [UInt8]) {
    separate()
    bytes += value
    needsComma = true
  }

  /// `{"@type":TYPE`, to be closed.
  package mutating func openObject(ofType type: String) {
    open("{")
    key("@type")
    text(type)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  /// Besides what JSON escapes: `<`, and how U+2028 and U+2029 end.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
      || byte == 0x7F
      || byte == 0xA8 || byte == 0xA9
  }
}
