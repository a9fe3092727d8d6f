/// A line that YAML reads on from and stumbles over only on one of the next: it begins in another column than those around it, or
/// misses the space behind its colon. For reports only.
struct SlippedLine {
  let offset: Int
  let message: String
  let hint: String

  /// A line, without those that are empty or hold a comment.
  private struct Line {
    let number: Int
    let range: Range<Int>
    /// Where its key begins, behind the `- ` of an entry.
    let start: Int
    let key: Range<Int>
    /// What stands behind its colon; nil for a line without one.
    let value: Range<Int>?
    let source: UnsafeBufferPointer<UInt8>

    init?(_ number: Int, _ range: Range<Int>, in source: UnsafeBufferPointer<UInt8>) {
      var start = range.first { source[$0] != 0x20 } ?? range.upperBound
      guard start < range.upperBound, source[start] != UInt8(ascii: "#") else { return nil }
      if source[start..<range.upperBound].starts(with: "- ".utf8) {
        start = range.first { $0 > start && source[$0] != 0x20 } ?? range.upperBound
      }
      let end =
        (start..<range.upperBound).first { !SourceLines.isInKey(source[$0]) } ?? range.upperBound
      (self.number, self.range, self.start, self.source) = (number, range, start, source)
      key = start..<end
      let isKey = end > start && end < range.upperBound && source[end] == UInt8(ascii: ":")
      value = isKey ? end + 1..<range.upperBound : nil
    }

    var column: Int { start - range.lowerBound }
    /// Where the line begins, which of an entry is its dash.
    var margin: Int { (range.first { source[$0] != 0x20 } ?? start) - range.lowerBound }
    var isSpaced: Bool { value.map { $0.isEmpty || source[$0.lowerBound] <= 0x20 } ?? false }
    var hasText: Bool { value.map { source[$0].contains { $0 > 0x20 } } ?? false }
    var name: String { String(decoding: source[key], as: UTF8.self) }
  }

  private static func lines(_ source: UnsafeBufferPointer<UInt8>, upTo last: Int) -> [Line] {
    SourceLines.all(of: source, upTo: last).enumerated().compactMap { Line($0, $1, in: source) }
  }

  // MARK: Columns

  /// The line of the fault, or the one before it, when both it and those around it show that it began further in: one of the keys of a
  /// mapping at the margin.
  static func dedented(beforeLine wanted: Int, in source: UnsafeBufferPointer<UInt8>) -> SlippedLine? {
    let lines = lines(source, upTo: .max)
    guard let place = lines.firstIndex(where: { $0.number == wanted }), place > 0 else { return nil }
    if let slip = between(lines, place) { return slip }
    guard place > 1 else { return nil }
    let (line, slip, above) = (lines[place], lines[place - 1], lines[place - 2])
    guard line.isSpaced, slip.hasText, slip.isSpaced, slip.column < line.column, above.isSpaced else {
      return nil
    }
    let isFollowed = lines[(place + 1)...].first.map { $0.column == line.column && $0.isSpaced } ?? false
    if above.column == line.column {
      // With one line further in that may be the slip itself, the other keys in the slip's column decide.
      let isAlone = !lines.contains {
        $0.column == slip.column && $0.hasText && $0.number != slip.number
      }
      guard isFollowed || isAlone else { return nil }
    } else {
      // The first key of a mapping, below its name.
      guard !above.hasText, above.column < line.column, isFollowed || above.column >= slip.column else {
        return nil
      }
    }
    return tooFarLeft(slip, besides: line)
  }

  /// A key of a list's entry that begins in the column of that entry's dash, on the line of the fault or right above it: `- id: step-ups`
  /// above `note: from week 3`.
  static func besideDash(nearLine wanted: Int, in source: UnsafeBufferPointer<UInt8>) -> SlippedLine? {
    let lines = lines(source, upTo: wanted)
    for (entry, slip) in zip(lines, lines.dropFirst()).suffix(2).reversed()
    where entry.margin < entry.column && entry.isSpaced && slip.isSpaced && slip.hasText
      && slip.margin == slip.column && slip.column == entry.margin
    {
      return tooFarLeft(slip, besides: entry)
    }
    return nil
  }

