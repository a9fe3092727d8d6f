import Diagnostics
import Text

/// Writes JSON (RFC 8259) without white space, piece by piece. Whoever writes an object gives its keys in byte order.
package struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  /// Whether what comes next in the object or list follows something.
  private var needsComma = false

  package mutating func object(_ members: (inout JSONWriter) -> Void) { enclose("{", members, "}") }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) { enclose("[", elements, "]") }

  private mutating func enclose(
    _ open: Unicode.Scalar, _ content: (inout JSONWriter) -> Void, _ close: Unicode.Scalar
  ) {
    separate()
    bytes.append(UInt8(ascii: open))
    needsComma = false
    content(&self)
    bytes.append(UInt8(ascii: close))
    needsComma = true
  }

  /// The key of the member whose value is written next.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  package mutating func string(_ text: String) {
    separate()
    if text.utf8.contains(where: Self.isEscaped) {
      JSONText.append(quoted: text.utf8, to: &bytes)
    } else {
      bytes.append(UInt8(ascii: "\""))
      bytes += text.utf8
      bytes.append(UInt8(ascii: "\""))
    }
  }

  package mutating func number(_ value: Int) {
    separate()
    bytes += String(value).utf8
  }

  /// A value that was written before.
  mutating func encoded(_ value: [UInt8]) {
    separate()
    bytes += value
  }

  package mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// Whether a string with that byte may have to be written otherwise than it is: `JSONText` knows how.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte >= 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<")
  }
}
