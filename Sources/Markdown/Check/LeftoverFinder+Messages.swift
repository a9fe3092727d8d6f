import Text

/// What chat programs, mail and forms leave behind.
extension LeftoverFinder {
  /// The bytes by which it is found, as far as `source` may hold it.
  static func signsOfWords(in source: [UInt8], _ pairs: BytePairs) -> [UInt8] {
    var signs: [UInt8] = []
    func note(_ sign: UInt8, _ next: (UInt8) -> Bool) {
      if pairs.has(sign, before: next) { signs.append(sign) }
    }
    note(UInt8(ascii: "A")) { $0 == UInt8(ascii: "I") }
    for phrase in [sentFrom, message] where pairs.has(phrase[0], phrase[1]) && has(phrase, in: source) {
      signs.append(phrase[0])
    }
    note(UInt8(ascii: "0")) { "snfvi".utf8.contains($0) }
    for letter in "NX".utf8 {
      note(letter) { $0 == 0x20 || $0 == letter || $0 == UInt8(ascii: "-") || $0 == 0xE2 }
    }
    note(UInt8(ascii: "x")) { $0 == UInt8(ascii: "x") }
    note(UInt8(ascii: "\\"), \.isLetterOfASCII)
    return signs
  }

  private static let sentFrom = Array("Sent from ".utf8)
  private static let senders = ["my ", "Outlook ", "Mail for ", "Yahoo ", "Samsung ", "Gmail "]
  private static let message = Array("Message".utf8)

  /// Words of programs, found at their rarest letter.
  mutating func remnantOfMessage(_ i: Int) {
    let (before, text) = (bytes[range.lowerBound..<i], bytes[i..<range.upperBound])
    func ends(with words: String) -> Bool { before.suffix(words.utf8.count).elementsEqual(words.utf8) }
    switch bytes[i] {
    case UInt8(ascii: "A"):
      let names = ["AI language model", "AI assistant", "AI model", "AI chatbot"]
      if ends(with: "As an "), names.contains(where: { text.starts(with: $0.utf8) }) {
        note(.chatbotWords, i - 6)
      }
    case UInt8(ascii: "S"):
      if startsLine(i), text.starts(with: Self.sentFrom),
        case let rest = text.dropFirst(Self.sentFrom.count),
        Self.senders.contains(where: { rest.starts(with: $0.utf8) })
      {
        note(.mailWords, i)
      }
    case UInt8(ascii: "M"):
      // Hyphens have become dashes.
      if ends(with: "Original "), text.starts(with: Self.message),
        before.dropLast(9).last.map({ $0 == 0x2D || $0 & 0xFE == 0x92 || $0 == 0x94 || $0 == 0x20 }) ?? false,
        text.dropFirst(7).drop(while: { $0 == 0x20 }).first.map({ $0 == 0xE2 || $0 == 0x2D }) ?? false
      {
        note(.mailWords, i)
      }
    default:
      guard ends(with: "turn") else { return }
      let kinds = ["search", "news", "file", "view", "image", "fetch"]
      if kinds.contains(where: { text.dropFirst().starts(with: $0.utf8) }) {
        note(.chatbotMark, ends(with: "citeturn") ? i - 8 : i - 4)
      }
    }
  }

  /// `Hold for N seconds`, `XX reps`, `X-Y weeks`, `X to Y weeks`: a letter where a number belongs.
  mutating func openNumber(_ i: Int) -> Int {
    var end = i
    while at(end) == bytes[i] { end += 1 }
    let before = i > range.lowerBound ? bytes[i - 1] : 0x20
    guard end - i < 3, bytes[i] != UInt8(ascii: "x") || end - i == 2,
      isSpace(before) || before == UInt8(ascii: "(")
    else { return end }
    let last = endOfSecond(behind: end) ?? end
    guard let unit = OpenNumber.unit(behind: last, in: bytes[..<range.upperBound]) else { return end }
    note(.unwritten(Array(bytes[i..<unit])), i)
    return unit
  }

  /// Where `-Y` or ` to Y` ends that stands behind the first letter of a range.
  private func endOfSecond(behind end: Int) -> Int? {
    let rest = bytes[end..<range.upperBound]
    let gap = ["-", "–", " - ", " – ", " to "].first { rest.starts(with: $0.utf8) }
    guard let gap, case let letter = end + gap.utf8.count, at(letter) &- 0x4D < 14 else { return nil }
    var last = letter
    while at(last) == at(letter) { last += 1 }
    return last - letter < 3 ? last : nil
  }

  /// Whether two `_` stand where a number belongs: `for __ weeks`.
  func isOpenNumber(_ line: Range<Int>) -> Bool {
    line.count == 2 && (line.lowerBound == range.lowerBound || isSpace(bytes[line.lowerBound - 1]))
      && OpenNumber.unit(behind: line.upperBound, in: bytes[..<range.upperBound]) != nil
  }

  /// Whether a row of `_` stands in a sentence. Behind a colon, or at an end of a line, it is for readers to write on.
  func isBlank(_ line: Range<Int>) -> Bool {
    let before = bytes[range.lowerBound..<line.lowerBound]
    let next = at(line.upperBound)
    if before.suffix(8).elementsEqual("Fill in ".utf8) { return false }
    guard before.last == 0x20, let word = before.dropLast().last, word.isWordOfASCII || word == 0x2C else {
      return false
    }
    return next == 0x20 && (at(line.upperBound + 1) | 0x20) &- 0x61 < 26
  }

  /// `3 \\times 10`: a command of TeX.
  mutating func formula(_ i: Int) -> Int {
    let isWordStart = i == range.lowerBound || isSpace(bytes[i - 1]) || bytes[i - 1] == UInt8(ascii: "\\")
    if isWordStart, let end = PictureFile.endOfPath(bytes[i..<range.upperBound]) {
      note(.remnant(.localPath), i)
      return end
    }
    let name = bytes[(i + 1)..<range.upperBound].prefix(16).prefix(while: \.isLetterOfASCII)
    if isWordStart, !at(name.endIndex).isWordOfASCII, at(name.endIndex) != UInt8(ascii: "\\"),
      Self.layoutCommands.contains(String(decoding: name, as: UTF8.self))
    {
      note(.command, i)
      return name.endIndex
    }
    guard Self.commandsOfTeX.contains(String(decoding: name, as: UTF8.self)),
      !at(name.endIndex).isWordOfASCII,
      // A path of Windows.
      at(name.endIndex) != UInt8(ascii: "\\"), i == range.lowerBound || bytes[i - 1] != UInt8(ascii: ":")
    else { return i + 1 }
    // One for each formula.
    let start = bytes[range.lowerBound..<i].suffix(40).lastIndex(of: UInt8(ascii: "$"))
    note(.formula, start ?? i)
    let end = index(of: UInt8(ascii: "$"), from: name.endIndex, within: 120)
    return end.map { $0 + 1 } ?? index(of: 0x0A, from: name.endIndex, within: 120) ?? range.upperBound
  }

  /// Those of TeX that stand alone and say how a page is set.
  private static let layoutCommands: Set = [
    "newpage", "pagebreak", "clearpage", "cleardoublepage", "newline", "linebreak", "noindent", "bigskip",
    "medskip", "smallskip", "hfill", "vfill", "centering", "tableofcontents", "maketitle", "hline",
  ]

  private static let commandsOfTeX: Set = [
    "approx", "cdot", "circ", "frac", "ge", "geq", "le", "leq", "neq", "pm", "rightarrow", "sqrt", "text",
    "times",
  ]
}
