/// Paths inside URLs (RFC 3986).
package enum URLText {
  /// Section 2.3: what stands in a path as it is.
  package static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// A file's path as a URL's: what is not unreserved is percent-encoded, slashes stay.
  package static func encode(path: String) -> [UInt8] {
    var out: [UInt8] = []
    for byte in path.utf8 {
      if isUnreserved(byte) || byte == UInt8(ascii: "/") {
        out.append(byte)
      } else {
        out += encoded(byte)
      }
    }
    return out
  }

  /// `%` and two digits (section 2.1).
  package static func encoded(_ byte: UInt8) -> [UInt8] {
    func digit(_ value: UInt8) -> UInt8 {
      value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }
    return [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 15)]
  }

  /// An address whose place in a page is spelled with the letters that names of headings have: `#cafe%CC%81` names the heading
  /// “Café” that a Mac writes in two letters.
  package static func composed(fragmentOf address: [UInt8]) -> [UInt8] {
    guard let hash = address.firstIndex(of: UInt8(ascii: "#")), address[hash...].contains(UInt8(ascii: "%"))
    else {
      return address
    }
    let decoded = decode(address[(hash + 1)...])
    let composed = ComposedText.composed(decoded)
    if composed == decoded { return address }
    return address[...hash] + composed.flatMap { isUnreserved($0) ? [$0] : encoded($0) }
  }

  /// Percent-encoding undone (section 2.1); a `%` without two digits stays as it is.
  package static func decode(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let source = Array(bytes)
    guard source.contains(UInt8(ascii: "%")) else { return source }
    var out: [UInt8] = []
    var at = 0
    while at < source.count {
      if source[at] == UInt8(ascii: "%"), at + 2 < source.count, let high = digit(source[at + 1]),
        let low = digit(source[at + 2])
      {
        out.append(high << 4 | low)
        at += 3
      } else {
        out.append(source[at])
        at += 1
      }
    }
    return out
  }

  /// As `decode(_:)`; nil where a `%` is not followed by two digits.
  package static func decodeStrictly(_ bytes: [UInt8]) -> [UInt8]? {
    for (at, byte) in bytes.enumerated() where byte == UInt8(ascii: "%") {
      guard bytes[at...].dropFirst().prefix(2).compactMap(digit).count == 2 else { return nil }
    }
    return decode(bytes[...])
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
