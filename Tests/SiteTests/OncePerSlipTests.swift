import FixtureSite
import Testing

/// Slips that were told twice, or with a hint that led to the next one.
@Suite struct OncePerSlipTests {
  private static let checker = "Content/symptom-checker/knee-pain.yaml"
  private static let vignettes = "Content/symptom-checker/knee-pain.vignettes.yaml"
  private static let levels = "Content/symptom-checker/care-levels.yaml"
  private static let condition = "Content/conditions/kneecap-pain.md"
  private static let exercise = "Content/exercises/wall-sit.md"

  private static func knee(_ file: String, _ old: String, _ new: String, _ fault: String) -> EditedExample {
    EditedExample(.knee, [.init(file, old, new)], ["\(file):\(fault)"])
  }

  /// The checker shows titles and summaries, and refuses what the article is warned of.
  static let names = [
    ("summary: Soreness", "summary: <b>Soreness</b>", "3:10: error doubtful-value: `summary` is", "<b>"),
    (
      "summary: Soreness around", "summary: Soreness<br>around", "3:10: error doubtful-value: `summary` is",
      "<br>"
    ),
    ("title: Kneecap pain", "title: <i>Kneecap</i> pain", "2:8: error doubtful-value: `title` is", "<i>"),
  ].map { old, new, start, tag in
    knee(
      condition, old, new,
      "\(start) shown as plain text, so readers would see `\(tag)` as it is typed. » Delete all HTML tags from this text."
    )
  }

  static let checkers = [
    knee(
      checker, "fine: {label: \"No, it does not\", next: where}",
      "fine: {label: \"No, it does not\", next: age}",
      "49:46: error tree-cycle: The questions go around in a circle: `age` → `rest` → `age`. » Make this answer lead to another question or to an outcome."
    ),
    knee(
      checker, "advice: advice/today.md", "advice: ", "63:34: error empty-value: `advice` is empty."),
    knee(
      checker, "  rest:\n    stage", "  age:\n    stage",
      "43:3: error duplicate-key: `age` appears twice; the first is on line 36. » Remove one of the two."),
    knee(
      checker, "flag: rf-calf", "label: A sore calf",
      "30:21: error tree-own-sentence: `same-day.calf` has its own text, but a red-flag question takes its text from the red flags. » Write `flag: …`."
    ),
    knee(
      checker, "none: {label: \"No, none of these fit\", next: age}", "none: age",
      "35:11: error wrong-type: `none` must be a mapping (`key: value` lines), not a single value. » Put it in braces, with a key in front: `{label: …}`. The keys are `label`, `flag`, `next`."
    ),
    knee(
      checker, "stretches: [straight-leg-raise, wall-sit]",
      "stretches: [straight-leg-raise, wall-sit, deep-squat]",
      "69:47: error tree-stretch-contraindicated: The cause `kneecap-pain` says to avoid the stretch `deep-squat`, which `front` recommends."
    ),
    knee(
      checker, "seek-care-if: advice/stays.md", "seek-care-if: Come back if it gets worse.",
      "71:19: error tree-unknown-advice: `seek-care-if` refers to `Come back if it gets worse.`, but there is no such file. » Write the text into `Content/symptom-checker/advice/front-worse.md`, and here `seek-care-if: advice/front-worse.md`."
    ),
    knee(
      checker, "id: knee-pain", "id: knee pain",
      "3:5: error bad-file-name: The checker's id is `knee pain`, but its file is named `knee-pain.yaml`. » Use the same name for both."
    ),
    knee(
      vignettes, "answers: {emergency: cannot-stand}", "answers: {emergency: cannot stand}",
      "4:24: error tree-vignette-answers: `emergency` has no answer `cannot stand`. » Did you mean `cannot-stand`?"
    ),
    knee(
      vignettes, "answers: {emergency: none, same-day: calf}", "answers: {emergency: no, same-day: calf}",
      "24:24: error tree-vignette-answers: `emergency` has no answer `no`. » Did you mean `none`?"),
    knee(
      levels, "phone: \"911\"", "phone: 91l",
      "5:10: error tree-format: `phone` of `emergency` is `91l`, which no phone can dial. » Write the digits of the number, such as `911` or `+1-202-555-0142`."
    ),
  ]

