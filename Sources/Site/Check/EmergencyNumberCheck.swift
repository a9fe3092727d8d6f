import Diagnostics
import Markdown
import SiteModel
import SymptomTree
import Text

/// Whether articles say the number that the care levels say: a single wrong digit sends a call into the void. Translations are held
/// against their originals (`BodyComparison`).
struct EmergencyNumberCheck {
  private let index: SiteIndex
  private let lines: EmergencyLines

  /// Nil where no number is known.
  init?(_ index: SiteIndex, _ cards: CareLevels?) {
    guard let lines = cards?.lines else { return nil }
    (self.index, self.lines) = (index, lines)
  }

  func diagnostics(of number: Int, _ text: ArticleText) -> [Diagnostic] {
    // Nearly every article says none.
    guard index.articles[number].isPublished, lines.other(in: text.bytes[...]) != nil else { return [] }
    return text.blocks.compactMap { block -> Diagnostic? in
      // The title of an emergency is the heading of its care level.
      guard block.kind != .calloutTitle, block.kind != .code,
        let other = lines.other(in: Self.words(of: block, in: text)),
        block.callout >= 0 || !Self.isAbroad(other.digits, in: text.bytes[block.range])
      else { return nil }
      return .warning(
        .doubtfulValue, file: index.articles[number].file,
        at: Position(line: Int(block.firstLine), column: 1),
        "This \(block.callout >= 0 ? "box" : "text") tells readers to call \(String(decoding: other.digits, as: UTF8.self)), \(other.but).",
        hint: lines.own == nil
          ? "Write `\(other.hint)`, or the emergency number of your country."
          : "Write `\(other.hint)`, or correct `phone` in `\(CareHeading.file)`.")
    }
  }

  /// The text of a block with spaces in place of its code, which nobody is told to call.
  private static func words(of block: ArticleText.Block, in text: ArticleText) -> ArraySlice<UInt8> {
    let code = text.runs[block.runRange].filter { $0.role == .code }
    guard !code.isEmpty else { return text.bytes[block.range] }
    var words = text.bytes[block.range]
    for run in code { for place in run.range.clamped(to: block.range) { words[place] = 0x20 } }
    return words
  }

  /// The number of another country, in a text that speaks of other countries.
  private static func isAbroad(_ digits: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Bool {
    guard EmergencyNumber.isOne(digits) else { return false }
    let words = Set(String(decoding: text, as: UTF8.self).lowercased().split { !$0.isLetter })
    return !words.isDisjoint(with: countries)
  }

  private static let countries: Set<Substring> = [
    "abroad", "travel", "traveling", "travelling", "outside", "elsewhere", "country", "countries", "europe",
    "european",
    "uk", "kingdom", "britain", "england", "scotland", "wales", "ireland", "australia", "usa", "canada",
    "mexico",
    "extranjero", "viaje", "viajes", "país", "países", "europa", "españa", "méxico",
  ]
}
