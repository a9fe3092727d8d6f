/// A day as people write it, for the hint that says how it is to be written here.
struct WrittenDate {
  /// The days that may be meant: several where day and month, or day and year, could be either.
  private let days: [CalendarDate]
  /// Why there is no such day.
  private let reason: String?

  init(_ text: String) {
    let words = text.split { !$0.isLetter && !$0.isNumber }.map { $0.lowercased() }
    let numbers = words.map(Self.number)
    // `2026-11-20T10:00:00Z`.
    if let separator = text.utf8.dropFirst(10).first, "Tt ".utf8.contains(separator),
      let date = CalendarDate(parsing: text.utf8.prefix(10))
    {
      (days, reason) = ([date], nil)
      return
    }
    let months = words.map(Self.month)
    if let place = months.firstIndex(where: { $0 != nil }), let month = months[place] {
      let others = numbers.compactMap { $0 }
      let year = others.first { $0 > 31 }
      let day = others.first { $0 <= 31 }
      (days, reason) = Self.found(year, month, day)
    } else if let whole = words.first, whole.count == 8, words.count == 1, let number = Int(whole) {
      (days, reason) = Self.found(number / 10_000, number / 100 % 100, number % 100)
    } else if numbers.count >= 3, let first = numbers[0], let second = numbers[1], let third = numbers[2],
      words[0].count == 4
    {
      // `2026-20-11`: no month has such a number.
      let isTurned = (13...31).contains(second) && (1...12).contains(third)
      (days, reason) = isTurned ? Self.found(first, third, second) : Self.found(first, second, third)
    } else if numbers.count == 3, let first = numbers[0], let second = numbers[1], let third = numbers[2],
      words[2].count == 4 || words[2].count == 2
    {
      let year = third < 100 ? 2000 + third : third
      // With points the day comes first; with slashes either does, and the month in the United States; with hyphens the year may.
      let dayFirst = CalendarDate(year: year, month: second, day: first)
      let monthFirst = text.contains(".") ? nil : CalendarDate(year: year, month: first, day: second)
      let isShort = words[0].count == 2 && words[2].count == 2 && text.contains("-")
      let yearFirst = isShort ? CalendarDate(year: 2000 + first, month: second, day: third) : nil
      var all: [CalendarDate] = []
      for case let day? in [yearFirst, monthFirst, dayFirst] where !all.contains(day) { all.append(day) }
      days = all
      reason = nil
    } else {
      (days, reason) = ([], nil)
    }
  }

  var hint: String? {
    guard days.count > 1 else { return days.first.map { "Write `\($0)`." } ?? reason }
    let hasYears = days.contains { $0.year != days[0].year }
    let all = days.map { "`\($0)` for \(Self.name($0))" + (hasYears ? ", \($0.year)" : "") }
    let (parting, last) = hasYears ? ("; ", "; or ") : (", ", ", or ")
    return "Write " + all.dropLast().joined(separator: parting) + last + all[all.count - 1] + "."
  }

  private static func found(_ year: Int?, _ month: Int, _ day: Int?) -> (
    days: [CalendarDate], reason: String?
  ) {
    guard let year, let day else { return ([], nil) }
    if let date = CalendarDate(year: year, month: month, day: day) { return ([date], nil) }
    guard (1...12).contains(month), (29...31).contains(day),
      let last = (28...30).reversed().compactMap({ CalendarDate(year: year, month: month, day: $0) }).first
    else { return ([], nil) }
    return ([], "\(names[month - 1]) \(year) has \(last.day) days.")
  }

  /// `28`, `28th`.
  private static func number(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...4).contains(digits.count), ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count))
    else {
      return nil
    }
    return Int(digits)
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return names.firstIndex { $0.lowercased().hasPrefix(word) || word == "sept" && $0 == "September" }.map {
      $0 + 1
    }
  }

  private static func name(_ date: CalendarDate) -> String { "\(names[date.month - 1]) \(date.day)" }

  private static let names = CalendarDate.englishMonths
}
