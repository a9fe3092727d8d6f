extension ArticleText {
  /// The words of some blocks as one line, with single spaces between them.
  package func line(of range: Range<Int>) -> [UInt8] {
    guard let first = range.first, let last = range.last else { return [] }
    let range = blocks[first].range.lowerBound..<blocks[last].range.upperBound
    var out: [UInt8] = []
    out.reserveCapacity(range.count)
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, !isSpace(bytes[end]) { end += 1 }
      if start < end {
        if !out.isEmpty { out.append(0x20) }
        out.append(start..<end, of: bytes)
      }
      start = end + 1
    }
    return out
  }

  /// The blocks before the footnotes.
  package var bodyBlocks: Range<Int> {
    0..<(blocks.firstIndex { $0.place.isFootnotes } ?? blocks.count)
  }
}
