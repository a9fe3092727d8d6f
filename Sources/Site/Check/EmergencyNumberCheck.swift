import Diagnostics
import Markdown
import SiteModel
import SymptomTree
import Text

/// Whether the boxes for emergencies say the number that the care levels say: a single wrong digit sends a call into the void.
enum EmergencyNumberCheck {
  static func run(_ index: SiteIndex, _ parsed: [ParsedArticle], _ cards: CareLevels?) -> [Diagnostic] {
    guard let phone = cards?.cards[.emergency]?.phone?.value,
      case let own = Array(phone.utf8.filter(isDigit)),
      own.count == 3,
      // Where these contradict themselves, nobody knows which number is right.
      !(cards?.wording.contains { $0.severity == .error } ?? false)
    else { return [] }
    return index.articles.indices.flatMap { number -> [Diagnostic] in
      guard index.articles[number].isPublished else { return [] }
      let text = parsed[number].body.text
      guard text.callouts.contains(where: { $0.kind == .emergency }) else { return [] }
      return text.blocks.compactMap { block -> Diagnostic? in
        guard block.kind != .calloutTitle, block.callout >= 0,
          text.callouts[Int(block.callout)].kind == .emergency,
          let other = calledNumber(in: text.bytes[block.range], otherThan: own)
        else { return nil }
        let shown = String(decoding: other, as: UTF8.self)
        return .warning(
          .doubtfulValue, file: index.articles[number].file,
          at: Position(line: Int(block.firstLine), column: 1),
          "This box tells readers to call \(shown), but the care levels say \(phone).",
          hint: "Write `\(phone)`, or correct `phone` in `\(CareHeading.file)`.")
      }
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// Three digits right behind "call", "dial" and the like. Lines that are for something else stay.
  private static func calledNumber(in text: ArraySlice<UInt8>, otherThan own: [UInt8]) -> ArraySlice<UInt8>? {
    var at = text.startIndex
    while at < text.endIndex {
      guard isDigit(text[at]) else {
        at += 1
        continue
      }
      let end = text[at...].firstIndex { !isDigit($0) } ?? text.endIndex
      let digits = text[at..<end]
      let before = String(decoding: text[..<at].suffix(16), as: UTF8.self).lowercased()
      let isWhole =
        end == text.endIndex || ![0x2D, 0x2E, 0x25].contains(text[end]) || end + 1 == text.endIndex
        || !isDigit(text[end + 1])
      if digits.count == 3, isWhole, !digits.elementsEqual(own),
        !others.contains(String(decoding: digits, as: UTF8.self)),
        verbs.contains(where: before.hasSuffix)
      {
        return digits
      }
      at = end
    }
    return nil
  }

  private static let verbs = [
    "call ", "dial ", "ring ", "phone ", "llame al ", "llame a ", "llama al ", "marque el ", "marque ",
    "llamar al ",
  ]
  /// Advice, crises, and what else is asked for there.
  private static let others: Set = ["111", "116", "211", "311", "811", "988"]
}
