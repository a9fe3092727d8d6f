import Diagnostics
import YAML

/// A whole number or two of them, as in `2-3`.
struct RangeType: PlainFieldType {
  static let name = "range"
  static let documentation = (meaning: "A whole number or two", example: "`8-12`")
  let schema: Schema = [
    "type": ["integer", "string"], "minimum": 0, "pattern": .text("^\(Quantity.pattern)$"),
    "description": "A whole number, or two as in 2-3.",
  ]
  let hint = "A whole number, or two as in 2-3"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asQuantity(name, "a number or a range, such as `2-3`", into: &diagnostics) { $0.withoutUnit }
  }

  func example(today: CalendarDate) -> String { "2-3" }
}

/// A range with `s` or `min`, as in `20-30 s`.
struct DurationType: PlainFieldType {
  static let name = "duration"
  static let documentation = (meaning: "The same with `s` or `min`", example: "`20-30 s`")
  let schema: Schema = [
    "type": "string", "pattern": .text("^\(Quantity.pattern) *(s|min)$"),
    "description": "A time with s or min, or two as in 20-30 s.",
  ]
  let hint = "A time with s or min, or two as in 20-30 s"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    node.asQuantity(name, "a time with `s` or `min`, such as `20-30 s`", into: &diagnostics) { $0.withUnit }
  }

  func example(today: CalendarDate) -> String { "20-30 s" }
}

extension Quantity {
  /// The amount, as a regular expression.
  fileprivate static let pattern = "(0|[1-9][0-9]{0,5})([-–][1-9][0-9]{0,5})?"
}

extension Node {
  fileprivate func asQuantity(
    _ name: String, _ wanted: String, into diagnostics: inout [Diagnostic], shown: (Quantity) -> String?
  ) -> FieldValue {
    guard let text = asText(name, into: &diagnostics) else { return .none }
    if let shown = Quantity(text).flatMap(shown) { return .text(Array(shown.utf8)) }
    reportWrongType(name, mustBe: wanted, into: &diagnostics)
    return .none
  }
}
