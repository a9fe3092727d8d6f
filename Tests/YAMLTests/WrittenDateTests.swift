import Testing

@testable import YAML

/// Days as people write them, and the hint that says how they are written here.
@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("28 November 2026", "2026-11-28"), ("Nov 28th, 2026", "2026-11-28"), ("2026 Sept 3", "2026-09-03"),
    ("1 december 2026", "2026-12-01"), ("May 31 2026", "2026-05-31"), ("20240229", "2024-02-29"),
    ("2026/11/28", "2026-11-28"), ("2026-11-28 10:00", "2026-11-28"), ("28.11.2026", "2026-11-28"),
    ("1.2.26", "2026-02-01"), ("11/28/2026", "2026-11-28"), ("28-11-2026", "2026-11-28"),
  ])
  func isOneDay(text: String, day: String) { #expect(WrittenDate(text).hint == "Write `\(day)`.") }

  @Test(
    arguments: [
      ("3/4/2026", "Write `2026-03-04` for March 4, or `2026-04-03` for April 3."),
      ("31 April 2026", "April 2026 has 30 days."), ("20240230", "February 2024 has 29 days."),
      ("29.2.2026", nil), ("28 no 2026", nil), ("28 November", nil), ("November 2026", nil), ("2024022", nil),
      ("20240229 or so", nil), ("1/2/345", nil), ("28 11", nil), ("32 May 2026", nil), ("soon", nil),
      ("", nil),
    ] as [(String, String?)])
  func isSeveralOrNone(text: String, hint: String?) { #expect(WrittenDate(text).hint == hint) }
}
