import Diagnostics
import SiteModel
import Text
import YAML

/// The file that says, once per level, what outcomes of that level say at their top, and pages above the signs of danger.
package struct CareLevels: Sendable {
  package let file: String
  package private(set) var cards: [CareLevel: CareLevelCard] = [:]
  /// Everything that is wrong with it as part of a checker.
  package let diagnostics: [Diagnostic]
  /// What keeps it from being read at all; a site without a checker need not have more than headings.
  package let unreadable: [Diagnostic]
  /// What its words say that they should not, which counts without a checker as well. Part of `diagnostics`.
  package let wording: [Diagnostic]

  private static let levels = KnownKeys(
    CareLevel.allCases.map(\.rawValue), awaiting: CareLevel.allCases.map { .mapping($0.rawValue) })
  private static let keys = KnownKeys(
    ["rank", "heading", "time-frame", "phone", "card"],
    awaiting: [
      .number("rank"), .text("heading"), .text("time-frame"),
      .word("card", among: CareLevelCard.Colour.allCases.map(\.rawValue)),
    ])

  /// `language` is the tag of the site's.
  package init(_ file: SourceFile, language: String = "en") {
    self.file = file.name
    var source = SourceReader(file: file.name)
    let root = source.root(of: file)
    unreadable = source.diagnostics.filter { $0.code != .emptyValue }
    var colours: [(CareLevel, Placed<CareLevelCard.Colour>)] = []
    if let root, let fields = source.fields(root, named: "care levels", allowing: Self.levels) {
      for level in CareLevel.allCases {
        guard let node = fields.required(level.rawValue, into: &source.diagnostics) else { continue }
        guard let (card, colour) = Self.card(level, node, &source) else { continue }
        cards[level] = card
        if let colour { colours.append((level, colour)) }
      }
    }
    wording = CareLevelWording(cards, file: file.name, language: language).diagnostics
    let isCalm = source.diagnostics.contains { $0.code == .careLevelUrgency }
    diagnostics = source.diagnostics + wording + (isCalm ? [] : Self.alarm(colours, file.name))
  }

  /// The numbers to call; nil where the levels contradict themselves, so that nobody knows which is right.
  package var lines: EmergencyLines? {
    wording.contains { $0.severity == .error } ? nil : EmergencyLines(cards)
  }

  /// Every level in the clinic's words, most urgent first.
  package var headings: [CareHeading] {
    CareHeading.all { level in
      cards[level].flatMap { $0.heading.value.isEmpty ? nil : $0.heading.value }
    }
  }

  /// An emergency, or what is urgent, that looks as if it could wait.
  private static func calm(
    _ level: CareLevel, _ colour: Placed<CareLevelCard.Colour>?, _ source: inout SourceReader
  ) {
    guard level >= .urgent, let colour else { return }
    let isEmergency = level == .emergency
    if [.green, .blue].contains(colour.value) || isEmergency && colour.value == .yellow {
      source.report(
        .careLevelUrgency, at: colour.position,
        "The card of `\(level.rawValue)` is \(colour.value.rawValue), which tells readers that they can wait.",
        hint: "Write `card: \(isEmergency ? "red" : "orange")`.")
    }
  }

  private static func card(
    _ level: CareLevel, _ node: Node, _ source: inout SourceReader
  ) -> (CareLevelCard, colour: Placed<CareLevelCard.Colour>?)? {
    guard let fields = source.fields(node, named: level.rawValue, allowing: keys) else { return nil }
    let place = node.position
    if let rank = fields.required("rank", missingAt: place, into: &source.diagnostics) {
      if let number = rank.asInteger("rank", into: &source.diagnostics), number != level.rank {
        source.report(
          .treeFormat, at: rank.position,
          "`rank` of `\(level.rawValue)` is \(number), but it must be \(level.rank).")
      }
    }
    let heading = source.text("heading", in: fields, missingAt: place)
    let timeFrame = source.text("time-frame", in: fields, missingAt: place)
    let colour: Placed<CareLevelCard.Colour>? = source.word("card", in: fields, missingAt: place)
    let phone = source.optionalText("phone", in: fields)
    if let phone, !DialedNumber.isValid(phone.value.utf8) {
      let dialed = DialedNumber.withoutTrunkZero(phone.value)
      source.report(
        .treeFormat, at: phone.position,
        "`phone` of `\(level.rawValue)` is `\(phone.value)`, which no phone can dial.",
        hint: dialed != phone.value
          ? "Write `\(dialed)`: nobody dials the 0 after a country's code."
          : UndialableNumber.hint(phone.value.utf8)
            ?? "Write the digits of the number, such as `911` or `+1-202-555-0142`.")
    }
    if let phone, phone.value.contains(" "), DialedNumber.isValid(phone.value.utf8) {
      source.diagnostics.append(
        .warning(
          .treeFormat, file: source.file, at: phone.position,
          "`phone` of `\(level.rawValue)` has spaces, which have no place in the link that dials it.",
          hint: "Write `\(phone.value.split(separator: " ").joined(separator: "-"))`."))
    }
    calm(level, colour, &source)
    let card = CareLevelCard(
      heading: heading, timeFrame: timeFrame, phone: phone,
      colour: colour?.value ?? .grey)
    return (card, colour)
  }
}
