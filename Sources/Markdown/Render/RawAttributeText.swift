import Text

/// The values of attributes in raw HTML.
enum RawText {
  /// Names of what can disguise a scheme, which only browsers know.
  private static let names: [(name: [UInt8], scalar: Unicode.Scalar)] = [
    (Array("&colon;".utf8), ":"), (Array("&Tab;".utf8), "\t"), (Array("&NewLine;".utf8), "\n"),
  ]

  /// One of these, or a number, which needs no `;` at its end (WHATWG HTML, section 13.2.5.75).
  private static func reference(_ bytes: [UInt8], _ start: Int) -> (Unicode.Scalar, end: Int)? {
    for (name, scalar) in names where bytes[start...].starts(with: name) {
      return (scalar, start + name.count)
    }
    guard start + 2 < bytes.count, bytes[start + 1] == UInt8(ascii: "#") else { return nil }
    let isHex = bytes[start + 2] | 0x20 == UInt8(ascii: "x")
    var end = start + (isHex ? 3 : 2)
    var value: UInt32 = 0
    let first = end
    while end < bytes.count, let digit = Character(Unicode.Scalar(bytes[end])).hexDigitValue,
      isHex || digit < 10
    {
      value = min(value * (isHex ? 16 : 10) + UInt32(digit), 0x11_0000)
      end += 1
    }
    guard end > first, let scalar = Unicode.Scalar(value) else { return nil }
    return (scalar, end < bytes.count && bytes[end] == UInt8(ascii: ";") ? end + 1 : end)
  }

  /// An attribute's value with its character references read.
  static func decoded(_ value: ArraySlice<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
    let bytes = Array(value)
    var out: [UInt8] = []
    var i = 0
    while i < bytes.count {
      if bytes[i] == UInt8(ascii: "&"),
        let (scalar, end) = Self.reference(bytes, i) ?? EntityText.scalar(at: i, in: bytes[...])
      {
        out.append(contentsOf: String(scalar).utf8)
        i = end
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return out
  }
}
