import FixtureSite
import Testing

@testable import Comparison

/// How `limber diff` writes what it found, on a terminal and for programs.
@Suite struct ComparisonReportTests {
  /// A revision's name cannot move the cursor or dress a line up as another; a file's content can hold nothing that would, which
  /// is an error of the site.
  @Test func controlCharacters() async throws {
    let comparison = try await Comparing(to: [
      "site.yaml": FixtureSite.configuration("name: Hill Clinic", "name: Dale Clinic")
    ]).comparison()
    #expect(
      comparison.text(comparedWith: "`a\u{1B}b`").hasPrefix(
        "Compared with `a\u{FFFD}b`: 1 change, none marked"))
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration("name: Hill Clinic", #"name: "Hill \e[31mClinic\u202E""#)
    ])
    expectFaults(
      site.lines(try await site.check()),
      [
        "site.yaml:1:13: error bad-character: There is an invisible character here that is not text: U+001B. » Delete it, or type the words around it again."
      ])
  }

  @Test func json() async throws {
    let comparison = try await Comparing(to: [
      "Content/stretches/step-ups.md": FixtureSite.article(
        "Step-ups", "dose: {sets: 3-4, hold: 20-30 s}", body: "Step up, then down.")
    ]).comparison()
    #expect(
      comparison.json(comparedWith: "main") == """
        {"area":"advice","alarm":false,"code":"fact-changed","subject":"stretch:step-ups","title":"Step-ups","message":"dose, sets:","passages":[{"was":"2–3","now":"3–4"}],"ways":[]}
        {"summary":{"base":"main","alarms":0,"safety":0,"checker":0,"addresses":0,"advice":1,"site":0,"design":0}}

        """)
  }
}
