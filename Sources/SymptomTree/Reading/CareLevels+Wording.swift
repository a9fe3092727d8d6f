import Diagnostics
import SiteModel
import Text

/// Whether the care levels, in whatever language, say what they stand for. They are at the top of every outcome, above every list
/// of warning signs and on paper: one word there can send everybody home.
struct CareLevelWording {
  let file: String
  /// A tag.
  let language: String
  let cards: [(level: CareLevel, card: CareLevelCard)]
  private(set) var diagnostics: [Diagnostic] = []
  /// Levels whose heading is that of a milder one.
  private var repeated: Set<CareLevel> = []

  /// `cards` are those whose words are in this language.
  init(_ cards: [CareLevel: CareLevelCard], file: String, language: String) {
    self.file = file
    self.language = language
    self.cards = cards.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
    compare("heading", .error, \.heading)
    for (level, card) in self.cards {
      unwritten(card.heading, "heading", level)
      unwritten(card.timeFrame, "time frame", level)
      number(level, card)
      calledNumber(level, card)
      heading(level, card)
      timeFrame(level, card)
      contradiction(level, card)
    }
    compare("time frame", .warning, \.timeFrame)
  }

  private mutating func report(_ severity: Severity, at position: Position, _ message: String, hint: String) {
    diagnostics.append(
      Diagnostic(severity, .careLevelUrgency, file: file, at: position, message, hint: hint))
  }

  /// `-`, `…`: a text without a letter.
  private mutating func unwritten(_ text: Placed<String>, _ what: String, _ level: CareLevel) {
    guard !text.value.isEmpty, !text.value.contains(where: \.isLetter) else { return }
    report(
      .error, at: text.position,
      "The \(what) of `\(level.rawValue)` is still to be written: readers would see `\(text.value)`.",
      hint: "Write how soon to get help, in the words of your clinic.")
  }

  /// The number that is read and the number that is dialed.
  private mutating func number(_ level: CareLevel, _ card: CareLevelCard) {
    guard let phone = card.phone, case let dialed = phone.value.filter(\.isNumber), !dialed.isEmpty,
      // One that no phone can dial is told as that.
      DialedNumber.isValid(phone.value.utf8)
    else { return }
    let runs = card.heading.value.split { !$0.isNumber && !"+-. ()".contains($0) }
    // `91 1`; a number that is spelled, `9 1 1`, is meant.
    let torn = runs.map { $0.split(separator: " ") }.first { parts in
      parts.count > 1 && parts.joined() == dialed && dialed.count < 5 && parts.contains { $0.count > 1 }
    }
    if let torn {
      report(
        .error, at: card.heading.position,
        "The heading of `\(level.rawValue)` says `\(torn.joined(separator: " "))`, but `phone` dials `\(phone.value)`.",
        hint: "Write `\(phone.value)` in the heading, without a space.")
      return
    }
    let written = runs.map { $0.filter(\.isNumber) }.filter { $0.count > 2 }
    guard let other = written.first, !written.contains(dialed) else { return }
    report(
      .error, at: card.heading.position,
      "The heading of `\(level.rawValue)` says `\(other)`, but `phone` dials `\(phone.value)`.",
      hint: "Write the same number in both.")
  }

  /// A slip in the number of an emergency, `9111`, and a heading that says such a one where no `phone` is held against it.
  private mutating func calledNumber(_ level: CareLevel, _ card: CareLevelCard) {
    // A heading that says another number is told as that.
    if diagnostics.contains(where: { $0.position == card.heading.position }) { return }
    if level == .emergency, let phone = card.phone, DialedNumber.isValid(phone.value.utf8),
      let meant = EmergencyNumber.slipped(phone.value)
    {
      return report(
        .warning, at: phone.position,
        "`phone` of `emergency` is `\(phone.value)`, which is not an emergency number.",
        hint: "Did you mean `\(meant)`?")
    }
    let heading = card.heading
    guard card.phone == nil,
      let other = EmergencyLines(Dictionary(uniqueKeysWithValues: cards.map { ($0.level, $0.card) }))
        .other(in: Array(heading.value.utf8)[...])
    else { return }
    report(
      .warning, at: heading.position,
      "The heading of `\(level.rawValue)` tells readers to call \(String(decoding: other.digits, as: UTF8.self)), \(other.but).",
      hint: "Write `\(other.hint)` here.")
  }

  private mutating func heading(_ level: CareLevel, _ card: CareLevelCard) {
    guard level >= .urgent, !repeated.contains(level), card.heading.value.contains(where: \.isLetter),
      let words = UrgencyWords(card.heading.value, language: language)
    else { return }
    if let word = words.slowWord, !words.saysToday {
      report(
        .warning, at: card.heading.position,
        "The heading of `\(level.rawValue)` says \"\(word)\", which tells readers that they can wait.",
        hint: "Say what to do \(level == .emergency ? "now" : "today"), and whom to call.")
    } else if let word = WaitingWords.found(in: card.heading.value, level == .emergency ? .emergency : .today)
    {
      report(
        .warning, at: card.heading.position,
        "The heading of `\(level.rawValue)` says \"\(word)\", which tells readers that they can wait.",
        hint: "Say what to do \(level == .emergency ? "now" : "today"), and whom to call.")
    } else if level == .emergency, !words.callsForHelp || words.isName {
      report(
        .warning, at: card.heading.position,
        "The heading of `emergency` does not tell readers to call for help or where to go at once.",
        hint: "Write, for example, `heading: \"\(example.heading)\"`.")
    }
  }

