import FixtureSite
import Testing

/// What is said of an article's text by a check of its whole site.
@Suite struct BodyFaultTests {
  typealias Site = FixtureSite

  private static let html = Site.configuration("language: en", "language: en\nmarkdown: {raw-html: true}")

  @Test(arguments: ["", "\n\n", "<!-- later -->\n"])
  func anArticleWithoutText(body: String) async throws {
    expectFaults(
      try await causeFaults(Site.cause(body: body)),
      [
        "1:1: warning empty-article: This article has no text. » Write it below the second `---`, or set `draft: true` for now."
      ])
    expectFaults(
      try await causeFaults(Site.cause("draft: true", body: body)).filter { $0.contains("empty-article") }, []
    )
  }

  @Test(arguments: [
    ("\n\n", "Delete the empty lines above it."),
    ("Title\n\n", "Move the text above it to below the front matter."),
  ])
  func textAboveTheFrontMatter(above: String, hint: String) async throws {
    let found = try await causeFaults(above + Site.cause())
    expectFaults(
      found.filter { $0.contains("front-matter-missing") },
      [
        "1:1: error front-matter-missing: The front matter starts on line 3, but it must come first in the file. » \(hint)"
      ])
    expectFaults(
      try await causeFaults("Title\n\nText\n\n---\n\nMore\n").filter { $0.contains("front-matter-missing") },
      [
        "1:1: error front-matter-missing: The article has no front matter. » Start the file with a line `---`, then `title:` and `summary:`, then another line `---`."
      ])
  }

  /// A phrase is one only within a block and a sentence.
  @Test(arguments: [
    "You:\n\n- Have a referral\n- Have time", "It is up to you. Have a rest.",
    "| You | B |\n|---|---|\n| have | c |",
    "## You\n\nHave a rest.", "> [!NOTE] For you\n> Have a rest.", "Say “you”, have a rest.",
    "It is for you: have a rest.",
    "1. What works for\n2. Everyone rests", "![What you see](../hip.svg \"For you\")\n\nHave a rest.",
  ])
  func noClaimAcrossBlocks(body: String) async throws {
    let picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>"
    expectFaults(
      try await causeFaults(Site.cause(body: body), ["Content/hip.svg": picture]).filter {
        !$0.contains("unused-file")
      }, [])
  }

  @Test func claimsInRawHTML() async throws {
    expectFaults(
      try await causeFaults(
        Site.cause(
          body:
            "Text.\n\n<ul>\n<li>You</li>\n<li>have</li>\n</ul>\n<script type=\"text/plain\">var cure = 'you have'</script>\n\nText\n\n<div>\n  <p>It is <b>guaranteed</b>.</p>\n</div>"
        ), ["site.yaml": Self.html]),
      [
        "18:15: warning absolute-claim: `guaranteed` promises more than anyone can. » Say only what is known, with words such as \"may\", \"often\" or \"in most people\"."
      ])
  }

  /// A link that Limber makes has the words of the text.
  @Test func automaticLinksAreNotVague() async throws {
    let page = Site.article(
      "About this site", "also-known-as: [this page]", body: "Start at [](cause:tendon-pain).")
    expectFaults(
      try await causeFaults(
        Site.cause(body: "See this page. See [this page](../pages/about.md)."),
        ["Content/pages/about.md": page]),
      [
        "7:21: warning vague-link: The link text `this page` does not say where the link goes. » Use words that name the page: many readers go from link to link."
      ])
  }

  /// What is wrong with a section is said where it begins, whatever it begins with.
  @Test(arguments: [
    ("- ", 7, 3), ("> ", 7, 3), ("---\n\n", 9, 1), ("1. ", 7, 4), ("<div>\n", 7, 1), ("<!-- x -->\n\n", 9, 1),
  ])
  func hardSectionsHaveAPlace(beginning: String, line: Int, column: Int) async throws {
    let hard =
      "Conservative rehabilitation necessitates comprehensive biomechanical evaluation. Individualised multidisciplinary interventions subsequently facilitate progressive neuromuscular adaptation. Physiological characteristics considerably influence musculoskeletal recuperation."
    let found = try await causeFaults(Site.cause(body: beginning + hard), ["site.yaml": Self.html])
      .filter { !$0.contains("`<div>` is not closed") }
    #expect(found.count == 1)
    #expect(found.allSatisfy { $0.hasPrefix("\(line):\(column): warning hard-to-read") }, "\(found)")
  }

