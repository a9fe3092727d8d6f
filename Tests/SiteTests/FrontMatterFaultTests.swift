import FixtureSite
import Testing

@testable import SiteModel

/// Front matter that says what no article can say.
@Suite struct FrontMatterFaultTests {
  typealias Site = FixtureSite

  @Test func unknownKey() async throws {
    expectFaults(
      try await causeFaults(Site.cause("sumary: Twice.")),
      [
        "6:1: error unknown-key: There is no key `sumary` here. » Did you mean `summary`?"
      ])
    let common = FrontMatterKey.names.map { "`\($0)`" }.joined(separator: ", ")
    #expect(common.hasPrefix("`title`, `summary`, `also-known-as`, `redirect-from`, `draft`,"))
    expectFaults(
      try await causeFaults(Site.cause("colour: red")),
      [
        """
        6:1: error unknown-key: There is no key `colour` here. » The keys are \(common), `signs`, `stretches`, \
        `caution`, `avoid`, `see-also`.
        """
      ])
  }

  /// Keys that have their place elsewhere.
  @Test func keyOfAnotherKind() async throws {
    let site = try FixtureSite([
      "Content/signs/outer-pain.md": Site.article(
        "Outer hip pain", "causes: [tendon-pain]", "figure: hip.svg", "caution: []")
    ])
    expectFaults(
      site.lines(try await site.check()).map { $0.replacing("Content/signs/outer-pain.md:", with: "") },
      [
        "4:1: error unknown-key: There is no key `causes` here. » Remove this key. Instead, add this article's id to `signs` in each cause; this page then lists them automatically.",
        "5:1: error unknown-key: There is no key `figure` here. » Only articles of the kind `stretch` can have `figure`.",
        "6:1: error unknown-key: There is no key `caution` here. » Only articles of the kind `cause` can have `caution`.",
      ])
  }

  @Test func doubtfulValues() async throws {
    let keys = [
      "signs: [outer-pain]", "stretches: []", "also-known-as: [‘sore side’, a \u{201C}b\u{201D} c]",
    ]
    func faults(_ title: String, _ summary: String, _ more: String...) async throws -> [String] {
      let lines = ["---", "title: \(title)", "summary: \(summary)"] + keys + more + ["---", "Text.", ""]
      return try await causeFaults(lines.joined(separator: "\n"))
    }
    let curly =
      "6:17: warning doubtful-value: `also-known-as` is in curly quotes, which readers will see. » Remove them, or use straight quotes (`\"`)."
    expectFaults(
      try await faults("Clicking #2 at the hip", "“It clicks.”"),
      [
        "2:17: warning doubtful-value: `title` ends here: everything after a space and a `#` is ignored. » Put the whole text in straight quotes: `title: \"…\"`. If this is a comment, add a space after the `#`.",
        "3:10: warning doubtful-value: `summary` is in curly quotes, which readers will see. » Remove them, or use straight quotes (`\"`).",
        curly,
      ])
    let placeholder = "\"One plain sentence of at most 200 characters, for lists and search engines.\""
    expectFaults(
      try await faults("Hip # a comment", placeholder),
      [
        "3:10: warning unfinished-text: `summary` still has the sample text of a new article. » Say what this article is about.",
        curly,
      ])
    let unwritten = "Write your text here, in words that a reader without training knows.\n"
    let text = try await causeFaults(
      "---\ntitle: A\nsummary: B.\nsigns: [outer-pain]\nstretches: []\n---\n\n\(unwritten)")
    expectFaults(
      text,
      [
        "8:1: warning unfinished-text: The article still has the sample text of a new article. » Write the article, or set `draft: true`."
      ])
    let draft = try await faults("\"Exercise #2\"", placeholder, "draft: true")
    expectFaults(draft.filter { $0.contains("doubtful-value") }, [curly])
  }

