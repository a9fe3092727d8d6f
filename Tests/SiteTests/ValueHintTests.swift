import FixtureSite
import Testing

/// Values that people write in another form than their keys want: each is one message, with the value to write.
@Suite struct ValueHintTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    /// Of the knee clinic's `site.yaml`, without its file.
    let told: String

    init(_ old: String, _ new: String, _ told: String) { (self.old, self.new, self.told) = (old, new, told) }

    var testDescription: String { new }
  }

  static let slips = [
    Slip(
      "months: 24", "months: 2 years",
      "30:52: error wrong-type: `months` must be a whole number, not `2 years`. » Write `24`: it is a number of months."
    ),
    Slip(
      "months: 24", "months: 18 months",
      "30:52: error wrong-type: `months` must be a whole number, not `18 months`. » Write `18`, without `months`."
    ),
    Slip(
      "months: 24", "months: 1.5",
      "30:52: error wrong-type: `months` must be a whole number, not `1.5`. » Write `1` or `2`."),
    Slip(
      "widths: [320, 640, 1200]", "widths: [320, 640px]",
      "37:17: error wrong-type: `widths` must be a whole number, not `640px`. » Write `640`, without `px`."),
    Slip(
      "jpeg: 80", "jpeg: 80 percent",
      "38:19: error wrong-type: `jpeg` must be a whole number, not `80 percent`. » Write `80`, without `percent`."
    ),
    Slip(
      "clinic-type: Physiotherapy", "clinic-type: Physical Therapy",
      "9:14: error wrong-type: `clinic-type` must be a schema.org type of medical business, such as `Physiotherapy`, not `Physical Therapy`. » Write `Physiotherapy`."
    ),
    Slip(
      "  phone: +1 555 0100\n", "  phone: 1-800-555-KNEE\n",
      "84:10: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `1-800-555-KNEE`. » Write `1-800-555-5633`."
    ),
    Slip(
      "  phone: +1 555 0100\n", "  phone: Front desk (555) 555-0100\n",
      "84:10: error wrong-type: `phone` must be a telephone number of 5 to 15 digits, such as `+1 555 0100`, not `Front desk (555) 555-0100`. » Write `(555) 555-0100`."
    ),
    Slip(
      "  email: hello@knees.example", "  email: hello [at] knees.example",
      "86:10: error wrong-type: `email` must be an e-mail address, such as `hello@clinic.example`, not `hello [at] knees.example`. » Write `hello@knees.example`."
    ),
    Slip(
      "  email: hello@knees.example", "  email: hello@knees",
      "86:10: error wrong-type: `email` must be an e-mail address, such as `hello@clinic.example`, not `hello@knees`. » Add the ending of the address, such as `.com`: `hello@knees.com`."
    ),
    Slip(
      "days: [friday], from: \"08:00\"", "days: [sábado], from: \"08:00\"",
      "90:15: error wrong-type: `days` must be the name of a day, such as `monday`, not `sábado`. » Write `saturday`."
    ),
    Slip(
      "days: [friday], from: \"08:00\"", "days: Friday to Sunday, from: \"08:00\"",
      "90:14: error wrong-type: `days` must be a list of days, such as `[monday, friday]`, not a single value. » Write `days: [friday, saturday, sunday]`."
    ),
    Slip(
      "from: \"08:00\", to: \"12:00\"", "from: \"08:00\", to: closed",
      "90:43: error wrong-type: `to` is a time. Only days on which the clinic is open are listed: on all others, it is closed. » Delete this entry."
    ),
    Slip(
      "from: \"08:00\", to: \"12:00\"", "from: \"08:00\", until: \"12:00\"",
      "90:39: error unknown-key: There is no key `until` here. » Did you mean `to`?"),
    Slip(
      "base-url: ", "base-url: knees.example # ",
      "5:11: error wrong-type: `base-url` must be an address such as `https://clinic.example/`, not `knees.example`. » Write `https://knees.example/`."
    ),
  ]

  @Test(arguments: slips) func isToldOnce(_ slip: Slip) async throws {
    try await EditedExample(.knee, [.init("site.yaml", slip.old, slip.new)], ["site.yaml:\(slip.told)"])
      .check()
  }

  /// A key of another program beside the one that it stands for, an article in a choice, the page that another generator makes, and a
  /// citation on a site that has no works.
  @Test func ofArticles() async throws {
    let article = "Content/conditions/kneecap-pain.md"
    try await EditedExample(
      .knee, [.init(article, "\nsummary: ", "\ndescription: Knee\nsummary: ")],
      [
        "\(article):3:1: error unknown-key: There is no key `description` here. » Delete this line: `summary` is there already."
      ]
    ).check()
    let exercise = "Content/exercises/wall-sit.md"
    try await EditedExample(
      .knee, [.init(exercise, "place: wall", "place: a wall")],
      [
        "\(exercise):8:8: error wrong-type: `place` must be one of `floor`, `chair`, `wall`, not `a wall`. » Did you mean `wall`?"
      ]
    ).check()
  }

  @Test(arguments: [
    "You have two options: rest or walk.", "You have a right to a second opinion.",
    "You have come to the right place.", "You have nothing to lose by resting.",
    "You have 30 minutes with the therapist.", "Usted tiene derecho a una segunda opinión.",
  ]) func possessionsAreNoClaims(text: String) async throws {
    let article = "Content/conditions/kneecap-pain.md"
    try await EditedExample(.knee, [.init(article, "\n---\n", "\n---\n\n\(text)\n")], []).check()
  }
}
