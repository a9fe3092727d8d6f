import FixtureSite
import Testing

/// A key under another name where the right one is required: one slip, told once, with the right name.
@Suite struct SynonymTests {
  private static let checker = "Content/symptom-checker/"

  private static func hint(_ name: String, _ written: String, _ value: String = "") -> String {
    "There is no key `\(written)` here. » Write `\(name):\(value)` instead of `\(written):`. If it is something else, delete it and add `\(name):`."
  }

  /// All that is told, behind the file's name.
  private static func knee(_ file: String, _ old: String, _ new: String, _ fault: String) -> EditedExample {
    EditedExample(.knee, [.init(file, old, new)], ["\(file):\(fault)"])
  }

  static let slips = [
    knee(
      checker + "care-levels.yaml", "urgent:", "same-day:",
      "8:1: error unknown-key: \(hint("urgent", "same-day"))"),
    knee(
      checker + "care-levels.yaml", "heading: \"Be seen", "title: \"Be seen",
      "16:3: error unknown-key: \(hint("heading", "title"))"),
    knee(
      checker + "care-levels.yaml", "card: orange", "colour: orange",
      "13:3: error unknown-key: \(hint("card", "colour"))"),
    knee(
      "Content/pictures.yaml", "{credit: Example Knee Clinic}", "{author: Example Knee Clinic}",
      "3:26: error unknown-key: \(hint("credit", "author"))"),
    knee(
      "Content/red-flags.yaml", "level: emergency", "urgency: emergency",
      "6:3: error unknown-key: \(hint("level", "urgency"))"),
    knee(
      "Content/red-flags.yaml", "text: ", "sign: ", "4:3: error unknown-key: \(hint("text", "sign"))"),
    knee(
      checker + "knee-pain.yaml", "    ask: Does it hurt", "    question: Does it hurt",
      "46:5: error unknown-key: \(hint("ask", "question"))"),
    knee(
      checker + "knee-pain.yaml", "today: {level: urgent", "today: {triage: urgent",
      "63:11: error unknown-key: \(hint("level", "triage"))"),
    knee(
      checker + "knee-pain.yaml", "today: {level: urgent", "today: {care: urgent",
      "63:11: error unknown-key: \(hint("level", "care"))"),
    knee(
      checker + "knee-pain.yaml", "adult: {label: An adult", "adult: {text: An adult",
      "42:15: error unknown-key: \(hint("label", "text"))"),
    knee(
      checker + "knee-pain.yaml", "next: rest}", "goto: rest}",
      "42:32: error unknown-key: \(hint("next", "goto"))"),
    knee(
      checker + "knee-pain.yaml", "{flag: rf-calf,", "{sign: rf-calf,",
      "30:14: error unknown-key: \(hint("flag", "sign"))"),
    knee(
      checker + "knee-pain.vignettes.yaml", "  outcome: today\n", "  result: today\n",
      "25:3: error unknown-key: \(hint("outcome", "result"))"),
    knee(
      "Content/exercises/wall-sit.md", "amount: {", "dose: {",
      "6:1: error unknown-key: \(hint("amount", "dose"))"),
    knee(
      "Content/exercises/wall-sit.md", "before:\n", "precautions:\n",
      "12:1: error unknown-key: \(hint("before", "precautions"))"),
    knee(
      "Content/exercises/wall-sit.md", "file: wall-sit.svg", "src: wall-sit.svg",
      "10:11: error unknown-key: \(hint("file", "src", " wall-sit.svg"))"),
    knee(
      "Content/conditions/kneecap-pain.md", "summary: Sore", "description: Sore",
      "3:1: error unknown-key: There is no key `description` here. » Did you mean `summary`?"),
    knee(
      "Content/team/alex-example.md", "{id: shelbyville", "{place: shelbyville",
      "7:26: error unknown-key: \(hint("id", "place"))"),
    knee(
      "site.yaml", "folder: events", "directory: events",
      "186:5: error unknown-key: \(hint("folder", "directory"))"),
  ]

  @Test(arguments: slips)
  func isToldOnce(_ slip: EditedExample) async throws { try await slip.check() }

  /// Which of two is which, only their author knows.
  @Test func several() async throws {
    try await EditedExample(
      .knee,
      [.init("site.yaml", "from: \"08:00\", to: \"18:00\"", "early: \"08:00\", late: \"18:00\"")],
      [
        "site.yaml:89:54: error unknown-key: There is no key `early` here. » Write `from:` or `to:` instead of `early:`.",
        "site.yaml:89:70: error unknown-key: There is no key `late` here. » Write `from:` or `to:` instead of `late:`.",
      ]
    ).check()
    // Which of them is meant, others' programs say.
    try await EditedExample(
      .knee,
      [.init("site.yaml", "from: \"08:00\", to: \"18:00\"", "opens: \"08:00\", closes: \"18:00\"")],
      [
        "site.yaml:89:54: error unknown-key: There is no key `opens` here. » Did you mean `from`?",
        "site.yaml:89:70: error unknown-key: There is no key `closes` here. » Did you mean `to`?",
      ]
    ).check()
  }

  /// A key that is wrong wherever it stands, and a value that cannot be the missing one's, are slips of their own.
  @Test(arguments: [
    ("summary: Soreness", "tags: Soreness", "unknown-key: There is no key `tags`"),
    ("title: Kneecap pain", "extra: [1, 2]", "unknown-key: There is no key `extra`"),
  ])
  func areTwoSlips(old: String, new: String, told: String) async throws {
    let site = try Example.knee.copy()
    let file = "Content/conditions/kneecap-pain.md"
    try site.write(try site.text(of: file).replacing(old, with: new, maxReplacements: 1), to: file)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      lines.contains { $0.contains("missing-key: ") } && lines.contains { $0.contains(told) }, "\(lines)")
  }

  /// An advice text under another key of its outcome; nothing is said of the file, which it names.
  @Test func advice() async throws {
    try await Self.knee(
      Self.checker + "knee-pain.yaml", "advice: advice/today.md", "text: advice/today.md",
      "63:26: error unknown-key: There is no key `text` here. » Write `advice: advice/today.md` or `seek-care-if: advice/today.md` instead of `text:`."
    ).check()
  }
}
