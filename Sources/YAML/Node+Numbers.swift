/// How a number is to be written.
extension Node {
  /// What a number in quotes, with an ending, with its unit, or in words is to be written as. `name` is that of its key.
  func numberHint(_ name: String) -> String? {
    let written = text.lowercased()
    let digits = written.prefix { $0.isASCII && $0.isNumber }
    let ending = written[digits.endIndex...]
    guard digits.isEmpty || ["", ".", ".0", "st", "nd", "rd", "th"].contains(ending) else {
      return Int(digits).flatMap { Self.numberHint($0, ending, of: name) }
    }
    let words = [
      ("first", "one"), ("second", "two"), ("third", "three"), ("fourth", "four"), ("fifth", "five"),
      ("sixth", "six"), ("seventh", "seven"), ("eighth", "eight"), ("ninth", "nine"), ("tenth", "ten"),
    ]
    let number = Int(digits) ?? words.firstIndex { $0.0 == written || $0.1 == written }.map { $0 + 1 }
    return number.map { "Write `\($0)`\(isPlain ? "" : ", without quotes")." }
  }

  /// For `6 min`, `80%`, `320px`, `2 years` where months are wanted, and `1.5`.
  private static func numberHint(_ number: Int, _ ending: Substring, of name: String) -> String? {
    if ending.first == ".", ending.dropFirst().allSatisfy(\.isNumber) {
      return "Write `\(number)` or `\(number + 1)`."
    }
    let word = ending.drop { " ~-".contains($0) }.prefix { $0 != "." }
    // What counts nothing else than the number itself does.
    if ["%", "px", "pixel", "pixels", "percent"].contains(word) {
      return "Write `\(number)`, without `\(word)`."
    }
    guard word.allSatisfy(\.isLetter), let unit = units.firstIndex(where: { $0.names.contains(word) }) else {
      return nil
    }
    if units[unit].key == name { return "Write `\(number)`, without `\(word)`." }
    // 24 hours, 7 days and 12 months are one of the unit behind.
    guard unit > 0, units[unit - 1].key == name, let many = units[unit - 1].inNext, number < 100 else {
      return nil
    }
    return "Write `\(number * many)`: it is a number of \(name)."
  }

  private static let units: [(key: String, inNext: Int?, names: Set<Substring>)] = [
    ("seconds", 60, ["s", "sec", "secs", "second", "seconds"]),
    ("minutes", 60, ["m", "min", "mins", "minute", "minutes"]),
    ("hours", 24, ["h", "hr", "hrs", "hour", "hours"]), ("days", 7, ["d", "day", "days"]),
    ("weeks", nil, ["w", "wk", "wks", "week", "weeks"]), ("months", 12, ["mo", "month", "months"]),
    ("years", nil, ["y", "yr", "yrs", "year", "years"]),
  ]
}
