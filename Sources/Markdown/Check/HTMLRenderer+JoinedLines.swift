import Text

/// Lines of one paragraph that were meant to stand below each other: `**Warm-up:** walk` above `**Main part:** run`, an address, hours.
extension HTMLRenderer {
  /// Warns of such a paragraph. Where a line is broken with a mark, its author knows how to.
  mutating func reportJoinedLines(_ block: Int) -> Bool {
    let node = body.tree.nodes[block]
    guard node.lastLine > node.firstLine, node.lastLine - node.firstLine < Self.mostJoinedLines else {
      return false
    }
    // The first tells nearly every paragraph apart.
    let first = sourceLine(Int(node.firstLine), isFirst: true)
    let hasMore = node.lastLine > node.firstLine + 1
    guard Self.isBoldLabel(first) || Self.isLabel(first) || hasMore && Self.mayBeginRows(first) else {
      return false
    }
    let lines =
      [first] + (Int(node.firstLine) + 1...Int(node.lastLine)).map { sourceLine($0, isFirst: false) }
    let areColumns = Self.areColumns(lines)
    guard areColumns || Self.areLabelled(lines) || Self.areShort(lines),
      !lines.dropLast().contains(where: { $0.last == 0x5C || $0.suffix(2).elementsEqual("  ".utf8) }),
      !lines.contains(where: { TypedMark(body.source.text, $0.indices) != nil || Self.holdsGap($0) })
    else { return false }
    warn(
      at: place(of: lines[0].startIndex),
      (
        "These lines run together into one paragraph.",
        areColumns
          ? "Write a table: each line as `| first | second |`, and `|---|---|` below the first."
          : "To make a list, start each of them with `- `. To keep them as they are, end each but the last with `\\`."
      ))
    return true
  }

  /// Columns made of spaces or tabs are told as such.
  private static func holdsGap(_ line: ArraySlice<UInt8>) -> Bool {
    line.contains(0x09) || zip(line, line.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
  }

  /// What such a paragraph has at most: more lines are a text.
  private static let mostJoinedLines = 30

  /// A line, from 1, of the paragraph at hand, without what its quotes and items put before it: the mark of an item before the first alone.
  private mutating func sourceLine(_ number: Int, isFirst: Bool) -> ArraySlice<UInt8> {
    let range = body.source.range(ofLines: number - 1, number - 1)
    let start =
      isFirst
      ? BlockMarks.skip(body.source.text, range, labels: false).text
      : range.first { !isSpace(body.source.text[$0]) && body.source.text[$0] != UInt8(ascii: ">") }
        ?? range.upperBound
    let end = body.source.text[range].last == 0x0A ? range.upperBound - 1 : range.upperBound
    return body.source.text[min(start, end)..<end]
  }

  /// Whether each line begins with a word and a colon, or the first and another with one in bold: those may go on in the next line.
  private static func areLabelled(_ lines: [ArraySlice<UInt8>]) -> Bool {
    if isBoldLabel(lines[0]) { return lines.dropFirst().contains(where: isBoldLabel) }
    return lines.allSatisfy(isLabel)
  }

  /// `**Warm-up:** walk`, `*Warm-up*: walk`.
  private static func isBoldLabel(_ line: ArraySlice<UInt8>) -> Bool {
    guard let sign = line.first, sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_") else { return false }
    let name = line.drop { $0 == sign }.prefix(longestLabel).prefix { $0 != sign }
    let behind = line[name.endIndex...].drop { $0 == sign }
    guard behind.startIndex > name.endIndex, let first = name.first, !isSpace(first) else { return false }
    return name.last == UInt8(ascii: ":") || behind.first == UInt8(ascii: ":")
  }

  /// `Warm-up: walk`, `Week 1: walk`.
  private static func isLabel(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, first &- 0x41 < 26 || first == 0xC3 else { return false }
    let name = line.prefix(longestLabel).prefix {
      $0.isWordOfASCII || $0 >= 0xC2 && $0 < 0xE0 || $0 & 0xC0 == 0x80 || $0 == 0x20
        || $0 == UInt8(ascii: "-")
    }
    let behind = line[name.endIndex...]
    let isDivided =
      behind.first == UInt8(ascii: ":") && behind.dropFirst().first == 0x20
      || name.suffix(3).elementsEqual(" - ".utf8) || name.last == 0x20 && behind.starts(with: "– ".utf8)
    return isDivided && name.count { $0 == 0x20 } < 3
  }

  private static let longestLabel = 30

  /// Whether more lines may follow such a one in `areColumns` and `areShort`.
  private static func mayBeginRows(_ line: ArraySlice<UInt8>) -> Bool {
    line.count <= longestShortLine || line.contains(UInt8(ascii: ",")) || line.contains(UInt8(ascii: ";"))
  }

  /// Three lines or more with as many commas or semicolons, and no space behind any: rows of a spreadsheet.
  private static func areColumns(_ lines: [ArraySlice<UInt8>]) -> Bool {
    guard lines.count > 2 else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: ";")].contains { sign in
      let count = lines[0].count { $0 == sign }
      return count > 1
        && lines.allSatisfy { line in
          line.count { $0 == sign } == count
            && !zip(line, line.dropFirst()).contains { $0 == sign && $1 == 0x20 }
        }
    }
  }

  /// Three lines or more, each too short to have been broken by a program, with a capital or a number first and no end of a sentence: an
  /// address, or hours.
  private static func areShort(_ lines: [ArraySlice<UInt8>]) -> Bool {
    guard lines.count > 2 else { return false }
    return lines.indices.allSatisfy { number in
      let line = lines[number]
      guard line.count <= longestShortLine, let first = line.first, let last = line.last else { return false }
      let isEnd = ".,;:!?".utf8.contains(last) && number < lines.count - 1
      return (first &- 0x41 < 26 || ProseByte.isDigit(first)) && !isEnd
    }
  }

  private static let longestShortLine = 40
}
