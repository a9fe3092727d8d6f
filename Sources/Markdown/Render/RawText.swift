/// The words of raw HTML: no tags, comments, scripts or styles (WHATWG HTML, section 13.2.5).
extension TextCollector {
  /// What is a whole block or, in a line of text, one tag.
  mutating func append(html range: Range<Int>, of bytes: [UInt8]) {
    guard isOpen else { return }
    var i = range.lowerBound
    var start = i
    while i < range.upperBound {
      switch bytes[i] {
      case UInt8(ascii: "<"):
        guard !isHidden || i + 1 < range.upperBound && bytes[i + 1] == UInt8(ascii: "/"),
          let tag = RawTag(bytes[i..<range.upperBound]), !isHidden || tag.endsHiding
        else {
          i += 1
          continue
        }
        append(start..<i, of: bytes)
        if tag.isHiding { isHidden = !tag.isEnd }
        if tag.isBlock { breakBlock(at: i) }
        i = tag.end
        start = i
      case UInt8(ascii: "&"):
        guard let (scalar, end) = Self.reference(bytes, i..<range.upperBound) else {
          i += 1
          continue
        }
        append(start..<i, of: bytes)
        append(foreign: Array(String(scalar).utf8), at: i)
        i = end
        start = i
      default: i += 1
      }
    }
    append(start..<i, of: bytes)
  }

  /// Words before and after a tag that begins or ends a paragraph, an item or the like belong to two blocks; in a line of
  /// text, to two lines.
  private mutating func breakBlock(at offset: Int) {
    guard isOpen, let block = text.blocks.last else { return }
    if block.kind == .html {
      removeTrailingSpaces()
      splitBlock()
    } else if text.bytes.last != 0x0A, text.bytes.count > Int(block.start) {
      append(0x0A, at: offset)
    }
  }

  /// The character reference at the `&` where `range` begins, if it is one of those that are common, and where it ends.
  static func reference(_ bytes: [UInt8], _ range: Range<Int>) -> (Unicode.Scalar, Int)? {
    let rest = bytes[range].prefix(12)
    guard let end = rest.firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: rest[..<end].dropFirst(), as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      return (isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)).flatMap(Unicode.Scalar.init).map
      {
        ($0, end + 1)
      }
    }
    return references[name].map { ($0, end + 1) }
  }

  private static let references: [String: Unicode.Scalar] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ndash": "\u{2013}",
    "mdash": "\u{2014}", "lsquo": "\u{2018}", "rsquo": "\u{2019}", "ldquo": "\u{201C}", "rdquo": "\u{201D}",
    "hellip": "\u{2026}", "times": "\u{D7}", "deg": "\u{B0}", "frac12": "\u{BD}", "eacute": "\u{E9}",
  ]
}
