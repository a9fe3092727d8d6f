/// A day of the Gregorian calendar, years 1 to 9999, without time or zone.
package struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let year: Int
  package let month: Int
  package let day: Int

  /// Nil unless that day exists.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Exactly `YYYY-MM-DD` (ISO 8601, calendar date, extended format) and a day that exists.
  package init?(parsing bytes: some Collection<UInt8>) { self.init(parsing: ArraySlice(bytes)) }

  /// Not generic: as such it took ten times as long for the dates of each article.
  package init?(parsing bytes: ArraySlice<UInt8>) {
    guard bytes.count == 10 else { return nil }
    var numbers = (0, 0, 0)
    for (place, byte) in zip(0..., bytes) {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let digit = Int(byte - UInt8(ascii: "0"))
      switch place {
      case 0...3: numbers.0 = numbers.0 * 10 + digit
      case 5...6: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  /// `YYYY-MM-DD`.
  package var text: String {
    "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  package var description: String { text }

  /// A year with four digits.
  package static func yearText(_ year: Int) -> String { padded(year, to: 4) }

  /// The day so many days later, or earlier when negative; the first or last day there is when that is beyond.
  package func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    let target = overflow ? (days < 0 ? Self.first.dayNumber : Self.last.dayNumber) : sum
    return Self.from(dayNumber: min(max(target, Self.first.dayNumber), Self.last.dayNumber))
  }

  /// The same day so many months later, or earlier when negative; the month's last day where it has no such day.
  package func adding(months: Int) -> CalendarDate {
    let bounded = min(max(months, -120_000), 120_000)
    let target = year * 12 + month - 1 + bounded
    guard target >= 12 else { return .first }
    guard target < 120_000 else { return .last }
    let (newYear, newMonth) = (target / 12, target % 12 + 1)
    return CalendarDate(
      valid: newYear, newMonth, min(day, Self.days(inMonth: newMonth, of: newYear)))
  }

  package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private init(valid year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  private static let first = CalendarDate(valid: 1, 1, 1)
  private static let last = CalendarDate(valid: 9999, 12, 31)

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1 March of the year 0. Years begin in March, so that a leap day is a year's last.
  private var dayNumber: Int {
    let shifted = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthFromMarch + 2) / 5 + day
      - 1
  }

  private static func from(dayNumber: Int) -> CalendarDate {
    let era = dayNumber / 146_097
    let dayOfEra = dayNumber % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return CalendarDate(
      valid: era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
