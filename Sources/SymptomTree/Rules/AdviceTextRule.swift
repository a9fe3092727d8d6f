import Diagnostics
import SiteModel
import Text

/// Whether the texts of outcomes belong to their urgency: one that says "do less" at an emergency keeps people at home.
package enum AdviceTextRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    let exchangedTexts = shared(subject, &diagnostics)
    exchanged(subject, &diagnostics)
    diagnostics += late(subject.tree, subject.index.advice, except: exchangedTexts) { subject.file(of: $0) }
    let lines = EmergencyLines(subject.tree.careLevels)
    for outcome in subject.tree.outcomes {
      for text in [outcome.advice, outcome.seekCareIf].compactMap(\.self) {
        called(in: text.value, lines, isEmergency: outcome.level.value == .emergency, subject, &diagnostics)
      }
    }
    let told = subject.tree.outcomes.flatMap { [$0.advice?.value, $0.seekCareIf?.value] }
    for name in Set(subject.tree.questions.compactMap { $0.help?.value }).subtracting(told.compactMap(\.self))
      .sorted()
    {
      called(in: name, lines, isEmergency: false, subject, &diagnostics)
    }
    odds(subject, &diagnostics)
  }

  /// What is urgent shares its words with what is milder, by one file or by two with the same text. The names of such texts.
  private static func shared(_ subject: Subject, _ diagnostics: inout [Diagnostic]) -> Set<String> {
    var told: Set<String> = []
    var mildest: [[UInt8]: Outcome] = [:]
    func words(_ outcome: Outcome) -> [UInt8]? {
      outcome.advice.flatMap { subject.index.advice[$0.value]?.words }.flatMap { $0.isEmpty ? nil : $0 }
    }
    for outcome in subject.tree.outcomes.sorted(by: { $0.level.value > $1.level.value }) {
      if let words = words(outcome) { mildest[words] = outcome }
    }
    for outcome in subject.tree.outcomes {
      guard let text = outcome.advice, let words = words(outcome), let other = mildest[words],
        other.level.value < outcome.level.value
      else { continue }
      // What two levels may share is one file; two files with one text are a slip.
      let mayShare =
        outcome.level.value < .urgent || outcome.level.value == .urgent && other.level.value == .soon
      if mayShare, other.advice?.value == text.value { continue }
      told.insert(text.value)
      diagnostics.append(
        Diagnostic(
          outcome.level.value < .urgent ? .warning : .error, .treeUrgentAdvice, file: subject.tree.file,
          at: text.position,
          "`\(outcome.id.value)` is `\(outcome.level.value.rawValue)`, but says the same as `\(other.id.value)`, which is only `\(other.level.value.rawValue)`.",
          hint: "Give each its own `advice`."))
    }
    return told
  }

  /// What to do in one outcome, and when to seek care sooner in another: one of the two is in the wrong place.
  private static func exchanged(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    let advice = Dictionary(
      subject.tree.outcomes.compactMap { outcome in outcome.advice.map { ($0.value, outcome.id.value) } }
    ) { first, _ in first }
    let turned = turned(subject.tree.outcomes)
    if let turned, let text = turned.advice, let net = turned.seekCareIf {
      diagnostics.append(
        .warning(
          .treeSafetyNet, file: subject.tree.file, at: net.position,
          "`\(turned.id.value)` has `\(text.value)` for what to do and `\(net.value)` for when to seek care sooner, and other outcomes have the two the other way round.",
          hint:
            "Write `advice: \(net.value)` and `seek-care-if: \(text.value)`, or exchange those of the others."
        ))
    }
    for outcome in subject.tree.outcomes {
      guard let text = outcome.seekCareIf, let other = advice[text.value],
        ![text.value, outcome.advice?.value ?? ""].contains(where: {
          $0 == turned?.advice?.value || $0 == turned?.seekCareIf?.value
        })
      else { continue }
      diagnostics.append(
        .warning(
          .treeSafetyNet, file: subject.tree.file, at: text.position,
          "`\(text.value)` says when to seek care sooner in `\(outcome.id.value)`, and what to do in `\(other)`.",
          hint: "Use a text of its own for each."))
    }
  }

  /// The outcome whose two texts others have the other way round, where all the others agree.
  private static func turned(_ outcomes: [Outcome]) -> Outcome? {
    outcomes.first { one in
      guard let advice = one.advice?.value, let net = one.seekCareIf?.value else { return false }
      let others = outcomes.filter { $0.id.value != one.id.value }
      return others.contains { $0.advice?.value == net } && others.contains { $0.seekCareIf?.value == advice }
        && !others.contains { $0.advice?.value == advice || $0.seekCareIf?.value == net }
    }
  }

  /// Another number to call than the care levels have, told where it is written. Of an emergency, every known one is told (`OutcomeRule`).
  private static func called(
    in name: String, _ lines: EmergencyLines, isEmergency: Bool, _ subject: Subject,
    _ diagnostics: inout [Diagnostic]
  ) {
    for sentence in subject.index.advice[name]?.sentences ?? [] {
      guard let other = lines.other(in: Array(sentence.value.utf8)[...]),
        !isEmergency || !EmergencyNumber.isOne(other.digits)
      else { continue }
      diagnostics.append(
        .warning(
          .treeOwnSentence, file: subject.file(of: name), at: sentence.position,
          "This text tells readers to call \(String(decoding: other.digits, as: UTF8.self)), \(other.but).",
          hint: "Write `\(other.hint)` here."))
      return
    }
  }

  /// "90% get well": how likely something is nobody knows of the reader. "Put half (50%) of your weight on it" is something else.
  private static func odds(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    var seen: Set<String> = []
    let named =
      subject.tree.outcomes.flatMap { [$0.advice, $0.seekCareIf] } + subject.tree.questions.map(\.help)
    for text in named.compactMap(\.self) where seen.insert(text.value).inserted {
      guard let advice = subject.index.advice[text.value], advice.words.contains(UInt8(ascii: "%")),
        let sentence = advice.sentences.first(where: { tellsOdds($0.value) })
      else { continue }
      diagnostics.append(
        .warning(
          .treeWording, file: subject.file(of: text.value), at: sentence.position,
          "This text contains a percentage of people, but the checker does not know how likely anything is.",
          hint: "Say here only what is known, such as \"Most people get better\"."))
    }
  }

  private static func tellsOdds(_ sentence: String) -> Bool {
    sentence.lowercased().split(separator: "%", omittingEmptySubsequences: false).dropFirst().contains {
      $0.split { !$0.isLetter }.prefix(4).contains { people.contains($0) }
    }
  }

  private static let people: Set<Substring> = [
    "people", "patients", "cases", "adults", "women", "men", "us", "them", "get", "gets", "recover",
    "recovers",
    "heal", "improve", "personas", "pacientes", "casos", "adultos", "mejora", "mejoran", "recupera",
    "recuperan",
    "cura", "curan",
  ]

  /// Sentences that put off what is for now or for today, in texts of a checker in whatever language: the first of each text, where it is
  /// written. `file` gives the file of a text.
  package static func late(
    _ tree: Tree, _ advice: [String: ClinicalIndex.Advice], except names: Set<String> = [],
    file: (String) -> String
  ) -> [Diagnostic] {
    var seen = names
    var found: [Diagnostic] = []
    func look(at name: Placed<String>?, _ urgency: WaitingWords.Urgency, _ what: String, _ remedy: String) {
      guard let name = name?.value, seen.insert(name).inserted else { return }
      for sentence in advice[name]?.sentences ?? [] {
        guard let wait = WaitingWords.found(in: sentence.value, urgency) else { continue }
        found.append(
          .warning(
            .careLevelUrgency, file: file(name), at: sentence.position,
            "This is the text of \(what), but it says \"\(wait)\", which tells readers that they can wait.",
            hint: remedy))
        return
      }
    }
    for outcome in tree.outcomes.filter({ $0.level.value >= .urgent }).sorted(by: {
      $0.level.value > $1.level.value
    }) {
      let isEmergency = outcome.level.value == .emergency
      for name in [outcome.advice, outcome.seekCareIf] {
        look(
          at: name, isEmergency ? .emergency : .today,
          "`\(outcome.id.value)`, which is `\(outcome.level.value.rawValue)`",
          "Say here what to do \(isEmergency ? "now" : "today").")
      }
    }
    found += emptyNets(tree, advice, file: file)
    for question in tree.questions where question.stage.value == .redFlag {
      look(
        at: question.help, .sign, "the red-flag question `\(question.id.value)`", "Say here how to answer it."
      )
    }
    return found
  }

  /// Texts that should say when to seek care sooner, and name no sign: "Carry on." Each once, in English and Spanish.
  private static func emptyNets(
    _ tree: Tree, _ advice: [String: ClinicalIndex.Advice], file: (String) -> String
  ) -> [Diagnostic] {
    guard ["en", "es"].contains(LanguageCode.primary(of: tree.language)) else { return [] }
    var seen: Set<String> = []
    return tree.outcomes.compactMap { outcome in
      guard let name = outcome.seekCareIf?.value, seen.insert(name).inserted,
        let sentences = advice[name]?.sentences, let first = sentences.first
      else { return nil }
      let words = sentences.map { $0.value.lowercased().split { !$0.isLetter && !$0.isNumber } }
      let all = words.joined()
      let isShort = words.count == 1 && all.count < 4
      let leadsOn =
        goingOn.first(in: all.joined(separator: " ")) != nil && !all.contains(where: netWords.contains)
      guard isShort || leadsOn else { return nil }
      return .warning(
        .treeSafetyNet, file: file(name), at: first.position,
        "`\(outcome.id.value)` has this text for when to seek care sooner, but it names no sign.",
        hint: "Write the signs that need care sooner, such as \"Get help today if the fever comes back\".")
    }
  }

  private static let goingOn: WholePhrases = [
    "carry on", "go on", "keep going", "keep on", "continue", "all is well", "you are fine", "siga",
    "continúe", "siga igual",
    "todo está bien",
  ]
  /// What a text has that tells when to seek care.
  private static let netWords: Set<Substring> = [
    "if", "when", "unless", "call", "contact", "book", "seek", "get", "see", "help", "emergency", "stop",
    "si", "cuando", "llame",
    "consulte", "busque", "acuda", "vaya", "ayuda", "pida", "emergencia", "emergencias", "urgencias", "pare",
  ]
}
