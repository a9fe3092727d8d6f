import Text

/// Words and characters that other programs leave behind.
extension LeftoverFinder {
  mutating func entity(_ i: Int) {
    let name = bytes[i + 1..<range.upperBound].prefix(8).prefix {
      $0.isWordOfASCII || $0 == UInt8(ascii: "#")
    }
    let word = String(decoding: name, as: UTF8.self)
    let isNumber = name.first == UInt8(ascii: "#") && name.dropFirst().first.map(ProseByte.isDigit) ?? false
    let isClosed = at(name.endIndex) == UInt8(ascii: ";")
    // A misspelt name, such as `&nbps;`: what is one goes out as its character.
    let isName = name.count > 2 && name.allSatisfy(\.isLetterOfASCII)
    guard Self.entities.contains(word) || isClosed && (isNumber || isName) else { return }
    note(.entity, i)
  }

  private static let entities: Set = [
    "amp", "nbsp", "lt", "gt", "quot", "apos", "rsquo", "lsquo", "rdquo", "ldquo", "ndash", "mdash", "hellip",
    "times", "deg", "shy",
  ]

  mutating func wordError(_ i: Int) {
    let before = bytes[range.lowerBound..<i].suffix(8)
    guard before.suffix(5).elementsEqual("Error".utf8) || before.suffix(6).elementsEqual("Fehler".utf8) else {
      return
    }
    let message = bytes[min(i + 2, range.upperBound)..<range.upperBound]
    guard Self.errors.contains(where: { message.starts(with: $0.utf8) }) else { return }
    let word = before.last == UInt8(ascii: "r") && before.suffix(6).first == UInt8(ascii: "F") ? 6 : 5
    let start = i - word
    let isSpanish = start - 2 >= range.lowerBound && bytes[start - 2] == 0xC2 && bytes[start - 1] == 0xA1
    note(.wordError, isSpanish ? start - 2 : start)
  }

  private static let errors = [
    "Reference source not found", "Bookmark not defined", "Hyperlink reference not valid",
    "Filename not specified", "No text of specified style", "No table of ", "No index entries found",
    "Not a valid ", "Unknown document property", "No bookmark name given", "Objects cannot be created",
    "Cannot open file", "No sequence specified", "Main Document Only",
    "Marcador no definido", "No se encuentra el origen", "Referencia de hiperv", "No se ha encontrado",
    "Nombre de archivo no especificado", "No hay texto con el estilo",
    "Textmarke nicht definiert", "Verweisquelle konnte nicht", "Kein Text mit angegebener",
  ]

  mutating func webAddress(_ i: Int) -> Int {
    guard bytes[i..<range.upperBound].starts(with: "www.".utf8), at(i + 4).isWordOfASCII else { return i + 1 }
    let before = i > range.lowerBound ? bytes[i - 1] : 0x20
    if !before.isWordOfASCII, before != UInt8(ascii: "/"), before != UInt8(ascii: "@"),
      before != UInt8(ascii: ".")
    {
      note(.address, i)
    }
    return i + 4
  }

  // MARK: Characters

  /// UTF-8 that was read as Windows-1252: `Ã©`, `Â°`, `â€™`.
  mutating func garbled(_ i: Int) -> Int {
    guard GarbledText.begins(at: i, in: bytes[range]) else { return i + 2 }
    note(.encoding, i)
    // One for each word.
    var end = i
    while at(end) > 0x20 { end += 1 }
    return end
  }

  /// `pain.¹`: a raised number behind the end of a sentence, or a one behind a word, which no unit has.
  mutating func raisedNumber(_ i: Int) {
    guard let first = raisedDigit(i) else { return }
    if startsLine(i) {
      let next = i + first.length
      if at(next) == 0x20 || at(next) &- 0x41 < 26 { note(.remnant(.noteLine(first.value)), i) }
      return
    }
    guard i > range.lowerBound else { return }
    let before = bytes[i - 1]
    let word = bytes[range.lowerBound..<i].suffix(3)
    let isBehindWord = first.value == 1 && word.count == 3 && word.allSatisfy { $0 &- 0x61 < 26 }
    // What is quoted ends in a quotation mark, which smart punctuation has curled.
    let isBehindQuote =
      before | 1 == 0x9D && word.starts(with: [0xE2, 0x80] as [UInt8]) || before == UInt8(ascii: "\"")
    let isBehindMark = [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F].contains(before) || isBehindQuote
    guard isBehindWord || isBehindMark else { return }
    var (number, end) = (first.value, i + first.length)
    while let next = raisedDigit(end), number < 100 {
      (number, end) = (number * 10 + next.value, end + next.length)
    }
    note(.smallNumber(number), i)
  }

