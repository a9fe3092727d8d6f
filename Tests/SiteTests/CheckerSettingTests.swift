import FixtureSite
import Testing

@testable import Authoring
@testable import Files
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text

/// `checker` in `site.yaml`: which kinds and relations the symptom checker takes its causes and stretches from.
@Suite struct CheckerSettingTests {
  private static let sound =
    "{causes: cause, stretches: stretch, managed-with: stretches, careful-with: [caution], never-with: [avoid], signs: signs}"

  /// What is found with another setting; the place without the file and the line, which is always the same.
  private static func found(_ setting: String) async throws -> [String] {
    try await faults(["site.yaml": FixtureSite.configuration(sound, setting)])
      .map { $0.replacing(/^site\.yaml:\d+:/, with: "") }
  }

  @Test func soundSettings() async throws {
    for setting in [
      Self.sound, "{}", "{causes: cause}", "{causes: cause, signs: signs}",
      "{causes: cause, stretches: stretch, managed-with: stretches, never-with: [caution, avoid]}",
    ] {
      // Without them, nothing says that a cause need not have stretches to be careful with.
      let lines = try await Self.found(setting).filter { !$0.contains("missing-relation") }
      #expect(lines == [], "\(setting)")
    }
  }

  @Test(arguments: [
    (
      "{caused: cause}", "4: error unknown-key: There is no key `caused` here. » Did you mean `causes`?"
    ),
    (
      "[cause]",
      "3: error wrong-type: `checker` must be a mapping (`key: value` lines), not a list. » Put it in braces, with a key in front: `{causes: …}`. The keys are `causes`, `stretches`, `managed-with`, `careful-with`, `never-with`, `stages`, `signs`."
    ),
    (
      "{causes: [cause]}",
      "12: error wrong-type: `causes` must be text, not a list. » If the brackets are part of the text, write `causes: \"[cause]\"`. If not, remove them."
    ),
    (
      "{causes: cuase}",
      "12: error unknown-kind: `causes` refers to `cuase`, but there is no such kind. » Did you mean `cause`?"
    ),
    (
      "{causes: cause, stretches: strech, managed-with: stretches}",
      "30: error unknown-kind: `stretches` refers to `strech`, but there is no such kind. » Did you mean `stretch`?"
    ),
    (
      "{causes: cause, stretches: cause, managed-with: see-also}",
      "30: error bad-configuration: `causes` and `stretches` are both the kind `cause`. » Choose two different kinds."
    ),
    (
      "{stretches: stretch}",
      "15: error bad-configuration: `stretches` has no effect without `causes`. » Add `causes` to `checker`."
    ),
    (
      "{causes: cause, stretches: stretch}",
      "30: error bad-configuration: `stretches` has no effect without `managed-with`. » Add `managed-with` to `checker`."
    ),
    (
      "{causes: cause, never-with: [avoid]}",
      "32: error bad-configuration: `never-with` has no effect without `stretches`. » Add `stretches` to `checker`."
    ),
    (
      "{signs: signs}",
      "11: error bad-configuration: `signs` has no effect without `causes`. » Add `causes` to `checker`."
    ),
    (
      "{causes: cause, stretches: stretch, managed-with: stretchs}",
      "53: error bad-configuration: `managed-with` refers to `stretchs`, but the kind `cause` has no such relation. » Did you mean `stretches`?"
    ),
    (
      "{causes: cause, stretches: stretch, managed-with: signs}",
      "53: error bad-configuration: `managed-with` refers to `signs`, which does not lead only to the kind `stretch`. » Choose a relation with `to: stretch`."
    ),
    (
      "{causes: cause, stretches: stretch, managed-with: stretches, careful-with: caution}",
      "78: error wrong-type: `careful-with` must be a list of relations, such as `[a-relation]`, not a single value. » Write `careful-with: [caution]`."
    ),
    (
      "{causes: cause, stretches: stretch, managed-with: stretches, careful-with: [avoid], never-with: [avoid]}",
      "100: error bad-configuration: `avoid` is in both `careful-with` and `never-with`. » Remove it from one of them."
    ),
    (
      "{causes: cause, stretches: stretch, managed-with: stretches, never-with: [stretches]}",
      "77: error bad-configuration: `stretches` is in both `managed-with` and `never-with`. » Remove it from one of them."
    ),
    (
      "{causes: cause, stages: stages}",
      "27: error bad-configuration: `stages` has no effect without `managed-with`. » Add `managed-with` to `checker`."
    ),
    (
      "{causes: cause, stretches: stretch, managed-with: stretches, stages: stage}",
      "72: error bad-configuration: `stages` refers to `stage`, but the kind `cause` has no such field."
    ),
  ]) func faultySettings(setting: String, fault: String) async throws {
    let lines = try await Self.found(setting).filter { !$0.contains("missing-relation") }
    expectFaults(lines, [fault])
  }

  /// What is found in the knee clinic's site when a text of one of its files is another.
  private static func kneeClinic(_ file: String, _ old: String, _ new: String) async throws -> [String] {
    let site = try Example.knee.copy()
    let text = try site.text(of: file)
    #expect(text.contains(old))
    try site.write(text.replacing(old, with: new), to: file)
    return site.lines(try await site.check())
  }

