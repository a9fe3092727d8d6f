extension ArticleText {
  /// The words of some blocks as one line, with single spaces between them.
  package func line(of range: Range<Int>) -> [UInt8] {
    guard let first = range.first, let last = range.last else { return [] }
    var out: [UInt8] = []
    let text = bytes[blocks[first].range.lowerBound..<blocks[last].range.upperBound]
    out.reserveCapacity(text.count)
    var needsSpace = false
    for byte in text {
      if byte == 0x20 || byte &- 0x09 < 5 {
        needsSpace = !out.isEmpty
      } else {
        if needsSpace { out.append(0x20) }
        needsSpace = false
        out.append(byte)
      }
    }
    return out
  }

  /// The blocks before the footnotes.
  package var bodyBlocks: Range<Int> {
    0..<(blocks.firstIndex { $0.place.isFootnotes } ?? blocks.count)
  }
}
