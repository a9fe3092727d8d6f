import Diagnostics
import YAML

/// A number, not negative, with or without decimals.
struct NumberType: PlainFieldType, CardText, RankedByNumber {
  static let name = "number"
  static let documentation = (meaning: "A number, 0 or more; decimals after a point", example: "`3`, `2.5`")
  let schema: Schema = ["type": "number", "minimum": 0]
  let hint = "A number"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asDecimal(name, into: &diagnostics).map { .text($0) } ?? .none
  }

  func example(today: CalendarDate) -> String { "3" }
}
