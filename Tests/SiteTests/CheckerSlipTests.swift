import FixtureSite
import Testing

/// One slip in a checker, its vignettes, its texts or the names of its files: one message, with what to do.
@Suite struct CheckerSlipTests {
  private static let checker = "Content/symptom-checker/knee-pain.yaml"
  private static let vignettes = "Content/symptom-checker/knee-pain.vignettes.yaml"
  private static let levels = "Content/symptom-checker/care-levels.yaml"

  private static func knee(_ file: String, _ old: String, _ new: String, _ fault: String) -> EditedExample {
    EditedExample(.knee, [.init(file, old, new)], ["\(file):\(fault)"])
  }

  static let names = [
    (
      "condition:knee-osteoarthritis",
      "The outcomes are `go-now`, `today`, `within-days`, `visit`, `front`, `below`, `all-over`."
    ),
    (
      "/exercises/wall-sit/",
      "The outcomes are `go-now`, `today`, `within-days`, `visit`, `front`, `below`, `all-over`."
    ),
    (
      "emergency-room",
      "The outcomes are `go-now`, `today`, `within-days`, `visit`, `front`, `below`, `all-over`."
    ),
    ("soon", "Did you mean `within-days`, which is `soon`?"),
    ("self-care", "Did you mean `front`, which is `self-care`?"),
    ("routine", "The outcomes that are `routine` are `visit`, `below`, `all-over`."),
  ].map { next, hint in
    knee(
      checker, "unsure: {label: I am not sure, next: within-days}",
      "unsure: {label: I am not sure, next: \(next)}",
      "50:44: error tree-unknown-next: `next` refers to `\(next)`, but there is no such question or outcome. » \(hint)"
    )
  }

  static let cases = [
    knee(
      vignettes, "answers: {emergency: fever}", "answers: {emergency: \"A hot, red or swollen knee\"}",
      "19:24: error tree-vignette-answers: `emergency` has no answer `A hot, red or swollen knee`. » Did you mean `fever`?"
    ),
    knee(
      vignettes, "answers: {emergency: fever}", "answers: {emergency: hospital}",
      "19:24: error tree-vignette-answers: `emergency` has no answer `hospital`. » The answers are `cannot-stand`, `cold-leg`, `chest`, `fever`, `none`."
    ),
    knee(
      vignettes, "outcome: today\n", "outcome: Contact a physician\n",
      "25:12: error tree-unknown-next: `outcome` refers to `Contact a physician`, but there is no such outcome. » Did you mean `today`, which is `urgent`?"
    ),
    knee(
      vignettes, "answers: {emergency: fever}", "answers: {emergency: fever, rest: hurts}",
      "19:31: error tree-vignette-answers: `now-fever` answers `rest`, but its path does not reach that question. » Delete `rest: hurts` here."
    ),
    knee(
      vignettes, "age: adult, rest: hurts}", "age: adult}",
      "52:7: error tree-vignette-answers: `rest-hurts` reaches the question `rest`, but does not answer it, after emergency.none > same-day.none > age.adult."
    ),
  ]

  static let trees = [
    knee(
      checker, "    none: {label: \"No, none of these fit\", next: same-day}\n", "",
      "13:3: error tree-red-flag-shape: `emergency` has no `none`, so readers cannot say that nothing applies. » Add `none: {label: …, next: …}`."
    ),
    knee(
      checker, "    type: any-of\n    ask: Do any of these fit right now?",
      "    type: one-of\n    ask: Do any of these fit right now?",
      "15:11: error tree-red-flag-shape: `emergency` is a red-flag question, so it must be `any-of`. » Write `type: any-of`."
    ),
    knee(
      checker, "  today: {level: urgent, advice: advice/today.md}",
      "  today: {level: urgent, advice: advice/rest.md}",
      "63:34: error tree-urgent-advice: `today` is `urgent`, but says the same as `front`, which is only `self-care`. » Give each its own `advice`."
    ),
    knee(
      checker, "    advice: advice/rest.md\n    seek-care-if: advice/stays.md", "    advice: advice/stays.md",
      "66:3: error tree-safety-net: `front` is `self-care`, but does not say when to seek care sooner. » Add `seek-care-if` with the name of an advice file."
    ),
    knee(
      checker, "  today: {level: urgent, advice: advice/today.md}",
      "  today: {level: urgent, advice: advice/today.md, stretches: [straight-leg-raise]}",
      "63:63: error tree-urgent-advice: `today` is `urgent`, but has `stretches`. An urgent outcome must say only where to go. » Remove `stretches`."
    ),
    knee(
      checker, "ask: Do any of these fit right now?\n    help: advice/tick.md",
      "ask: Do any of these fit right now?\n    help: Choose all that you have.",
      "17:11: error tree-unknown-advice: `help` refers to `Choose all that you have.`, but there is no such file. » Write the text into `Content/symptom-checker/advice/emergency-help.md`, and here `help: advice/emergency-help.md`."
    ),
    knee(
      checker, "      adult: {label: An adult, next: rest}",
      "      adult: {label: An adult, next: rest}\n      - {label: Over 80, next: today}",
      "43:7: error yaml-syntax: This is an entry of a list, but the lines above it are keys. » Write a name and a colon in place of the `-`, such as `new-one: {…}`."
    ),
  ]

