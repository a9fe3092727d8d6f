import Diagnostics
import YAML

/// When a place is open, on some days of the week. A field of it is a list as a rule.
struct HoursType: PlainFieldType {
  static let name = "hours"
  static let documentation = (
    meaning: "When a place is open: days, from when, and to when; with `list: true`, several of them",
    example: "`{days: [monday, friday], from: \"08:00\", to: \"18:00\"}`"
  )
  let schema = ClinicSettings.hours.schema(SettingNames())
  let keys = ClinicSettings.hours.keys.map(\.name)
  let hint = "The days and times when it is open"
  let shown = Shown.record(
    named: "opening hours",
    [
      Shown.Part("days", .text, "The days: `Monday to Friday`."),
      Shown.Part("from", .text, "When it opens, as readers write it: `8:00 AM`."),
      Shown.Part("to", .text, "When it closes."),
      Shown.Part("opens", .text, "When it opens, for `<time datetime>`: `08:00`."),
      Shown.Part("closes", .text, "When it closes, for `<time datetime>`."),
    ])

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard let open = ClinicSettings.openTime(node, name, into: &diagnostics) else { return .none }
    func text(_ text: String) -> FieldValue { .text(Array(text.utf8)) }
    return .group([
      text(open.dayText(in: "en")), text(open.from.text), text(open.to.text),
      .list(open.days.map { text($0.title) }),
    ])
  }

  /// No two entries are open at one time of a day.
  func check(_ entries: [Node], _ values: [FieldValue], into diagnostics: inout [Diagnostic]) {
    var open: [(day: String, opens: String, closes: String, entry: Int)] = []
    for (entry, value) in values.enumerated() {
      guard case .group(let parts) = value, let times = ClinicFacts.FieldTimes(parts) else { continue }
      open += times.days.map { ($0, times.opens, times.closes, entry) }
    }
    // Of one day, hours overlap if any do with those that open next.
    open.sort { ($0.day, $0.opens, $0.entry) < ($1.day, $1.opens, $1.entry) }
    let doubled = zip(open, open.dropFirst()).filter { $0.day == $1.day && $1.opens < $0.closes }
    for entry in Set(doubled.map { max($0.entry, $1.entry) }).sorted() {
      diagnostics.append(ClinicSettings.overlap(entries[entry]))
    }
  }

  /// With the days and times as readers write them; the last three values are as they were.
  func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    guard case .group(let parts) = value, let times = ClinicFacts.FieldTimes(parts),
      let open = ClinicFacts.OpeningHours(times)
    else { return .none }
    return Self.value(of: open, in: site.language)
  }

  /// What `shown` says of opening hours, and their days in English.
  static func value(of open: ClinicFacts.OpeningHours, in language: String) -> FieldValue {
    func text(_ text: String) -> FieldValue { .text(Array(text.utf8)) }
    return .group([
      text(open.dayText(in: language)), text(open.from.shown(in: language)),
      text(open.to.shown(in: language)), text(open.from.text), text(open.to.text),
      .list(open.days.map { text($0.title) }),
    ])
  }

  func words(of value: FieldValue) -> String {
    guard case .group(let parts) = value, case .text(let days) = parts[0],
      let times = ClinicFacts.FieldTimes(parts)
    else {
      return ""
    }
    return "\(String(decoding: days, as: UTF8.self)), \(times.opens) to \(times.closes)"
  }

  func example(today: CalendarDate) -> String {
    "{days: [monday, tuesday], from: \"08:00\", to: \"18:00\"}"
  }

  let standsOnCards = true

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    guard case .group(let parts) = value,
      let open = ClinicFacts.FieldTimes(parts).flatMap({ ClinicFacts.OpeningHours($0) })
    else { return nil }
    return .text(Array(open.shown(in: language).utf8))
  }
}
