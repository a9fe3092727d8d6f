import Diagnostics
import Text

/// Whether yes and no stand at the right answers: where a question asks about a bad sign, no answer of "Yes" is all less urgent than
/// "No", and where it asks whether all is well, none is all more urgent. Two labels that were exchanged, or a question that was turned
/// round, send everybody the wrong way, though no step changed. Warnings, in English and Spanish.
enum YesNoRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    guard subject.graph.backwards != nil else { return }
    let language = subject.tree.language
    for question in subject.tree.questions where question.kind.value == .oneOf {
      guard let asksOfHarm = AskedSign.isHarm(question.ask.value, language: language),
        let yes = only(true, question, language), let no = only(false, question, language),
        let (yesLow, yesHigh) = ranks(yes, subject), let (noLow, noHigh) = ranks(no, subject)
      else { continue }
      guard asksOfHarm ? yesHigh < noLow : yesLow > noHigh else { continue }
      let (name, other) = (question.id.value, "`\(question.id.value).\(no.id.value)`")
      diagnostics.append(
        .warning(
          .treeWording, file: subject.tree.file, at: question.ask.position,
          "Whoever says \"\(yes.label.value)\" to this question is sent to \(asksOfHarm ? "less" : "more") urgent outcomes than whoever says \"\(no.label.value)\" (`\(name).\(yes.id.value)` and \(other)), which is the wrong way round for what it asks.",
          hint:
            "Check the question and its two labels: one of them was turned round or exchanged with the other."
        ))
    }
  }

  /// The only answer whose label says yes, or no.
  private static func only(_ yes: Bool, _ question: Question, _ language: String) -> Answer? {
    let found = question.answers.filter { QuestionWords.affirms($0.label.value, language: language) == yes }
    return found.count == 1 ? found[0] : nil
  }

  private static func ranks(_ answer: Answer, _ subject: Subject) -> (low: Int, high: Int)? {
    guard let node = subject.graph.node(answer.next.value), let low = subject.graph.lowestRank[node],
      let high = subject.graph.highestRank[node]
    else { return nil }
    return (low, high)
  }
}

/// What a question asks about, by its words.
private enum AskedSign {
  /// Whether it asks about something bad; false where it asks whether all is well, nil where nobody can tell. Where it hurts is
  /// neither.
  static func isHarm(_ ask: String, language: String) -> Bool? {
    let words = QuestionWords.words(of: ask)
    func holds(_ phrases: WholePhrases) -> Bool { phrases.first(in: words) != nil }
    switch LanguageCode.primary(of: language) {
    case "en":
      if holds(doubtfulInEnglish) { return nil }
      return holds(wellInEnglish) ? false : holds(harmInEnglish) ? true : nil
    case "es":
      if holds(doubtfulInSpanish) { return nil }
      return holds(wellInSpanish) ? false : holds(harmInSpanish) ? true : nil
    default: return nil
    }
  }

  /// What somebody can or cannot do, what was, and what has two sides.
  private static let doubtfulInEnglish: WholePhrases = [
    "can", "can't", "cannot", "could", "able", "unable", "again", "then", "not", "don't", "doesn't", "isn't",
    "less", "without any help", "or is it", "only", "just when",
  ]
  private static let wellInEnglish: WholePhrases = [
    "free of", "free from", "without pain", "without swelling", "without a fever", "without fever", "no pain",
    "no swelling", "no fever", "pain free", "painless", "normal", "comfortable", "fine", "healthy",
    "as usual", "better", "gone",
  ]
  private static let harmInEnglish: WholePhrases = [
    "at night", "at rest", "swollen", "swelling", "swell", "swells", "fever", "numb", "numbness", "weak",
    "weakness", "worse", "severe", "constant", "unbearable", "locked", "stuck", "gives way", "give way",
    "fell",
    "fall", "injury", "hot", "red", "warm", "bleeding", "cancer", "weight loss", "limp", "tingling",
    "out of 10",
  ]
  private static let doubtfulInSpanish: WholePhrases = [
    "puede", "pudo", "capaz", "otra vez", "luego", "no", "menos", "solo", "sólo", "ni",
  ]
  private static let wellInSpanish: WholePhrases = [
    "libre de", "sin dolor", "sin hinchazón", "sin fiebre", "ningún dolor", "normal", "bien", "mejor",
    "cómoda",
    "cómodo", "como siempre", "desaparecido",
  ]
  private static let harmInSpanish: WholePhrases = [
    "por la noche", "de noche", "en reposo", "hinchada", "hinchado", "hinchazón", "fiebre", "adormecida",
    "adormecimiento", "débil", "debilidad", "peor", "fuerte", "constante", "insoportable", "bloqueada",
    "atascada", "cayó", "caída", "lesión", "caliente", "roja", "sangrado", "cáncer", "cojera", "hormigueo",
    "de 10",
  ]
}
