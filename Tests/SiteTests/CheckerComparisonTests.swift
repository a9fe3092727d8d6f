import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

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
        Compared with `base`: 7 changes, 3 marked !! (checker 7).
        Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you \
        publish.

        SYMPTOM CHECKER
          Check your knee pain (`checker:knee-pain`)
            !! LESS URGENT: 1 path through the questions now ends in self-care instead of routine. The \
        outcome was `visit`; it is now `at-home`.
                 was: routine, “Book a visit”
                 now: self-care, “Ease the load and watch how it goes”
                 The path:
                   Do any of these fit right now? – No, none of these fit
                   Do any of these fit? – No, none of these fit
                   Who has the pain? – An adult
                   Does it hurt at rest or at night? – No, it does not
                   How long has it been sore? – For weeks or more
            !! LESS URGENT: the test case `long` now accepts self-care; before, it required at least routine.
            !! LESS URGENT: the test case `long` now ends in `at-home` (self-care) instead of `visit` \
        (routine).
               More urgent: 1 path through the questions now ends in urgent instead of soon. The outcome \
        was `within-days`; it is now `today`.
                 was: soon, “Be seen within the next few days”
                 now: urgent, “Contact a physician or urgent care today”
                 The path:
                   Do any of these fit right now? – No, none of these fit
                   Do any of these fit? – No, none of these fit
                   Who has the pain? – A child or teen
               The test case `child` now ends in `today` (urgent) instead of `within-days` (soon).
               An answer to “Does it hurt at rest or at night?” has new wording:
                 new: No, it does not «at all»
               The version is now 2.0.0; before, it was 1.0.0.

        Unchanged: safety, addresses, advice, site, design.

        """)
  }

  /// The reason that a result gives for a sign is advice as well.
  @Test func anotherReason() async throws {
    let text = try await Comparing.starter([
      ("Content/red-flags.yaml", "a blood clot has to be ruled out", "it may be a strain")
    ]).text
    #expect(
      text == """
        Compared with `base`: 1 change, 1 marked !! (safety 1).
        Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you \
        publish.

        SAFETY
          Red flag `rf-calf`
            !! The symptom checker gives a different reason for it:
                 was: A swollen calf: «a blood clot has to be ruled out.» Say if you have traveled far, lain …
                 now: A swollen calf: «it may be a strain.» Say if you have traveled far, lain …

        Unchanged: checker, addresses, advice, site, design.

        """)
  }

  /// Words that turn an answer or a question round, while every step stays.
  @Test func wordsThatTurnARouteRound() async throws {
    let comparing = try await Comparing.starter([
      (Self.tree, "\"No, it does not\", next: how-long", "\"@\", next: how-long"),
      (Self.tree, "\"Yes, it does\"", "\"No, it does not\""), (Self.tree, "\"@\"", "\"Yes, it does\""),
      (Self.tree, "ask: Do any of these fit right now?", "ask: Are you free of all of these?"),
      (Self.tree, "ask: Who has the pain?", "ask: Whose knee is it?"),
    ])
    let marked = try await comparing.text.split(separator: "\n").filter { $0.contains("!!") }.dropFirst(2)
      .map { $0.drop { $0 == " " } }
    #expect(
      marked == [
        "!! The question `emergency` has new wording:",
        "!! An answer to “Does it hurt at rest or at night?” now has the words of another, but leads where it led:",
        "!! An answer to “Does it hurt at rest or at night?” now has the words of another, but leads where it led:",
      ])
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
        Compared with `base`: 6 changes, 3 marked !! (safety 1, checker 5).
        Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you \
        publish.

        SAFETY
          Care level `urgent`
            !! Its time frame changed:
                 was: «Today»
                 now: «Tomorrow»

        SYMPTOM CHECKER
          Check your knee pain (`checker:knee-pain`)
            !! Outcome `today` (urgent) says something different:
                 was: … fit. Until then, rest the leg and «leave out all exercises.»
                 now: … fit. Until then, rest the leg and «do less.»
            !! Some answers now lead somewhere else, but the version is still 1.0.0. A clinician must \
        approve this kind of change by raising the first number.
               More urgent: 1 path through the questions now ends in soon instead of routine. The outcome \
        was `visit`; it is now `within-days`.
                 was: routine, “Book a visit”
                 now: soon, “Be seen within the next few days”
                 The path:
                   Do any of these fit right now? – No, none of these fit
                   Do any of these fit? – No, none of these fit
                   Who has the pain? – An adult
                   Does it hurt at rest or at night? – No, it does not
                   How long has it been sore? – For weeks or more
               The test case `long` now ends in `within-days` (soon) instead of `visit` (routine).
               The question `age` has new wording:
                 was: «Who has the pain?»
                 now: «Whose knee is it?»

        Unchanged: addresses, advice, site, design.

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
        Compared with `base`: 4 changes, none marked !! (checker 4).

        SYMPTOM CHECKER
          Check your knee pain (`checker:knee-pain`)
               More urgent: 1 path through the questions now can end in soon or routine instead of routine. \
        The outcome was `visit`; it is now `within-days` or `visit`.
                 was: routine, “Book a visit”
                 now: soon, “Be seen within the next few days”
                 The path:
                   Do any of these fit right now? – No, none of these fit
                   Do any of these fit? – No, none of these fit
                   Who has the pain? – An adult
                   Does it hurt at rest or at night? – No, it does not
                   How long has it been sore? – For weeks or more
               New test cases: `grows`, `worse-unsure`.
               Asks a new question:
                 new: Does it get worse? (Yes, it does / No, it does not / I am not sure)
               The version is now 2.0.0; before, it was 1.0.0.

        Unchanged: safety, addresses, advice, site, design.

        """)
  }

  /// Everything that was asked, written and tested about a red flag is taken away.
  @Test func redFlagNoLongerAsked() async throws {
    let comparing = try await Comparing.starter([
      (Self.tree, "version: 1.0.0", "version: 2.0.0"),
      ("Content/signs/stiff-knee.md", ", rf-locked]", "]"),
      (Self.tree, "      locked: {flag: rf-locked, next: today}\n", ""),
      (
        Self.vignettes,
        "- id: today-locked\n  source: practice\n  answers: {emergency: none, same-day: locked}\n  outcome: today\n  at-least: urgent\n",
        ""
      ),
      (
        "Content/red-flags.yaml",
        "rf-locked:\n  text: \"A knee that is stuck and cannot be bent or made straight\"\n  why: \"A stuck knee: something inside the joint may be in the way. Say in which position it happened.\"\n  level: urgent\n  basis: practice\n",
        ""
      ),
    ])
    let text = try await comparing.text
    #expect(
      text == """
        Compared with `base`: 6 changes, 5 marked !! (safety 2, checker 4).
        Changes that could make someone less safe are marked !!. Ask a clinician to look at them before you \
        publish.

        SAFETY
          Red flag `rf-locked`
            !! This red flag was removed. Its level was urgent.
                 gone: A knee that is stuck and cannot be bent or made straight
          Stiff knee (`sign:stiff-knee`)
            !! No longer lists the red flag `rf-locked`.
                 gone: A knee that is stuck and cannot be bent or made straight

        SYMPTOM CHECKER
          Check your knee pain (`checker:knee-pain`)
            !! No longer asks about the red flag `rf-locked`.
                 gone: A knee that is stuck and cannot be bent or made straight
            !! LESS URGENT: 1 path through the questions now can end in urgent or soon or routine or \
        self-care instead of urgent. The outcome was `today`; it is now `today` or `within-days` or `visit` \
        or `at-home`.
                 was: urgent, “Contact a physician or urgent care today”
                 now: self-care, “Ease the load and watch how it goes”
                 The path:
                   Do any of these fit right now? – No, none of these fit
                   Do any of these fit? – A knee that is stuck and cannot be bent or made straight
            !! The test case `today-locked` was removed; it required at least urgent.
               The version is now 2.0.0; before, it was 1.0.0.

        Unchanged: addresses, advice, site, design.

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
