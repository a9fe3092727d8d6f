import Text

/// What a question or a label says by its first words, in the languages of which they are known.
enum QuestionWords {
  /// What turns a red-flag question round, so that ticking a sign means not to have it, or says that it need not be answered. In
  /// English and Spanish.
  static func turning(_ ask: String, language: String) -> String? {
    // "If none of these fits, go on", "or none of these".
    let (words, language) = (words(of: ask), LanguageCode.primary(of: language))
    let phrase = turnings[language]?.first(in: words) {
      !["if", "or", "when", "though", "while", "unless", "si", "o", "cuando", "aunque", "no", "mientras"]
        .contains($0)
    }
    if phrase != nil || language != "en" { return phrase }
    let all = words.split(separator: " ")
    return wellBeing.found(in: all + [WordPattern.end]).first.map {
      all[$0.clamped(to: all.indices)].joined(separator: " ")
    }
  }

  /// "Is your knee fine?", whatever it is that is asked of.
  private static let wellBeing = WordPatterns([WordPattern("is your ~3 fine|ok|okay|normal|healthy $")])

  /// Whether a label only leads on: "Skip", "Next", "Continue". What it should say, that no sign fits, it does not.
  static func leadsOn(_ label: String, language: String) -> Bool {
    guard let words = leading[LanguageCode.primary(of: language)] else { return false }
    let own = label.lowercased().split { !$0.isLetter }
    return !own.isEmpty && own.count < 5 && own.allSatisfy(words.contains) && !own.contains("no")
  }

  private static let leading: [String: Set<Substring>] = [
    "en": [
      "skip", "next", "continue", "go", "on", "proceed", "forward", "later", "pass", "ok", "okay", "done",
      "this", "question",
      "the", "to", "step", "questions", "move", "start", "submit", "enter",
    ],
    "es": [
      "saltar", "omitir", "siguiente", "continuar", "seguir", "pasar", "adelante", "avanzar", "después",
      "esta", "pregunta",
      "la", "a", "paso", "listo", "aceptar", "enviar", "ok", "empezar",
    ],
  ]

  /// With a straight apostrophe.
  static func words(of text: String) -> String {
    let words = PlainText.words(in: text.lowercased())
    return words.utf8.contains(0xE2) ? words.replacing("’", with: "'") : words
  }

  private static let turnings = ["en": english, "es": spanish]
  private static let english: WholePhrases = [
    "free of", "free from", "none of these", "none of them", "none of the following", "do you not have",
    "don't you have", "do not have any", "don't have any", "without any of these", "may skip",
    "can skip this", "can skip it", "free to skip", "skip this", "skip the question", "skip any question",
    "optional",
    "need not answer", "do not need to answer", "don't need to answer", "don't have to answer",
    "do not have to answer", "if you like", "if you want",
    "are you well", "are you ok", "are you okay", "are you fine", "are you all right", "are you healthy",
    "do you feel well", "do you feel ok", "do you feel okay", "do you feel fine", "do you feel all right",
    "do you feel healthy", "feeling well right now", "is everything ok", "is everything okay",
    "is everything fine",
    "is everything all right", "is everything normal", "is all well", "is it fine",
  ]
  private static let spanish: WholePhrases = [
    "libre de", "ninguno de estos", "ninguna de estas", "ninguna de las siguientes",
    "ninguno de los siguientes", "no tiene ninguno", "no tiene ninguna", "sin ninguno", "sin ninguna",
    "saltar esta", "saltar la pregunta", "saltarse esta", "saltarse la pregunta", "puede saltarse",
    "puede saltársela", "puede omitir", "omitir esta", "omitir la pregunta", "opcional",
    "no hace falta que responda", "no es necesario responder",
    "si quiere", "si lo desea",
    "se siente bien", "está bien", "se encuentra bien", "todo bien", "todo está bien", "todo es normal",
  ]

  /// What tells readers of a text beside the question that they need not answer it.
  static func excusing(_ text: String, language: String) -> String? {
    excuses[LanguageCode.primary(of: language)]?.first(in: words(of: text))
  }

  private static let excuses: [String: WholePhrases] = [
    "en": [
      "may skip", "can skip", "optional", "need not answer", "don't need to answer", "don't have to answer",
    ],
    "es": [
      "puede saltarse", "puede saltar esta", "puede saltar la pregunta", "puede omitir", "opcional",
      "no hace falta que responda",
    ],
  ]

  /// Whether a label begins with the word for yes or the one for no; nil when with neither, or in a language of which they are not
  /// known.
  static func affirms(_ label: String, language: String) -> Bool? {
    guard let (yes, no) = answers[LanguageCode.primary(of: language)],
      let first = label.lowercased().split(whereSeparator: { !$0.isLetter }).first
    else { return nil }
    return first == yes ? true : first == no ? false : nil
  }

  private static let answers: [String: (yes: String, no: String)] = [
    "en": ("yes", "no"), "es": ("sí", "no"), "pt": ("sim", "não"), "fr": ("oui", "non"), "it": ("sì", "no"),
    "de": ("ja", "nein"), "nl": ("ja", "nee"), "da": ("ja", "nej"), "sv": ("ja", "nej"), "nb": ("ja", "nei"),
    "fi": ("kyllä", "ei"), "pl": ("tak", "nie"), "cs": ("ano", "ne"), "ru": ("да", "нет"),
    "uk": ("так", "ні"), "tr": ("evet", "hayır"), "ar": ("نعم", "لا"), "he": ("כן", "לא"),
  ]
}
