import Diagnostics
import YAML

/// When a clinic is open, as `opening-hours` says it.
extension ClinicSettings {
  package static let hours = SettingBlock<ClinicFacts.OpeningHours>(
    [
      .texts(
        "days", of: "days", example: "[monday, friday]", "The days, such as `[monday, tuesday]`.",
        without: nil,
        schema: { _ in .choice(ClinicFacts.Weekday.allCases.map(\.name)) }
      ) { nodes, block in
        block.days = ClinicFacts.Weekday.allCases.filter { day in nodes.contains { $0.text == day.name } }
      },
      .checked(
        "from", "When it opens, such as `\"08:00\"`.", without: nil, mustBe: clock,
        ClinicFacts.ClockTime.init,
        hint: clockHint
      ) { $1.from = $0 },
      .checked(
        "to", "When it closes, such as `\"18:00\"`.", without: nil, mustBe: clock, ClinicFacts.ClockTime.init,
        hint: clockHint
      ) { $1.to = $0 },
    ],
    synonyms: [
      "open": "from", "opens": "from", "start": "from", "begin": "from", "close": "to", "closes": "to",
      "end": "to", "until": "to", "day": "days", "weekdays": "days",
    ])

  private static let clock = "a time of day, such as `08:00` or `17:30`"

  private static let everyDay: Set = ["all", "all days", "daily", "every day", "everyday", "7 days"]

  /// `Mon`, `MO`, `Monday-Friday`, `weekdays`: days as people write them.
  private static func dayHint(_ text: String) -> String? {
    guard let meant = meantDays(text), meant.map(\.name) != [text] else { return nil }
    return meant.count == 1 ? "Write `\(meant[0].name)`." : "Write each day: `\(list(meant))`."
  }

  private static func list(_ days: [ClinicFacts.Weekday]) -> String {
    days.map(\.name).joined(separator: ", ")
  }

  private static func meantDays(_ text: String) -> [ClinicFacts.Weekday]? {
    let days = ClinicFacts.Weekday.allCases
    switch text.lowercased() {
    case "weekdays", "weekday": return Array(days.prefix(5))
    case "weekend", "weekends": return Array(days.suffix(2))
    case let small where everyDay.contains(small): return days
    default: break
    }
    let meant = text.lowercased().split { "-–. ".contains($0) }.filter { !between.contains(String($0)) }.map {
      word in
      days.first { word.count >= 2 && $0.name.hasPrefix(word) } ?? WeekdayNames.day(named: String(word))
    }
    guard let first = meant.first ?? nil else { return nil }
    if meant.count == 1 { return [first] }
    guard meant.count == 2, text.contains("-") || text.contains("–") || text.contains(" "),
      let last = meant[1], last.rawValue > first.rawValue
    else { return nil }
    return days.filter { (first.rawValue...last.rawValue).contains($0.rawValue) }
  }

  private static let between: Set = ["to", "through", "until", "a", "al", "hasta", "bis", "à"]
  /// `8:00`, `8.30` and `800` lack a digit or a colon; `5pm` is of another clock.
  @Sendable private static func clockHint(_ text: String) -> String? {
    // `9am`, `5:30 p.m.`
    let letters = text.lowercased().filter(\.isLetter)
    let parts = text.filter { $0.isNumber || $0 == ":" || $0 == "." }.split { $0 == ":" || $0 == "." }
    guard ["", "am", "pm"].contains(letters), (1...2).contains(parts.count), var hour = Int(parts[0]),
      let minute = parts.count == 2 ? Int(parts[1]) : 0
    else { return nil }
    if !letters.isEmpty {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (letters == "pm" ? 12 : 0)
    }
    let written = (hour < 10 ? "0\(hour)" : "\(hour)") + ":" + (minute < 10 ? "0\(minute)" : "\(minute)")
    guard ClinicFacts.ClockTime(written) != nil else { return nil }
    // Of a clinic, `from: 9, to: 5` is five in the afternoon.
    if letters.isEmpty, (1...7).contains(hour), parts[0].count == 1 {
      return "Write `\(written)`, or `\(hour + 12)\(written.suffix(3))` if it is in the afternoon."
    }
    return "Write `\(written)`."
  }

