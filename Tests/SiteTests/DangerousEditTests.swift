import FixtureSite
import Testing

/// Small edits of what readers act on, each of which was published without a word.
@Suite struct DangerousEditTests {
  private static let help = "Content/pages/when-to-get-help.md"
  private static let cause = "Content/causes/kneecap-pain.md"
  private static let advice = "Content/symptom-checker/advice/"
  private static let levels = "Content/symptom-checker/care-levels.yaml"
  private static let tree = "Content/symptom-checker/knee-pain.yaml"

  /// What is told of a site with one edit; `old` is nil where the whole text is new.
  private static func told(_ example: Example, _ file: String, _ old: String?, _ new: String) async throws
    -> [String]
  {
    let site = try example.copy()
    if let old {
      let text = try site.text(of: file)
      try #require(text.contains(old), "\(file): \(old)")
      try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    } else {
      try site.write(new, to: file)
    }
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  private static func expect(
    _ fragment: String, _ example: Example, _ file: String, _ old: String?, _ new: String
  ) async throws {
    let lines = try await told(example, file, old, new)
    #expect(lines.count == 1 && lines[0].contains(fragment), "\(new): \(lines)")
  }

  private static func expectQuiet(_ example: Example, _ file: String, _ old: String?, _ new: String)
    async throws
  {
    #expect(try await told(example, file, old, new) == [], "\(new)")
  }

  // MARK: Crossed out

  private static let struck =
    "warning unread-markdown: These words are crossed out, in a text that readers act on. » Delete them, or delete the `~~` before and behind them."

  @Test(arguments: [
    (help, "Do not read on.", "~~Do not read on.~~", "9:90: "),
    (advice + "go-now.md", "Do not wait", "Do ~~not~~ wait", "1:4: "),
    (advice + "tick.md", "Act as if", "~~Act as if~~", "1:21: "),
    ("Content/stretches/straight-leg-raise.md", "3. ", "3. ~~Slowly.~~ ", "14:4: "),
    (
      cause, "## What may help", "> [!WARNING]\n> Do ~~not~~ run, and ~~do not~~ jump.\n\n## What may help",
      "22:6: "
    ),
  ])
  func crossedOut(file: String, old: String, new: String, place: String) async throws {
    try await Self.expect("\(file):\(place)\(Self.struck)", .starter, file, old, new)
  }

  @Test(arguments: [
    ("Content/red-flags.yaml", "A calf that is newly", "A calf that is ~~newly~~"),
    (levels, "department now", "department ~~now~~"),
  ])
  func crossedOutInPlainText(file: String, old: String, new: String) async throws {
    try await Self.expect(
      "is shown as plain text, so readers would see these `~~` around words that were crossed out. » Delete them, and the words that no longer count.",
      .starter, file, old, new)
  }

  @Test(arguments: [
    "The ~~old~~ new advice is to walk.", "> [!NOTE]\n> It was ~~six~~ four weeks.",
    "| A |\n|---|\n| ~~Push on~~ Stop |",
  ])
  func crossedOutInProse(text: String) async throws {
    try await Self.expectQuiet(.starter, Self.cause, "## What may help", text + "\n\n## What may help")
  }

  // MARK: The emergency number

  @Test(arguments: ["811", "0911", "91", "999", "9111"])
  func anotherNumberInABox(number: String) async throws {
    try await Self.expect(
      "10:1: warning doubtful-value: This box tells readers to call \(number), but the care levels say 911. » Write `911`, or correct `phone` in `\(Self.levels)`.",
      .knee, Self.help, "call 911 now", "call \(number) now")
  }

  @Test(arguments: [
    ("In an emergency, call 999.", "999"), ("Ring 99 if the leg turns cold.", "99"), ("Llame al 112.", "112"),
  ])
  func anotherNumberInAText(text: String, number: String) async throws {
    let lines = try await Self.told(
      .knee, "Content/conditions/kneecap-pain.md", "It may take weeks", text + " It may take weeks")
    #expect(
      lines.contains {
        $0.contains("doubtful-value: This text tells readers to call \(number), but the care levels say 911.")
      },
      "\(lines)")
  }