  /// Stages stand in a list of numbers.
  @Test(arguments: ["number", "text, list: true"]) func stagesOfAnotherType(type: String) async throws {
    let lines = try await Self.kneeClinic(
      "site.yaml", "step: {type: number, list: true}", "step: {type: \(type)}")
    #expect(
      lines.contains {
        $0.hasSuffix(
          "error bad-configuration: `stages` refers to `step`, which is not a list of numbers. » Write `step: {type: number, list: true}` under `fields`."
        )
      }, "\(lines)")
  }

  /// Each exercise has its stage, or nothing could be proven of it.
  @Test func eachExerciseHasItsStage() async throws {
    let file = "Content/conditions/kneecap-pain.md"
    let hint = "Give each one its stage, in the same order: 1 for what comes first, 0 for what fits any time."
    expectFaults(
      try await Self.kneeClinic(file, "step: [1, 1]", "step: [1]"),
      ["\(file):19:34: error stage-count: `treated-by` has 2 articles and `step` 1 number. » \(hint)"])
    expectFaults(
      try await Self.kneeClinic(file, "step: [1, 1]\n", ""),
      ["\(file):19:14: error stage-count: `treated-by` has 2 articles and `step` 0 numbers. » \(hint)"])
    expectFaults(
      try await Self.kneeClinic(file, "step: [1, 1]", "step: [1, 1, 2]"),
      ["\(file):19:34: error stage-count: `treated-by` has 2 articles and `step` 3 numbers. » \(hint)"])
    let none = try await Self.kneeClinic(
      file, "treated-by: [straight-leg-raise, wall-sit]\nstep: [1, 1]", "treated-by: []\nstep: [1]")
    expectFaults(
      none.filter { $0.contains("stage") },
      ["\(file):1:1: error stage-count: `treated-by` has 0 articles and `step` 1 number. » \(hint)"])
    let part = try await Self.kneeClinic(file, "step: [1, 1]", "step: [1.5, 1]")
    expectFaults(
      part,
      [
        "\(file):20:8: error stage-count: `step` has `1.5`, and a stage has to be a whole number. » Write 1 for what comes first, 0 for what fits any time."
      ])
    // What is no number is told as that, once.
    let wrong = try await Self.kneeClinic(file, "step: [1, 1]", "step: [one, 1]")
    #expect(wrong.count == 1 && wrong[0].hasPrefix("\(file):20:8: error wrong-type:"), "\(wrong)")
    #expect(
      try await Self.kneeClinic(file, "step: [1, 1]", "step: [1, 2]").contains {
        $0.contains(
          "error tree-stretch-stage: The cause `kneecap-pain` has the stretch `wall-sit` in stage 2, but")
      })
  }

  /// With `asks`, each checker says which flags are its own; one that is nobody's is told.
  @Test func aFlagThatNoCheckerAsks() async throws {
    let site = try Example.knee.copy()
    #expect(!site.lines(try await site.check()).contains { $0.contains(" error ") })
    try site.write(
      try site.text(of: "Content/red-flags.yaml")
        + "rf-new:\n  text: Something new\n  level: soon\n  basis: practice\n", to: "Content/red-flags.yaml")
    expectFaults(
      site.lines(try await site.check()).filter { $0.contains(" error ") },
      [
        "Content/red-flags.yaml:83:1: error tree-flag-unasked: No symptom checker asks about the red flag `rf-new`. » Add it to the `asks` of a checker, with an answer `{flag: rf-new, next: …}` in a red-flag question."
      ])
  }

  /// Of two checkers each has a page and leads to the other; the folder's own address shows the first, and says where that is.
  @Test func twoCheckers() async throws {
    let site = try Example.knee.copy()
    _ = try await site.build()
    func page(_ place: String) throws -> String {
      try site.text(of: "Public/symptom-checker/\(place)index.html")
    }
    let (knee, shoulder) = (try page("knee-pain/"), try page("shoulder-pain/"))
    #expect(knee.contains("<a href=\"/symptom-checker/shoulder-pain/\">Check your shoulder pain</a>"))
    #expect(shoulder.contains("<a href=\"/symptom-checker/knee-pain/\">Check your knee pain</a>"))
    #expect(!shoulder.contains("<a href=\"/symptom-checker/shoulder-pain/\">"))
    #expect(shoulder.contains("data-answer=\"blade\"") && !knee.contains("data-answer"))
    #expect(try page("") == knee)
    #expect(
      knee.contains("<link rel=\"canonical\" href=\"https://knees.example/symptom-checker/knee-pain/\">"))
    for id in ["knee-pain", "shoulder-pain"] {
      #expect(try site.text(of: "Public/index.html").contains("href=\"/symptom-checker/\(id)/\""))
    }
  }

  /// A relation that the checker no longer heeds is something a reviewer wants to know.
  @Test func changesAreTold() async throws {
    let comparing = try Comparing(to: [
      "site.yaml": FixtureSite.configuration(
        "careful-with: [caution], never-with: [avoid]", "careful-with: [caution, avoid]")
    ])
    let text = try await comparing.text
    #expect(
      text.contains(
        """
            !! The symptom checker's `never-with`:
                 gone: avoid
               The symptom checker's `careful-with`:
                 was: caution
                 now: caution, avoid

        """), "\(text)")
  }

  /// What says what not to do is told by the setting, not by a name.
  @Test func warningsAreToldBySetting() async throws {
    let site = try FixtureSite()
    #expect(site.lines(try await site.check()) == [])
    try site.write(
      FixtureSite.configuration(Self.sound, "{causes: cause, signs: signs}"), to: "site.yaml")
    #expect(
      site.lines(try await site.check()).map { $0.replacing(#/ ».*/#, with: "") } == [
        "Content/causes/tendon-pain.md:1:1: warning missing-relation: This cause has no `avoid`.",
        "Content/causes/tendon-pain.md:1:1: warning missing-relation: This cause has no `caution`.",
      ])
  }
}
