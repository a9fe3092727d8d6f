import FixtureSite
import Foundation
import Testing

/// What is wrong in one place only because of a slip in another is not told.
@Suite struct PremiseTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    let file: String
    let old: String
    let new: String
    /// All that is said, each with its beginning.
    let told: String

    var testDescription: String { "\(file): \(old) → \(new)" }
  }

  private static let conditions = "Content/conditions/"
  private static let exercises = "Content/exercises/"
  private static let vignettes = "Content/symptom-checker/knee-pain.vignettes.yaml"
  private static let checker = "Content/symptom-checker/knee-pain.yaml"

  /// What the checker names is told with everything else that leads there, in whatever way visitors do not get it.
  static let hidden = [
    ("draft: true", "a draft", "Delete `draft: true` in `FILE`, or remove it"),
    ("publish-on: 2027-03-01", "not published yet", "Delete or change `publish-on` in `FILE`, or remove it"),
    (
      "expires-on: 2026-03-01", "no longer published", "Delete or change `expires-on` in `FILE`, or remove it"
    ),
  ]

  @Test(arguments: hidden, ["exercises/wall-sit", "conditions/kneecap-pain"])
  func namedByAChecker(_ hidden: (key: String, state: String, hint: String), name: String) async throws {
    let site = try Example.knee.copy()
    let file = "Content/\(name).md"
    try site.write(
      "---\n\(hidden.key)" + (try site.text(of: file)).dropFirst(3), to: file)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    let count = name.hasSuffix("wall-sit") ? 7 : 5
    #expect(
      lines.count == 1 && lines[0].contains("error unpublished-target: ")
        && lines[0].contains(", which is \(hidden.state). \(count - 1) other places lead to it, too: ")
        && lines[0].hasSuffix(
          " » \(hidden.hint.replacing("FILE", with: file)) from all \(count) places."),
      "\(lines)")
  }

  /// Only the checker names it.
  @Test func namedByACheckerAlone() async throws {
    let site = try Example.knee.copy()
    let file = Self.exercises + "front-of-thigh-stretch.md"
    try site.write("---\ndraft: true" + (try site.text(of: file)).dropFirst(3), to: file)
    let cause = Self.conditions + "knee-osteoarthritis.md"
    try site.write(
      try site.text(of: cause).replacing(", front-of-thigh-stretch", with: "").replacing(
        "step: [1, 0]", with: "step: [1]"), to: cause)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      lines.count == 1
        && lines[0].hasSuffix(
          "tree-unpublished: `stretches` refers to `front-of-thigh-stretch`, which is a draft. » Remove it until that article is published."
        ),
      "\(lines)")
  }

  /// Links to it in every language are one slip, too.
  @Test func draftWithTranslations() async throws {
    let site = try Example.clinic.copy()
    let file = "Content/stretches/bridge.md"
    try site.write("---\ndraft: true" + (try site.text(of: file)).dropFirst(3), to: file)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      lines.count == 1 && lines[0].contains("which is a draft. ")
        && lines[0].contains(" » Delete `draft: true` in `\(file)`, or remove it from all "), "\(lines)")
  }

  static let slips = [
    Slip(file: conditions + "kneecap-pain.md", old: "wall-sit]", new: "wall-sitt]", told: "unknown-target"),
    Slip(file: conditions + "kneecap-pain.md", old: "treated-by:", new: "treatedby:", told: "unknown-key"),
    Slip(file: conditions + "kneecap-pain.md", old: "step:", new: "stepp:", told: "unknown-key"),
    Slip(file: conditions + "kneecap-pain.md", old: "[@collins", new: "[@colins", told: "unknown-citation"),
    Slip(file: conditions + "kneecap-pain.md", old: "title:", new: "titel:", told: "unknown-key"),
    Slip(file: "Content/events/knee-evening.md", old: "start:", new: "strat:", told: "unknown-key"),
    Slip(file: checker, old: "next: go-now", new: "next: gonow", told: "tree-unknown-next"),
    Slip(file: checker, old: "\n  same-day:", new: "\n  sameday:", told: "tree-unknown-next"),
    Slip(file: checker, old: "\n  within-days: {", new: "\n  in-days: {", told: "tree-unknown-next"),
    Slip(file: checker, old: "level: urgent", new: "level: urgnt", told: "tree-unknown-word"),
    Slip(file: checker, old: "flag: rf-calf", new: "flag: rf-claf", told: "tree-unknown-flag"),
    Slip(file: vignettes, old: "at-least:", new: "atleast:", told: "unknown-key"),
    Slip(
      file: "site.yaml", old: "managed-with: treated-by", new: "managed-with: treatedby",
      told: "bad-configuration"),
    Slip(
      file: conditions + "kneecap-pain.md", old: "do-not: [", new: "do-not: [wall-sit, ",
      told: "contradiction"),
    Slip(file: checker, old: "id: knee-pain", new: "id: knee-pains", told: "bad-file-name"),
    Slip(file: checker, old: "advice/tick.md", new: "advice/tik.md", told: "tree-unknown-advice"),
  ]

  @Test(arguments: slips) func isToldOnce(_ slip: Slip) async throws {
    let site = try Example.knee.copy()
    let text = try site.text(of: slip.file)
    let place = try #require(text.firstRange(of: slip.old))
    try site.write(text.replacingCharacters(in: place, with: slip.new), to: slip.file)
    let report = try await site.check(today: "2026-11-28")
    #expect(
      report.diagnostics.map(\.code.rawValue) == [slip.told] && report.diagnostics.first?.file == slip.file,
      "\(site.lines(report))")
  }

  /// A text that is not there is told once, at the first that names it.
  @Test func missingAdvice() async throws {
    let site = try Example.knee.copy()
    try site.remove("Content/symptom-checker/advice/tick.md")
    let other = Self.checker.replacing("knee", with: "shoulder")
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "\(Self.checker):17:11: error tree-unknown-advice: `help` refers to `advice/tick.md`, but there is no such file. 3 other places lead to it, too: `\(Self.checker):28`, `\(other):17` and `\(other):29`. » Write the text into a file of that name next to this one, or name another text."
      ])
  }

  /// Without its checkers, what they would use is one folder that nothing uses.
  @Test func folderWithoutChecker() async throws {
    let site = try Example.knee.copy()
    for name in ["knee-pain", "shoulder-pain"] {
      for ending in ["yaml", "vignettes.yaml", "paths.tsv"] {
        try site.remove("Content/symptom-checker/\(name).\(ending)")
      }
    }
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "site.yaml:11:5: error bad-navigation: The site has no symptom checker. » Remove `checker`, or add a checker in `Content/symptom-checker`."
      ])
    try site.write(
      try site.text(of: "site.yaml").replacing("\n  - checker\n", with: "\n"), to: "site.yaml")
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "Content/symptom-checker: warning unused-file: Nothing uses the 10 texts and drawings in this folder, because it has no checker. » Put the checker's `.yaml` file back, or delete the folder."
      ])
  }

  /// A file of words, or one that templates stand in, is one slip; and so is a word that two templates and another language have.
  @Test func whatTemplatesShareIsMissedOnce() async throws {
    let expected = [
      "Templates/words/en.yaml":
        "error missing-file: There is no `Templates/words/en.yaml`, though templates show words from it. » Put the file back.",
      "Templates/layout.mustache": "template-missing-parent: The template `layout` does not exist.",
      "Templates/partials/card.mustache": "template-missing-partial: The partial `card` does not exist.",
    ]
    for (file, words) in expected {
      let site = try Example.starter.copy()
      try site.remove(file)
      let lines = site.lines(try await site.check(today: "2026-11-28"))
      #expect(lines.count == 1 && lines[0].contains(words), "\(lines.prefix(5))")
    }
    let site = try Example.starter.copy()
    let text = try site.text(of: "Templates/words/en.yaml")
    try site.write(
      text.split(separator: "\n").filter { !$0.hasPrefix("questions-people-ask:") }.joined(separator: "\n"),
      to: "Templates/words/en.yaml")
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      lines.count == 1 && lines[0].contains("There is no word `questions-people-ask`"), "\(lines.prefix(5))")
  }

  /// The template of one kind under the name of another says what to delete, and then it fits.
  @Test(arguments: ["page", "faq", "sign", "cause"]) func copiedTemplate(of kind: String) async throws {
    let site = try Example.starter.copy()
    try site.write(
      try site.text(of: "site.yaml").replacing(
        "  page:\n    folder",
        with: "  therapy:\n    folder: therapies\n    title: Therapies\n  page:\n    folder"),
      to: "site.yaml")
    let file = "Templates/therapy.mustache"
    try site.write(try site.text(of: "Templates/\(kind).mustache"), to: file)
    var rounds = 0
    while rounds < 24, let fault = try await site.check(today: "2026-11-28").diagnostics.first {
      rounds += 1
      let hint = try #require(fault.hint)
      #expect(fault.code == .init(rawValue: "template-unknown-name") && fault.file == file, "\(fault)")
      let marks = hint.split(separator: "`").filter { $0.hasPrefix("{{") }
      try #require(marks.count == 2, "\(hint)")
      let text = try site.text(of: file)
      let start = try #require(text.firstRange(of: marks[0]))
      let end = try #require(text.firstRange(of: marks[1]))
      try site.write(String(text[..<start.lowerBound] + text[end.upperBound...]), to: file)
    }
    #expect(rounds > 0 && rounds < 24)
  }
}
