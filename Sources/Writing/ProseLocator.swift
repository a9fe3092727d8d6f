import Diagnostics
import Markdown
import Text

/// Finds in an article's file what was found in its HTML. Only for articles that have findings: these are rendered
/// again, with the lines of each block.
package struct ProseLocator {
  /// Rendered with `locatesText`.
  private let article: RenderedArticle
  /// The whole file.
  private let source: [UInt8]
  /// The range of each line of the file, line ends excluded.
  private let lines: [Range<Int>]
  /// Those of the block that was last looked into.
  private var texts: Texts?

  package init(_ article: RenderedArticle, source: [UInt8]) {
    self.article = article
    self.source = source
    var cursor = LineCursor(source, from: 0)
    var lines: [Range<Int>] = []
    while let line = cursor.next() { lines.append(line) }
    self.lines = lines
  }

  /// Where the text at `range` of the HTML stands; the beginning of its block when it is written otherwise there.
  package mutating func position(of range: Range<Int>) -> Position? {
    guard let block = block(at: range.lowerBound) else { return nil }
    if texts?.lines != article.blocks[block].lines { texts = Texts(of: block, self) }
    guard let texts else { return nil }
    let earlier = texts.shown.firstIndex { $0.range.lowerBound >= range.lowerBound } ?? texts.shown.count
    let wanted = texts.shown[earlier...].prefix { $0.range.lowerBound < range.upperBound }.prefix(6).map(
      \.text)
    // As many words as are written as they are shown, and as often as they come before.
    for count in stride(from: wanted.count, to: 0, by: -1) {
      let phrase = Array(wanted.prefix(count))
      let number = Self.places(of: phrase, in: texts.shown[..<(earlier + count)]).count - 1
      let places = Self.places(of: phrase, in: texts.written[...])
      if places.indices.contains(number) {
        return position(of: texts.written[places[number]].range.lowerBound)
      }
    }
    return position(ofBlock: block)
  }

  /// The words of a block as its page shows them and as they are written, and of those in the same lines: the
  /// cells of a table share one.
  private struct Texts {
    let lines: ClosedRange<Int>
    let shown: [ProseWords.Word]
    let written: [ProseWords.Word]

    init(of block: Int, _ locator: ProseLocator) {
      let blocks = locator.article.blocks
      lines = blocks[block].lines
      var (first, next) = (block, block + 1)
      while first > 0, blocks[first - 1].lines == lines { first -= 1 }
      while next < blocks.count, blocks[next].lines == lines { next += 1 }
      let end = next < blocks.count ? blocks[next].start : locator.article.html.count
      shown = Array(
        ProseWords(locator.article.html, blocks[first].start..<max(blocks[first].start, end), .html))
      written = Array(ProseWords(locator.source, locator.bytes(of: lines), .markdown))
    }
  }

  /// Where the block at `offset` of the HTML begins: a heading at its `#`.
  package func position(ofBlockAt offset: Int) -> Position? {
    block(at: offset).flatMap { position(ofBlock: $0) }
  }

  /// The first `#` of a heading's line, counted from 1.
  package func position(ofHeadingIn line: Int) -> Position {
    guard lines.indices.contains(line - 1) else { return Position(line: line, column: 1) }
    let range = lines[line - 1]
    let place = source[range].firstIndex(of: UInt8(ascii: "#")) ?? range.lowerBound
    return position(of: place)
  }

  private func position(ofBlock block: Int) -> Position {
    let range = bytes(of: article.blocks[block].lines)
    let syntax = [0x20, 0x09, UInt8(ascii: ">")] as [UInt8]
    return position(of: source[range].firstIndex { !syntax.contains($0) } ?? range.lowerBound)
  }

  private func block(at offset: Int) -> Int? {
    article.blocks.indices.last { article.blocks[$0].start <= offset }
  }

  private func bytes(of numbers: ClosedRange<Int>) -> Range<Int> {
    guard !lines.isEmpty else { return 0..<0 }
    let first = min(max(numbers.lowerBound, 1), lines.count)
    let last = min(max(numbers.upperBound, first), lines.count)
    return lines[first - 1].lowerBound..<lines[last - 1].upperBound
  }

  /// Where in `words` the phrase begins.
  private static func places(of phrase: [[UInt8]], in words: ArraySlice<ProseWords.Word>) -> [Int] {
    guard !phrase.isEmpty, words.count >= phrase.count else { return [] }
    return (words.startIndex...words.endIndex - phrase.count).filter { place in
      phrase.indices.allSatisfy { words[place + $0].text == phrase[$0] }
    }
  }

  private func position(of offset: Int) -> Position {
    var (low, high) = (0, lines.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    let start = lines[low].lowerBound
    // The mark that a file may begin with is no character of the first line.
    return Position(line: low + 1, column: 1 + source[start..<max(offset, start)].count { $0 & 0xC0 != 0x80 })
  }
}
