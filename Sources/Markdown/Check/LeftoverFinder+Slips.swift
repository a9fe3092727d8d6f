import Text

/// Ranges the wrong way round, days that do not exist, and marks of Wikipedia and AsciiDoc.
extension LeftoverFinder {
  /// The bytes by which these are found, as far as `source` may hold one.
  static func signsOfSlips(in source: [UInt8], _ pairs: BytePairs) -> [UInt8] {
    var signs: [UInt8] = []
    let apostrophe = UInt8(ascii: "'")
    if pairs.has(apostrophe, apostrophe) { signs += [apostrophe, 0xE2] }
    if pairs.has(UInt8(ascii: "#"), before: \.isLetterOfASCII), pairs.has(0x20, UInt8(ascii: "#")) {
      signs.append(UInt8(ascii: "#"))
    }
    let colon = UInt8(ascii: ":")
    if pairs.has(colon, colon), has(picture, in: source) || has(video, in: source) { signs.append(colon) }
    if pairs.has(UInt8(ascii: "k"), colon), has(link, in: source) { signs.append(colon) }
    for letter in [0xD0, 0xD1] as [UInt8] where pairs.has(letter) { signs.append(letter) }
    signs += turnedRanges(in: source)
    if pairs.has(UInt8(ascii: "3")) && holdsNoDay(source) { signs.append(UInt8(ascii: "3")) }
    return signs
  }

  private static let picture = Array("image::".utf8)
  private static let video = Array("video::".utf8)
  private static let link = Array("link:".utf8)

  // MARK: Ranges

  /// The signs of ranges whose second number is smaller, which few articles have. Looked for at each digit before a space: to search
  /// for the words took four times as long, since so many begin with a space.
  private static func turnedRanges(in source: [UInt8]) -> [UInt8] {
    var signs: [UInt8] = []
    var place = 1
    while place + 4 < source.count {
      defer { place += 1 }
      guard source[place] == 0x20, ProseByte.isDigit(source[place - 1]) else { continue }
      for (words, sign) in ranges
      where !signs.contains(sign) && ByteSearch.begins(source[place...], with: words) {
        let behind = place + words.utf8CodeUnitCount
        if let first = number(before: place, in: source[...]),
          let second = number(at: behind, in: source[...]), first.value > second.value
        {
          signs.append(sign)
        }
      }
    }
    return signs
  }

  private static let ranges: [(words: StaticString, sign: UInt8)] = [
    (" to ", UInt8(ascii: "t")), (" out of ", UInt8(ascii: "o")),
  ]

  /// The whole number that ends at `end`; nil for a part of a longer one, a time or a fraction.
  private static func number(before end: Int, in text: ArraySlice<UInt8>) -> (value: Int, start: Int)? {
    var start = end
    while start > text.startIndex, ProseByte.isDigit(text[start - 1]), end - start < 5 { start -= 1 }
    let before = start > text.startIndex ? text[start - 1] : 0x20
    guard start < end, before == 0x20 || before == 0x0A || before == UInt8(ascii: "(") else { return nil }
    return (text[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }, start)
  }

