import Testing

@testable import YAML

@Suite struct CalendarDateTests {
  private func date(_ text: String) throws -> CalendarDate { try #require(CalendarDate(parsing: text.utf8)) }

  @Test(arguments: [
    "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-01", "2026-04-31", "2026-1-1", "0000-01-01",
    "2026-01-00",
    "2026/01/01", "20260101", "", "2026-01-01 ", "+026-01-01",
  ])
  func noSuchDay(text: String) { #expect(CalendarDate(parsing: text.utf8) == nil) }

  @Test func everyDayIsOneAfterAnother() throws {
    var day = try date("1999-12-31")
    var count = 0
    while day < (try date("2101-01-01")) {
      let next = day.adding(days: 1)
      #expect(day < next && next.adding(days: -1) == day)
      #expect(CalendarDate(parsing: next.text.utf8) == next)
      day = next
      count += 1
    }
    #expect(count == 36_891)
  }

  @Test func months() throws {
    #expect(try date("2024-01-31").adding(months: 1).text == "2024-02-29")
    #expect(try date("2024-02-29").adding(months: 12).text == "2025-02-28")
    #expect(try date("2024-03-15").adding(months: -3).text == "2023-12-15")
    #expect(try date("0001-01-01").adding(months: -1).text == "0001-01-01")
    #expect(try date("9999-12-01").adding(months: 1).text == "9999-12-31")
    #expect(try date("2024-03-15").adding(days: .max).text == "9999-12-31")
    #expect(try date("2024-03-15").adding(days: .min).text == "0001-01-01")
  }
}