  /// Whether a number may stand right behind the end of a sentence.
  static func hasGluedNumber(_ source: [UInt8]) -> Bool {
    var from = 0
    while let point = TextScanner.first(UInt8(ascii: "."), in: source, from..<source.count) {
      from = point + 1
      if from < source.count, ProseByte.isDigit(source[from]), endsWord(source[..<point]) { return true }
    }
    return false
  }

  private static func endsWord(_ text: ArraySlice<UInt8>) -> Bool {
    text.count > 3 && text.suffix(4).allSatisfy { $0 &- 0x61 < 26 }
  }

  /// `tendon.1,2 It`: small numbers that have lost their height.
  mutating func gluedNumber(_ i: Int) {
    let before = bytes[range.lowerBound..<i]
    let word = before.suffix(32).reversed().prefix { !isSpace($0) }
    // A name of a file, an address, a version.
    guard Self.endsWord(before), word.allSatisfy({ ProseByte.isLetter($0) || $0 == UInt8(ascii: "-") }) else {
      return
    }
    let numbers = bytes[(i + 1)..<range.upperBound].prefix(12).prefix {
      ProseByte.isDigit($0) || [0x2C, 0x2D, 0xE2, 0x80, 0x93].contains($0)
    }
    let first = numbers.prefix(while: ProseByte.isDigit)
    let isEnd = numbers.endIndex == range.upperBound ? edges.endsLine : at(numbers.endIndex) == 0x0A
    let goesOn = at(numbers.endIndex) == 0x20 && at(numbers.endIndex + 1) &- 0x41 < 26
    guard (1...2).contains(first.count), first.first != UInt8(ascii: "0"), isEnd || goesOn,
      numbers.last.map(ProseByte.isDigit) ?? false
    else { return }
    note(.smallNumber(first.reduce(0) { $0 * 10 + Int($1 - 0x30) }), i + 1)
  }

  /// `mso-list:l0 level1 lfo1`.
  mutating func listOfOffice(_ i: Int) {
    guard bytes[i..<range.upperBound].starts(with: "mso-list:".utf8) else { return }
    note(.officeTag, i)
  }

  /// U+00B9, U+00B2, U+00B3, U+2070, U+2074 to U+2079.
  private func raisedDigit(_ i: Int) -> (value: Int, length: Int)? {
    switch (at(i), at(i + 1), at(i + 2)) {
    case (0xC2, 0xB9, _): (1, 2)
    case (0xC2, 0xB2...0xB3, _): (Int(at(i + 1)) - 0xB0, 2)
    case (0xE2, 0x81, 0xB0), (0xE2, 0x81, 0xB4...0xB9): (Int(at(i + 2)) - 0xB0, 3)
    default: nil
    }
  }

  mutating func unusual(_ i: Int) -> Int {
    switch (bytes[i], at(i + 1), at(i + 2)) {
    case (0xEF, 0xAC, 0x80...0x86):
      if let letters = Ligature.letters(last: at(i + 2)) { note(.ligature(letters), i) }
    case (0xEF, 0xBF, 0xBD): note(.encoding, i)
    // At the beginning of a line it is a bullet.
    case (0xEE, _, _), (0xEF, 0x80...0xA3, _):
      if !startsLine(i) || Leftover.isSign(bytes[i..<range.upperBound]) {
        note(.symbol(at(i + 1) == 0x82 ? at(i + 2) : 0), i)
      }
    default: break
    }
    return i + 3
  }
}
