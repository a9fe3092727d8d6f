import FixtureSite
import Testing

/// Texts that readers see as they are: markup, quotes and samples in them are told.
@Suite struct PlainTextTests {
  typealias Site = FixtureSite

  private static let bold =
    "Delete them. Only the text of an article can have bold and italic words."

  private static func cause(title: String = "Tendon pain", summary: String = "About it.", _ keys: String = "")
    -> String
  {
    Site.cause(keys.isEmpty ? "order: 1" : keys)
      .replacing("title: Tendon pain", with: "title: \(title)")
      .replacing("summary: About it.", with: "summary: \(summary)")
  }

  @Test(arguments: [
    ("\"**Tendon** pain\"", "these `**`. » \(Self.bold)"), ("\"My *tendon*\"", "these `*`. » \(Self.bold)"),
    ("__Tendon__", "these `__`. » \(Self.bold)"),
    (
      "Of [tendons](../signs/outer-pain.md)",
      "this link as it is typed. » Write only its words, and put the link in the text of an article."
    ),
    (
      "Of tendons [@griffin2016]",
      "this citation as it is typed. » Delete it, and cite the work in the text of an article."
    ),
    ("Of <b>tendons</b>", "`<b>` as it is typed. » Delete all HTML tags from this text."),
    ("One<br/>two", "`<br/>` as it is typed. » Delete all HTML tags from this text."),
    ("Tendon&nbsp;pain", "`&nbsp;` as it is typed. » Type a space instead."),
    ("Load &amp; rest", "`&amp;` as it is typed. » Type the character that it stands for."),
  ])
  func markupIsTold(text: String, seen: String) async throws {
    let told = "warning doubtful-value"
    expectFaults(
      try await causeFaults(Self.cause(title: text)),
      ["2:8: \(told): `title` is shown as plain text, so readers would see \(seen)"])
    expectFaults(
      try await causeFaults(Self.cause(summary: text)),
      ["3:10: \(told): `summary` is shown as plain text, so readers would see \(seen)"])
  }

  /// All kinds of it at once: whoever mends one is not told of the next.
  @Test func eachKindIsTold() async throws {
    let found = try await causeFaults(Self.cause(summary: "A **b** <i>c</i> &amp; [d](e.md) **f**"))
    #expect(found.count == 4 && found.allSatisfy { $0.hasPrefix("3:10: warning doubtful-value") }, "\(found)")
  }

