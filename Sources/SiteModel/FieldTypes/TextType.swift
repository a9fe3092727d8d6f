import Diagnostics
import YAML

struct TextType: PlainFieldType {
  static let name = "text"
  static let documentation = (meaning: "Text", example: "`both legs together`")
  let schema = Schema.words
  let hint = "Text"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard let text = node.asWords(name, into: &diagnostics) else { return .none }
    if text == Self.sample { node.warnOfSample(name, into: &diagnostics) }
    return .text(Array(text.utf8))
  }

  private static let sample = "a few words"

  func example(today: CalendarDate) -> String { "\"\(Self.sample)\"" }
}