  @Test(arguments: [
    "In the UK, call 999.", "In a crisis, call 988.", "Call 24 hours before your visit.",
    "Call 811 for advice from a nurse.", "A nurse types `call 811 now` into the form.", "`call 912 now`",
    "Call 10 minutes before you come.", "Call within 24 hours.", "Call 24/7.",
    "For help with food, call 211.",
  ])
  func otherNumbers(text: String) async throws {
    try await Self.expectQuiet(
      .knee, "Content/conditions/kneecap-pain.md", "It may take weeks", text + " It may take weeks")
  }

  @Test func aPhoneThatIsNone() async throws {
    try await Self.expect(
      "\(Self.levels):3:10: warning care-level-urgency: `phone` of `emergency` is `9111`, which is not an emergency number. » Did you mean `911`?",
      .starter, Self.levels, "emergency:\n", "emergency:\n  phone: \"9111\"\n")
    try await Self.expectQuiet(.starter, Self.levels, "emergency:\n", "emergency:\n  phone: \"112\"\n")
  }

  @Test func aHeadingWithoutAPhone() async throws {
    try await Self.expect(
      "The heading of `emergency` tells readers to call 811, which is not an emergency number. » Write `911` here.",
      .starter,
      Self.levels, "Call your local emergency number", "Call 811 now")
  }

  // MARK: An emergency's box

  @Test(arguments: [
    ("call 911 tomorrow.", "it says \"call 911 tomorrow\""),
    ("dial 911 later.", "it says \"dial 911 later\""),
    ("llame al 911 mañana.", "it says \"llame al 911 mañana\""),
    ("no llame al 911 todavía.", "\"no llame al 911 todavía\""),
    ("do not call an ambulance yet.", "it says \"do not call an ambulance yet\""),
    ("call us at +1 555 0100 now.", "it tells readers to call +1 555 0100, and no emergency number."),
    ("llame ahora a la clínica.", "it tells readers to call the clinic, and no emergency number."),
  ])
  func putsOff(text: String, what: String) async throws {
    try await Self.expect(
      what, .knee, Self.help, "call 911 now. Do not read on.", text)
  }

  @Test(arguments: [
    "call 911 now, even if it feels better tomorrow.", "call 911 now. Then call us at +1 555 0100.",
    "call 911 now. Do not call us first.",
    "go to the nearest hospital, and call us at +1 555 0100 on the way.",
  ])
  func doesNotPutOff(text: String) async throws {
    try await Self.expectQuiet(.knee, Self.help, "call 911 now. Do not read on.", text)
  }

  @Test(arguments: [
    ("> [!EMERGENCY]", "> [!NOTE]"), ("> [!EMERGENCY]\n", ""), ("> [!EMERGENCY]", "> [!TIP]"),
  ])
  func lostBox(old: String, new: String) async throws {
    try await Self.expect(
      "warning unread-markdown: This tells readers to call for help at once, and looks like any other sentence.",
      .starter,
      Self.help, old, new)
  }

  @Test(arguments: [
    "> Call your local emergency number now if it is cold.", "> [!NOTE]\n> Call 911 now if it is cold.",
    "- Llame al 911 si la pierna está fría.", "| Sign | Do |\n|---|---|\n| Cold | Call 911 now |",
  ])
  func callsOutsideOfABox(text: String) async throws {
    try await Self.expect(
      "This tells readers to call for help at once", .starter, Self.cause, "## What may help",
      text + "\n\n## What may help")
  }

  @Test(arguments: [
    "In an emergency, call 911.", "> [!WARNING]\n> Do not run. Call 911 if it is cold.",
    "> I had to call 911 once.",
    "Go to the ER only for the signs on the page of help.", "- Call us.",
  ])
  func callsThatAreFine(text: String) async throws {
    try await Self.expectQuiet(.starter, Self.cause, "## What may help", text + "\n\n## What may help")
  }
}
