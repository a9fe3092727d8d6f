extension ArticleText {
  /// The words of some blocks as one line, with single spaces between them.
  package func line(of range: Range<Int>) -> [UInt8] {
    guard let first = range.first, let last = range.last else { return [] }
    let range = blocks[first].range.lowerBound..<blocks[last].range.upperBound
    let text = bytes.span
    // What is written is never longer than what is read.
    return [UInt8](unsafeUninitializedCapacity: range.count) { line, count in
      var needsSpace = false
      for i in range {
        let byte = text[i]
        if isSpace(byte) {
          needsSpace = count > 0
          continue
        }
        if needsSpace {
          line[count] = 0x20
          count += 1
          needsSpace = false
        }
        line[count] = byte
        count += 1
      }
    }
  }

  /// The same with `~~` around what is struck out: the words are there, but readers take them for gone.
  package func lineWithDeletions(of range: Range<Int>) -> [UInt8] {
    guard let first = range.first, let last = range.last else { return [] }
    let deletions = runs[blocks[first].runRange.lowerBound..<blocks[last].runRange.upperBound].filter {
      $0.role == .deletion && !$0.range.isEmpty
    }
    if deletions.isEmpty { return line(of: range) }
    var (marked, place): ([UInt8], Int) = ([], blocks[first].range.lowerBound)
    for mark in deletions.flatMap({ [$0.range.lowerBound, $0.range.upperBound] }) {
      marked += bytes[place..<mark] + Array("~~".utf8)
      place = mark
    }
    marked += bytes[place..<blocks[last].range.upperBound]
    return Array(marked.split(whereSeparator: { $0 <= 0x20 }).joined(separator: [0x20]))
  }

  /// The blocks before the footnotes.
  package var bodyBlocks: Range<Int> {
    0..<(blocks.firstIndex { $0.place.isFootnotes } ?? blocks.count)
  }
}
