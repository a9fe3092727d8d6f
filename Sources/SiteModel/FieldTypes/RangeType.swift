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
    let value = node.asQuantity(name, "a number or a range, such as `2-3`", into: &diagnostics) {
      $0.withoutUnit
    }
    guard case .text = value, let quantity = Quantity(node.text) else { return value }
    let count = Int(quantity.most ?? quantity.least) ?? 0
    if let most = Self.most[name] {
      if Int(quantity.least) == 0 {
        Self.warnOfNothing(node, name, isAll: count == 0, into: &diagnostics)
      } else if count > most {
        node.warn(
          "`\(name)` is \(count), which is more than anybody is told to do.",
          "Check the number: at most \(most) are likely." + Self.hyphenHint(quantity, upTo: most),
          into: &diagnostics)
      }
    } else if let most = Self.longest[name], count > most {
      node.warn(
        "`\(name)` is \(count), which is longer than anybody is told to wait.",
        "Check the number: at most \(most) are likely." + Self.hyphenHint(quantity, upTo: most),
        into: &diagnostics)
    }
    return value
  }

  /// What to write where a hyphen may be missing.
  static func hyphenHint(_ quantity: Quantity, upTo most: Int) -> String {
    quantity.parted(upTo: most).map { " If a hyphen is missing, write `\($0)`." } ?? ""
  }

  /// Of a part of a dose that is nothing, or begins with nothing.
  static func warnOfNothing(_ node: Node, _ name: String, isAll: Bool, into diagnostics: inout [Diagnostic]) {
    node.warn(
      isAll
        ? "`\(name)` is 0, so readers are told to do nothing."
        : "`\(name)` starts at 0, so readers may do nothing.",
      "Write how many are meant, or delete this line.", into: &diagnostics)
  }

  /// How many of a dose are likely at most.
  private static let most = ["sets": 20, "rounds": 20, "reps": 200, "repetitions": 200]

  /// How many of a time are likely at most.
  private static let longest = ["hours": 72, "months": 60, "weeks": 104, "years": 20]

  func example(today: CalendarDate) -> String { "2-3" }
}
