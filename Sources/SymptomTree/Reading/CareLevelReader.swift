import Diagnostics
import SiteModel
import YAML

/// Reads the file that says, once per level, what outcomes of that level say at their top.
enum CareLevelReader {
  private static let levels = KnownKeys(CareLevel.allCases.map(\.rawValue))
  private static let keys: KnownKeys = ["rank", "heading", "time-frame", "phone", "card"]

  static func read(_ file: SourceFile, into diagnostics: inout [Diagnostic]) -> [CareLevel: CareLevelCard] {
    var source = SourceReader(file: file.name)
    defer { diagnostics += source.diagnostics }
    guard let root = source.root(of: file),
      let fields = source.fields(root, named: "care levels", allowing: levels)
    else { return [:] }
    var cards: [CareLevel: CareLevelCard] = [:]
    for level in CareLevel.allCases {
      guard let node = fields.required(level.rawValue, into: &source.diagnostics) else { continue }
      cards[level] = card(level, node, &source)
    }
    return cards
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
    return CareLevelCard(
      heading: heading, timeFrame: timeFrame, phone: source.optionalText("phone", in: fields),
      colour: colour?.value ?? .grey)
  }
}