  @Test(arguments: [
    (
      "also-known-as: hip",
      "16: error wrong-type: `also-known-as` must be a list of texts, such as `[runner's hip]`, not a single value. » Write `also-known-as: [hip]`."
    ),
    (
      "redirect-from: /x/",
      "16: error wrong-type: `redirect-from` must be a list of old addresses, such as `[/old-page/]`, not a single value. » Write `redirect-from: [/x/]`."
    ),
    ("draft: yes", "8: error wrong-type: `draft` must be `true` or `false`, not `yes`. » Write `true`."),
    (
      "draft: \"true\"",
      "8: error wrong-type: `draft` must be `true` or `false`, not the text \"true\". » Write `true`, without quotes."
    ),
    (
      "publish-on: 2026-02-30",
      "13: error wrong-type: `publish-on` must be a date, such as `2026-02-28`, not `2026-02-30`. » February 2026 has 28 days."
    ),
    (
      "expires-on: soon",
      "13: error wrong-type: `expires-on` must be a date, such as `2026-02-28`, not `soon`."
    ),
    (
      "updated: 2026-2-3",
      "10: error wrong-type: `updated` must be a date, such as `2026-02-28`, not `2026-2-3`. » Write `2026-02-03`."
    ),
    ("order: first", "8: error wrong-type: `order` must be a whole number, not `first`. » Write `1`."),
    ("order: 2nd", "8: error wrong-type: `order` must be a whole number, not `2nd`. » Write `2`."),
    (
      "order: '3'",
      "8: error wrong-type: `order` must be a whole number, not the text \"3\". » Write `3`, without quotes."
    ),
    ("order: last", "8: error wrong-type: `order` must be a whole number, not `last`."),
    ("order: 1e3", "8: error wrong-type: `order` must be a whole number, not `1e3`."),
    (
      "order: [1]",
      "8: error wrong-type: `order` must be a whole number, not a list. » Write `order: 1`, without brackets or `-`."
    ),
    (
      "review: pending",
      "9: error wrong-type: `review` must be a mapping (`key: value` lines), not a single value. » Write `review: {status: pending}`."
    ),
    (
      "auto-link: maybe",
      "12: error wrong-type: `auto-link` must be `true`, `false`, `always`, or a list of terms that must not become links, not `maybe`."
    ),
    (
      "red-flags: fall",
      "12: error wrong-type: `red-flags` must be a list of red-flag ids, such as `[rf-some-flag]`, not a single value. » Write `red-flags: [fall]`."
    ),
    (
      "caution: step-ups",
      "10: error wrong-type: `caution` must be a list of ids, such as `[some-id]`, not a single value. » Write `caution: [step-ups]`."
    ),
    (
      "see-also: {a: b}",
      "11: error wrong-type: `see-also` must be a list of ids, such as `[some-id]`, not a mapping."
    ),
    (
      "avoid: [[a]]",
      "9: error wrong-type: `avoid` must be a list of ids, such as `[some-id]`, not a list. » Write one pair of brackets: `avoid: [a]`."
    ),
    ("avoid:", "7: error empty-value: `avoid` is empty. » Write `[]` if there are none on purpose."),
  ])
  func wrongType(key: String, expected: String) async throws {
    expectFaults(try await causeFaults(Site.cause(key)), ["6:" + expected])
  }

  @Test func wrongTypeOfTitleAndSummary() async throws {
    expectFaults(
      try await faults([
        "Content/signs/outer-pain.md": "---\ntitle: [Outer, hip]\nsummary: {a: b}\n---\nText.\n"
      ]),
      [
        "Content/signs/outer-pain.md:2:8: error wrong-type: `title` must be text, not a list. » If the brackets are part of the text, write `title: \"[Outer, hip]\"`. If not, remove them.",
        "Content/signs/outer-pain.md:3:10: error wrong-type: `summary` must be text, not a mapping. » If the brackets are part of the text, write `summary: \"{a: b}\"`. If not, remove them.",
      ])
  }

  @Test func wrongTypeOfRelationToSeveralKinds() async throws {
    expectFaults(
      try await faults(["Content/faqs/keep-running.md": Site.article("Can I?", "about: tendon-pain")]),
      [
        "Content/faqs/keep-running.md:1:1: warning orphan: Nothing links to this article. » Link to it from an article that its readers would come from, or add it to a relation.",
        "Content/faqs/keep-running.md:4:8: error wrong-type: `about` must be a list of ids, such as `[kind:some-id]`, not a single value. » Write `about: [tendon-pain]`.",
      ])
  }

