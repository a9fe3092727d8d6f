/// What stands behind the place where a number has still to be written: `XX minutes`, `__ weeks`, `[X] seconds`.
enum OpenNumber {
  /// Where the unit ends that stands behind a space at `place`; nil where there is none.
  static func unit(behind place: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard place < text.endIndex, text[place] == 0x20 else { return nil }
    let unit = text[(place + 1)...].prefix(14).prefix(while: ProseByte.isLetter)
    return units.contains(String(decoding: unit, as: UTF8.self)) ? unit.endIndex : nil
  }

  /// Whether a text between square brackets stands for a number: `X`, `XX`, `N`, `#`.
  static func isSign(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, text.count < 4 else { return false }
    return "XNx#_".utf8.contains(first) && text.allSatisfy { $0 == first }
  }

  private static let units: Set = [
    "days", "hours", "kg", "min", "mins", "minutes", "months", "percent", "repetitions", "reps", "sec",
    "secs",
    "seconds", "sessions", "sets", "steps", "times", "visits", "weeks", "years",
    "años", "días", "horas", "meses", "minutos", "repeticiones", "segundos", "semanas", "series", "sesiones",
    "veces",
  ]
}
