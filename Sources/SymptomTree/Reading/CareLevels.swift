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

  private static let levels = KnownKeys(CareLevel.allCases.map(\.rawValue))
  private static let keys: KnownKeys = ["rank", "heading", "time-frame", "phone", "card"]

  package init(_ file: SourceFile) {
    self.file = file.name
    var source = SourceReader(file: file.name)
    let root = source.root(of: file)
    unreadable = source.diagnostics.filter { $0.code != .emptyValue }
    if let root, let fields = source.fields(root, named: "care levels", allowing: Self.levels) {
      for level in CareLevel.allCases {
        guard let node = fields.required(level.rawValue, into: &source.diagnostics) else { continue }
        cards[level] = Self.card(level, node, &source)
      }
    }
    diagnostics = source.diagnostics
  }

  /// Every level in the clinic's words, most urgent first.
  package var headings: [CareHeading] {
    CareHeading.all { level in
      cards[level].flatMap { $0.heading.value.isEmpty ? nil : $0.heading.value }
    }
  }

  /// An emergency, or what is urgent, that looks or sounds as if it could wait.
  private static func calm(
    _ level: CareLevel, _ timeFrame: Placed<String>, _ colour: Placed<CareLevelCard.Colour>?,
    _ source: inout SourceReader
  ) {
    guard level >= .urgent else { return }
    let isEmergency = level == .emergency
    if let colour, [.green, .blue].contains(colour.value) || isEmergency && colour.value == .yellow {
      source.report(
        .careLevelUrgency, at: colour.position,
        "The card of `\(level.rawValue)` is \(colour.value.rawValue), which tells readers that they can wait.",
        hint: "Write `card: \(isEmergency ? "red" : "orange")`.")
    }
    let words = timeFrame.value.lowercased().split { !$0.isLetter }
    let late: Set<Substring> = ["week", "weeks", "month", "months", "semanas", "meses"]
    let slow: Set<Substring> = isEmergency ? late.union(["day", "days", "tomorrow", "días", "mañana"]) : late
    if let word = words.first(where: { slow.contains($0) }) {
      source.report(
        .careLevelUrgency, at: timeFrame.position,
        "The time frame of `\(level.rawValue)` speaks of \(word), which tells readers that they can wait.",
        hint: "Write `time-frame: \(isEmergency ? "Right now" : "Today")`.")
    }
  }

  private static func card(_ level: CareLevel, _ node: Node, _ source: inout SourceReader) -> CareLevelCard? {
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
          : "Write the digits of the number, such as `911` or `+1-202-555-0142`.")
    }
    if let phone, phone.value.contains(" "), DialedNumber.isValid(phone.value.utf8) {
      source.diagnostics.append(
        .warning(
          .treeFormat, file: source.file, at: phone.position,
          "`phone` of `\(level.rawValue)` has spaces, which have no place in the link that dials it.",
          hint: "Write `\(phone.value.split(separator: " ").joined(separator: "-"))`."))
    }
    calm(level, timeFrame, colour, &source)
    return CareLevelCard(
      heading: heading, timeFrame: timeFrame, phone: phone,
      colour: colour?.value ?? .grey)
  }
}