  private static func tooFarLeft(_ slip: Line, besides other: Line) -> SlippedLine {
    let spaces = other.column - slip.column
    return SlippedLine(
      offset: slip.start, message: "This line begins further left than the lines it belongs to.",
      hint: "Add \(spaces == 1 ? "a space" : "\(spaces) spaces") in front of `\(slip.name):`.")
  }

  /// The line of the fault itself when it lies between two of one column and no mapping around them has its own.
  private static func between(_ lines: [Line], _ place: Int) -> SlippedLine? {
    guard place + 1 < lines.count,
      case (let above, let slip, let next) = (lines[place - 1], lines[place], lines[place + 1]),
      above.column == next.column, slip.column < above.column, slip.isSpaced, slip.hasText, above.isSpaced,
      next.isSpaced
    else { return nil }
    let outer = lines[..<place].last { $0.column <= slip.column }
    return outer?.column == slip.column ? nil : tooFarLeft(slip, besides: above)
  }

  /// The line of the fault when it is a key that begins with a space where the one above begins at the margin.
  static func behindSpace(line wanted: Int, in source: UnsafeBufferPointer<UInt8>) -> SlippedLine? {
    let lines = lines(source, upTo: wanted)
    guard let line = lines.last, line.number == wanted, line.value != nil, line.column > 0,
      source[line.range.lowerBound] == 0x20, source[line.start - 1] == 0x20,
      let above = lines.dropLast().last,
      // A key with its value on its own line has nothing below it.
      above.column == 0, above.hasText
    else { return nil }
    let before = lines.dropLast(2).last
    let isDoubtful = before.map { $0.column == line.column && $0.value != nil } ?? false
    return SlippedLine(
      offset: line.range.lowerBound,
      message: "This line starts with a space, but the key above it does not.",
      hint: isDoubtful
        ? "Keys at the same level start in the same column: remove the space, or write as many in front of the key above."
        : "Remove the space: keys at the same level start in the same column. If it goes on with the text above, put the whole text in quotes."
    )
  }

  // MARK: Spaces

  /// Spaces that editors show as such and that are none for YAML.
  private static let otherSpaces: [[UInt8]] = [
    [0xC2, 0xA0], [0xE2, 0x80, 0x87], [0xE2, 0x80, 0xAF], [0xE3, 0x80, 0x80],
  ]

  private static let otherSpace = "a special character, probably pasted from a word processor."

  /// One of the last lines up to `last`, from 0, that is indented with spaces that are none.
  static func strangelyIndented(
    upTo last: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> SlippedLine? {
    for line in SourceLines.all(of: source, upTo: last).dropFirst(max(0, last - 2)) {
      let start = line.first { source[$0] != 0x20 } ?? line.upperBound
      guard otherSpaces.contains(where: { source[start..<line.upperBound].starts(with: $0) }) else {
        continue
      }
      return SlippedLine(
        offset: start, message: "The space in front of this line is \(otherSpace)",
        hint: "Delete the spaces in front of this line and type them again.")
    }
    return nil
  }

  /// The last line up to `last`, from 0, that begins with a key and a colon with something right behind it: YAML reads
  /// on from there and stumbles over one of the next two lines.
  static func withoutSpace(upTo last: Int, in source: UnsafeBufferPointer<UInt8>) -> SlippedLine? {
    let all = lines(source, upTo: last)
    let column = all.last.flatMap { $0.number == last ? $0.column : nil } ?? 0
    let found = all.last { line in
      guard line.number >= last - 2, line.column >= column, let value = line.value, !line.isSpaced else {
        return false
      }
      // An address, or a time of day.
      return !source[value].starts(with: "//".utf8) && !source[line.key].allSatisfy { $0 &- 0x30 < 10 }
    }
    guard let found, let value = found.value else { return nil }
    let hasOtherSpace = otherSpaces.contains { source[value].starts(with: $0) }
    return SlippedLine(
      offset: value.lowerBound,
      message: hasOtherSpace
        ? "The space after `\(found.name):` is \(otherSpace)" : "There is no space after `\(found.name):`.",
      hint: hasOtherSpace
        ? "Delete that space and type it again." : "Add a space after `\(found.name):`.")
  }
}
