import Diagnostics
import YAML

struct TextType: PlainFieldType {
  static let name = "text"
  static let documentation = (meaning: "A text", example: "`both legs together`")
  let schema = Schema.words
  let hint = "A text"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asText(name, into: &diagnostics).map { .text(Array($0.utf8)) } ?? .none
  }

  func example(today: CalendarDate) -> String { "\"a few words\"" }
}

/// A whole number, not negative.
struct NumberType: PlainFieldType {
  static let name = "number"
  static let documentation = (meaning: "A whole number from 0", example: "`3`")
  let schema: Schema = ["type": "integer", "minimum": 0]
  let hint = "A whole number"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard let number = node.asInteger(name, into: &diagnostics) else { return .none }
    if number >= 0 { return .text(Array(String(number).utf8)) }
    node.reportWrongType(name, mustBe: "zero or more", into: &diagnostics)
    return .none
  }

  func example(today: CalendarDate) -> String { "3" }
}

struct DateType: PlainFieldType {
  static let name = "date"
  static let documentation = (meaning: "A day", example: "`2026-11-22`")
  let schema = Schema.date
  let hint = "A day"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asDate(name, into: &diagnostics).map { .text(Array($0.text.utf8)) } ?? .none
  }

  func example(today: CalendarDate) -> String { today.text }
}

struct FlagType: PlainFieldType {
  static let name = "flag"
  static let documentation = (meaning: "`true` or `false`", example: "`true`")
  let schema: Schema = .flag
  let hint = "true or false"
  let shown = Shown.flag

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asBool(name, into: &diagnostics).map(FieldValue.flag) ?? .none
  }

  func example(today: CalendarDate) -> String { "true" }
}

/// One paragraph of Markdown.
struct MarkdownType: PlainFieldType {
  static let name = "markdown"
  static let documentation = (meaning: "One paragraph of Markdown", example: "`Sit on a *cushion*.`")
  let schema = Schema.words.described("One paragraph of Markdown.")
  let hint = "One paragraph of Markdown"
  let shown = Shown.html

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asText(name, into: &diagnostics) == nil ? .none : .placed(PlacedText(node))
  }

  func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    if case .placed(let text) = value { .html(site.html(of: text)) } else { .none }
  }

  func example(today: CalendarDate) -> String { "\"One paragraph of *Markdown*.\"" }
}
