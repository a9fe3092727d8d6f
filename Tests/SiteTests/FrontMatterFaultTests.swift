import FixtureSite
import Testing

@testable import SiteModel

/// Front matter that cannot be read, or says what no article can say.
@Suite struct FrontMatterFaultTests {
  typealias Site = FixtureSite

  @Test func unknownKey() async throws {
    expectFaults(
      try await causeFaults(Site.cause("sumary: Twice.")),
      [
        "6:1: error unknown-key: `sumary` is not a known key here. » Did you mean `summary`?"
      ])
    let common = FrontMatterKey.names.map { "`\($0)`" }.joined(separator: ", ")
    #expect(common.hasPrefix("`title`, `summary`, `also-known-as`, `redirect-from`, `draft`,"))
    expectFaults(
      try await causeFaults(Site.cause("colour: red")),
      [
        """
        6:1: error unknown-key: `colour` is not a known key here. » The keys are \(common), `signs`, `stretches`, \
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
        "4:1: error unknown-key: `causes` is not a known key here. » A sign does not name them: write this article's id under `signs` of each cause, and its page lists them by itself.",
        "5:1: error unknown-key: `figure` is not a known key here. » `figure` belongs to articles of the kind `stretch`.",
        "6:1: error unknown-key: `caution` is not a known key here. » `caution` belongs to articles of the kind `cause`.",
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
      "6:17: warning doubtful-value: `also-known-as` stands in curly quotes, which are shown to readers. » Leave them out, or type straight ones (`\"`)."
    expectFaults(
      try await faults("Clicking #2 at the hip", "“It clicks.”"),
      [
        "2:17: warning doubtful-value: `title` ends before this `#`: what follows a space and a `#` is left out. » Put the whole text in straight quotes: `title: \"…\"`.",
        "3:10: warning doubtful-value: `summary` stands in curly quotes, which are shown to readers. » Leave them out, or type straight ones (`\"`).",
        curly,
      ])
    let placeholder = "\"One plain sentence, at most 200 characters, for lists and search engines.\""
    expectFaults(
      try await faults("Hip # a comment", placeholder),
      [
        "3:10: warning doubtful-value: `summary` still says what a new article says. » Write what this article is about.",
        curly,
      ])
    let unwritten = "Write the text here, in words that a reader without training knows.\n"
    let text = try await causeFaults(
      "---\ntitle: A\nsummary: B.\nsigns: [outer-pain]\nstretches: []\n---\n\n\(unwritten)")
    expectFaults(
      text,
      [
        "8:1: warning doubtful-value: The text still says what a new article says. » Write the article, or say `draft: true`."
      ])
    let draft = try await faults("\"Exercise #2\"", placeholder, "draft: true")
    expectFaults(draft.filter { $0.contains("doubtful-value") }, [curly])
  }

  @Test(arguments: [
    (
      "also-known-as: hip",
      "16: error wrong-type: `also-known-as` must be a list of texts, such as `[runner's hip]`, not a single text."
    ),
    (
      "redirect-from: /x/",
      "16: error wrong-type: `redirect-from` must be a list of old addresses, such as `[/old-page/]`, not a single text."
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
    ("order: 1e3", "8: error wrong-type: `order` must be a whole number, not `1e3`."),
    ("order: [1]", "8: error wrong-type: `order` must be a whole number, not a list."),
    (
      "review: pending",
      "9: error wrong-type: `review` must be a mapping (`key: value` lines), not a single text."
    ),
    (
      "auto-link: maybe",
      "12: error wrong-type: `auto-link` must be `true`, `false`, `always`, or a list of terms that are not to be linked, not `maybe`."
    ),
    (
      "red-flags: fall",
      "12: error wrong-type: `red-flags` must be a list of red-flag ids, such as `[rf-some-flag]`, not a single text."
    ),
    (
      "caution: step-ups",
      "10: error wrong-type: `caution` must be a list of ids, such as `[some-id]`, not a single text."
    ),
    (
      "see-also: {a: b}",
      "11: error wrong-type: `see-also` must be a list of ids, such as `[some-id]`, not a mapping."
    ),
    ("avoid: [[a]]", "9: error wrong-type: `avoid` must be a list of ids, such as `[some-id]`, not a list."),
    ("avoid:", "7: error empty-value: `avoid` is empty. » Write `[]` if there are deliberately none."),
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
        "Content/signs/outer-pain.md:2:8: error wrong-type: `title` must be a text, not a list. » If the brackets belong to the text, write `title: \"[Outer, hip]\"`; if not, leave them out.",
        "Content/signs/outer-pain.md:3:10: error wrong-type: `summary` must be a text, not a mapping. » If the brackets belong to the text, write `summary: \"{a: b}\"`; if not, leave them out.",
      ])
  }

  @Test func wrongTypeOfRelationToSeveralKinds() async throws {
    expectFaults(
      try await faults(["Content/faqs/keep-running.md": Site.article("Can I?", "about: tendon-pain")]),
      [
        "Content/faqs/keep-running.md:1:1: warning orphan: Nothing links to this article. » Link to it from an article that its readers come from, or name it in a relation.",
        "Content/faqs/keep-running.md:4:8: error wrong-type: `about` must be a list of ids, such as `[kind:some-id]`, not a single text.",
      ])
  }

  @Test func missingKeys() async throws {
    expectFaults(
      try await causeFaults("---\nsigns: []\nstretches: []\n---\nText.\n"),
      [
        "1:1: error missing-key: The key `summary` is missing.",
        "1:1: error missing-key: The key `title` is missing.",
      ])
    expectFaults(
      try await causeFaults("---\n# nothing yet\n---\nText.\n"),
      [
        "1:1: error missing-key: The key `summary` is missing.",
        "1:1: error missing-key: The key `title` is missing.",
      ])
  }

  @Test func emptyTitle() async throws {
    expectFaults(
      try await causeFaults("---\ntitle:\nsummary: \"\"\nsigns: []\nstretches: []\n---\nText.\n"),
      [
        "2:7: error empty-value: `title` is empty.", "3:10: error empty-value: `summary` is empty.",
      ])
  }

  @Test func notYAML() async throws {
    expectFaults(
      try await causeFaults("---\ntitle: Hip: the outside\n---\nText.\n"),
      [
        """
        2:11: error yaml-syntax: This `:` cannot stand here. » Put the text in quotes: write \
        `title: "Hip: the outside"`.
        """
      ])
    expectFaults(
      try await causeFaults("---\ntitle: Hip\nsigns: [one, two\n---\nText.\n"),
      [
        "3:8: error yaml-syntax: This `[` is never closed, or a comma is missing in it. » Write a list as `[one, two]`."
      ])
  }

  @Test func notAMapping() async throws {
    expectFaults(
      try await causeFaults("---\n- title\n---\nText.\n"),
      [
        "2:1: error wrong-type: `front matter` must be a mapping (`key: value` lines), not a list."
      ])
  }

  @Test func duplicateKey() async throws {
    expectFaults(
      try await causeFaults(Site.cause("order: 1", "title: Again")),
      [
        "7:1: error duplicate-key: `title` stands here a second time; the first is in line 2. » Keep one of the two."
      ])
  }

  @Test func neverClosed() async throws {
    expectFaults(
      try await causeFaults("---\ntitle: Tendon pain\nsummary: About it.\n\nText.\n"),
      [
        "1:1: error front-matter-unclosed: The front matter is never closed. » Write a line `---` below its last key."
      ])
  }

  @Test(arguments: ["—", "--", "----", " - - -"]) func nearlyClosed(_ fence: String) async throws {
    let shown = fence.filter { $0 != " " }
    expectFaults(
      try await causeFaults("---\ntitle: Tendon pain\nsummary: About it.\n\(fence)\n\nText.\n"),
      [
        "4:1: error front-matter-unclosed: The front matter is never closed. » This line is `\(shown)`: write three hyphens, `---`."
      ])
  }

  @Test func missing() async throws {
    expectFaults(
      try await causeFaults("# Tendon pain\n\nText.\n"),
      [
        """
        1:1: error front-matter-missing: The article has no front matter. » Begin the file with a line `---`, then \
        `title:` and `summary:`, then another line `---`.
        """
      ])
  }

  @Test(arguments: ["", "\n \n", "\u{FEFF}"]) func emptyFile(_ text: String) async throws {
    expectFaults(
      try await causeFaults(text),
      [
        """
        1:1: error empty-file: The file is empty. » Write an article or remove the file; `limber new` makes one with \
        the front matter it needs.
        """
      ])
  }

  @Test func notUTF8() async throws {
    let site = try FixtureSite()
    try site.write(
      Array("---\ntitle: Café\nsummary: A caf".utf8) + [0xE9] + Array(".\n---\nText.\n".utf8),
      to: "Content/causes/tendon-pain.md")
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/causes/tendon-pain.md:3:15: error not-utf-8: The file is not UTF-8 text. » Save it again with the encoding UTF-8."
      ])
  }

  @Test func titleAndSummaryTooLong() async throws {
    let long = String(repeating: "é", count: 201)
    expectFaults(
      try await causeFaults("---\ntitle: \(long)\nsummary: \(long)\nsigns: []\nstretches: []\n---\nText.\n"),
      [
        "2:8: error text-too-long: `title` has 201 characters; at most 200 are allowed.",
        "3:10: error text-too-long: `summary` has 201 characters; at most 200 are allowed.",
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
        `publish-on` (2026-02-01), so the article would never be published.
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
        "Content/signs/-.md: error bad-file-name: `-.md` cannot be an article's file name: only small letters, digits and single hyphens between them. » Give it a name in the letters `a` to `z`, such as `knee-pain.md`.",
        "Content/signs/Groin_Pain.md: error bad-file-name: `Groin_Pain.md` cannot be an article's file name: only small letters, digits and single hyphens between them. » Rename it to `groin-pain.md`.",
        "Content/signs/a--b.md: error bad-file-name: `a--b.md` cannot be an article's file name: only small letters, digits and single hyphens between them. » Rename it to `a-b.md`.",
      ])
  }

  @Test func fileNameThatIsNotUTF8() async throws {
    let site = try FixtureSite()
    try #require(
      RawFile.write("x", to: Array((site.path + "/Content/signs/caf").utf8) + [0xE9] + Array(".md".utf8)))
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/signs/caf\u{FFFD}.md: error bad-file-name: The name of this file is not UTF-8 text. » Rename it with small letters, digits and hyphens."
      ])
  }
}