  @Test(arguments: names + cases + trees)
  func isToldOnce(_ slip: EditedExample) async throws { try await slip.check() }

  // MARK: Questions turned round

  @Test(arguments: [
    (
      "ask: Does it hurt at rest or at night?", "ask: Is the knee comfortable at night?", "46:10",
      "Whoever says \"Yes, it does\" to this question is sent to more urgent outcomes than whoever says \"No, it does not\" (`rest.hurts` and `rest.fine`), which is the wrong way round for what it asks."
    ),
    (
      "hurts: {label: \"Yes, it does\", next: within-days}\n      fine: {label: \"No, it does not\", next: where}",
      "hurts: {label: \"No, not at all\", next: within-days}\n      fine: {label: \"Yes, often\", next: where}",
      "46:10",
      "Whoever says \"Yes, often\" to this question is sent to less urgent outcomes than whoever says \"No, not at all\" (`rest.fine` and `rest.hurts`), which is the wrong way round for what it asks."
    ),
  ])
  func turnedRound(old: String, new: String, place: String, message: String) async throws {
    try await Self.knee(
      Self.checker, old, new,
      "\(place): warning tree-wording: \(message) » Check the question and its two labels: one of them was turned round or exchanged with the other."
    ).check()
  }

  @Test(arguments: [
    "Has the pain become worse?", "Does it hurt at the front?", "Can you not sleep for it?",
    "Did it swell at first?",
    "Is it worse, or is it better than before?",
  ])
  func questionsThatAreFine(ask: String) async throws {
    try await EditedExample(
      .knee, [.init(Self.checker, "ask: Does it hurt at rest or at night?", "ask: \"\(ask)\"")], []
    ).check()
  }

  // MARK: Routes

  /// Two `next` that were exchanged: what has to be signed, and the gravest of what the vignettes find.
  @Test func exchangedSteps() async throws {
    let site = try Example.knee.copy()
    let text = try site.text(of: Self.checker)
      .replacing(
        "child: {label: A child or teen, next: within-days}",
        with: "child: {label: A child or teen, next: rest}"
      )
      .replacing("adult: {label: An adult, next: rest}", with: "adult: {label: An adult, next: within-days}")
    try site.write(text, to: Self.checker)
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(told.count == 2, "\(told)")
    #expect(
      told[0].hasSuffix(
        "» What changed: `age.adult`, `age.child`. If that was a slip, change it back. If not, a clinician must approve this change by setting the version to 2.0.0."
      ), "\(told)")
    #expect(
      told[1].contains("knee-pain.vignettes.yaml")
        && told[1].contains("More of this follows from the same change"), "\(told)")
  }

  /// An answer under another name leads nobody elsewhere.
  @Test func renamedAnswer() async throws {
    try await EditedExample(
      .knee, [.init(Self.checker, "      below: {label", "      tendon: {label")],
      [
        "\(Self.vignettes):69:77: error tree-vignette-answers: `where` has no answer `below`. » If this answer is now called `tendon`, write `tendon` here, too."
      ]
    ).check()
  }

  /// Of two checkers, each says which red flags it asks about.
  @Test func withoutAsks() async throws {
    let site = try Example.knee.copy()
    let file = "Content/symptom-checker/shoulder-pain.yaml"
    let lines = try site.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
    try site.write(lines.filter { !$0.hasPrefix("asks:") }.joined(separator: "\n"), to: file)
    let told = site.lines(try await site.check(today: "2026-11-28"))
    expectFaults(
      told,
      [
        "\(file):3:5: error tree-flag-unasked: `shoulder-pain` does not ask about every red flag, and the key `asks` is missing, in which each of several checkers lists those that are its own. » Add `asks: [rf-shoulder-chest, rf-shoulder-shape, rf-cold-arm, rf-fever-shoulder, rf-head-jaw-eyes, rf-cannot-lift, rf-both-shoulders, rf-unwell]`."
      ])
  }
}
