import Diagnostics
import Markdown
import SiteModel
import SymptomTree
import Text

/// Whether the callouts of articles say the number that the care levels say: a single wrong digit sends a call into the void.
/// Translations are held against their originals (`BodyComparison`).
enum EmergencyNumberCheck {
  static func run(_ index: SiteIndex, _ parsed: [ParsedArticle], _ cards: CareLevels?) -> [Diagnostic] {
    guard let cards, let phone = cards.emergencyNumber else { return [] }
    let own = Array(phone.utf8.filter { $0 &- 0x30 < 10 })
    return index.articles.indices.flatMap { number -> [Diagnostic] in
      let text = parsed[number].body.text
      guard index.articles[number].isPublished, !text.callouts.isEmpty else { return [] }
      return text.blocks.compactMap { block -> Diagnostic? in
        // The title of an emergency is the heading of its care level.
        guard block.kind != .calloutTitle, block.callout >= 0,
          let other = EmergencyNumber.called(in: text.bytes[block.range], otherThan: own)
        else { return nil }
        return .warning(
          .doubtfulValue, file: index.articles[number].file,
          at: Position(line: Int(block.firstLine), column: 1),
          "This box tells readers to call \(String(decoding: other, as: UTF8.self)), but the care levels say \(phone).",
          hint: "Write `\(phone)`, or correct `phone` in `\(CareHeading.file)`.")
      }
    }
  }
}