  /// What a hint gives to write, in the language of the words.
  private var example: (now: String, today: String, soon: String, heading: String) {
    LanguageCode.primary(of: language) == "es"
      ? ("Ahora", "Hoy", "En los próximos días", "Llame al 911 o vaya a una sala de emergencias ahora")
      : ("Now", "Today", "Within the next few days", "Call 911 or go to an emergency room now")
  }

  private mutating func timeFrame(_ level: CareLevel, _ card: CareLevelCard) {
    let text = card.timeFrame
    guard text.value.contains(where: \.isLetter), let words = UrgencyWords(text.value, language: language)
    else {
      return
    }
    switch level {
    case .emergency, .urgent:
      let isEmergency = level == .emergency
      if let word = WaitingWords.found(in: text.value, isEmergency ? .emergency : .today), words.saysToday {
        report(
          .warning, at: text.position,
          "The time frame of `\(level.rawValue)` says \"\(word)\", which tells readers that they can wait.",
          hint: "Write `time-frame: \(isEmergency ? example.now : example.today)`.")
        return
      }
      guard !(isEmergency ? words.saysNow : words.saysToday) else { return }
      report(
        isLate(words, isEmergency) ? .error : .warning, at: text.position,
        words.slowWord.map {
          "The time frame of `\(level.rawValue)` speaks of \($0), which tells readers that they can wait."
        }
          ?? "The time frame of `\(level.rawValue)` does not say that it is for \(isEmergency ? "right now" : "today").",
        hint: "Write `time-frame: \(isEmergency ? example.now : example.today)`.")
    case .soon, .routine, .selfCare:
      let word =
        level == .soon
        ? words.verySlowWord : words.verySlowWord.flatMap { ["never", "nunca"].contains($0) ? $0 : nil }
      guard let word else { return }
      report(
        .warning, at: text.position,
        "The time frame of `\(level.rawValue)` speaks of \(word), which is later than the level means.",
        hint: level == .soon
          ? "Write `time-frame: \(example.soon)`." : "Say when to book a visit, or when to check again.")
    }
  }

  /// "Within the next few weeks" above "Within days": of the two levels that say when to be seen.
  private mutating func contradiction(_ level: CareLevel, _ card: CareLevelCard) {
    guard [.soon, .routine].contains(level),
      let heading = UrgencyWords(card.heading.value, language: language)?.delays,
      let timeFrame = UrgencyWords(card.timeFrame.value, language: language)?.delays,
      let (soonest, latest) = UrgencyWords.bounds(heading), let (from, to) = UrgencyWords.bounds(timeFrame),
      soonest.rank > to.rank + 1 || from.rank > latest.rank + 1,
      !diagnostics.contains(where: { $0.position == card.timeFrame.position })
    else { return }
    report(
      .warning, at: card.heading.position,
      "The heading of `\(level.rawValue)` speaks of \(soonest.word), but its time frame of \(from.word), so readers cannot tell how soon to be seen.",
      hint: "Say the same in both.")
  }

  /// Words that leave no doubt.
  private func isLate(_ words: UrgencyWords, _ isEmergency: Bool) -> Bool {
    guard let word = words.slowWord else { return false }
    return Self.late.contains(word) || isEmergency && Self.lateForEmergencies.contains(word)
  }

  private static let late: Set = ["week", "weeks", "month", "months", "semana", "semanas", "mes", "meses"]
  private static let lateForEmergencies: Set = ["day", "days", "tomorrow", "días", "mañana"]

  /// The same words for two levels: the more urgent one reads like the other.
  private mutating func compare(
    _ what: String, _ severity: Severity, _ text: (CareLevelCard) -> Placed<String>
  ) {
    var seen: [String: CareLevel] = [:]
    for (level, card) in cards {
      let words = PlainText.words(in: text(card).value.lowercased())
      guard !words.isEmpty else { continue }
      guard let other = seen[words] else {
        seen[words] = level
        continue
      }
      // Of what can wait anyway, a clinic may well say the same; and one message is enough.
      let first = cards.first { $0.level == other }.map { text($0.card).position }
      guard severity == .error || other >= .soon, !diagnostics.contains(where: { $0.position == first })
      else {
        continue
      }
      repeated.insert(other)
      report(
        severity, at: text(card).position,
        "`\(other.rawValue)` and `\(level.rawValue)` have the same \(what), so readers cannot tell which is more urgent.",
        hint: "Say for each how soon to get help.")
    }
  }
}

extension CareLevels {
  /// A milder level in a more alarming colour. Green, blue and grey are all calm.
  static func alarm(_ colours: [(level: CareLevel, colour: Placed<CareLevelCard.Colour>)], _ file: String)
    -> [Diagnostic]
  {
    let order: [CareLevelCard.Colour: Int] = [.red: 3, .orange: 2, .yellow: 1]
    return zip(colours, colours.dropFirst()).compactMap { above, below in
      if below.colour.value == above.colour.value, order[below.colour.value] != nil {
        return .warning(
          .careLevelUrgency, file: file, at: below.colour.position,
          "The cards of `\(above.level.rawValue)` and `\(below.level.rawValue)` are both \(below.colour.value.rawValue), so readers cannot see which is more urgent.",
          hint: "Give each level a color of its own: red, orange, yellow, green, then blue.")
      }
      guard order[below.colour.value] ?? 0 > order[above.colour.value] ?? 0 else { return nil }
      return .error(
        .careLevelUrgency, file: file, at: below.colour.position,
        "The card of `\(below.level.rawValue)` is \(below.colour.value.rawValue), which looks more urgent than that of `\(above.level.rawValue)`, which is \(above.colour.value.rawValue).",
        hint: "Give the more urgent level the stronger color: red, then orange, then yellow.")
    }
  }
}
