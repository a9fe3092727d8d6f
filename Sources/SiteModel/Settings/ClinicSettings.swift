import Diagnostics
import Text
import YAML

/// What `clinic` in `site.yaml` may say.
package enum ClinicSettings {
  package static let setting = "clinic"

  /// What stands there, before the kinds are known.
  package struct Draft: Sendable {
    package var facts = ClinicFacts()
    /// The kind of the clinic's places.
    var locations: Node?
  }

  package static let block = SettingBlock<Draft>([
    .checked(
      "phone", "The telephone number, as you write it for readers.", more: "`+1 555 0100`",
      mustBe: ClinicFacts.Telephone.wanted, ClinicFacts.Telephone.init
    ) { $1.facts.phone = $0 },
    .address("booking-url", "Where people book a visit.", more: "Starts with `https:` or `http:`.") {
      $1.facts.bookingURL = $0
    },
    .checked(
      "email", "The e-mail address.", mustBe: "an e-mail address, such as `hello@clinic.example`", mailAddress
    ) { $1.facts.email = $0 },
    SettingKey(
      "logo", "A file in `Templates/assets`, such as `logo.svg`.", without: "None", schema: { _ in .words }
    ) { node, block, diagnostics in
      block.facts.logo = node.asPlacedText("logo", into: &diagnostics)
    },
    SettingKey(
      "opening-hours", "When the clinic is open.", more: "See [below](#opening-hours).", without: "None",
      schema: { .array(of: hours.schema($0)).with(["minItems": 1]) }, take: takeHours),
    SettingKey(
      "address", "Where the clinic is.", more: "See [below](#address).", without: "None",
      schema: { address.schema($0) }
    ) {
      var place = ClinicFacts.PostalAddress()
      guard address.read($0, named: "address", into: &place, &$2) != nil else { return }
      if $0.entries.isEmpty { return $0.reportEmpty("address", hint: Node.hintForNothing, into: &$2) }
      $1.facts.address = place
    },
    .node(
      "locations", "A kind of article, one for each place, if the clinic has several.",
      more:
        "It has a field `address`, a group of the [parts of an address](#address), and may have `phone`, `email` and `opening-hours`.",
      without: "None",
      schema: { .choice($0.kinds) }
    ) { $1.locations = $0 },
    SettingKey(
      "same-as", "The clinic's other addresses on the web.", without: "None",
      schema: { _ in .array(of: webAddress).with(["minItems": 1]) }, take: takeSameAs),
  ])

  package static let address = SettingBlock<ClinicFacts.PostalAddress>([
    .text("street", "Street and number.", without: "None") { $1.street = $0 },
    .text("city", "The town.", without: "None") { $1.city = $0 },
    .text("region", "The state or province, such as `IL`.", without: "None") { $1.region = $0 },
    .text("postal-code", "The postal code, such as `\"62701\"`.", without: "None") { $1.postalCode = $0 },
    .checked(
      "country", "The country, as two capital letters, such as `US`.",
      mustBe: CountryCode.wanted, CountryCode.checked,
      hint: CountryCode.hint
    ) { $1.country = $0 },
  ])

  package static let hours = SettingBlock<ClinicFacts.OpeningHours>([
    .texts(
      "days", of: "days", example: "[monday, friday]", "The days, such as `[monday, tuesday]`.", without: nil,
      schema: { _ in .choice(ClinicFacts.Weekday.allCases.map(\.name)) }
    ) { nodes, block in
      block.days = ClinicFacts.Weekday.allCases.filter { day in nodes.contains { $0.text == day.name } }
    },
    .checked(
      "from", "When it opens, such as `\"08:00\"`.", without: nil, mustBe: clock, ClinicFacts.ClockTime.init,
      hint: clockHint
    ) { $1.from = $0 },
    .checked(
      "to", "When it closes, such as `\"18:00\"`.", without: nil, mustBe: clock, ClinicFacts.ClockTime.init,
      hint: clockHint
    ) { $1.to = $0 },
  ])

  private static let clock = "a time of day, such as `08:00` or `17:30`"

  /// `Mon`, `MO`, `Monday-Friday`: days as people write them.
  private static func dayHint(_ text: String) -> String? {
    let days = ClinicFacts.Weekday.allCases
    let meant = text.lowercased().split { "-–. ".contains($0) }.filter { $0 != "to" && $0 != "through" }.map {
      word in days.first { word.count >= 2 && $0.name.hasPrefix(word) }
    }
    guard let first = meant.first ?? nil else { return nil }
    if meant.count == 1 { return first.name == text ? nil : "Write `\(first.name)`." }
    guard meant.count == 2, text.contains("-") || text.contains("–") || text.contains("t"),
      let last = meant[1], last.rawValue > first.rawValue
    else { return nil }
    let all = days.filter { (first.rawValue...last.rawValue).contains($0.rawValue) }.map(\.name)
    return "Write each day: `\(all.joined(separator: ", "))`."
  }

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
    if letters.isEmpty, (1...7).contains(hour), parts[0].count == 1, parts.count == 1 {
      return "Write `\(written)`, or `\(hour + 12):00` if it is in the afternoon."
    }
    return "Write `\(written)`."
  }

  @Sendable private static func takeHours(
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
              : "For hours past midnight, write two entries: one up to `24:00`, and one from `00:00` on the next day."
        ))
      return nil
    }
    if others.contains(where: open.overlaps) {
      diagnostics.append(overlap(entry))
      return nil
    }
    return open
  }

  static func overlap(_ entry: Node) -> Diagnostic {
    .error(
      .badConfiguration, file: entry.file, at: entry.position,
      "These hours overlap with others on the same day.", hint: "Write each time of a day only once.")
  }

  private static func checkDays(_ node: Node?, _ diagnostics: inout [Diagnostic]) {
    guard let node, node.kind == .sequence else { return }
    if node.elements.isEmpty {
      return node.reportEmpty("days", hint: Node.hintForNothing, into: &diagnostics)
    }
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

  @Sendable private static func takeSameAs(
    _ node: Node, _ block: inout Draft, _ diagnostics: inout [Diagnostic]
  ) {
    let example = "[https://social.example/clinic]"
    guard
      let list = node.asTexts(
        "same-as", of: "addresses", example: example, whenEmpty: Node.hintForNothing, into: &diagnostics)
    else {
      return
    }
    block.facts.sameAs = list.compactMap { webAddress(of: $0, "same-as", into: &diagnostics) }
  }

  /// An address as people write them: one `@`, a host with a dot (the letters of RFC 5322, section 3.2.3).
  @Sendable static func mailAddress(_ text: String) -> String? {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty,
      parts[0].utf8.allSatisfy({ URLText.isUnreserved($0) || "!#$&'*+/=?^`{|}%".utf8.contains($0) })
    else { return nil }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    let isHost =
      labels.count > 1
      && labels.allSatisfy { label in
        !label.isEmpty
          && label.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") }
      }
    return isHost ? text : nil
  }

  fileprivate static let webAddress: Schema = ["type": "string", "pattern": "^https?://[^/?#\\s][^\\s]*$"]

  fileprivate static func webAddress(of node: Node, _ name: String, into diagnostics: inout [Diagnostic])
    -> PlacedText?
  {
    guard let text = node.asText(name, into: &diagnostics) else { return nil }
    if let address = URLType.address(text), text.hasPrefix("http") {
      if let warning = Diagnostic.privateLink(to: address, file: node.file, at: node.position) {
        diagnostics.append(warning)
      }
      return PlacedText(address, at: node.position)
    }
    node.reportWrongType(
      name, mustBe: "an address without spaces that starts with `https:` or `http:`",
      hint: URLType.hintForWeb(text), into: &diagnostics)
    return nil
  }
}

extension SettingKey {
  /// A text that `read` understands; `wanted` completes "must be".
  static func checked<Value>(
    _ name: String, _ description: String, more: String = "", without standard: String? = "None",
    mustBe wanted: String,
    _ read: @escaping @Sendable (String) -> Value?,
    hint: @escaping @Sendable (String) -> String? = { _ in nil },
    take: @escaping @Sendable (Value, inout Block) -> Void
  ) -> Self {
    Self(
      name, description, more: more, without: standard, schema: { _ in .words },
      take: { node, block, diagnostics in
        guard let text = node.asText(name, into: &diagnostics) else { return }
        if let value = read(text) { return take(value, &block) }
        node.reportWrongType(name, mustBe: wanted, hint: hint(text), into: &diagnostics)
      })
  }

  /// An address on the web.
  static func address(
    _ name: String, _ description: String, more: String,
    take: @escaping @Sendable (PlacedText, inout Block) -> Void
  ) -> Self {
    Self(
      name, description, more: more, without: "None", schema: { _ in ClinicSettings.webAddress },
      take: {
        if let address = ClinicSettings.webAddress(of: $0, name, into: &$2) { take(address, &$1) }
      })
  }
}
