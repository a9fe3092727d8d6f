import Text

/// Columns made of tabs, spaces, dots or bars, which run together on a page.
extension LeftoverFinder {
  mutating func tab(_ i: Int) {
    let start = bytes[range.lowerBound..<i].lastIndex(of: 0x0A).map { $0 + 1 } ?? range.lowerBound
    if startOfTabs == nil, at(i + 1) > 0x20, !Self.isMark(bytes[start..<i]) { startOfTabs = i }
    guard !hasColumns else { return }
    let end = TextScanner.first(0x0A, in: bytes, i..<range.upperBound) ?? range.upperBound
    let next = min(end + 1, range.upperBound)
    let nextEnd = TextScanner.first(0x0A, in: bytes, next..<range.upperBound) ?? range.upperBound
    let word = bytes[i..<end].firstIndex { !isSpace($0) } ?? end
    // What stands behind a bullet or a number.
    if Self.isMark(bytes[start..<i]) { return }
    if PageNumber.last(in: bytes[start..<end]) != nil {
      hasColumns = true
      return
    }
    let hasMore = TextScanner.contains(0x09, in: bytes, next..<nextEnd)
    let isAlone = start == range.lowerBound && edges.startsLine && end == range.upperBound && edges.endsLine
    guard hasMore || TextScanner.contains(0x09, in: bytes, word..<end) else { return }
    hasColumns = true
    note(isAlone ? .remnant(.tabbedLine) : .tabs, start)
  }

  /// `•`, `1.`, and the letters that signs of symbol fonts become.
  private static func isMark(_ text: ArraySlice<UInt8>) -> Bool {
    guard let last = text.last, text.count < 5 else { return false }
    return last == UInt8(ascii: ")") || last == UInt8(ascii: ".") || !text.contains(where: \.isWordOfASCII)
      || text.count == 1 && "oqvw".utf8.contains(last)
  }

  /// Three spaces or more between words, and two in the line below; or two spaces in three lines, where no sentence ends.
  mutating func gap(_ i: Int) -> Int {
    var end = i
    while at(end) == 0x20 { end += 1 }
    guard !hasColumns, end - i > 1, at(end) > 0x20, i > range.lowerBound, bytes[i - 1] != 0x0A else {
      return end
    }
    // `o   Rest` is an item of a list.
    if i - 1 == range.lowerBound || bytes[i - 2] == 0x0A, bytes[i - 1] == UInt8(ascii: "o") { return end }
    guard end - i > 2 || makesRows(i) else { return end }
    let lineEnd = TextScanner.first(0x0A, in: bytes, end..<range.upperBound) ?? range.upperBound
    let next = bytes[min(lineEnd + 1, range.upperBound)..<range.upperBound].prefix { $0 != 0x0A }
    guard let gap = ByteSearch.first([0x20, 0x20], in: next), gap.lowerBound > next.startIndex else {
      return end
    }
    hasColumns = true
    note(.columns, bytes[range.lowerBound..<i].lastIndex(of: 0x0A).map { $0 + 1 } ?? range.lowerBound)
    return end
  }

  /// Whether the line has as many gaps as each of the two below, none of them behind the end of a sentence.
  private func makesRows(_ i: Int) -> Bool {
    let start = bytes[range.lowerBound..<i].lastIndex(of: 0x0A).map { $0 + 1 } ?? range.lowerBound
    let lines = bytes[start..<range.upperBound].prefix(600).split(separator: 0x0A, maxSplits: 3).prefix(3)
    let counts = lines.map { line in
      line.indices.dropFirst().dropLast().count {
        line[$0] == 0x20 && line[$0 + 1] == 0x20 && line[$0 - 1] != 0x20
          && (line[$0 - 1].isWordOfASCII || line[$0 - 1] == UInt8(ascii: ")")
            || line[$0 - 1] == UInt8(ascii: "%"))
      }
    }
    return counts.count == 3 && counts[0] > 0 && counts.allSatisfy { $0 == counts[0] }
  }

  /// `Introduction ........ 3`: a line of another document's table of contents. `i` is at an ellipsis, which three dots become.
  mutating func dots(_ i: Int) -> Int {
    var end = i
    while at(end) == 0xE2, at(end + 1) == 0x80, at(end + 2) == 0xA6 { end += 3 }
    guard end - i > 3 else { return max(end, i + 3) }
    return entry(i, end)
  }

  /// `What is it . . . . 2`, `What is it ____ 2`: what leads to a page number, from `i` to `end`.
  mutating func entry(_ i: Int, _ end: Int) -> Int {
    var number = end
    while at(number) == UInt8(ascii: ".") || isSpace(at(number)) && at(number) != 0x0A { number += 1 }
    guard !startsLine(i), ProseByte.isDigit(at(number)), !hasColumns else { return end }
    while ProseByte.isDigit(at(number)) { number += 1 }
    guard at(number) == 0x0A || number == range.upperBound else { return end }
    hasColumns = true
    if !hasEntry { note(.contents, i) }
    hasEntry = true
    return number
  }

  /// Dots with spaces between them.
  mutating func spacedDots(_ i: Int) -> Int {
    var (end, count) = (i, 0)
    while at(end) == UInt8(ascii: ".") || at(end) == 0x20 && at(end + 1) == UInt8(ascii: ".") {
      if at(end) == UInt8(ascii: ".") { count += 1 }
      end += 1
    }
    return count > 2 ? entry(i, end) : end
  }

  /// `Week | Minutes` with a line below it that has as many bars: rows of a table without its line of hyphens.
  mutating func bar(_ i: Int) -> Int {
    let end = TextScanner.first(0x0A, in: bytes, i..<range.upperBound) ?? range.upperBound
    let start = bytes[range.lowerBound..<i].lastIndex(of: 0x0A).map { $0 + 1 } ?? range.lowerBound
    // Rows that begin with a bar are looked at as lines.
    guard !edges.isCell, !hasColumns, end < range.upperBound, start > range.lowerBound || edges.startsLine,
      bytes[start] != UInt8(ascii: "|"), i > start, bytes[i - 1] == 0x20, at(i + 1) == 0x20
    else { return end }
    let next = bytes[(end + 1)..<range.upperBound].prefix { $0 != 0x0A }
    let count = bytes[start..<end].count { $0 == UInt8(ascii: "|") }
    guard next.first != UInt8(ascii: "|"), next.count(where: { $0 == UInt8(ascii: "|") }) == count else {
      return end
    }
    hasColumns = true
    note(.bareRows, start)
    return end
  }
}
