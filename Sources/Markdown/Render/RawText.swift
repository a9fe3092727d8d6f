import Text

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
        guard let (scalar, end) = EntityText.scalar(at: i, in: bytes[..<range.upperBound]) else {
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
}
