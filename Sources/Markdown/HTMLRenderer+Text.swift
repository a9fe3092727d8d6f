extension HTMLRenderer {
  /// A run of text, soft line ends included.
  mutating func text(_ range: Range<Int>, at i: Int) {
    guard isPage else { return write(range, at: i) }
    guard let mentions, i >= linkEnd, i >= headingEnd, i >= quietEnd, !isQuoting else {
      return write(range, at: i)
    }
    mentionMatches.removeAll(keepingCapacity: true)
    mentions.find(in: tree.bytes, range, into: &mentionMatches)
    guard !mentionMatches.isEmpty else { return write(range, at: i) }
    writeLinkingMentions(range, at: i)
  }

  /// Escapes, and turns the notations of the dialect into HTML.
  mutating func write(_ range: Range<Int>, at i: Int) {
    var start = range.lowerBound
    while true {
      let next = TextScanner.nextSpecial(in: tree.bytes, start..<range.upperBound)
      if next > start { out.append(start..<next, of: tree.bytes) }
      if next == range.upperBound { return }
      start = next + 1
      let byte = tree.bytes[next]
      switch byte {
      case UInt8(ascii: "["):
        if isPage, let end = referenceMark(next..<range.upperBound, at: i) {
          start = end
        } else {
          out.append(byte)
        }
      case InlineMark.escapedBracket: out.append(UInt8(ascii: "["))
      case InlineMark.escapedTilde: out.append(UInt8(ascii: "~"))
      case InlineMark.deletionStart: out.append("<del>")
      case InlineMark.deletionEnd: out.append("</del>")
      case InlineMark.nothing: break
      default: out.append(entityFor: byte)
      }
    }
  }

  /// A citation or a footnote reference at the `[` where `range` begins: where it ends.
  private mutating func referenceMark(_ range: Range<Int>, at i: Int) -> Int? {
    guard range.count > 2 else { return nil }
    switch tree.bytes[range.lowerBound + 1] {
    case UInt8(ascii: "@"): return citation(range, at: i)
    case UInt8(ascii: "^"): return footnoteReference(range, at: i)
    default: return nil
    }
  }
}

/// Bytes that stand in a tree's text for what has no character of its own. None occurs in UTF-8.
enum InlineMark {
  static let escapedBracket: UInt8 = 0xF8
  static let escapedTilde: UInt8 = 0xF9
  static let deletionStart: UInt8 = 0xFA
  static let deletionEnd: UInt8 = 0xFB
  static let nothing: UInt8 = 0xFF
}

enum TextScanner {
  /// The offset of the first byte in `range` that is not copied as it is, or the end of `range`. Sixteen bytes
  /// at a time.
  static func nextSpecial(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    var i = range.lowerBound
    let raw = bytes.span.bytes
    while i + 16 <= range.upperBound {
      let block = raw.unsafeLoadUnaligned(fromByteOffset: i, as: SIMD16<UInt8>.self)
      let special =
        (block .== UInt8(ascii: "&")) .| (block .== UInt8(ascii: "<")) .| (block .== UInt8(ascii: ">"))
        .| (block .== UInt8(ascii: "\"")) .| (block .== UInt8(ascii: "[")) .| (block .>= 0xF8)
      if any(special) { break }
      i += 16
    }
    while i < range.upperBound {
      switch bytes[i] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "["),
        0xF8...0xFF:
        return i
      default: i += 1
      }
    }
    return i
  }
}