  @Sendable static func takeHours(
    _ node: Node, _ block: inout Draft, _ diagnostics: inout [Diagnostic]
  ) {
    let example = "[{days: [monday], from: \"08:00\", to: \"18:00\"}]"
    guard
      let list = node.asList(
        "opening-hours", of: "times", example: example, whenEmpty: Node.hintForNothing, into: &diagnostics)
    else {
      return
    }
    for entry in list {
      if let open = openTime(entry, "opening-hours", besides: block.facts.openingHours, into: &diagnostics) {
        block.facts.openingHours.append(open)
      }
    }
  }

  /// One entry of opening hours; nil after an error.
  static func openTime(
    _ entry: Node, _ name: String, besides others: [ClinicFacts.OpeningHours] = [],
    into diagnostics: inout [Diagnostic]
  ) -> ClinicFacts.OpeningHours? {
    if let closed = entry.entries.first(where: { $0.key.text.lowercased() == "closed" }) {
      diagnostics.append(
        .error(
          .unknownKey, file: entry.file, at: closed.key.position,
          "Only days on which the clinic is open are listed: on all others, it is closed.",
          hint: "Delete this entry."))
      return nil
    }
    if let closed = entry.entries.first(where: { isClosed($0.value) }) {
      diagnostics.append(
        .error(
          .wrongType, file: entry.file, at: closed.value.position,
          "`\(closed.key.text)` is a time. Only days on which the clinic is open are listed: on all others, it is closed.",
          hint: "Delete this entry."))
      return nil
    }
    // `days: monday-friday`, which is one day in brackets and five without.
    if let days = entry.value(for: "days"), days.kind == .scalar, let meant = meantDays(days.text) {
      days.reportWrongType(
        "days", mustBe: "a list of days, such as `[monday, friday]`",
        hint: "Write `days: [\(list(meant))]`.", into: &diagnostics)
      return nil
    }
    var open = ClinicFacts.OpeningHours()
    let before = diagnostics.errors
    guard let fields = hours.read(entry, named: name, into: &open, &diagnostics) else { return nil }
    checkDays(fields["days"], &diagnostics)
    guard diagnostics.errors == before, let to = fields["to"] else { return nil }
    if open.to <= open.from {
      diagnostics.append(
        .error(
          .badConfiguration, file: to.file, at: to.position,
          open.to == open.from
            ? "The clinic opens and closes at \(open.to.text), so it is never open."
            : "The clinic closes at \(open.to.text), before it opens at \(open.from.text).",
          hint: open.to == open.from
            ? "For a whole day, write `from: \"00:00\", to: \"24:00\"`. For a day without hours, delete this entry."
            : open.to.text == "00:00"
              ? "Midnight at the end of a day is `24:00`."
              : (open.to.minutes < 12 * 60 && open.from < open.to.twelveLater
                ? "If it closes in the afternoon, write `\(open.to.twelveLater.text)`. " : "")
                + "For hours past midnight, write two entries: one up to `24:00`, and one from `00:00` on the next day."
        ))
      return nil
    }
    if let from = fields["from"], open.isAtNight {
      from.warn(
        "This opens at \(open.from.text), in the night.",
        "If it is in the afternoon, write `from: \"\(open.from.twelveLater.text)\", to: \"\(open.to.twelveLater.text)\"`.",
        into: &diagnostics)
    }
    if others.contains(where: open.overlaps) {
      diagnostics.append(overlap(entry))
      return nil
    }
    return open
  }

  private static func isClosed(_ value: Node) -> Bool {
    value.kind == .scalar
      && ["closed", "cerrado", "geschlossen", "fermé", "none", "-", "n/a"].contains(value.text.lowercased())
  }

  static func overlap(_ entry: Node) -> Diagnostic {
    .error(
      .badConfiguration, file: entry.file, at: entry.position,
      "These hours overlap with others on the same day.", hint: "Write each time of a day only once.")
  }

  private static func checkDays(_ node: Node?, _ diagnostics: inout [Diagnostic]) {
    guard let node, node.kind == .sequence else { return }
    let names = ClinicFacts.Weekday.allCases.map(\.name)
    var met: Set<String> = []
    for day in node.elements where day.kind == .scalar && !day.isNull {
      let known = day.asChoice(
        "days", among: names, mustBe: "the name of a day, such as `monday`", hint: dayHint,
        into: &diagnostics)
      if known == nil { continue }
      if !met.insert(day.text).inserted {
        diagnostics.append(
          .error(
            .badConfiguration, file: day.file, at: day.position, "`\(day.text)` is in `days` twice.",
            hint: "Delete one of them."))
      }
    }
  }
}
