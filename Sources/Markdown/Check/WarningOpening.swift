import Text

/// How paragraphs begin that warn without being a callout: `WARNING – Do not jump.`, `**Important!** Do not run.`, `DO NOT RUN`.
package enum WarningOpening {
  /// What is known of a text that begins a paragraph, or a line of one.
  struct Place {
    /// Whether it is bold or slanted, and nothing else is.
    var isMarked = false
    /// Whether nothing goes on with its last words.
    var isWhole = true
  }

  /// The callout that a text should be.
  static func callout(of text: ArraySlice<UInt8>, _ place: Place) -> Callout? {
    let text = text.first == 0xC2 && text.starts(with: "¡".utf8) ? text.dropFirst(2) : text
    // Nearly every sentence begins with a capital and a small letter, and has no mark so early.
    guard let first = text.first, first &- 0x41 < 26 else { return nil }
    return named(text, place) ?? (isLoud(text) ? shouted(text, place) : nil)
  }

  /// The same for a line below another one that ends a sentence, where only capitals are no chance.
  static func callout(ofLine line: ArraySlice<UInt8>) -> Callout? {
    isLoud(line) ? callout(of: line.prefix { $0 != 0x0A }, Place(isWhole: false)) : nil
  }

  /// The same for a quote, whose own words may shout, too.
  static func callout(ofQuote text: ArraySlice<UInt8>) -> Callout? {
    let line = text.prefix { $0 != 0x0A }
    guard isLoud(line) else { return nil }
    let place = Place(isWhole: line.count < text.count)
    return named(line, place) ?? (line.contains { $0 &- 0x61 < 26 } ? nil : shouted(line, place))
  }

  /// The mark of the callout that the words of a heading begin as, such as `[!WARNING]`; nil where they do not warn.
  package static func mark(ofHeading text: ArraySlice<UInt8>) -> String? {
    callout(of: text, Place()).map { "[!\($0.rawValue.uppercased())]" }
  }

  /// Whether a line can end so that stands above such a one.
  static func endsSentence(_ byte: UInt8) -> Bool { [0x2E, 0x21, 0x3F, 0x3A].contains(byte) }

  private static func isLoud(_ text: ArraySlice<UInt8>) -> Bool {
    text.dropFirst().first.map { $0 &- 0x41 < 26 } ?? false
  }

  // MARK: Words that warn, and a mark behind them

  /// `Warning: `, `CAUTION – `, `Important! Do not …`, `WARNING Do not …`.
  private static func named(_ text: ArraySlice<UInt8>, _ place: Place) -> Callout? {
    guard let (name, rest) = title(text, place) else { return nil }
    let word = String(decoding: name, as: UTF8.self)
    // Alone, `Red flags` is a heading.
    if name.endIndex < text.endIndex || titles.contains(word.lowercased()),
      let callout = warnings[word.lowercased()]
    {
      return callout
    }
    // AsciiDoc.
    if let callout = admonitions[word], text[name.endIndex...].first == UInt8(ascii: ":") { return callout }
    if place.isMarked, word.lowercased() == "stop" { return .caution }
    guard calls.contains(word.lowercased()) else { return nil }
    // "Important: bring your shoes" is no warning.
    let isLoud =
      place.isMarked || text[name.endIndex...].first == UInt8(ascii: "!") || word == word.uppercased()
    return isLoud || forbids(rest) ? .important : nil
  }

  /// The words before the first mark, if they may be a title, and what follows it.
  private static func title(
    _ text: ArraySlice<UInt8>, _ place: Place
  ) -> (name: ArraySlice<UInt8>, rest: ArraySlice<UInt8>)? {
    let head = text.prefix(longestTitle)
    for i in head.indices {
      let byte = head[i]
      if byte &- 0x61 < 26 { continue }
      switch byte {
      case UInt8(ascii: ":"), UInt8(ascii: "!"), 0x0A: return (text[..<i], text[(i + 1)...])
      case UInt8(ascii: ".") where place.isMarked: return (text[..<i], text[(i + 1)...])
      case 0xE2:
        // U+2013 and U+2014, which hyphens may have become.
        guard text.dropFirst(i - text.startIndex + 1).first == 0x80,
          text.dropFirst(i - text.startIndex + 2).first.map({ (0x93...0x94).contains($0) }) ?? false
        else { return nil }
        return (text[..<i].trimmed, text[(i + 3)...])
      case UInt8(ascii: "-")
      where i > head.startIndex && head[i - 1] == 0x20
        && text.dropFirst(i - text.startIndex + 1).first == 0x20:
        return (text[..<(i - 1)], text[(i + 1)...])
      case 0x20 where isLoud(text) && isBareTitle(text[..<i]): return (text[..<i], text[i...])
      default: break
      }
    }
    return place.isWhole && text.count < longestTitle ? (text, []) : nil
  }

  /// `WARNING`, which needs no mark behind it.
  private static func isBareTitle(_ word: ArraySlice<UInt8>) -> Bool {
    bareTitles.contains { word.elementsEqual($0.utf8) }
  }

  private static let bareTitles = ["WARNING", "CAUTION", "DANGER", "ADVERTENCIA", "PELIGRO"]
  private static let longestTitle = 32

  private static let warnings: [String: Callout] = [
    "warning": .warning, "warnings": .warning, "safety warning": .warning, "health warning": .warning,
    "important warning": .warning, "safety note": .warning, "safety notice": .warning, "alert": .warning,
    "caution": .caution, "danger": .caution, "emergency": .emergency, "medical emergency": .emergency,
    "red flag": .emergency, "red flags": .emergency, "urgent": .emergency,
    "advertencia": .warning, "alerta": .warning, "precaución": .caution, "peligro": .caution,
    "emergencia": .emergency, "emergencia médica": .emergency, "urgente": .emergency,
  ]

  private static let admonitions: [String: Callout] = ["NOTE": .note, "TIP": .tip, "NOTA": .note]

  /// Those that warn without a mark behind them.
  private static let titles: Set = [
    "warning", "caution", "danger", "emergency", "advertencia", "peligro", "precaución", "emergencia",
  ]

  /// Words that call attention to what may be no warning.
  private static let calls: Set = [
    "important", "very important", "important note", "important notice", "important safety information",
    "attention", "importante", "muy importante", "nota importante", "aviso importante", "atención",
  ]

  /// Whether a text begins by forbidding something.
  private static func forbids(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.trimmed
    return prohibitions.contains { ByteSearch.begins(start, with: $0) }
  }

  private static let prohibitions: [StaticString] = [
    "do not ", "don\u{2019}t ", "don't ", "never ", "stop ", "avoid ", "no ", "nunca ", "evite ",
  ]

  // MARK: Capitals

  /// `DO NOT RUN`, `STOP IF PAIN IS ABOVE 5`, and `DO NOT RUN with a swollen knee.`
  private static func shouted(_ text: ArraySlice<UInt8>, _ place: Place) -> Callout? {
    let line = text.prefix { $0 != 0x0A }.prefix(longestShout)
    let (words, isWhole) = capitals(line)
    guard let first = words.first, words.count > 1 || !isWhole || place.isMarked || first == "STOP" else {
      return nil
    }
    let isAsked = line.trimmed.last == UInt8(ascii: "?") || questions.contains(first)
    if isAsked { return nil }
    if isWhole, helpVerbs.contains(first), words.contains(where: helpers.contains) { return .emergency }
    let begins =
      first == "STOP" || first == "NEVER" || first == "DONT" || first == "NUNCA"
      || first == "DO" && words.dropFirst().first == "NOT"
    return begins || isWhole && words.contains(where: forbidding.contains) ? .warning : nil
  }

  private static let longestShout = 200
  private static let questions: Set = [
    "WHAT", "WHEN", "WHY", "HOW", "WHO", "WHERE", "WHICH", "THINGS", "EXERCISES", "QUÉ", "CUÁNDO",
  ]
  private static let forbidding: Set = ["NOT", "NEVER", "DONT", "STOP", "NUNCA"]
  private static let helpVerbs: Set = ["SEEK", "CALL", "GO", "GET", "RING", "DIAL", "LLAME", "ACUDA", "VAYA"]
  private static let helpers = Set(
    [
      "HELP", "EMERGENCY", "AMBULANCE", "HOSPITAL", "URGENCIAS", "EMERGENCIAS", "AMBULANCIA",
    ] + EmergencyNumber.all)

  /// The words in capitals with which a line begins, without their apostrophes, and whether they are all that it has.
  private static func capitals(_ line: ArraySlice<UInt8>) -> (words: [String], isWhole: Bool) {
    var words: [String] = []
    var word: [UInt8] = []
    func isEnd(_ i: Int) -> Bool { line[i] < 0x80 && !line[i].isWordOfASCII && line[i] != UInt8(ascii: "'") }
    for i in line.indices {
      if line[i] &- 0x61 < 26 || line[i] >= 0xA0 && i > line.startIndex && line[i - 1] == 0xC3 {
        return (words, false)
      }
      if isEnd(i) {
        // `STOP-BANG` is one word.
        if line[i] == UInt8(ascii: "-"), !word.isEmpty {
          word.append(line[i])
        } else {
          if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
          word = []
        }
      } else if line[i].isWordOfASCII || line[i] == 0xC3 || i > line.startIndex && line[i - 1] == 0xC3 {
        word.append(line[i])
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return (words, true)
  }
}