  static let hints = [
    knee(
      checker, "flag: rf-calf", "flag: A calf that",
      "30:20: error tree-unknown-flag: `flag` refers to `A calf that`, but there is no such red flag. » Did you mean `rf-calf`?"
    ),
    knee(
      exercise, "builds-up-to: [step-down]", "builds-up-to: [../exercises/step-down.md]",
      "14:16: error unknown-target: `builds-up-to` refers to `../exercises/step-down.md`, which is not an id. » Did you mean `step-down`?"
    ),
    knee(
      exercise, "builds-up-to: [step-down]", "builds-up-to: [https://knees.example/exercises/step-down/]",
      "14:16: error unknown-target: `builds-up-to` refers to `https://knees.example/exercises/step-down/`, which is not an id. » Did you mean `step-down`?"
    ),
    knee(
      exercise, "builds-up-to: [step-down]", "builds-up-to: [step-down and deep-squat]",
      "14:16: error unknown-target: `builds-up-to` refers to `step-down and deep-squat`, but there is no such exercise. » Separate them with commas: `[step-down, deep-squat]`."
    ),
    knee(
      "site.yaml", "minutes: {type: number", "minutes: {type: integer",
      "153:23: error wrong-type: `integer` is not a field type. » Write `type: number`."),
    knee(
      "site.yaml", "to: \"18:00\"", "to: 5",
      "89:73: error wrong-type: `to` must be a time of day, such as `08:00` or `17:30`, not `5`. » Write `05:00`, or `17:00` if it is in the afternoon."
    ),
    knee(
      condition, "updated: 2026-11-20", "updated: 2026-20-11",
      "6:10: error wrong-type: `updated` must be a date, such as `2026-02-28`, not `2026-20-11`. » Write `2026-11-20`."
    ),
    knee(
      condition, "weeks: 6-12", "weeks: 6-12 weeks",
      "14:8: error wrong-type: `weeks` must be a number or a range, such as `2-3`, not `6-12 weeks`. » Write `6–12`."
    ),
  ]

  @Test(arguments: names + checkers + hints)
  func isToldOnce(_ slip: EditedExample) async throws { try await slip.check() }

  @Test(arguments: [
    ("hold: 10-30 s", "hold: '45\"'", "45 s"), ("hold: 10-30 s", "hold: \"2'\"", "2 min"),
    ("sets: \"3\"", "sets: 2-3x", "2-3"), ("sets: \"3\"", "sets: “3”", "3"),
  ])
  func doses(old: String, new: String, meant: String) async throws {
    let site = try Example.knee.copy()
    try site.write(try site.text(of: Self.exercise).replacing(old, with: new), to: Self.exercise)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(lines.count == 1 && lines[0].hasSuffix(" » Write `\(meant)`."), "\(lines)")
  }

