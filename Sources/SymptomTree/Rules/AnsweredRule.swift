import Diagnostics
import Text

/// Whether the answers of a question answer it, by its first words and theirs: "How long …?" is not answered by yes and no, nor "Does it
/// hurt?" by lengths of time. Two questions that were exchanged give readers answers that fit nothing. In English and Spanish.
enum AnsweredRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    for question in subject.tree.questions {
      let labels = question.choices.map(\.label.value)
      if let fault = fault(
        question, question.ask.value, labels, subject.tree.language, at: question.ask.position,
        in: subject.tree.file)
      {
        diagnostics.append(fault)
      }
    }
  }

  /// In whatever language.
  static func fault(
    _ question: Question, _ ask: String, _ labels: [String], _ language: String, at position: Position,
    in file: String
  ) -> Diagnostic? {
    guard question.kind.value == .oneOf, labels.count > 1, let words = AskedWords(ask, language: language)
    else {
      return nil
    }
    let answers = labels.map { QuestionWords.affirms($0, language: language) }
    let times = labels.count { words.speakOfTime($0) }
    let asked: String
    let answered: String
    if let opening = words.opening, answers.contains(true), answers.contains(false) {
      (asked, answered) = ("begins with \"\(opening)\"", "say yes and no")
    } else if words.isYesNo, times > 1, times >= labels.count - 1, answers.allSatisfy({ $0 == nil }) {
      (asked, answered) = ("asks for yes or no", "are lengths of time")
    } else {
      return nil
    }
    return .warning(
      .treeWording, file: file, at: position,
      "The question `\(question.id.value)` \(asked), but its answers \(answered).",
      hint: "Check whether its words were exchanged with those of another question.")
  }
}

/// What a question asks for, by its first words.
private struct AskedWords {
  private let language: String
  /// The words of each clause.
  private let clauses: [[Substring]]

  /// Nil in a language of which no words are known.
  init?(_ ask: String, language: String) {
    self.language = LanguageCode.primary(of: language)
    guard ["en", "es"].contains(self.language) else { return nil }
    clauses = ask.lowercased().split { ",:;.?!¿¡–—()".contains($0) }.map {
      $0.split { !$0.isLetter && $0 != "'" }
    }
    .filter { !$0.isEmpty }
    if clauses.isEmpty { return nil }
  }

  private var first: [Substring] { clauses[0] }
  private var isEnglish: Bool { language == "en" }

  /// The words that ask for more than yes and no; nil where the question ends with one that asks for just that: "When you walk, does it hurt?"
  var opening: String? {
    guard !clauses.dropFirst().contains(where: { asksForYesNo($0) }), let word = first.first else {
      return nil
    }
    if isEnglish {
      guard Self.english.contains(word), let next = first.dropFirst().first else { return nil }
      // "When you walk …", "What you feel …".
      if word != "how", word != "which", !Self.auxiliaries.contains(next) { return nil }
      return [word, next].joined(separator: " ").capitalized(word)
    }
    if Self.spanish.contains(word) { return String(word).capitalized(word) }
    guard Self.prepositions.contains(word), let next = first.dropFirst().first, Self.spanish.contains(next)
    else {
      return nil
    }
    return "\(word) \(next)".capitalized(word)
  }

  /// Whether it is one question for yes or no, and not for how long something has been.
  var isYesNo: Bool {
    guard let last = clauses.last, asksForYesNo(last) || clauses.count == 1 && asksForYesNo(first) else {
      return false
    }
    return !clauses.joined().contains {
      Self.ofTime.contains($0) || UrgencyWords.unitsOfTime.contains($0) || ["or", "o", "u"].contains($0)
    }
  }

  private func asksForYesNo(_ clause: [Substring]) -> Bool {
    guard let word = clause.first else { return false }
    if isEnglish { return Self.auxiliaries.contains(word) }
    // Spanish turns no words round: what asks for nothing else does.
    return clauses.count == 1 && !clause.contains(where: Self.spanish.contains)
      || ["le", "puede", "tiene", "duele"].contains(word)
  }

  func speakOfTime(_ label: String) -> Bool {
    label.lowercased().split { !$0.isLetter }.contains(where: UrgencyWords.unitsOfTime.contains)
  }

  private static let english: Set<Substring> = [
    "how", "when", "where", "which", "what", "who",
  ]
  private static let auxiliaries: Set<Substring> = [
    "does", "do", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will", "would",
  ]
  private static let spanish: Set<Substring> = [
    "qué", "cuál", "cuáles", "cuánto", "cuánta", "cuántos", "cuántas", "cuándo", "dónde", "cómo", "quién",
    "quiénes",
  ]
  private static let prepositions: Set<Substring> = [
    "desde", "hace", "en", "a", "de", "por", "con", "para", "durante",
  ]
  private static let ofTime: Set<Substring> = [
    "long", "time", "ago", "since", "old", "new", "recent", "recently", "when", "start", "started", "begin",
    "began", "begun",
    "last", "lasted", "tiempo", "empezó", "comenzó", "empezado", "hace", "desde", "reciente", "nuevo", "dura",
    "duró",
  ]
}

extension String {
  /// With a capital, as the question has it.
  fileprivate func capitalized(_ word: Substring) -> String { word.prefix(1).uppercased() + dropFirst() }
}
