import Diagnostics
import Markdown
import SymptomTree
import Text

/// Whether the box that sends readers for help tells them to wait, in whatever language of the site.
enum EmergencyBoxCheck {
  /// Of the articles with these numbers.
  static func run(_ numbers: some Sequence<Int>, _ index: SiteIndex, _ parsed: [ParsedArticle])
    -> [Diagnostic]
  {
    numbers.flatMap { number -> [Diagnostic] in
      let text = parsed[number].body.text
      guard index.articles[number].isPublished, !text.callouts.isEmpty else { return [] }
      return text.blocks.compactMap { block -> Diagnostic? in
        guard block.kind != .calloutTitle, block.callout >= 0,
          text.callouts[Int(block.callout)].kind == .emergency,
          let words = WaitingWords.sentences(of: text.bytes[block.range]).lazy.compactMap({
            WaitingWords.found(in: String(decoding: text.bytes[$0], as: UTF8.self), .sign)
          }).first
        else { return nil }
        return .warning(
          .careLevelUrgency, file: index.articles[number].file,
          at: Position(line: Int(block.firstLine), column: 1),
          "This box is for an emergency, but it says \"\(words)\", which tells readers that they can wait.",
          hint: "Say here what to do now, or use another kind of box.")
      }
    }
  }
}
