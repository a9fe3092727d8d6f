import Diagnostics
import YAML

/// One paragraph of Markdown.
struct MarkdownType: PlainFieldType {
  static let name = "markdown"
  static let documentation = (meaning: "One paragraph of Markdown", example: "`Sit on a *cushion*.`")
  let schema = Schema.words.described("One paragraph of Markdown.")
  let hint = "One paragraph of Markdown"
  let shown = Shown.html

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard let text = node.asPlacedText(name, into: &diagnostics) else { return .none }
    if node.matches(Self.sample) { node.warnOfSample(name, into: &diagnostics) }
    return .placed(text)
  }

  func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    if case .placed(let text) = value { .html(site.html(of: text)) } else { .none }
  }

  let holdsWords = true

  func translated(
    _ value: FieldValue, _ original: Node?, by node: Node, _ name: String,
    into diagnostics: inout [Diagnostic]
  ) -> FieldValue { read(node, name, into: &diagnostics) }

  private static let sample = "One paragraph of *Markdown*."

  func example(today: CalendarDate) -> String { "\"\(Self.sample)\"" }

  func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .html(let html) = value, !html.isEmpty { .html(html) } else { nil }
  }
}
