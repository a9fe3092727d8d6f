/// JSON strings (RFC 8259, section 7), for the machine-readable reports and the files a site publishes.
package enum JSONText {
  /// `text` quoted and escaped. `<` becomes `\u003c`, so that a string may stand inside an HTML script
  /// element; U+2028 and U+2029 are escaped because JavaScript once read them as line ends.
  package static func quoted(_ text: String) -> String {
    var out: [UInt8] = []
    append(quoted: text.utf8, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// As `quoted(_:)`, for UTF-8 bytes.
  package static func append(quoted bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    append(escaping: bytes, to: &out)
    out.append(UInt8(ascii: "\""))
  }

  /// What stands between the quotes.
  package static func append(escaping bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\""): out.append(contentsOf: [0x5C, 0x22])
      case UInt8(ascii: "\\"): out.append(contentsOf: [0x5C, 0x5C])
      case 0x0A: out.append(contentsOf: [0x5C, 0x6E])
      case 0x0D: out.append(contentsOf: [0x5C, 0x72])
      case 0x09: out.append(contentsOf: [0x5C, 0x74])
      case 0x00..<0x20, UInt8(ascii: "<"), 0x7F:
        out.append(contentsOf: Array("\\u00".utf8))
        out.append(hexDigit(byte >> 4))
        out.append(hexDigit(byte & 15))
      case 0xA8, 0xA9:
        if out.count >= 2, out[out.count - 1] == 0x80, out[out.count - 2] == 0xE2 {
          out.removeLast(2)
          out.append(contentsOf: Array((byte == 0xA8 ? "\\u2028" : "\\u2029").utf8))
        } else {
          out.append(byte)
        }
      default: out.append(byte)
      }
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
