/// What a program prints at the top and bottom of each page, and what comes along when its text is copied: `Page 1 of 2`,
/// `1 | Page`, `The clinic | Page 3`.
package enum PageNumber {
  /// The one that a line is, or ends in behind a sign or a gap; nil for any other line. `see page 3` is text.
  package static func last(in line: ArraySlice<UInt8>) -> Range<Int>? {
    // Nearly every text ends in a period.
    guard let end = line.lastIndex(where: { $0 != 0x20 }), mayEnd(line[...end]), line.count < longest else {
      return nil
    }
    let words = words(of: line)
    guard let count = length(in: line, words), let last = words.last else { return nil }
    let first = words.count - count
    let number = words[first].lowerBound..<last.upperBound
    guard first > 0 else { return number }
    let before = words[first - 1]
    let gap = line[before.upperBound..<number.lowerBound]
    let isDivided = gap.count > 1 || gap.contains(0x09) || isOne(of: separators, line[before])
    return isDivided ? number : nil
  }

  /// Whether a text ends in `Page 1 of 2`, or in `Page 1` behind a sign, as the title of a document may that was saved by its header.
  package static func inTitle(_ text: ArraySlice<UInt8>) -> Range<Int>? {
    guard let number = last(in: text) else { return nil }
    let isSecond = text[number].contains(where: isDigit) && text[number].split(separator: 0x20).count > 2
    return number.lowerBound > text.startIndex || isSecond ? number : nil
  }

  /// Whether a line is `1 of 4` and nothing else, as a PDF has it at the bottom of a page.
  package static func isCount(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count < 12, let first = line.first, isDigit(first) else { return false }
    let words = words(of: line)
    guard words.count == 3, isOne(of: ["of", "de", "von", "/"], line[words[1]]),
      let page = Int(String(decoding: line[words[0]], as: UTF8.self)),
      let last = Int(String(decoding: line[words[2]], as: UTF8.self))
    else { return false }
    return page > 0 && page <= last
  }

  private static let longest = 120
  private static let separators = ["|", "-", "–", "—", "·", "•", "/"]
  private static let pages = ["page", "pg", "pg.", "página", "seite"]

  private static func mayEnd(_ line: ArraySlice<UInt8>) -> Bool {
    guard let byte = line.last else { return false }
    if byte | 0x20 == UInt8(ascii: "e") {
      // `Page`, `Seite`, `P a g e`.
      let before = line.dropLast().last.map { $0 | 0x20 }
      return before == UInt8(ascii: "g") || before == UInt8(ascii: "t") || before == 0x20
    }
    return isDigit(byte) || byte == UInt8(ascii: "-") || byte & 0xFE == 0x92 || byte == 0x94
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// How many of the last words are the number of a page.
  private static func length(in line: ArraySlice<UInt8>, _ words: [Range<Int>]) -> Int? {
    func word(_ fromEnd: Int) -> ArraySlice<UInt8> {
      words.count > fromEnd ? line[words[words.count - 1 - fromEnd]] : []
    }
    func isNumber(_ fromEnd: Int) -> Bool {
      let word = word(fromEnd)
      return (1...4).contains(word.count) && word.allSatisfy(isDigit)
    }
    func isPage(_ fromEnd: Int) -> Bool { isOne(of: pages, word(fromEnd)) }
    let parts = word(0).split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isFraction = parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
    if (isNumber(0) || isFraction) && isPage(1) { return 2 }
    if isNumber(0), isOne(of: ["of", "de", "von", "/"], word(1)), isNumber(2), isPage(3) { return 4 }
    if isOne(of: pages, word(0)), word(1).elementsEqual("|".utf8), isNumber(2), words.count == 3 { return 3 }
    // Word spaces the letters out.
    let isSpaced = zip(["e", "g", "a", "p", "|"], 0...4).allSatisfy { isOne(of: [$0], word($1)) }
    if isSpaced, isNumber(5), words.count == 6 { return 6 }
    // `– 3 –`.
    let isBetweenDashes = words.count == 3 && isNumber(1) && word(0).elementsEqual(word(2))
    return isBetweenDashes && isOne(of: ["-", "–", "—"], word(0)) ? 3 : nil
  }

  private static func isOne(of words: [String], _ word: ArraySlice<UInt8>) -> Bool {
    !word.isEmpty && word.count < 9 && words.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  /// Between spaces, tabs and no-break spaces.
  private static func words(of line: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    for i in line.indices {
      let isNoBreakSpace =
        line[i] == 0xC2 && i + 1 < line.endIndex && line[i + 1] == 0xA0
        || line[i] == 0xA0 && i > line.startIndex && line[i - 1] == 0xC2
      if line[i] == 0x20 || line[i] == 0x09 || isNoBreakSpace {
        if let begun = start { words.append(begun..<i) }
        start = nil
      } else if start == nil {
        start = i
      }
    }
    if let start { words.append(start..<line.endIndex) }
    return words
  }
}