  /// In an article's text, at the end of which `text` stands.
  private func told(_ text: String) async throws -> [String] {
    let site = try Example.knee.copy()
    try site.write(try site.text(of: Self.condition) + "\n## More\n\n\(text)\n", to: Self.condition)
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  @Test(arguments: [
    (
      "- Walk\n– Rest\n- Sit",
      "50:1: warning unread-markdown: This is not a list: its mark is shown as typed."
    ),
    (
      "1. Walk\n   — Rest\n2. Sit",
      "50:4: warning unread-markdown: This is not a list: its mark is shown as typed."
    ),
    ("Sure! Here’s the text:", "49:1: warning unfinished-text: `Sure! Here…` is what a chatbot says to you"),
    (
      "Here is a rewritten version of it.\n\nWalk.",
      "49:1: warning unfinished-text: `Here is a rewritten…` is what a chatbot says to you"
    ),
    (
      "It is sore :contentReference[oaicite:3]{index=3}.",
      "49:12: warning unread-markdown: This citation is in"
    ),
    ("See [the exercise](step-down).", "49:20: error broken-link: The file `Content/conditions/step-down`"),
    ("See [the place](springfield).", "49:17: error broken-link: The file `Content/conditions/springfield`"),
  ])
  func inText(text: String, fault: String) async throws {
    let lines = try await told(text)
    #expect(lines.count == 1 && lines[0].hasPrefix("\(Self.condition):\(fault)"), "\(lines)")
    if fault.contains("broken-link") { #expect(lines[0].contains(" » Did you mean `../"), "\(lines)") }
  }

  @Test(arguments: [
    "- Walk a little – but slowly\n- Sit", "- Walk a little\n– but slowly.\n- Sit", "As an aid, use a stick.",
    "Sure, here is where it may hurt.", "Here is a way to sit.", "“Hurt is not harm”\n– Anonymous",
    "Do 3 x 10, 2–3×/week, ½ turn, 5 × 5 s.",
  ])
  func staysQuiet(text: String) async throws { expectFaults(try await told(text), []) }

  /// Of a red flag whose id is misspelt in a translation, only that is told.
  @Test(arguments: ["rf-both-legs", "rf-cold-leg"])
  func translatedRedFlag(id: String) async throws {
    let file = "Content/red-flags.es.yaml"
    let slip = id + "d"
    let site = try Example.clinic.copy()
    let text = try site.text(of: file)
    try site.write(text.replacing("\n\(id):", with: "\n\(slip):"), to: file)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(
      lines.count == 1 && lines[0].hasSuffix("has no red flag `\(slip)`. » Did you mean `\(id)`?"), "\(lines)"
    )
  }

  /// Whether a question may be left out is another matter than what somebody leaves out.
  @Test(arguments: [
    ("Do you skip a step when you walk?", nil), ("Is it so bad that you skip work?", nil),
    ("You may skip this question. Do any fit?", "may skip"), ("Do any of these fit? (optional)", "optional"),
  ])
  func skipped(ask: String, phrase: String?) async throws {
    let told = phrase.map {
      "\(Self.checker):16:10: warning tree-wording: `ask` of `emergency` says \"\($0)\", but whoever has one of its signs must choose it. » Ask whether any of the signs fits, such as \"Do any of these fit right now?\"."
    }
    try await EditedExample(
      .knee, [.init(Self.checker, "ask: Do any of these fit right now?", "ask: \"\(ask)\"")],
      told.map { [$0] } ?? []
    ).check()
  }

  /// A name that says nothing as a link's text is Limber's own link; who writes the same link is told.
  @Test(arguments: [("Look at this page here.", false), ("Look at [this page here](care.md).", true)])
  func vagueLinks(text: String, isTold: Bool) async throws {
    let site = try Example.knee.copy()
    try site.write(
      try site.text(of: Self.condition).replacing("[patellofemoral pain]", with: "[this page here]"),
      to: Self.condition)
    let page = "Content/pages/about.md"
    try site.write(try site.text(of: page) + "\n\(text)\n", to: page)
    let lines = site.lines(try await site.check(today: "2026-11-28"))
    #expect(lines.count == (isTold ? 1 : 0) && lines.allSatisfy { $0.contains(" vague-link: ") }, "\(lines)")
  }

  /// A kind's name in capitals is one slip, however many name it.
  @Test func capitalKind() async throws {
    try await Self.knee(
      "site.yaml", "  condition:\n    folder", "  Condition:\n    folder",
      "103:3: error bad-name: `Condition` cannot be the name of a kind. Use only lowercase letters and digits, with single hyphens between them. » Write `condition`."
    ).check()
  }
}
