import SiteModel
import Text

/// How much a sentence tells readers to do: `Hold for 30 seconds`, `10 to 12 repetitions`, `three sets`, `Repeat 10 times`. English and
/// Spanish. What it says of another week, or under a condition, is none.
struct StatedDose {
  enum Measure { case sets, repetitions, hold }

  let measure: Measure
  /// A count, or seconds.
  let amount: ClosedRange<Double>
  /// Whether it says `times`, which repetitions and sets are.
  let isTimes: Bool
  /// From its number to its unit.
  let range: Range<Int>

  private struct Token {
    /// In small letters; nothing for a number in digits.
    let word: String
    /// What digits say.
    let number: Int?
    let range: Range<Int>
  }

  private enum Unit { case seconds, minutes, repetitions, sets, times }

  static func all(in text: ArraySlice<UInt8>, _ words: NumberWords) -> [StatedDose] {
    sentences(of: text).flatMap { sentence -> [StatedDose] in
      let tokens = tokens(of: text[sentence])
      guard tokens.contains(where: { units[$0.word] != nil }),
        !tokens.contains(where: { others.contains($0.word) })
      else { return [] }
      return tokens.indices.compactMap { dose(tokens, $0, text, words) }
    }
  }

  private static func dose(
    _ tokens: [Token], _ place: Int, _ text: ArraySlice<UInt8>, _ words: NumberWords
  ) -> StatedDose? {
    func number(_ place: Int) -> Int? { tokens[place].number ?? words.value(of: text[tokens[place].range]) }
    guard place > 0, let unit = units[tokens[place].word] else { return nil }
    let factor = unit == .minutes ? 60.0 : 1
    var first = place - 1
    let isOne = articles.contains(tokens[first].word)
    guard let most = number(first) ?? (isOne ? 1 : nil) else { return nil }
    var least = most
    if first > 0, !isOne, let (start, number) = rangeStart(tokens, first, text, number), number < most {
      (first, least) = (start, number)
    }
    let before = tokens[..<first]
    let range = tokens[first].range.lowerBound..<tokens[place].range.upperBound
    let amount = Double(least) * factor...Double(most) * factor
    func stated(_ measure: Measure, isTimes: Bool = false) -> StatedDose {
      StatedDose(measure: measure, amount: amount, isTimes: isTimes, range: range)
    }
    switch unit {
    case .sets: return stated(.sets)
    case .repetitions: return stated(.repetitions)
    case .times:
      let next = place + 1 < tokens.count ? tokens[place + 1].word : ""
      let verb = before.last { repeating.contains($0.word) || holding.contains($0.word) }
      guard !rates.contains(next), let verb, repeating.contains(verb.word) else { return nil }
      return stated(.repetitions, isTimes: true)
    case .seconds, .minutes:
      let verb = before.last { holding.contains($0.word) || otherTimes.contains($0.word) }
      let isHeld =
        verb.map { holding.contains($0.word) }
        ?? (tokens[place...].contains { holding.contains($0.word) }
          && !tokens[place...].contains { otherTimes.contains($0.word) })
      return isHeld ? stated(.hold) : nil
    }
  }

  /// Where the first number of `10 to 12` or `10–12` stands, of which `place` is the second.
  private static func rangeStart(
    _ tokens: [Token], _ place: Int, _ text: ArraySlice<UInt8>, _ number: (Int) -> Int?
  ) -> (place: Int, number: Int)? {
    if let number = number(place - 1) {
      let gap = text[tokens[place - 1].range.upperBound..<tokens[place].range.lowerBound]
      return gap.contains { $0 == 0x2D || $0 == 0xE2 } ? (place - 1, number) : nil
    }
    guard place > 1, between.contains(tokens[place - 1].word), let number = number(place - 2) else {
      return nil
    }
    return (place - 2, number)
  }

  // MARK: Words

