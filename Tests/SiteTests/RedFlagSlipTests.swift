import FixtureSite
import Testing

/// Slips in the file of red flags, and signs that were turned round or lowered.
@Suite struct RedFlagSlipTests {
  private static let flags = "Content/red-flags.yaml"
  private static let text = "text: \"A calf that is newly swollen, warm, red or sore\""

  private static func slip(_ old: String, _ new: String, _ fault: String) -> EditedExample {
    EditedExample(.knee, [.init(flags, old, new)], ["\(flags):\(fault)"])
  }

  static let slips = [
    slip(
      "  level: urgent\n  basis: practice\nrf-locked", "  level: routine\n  basis: practice\nrf-locked",
      "31:10: warning bad-red-flag: A red flag with the level `routine` tells readers with a warning sign that they need not hurry. » Write `emergency`, `urgent` or `soon`, or take it out of the red flags."
    ),
    slip(
      text, "text: \"No redness or soreness of the calf\"",
      "24:9: warning bad-red-flag: The text of the red flag `rf-calf` says \"no redness\", so readers without the sign would choose it. » Write the sign as those have it who need help, such as \"A calf that is newly swollen\"."
    ),
    slip(
      text, "text: \"A calf that is not swollen or sore\"",
      "24:9: warning bad-red-flag: The text of the red flag `rf-calf` says \"not swollen\", so readers without the sign would choose it. » Write the sign as those have it who need help, such as \"A calf that is newly swollen\"."
    ),
    slip(
      text, "text: \"A swollen calf (ring 020 7946 0000)\"",
      "24:9: warning bad-red-flag: The text of the red flag `rf-calf` tells readers to call 020 7946 0000, which is for its care level to say. » Delete that: readers see what to do above the sign."
    ),
    slip(
      text, "text: |\n    - swollen calf\n    - sore calf",
      "24:9: error bad-red-flag: The text of the red flag `rf-calf` has the marks of a list in it, which readers see as they are typed. » Write one sentence, with `; or` between several signs, or a red flag for each of them."
    ),
    slip(
      "rf-swollen-injury:", "rf-cold-leg:",
      "28:1: error duplicate-key: `rf-cold-leg` appears twice; the first is on line 8. » Give this red flag an id of its own, or the one that it had. Delete it only if it is the same sign as the first."
    ),
    slip(
      "rf-locked:\n  text", "  rf-locked:\n    text",
      "33:3: error bad-red-flag: `rf-locked` begins too far right, so it is part of the red flag `rf-swollen-injury`. » Remove 2 spaces in front of `rf-locked:` and of `text:`."
    ),
    slip(
      "rf-locked:\n", "- rf-locked:\n",
      "33:1: error yaml-syntax: This is an entry of a list, but the lines above it are keys. » Delete the `- `: keys have none in front of them."
    ),
    slip(
      text, "text: &calf \"A swollen calf\"",
      "24:9: error yaml-syntax: `&calf` is read as a name for what follows, so it is missing from the text. » Delete `&calf` in front of the quotes, or move it into them."
    ),
    slip(
      "  level: urgent\n  basis: practice\nrf-locked", "  <<: {level: urgent, basis: practice}\nrf-locked",
      "31:3: error unknown-key: The sign `<<`, which copies keys, is not read. » Delete it, and write each of those keys on a line of its own."
    ),
  ]

  @Test(arguments: slips)
  func isToldOnce(_ slip: EditedExample) async throws { try await slip.check() }

  /// A flag with another id is meant where its old one stands.
  @Test(arguments: ["injury", "rf-knee-swollen-injury", "swollen-injury"])
  func renamed(id: String) async throws {
    let site = try Example.knee.copy()
    try site.write(
      try site.text(of: Self.flags).replacing("rf-swollen-injury:", with: "\(id):"), to: Self.flags)
    let told = site.lines(try await site.check(today: "2026-11-28"))
    #expect(told.count == 1 && told[0].hasSuffix(" » Did you mean `\(id)`?"), "\(told)")
  }

  /// What is lost, and what is there "even if" something else is not.
  @Test(arguments: [
    "No pulse in the foot", "Not able to stand", "No feeling in the leg",
    "A knee that is numb, even if it is not swollen",
    "Pain that does not go away", "Back pain with a fever or no appetite",
    "A knee that is not hot, but locked",
    "Pain without a fall", "A leg that is cold or not warm",
  ])
  func signsThatAreFine(text: String) async throws {
    try await EditedExample(.knee, [.init(Self.flags, Self.text, "text: \"\(text)\"")], []).check()
  }
}
