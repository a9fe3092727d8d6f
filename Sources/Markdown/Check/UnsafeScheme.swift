/// URL schemes that carry a program or a whole document in the address.
enum UnsafeScheme {
  /// The unsafe scheme of `destination`, found as a browser finds it (WHATWG URL, section 4.4): letter case,
  /// leading control characters and spaces, and tabs and line ends anywhere are no disguise.
  static func find(in destination: ArraySlice<UInt8>) -> String? {
    guard let colon = destination.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var scheme: [UInt8] = []
    for byte in destination[..<colon] {
      if byte == 0x09 || byte == 0x0A || byte == 0x0D || (scheme.isEmpty && byte <= 0x20) { continue }
      scheme.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      if scheme.count > 10 { return nil }
    }
    let name = String(decoding: scheme, as: UTF8.self)
    return name == "javascript" || name == "data" || name == "vbscript" ? name : nil
  }
}

/// Percent-encoding (RFC 3986, section 2.1).
enum PercentEncoding {
  static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(UInt8(ascii: "%")) else { return Array(text) }
    var out: [UInt8] = []
    var i = text.startIndex
    while i < text.endIndex {
      if text[i] == UInt8(ascii: "%"), i + 2 < text.endIndex, let high = value(text[i + 1]),
        let low = value(text[i + 2])
      {
        out.append(high << 4 | low)
        i += 3
      } else {
        out.append(text[i])
        i += 1
      }
    }
    return out
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