  @Test(arguments: [
    ("[sore side; side ache]", "[sore side, side ache]"),
    ("[sore side / side ache]", "[sore side, side ache]"),
    ("[\"sore side, side ache\"]", "[sore side, side ache]"), ("[a b, c;d; e]", "[c, d, e]"),
    ("[clicking hip and snapping hip]", "[clicking hip, snapping hip]"),
  ])
  func severalNamesInOne(_ names: String, _ meant: String) async throws {
    let found = try await causeFaults(FixtureSite.cause("also-known-as: \(names)"))
    #expect(found.count == 1, "\(found)")
    #expect(
      found.first?.hasSuffix(
        ", which nobody writes. » Separate the names with commas, outside any quotes: `\(meant)`.") == true,
      "\(found)")
  }

  @Test(arguments: [
    "[pins and needles]", "[hip and groin pain]", "[St. Vitus ache, sore side]", "[AC/DC joint]",
    "[sore hip and sore hip side, side ache]", "[trochanteric bursitis (GTPS)]",
  ])
  func oneName(_ names: String) async throws {
    expectFaults(try await causeFaults(FixtureSite.cause("also-known-as: \(names)")), [])
  }

  @Test func missingKeys() async throws {
    expectFaults(
      try await causeFaults("---\nsigns: []\nstretches: []\n---\nText.\n"),
      [
        "1:1: error missing-key: The key `summary` is missing. » Add `summary:`, then its value.",
        "1:1: error missing-key: The key `title` is missing. » Add `title:`, then its value.",
      ])
    expectFaults(
      try await causeFaults("---\n# nothing yet\n---\nText.\n"),
      [
        "1:1: error missing-key: The key `summary` is missing. » Add `summary:`, then its value.",
        "1:1: error missing-key: The key `title` is missing. » Add `title:`, then its value.",
      ])
  }

  @Test func emptyTitle() async throws {
    expectFaults(
      try await causeFaults("---\ntitle:\nsummary: \"\"\nsigns: []\nstretches: []\n---\nText.\n"),
      [
        "2:7: error empty-value: `title` is empty.", "3:10: error empty-value: `summary` is empty.",
      ])
  }

  @Test func titleAndSummaryTooLong() async throws {
    let long = String(repeating: "é", count: 201)
    expectFaults(
      try await causeFaults("---\ntitle: \(long)\nsummary: \(long)\nsigns: []\nstretches: []\n---\nText.\n"),
      [
        "2:8: error text-too-long: `title` has 201 characters; the limit is 200. » Take out 1 character or more: the rest can stand in the text of the article.",
        "3:10: error text-too-long: `summary` has 201 characters; the limit is 200. » Take out 1 character or more: the rest can stand in the text of the article.",
      ])
    let allowed = long.dropLast()
    expectFaults(
      try await causeFaults("---\ntitle: Hip\nsummary: \(allowed)\nsigns: []\nstretches: []\n---\nText.\n"),
      [])
  }

  @Test func datesOutOfOrder() async throws {
    let text = Site.cause("publish-on: 2026-02-01", "expires-on: 2026-02-01")
    expectFaults(
      try await faults(["Content/causes/tendon-pain.md": text], drafts: true),
      [
        """
        Content/causes/tendon-pain.md:7:13: error dates-out-of-order: `expires-on` (2026-02-01) is not after \
        `publish-on` (2026-02-01), so the article would never be published. » \
        Write a later date after `expires-on:`, such as `2027-02-01`, or delete that line.
        """
      ])
  }

  @Test func fileNameThatIsNoID() async throws {
    expectFaults(
      try await faults([
        "Content/signs/Groin_Pain.md": Site.article("Groin pain"), "Content/signs/-.md": "",
        // What it shows is not known, so nothing is said of files that seem unused.
        "Content/signs/a--b.md": "", "Content/signs/hip.svg": "<svg width='4' height='3'></svg>",
      ]),
      [
        "Content/signs/-.md: error bad-file-name: `-.md` cannot be the file name of an article. Use only lowercase letters and digits, with single hyphens between them. » Rename it, using the letters `a` to `z`, such as `knee-pain.md`.",
        "Content/signs/Groin_Pain.md: error bad-file-name: `Groin_Pain.md` cannot be the file name of an article. Use only lowercase letters and digits, with single hyphens between them. » Rename it to `groin-pain.md`.",
        "Content/signs/a--b.md: error bad-file-name: `a--b.md` cannot be the file name of an article. Use only lowercase letters and digits, with single hyphens between them. » Rename it to `a-b.md`.",
      ])
  }

  @Test func fileNameThatIsNotUTF8() async throws {
    let site = try FixtureSite()
    try #require(
      RawFile.write("x", to: Array((site.path + "/Content/signs/caf").utf8) + [0xE9] + Array(".md".utf8)))
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/signs/caf\u{FFFD}.md: error bad-file-name: The name of this file is not UTF-8 text. » Rename it, using only lowercase letters, digits and hyphens."
      ])
  }
}
