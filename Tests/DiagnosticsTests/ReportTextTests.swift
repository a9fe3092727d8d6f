import Testing

@testable import Diagnostics

/// A whole report as text.
@Suite struct ReportTextTests {
  private func fault(_ severity: Severity, _ code: DiagnosticCode, _ file: String?, _ line: Int) -> Diagnostic
  {
    Diagnostic(severity, code, file: file, at: Position(line: line, column: 1), "Wrong.")
  }

  @Test func twentyOfAKindInAFile() {
    let many = (1...25).map { fault(.warning, "long", "a.md", $0) }
    let others = [fault(.warning, "long", "b.md", 1), fault(.warning, "other", "a.md", 1)]
    let report = ReportText(many + others)
    #expect(report.shown.count == 22)
    #expect(report.rest.map(\.code) == ["long"] && report.rest.map(\.count) == [5])
    #expect(ReportText(many + others, showsAll: true).shown.count == 27)
  }

  /// However kinds and files take turns.
  @Test func twentyOfEachKindThatTakesTurns() {
    let turns = (1...25).flatMap { line in
      [
        fault(.warning, "long", "a.md", line), fault(.error, "long", "a.md", line),
        fault(.warning, "long", "b.md", line), fault(.warning, "hard", "b.md", line),
        fault(.warning, "long", nil, line),
      ]
    }
    let report = ReportText(turns)
    #expect(report.shown.count == 100 && report.shown.prefix(20).allSatisfy { $0.severity == .error })
    #expect(report.rest.map(\.count) == [5, 15, 5])
    #expect(report.rest.map(\.code) == ["long", "long", "hard"])
  }

  @Test func errorsComeFirstAndFiveHundredInAll() {
    let warnings = (0..<600).map { fault(.warning, "long", "\($0).md", 1) }
    let errors = (0..<490).map { fault(.error, "broken", "\($0).md", 2) }
    let report = ReportText(warnings + errors)
    #expect(report.shown.count == 500)
    #expect(report.shown.prefix(490).allSatisfy { $0.severity == .error })
    #expect(report.rest.map(\.count) == [590])
    var excerpts = SourceExcerpts { _ in Array("one\ntwo\n".utf8) }
    #expect(
      report.text(&excerpts, color: false).hasSuffix(
        "590 more are not shown:\n  590 warning [long]\nTo see them all, run `limber check --all`.\n\n"))
  }

  @Test func nothingIsLeftOutOfAFewFaults() {
    var excerpts = SourceExcerpts { _ in Array("one\ntwo\n".utf8) }
    #expect(
      ReportText([fault(.error, "broken", "a.md", 2)]).text(&excerpts, color: false)
        == "a.md:2:1: error: Wrong. [broken]\n 2 | two\n   | ^\n\n")
    #expect(ReportText([]).text(&excerpts, color: false) == "")
  }

  /// Excerpts of one very long line: each character is counted once.
  @Test func placesInALongLine() {
    let line = String(repeating: "é", count: 1000) + "!" + String(repeating: "ü", count: 1000)
    var excerpts = SourceExcerpts { _ in Array("first\n\(line)\nlast".utf8) }
    func excerpt(_ column: Int) -> SourceExcerpts.Excerpt? {
      excerpts.excerpt(
        of: .error("c", file: "a.md", at: Position(line: 2, column: column), "Wrong."))
    }
    for column in [1001, 1002, 5, 1001] {
      let found = excerpt(column)
      let whole = Diagnostic.error("c", file: "a.md", at: Position(line: 2, column: column), "Wrong.")
      #expect(
        found.map { whole.text(excerpt: $0, color: false) } == whole.text(sourceLine: line, color: false))
    }
    let found = excerpt(1001)
    #expect(
      found.map { Array($0.text)[$0.caret] } == "!" && found?.isCutBefore == true && found?.isCutAfter == true
    )
    #expect(excerpt(9000)?.isCutAfter == false)
  }
}
