import FixtureSite
import Testing

/// Texts that tell readers to wait where they need help now or today: told where it is written, once, in whatever language.
@Suite struct PutOffHelpTests {
  private static let folder = "Content/symptom-checker/advice/"

  private static func told(_ site: Example, _ file: String, _ text: String) async throws -> [String] {
    let copy = try site.copy()
    try copy.write(text, to: folder + file)
    return copy.lines(try await copy.check(today: "2026-11-28")).map { $0.replacing(folder, with: "") }
  }

  @Test(arguments: [
    (
      "go-now.md", "Call now.\n\nOr sit down, and give it an hour.\n", "3:1", "go-now", "emergency",
      "give it an hour", "now"
    ),
    (
      "go-now.md", "- Lie down.\n- Try a painkiller first.\n", "2:3", "go-now", "emergency",
      "try a painkiller first", "now"
    ),
    (
      "today.md", "Say which signs fit. If it is not better in three days,\ncall us.\n", "1:22", "today",
      "urgent", "if it is not better in three days", "today"
    ),
    ("today.md", "You can hold off\non a visit.\n", "1:1", "today", "urgent", "hold off", "today"),
  ])
  func inAdvice(
    file: String, text: String, place: String, outcome: String, level: String, words: String, when: String
  )
    async throws
  {
    expectFaults(
      try await Self.told(.knee, file, text),
      [
        "\(file):\(place): warning care-level-urgency: This is the text of `\(outcome)`, which is `\(level)`, but it says \"\(words)\", which tells readers that they can wait. » Say here what to do \(when)."
      ])
  }

  /// Two checkers show this text.
  @Test func anotherNumber() async throws {
    expectFaults(
      try await Self.told(.knee, "go-now.md", "Say when it began.\n\nOr call 912.\n"),
      [
        "go-now.md:3:1: warning tree-own-sentence: This text tells readers to call 912, but the care levels say 911. » Write `911` here."
      ])
  }

  @Test func aTornNumber() async throws {
    expectFaults(
      try await Self.told(.knee, "today.md", "If you faint, call 9 11.\n"),
      [
        "today.md:1:1: warning tree-own-sentence: This text tells readers to call 9 11, but the care levels say 911. » Write `911` here."
      ])
  }

  @Test(arguments: [
    "Do not hold off. Say which signs fit.", "If you faint, call 911.", "Say how long you waited.",
    "Until then, rest the leg.",
  ])
  func isQuiet(text: String) async throws {
    expectFaults(try await Self.told(.knee, "today.md", text + "\n"), [])
  }

  /// Two checkers and four questions show this text.
  @Test func besideAQuestion() async throws {
    expectFaults(
      try await Self.told(.knee, "tick.md", "Not sure about one? Give it a day or two.\n"),
      [
        "tick.md:1:21: warning care-level-urgency: This is the text of the red-flag question `emergency`, but it says \"give it a day\", which tells readers that they can wait. » Say here how to answer it."
      ])
  }

  @Test func inATranslation() async throws {
    let told = try await Self.told(
      .clinic, "emergency.es.md",
      "Espere a ver si se alivia. Diga cuáles de estas señales coinciden, y cuándo empezaron.\n\nHasta que reciba ayuda, no apoye el peso en la pierna adolorida. No corra, no la estire ni la pruebe.\n"
    )
    #expect(
      told.contains(
        "emergency.es.md:1:1: warning care-level-urgency: This is the text of `call-911`, which is `emergency`, but it says \"espere a ver\", which tells readers that they can wait. » Say here what to do now."
      ), "\(told)")
  }

  @Test func inABox() async throws {
    let file = "Content/conditions/kneecap-pain.md"
    let site = try Example.knee.copy()
    try site.write(
      try site.text(of: file) + "\n> [!EMERGENCY]\n> Your knee is stuck. Wait two days, then call 911.\n",
      to: file)
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(told.count == 1, "\(told)")
    #expect(
      told[0].hasSuffix(
        ": warning care-level-urgency: This box is for an emergency, but it says \"wait two days\", which tells readers that they can wait. » Say here what to do now, or use another kind of box."
      ), "\(told)")
  }

  // MARK: Red flags and care levels

  @Test(arguments: [
    (
      "text: \"A calf that is newly swollen, warm, red or sore\"",
      "text: \"A swollen calf; wait a few days\"",
      "24:9",
      "The text of the red flag `rf-calf`, which is `urgent`, says \"wait a few days\", which tells readers that they can wait. » Write the sign alone."
    ),
    (
      "why: \"A swollen calf: a blood clot has to be ruled out.", "why: \"A swollen calf: see how it goes.",
      "25:8",
      "The `why` of the red flag `rf-calf`, which is `urgent`, says \"see how it goes\", which tells readers that they can wait. » Say why the sign matters and what to tell the clinician."
    ),
  ])
  func inRedFlags(old: String, new: String, place: String, message: String) async throws {
    try await EditedExample(
      .knee, [.init("Content/red-flags.yaml", old, new)],
      ["Content/red-flags.yaml:\(place): warning bad-red-flag: \(message)"]
    ).check()
  }

  private static let levels = "Content/symptom-checker/care-levels.yaml"

  @Test(
    arguments: [
      (
        "\"Contact a physician or urgent care today\"", "\"Rest first, give it time, and call today\"",
        "10:12",
        "The heading of `urgent` says \"rest first\", which tells readers that they can wait. » Say what to do today, and whom to call."
      ),
      (
        "\"Today\"", "\"Today, if it is no better in an hour\"", "12:15",
        "The time frame of `urgent` says \"if it is no better in an hour\", which tells readers that they can wait. » Write `time-frame: Today`."
      ),
      (
        "heading: \"Call 911 or go to an emergency department now\"", "heading: \"Medical emergency\"",
        "4:12",
        "The heading of `emergency` does not tell readers to call for help or where to go at once. » Write, for example, `heading: \"Call 911 or go to an emergency room now\"`."
      ),
      (
        "\"Be seen within the next few days\"", "\"Be seen within the next weeks\"", "16:12",
        "The heading of `soon` speaks of weeks, but its time frame of days, so readers cannot tell how soon to be seen. » Say the same in both."
      ),
      ("time-frame: \"When the next visit is free\"", "time-frame: \"In a few months\"", nil, ""),
    ] as [(String, String, String?, String)])
  func inCareLevels(old: String, new: String, place: String?, message: String) async throws {
    try await EditedExample(
      .knee, [.init(Self.levels, old, new)],
      place.map { ["\(Self.levels):\($0): warning care-level-urgency: \(message)"] } ?? []
    ).check()
  }

  @Test(arguments: ["Call 9 11 or", "Call 91 1 or"])
  func tornNumbers(heading: String) async throws {
    let number = heading.dropFirst(5).dropLast(3)
    try await EditedExample(
      .knee, [.init(Self.levels, "Call 911 or", heading)],
      [
        "\(Self.levels):4:12: error care-level-urgency: The heading of `emergency` says `\(number)`, but `phone` dials `911`. » Write `911` in the heading, without a space."
      ]
    ).check()
  }

  @Test(arguments: [
    ("Call 911 or", "Call 9-1-1 or"), ("Call 911 or", "Call 9 1 1 or"),
    ("\"Be seen within the next few days\"", "\"Be seen within a week\""),
    ("\"Be seen within the next few days\"", "\"Be seen within 7 days\""),
    ("\"Within the next few days\"", "\"Within a week\""),
  ])
  func levelsThatAreFine(old: String, new: String) async throws {
    try await EditedExample(.knee, [.init(Self.levels, old, new)], []).check()
  }
}
