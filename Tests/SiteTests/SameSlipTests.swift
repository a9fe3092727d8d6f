import FixtureSite
import Testing

/// One slip, one message, at its place.
@Suite struct SameSlipTests {
  private static let cause = "Content/causes/kneecap-pain.md"
  private static let flags = "Content/red-flags.yaml"
  private static let checker = "Content/symptom-checker/knee-pain.yaml"

  private static func lines(_ example: Example, _ edits: [(file: String, old: String, new: String)])
    async throws
    -> [String]
  {
    let site = try example.copy()
    for (file, old, new) in edits {
      let text = try site.text(of: file)
      try #require(text.contains(old), "\(file): \(old)")
      try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    }
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  private static func expectOne(
    _ example: Example, _ file: String, _ old: String, _ new: String, _ start: String
  ) async throws {
    let told = try await lines(example, [(file, old, new)])
    #expect(told.count == 1 && told.first?.hasPrefix(start) == true, "\(told)")
  }

  @Test(arguments: [
    (
      "rf-locked:\n", "#rf-locked:\n",
      "34:3: error yaml-syntax: The line with `rf-locked:` above is a comment"
    ),
    (
      "rf-implant:\n", "# rf-implant:\n",
      "39:3: error yaml-syntax: The line with `rf-implant:` above is a comment"
    ),
    ("rf-calf:\n", "", "23:3: error yaml-syntax: `text:` and what follows come a second time in one entry"),
    ("rf-unwell:\n", "", "43:3: error yaml-syntax: `text:` and what follows come a second time in one entry"),
  ]) func lostNames(old: String, new: String, start: String) async throws {
    try await Self.expectOne(.starter, Self.flags, old, new, "\(Self.flags):\(start)")
  }

  /// Two lines with one key are two lines with one key.
  @Test func repeatedKey() async throws {
    let told = try await Self.lines(
      .starter, [(Self.flags, "  level: urgent\n", "  level: urgent\n  level: urgent\n")])
    #expect(told.count == 1 && told[0].contains("`level` appears twice"), "\(told)")
  }

  @Test(arguments: [
    ("red-flags:", "red_flags:", "13:1: error unknown-key: There is no key `red_flags` here."),
    ("red-flags:", "red flags:", "13:1: error unknown-key: There is no key `red flags` here."),
    (
      "review: {status: pending}", "review: approved",
      "12:9: error wrong-type: `review` must be a mapping (`key: value` lines), not a single value. » Write `review: {status: approved, reviewer:"
    ),
    (
      "review: {status: pending}", "review: pending",
      "12:9: error wrong-type: `review` must be a mapping (`key: value` lines), not a single value. » Write `review: {status: pending}`."
    ),
    (
      "review: {status: pending}", "review: {status: approved}",
      "12:18: error review-invalid: `status` is `approved`, but `reviewer` and `reviewed` are missing."
    ),
  ]) func keys(old: String, new: String, start: String) async throws {
    try await Self.expectOne(.starter, Self.cause, old, new, "\(Self.cause):\(start)")
  }

  @Test(arguments: [
    ("within-days: {level: soon", "within-days: {level: routine", 2),
    ("      cold-leg: {flag: rf-cold-leg, next: go-now}\n", "", 1),
    ("fever: {flag: rf-fever-knee, next: go-now}", "fever: {flag: rf-fever-knee, next: same-day}", 1),
    ("chest: {flag: rf-chest-breath, next: go-now}", "chest: {flag: rf-chest-breath, next: age}", 1),
    ("      implant: {flag: rf-implant, next: today}\n", "", 1),
    ("label: A child or teen, next: within-days", "label: A child or teen, next: rest", 1),
    ("unsure: {label: I am not sure, next: visit}", "unsure: {label: I am not sure, next: at-home}", 1),
    ("      long: {label", "      longer: {label: For years, next: visit}\n      long: {label", 1),
    (
      "advice: advice/rest.md, seek-care-if: advice/worse.md",
      "advice: advice/worse.md, seek-care-if: advice/rest.md",
      1
    ),
    (
      "level: self-care, advice: advice/rest.md, seek-care-if: advice/stays.md",
      "level: self-care, advice: advice/stays.md, seek-care-if: advice/rest.md", 1
    ),
  ]) func checkers(old: String, new: String, count: Int) async throws {
    let told = try await Self.lines(.starter, [(Self.checker, old, new)])
    #expect(told.count == count, "\(told)")
  }

  /// Two changes are two.
  @Test func twoChanges() async throws {
    let told = try await Self.lines(
      .starter,
      [
        (
          Self.checker, "fever: {flag: rf-fever-knee, next: go-now}",
          "fever: {flag: rf-fever-knee, next: same-day}"
        ),
        (Self.checker, "calf: {flag: rf-calf, next: today}", "calf: {flag: rf-calf, next: age}"),
      ])
    #expect(told.count == 2, "\(told)")
  }

  @Test(arguments: [
    ("[@collins2018]", "@collins2018", "This is not a citation, although `collins2018`"),
    ("[@collins2018]", "(@collins2018)", "This is not a citation, although `collins2018`"),
    ("[@collins2018]", "[@collins2018, @malliaras2015]", "» Write `[@collins2018; @malliaras2015]`."),
  ]) func citations(old: String, new: String, words: String) async throws {
    let told = try await Self.lines(.knee, [("Content/conditions/kneecap-pain.md", old, new)])
    #expect(told.count == 1 && told[0].contains(words), "\(told)")
  }

  @Test(arguments: [
    ("cause", "{{>warnings}}", "", "Content/causes/"),
    ("cause", "{{#keep-going}}", "{% if keep-going %}", "Templates/cause.mustache:"),
    (
      "partials/warnings", "<section class=\"flags\"", "<section hidden class=\"flags\"",
      "Templates/partials/"
    ),
  ]) func templates(name: String, old: String, new: String, start: String) async throws {
    try await Self.expectOne(.starter, "Templates/\(name).mustache", old, new, start)
  }

  @Test(arguments: [
    ("> [!WARNING]\n\n> Do not run.", "This is cut off from the callout above it"),
    ("[stiff]({{< ref \"stiff-knee.md\" >}})", "This is not a link"),
    ("**Rest** your knee.[[a]](#cmnt1)\n\n[[a]](#cmnt_ref1)Ann: is this right?", "a comment in the document"),
    ("<img src=\"knee2.svg\">", "This is HTML"),
    ("![The knee](knee2.svg =200x)", "This picture is not shown"),
    ("## Warning: do not run with a fever", "write the line `> [!WARNING]` in its place"),
  ]) func bodies(text: String, words: String) async throws {
    let site = try Example.starter.copy()
    try site.write(try site.text(of: "Content/causes/kneecap.svg"), to: "Content/causes/knee2.svg")
    if !text.contains("knee2") { try site.remove("Content/causes/knee2.svg") }
    let body = try site.text(of: Self.cause).replacing(
      "## What may help", with: text + "\n\n## What may help")
    try site.write(body, to: Self.cause)
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(told.count == 1 && told[0].contains(words), "\(told)")
  }

  @Test func stepsWithoutNumbers() async throws {
    let file = "Content/stretches/straight-leg-raise.md"
    let told = try await Self.lines(
      .starter, [(file, "1. ", "a. "), (file, "2. ", "b. "), (file, "3. ", "c. ")])
    #expect(told.count == 1 && told[0].contains("These lines are not a list"), "\(told)")
  }

  @Test(arguments: [
    ("causes", "signs", "knee-osteoarthritis"), ("causes", "stretches", "knee-osteoarthritis"),
  ])
  func otherFolder(from: String, to: String, name: String) async throws {
    let site = try Example.starter.copy()
    let text = try site.text(of: "Content/\(from)/\(name).md")
    try site.remove("Content/\(from)/\(name).md")
    try site.write(text, to: "Content/\(to)/\(name).md")
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(told.count == 1 && told[0].contains("Move the file to `Content/\(from)/\(name).md`"), "\(told)")
  }

  @Test func otherKindName() async throws {
    try await Self.expectOne(
      .starter, "site.yaml", "  page:\n    folder", "  pages:\n    folder",
      "site.yaml:7:55: error bad-navigation: There is no kind `page`, which 6 places of this file name.")
  }

  @Test func noContent() async throws {
    let site = try Example.starter.copy()
    try site.remove("Content")
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(told.count == 1 && told[0].contains("The source folder has no `Content`"), "\(told)")
  }
}
