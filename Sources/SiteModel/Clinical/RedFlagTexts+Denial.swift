import Text

extension RedFlagTexts {
  /// What makes the opposite of a sign: "No swelling of the calf", "A knee that is not hot". Losses are signs: no pulse, not able to
  /// stand; and so is what is there "even if the knee is not hot". In English and Spanish.
  static func denial(in text: String) -> String? {
    let words = SmallWords.all(in: text.lowercased())
    guard let first = words.first else { return nil }
    if beginnings.contains(first) {
      // "No swelling", "no new swelling", "without any swelling".
      let sign = words.dropFirst().prefix(4).first(where: harms.contains)
      if let sign, let end = words.firstIndex(of: sign) { return words[...end].joined(separator: " ") }
    }
    for (one, two) in zip(words.prefix(8), words.prefix(8).dropFirst())
    where absences[one]?.contains(two) == true {
      return "\(one) \(two)"
    }
    for (place, word) in words.enumerated() where denials.contains(word) {
      if words[..<place].contains(where: concessions.contains) { return nil }
      let behind = words[(place + 1)...].prefix(2)
      // "Swollen for no reason, warm": what is denied is why.
      if behind.contains(where: reasons.contains) { continue }
      guard let state = behind.firstIndex(where: states.contains) else { continue }
      // "Not swollen, but numb."
      if words[state...].contains(where: { ["but", "yet", "pero", "sino"].contains($0) }) { return nil }
      return words[place...state].joined(separator: " ")
    }
    return nil
  }

  private static let absences: [Substring: Set<Substring>] = [
    "free": ["of", "from"], "absence": ["of"], "libre": ["de"], "ausencia": ["de"],
  ]

  /// Whether a word is something that nobody wants to have.
  static func isHarm(_ word: Substring) -> Bool { harms.contains(word) || states.contains(word) }

  private static let beginnings: Set<Substring> = [
    "no", "without", "sin", "ningún", "ninguna", "neither", "never",
  ]
  private static let denials: Set<Substring> = ["not", "isn", "aren", "never", "no", "nunca"]
  /// "Even if", "whether or not", "with or without", "no longer".
  private static let concessions: Set<Substring> = [
    "even", "although", "though", "whether", "or", "aunque", "incluso", "o",
  ]

  private static let reasons: Set<Substring> = [
    "reason", "cause", "reasons", "causes", "explanation", "motivo", "razón", "causa", "apparent", "clear",
    "obvious", "known", "aparente", "clara", "claro",
  ]

  /// What nobody wants to have.
  private static let harms: Set<Substring> = [
    "swelling", "warmth", "redness", "pain", "fever", "chills", "numbness", "weakness", "tingling",
    "bruising",
    "bleeding", "rash", "lump", "bulge", "fall", "injury", "stiffness", "soreness", "ache", "limp", "cancer",
    "locking", "infection", "vomiting", "fainting", "sign", "signs", "symptoms",
    "hinchazón", "calor", "enrojecimiento", "dolor", "fiebre", "escalofríos", "adormecimiento", "debilidad",
    "hormigueo", "moretón", "sangrado", "sarpullido", "bulto", "caída", "lesión", "rigidez", "cojera",
    "cáncer",
    "infección", "vómitos", "desmayo", "señales", "síntomas",
  ]
  private static let states: Set<Substring> = [
    "swollen", "hot", "warm", "red", "sore", "painful", "numb", "weak", "stiff", "locked", "stuck", "pale",
    "cold", "blue", "tender", "bruised", "broken", "feverish", "hurting", "hinchada", "hinchado", "caliente",
    "roja", "rojo", "adolorida", "adolorido", "adormecida", "adormecido", "débil", "rígida", "rígido",
    "bloqueada", "bloqueado", "pálida", "pálido", "fría", "frío", "azul", "rota",
  ]
}
