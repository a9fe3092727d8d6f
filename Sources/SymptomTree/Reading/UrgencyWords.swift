import Text

/// Words that say how soon somebody needs help, in English and Spanish. Nothing is said of other languages: a wrong complaint about
/// an emergency would teach people to pass over all of them.
package struct UrgencyWords {
  private let tokens: [Substring]
  private let words: String

  /// Nil in a language of which no words are known.
  init?(_ text: String, language: String) {
    guard ["en", "es"].contains(LanguageCode.primary(of: language)) else { return nil }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "&" }.joined(separator: " ")
    self.words = words
    // "Now" is in it, and it says the opposite.
    let later = Self.later.first(in: words)
    tokens = (later.map { " \(words) ".replacing(" \($0) ", with: " ") } ?? words).split(separator: " ")
  }

  /// Right now: what an emergency needs.
  var saysNow: Bool { holds(Self.now) || holds(phrase: Self.nowPhrases) }

  /// Within the day.
  var saysToday: Bool { saysNow || holds(Self.today) || holds(phrase: Self.todayPhrases) || fewHours }

  /// Whom to call, or where to go.
  var callsForHelp: Bool {
    holds(Self.help) || holds(phrase: Self.helpPhrases)
      || tokens.contains { $0.count > 2 && $0.allSatisfy(\.isNumber) }
  }

  /// A word that tells readers that they can wait longer than a day.
  var slowWord: String? {
    phrase(Self.later) ?? tokens.first { Self.slow.contains($0) }.map(String.init) ?? phrase(Self.slowPhrases)
  }

  /// A word of months, years or never.
  var verySlowWord: String? { tokens.first { Self.verySlow.contains($0) }.map(String.init) }

  /// Whether it only names what it is about: "Medical emergency".
  var isName: Bool { !tokens.isEmpty && tokens.allSatisfy { Self.names.contains($0) } }

  /// A length of time that is spoken of, and how long it is: hours, days, a week, weeks, months, years.
  typealias Delay = (word: String, rank: Int)

  /// Each in the text. Two weeks may be called fourteen days.
  var delays: [Delay] {
    tokens.enumerated().compactMap { place, word in
      guard let rank = Self.ranks[word] else { return nil }
      let number = place > 0 ? Int(tokens[place - 1]) ?? 0 : 0
      return (String(word), rank == 1 && number > 6 ? 2 : rank)
    }
  }

  /// The shortest and the longest of them.
  static func bounds(_ delays: [Delay]) -> (Delay, Delay)? {
    guard let first = delays.min(by: { $0.rank < $1.rank }), let last = delays.max(by: { $0.rank < $1.rank })
    else { return nil }
    return (first, last)
  }

  private static let ranks: [Substring: Int] = [
    "today": 0, "tonight": 0, "hour": 0, "hours": 0, "hoy": 0, "hora": 0, "horas": 0, "day": 1, "days": 1,
    "día": 1, "días": 1, "week": 2, "semana": 2, "weeks": 3, "semanas": 3, "month": 4, "months": 4, "mes": 4,
    "meses": 4, "year": 5, "years": 5, "año": 5, "años": 5,
  ]
  /// In which labels say how long something takes.
  static let unitsOfTime = Set(ranks.keys).subtracting(["today", "tonight", "hoy"]).union([
    "minutes", "minutos",
  ])
  private static let names: Set<Substring> = [
    "emergency", "emergencies", "medical", "this", "is", "it", "s", "an", "a", "the", "real", "red", "flag",
    "flags", "danger", "warning", "alert", "department", "room", "care", "sign", "signs", "emergencia",
    "emergencias", "urgencia", "urgencias", "médica", "es", "una", "esto", "peligro", "señal", "señales",
    "de",
    "sala",
  ]

  private func holds(_ words: Set<Substring>) -> Bool { tokens.contains(where: words.contains) }
  private func holds(phrase phrases: WholePhrases) -> Bool { phrase(phrases) != nil }
  private func phrase(_ phrases: WholePhrases) -> String? { phrases.first(in: words) }

  /// "Within 24 hours", and fewer.
  private var fewHours: Bool {
    zip(tokens, tokens.dropFirst()).contains { number, unit in
      Self.hours.contains(unit) && (Int(number).map { $0 <= 24 } ?? Self.fewNumbers.contains(number))
    }
  }

  private static let now: Set<Substring> = [
    "now", "immediately", "immediate", "instantly", "ahora", "ya",
    "inmediatamente", "inmediato", "inmediata",
    "enseguida",
  ]
  private static let nowPhrases: WholePhrases = [
    "right away", "straight away", "at once", "without delay", "without waiting", "do not wait",
    "as soon as possible", "en seguida",
    "cuanto antes", "lo antes posible", "sin demora", "sin esperar", "no espere",
  ]
  package static let today: Set<Substring> = [
    "today", "tonight", "asap", "promptly", "urgent", "urgently", "hoy", "urgente", "urgentemente",
  ]
  private static let todayPhrases: WholePhrases = [
    "same day", "this day", "mismo día", "este día", "same working day", "within a day", "within one day",
    "in a day", "en un día", "24h",
  ]
  /// Who helps at once, and that it is at once, whatever else a text is about.
  package static let emergencies: Set<Substring> = [
    "emergency", "emergencies", "ambulance", "hospital", "immediately",
    "emergencia", "emergencias", "urgencia", "urgencias", "ambulancia", "inmediatamente",
  ]
  private static let help: Set<Substring> = emergencies.union([
    "call", "dial", "ring", "phone", "telephone", "er", "ed", "help", "a&e", "now",
    "llame", "llamar", "llama", "marque", "marcar", "ayuda", "ahora",
  ])
  private static let helpPhrases: WholePhrases = ["at once", "right away", "straight away", "de inmediato"]
  private static let slow: Set<Substring> = [
    "tomorrow", "days", "week", "weeks", "weekend", "month", "months", "later", "next", "appointment",
    "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mañana", "días", "semana", "semanas", "mes",
    "meses", "después",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "cita", "próxima", "próximo",
    "próximos", "never", "nunca",
  ]
  private static let slowPhrases: WholePhrases = [
    "book a visit", "when you can", "when it suits", "when there is time", "cuando pueda", "más tarde",
    "cuando haya",
  ]
  private static let later: WholePhrases = ["for now", "por ahora"]
  private static let verySlow: Set<Substring> = [
    "month", "months", "year", "years", "never", "mes", "meses", "año", "años", "nunca",
  ]
  private static let hours: Set<Substring> = ["hour", "hours", "horas", "hora", "h", "hr", "hrs"]
  private static let fewNumbers: Set<Substring> = [
    "an", "one", "two", "three", "four", "five", "six", "eight", "twelve", "few", "una", "dos", "tres",
    "pocas", "doce", "the", "la",
  ]
}
