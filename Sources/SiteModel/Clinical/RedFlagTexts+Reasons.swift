import Text

/// Whether a `why` is about the sign above it. Clear cases only, in English and Spanish: a `why` names its sign before a colon or in its
/// first sentence, in words that may well differ.
extension RedFlagTexts {
  /// Pairs of flags, by their numbers, of which each `why` speaks of the other's sign and not of its own.
  static func exchanged(_ tokens: [EntryTokens]) -> [(first: Int, second: Int)] {
    let texts = tokens.map { signs(among: $0.text) }
    var counts: [Substring: Int] = [:]
    for word in texts.joined() { counts[word, default: 0] += 1 }
    // What a good part of them speaks of, such as the knee, tells none apart; and of a list without end, what many do.
    let most = min(max(2, tokens.count / 4), 16)
    let common = Set(counts.filter { $0.value > most }.keys)
    let reasons = tokens.map { signs(among: $0.reason).subtracting(common) }
    let strangers = tokens.indices.filter { reasons[$0].isDisjoint(with: texts[$0]) }
    var speaking: [Substring: [Int]] = [:]
    for number in strangers {
      for word in texts[number].subtracting(common) { speaking[word, default: []].append(number) }
    }
    return strangers.flatMap { one in
      Set(reasons[one].flatMap { speaking[$0] ?? [] }).sorted().filter {
        one < $0 && !reasons[$0].isDisjoint(with: texts[one])
      }.map { (one, $0) }
    }
  }

  /// What a text says otherwise than its `why`: "Can put weight on the leg" and "No weight on the leg", "without fever" and "a fever".
  static func contradiction(_ text: String, _ tokens: EntryTokens) -> (said: String, reason: String)? {
    let (words, reason) = (tokens.text, tokens.reason)
    if let (sign, quoted) = denied(reason, of: words) { return (said(sign, in: words), quoted) }
    guard words.contains(where: denyingWords.contains) else { return nil }
    return denied(in: text.split { "().,:;".contains($0) }, of: words, by: reason).map {
      (said($0, in: words), said($0, in: reason))
    }
  }

  /// A word of a text that denies nothing, and how its reason denies it.
  private static func denied(_ reason: [Substring], of words: [Substring]) -> (
    sign: Substring, quoted: String
  )? {
    guard !words.contains(where: losses.contains), !words.contains(where: negations.contains),
      let place = reason.firstIndex(where: negations.contains)
    else { return nil }
    let sign = reason[(place + 1)...].prefix(3)
    let isAble = words.first.map { ["can", "able", "puede", "pueden"].contains($0) } ?? false
    // "Four steps not possible" has them before it.
    let named = place == 0 ? sign : isAble ? reason[..<min(place + 4, reason.count)] : []
    guard let at = named.indices.first(where: { isSign(named[$0]) && words.contains(named[$0]) }) else {
      return nil
    }
    let end = at > place ? at : min(place + 1, reason.count - 1)
    return (reason[at], reason[min(at, place)...end].joined(separator: " "))
  }

  /// A harm that a text denies and that its reason is about.
  private static func denied(in clauses: [Substring], of all: [Substring], by reason: [Substring])
    -> Substring?
  {
    guard reason.count < 12,
      !reason.contains(where: { negations.contains($0) || losses.contains($0) || hedges.contains($0) })
    else { return nil }
    for clause in clauses {
      let words = tokens(clause)
      for (place, word) in words.enumerated() where denyingWords.contains(word) {
        let before = words[..<place]
        if before.suffix(2).contains(where: { $0 == "or" || $0 == "o" })
          || before.contains(where: concessions.contains)
        {
          continue
        }
        let range = (place + 1)..<min(place + 4, words.count)
        guard let sign = words[range].first(where: isHarm), reason.contains(sign),
          all.count(where: { $0 == sign }) == 1
        else { continue }
        return sign
      }
    }
    return nil
  }

  /// A word with the one or two before it, to be quoted.
  private static func said(_ word: Substring, in words: [Substring]) -> String {
    guard let place = words.firstIndex(of: word) else { return String(word) }
    return words[max(0, place - 2)...place].joined(separator: " ")
  }

  /// What a `why` says of its sign, before it says what may be behind it.
  private static func head(of why: String) -> Substring {
    why[..<(why.utf8.firstIndex { $0 == 0x2E || $0 == 0x3A || $0 == 0x3B } ?? why.endIndex)]
  }

  /// The words of a flag's text, and of what its `why` says of it: read once, since many things are asked of them.
  struct EntryTokens {
    let text: [Substring]
    let reason: [Substring]

    init(_ entry: Entry) {
      text = RedFlagTexts.tokens(entry.text.0[...])
      reason = entry.why.map { RedFlagTexts.tokens(RedFlagTexts.head(of: $0.0)) } ?? []
    }
  }

  private static func tokens(_ text: Substring) -> [Substring] {
    var small = text.lowercased()
    if small.utf8.contains(0xE2) { small = small.replacing("’", with: "'") }
    return SmallWords.all(in: small, apostrophes: true)
  }

  /// The beginnings of the words that tell one sign from another: "swollen" and "swelling" differ, "numb" and "numbness" do not.
  private static func signs(among tokens: [Substring]) -> Set<Substring> {
    Set(tokens.lazy.filter(isSign).map { $0.prefix(4) })
  }

  private static func isSign(_ word: Substring) -> Bool { word.count > 2 && !stopWords.contains(word) }

  private static let negations: Set<Substring> = [
    "no", "not", "without", "cannot", "can't", "never", "unable", "sin", "ni", "nunca", "ningún", "ninguna",
    "isn't", "doesn't",
    "don't", "won't",
  ]
  /// What makes a loss of what it is about.
  private static let losses: Set<Substring> = [
    "loss", "lost", "lose", "losing", "lack", "lacking", "missing", "missed", "absent", "less", "weak",
    "weaker", "weakness", "numb",
    "hard", "hardly", "barely", "trouble", "difficulty", "difficult", "too", "only", "short", "pérdida",
    "falta", "dificultad", "débil",
    "apenas", "menos", "difícil",
  ]
  private static let denyingWords: Set<Substring> = ["without", "no", "not", "sin", "ni"]
  private static let concessions: Set<Substring> = [
    "even", "whether", "although", "though", "incluso", "aunque",
  ]
  private static let hedges: Set<Substring> = [
    "may", "can", "could", "any", "little", "slight", "small", "puede", "poco", "poca",
  ]
  private static let stopWords: Set<Substring> = [
    "the", "and", "with", "that", "this", "has", "have", "had", "was", "were", "are", "for", "from", "into",
    "your", "you", "one",
    "both", "any", "may", "can", "cannot", "not", "without", "new", "newly", "sign", "signs", "these",
    "those", "after", "when", "while",
    "which", "who", "its", "it's", "than", "then", "also", "very", "more", "most", "such", "some", "side",
    "like", "feel", "feeling",
    "pain", "painful", "hurts", "together", "along", "suddenly", "sudden", "severe", "been", "be", "able",
    "una", "uno", "los", "las", "del", "con", "que", "por", "para", "sin", "nuevo", "nueva", "dolor", "duele",
    "está", "sus", "después",
    "señal", "señales", "repente", "fuerte", "muy", "más", "como", "puede",
  ]
}
