import Diagnostics
import YAML

struct TextType: PlainFieldType {
  static let name = "text"
  static let documentation = (meaning: "Text", example: "`both legs together`")
  let schema = Schema.words
  let hint = "Text"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asText(name, into: &diagnostics).map { .text(Array($0.utf8)) } ?? .none
  }

  func example(today: CalendarDate) -> String { "\"a few words\"" }
}
