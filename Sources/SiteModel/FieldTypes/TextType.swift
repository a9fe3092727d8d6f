import Diagnostics
import Text
import YAML

struct TextType: PlainFieldType, CardText {
  static let name = "text"
  static let documentation = (meaning: "Text", example: "`both legs together`")
  let schema = Schema.words
  let hint = "Text"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard let text = node.asWords(name, into: &diagnostics) else { return .none }
    if ["x", "X", "?", "??", "???", "-", "–", "…", "..."].contains(text) {
      diagnostics.append(
        .warning(
          .unfinishedText, file: node.file, at: node.position,
          "`\(name)` is `\(text)`, which says nothing to readers.",
          hint: "Write your own text, or delete this line."))
    }
    if text == Self.sample { node.warnOfSample(name, into: &diagnostics) }
    return .text(Array(text.utf8))
  }

  let isSortable = true

  func rank(of value: FieldValue, _ collation: Collation) -> [UInt8]? {
    if case .text(let text) = value { collation.key(of: text) } else { nil }
  }

  let holdsWords = true

  func translated(
    _ value: FieldValue, _ original: Node?, by node: Node, _ name: String,
    into diagnostics: inout [Diagnostic]
  ) -> FieldValue { read(node, name, into: &diagnostics) }

  private static let sample = "a few words"

  func example(today: CalendarDate) -> String { "\"\(Self.sample)\"" }
}