  /// Of every text that is shown as it is.
  @Test func whereverPlainTextStands() async throws {
    let fields = Site.configuration(
      "figure: {type: image}", "figure: {type: image}\n      note: {type: text, list: true}")
    let found = try await faults([
      "site.yaml": fields.replacing("name: Hill Clinic", with: "name: Hill *Clinic*").replacing(
        "What may be behind it.", with: "What **may** be."),
      "Content/red-flags.yaml":
        "rf-fall: {text: You **fell**., why: \"See [x](y.md).\", level: soon, basis: practice}\n",
      "Content/stretches/step-ups.md": Site.article(
        "Step-ups", "figure: {file: hip.svg, alt: \"A *step*\"}", "note: [Fine, \"**Not** fine\"]"),
      "Content/stretches/hip.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"></svg>",
      "Content/causes/tendon-pain.md": Site.cause(
        "also-known-as: [\"sore *side*\"]", "changes: [{date: 2026-01-01, text: A <b>new</b> dose}]",
        "red-flags: [rf-fall]"),
    ])
    #expect(
      found.map { String($0.prefix { $0 != "»" }) } == [
        "site.yaml:1:7: warning doubtful-value: `name` is shown as plain text, so readers would see these `*`. ",
        "site.yaml:10:14: warning doubtful-value: `summary` is shown as plain text, so readers would see these `**`. ",
        "Content/red-flags.yaml:1:17: warning doubtful-value: `text` is shown as plain text, so readers would see these `**`. ",
        "Content/red-flags.yaml:1:37: warning doubtful-value: `why` is shown as plain text, so readers would see this link as it is typed. ",
        "Content/causes/tendon-pain.md:6:17: warning doubtful-value: `also-known-as` is shown as plain text, so readers would see these `*`. ",
        "Content/causes/tendon-pain.md:7:36: warning doubtful-value: `text` is shown as plain text, so readers would see `<b>` as it is typed. ",
        "Content/stretches/step-ups.md:4:30: warning doubtful-value: `alt` is shown as plain text, so readers would see these `*`. ",
        "Content/stretches/step-ups.md:5:14: warning doubtful-value: `note` is shown as plain text, so readers would see these `**`. ",
      ])
  }

  @Test(arguments: [
    "5 * 3 is 15", "Load * time * rest", "Pain*", "snake_case_names", "Less than <5 of 10", "a < b > c",
    "See [below]", "[sic] (sic)", "R&D; and more", "AT&T", "Hip (FAI) [new]", "**", "2**3", "Ends in **",
  ])
  func ordinarySignsAreQuiet(text: String) async throws {
    expectFaults(try await causeFaults(Self.cause(summary: "\"\(text)\"")), [])
  }

  // MARK: Quotes

  @Test(arguments: [
    (
      "“Tendon pain”",
      "is in curly quotes, which readers will see. » Remove them, or use straight quotes (`\"`)."
    ),
    (
      "\"“Tendon pain”\"",
      "has a second pair of quotes, which readers will see. » Keep only the outer quotes: `\"Tendon pain\"`."
    ),
    (
      "'\"Tendon pain\"'",
      "has a second pair of quotes, which readers will see. » Keep only the outer quotes: `\"Tendon pain\"`."
    ),
  ])
  func quotesAroundTheWhole(text: String, what: String) async throws {
    expectFaults(
      try await causeFaults(Self.cause(title: text)), ["2:8: warning doubtful-value: `title` \(what)"])
    expectFaults(
      try await causeFaults(Self.cause("also-known-as: [\(text)]")).filter { !$0.contains("shared-synonym") },
      ["6:17: warning doubtful-value: `also-known-as` \(what)"])
  }

  @Test(arguments: ["\"“Knee” pain\"", "\"“Knee” and “hip”\"", "Runner’s knee", "\"The ‘snap’\""])
  func quotesOfAWord(text: String) async throws {
    expectFaults(try await causeFaults(Self.cause(title: text)), [])
  }

  // MARK: Samples

  @Test(arguments: [
    (
      "also-known-as: [\"another name for tendon-pain\"]",
      "6:17: warning unfinished-text: `also-known-as` still has the sample name of a new article. » Write the other name, or delete this line."
    ),
    (
      "also-known-as: [runner's hip, hip bursitis]",
      "6:16: warning unfinished-text: `also-known-as` has the names that the writing guide shows as an example. » Write the other names of what this article is about, or delete this line."
    ),
    (
      "redirect-from: [/old/causes/tendon-pain/]",
      "6:17: warning unfinished-text: `redirect-from` still has the sample address of a new article. » Write the old address of this article, or delete this line."
    ),
    (
      "review: {status: approved, author: Name, reviewer: Another name, reviewed: 2026-01-01}",
      "6:52: error review-invalid: `Another name` is not the name of a person. » Write who approved the text, or set `status: pending`."
    ),
  ])
  func samplesAreTold(key: String, expected: String) async throws {
    expectFaults(try await causeFaults(Self.cause(key)), [expected])
  }

  @Test func samplesOfFields() async throws {
    let settings = Site.configuration(
      "figure: {type: image}", "figure: {type: image}\n      note: {type: text}")
    let found = try await faults([
      "site.yaml": settings,
      "Content/stretches/step-ups.md": Site.article(
        "Step-ups", "note: a few words", "easier: [\"One paragraph of *Markdown*.\"]",
        "figure: {file: hip.svg, alt: What it shows}"),
      "Content/stretches/hip.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"></svg>",
    ])
    let told = "still has the sample text of a new article. » Write your own text."
    expectFaults(
      found.map { $0.replacing("Content/stretches/step-ups.md:", with: "") },
      [
        "4:7: warning unfinished-text: `note` \(told)", "5:10: warning unfinished-text: `easier` \(told)",
        "6:30: warning unfinished-text: `alt` \(told)",
      ])
  }

  // MARK: Alternative texts

  @Test(arguments: [
    "IMG_2041.JPG", "photo", "image1", "Picture 2", "hip.svg", "Screenshot 2026-01-02", "Figure 3.",
  ])
  func alternativeTextsThatAreNames(alt: String) async throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"></svg>"
    let what = "`\(alt)` does not tell people who cannot see the picture what it shows."
    expectFaults(
      try await causeFaults(
        Site.cause(body: "See ![\(alt)](hip.svg)."), ["Content/causes/hip.svg": svg]),
      [
        "7:5: warning missing-alt: \(what) » Say what it shows between the brackets: `![A runner on a hill](…)`."
      ])
    expectFaults(
      try await faults([
        "Content/stretches/step-ups.md": Site.article("Step-ups", "figure: {file: hip.svg, alt: \(alt)}"),
        "Content/stretches/hip.svg": svg,
      ]),
      [
        "Content/stretches/step-ups.md:4:30: warning missing-alt: \(what) » Say what it shows, such as `A runner on a hill`."
      ])
  }

  @Test(arguments: ["Photo of a runner", "The hip", "Step-ups", "Image of the hip, from the side", "A map"])
  func alternativeTextsThatSay(alt: String) async throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"></svg>"
    expectFaults(
      try await causeFaults(Site.cause(body: "See ![\(alt)](hip.svg)."), ["Content/causes/hip.svg": svg]), [])
  }
}
