/// Promises of a result by a day, and of what a treatment always or never is: `pain-free in 6 weeks`, `surgery is always needed`.
enum Promise {
  /// By language. Those that end in `in` or the like promise something only with a time behind them.
  static let phrases = ["en": english, "es": spanish]

  /// Whether it promises something to everybody: `words` stand before the phrase, and `next` after it.
  static func isOne(_ phrase: [[UInt8]], after words: [String], before next: [String]) -> Bool {
    guard let first = phrase.first, let last = phrase.last else { return false }
    if words.contains(where: hedges.contains) { return false }
    guard limits.contains(String(decoding: last, as: UTF8.self)) else { return true }
    guard let number = next.first,
      number.utf8.first.map({ $0 &- 0x30 < 10 }) ?? false || amounts.contains(number),
      next.contains(where: times.contains)
    else { return false }
    let head = String(decoding: first, as: UTF8.self)
    if goings.contains(head), !words.contains(where: pains.contains) { return false }
    return whole.contains(head) || words.contains { futures.contains($0) || $0.hasSuffix("'ll") }
  }

  private static let english: [String] = {
    let results = [
      "pain-free", "pain free", "free of pain", "healed", "recovered", "back to normal", "back to running",
      "back to sport", "running again", "playing again", "good as new", "gone", "disappear", "vanish",
    ]
    let treatments = [
      "surgery", "operation", "operations", "injection", "injections", "medication", "medicine",
      "painkillers",
    ]
    let sure = ["needed", "necessary", "required", "unnecessary", "the only way", "the answer"]
    let alone = [
      "always heals", "never heals", "never hurt again", "never hurts again", "never have pain again",
      "never feel pain again", "never come back",
    ]
    return alone + rows([results, ["in", "within", "after"]])
      + rows([treatments, ["is", "are"], ["always", "never"], sure])
      + rows([["always", "never"], ["need", "needs", "require", "requires"], ["", "an", "a"], treatments])
  }()

  private static let spanish: [String] = {
    let results = [
      "sin dolor", "curado", "curada", "recuperado", "recuperada", "como nuevo", "como nueva", "desaparecerá",
      "no tendrá dolor", "no tendrás dolor", "no sentirá dolor", "no sentirás dolor",
    ]
    let treatments = ["cirugía", "operación", "inyección", "infiltración", "medicación"]
    let often = ["siempre", "nunca"]
    let alone = [
      "nunca volverá a doler", "no volverá a doler", "no volverá a tener dolor", "nunca más tendrá dolor",
      "no volverás a tener dolor",
    ]
    return alone + rows([results, ["en", "dentro de", "tras"]])
      + rows([treatments, often, ["es"], ["necesaria"]]) + rows([treatments, ["es"], often, ["necesaria"]])
      + rows([often, ["es"], ["necesaria"], ["la", "una"], treatments])
      + rows([
        often, ["necesita", "necesitará", "requiere", "hace falta"], ["", "la", "una"], treatments,
      ])
  }()

  /// Each of the first with each of the second, and so on.
  private static func rows(_ parts: [[String]]) -> [String] {
    parts.reduce([""]) { (rows: [String], part: [String]) -> [String] in
      rows.flatMap { (row: String) -> [String] in
        part.map { (word: String) -> String in row.isEmpty || word.isEmpty ? row + word : row + " " + word }
      }
    }
  }

  private static let limits: Set = ["in", "within", "after", "en", "de", "tras"]
  /// Those that say the future themselves.
  private static let whole: Set = ["no", "desaparecerá"]
  /// What goes, of which soreness may.
  private static let goings: Set = ["gone", "disappear", "vanish", "desaparecerá"]
  private static let pains: Set = ["pain", "pains", "injury", "problem", "dolor", "lesión", "problema"]
  private static let futures: Set = [
    "will", "estará", "estarás", "quedará", "quedarás", "correrá", "correrás", "caminará", "caminarás",
    "vivirá", "vivirás",
  ]
  private static let amounts: Set = [
    "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve",
    "just",
    "only", "less", "under", "few", "un", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho",
    "nueve", "diez", "doce", "solo", "pocas", "pocos", "menos",
  ]
  private static let times: Set = [
    "day", "days", "week", "weeks", "month", "months", "year", "sessions", "visits", "día", "días", "semana",
    "semanas", "mes", "meses", "año", "sesiones", "visitas",
  ]
  /// Who says it of some, or as likely, promises nothing.
  private static let hedges: Set = [
    "most", "many", "some", "half", "usually", "often", "may", "might", "likely", "probably", "should", "can",
    "could", "almost", "nearly", "about", "hope", "aim", "people",
    "mayoría", "muchos", "muchas", "algunos", "algunas", "suele", "suelen", "puede", "pueden", "quizá",
    "quizás", "probablemente", "normalmente", "casi", "personas", "gente",
  ]
}
