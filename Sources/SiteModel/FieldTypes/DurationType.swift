import Diagnostics
import YAML

/// A time or a range of two, as in `20-30 s`; seconds and minutes may be written in other ways (`30 sec`, `1.5 minutes`).
struct DurationType: PlainFieldType, CardText, RankedByNumber {
  static let name = "duration"
  static let documentation = (
    meaning: "A number, or a range, with `s` or `min`", example: "`20-30 s`, `1.5 min`"
  )
  let schema: Schema = [
    "type": "string", "pattern": .text("^\(Quantity.timePattern)$"),
    "description": "A time in s or min, or a range such as 20-30 s.",
  ]
  let hint = "A time in s or min, or a range such as 20-30 s"
  let shown = Shown.text

  func read(_ node: Node, _ name: String, into diagnostics: inout [Diagnostic]) -> FieldValue {
    let value = node.asQuantity(name, "a time in `s` or `min`, such as `20-30 s`", into: &diagnostics) {
      $0.withUnit
    }
    if case .text(let text) = value, let most = Self.longest[name],
      let seconds = Quantity(node.text)?.mostSeconds, seconds > Double(most * 60)
    {
      node.warn(
        "`\(name)` is \(String(decoding: text, as: UTF8.self)), which is longer than anybody is told to \(name).",
        "Check the number and the unit: `s` or `min`. At most \(most) min are likely.", into: &diagnostics)
    }
    return value
  }

  /// Of a dose, in minutes.
  private static let longest = ["hold": 5, "rest": 30]

  func example(today: CalendarDate) -> String { "20-30 s" }
}
