import Diagnostics
import Markdown
import SymptomTree
import Text

/// Whether the box that sends readers for help tells them to wait, or to call the clinic, in whatever language of the site.
struct EmergencyBoxCheck {
  private let index: SiteIndex
  /// The emergency's own number.
  private let own: String?

  init(_ index: SiteIndex, _ levels: CareLevels?) {
    self.index = index
    own = levels?.cards[.emergency]?.phone?.value.filter(\.isNumber)
  }

  func diagnostics(of number: Int, _ text: ArticleText) -> [Diagnostic] {
    guard index.articles[number].isPublished, !text.callouts.isEmpty else { return [] }
    func warning(at block: ArticleText.Block, _ message: String, hint: String) -> Diagnostic {
      .warning(
        .careLevelUrgency, file: index.articles[number].file,
        at: Position(line: Int(block.firstLine), column: 1), message, hint: hint)
    }
    let late = text.blocks.compactMap { block -> Diagnostic? in
      guard block.kind != .calloutTitle, block.callout >= 0,
        text.callouts[Int(block.callout)].kind == .emergency,
        let words = WaitingWords.sentences(of: text.bytes[block.range]).lazy.compactMap({
          WaitingWords.found(in: String(decoding: text.bytes[$0], as: UTF8.self), .sign)
        }).first
      else { return nil }
      return warning(
        at: block,
        "This box is for an emergency, but it says \"\(words)\", which tells readers that they can wait.",
        hint: "Say here what to do now, or use another kind of box.")
    }
    let calling = text.callouts.filter { $0.kind == .emergency }.compactMap { box -> Diagnostic? in
      guard let (block, words) = Self.clinic(calledIn: text.blocks[box.blockRange], of: text, own) else {
        return nil
      }
      return warning(
        at: block,
        "This box is for an emergency, but it tells readers to call \(words), and no emergency number.",
        hint: "Say here to call the emergency number, or use another kind of box.")
    }
    return late + calling
  }

  /// What a box says to call where it names neither an emergency number nor an emergency's help.
  private static func clinic(
    calledIn blocks: ArraySlice<ArticleText.Block>, of text: ArticleText, _ own: String?
  ) -> (ArticleText.Block, String)? {
    let blocks = blocks.filter { $0.kind != .calloutTitle }
    let texts = blocks.map { String(decoding: text.bytes[$0.range], as: UTF8.self) }
    let words = texts.map { $0.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") }
    if words.contains(where: { help.first(in: $0) != nil || numbers.first(in: $0) != nil }) { return nil }
    for (number, block) in blocks.enumerated() {
      if let phone = TelephoneNumber.first(in: texts[number]) {
        let isAbroad = texts[number].contains("+" + phone)
        return phone.filter(\.isNumber) == own ? nil : (block, (isAbroad ? "+" : "") + phone)
      }
      if calls.first(in: words[number]) != nil { return (block, "the clinic") }
    }
    return nil
  }

  /// Also spelled: `9 1 1`.
  private static let numbers = WholePhrases(
    EmergencyNumber.all.flatMap { [$0, $0.map(String.init).joined(separator: " ")] })

  /// "One of the emergency signs" is no help yet.
  private static let help: WholePhrases = [
    "emergency number", "emergency services", "emergency room",
    "emergency department",
    "emergency care", "emergency help", "emergency line", "ambulance", "an er", "the er", "nearest er",
    "hospital", "paramedics",
    "número de emergencia", "número de emergencias", "a emergencias", "de emergencias", "urgencias",
    "ambulancia",
  ]

  private static let calls: WholePhrases = [
    "call us now", "call us right away", "call us at once", "call us immediately", "phone us now",
    "ring us now",
    "call the clinic now", "call our clinic now", "call the practice now", "call your therapist now",
    "llámenos ahora", "llámenos de inmediato", "llame a la clínica ahora", "llame ahora a la clínica",
  ]
}