  private static let units: [String: Unit] = [
    "s": .seconds, "sec": .seconds, "secs": .seconds, "second": .seconds, "seconds": .seconds,
    "seg": .seconds,
    "segundo": .seconds, "segundos": .seconds, "min": .minutes, "mins": .minutes, "minute": .minutes,
    "minutes": .minutes, "minuto": .minutes, "minutos": .minutes, "rep": .repetitions, "reps": .repetitions,
    "repetition": .repetitions, "repetitions": .repetitions, "repeticiones": .repetitions,
    "repetición": .repetitions, "set": .sets, "sets": .sets, "series": .sets, "serie": .sets,
    "times": .times, "veces": .times,
  ]
  private static let articles: Set = ["a", "one", "un", "una", "uno"]
  private static let between: Set = ["to", "or", "a", "o"]
  /// Behind `times`: how often is no count.
  private static let rates: Set = ["a", "per", "each", "every", "daily", "weekly", "al", "por", "cada"]
  private static let holding: Set = [
    "hold", "holding", "stay", "staying", "keep", "keeping", "mantén", "mantenga", "mantenerse", "manténgase",
    "mantenlo", "manténgalo", "mantenla", "manténgala", "sostén", "sostenga", "aguanta", "aguante", "quédate",
    "quédese", "permanezca", "permanece",
  ]
  private static let repeating: Set = [
    "repeat", "repita", "repite", "repítalo", "repítelo", "do", "haga", "haz",
  ]
  /// Of which a time may be that is no hold.
  private static let otherTimes: Set = [
    "rest", "resting", "pause", "wait", "relax", "over", "lower", "lowering", "raise", "lift", "count",
    "take",
    "breathe", "walk", "between", "every", "descanse", "descansa", "descanso", "espere", "espera", "pausa",
    "baje", "baja", "suba", "sube", "relaje", "relaja", "entre", "cada", "respire", "respira",
    "camine", "camina",
  ]
  /// In whose sentence a number is of another time, under a condition or of something else.
  private static let others: Set = [
    "week", "weeks", "day", "days", "month", "months", "later", "eventually", "progress", "build", "building",
    "work", "until", "increase", "start", "starting", "begin", "if", "when", "once", "unless", "can", "could",
    "more", "less", "fewer", "another", "next", "last", "final", "first", "easier", "harder", "instead",
    "goal", "aim", "total", "after", "before",
    "longer", "extra",
    "semana", "semanas", "día", "días", "mes", "meses", "después", "hasta", "aumente", "aumenta", "empiece",
    "empieza", "comience", "comienza", "si", "cuando", "pueda", "puedas", "puede", "puedes", "más", "menos",
    "último", "última", "primer", "primero", "primera", "fácil", "difícil", "meta", "objetivo", "total",
    "antes", "progrese",
  ]

  // MARK: Bytes

  private static func sentences(of text: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = text.startIndex
    for i in text.indices where text[i] == 0x2E || text[i] == 0x21 || text[i] == 0x3F || text[i] == 0x3B {
      // `30 sec.` goes on; so does 2.5.
      let next = i + 1 < text.endIndex ? text[i + 1] : 0x20
      let begun = i + 2 < text.endIndex ? text[i + 2] : 0x41
      guard next <= 0x20, begun &- 0x61 >= 26 || text[i] == 0x3B else { continue }
      found.append(start..<i)
      start = i + 1
    }
    return found + [start..<text.endIndex]
  }

  private static func tokens(of text: ArraySlice<UInt8>) -> [Token] {
    var found: [Token] = []
    var i = text.startIndex
    while i < text.endIndex {
      let start = i
      if text[i] &- 0x30 < 10 {
        while i < text.endIndex, text[i] &- 0x30 < 10 { i += 1 }
        // A part of a number, or of an hour, is no count.
        let isWhole =
          i + 1 >= text.endIndex || !".,:/".utf8.contains(text[i]) || text[i + 1] &- 0x30 >= 10
        let isBegun = start > text.startIndex && ".,:/".utf8.contains(text[start - 1])
        let number =
          isWhole && !isBegun && i - start < 5 ? Int(String(decoding: text[start..<i], as: UTF8.self)) : nil
        found.append(Token(word: "", number: number, range: start..<i))
      } else if isLetter(text[i]) {
        while i < text.endIndex, isLetter(text[i]) || isHyphen(text, i) { i += 1 }
        let word = text[start..<i]
        found.append(
          Token(word: String(decoding: word, as: UTF8.self).lowercased(), number: nil, range: start..<i))
      } else {
        // Signs of Latin-1 and general punctuation.
        i += text[i] == 0xC2 ? 2 : text[i] == 0xE2 ? 3 : 1
      }
    }
    return found
  }

  /// Within `twenty-five`; `30-second` is a number and its unit.
  private static func isHyphen(_ text: ArraySlice<UInt8>, _ i: Int) -> Bool {
    text[i] == UInt8(ascii: "-") && i + 1 < text.endIndex && isLetter(text[i + 1])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 && byte != 0xE2 && byte != 0xC2
  }
}
