import Testing

@testable import SiteBuilder

/// What `limber diff` says of changes to a symptom checker.
@Suite struct CheckerComparisonTests {
  private static let tree = "Content/symptom-checker/knee-pain.yaml"
  private static let vignettes = "Content/symptom-checker/knee-pain.vignettes.yaml"
  private static let long = "how-long: long}\n  outcome: visit\n  at-least: routine"

  @Test func rerouting() async throws {
    let comparing = try await Comparing.starter([
      (Self.tree, "version: 1.0.0", "version: 2.0.0"),
      (Self.tree, "For weeks or more, next: visit", "For weeks or more, next: at-home"),
      (Self.tree, "\"No, it does not\", next: how-long", "\"No, it does not at all\", next: how-long"),
      (Self.tree, "A child or teen, next: within-days", "A child or teen, next: today"),
      (Self.vignettes, Self.long, "how-long: long}\n  outcome: at-home\n  at-least: self-care"),
      (
        Self.vignettes, "age: child}\n  outcome: within-days\n  at-least: soon",
        "age: child}\n  outcome: today\n  at-least: urgent"
      ),
    ])
    let text = try await comparing.text
    #expect(
      text == """

        """)
  }

  @Test func versionNotRaised() async throws {
    let comparing = try await Comparing.starter([
      (Self.tree, "For weeks or more, next: visit", "For weeks or more, next: within-days"),
      (Self.vignettes, Self.long, "how-long: long}\n  outcome: within-days\n  at-least: soon"),
      (Self.tree, "ask: Who has the pain?", "ask: Whose knee is it?"),
      ("Content/symptom-checker/advice/today.md", "leave out all exercises", "do less"),
      ("Content/symptom-checker/care-levels.yaml", "time-frame: \"Today\"", "time-frame: \"Tomorrow\""),
    ])
    let text = try await comparing.text
    #expect(
      text == """

        """)
  }

  /// A question that nobody was asked before may be answered in any way.
  @Test func newQuestion() async throws {
    let comparing = try await Comparing.starter([
      (Self.tree, "version: 1.0.0", "version: 2.0.0"),
      (Self.tree, "For weeks or more, next: visit", "For weeks or more, next: worse"),
      (
        Self.tree, "\noutcomes:",
        "  worse:\n    stage: narrowing\n    type: one-of\n    ask: Does it get worse?\n    answers:\n      grows: {label: \"Yes, it does\", next: within-days}\n      stays: {label: \"No, it does not\", next: visit}\n      unsure: {label: I am not sure, next: within-days}\n\noutcomes:"
      ),
      (
        Self.vignettes, Self.long,
        "how-long: long, worse: stays}\n  outcome: visit\n  at-least: routine\n- id: grows\n  source: practice\n  answers: {emergency: none, same-day: none, age: adult, rest: fine, how-long: long, worse: grows}\n  outcome: within-days\n  at-least: soon\n- id: worse-unsure\n  source: practice\n  answers: {emergency: none, same-day: none, age: adult, rest: fine, how-long: long, worse: unsure}\n  outcome: within-days\n  at-least: soon"
      ),
    ])
    let text = try await comparing.text
    #expect(
      text == """

        """)
  }

  @Test func sameForAnyNumberOfThreads() async throws {
    let comparing = try await Comparing.starter([
      (Self.tree, "ask: Who has the pain?", "ask: Whose knee is it?"),
      ("Content/causes/kneecap-pain.md", "on stairs", "on steep stairs"),
      ("Content/stretches/straight-leg-raise.md", "title: ", "title: The "),
      ("Content/signs/stiff-knee.md", "review: {status: pending}\n", "review: {status: pending}\norder: 3\n"),
    ])
    let one = try await comparing.comparison(jobs: 1)
    let four = try await comparing.comparison(jobs: 4)
    #expect(one.json(comparedWith: "base") == four.json(comparedWith: "base"))
    #expect(one.changes.count > 2)
  }
}
