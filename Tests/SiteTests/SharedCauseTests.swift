import FixtureSite
import Testing

/// However many links lead to an article that visitors do not get, it is told once.
@Suite struct SharedCauseTests {
  private static let page = "Content/pages/help.md"

  /// A site whose templates and settings lead to a page, and two articles, too.
  private static func site(_ state: String...) -> [String: String?] {
    [
      page: (["---", "title: Get help", "summary: About it."] + state + ["---", "Text.", ""]).joined(
        separator: "\n"),
      "site.yaml": FixtureSite.configuration("page:about]", "page:about, page:help]"),
      "Templates/home.mustache": FixtureSite.page("<p>{{summary}} <a href=\"/help/\">Help</a></p>"),
      "Templates/faq.mustache": FixtureSite.page(FixtureSite.body + "<a href=\"/help/\">Help</a>"),
      "Content/faqs/keep-running.md": FixtureSite.article(
        "Can I keep running?", "about: [cause:tendon-pain]", body: "Often. [Help](page:help)"),
      "Content/signs/outer-pain.md": FixtureSite.article(
        "Outer hip pain", body: "It is felt at the side. See [](../pages/help.md)."),
    ]
  }

  @Test(arguments: [
    ("draft: true", "a draft", "Delete `draft: true`"),
    ("publish-on: 2026-05-01", "not published yet", "Delete or change `publish-on`"),
    ("expires-on: 2026-02-01", "no longer published", "Delete or change `expires-on`"),
  ])
  func helpPage(key: String, state: String, remedy: String) async throws {
    expectFaults(
      try await faults(Self.site(key)),
      [
        "Content/faqs/keep-running.md:6:15: error unpublished-target: This links to `page:help`, which is \(state). 4 other places lead to it, too: `Content/signs/outer-pain.md:5`, `Templates/faq.mustache:3`, `Templates/home.mustache:3` and 1 more. » \(remedy) in `\(Self.page)`, or remove it from all 5 places."
      ])
  }

  @Test func withdrawnPage() async throws {
    expectFaults(
      try await faults(Self.site("review: {status: withdrawn}")),
      [
        "Content/faqs/keep-running.md:6:15: error unpublished-target: This links to `page:help`, which is withdrawn. 4 other places lead to it, too: `Content/signs/outer-pain.md:5`, `Templates/faq.mustache:3`, `Templates/home.mustache:3` and 1 more. » Remove it from all 5 places."
      ])
  }

  /// Two drafts are two slips.
  @Test func twoPages() async throws {
    expectFaults(
      try await faults([
        Self.page: FixtureSite.article("Get help", "draft: true"),
        "Content/pages/team.md": FixtureSite.article("The team", "draft: true"),
        "Content/pages/about.md": FixtureSite.article(
          "About this site",
          body:
            "Start at [](cause:tendon-pain), [](sign:outer-pain) or [](stretch:step-ups).\n\n[](page:help) [](page:team) [Help](page:help)"
        ),
      ]),
      [
        "Content/pages/about.md:7:4: error unpublished-target: This links to `page:help`, which is a draft. 1 other place leads to it, too: `Content/pages/about.md:7`. » Delete `draft: true` in `\(Self.page)`, or remove it from both places.",
        "Content/pages/about.md:7:18: error unpublished-target: This links to `page:team`, which is a draft. » Remove the link until that article is published.",
      ])
  }

  /// A relation and a link of one article.
  @Test func relationAndLink() async throws {
    expectFaults(
      try await faults([
        "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", "draft: true"),
        "Content/pages/about.md": FixtureSite.article(
          "About this site", body: "Start at [](cause:tendon-pain)."),
        "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", body: "Step up, then down."),
      ]),
      [
        "Content/causes/tendon-pain.md:4:9: error unpublished-target: `signs` refers to `outer-pain`, which is a draft. 1 other place leads to it, too: `Content/causes/tendon-pain.md:7`. » Delete `draft: true` in `Content/signs/outer-pain.md`, or remove it from both places."
      ])
  }
}