  @Test(
    arguments: [
      (
        "Some <span>words.",
        [
          "7:6: warning unread-markdown: This `<span>` is not closed, so it may run on to the end of the page. » Add `</span>` where it ends, in the same paragraph if it begins inside one."
        ]
      ),
      (
        "<div class=\"a\">\n\nWords.\n",
        [
          "7:1: warning unread-markdown: This `<div>` is not closed, so it may run on to the end of the page. » Add `</div>` where it ends, in the same paragraph if it begins inside one."
        ]
      ),
      (
        "Words.\n\n</section>",
        [
          "9:1: warning unread-markdown: This `</section>` closes nothing. » Delete it, or add `<section>` where it begins."
        ]
      ),
      (
        "A <b>bold <i>slanted</b> word</i>.",
        [
          "7:11: warning unread-markdown: This `<i>` is not closed before `</b>`, so it may run on to the end of the page. » Add `</i>` where it ends."
        ]
      ),
      (
        "- One <mark>word\n- and </mark> another",
        [
          "7:7: warning unread-markdown: This `<mark>` is not closed, so it may run on to the end of the page. » Add `</mark>` where it ends, in the same paragraph if it begins inside one."
        ]
      ),
      ("<ul>\n<li>One\n<li>Two\n</ul>\n\n<p>A <b>word</b>.", []),
      (
        "<div>\n\nA *word* <br> and <img src=\"/a.svg\" alt=\"x\"> <span>more</span>\n\n</div>",
        ["9:29: error missing-image"]
      ),
      ("<svg viewBox=\"0 0 9 9\"><path d=\"M0 0\"/><g><circle r=\"2\"/></g></svg>", []),
      (
        "<script type=\"text/plain\">if (1 < 2) document.title = \"<b>\"</script>\n\n<!-- <div> -->\n\n`<div>` and \\<div>.",
        []
      ),
      ("| A | B |\n|---|---|\n| <b>a</b> | <i>b</i> |", []),
    ] as [(String, [String])])
  func tagsOfRawHTMLAreClosed(body: String, faults: [String]) async throws {
    let found = try await causeFaults(Site.cause(body: body), ["site.yaml": Self.html])
    #expect(found.count == faults.count && zip(found, faults).allSatisfy { $0.hasPrefix($1) }, "\(found)")
  }

  @Test func addressesInRawHTML() async throws {
    expectFaults(
      try await causeFaults(
        Site.cause(
          body:
            "<a href=\"/abuot/\">x</a> <img src=\"nope.png\" alt=\"x\">\n\n<p id=\"here\"><a href=\"#here\">y</a> <a href=\"#hera\">z</a> <a href='../signs/outer-pain.md#no'>w</a> <a href=\"#elsewhere\">v</a></p>"
        ), ["site.yaml": Self.html]),
      [
        "7:10: error broken-link: The link `/abuot/` is not an address on this site. » Did you mean `/about/`?",
        "7:35: error missing-image: The picture `Content/causes/nope.png` does not exist. » Put the picture next to the article, and write its file name, such as `src=\"photo.jpg\"`.",
        "9:45: error broken-fragment: There is no heading `#hera` in this article. » Did you mean `#here`?",
        "9:67: error broken-fragment: There is no heading `#no` in `Content/signs/outer-pain.md`. » It has no headings.",
        "9:109: error broken-fragment: There is no heading `#elsewhere` in this article. » It has no headings. A link can lead to `#here`.",
      ])
  }
}
