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

  private var amount: String { most.map { "\(least)–\($0)" } ?? least }

  /// Whole minutes, for what is written in hours: `1.5 hours`.
  fileprivate static func minutes(hours text: String) -> Int? {
    let number = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    let word = text[number.endIndex...].drop { $0 == " " }.lowercased()
    guard ["h", "hr", "hrs", "hour", "hours"].contains(word), let hours = Double(number), hours <= 4,
      hours * 60 >= 1, (hours * 60).rounded() == hours * 60
    else { return nil }
    return Int(hours * 60)
  }

  /// What is written with words around it, or in words: `3 sets`, `~10`, `8 - 10 x`, `thirty seconds`.
  fileprivate static func inWords(_ text: String) -> Quantity? {
    var words: [String] = []
    for word in text.lowercased().replacing("–", with: " - ").replacing("-", with: " - ").split(
      separator: " ")
    {
      var bare = word.drop { "~≈×“”\"'″′+".contains($0) }
      if let mark = bare.last, bare.dropLast().allSatisfy(\.isNumber), bare.count > 1 {
        // `30"`, `2'`, `3x`, `3+`, `“3”`
        if "″\"".contains(mark) {
          bare = "\(bare.dropLast()) s"
        } else if "′'".contains(mark) {
          bare = "\(bare.dropLast()) min"
        } else if "x×+”“".contains(mark) {
          bare = bare.dropLast()
        }
      }
      if bare.isEmpty || passedOver.contains(String(bare)) { continue }
      words.append(numbers[String(bare)].map(String.init) ?? String(bare))
    }
    return Quantity(words.joined(separator: " ").replacing(" - ", with: "-"))
  }

  /// What says no more than the key does.
  private static let passedOver: Set = [
    "about", "approx.", "approximately", "around", "ca.", "circa", "each", "rep", "repetitions", "reps",
    "set", "sets",
    "times", "x",
  ]
  private static let numbers = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "sixty": 60,
  ]

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
    _ name: String, _ wanted: String, into diagnostics: inout [Diagnostic], shown: (Quantity) -> String?
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
    // What people write otherwise: a comma for a point, a word for a dash, a fraction.
    // What is counted is said by the key: `weeks: 6 weeks`.
    let unnamed = text.lowercased().hasSuffix(" \(name)") ? String(text.dropLast(name.count + 1)) : text
    let other = unnamed.replacing(",", with: ".").replacing("·", with: ".").replacing(" to ", with: "-")
      .replacing(" 1/2", with: ".5").replacing("½", with: ".5")
    var hint = Quantity(other).flatMap(shown).map { "Write `\($0)`." }
    // Thousands with a comma, several counts, and hours.
    let isThousands = text.split(separator: ",").dropFirst().first?.prefix { $0.isNumber }.count == 3
    for meant in [
      isThousands ? text.replacing(",", with: "") : "", text.replacing(", ", with: "-"),
      text.replacing(",", with: "-"),
    ]
    where hint == nil && text.contains(",") {
      hint = Quantity(meant).flatMap(shown).map { "Write `\($0.replacing("–", with: "-"))`." }
    }
    if hint == nil, let minutes = Quantity.minutes(hours: other) { hint = "Write `\(minutes) min`." }
    if hint == nil, let meant = Quantity(falling: other).flatMap(shown) {
      hint = "Write the smaller number first: `\(meant.replacing("–", with: "-"))`."
    } else if hint == nil, let seconds = Quantity(other + " s").flatMap(shown) {
      hint = "Add the unit: write `\(seconds)` or `\(other) min`."
    }
    if hint == nil, let meant = Quantity.inWords(other).flatMap(shown) {
      hint = "Write `\(meant.replacing("–", with: "-"))`."
    }
    reportWrongType(name, mustBe: wanted, hint: hint, into: &diagnostics)
    return .none
  }
}
