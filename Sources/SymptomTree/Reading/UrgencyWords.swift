import Text

/// Words that say how soon somebody needs help, in English and Spanish. Nothing is said of other languages: a wrong complaint about
/// an emergency would teach people to pass over all of them.
struct UrgencyWords {
  private let tokens: [Substring]
  private let text: String

  /// Nil in a language of which no words are known.
  init?(_ text: String, language: String) {
    let base = language.lowercased().prefix { $0 != "-" && $0 != "_" }
    guard base == "en" || base == "es" else { return nil }
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "&" }.joined(separator: " ")
    self.text = " \(words) "
    // "Now" is in them, and they say the opposite.
    tokens = Self.later.reduce(self.text) { $0.replacing(" \($1) ", with: " ") }.split(separator: " ")
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

  /// Whether what is said is said not to be done: "do not wait until tomorrow".
  var isDenied: Bool { holds(Self.denials) }

  /// What puts help off in a sentence of advice.
  func waitingPhrase(isEmergency: Bool) -> String? {
    phrase(Self.waiting) ?? (isEmergency ? phrase(Self.waitingInEmergency) : nil)
  }

  /// Whether there may be a phrase that puts help off: a look at the bytes, since most texts have none.
  static func mayPutOff(_ text: [UInt8]) -> Bool {
    hints.contains { ByteSearch.first(Array($0.utf8), in: text[...]) != nil }
  }

  /// A part of each such phrase, without the letter that may be a capital.
  private static let hints = [
    "eek", "onth", "ait and see", "hen you can", "omorrow", "ext day", " days", "ook a visit", "emana",
    " mes", "spere y vea", "uando pueda",
    "asta ma", "ida una cita", " días",
  ]

  /// "If it is no better tomorrow" puts nothing off.
  var isCondition: Bool { tokens.first.map { ["if", "when", "si", "cuando"].contains($0) } ?? false }

  private func holds(_ words: Set<Substring>) -> Bool { tokens.contains(where: words.contains) }
  private func holds(phrase phrases: [String]) -> Bool { phrase(phrases) != nil }
  private func phrase(_ phrases: [String]) -> String? { phrases.first { text.contains(" \($0) ") } }

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
  private static let nowPhrases = [
    "right away", "straight away", "at once", "without delay", "without waiting", "do not wait",
    "as soon as possible", "en seguida",
    "cuanto antes", "lo antes posible", "sin demora", "sin esperar", "no espere",
  ]
  private static let today: Set<Substring> = [
    "today", "tonight", "asap", "promptly", "urgent", "urgently", "hoy", "urgente", "urgentemente",
  ]
  private static let todayPhrases = [
    "same day", "this day", "mismo día", "este día", "same working day", "within a day", "within one day",
    "in a day", "en un día", "24h",
  ]
  private static let help: Set<Substring> = [
    "call", "dial", "ring", "phone", "telephone", "emergency", "emergencies", "ambulance", "hospital", "er",
    "ed", "help", "a&e",
    "llame", "llamar", "llama", "marque", "marcar", "emergencia", "emergencias", "urgencia", "urgencias",
    "ambulancia", "ayuda",
    "now", "immediately", "ahora", "inmediatamente",
  ]
  private static let helpPhrases = ["at once", "right away", "straight away", "de inmediato"]
  private static let slow: Set<Substring> = [
    "tomorrow", "days", "week", "weeks", "weekend", "month", "months", "later", "next", "appointment",
    "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "mañana", "días", "semana", "semanas", "mes",
    "meses", "después",
    "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "cita", "próxima", "próximo",
    "próximos", "never", "nunca",
  ]
  private static let slowPhrases = [
    "book a visit", "when you can", "when it suits", "when there is time", "cuando pueda", "más tarde",
    "cuando haya",
  ]
  private static let waiting = [
    "next week", "next month", "in a week", "in a few weeks", "wait and see", "when you can", "in two weeks",
    "la próxima semana",
    "el próximo mes", "en unas semanas", "en dos semanas", "espere y vea", "cuando pueda",
  ]
  private static let waitingInEmergency = [
    "until tomorrow", "tomorrow", "next day", "in a few days", "within days", "within a few days",
    "book a visit", "hasta mañana",
    "en unos días", "pida una cita",
  ]
  private static let later = ["for now", "por ahora"]
  private static let verySlow: Set<Substring> = [
    "month", "months", "year", "years", "never", "mes", "meses", "año", "años", "nunca",
  ]
  private static let hours: Set<Substring> = ["hour", "hours", "horas", "hora", "h", "hr", "hrs"]
  private static let fewNumbers: Set<Substring> = [
    "an", "one", "two", "three", "four", "five", "six", "eight", "twelve", "few", "una", "dos", "tres",
    "pocas", "doce", "the", "la",
  ]
  /// With the end of "don't" and "can't", which are two words here.
  private static let denials: Set<Substring> = [
    "not", "never", "t", "no", "nunca", "without", "sin", "cannot",
  ]
}
