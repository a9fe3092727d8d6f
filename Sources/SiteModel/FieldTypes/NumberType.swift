import Diagnostics
import YAML

/// A whole number, not negative.
struct NumberType: PlainFieldType {
  static let name = "number"
  static let documentation = (meaning: "A whole number, 0 or more", example: "`3`")
  let schema: Schema = ["type": "integer", "minimum": 0]
  let hint = "A whole number"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard let number = node.asInteger(name, into: &diagnostics) else { return .none }
    if number >= 0 { return .text(Array(String(number).utf8)) }
    node.reportWrongType(name, mustBe: "0 or more", into: &diagnostics)
    return .none
  }

  func example(today: CalendarDate) -> String { "3" }
}
