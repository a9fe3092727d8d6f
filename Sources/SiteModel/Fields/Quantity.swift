import Diagnostics
import YAML

/// A whole number or a range of two with or without a unit of time.
package struct Quantity {
  package let least: Int
  package let most: Int?
  package let unit: Unit?

  package enum Unit: String {
    case seconds = "s"
    case minutes = "min"
  }

  /// The amount, as a regular expression.
  static let pattern = "(0|[1-9][0-9]{0,5})([-–][1-9][0-9]{0,5})?"

  /// `8`, `8-12`, `8–12`, `30 s`, `20-30 s`, `1 min`; a range rises.
  package init?(_ text: String) {
    var rest = Substring(text)
    guard let least = Self.number(&rest) else { return nil }
    self.least = least
    if let dash = rest.first, dash == "-" || dash == "–" {
      rest = rest.dropFirst()
      guard let most = Self.number(&rest), most > least else { return nil }
      self.most = most
    } else {
      most = nil
    }
    let tail = rest.drop { $0 == " " }
    guard tail.isEmpty ? rest.isEmpty : Unit(rawValue: String(tail)) != nil else { return nil }
    unit = Unit(rawValue: String(tail))
  }

  /// As shown, with an en dash and the unit; nil when it has none.
  var withUnit: String? { unit.map { "\(amount) \($0.rawValue)" } }

  /// As shown; nil when it has a unit.
  var withoutUnit: String? { unit == nil ? amount : nil }

  private var amount: String { most.map { "\(least)–\($0)" } ?? "\(least)" }

  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...6).contains(digits.count), digits.count == 1 || digits.first != "0" else { return nil }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }
}

extension Node {
  func asQuantity(
    _ name: String, _ wanted: String, into diagnostics: inout [Diagnostic], shown: (Quantity) -> String?
  ) -> FieldValue {
    guard let text = asText(name, into: &diagnostics) else { return .none }
    if let shown = Quantity(text).flatMap(shown) { return .text(Array(shown.utf8)) }
    reportWrongType(name, mustBe: wanted, into: &diagnostics)
    return .none
  }
}