  private static func number(at start: Int, in text: ArraySlice<UInt8>) -> (value: Int, end: Int)? {
    let digits = text[start...].prefix(5).prefix(while: ProseByte.isDigit)
    let next = digits.endIndex < text.endIndex ? text[digits.endIndex] : 0x20
    let isPart = next.isWordOfASCII || next == UInt8(ascii: ":") || next == UInt8(ascii: "/")
    let after = digits.endIndex + 1 < text.endIndex ? text[digits.endIndex + 1] : 0x20
    let isLonger = (next == 0x2E || next == 0x2C) && ProseByte.isDigit(after)
    guard !digits.isEmpty, digits.count < 5, !isPart, !isLonger else { return nil }
    return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, digits.endIndex)
  }

  /// `12 to 8 reps`; what goes down on purpose says "from" or what comes after.
  mutating func turnedRange(_ i: Int) {
    let text = bytes[range]
    guard i > range.lowerBound, bytes[i - 1] == 0x20, at(i + 1) == UInt8(ascii: "o"), at(i + 2) == 0x20,
      ProseByte.isDigit(at(i + 3)), let first = Self.number(before: i - 1, in: text),
      let second = Self.number(at: i + 3, in: text), first.value > second.value
    else { return }
    let unit = text[second.end...].drop { $0 == 0x20 || $0 == UInt8(ascii: "-") }.prefix(
      while: ProseByte.isLetter)
    let next = text[unit.endIndex...].drop { $0 == 0x20 }.prefix(while: ProseByte.isLetter)
    let before = text[..<first.start].suffix(60).split { !ProseByte.isLetter($0) }.suffix(4)
    func word(_ bytes: ArraySlice<UInt8>) -> String {
      String(decoding: bytes.map { $0 | 0x20 }, as: UTF8.self)
    }
    guard Self.units.contains(word(unit)), !Self.later.contains(word(next)),
      !before.contains(where: { Self.falls.contains(word($0)) })
    else { return }
    note(.leftover(.slip(.turnedRange(first.value, second.value))), first.start)
  }

  /// `11 out of 10`, of a scale.
  mutating func beyondScale(_ i: Int) {
    let text = bytes[range]
    guard i > range.lowerBound, bytes[i - 1] == 0x20, text[i...].starts(with: "out of ".utf8),
      ProseByte.isDigit(at(i + 7)), let first = Self.number(before: i - 1, in: text),
      let second = Self.number(at: i + 7, in: text), first.value > second.value,
      second.value == 10 || second.value == 100
    else { return }
    note(.leftover(.slip(.beyondScale(first.value, second.value))), first.start)
  }

  private static let units: Set = [
    "rep", "reps", "repetition", "repetitions", "time", "times", "set", "sets", "second", "seconds", "sec",
    "minute", "minutes", "min", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year",
    "years", "cm", "mm", "inch", "inches", "feet", "foot", "degree", "degrees", "step", "steps", "session",
    "sessions", "visit", "visits", "breath", "breaths",
  ]
  /// Time that is counted down: "20 to 10 minutes before bed".
  private static let later: Set = ["before", "left", "earlier", "ago", "sooner", "prior"]
  private static let falls: Set = [
    "from", "down", "drop", "drops", "dropped", "fell", "fall", "falls", "cut", "reduce", "reduces",
    "reduced",
    "lower", "lowered", "decrease", "decreased", "shorten", "shortened", "back", "ratio", "compared",
  ]

  // MARK: Days

  /// Whether `30` or `31` stands beside a word that may be a month, or in a date of numbers.
  private static func holdsNoDay(_ source: [UInt8]) -> Bool {
    var from = 0
    while let i = TextScanner.first(UInt8(ascii: "3"), in: source, from..<source.count) {
      from = i + 1
      if noDay(at: i, in: source[...]) != nil { return true }
    }
    return false
  }

  mutating func dayOfMonth(_ i: Int) {
    guard let (slip, start) = Self.noDay(at: i, in: bytes[range]) else { return }
    note(.leftover(.slip(slip)), start)
  }

  private static func noDay(at i: Int, in text: ArraySlice<UInt8>) -> (slip: TextSlip, start: Int)? {
    func at(_ i: Int) -> UInt8 { text.indices.contains(i) ? text[i] : 0 }
    guard at(i + 1) & 0xFE == 0x30, !ProseByte.isDigit(at(i + 2)), !at(i - 1).isWordOfASCII else {
      return nil
    }
    let day = Int(at(i + 1)) & 1 + 30
    if at(i - 1) == 0x20, at(i - 2).isLetterOfASCII {
      let name = text[..<(i - 1)].suffix(10).reversed().prefix(while: \.isLetterOfASCII)
      // "On June 30 degrees are common" is no date, but June has 30 days.
      if let last = days(Array(name.reversed())), last < day {
        let start = i - 1 - name.count
        return (.noSuchDay(Array(text[start..<(i + 2)]), last: last), start)
      }
    }
    if at(i + 2) == UInt8(ascii: "/") || at(i - 1) == UInt8(ascii: "/") { return noDate(at: i, in: text) }
    var next = i + 2
    if ["st", "th"].contains(where: { text[min(next, text.endIndex)...].starts(with: $0.utf8) }) {
      next += 2
    }
    guard at(next) == 0x20 else { return nil }
    next += 1
    for word in ["of ", "de "] where text[min(next, text.endIndex)...].starts(with: word.utf8) { next += 3 }
    let name = text[min(next, text.endIndex)...].prefix(11).prefix(while: \.isLetterOfASCII)
    guard let last = days(Array(name)), last < day else { return nil }
    return (.noSuchDay(Array(text[i..<name.endIndex]), last: last), i)
  }

  /// How many days a month has that has fewer than 31; nil for all other words.
  private static func days(_ name: [UInt8]) -> Int? {
    guard (4...10).contains(name.count) else { return nil }
    switch name[0] | 0x20 {
    case UInt8(ascii: "f"), UInt8(ascii: "a"), UInt8(ascii: "j"), UInt8(ascii: "s"), UInt8(ascii: "n"): break
    default: return nil
    }
    return switch String(decoding: name.map { $0 | 0x20 }, as: UTF8.self) {
    case "february", "febrero": 29
    case "april", "june", "september", "november", "abril", "junio", "septiembre", "noviembre": 30
    default: nil
    }
  }

  /// `31/11/2026`, whichever of the two numbers is the month.
  private static func noDate(at i: Int, in text: ArraySlice<UInt8>) -> (slip: TextSlip, start: Int)? {
    func isPart(_ byte: UInt8) -> Bool { ProseByte.isDigit(byte) || byte == UInt8(ascii: "/") }
    let start = text[..<i].suffix(12).reversed().prefix(while: isPart).count
    let date = text[(i - start)...].prefix(12).prefix(while: isPart)
    let parts = date.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].count == 4, parts[2].first == UInt8(ascii: "2"),
      parts[0].count < 3, parts[1].count < 3, !parts[0].isEmpty, !parts[1].isEmpty
    else { return nil }
    let numbers = parts.prefix(2).map { $0.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    func isDay(_ day: Int, ofMonth month: Int) -> Bool {
      (1...12).contains(month) && day > 0
        && day <= ([4, 6, 9, 11].contains(month) ? 30 : month == 2 ? 29 : 31)
    }
    if isDay(numbers[0], ofMonth: numbers[1]) || isDay(numbers[1], ofMonth: numbers[0]) { return nil }
    return (.noSuchDate(Array(date)), date.startIndex)
  }

  // MARK: Marks

  /// Two apostrophes in a row or three, typed or curly, where no number stands before them: `5''` is a length.
  mutating func apostrophes(_ i: Int) -> Int? {
    var (end, count) = (i, 0)
    while let length = lengthOfApostrophe(end) { (end, count) = (end + length, count + 1) }
    guard count > 1 else { return nil }
    let before = i > range.lowerBound ? bytes[i - 1] : 0x20
    // What ends the words is told with what begins them.
    if count < 4, ProseByte.isLetter(at(end)), isSpace(before) || before == UInt8(ascii: "(") {
      note(.leftover(.slip(.apostrophes(count))), i)
    }
    return end
  }

  private func lengthOfApostrophe(_ i: Int) -> Int? {
    if at(i) == UInt8(ascii: "'") { return 1 }
    return at(i) == 0xE2 && at(i + 1) == 0x80 && at(i + 2) & 0xFE == 0x98 ? 3 : nil
  }

  /// `Rest. #knee #pain`: two tags or more at the end of a line.
  mutating func hashtags(_ i: Int) -> Int {
    var (end, count) = (i, 0)
    while at(end) == UInt8(ascii: "#"), at(end + 1).isLetterOfASCII {
      count += 1
      end += 1
      while at(end).isWordOfASCII || at(end) >= 0x80 || at(end) == UInt8(ascii: "_") { end += 1 }
      while at(end) == 0x20 { end += 1 }
    }
    if count > 1, i > range.lowerBound, bytes[i - 1] == 0x20, at(end) == 0x0A || end == range.upperBound {
      note(.leftover(.hashtags), i)
    }
    return max(end, i + 1)
  }

  /// `== What helps` alone in its paragraph, and `=== "Week 1"` above a text: a heading of AsciiDoc, and a tab of MkDocs.
  func isOpenHeading(_ line: ArraySlice<UInt8>, _ end: Int) -> Bool {
    let first = at(end + 1)
    if first == 0xE2 || first == UInt8(ascii: "\"") { return true }
    return first &- 0x41 < 26 && line.count < 80 && line.endIndex == range.upperBound && edges.endsLine
      && !".,;:".utf8.contains(line.last ?? 0)
  }

  /// `image::knee.svg[]` and `link:page.html[words]`; `i` is at the first colon.
  mutating func macro(ofAsciiDoc i: Int) {
    let before = bytes[range.lowerBound..<i].suffix(6)
    func ends(_ word: String) -> Bool {
      before.suffix(word.utf8.count).elementsEqual(word.utf8)
        && !(before.dropLast(word.utf8.count).last?.isWordOfASCII ?? false)
    }
    let isPicture = at(i + 1) == UInt8(ascii: ":") && (ends("image") || ends("video"))
    guard isPicture || ends("link") else { return }
    let target = bytes[(i + (isPicture ? 2 : 1))..<range.upperBound].prefix(200).prefix {
      $0 > 0x20 && $0 != UInt8(ascii: "[")
    }
    guard !target.isEmpty, at(target.endIndex) == UInt8(ascii: "["),
      index(of: UInt8(ascii: "]"), from: target.endIndex, within: 200) != nil
    else { return }
    note(.leftover(.slip(isPicture ? .foreignPicture(Array(target)) : .foreignLink)), i - (isPicture ? 5 : 4))
  }

  /// A Cyrillic letter with one of ours right before or behind it.
  mutating func foreignLetter(_ i: Int) -> Int {
    var (start, end) = (i, i)
    while at(end) & 0xFE == 0xD0 { end = min(end + 2, range.upperBound) }
    while start > range.lowerBound, bytes[start - 1].isLetterOfASCII { start -= 1 }
    guard start < i || at(end).isLetterOfASCII else { return end }
    while at(end).isLetterOfASCII || at(end) & 0xFE == 0xD0 {
      end = min(end + (at(end).isLetterOfASCII ? 1 : 2), range.upperBound)
    }
    // One such letter in a word of ours; a word of both may be a name.
    if end - i > 0, bytes[start..<end].count(where: { $0 & 0xFE == 0xD0 }) * 2 < end - start {
      note(.leftover(.slip(.foreignLetter)), start)
    }
    return end
  }
}
