import Diagnostics
import YAML

/// A number or a range of two, with or without a unit of time.
package struct Quantity {
  /// As digits, with a point in times that are no whole number.
  package let least: String
  package let most: String?
  package let unit: Unit?

  package enum Unit: String {
    case seconds = "s"
    case minutes = "min"

    /// What editors write for each.
    fileprivate static let words: [(Unit, [String])] = [
      (.seconds, ["s", "sec", "secs", "second", "seconds"]),
      (.minutes, ["min", "mins", "minute", "minutes"]),
    ]

    /// As a regular expression.
    static let pattern =
      "("
      + words.flatMap { $1 }.map { "[\($0.prefix(1))\($0.prefix(1).uppercased())]\($0.dropFirst())" }
      .joined(separator: "|") + ")\\.?"

    fileprivate init?(written text: String) {
      let word = text.lowercased()
      let plain = word.count > 1 && word.hasSuffix(".") ? String(word.dropLast()) : word
      guard let found = Self.words.first(where: { $1.contains(plain) }) else { return nil }
      self = found.0
    }
  }

  /// The amount without a unit, and that of a time, as regular expressions.
  static let pattern = "(0|[1-9][0-9]{0,5})([-–][1-9][0-9]{0,5})?"
  static let timePattern = "\(timeNumber)( *[-–] *\(timeNumber))? *\(Unit.pattern)"
  private static let timeNumber = "(0|[1-9][0-9]{0,5})(\\.[0-9]{1,2})?"

  /// `8`, `8-12`, `8–12`, `30 s`, `20-30 sec`, `1.5 minutes`; a range rises.
  package init?(_ text: String) {
    var rest = Substring(text)
    guard let first = Self.number(&rest) else { return nil }
    var second: Substring?
    let tail = rest.drop { $0 == " " }
    if let dash = tail.first, dash == "-" || dash == "–" {
      let isTight = tail.startIndex == rest.startIndex
      rest = tail.dropFirst()
      if !isTight { rest = rest.drop { $0 == " " } }
      guard let most = Self.number(&rest), let low = Double(first), let high = Double(most), high > low else {
        return nil
      }
      second = most
    }
    let word = rest.drop { $0 == " " }
    unit = Unit(written: String(word))
    if unit == nil {
      // Counts are whole, and written without spaces.
      guard word.isEmpty, rest.isEmpty, !text.contains("."), !text.contains(" ") else { return nil }
    }
    least = String(first)
    most = second.map(String.init)
  }

  /// A range that falls, the other way around: `10-8`.
  init?(falling text: String) {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "–" })
    guard parts.count == 2 else { return nil }
    let unit = parts[1].drop { $0.isNumber || $0 == "." || $0 == " " }
    let (first, second) = (parts[0].filter { $0 != " " }, parts[1].dropLast(unit.count).filter { $0 != " " })
    self.init("\(second)-\(first)\(unit.isEmpty ? "" : " ")\(unit)")
  }

  /// As shown, with an en dash and the unit; nil when it has none, or is no time at all.
  var withUnit: String? { least == "0" && most == nil ? nil : unit.map { "\(amount) \($0.rawValue)" } }

  /// As shown; nil when it has a unit.
  var withoutUnit: String? { unit == nil ? amount : nil }

  /// A range whose ends are so far apart that one of them is a slip: `10-3000 s`.
  fileprivate var isTooWide: Bool {
    guard let low = Double(least), let high = most.flatMap(Double.init), low > 0 else { return false }
    return high >= 100 * low
  }

  /// The unit behind the amount, with a space.
  var unitText: String { unit.map { " \($0.rawValue)" } ?? "" }

  /// The longest time in seconds; nil for a count.
  var mostSeconds: Double? {
    unit.flatMap { unit in Double(most ?? least).map { $0 * (unit == .minutes ? 60 : 1) } }
  }

  /// A number that may have lost its hyphen, with it: `6-12` of `612`. Both ends are at most `limit`.
  func parted(upTo limit: Int) -> String? {
    guard most == nil, unit == nil, least.count > 1 else { return nil }
    let ways = (1..<least.count).filter { place in
      let (low, high) = (least.prefix(place), least.dropFirst(place))
      guard high.first != "0", let low = Int(low), let high = Int(high) else { return false }
      return low > 0 && low < high && high <= limit
    }
    // The halves nearest in length.
    return ways.min { abs(2 * $0 - least.count) < abs(2 * $1 - least.count) }.map {
      "\(least.prefix($0))-\(least.dropFirst($0))"
    }
  }

  private var amount: String { most.map { "\(least)–\($0)" } ?? least }

  /// Up to six digits without a zero before them, and up to two behind a point.
  private static func number(_ rest: inout Substring) -> Substring? {
    let start = rest
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...6).contains(digits.count), digits.count == 1 || digits.first != "0" else { return nil }
    rest = rest.dropFirst(digits.count)
    if rest.first == "." {
      let parts = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard (1...2).contains(parts.count) else { return digits }
      rest = rest.dropFirst(1 + parts.count)
    }
    return start[..<rest.startIndex]
  }
}

extension Node {
  func asQuantity(
    _ name: String, _ wanted: String, into diagnostics: inout [Diagnostic],
    shown: @escaping (Quantity) -> String?
  ) -> FieldValue {
    guard let text = asText(name, into: &diagnostics) else { return .none }
    if let quantity = Quantity(text), let shown = shown(quantity) {
      if quantity.isTooWide {
        warn(
          "`\(name)` goes from \(quantity.least) to \(quantity.most ?? ""), so readers cannot tell how much is meant.",
          "Check the two numbers: one of them may have a digit too many.", into: &diagnostics)
      }
      return .text(Array(shown.utf8))
    }
    reportWrongType(
      name, mustBe: wanted, hint: WrittenQuantity(text, of: name, shown: shown).hint, into: &diagnostics)
    return .none
  }
}
