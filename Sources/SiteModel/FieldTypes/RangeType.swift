import Diagnostics
import YAML

/// A whole number or two of them, as in `2-3`.
struct RangeType: PlainFieldType, CardText, RankedByNumber {
  static let name = "range"
  static let documentation = (meaning: "A whole number or a range", example: "`8-12`")
  let schema: Schema = [
    "type": ["integer", "string"], "minimum": 0, "pattern": .text("^\(Quantity.pattern)$"),
    "description": "A whole number, or a range such as 2-3.",
  ]
  let hint = "A whole number, or a range such as 2-3"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asQuantity(name, "a number or a range, such as `2-3`", into: &diagnostics) { $0.withoutUnit }
  }

  func example(today: CalendarDate) -> String { "2-3" }
}
