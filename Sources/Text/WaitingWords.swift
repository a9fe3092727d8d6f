/// What in a text tells readers to put help off, in English and Spanish: "wait a few days", "give it time", "espere a ver". The phrases
/// of the two do not meet, so nobody has to say in which of them a text is; of other languages nothing is found.
package enum WaitingWords {
  /// How soon the readers of a text need help, and so what puts it off.
  package enum Urgency: Sendable {
    case emergency
    /// Within the day.
    case today
    /// A sign of danger, which may itself speak of days: only what tells somebody to wait counts.
    case sign
  }

  /// The first words of `sentence` that put help off, as they stand there in small letters. "Do not wait a few days" is none.
  package static func found(in sentence: String, _ urgency: Urgency) -> String? {
    let clauses = clauses(of: sentence)
    let isCondition = clauses.first.map { isConditional($0.prefix(1)) } ?? false
    if let words = reassurance(in: clauses, of: sentence) { return words }
    for clause in clauses {
      if let words = delay(of: clause) { return words }
      if let words = first(WaitingPhrases.telling, in: clause) { return words }
      if urgency != .sign, let words = first(WaitingPhrases.resting, in: clause) { return words }
    }
    if urgency == .sign { return nil }
    if let words = first(WaitingPhrases.conditions, in: clauses, urgency) { return words }
    // "If it is no better tomorrow" puts nothing off.
    if isCondition { return nil }
    for clause in clauses where !isReasoned(clause) {
      if let words = first(WaitingPhrases.times, in: clause) { return words }
      if urgency == .emergency, let words = first(WaitingPhrases.timesInEmergency, in: clause) {
        return words
      }
    }
    return nil
  }

  private static func first(_ phrases: WordPatterns, in clause: [Substring]) -> String? {
    for range in phrases.found(in: clause)
    where !isDenied(clause, at: range) && !isNoun(clause, at: range)
      && !isConditional(clause[..<range.lowerBound])
    {
      return text(clause[range])
    }
    return nil
  }

  /// "Call 911 tomorrow"; but not "call 911 if it is worse tomorrow", and not "our phone is open on Monday".
  private static func delay(of clause: [Substring]) -> String? {
    WaitingPhrases.delaying.found(in: clause).first { range in
      let words = clause[..<range.upperBound]
      let before = range.lowerBound > 0 ? clause[range.lowerBound - 1] : ""
      return !isConditional(words) && !words.contains(where: denials.contains)
        && !words.contains { ["again", "then", "before", "otra", "nuevo", "antes"].contains($0) }
        && !["our", "the", "by", "your", "a", "on"].contains(before)
    }.map { text(clause[$0]) }
  }

  /// "Usually nothing to worry about"; but not what is taken back, "but a clot is", and not what makes it so: "even if it is harmless".
  private static func reassurance(in clauses: [[Substring]], of sentence: String) -> String? {
    func found(_ phrases: WordPatterns, isPlain: Bool) -> String? {
      for clause in clauses {
        for range in phrases.found(in: clause) {
          let words = isPlain ? clause[..<range.upperBound] : clause[..<range.lowerBound]
          let isDenied = words.contains { denials.contains($0) && (!isPlain || $0 != "nothing") }
          if !isDenied, !isConditional(words) { return text(clause[range]) }
        }
      }
      return nil
    }
    guard
      let words = found(WaitingPhrases.reassuring, isPlain: true)
        ?? found(WaitingPhrases.denyingDanger, isPlain: false)
    else { return nil }
    let all = sentence.lowercased().split { !$0.isLetter }
    return all.contains(where: restrictions.contains) ? nil : words
  }

  private static let restrictions: Set<Substring> = [
    "but", "yet", "however", "although", "though", "unless", "until", "pero", "sino", "aunque", "excepto",
    "salvo",
  ]

  private static func text(_ words: ArraySlice<Substring>) -> String {
    words.filter { $0 != WordPattern.end }.joined(separator: " ")
  }

  /// The sentences of a text. The marks of `202.555.0142` and `9:30` end none.
  package static func sentences(of text: ArraySlice<UInt8>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = text.startIndex
    for at in text.indices where ".!?:;".utf8.contains(text[at]) {
      if at + 1 < text.endIndex, text[at + 1] &- 0x30 < 10 { continue }
      if start < at { found.append(start..<at) }
      start = at + 1
    }
    if start < text.endIndex { found.append(start..<text.endIndex) }
    return found
  }

  // MARK: Clauses

  /// What stands between commas, dashes, brackets and "but", as words in small letters.
  private static func clauses(of sentence: String) -> [[Substring]] {
    sentence.lowercased().unicodeScalars.split(whereSeparator: isPause).flatMap { part in
      part.split { !isOfWord($0) }.map(Substring.init).split { ["but", "pero", "sino"].contains($0) }.map {
        $0 + [WordPattern.end]
      }
    }
  }

  private static func isPause(_ mark: Unicode.Scalar) -> Bool {
    switch mark {
    case ",", "–", "—", "(", ")", "\"", "“", "”", "«", "»", ";", ":": true
    default: false
    }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value) }
    // An accent may stand behind its letter: `dí` as three.
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.canonicalCombiningClass != .notReordered
  }

  private static func isConditional(_ words: ArraySlice<Substring>) -> Bool {
    words.contains { ["if", "when", "while", "whilst", "unless", "si", "cuando", "mientras"].contains($0) }
  }

  /// What is said not to be done, or what is done instead; and whoever waits for help has called for it.
  private static func isDenied(_ clause: [Substring], at range: Range<Int>) -> Bool {
    if clause[..<range.lowerBound].contains(where: denials.contains) { return true }
    let isDenial = WaitingPhrases.denying.contains { $0.first(in: clause) == range }
    if !isDenial, clause.contains(where: helpers.contains) { return true }
    // "To wait a few days is not safe."
    let behind = clause[range.upperBound...].prefix(2)
    if behind.count == 2, links.contains(behind[range.upperBound]), denials.contains(behind.last ?? "") {
      return true
    }
    // A phrase may hold a "no" of its own: "no rush".
    return clause[range].contains(where: denials.contains) && !isDenial
  }

  /// "Pain at rest for a few days."
  private static func isNoun(_ clause: [Substring], at range: Range<Int>) -> Bool {
    range.lowerBound > 0 && ["at", "en"].contains(clause[range.lowerBound - 1])
  }

  /// "Go at once, as it will be worse tomorrow".
  private static func isReasoned(_ clause: [Substring]) -> Bool {
    clause.first.map { ["as", "because", "since", "so", "porque", "pues"].contains($0) } ?? false
  }

  /// "Call again if it is not better in two days" comes behind a first call, and "go to an emergency room if" is sooner than today.
  private static func first(_ phrases: WordPatterns, in clauses: [[Substring]], _ urgency: Urgency)
    -> String?
  {
    let all = clauses.joined()
    if all.contains(where: { ["again", "otra", "nuevo"].contains($0) }) { return nil }
    if urgency == .today, all.contains(where: sooner.contains) { return nil }
    for clause in clauses {
      if let range = phrases.found(in: clause).first { return text(clause[range]) }
    }
    return nil
  }

  /// With the end of "don't" and "can't", which are two words here.
  private static let denials: Set<Substring> = [
    "not", "never", "t", "no", "nor", "nothing", "nobody", "without", "cannot", "instead", "rather", "nunca",
    "jamás", "ni", "nadie", "sin", "vez", "avoid", "evite",
  ]
  private static let links: Set<Substring> = [
    "is", "isn", "are", "can", "could", "may", "would", "will", "es", "puede", "podría",
  ]
  private static let helpers: Set<Substring> = [
    "ambulance", "paramedic", "paramedics", "ambulancia", "paramédicos",
  ]
  private static let sooner: Set<Substring> = [
    "emergency", "er", "ambulance", "once", "immediately", "911", "999", "112", "000", "emergencia",
    "emergencias", "urgencias", "inmediato", "inmediatamente", "ambulancia",
  ]
}
