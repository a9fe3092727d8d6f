import Text

/// Tildes, backticks and carets without their other halves.
extension LeftoverFinder {
  mutating func tilde(_ i: Int) -> Int {
    var end = i
    while at(end) == UInt8(ascii: "~") { end += 1 }
    let before = i > range.lowerBound ? bytes[i - 1] : 0x20
    if end - i == 2 {
      let (opens, closes) = (at(end) > 0x20, !isSpace(before))
      if opens != closes, !isSpace(before) || !ProseByte.isDigit(at(end)) { note(.openStrike, i) }
    } else if end - i == 1, before.isLetterOfASCII {
      let word = bytes[end..<range.upperBound].prefix(4).prefix(while: \.isWordOfASCII)
      if !word.isEmpty, at(word.endIndex) == UInt8(ascii: "~"), at(word.endIndex + 1) != UInt8(ascii: "~") {
        note(.lowered, i)
        return word.endIndex + 1
      }
    } else if end - i == 1, ProseByte.isLetter(at(end)), isSpace(before),
      let close = index(of: UInt8(ascii: "~"), from: end, within: 80), !isSpace(bytes[close - 1]),
      !bytes[end..<close].contains(0x0A), !at(close + 1).isWordOfASCII, at(close + 1) != UInt8(ascii: "~")
    {
      note(.singleStrike, i)
      return close + 1
    }
    return end
  }

  mutating func backtick(_ i: Int) -> Int {
    var end = i
    while at(end) == UInt8(ascii: "`") { end += 1 }
    let before = i > range.lowerBound ? bytes[i - 1] : 0x20
    // Between letters it is an accent or the ʻokina of Hawaiʻi.
    if !(ProseByte.isLetter(before) && ProseByte.isLetter(at(end))) { note(.backtick, i) }
    return range.upperBound - i > 300 ? end : index(of: 0x0A, from: end, within: 300) ?? range.upperBound
  }

  /// What is raised to a power in a text about health: `kg/m^2`, `10^6`. In others, `x^2` is meant to be seen.
  private static let raisedUnits: Set = ["m", "cm", "mm", "km", "ft", "10"]

  mutating func caret(_ i: Int) -> Int {
    // Footnotes, and notes in place.
    if at(i + 1) == UInt8(ascii: "[") || i > range.lowerBound && bytes[i - 1] == UInt8(ascii: "[") {
      return i + 1
    }
    let before = i > range.lowerBound ? bytes[i - 1] : 0x20
    let word = bytes[i + 1..<range.upperBound].prefix(24).prefix {
      !isSpace($0) && $0 != UInt8(ascii: "^") && $0 < 0xF8
    }
    guard word.contains(where: \.isWordOfASCII) else { return i + 1 }
    let digits = word.prefix(while: ProseByte.isDigit)
    let unit = bytes[range.lowerBound..<i].suffix(3).split { !$0.isWordOfASCII }.last ?? []
    if at(word.endIndex) != UInt8(ascii: "^"), (1...2).contains(digits.count), before.isWordOfASCII,
      !at(digits.endIndex).isWordOfASCII, Self.raisedUnits.contains(String(decoding: unit, as: UTF8.self))
    {
      note(.power, i)
      return digits.endIndex
    }
    if at(word.endIndex) == UInt8(ascii: "^") {
      note(.raised, i)
      return word.endIndex + 1
    }
    let isName = word.allSatisfy { $0.isWordOfASCII || $0 == UInt8(ascii: "-") }
    if isSpace(before), edges.endsLine, word.endIndex == range.upperBound, isName, word.count > 2 {
      note(.blockName, i)
    }
    return word.endIndex
  }
}
