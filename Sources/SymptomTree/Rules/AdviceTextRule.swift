import Diagnostics
import SiteModel
import Text

/// Whether the texts of outcomes belong to their urgency: one that says "do less" at an emergency keeps people at home.
enum AdviceTextRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    shared(subject, &diagnostics)
    exchanged(subject, &diagnostics)
    for outcome in subject.tree.outcomes {
      late(outcome, subject, &diagnostics)
      called(outcome, subject, &diagnostics)
    }
    odds(subject, &diagnostics)
  }

  /// What is urgent shares its words with what is milder, by one file or by two with the same text.
  private static func shared(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    var mildest: [[UInt8]: Outcome] = [:]
    func words(_ outcome: Outcome) -> [UInt8]? {
      outcome.advice.flatMap { subject.index.advice[$0.value]?.words }.flatMap { $0.isEmpty ? nil : $0 }
    }
    for outcome in subject.tree.outcomes.sorted(by: { $0.level.value > $1.level.value }) {
      if let words = words(outcome) { mildest[words] = outcome }
    }
    for outcome in subject.tree.outcomes where outcome.level.value >= .urgent {
      guard let text = outcome.advice, let words = words(outcome), let other = mildest[words],
        other.level.value < outcome.level.value,
        !(outcome.level.value == .urgent && other.level.value == .soon)
      else { continue }
      diagnostics.append(
        subject.error(
          .treeUrgentAdvice, at: text.position,
          "`\(outcome.id.value)` is `\(outcome.level.value.rawValue)`, but says the same as `\(other.id.value)`, which is only `\(other.level.value.rawValue)`.",
          hint: "Give each its own `advice`."))
    }
  }

  /// What to do in one outcome, and when to seek care sooner in another: one of the two is in the wrong place.
  private static func exchanged(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    let advice = Dictionary(
      subject.tree.outcomes.compactMap { outcome in outcome.advice.map { ($0.value, outcome.id.value) } }
    ) { first, _ in first }
    for outcome in subject.tree.outcomes {
      guard let text = outcome.seekCareIf, let other = advice[text.value] else { continue }
      diagnostics.append(
        .warning(
          .treeSafetyNet, file: subject.tree.file, at: text.position,
          "`\(text.value)` says when to seek care sooner in `\(outcome.id.value)`, and what to do in `\(other)`.",
          hint: "Use a text of its own for each."))
    }
  }

  /// Another number to call than the care levels have. Of an emergency, every known one is told (`OutcomeRule`).
  private static func called(
    _ outcome: Outcome, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    guard let phone = subject.tree.careLevels[.emergency]?.phone?.value else { return }
    let own = Array(phone.utf8.filter { $0 &- 0x30 < 10 })
    for text in [outcome.advice, outcome.seekCareIf].compactMap(\.self) {
      guard own.count == 3, let words = subject.index.advice[text.value]?.words,
        let other = EmergencyNumber.called(in: words[...], otherThan: own),
        outcome.level.value < .emergency || !EmergencyNumber.isOne(other)
      else { continue }
      diagnostics.append(
        .warning(
          .treeOwnSentence, file: subject.tree.file, at: text.position,
          "`\(text.value)` tells readers to call \(String(decoding: other, as: UTF8.self)), but the care levels say \(phone).",
          hint: "Write `\(phone)` there."))
    }
  }

  /// "90% get well": how likely something is nobody knows of the reader. "Put half (50%) of your weight on it" is something else.
  private static func odds(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    var seen: Set<String> = []
    let named =
      subject.tree.outcomes.flatMap { [$0.advice, $0.seekCareIf] } + subject.tree.questions.map(\.help)
    for text in named.compactMap(\.self) where seen.insert(text.value).inserted {
      guard let words = subject.index.advice[text.value]?.words, words.contains(UInt8(ascii: "%")) else {
        continue
      }
      let parts = String(decoding: words, as: UTF8.self).lowercased().split(separator: "%").dropFirst()
      let tells = parts.contains { part in
        part.split { !$0.isLetter }.prefix(4).contains { people.contains($0) }
      }
      guard tells else { continue }
      diagnostics.append(
        .warning(
          .treeWording, file: subject.tree.file, at: text.position,
          "`\(text.value)` contains a percentage of people, but the checker does not know how likely anything is.",
          hint: "Say there only what is known, such as \"Most people get better\"."))
    }
  }

  private static let people: Set<Substring> = [
    "people", "patients", "cases", "adults", "women", "men", "us", "them", "get", "gets", "recover",
    "recovers",
    "heal", "improve", "personas", "pacientes", "casos", "adultos", "mejora", "mejoran", "recupera",
    "recuperan",
    "cura", "curan",
  ]

  /// A sentence that puts off what is for now or for today.
  private static func late(
    _ outcome: Outcome, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    guard outcome.level.value >= .urgent, let text = outcome.advice,
      let advice = subject.index.advice[text.value]
    else { return }
    let isEmergency = outcome.level.value == .emergency
    guard UrgencyWords.mayPutOff(advice.words) else { return }
    let words = String(decoding: advice.words, as: UTF8.self)
    for sentence in words.split(whereSeparator: { ".!?:;".contains($0) }) {
      guard let known = UrgencyWords(String(sentence), language: subject.tree.language),
        let wait = known.waitingPhrase(isEmergency: isEmergency), !known.isDenied, !known.isCondition
      else { continue }
      diagnostics.append(
        .warning(
          .careLevelUrgency, file: subject.tree.file, at: text.position,
          "`\(outcome.id.value)` is `\(outcome.level.value.rawValue)`, but its text `\(text.value)` says \"\(wait)\", which tells readers that they can wait.",
          hint: "Say there what to do \(isEmergency ? "now" : "today")."))
      return
    }
  }
}
