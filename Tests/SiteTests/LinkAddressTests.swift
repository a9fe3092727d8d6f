import FixtureSite
import Testing

/// Addresses in articles: those of this site in whatever form are held against what this build writes, and what is no
/// address says what to write.
@Suite struct LinkAddressTests {
  private static let files = [
    "Content/causes/notes.pdf": "%PDF-1.7", "Content/causes/hip.svg": "<svg viewBox='0 0 4 3'></svg>",
    "Content/signs/draft.md": FixtureSite.article("Draft", "draft: true"),
    "Content/faqs/keep-running.md": FixtureSite.article(
      "Can I keep running?", "about: [cause:tendon-pain]", "redirect-from: [/old-page/]", body: "Often."),
  ]

  private func found(_ link: String, _ others: [String: String?] = [:]) async throws -> [String] {
    try await causeFaults(
      FixtureSite.cause(body: "[pain](\(link))"), others.merging(Self.files) { $1 }
    ).filter { !$0.contains("unused-file") }
  }

  @Test(arguments: [
    "https://clinic.example/signs/outer-pain/", "http://clinic.example/signs/outer-pain/#here",
    "HTTPS://Clinic.Example/signs/", "https://clinic.example", "https://clinic.example/", "/",
    "https://clinic.example:443/causes/notes.pdf", "/signs/outer-pain/index.html", "/old-page/",
    "/about/?lang=en",
    "../pages/about.md?lang=en", "page:about?lang=en", "?lang=en", "/sitemap.xml", "/404.html",
    "https://clinic.example.org/nothing/", "https://other.example/signs/misspelt/", "sms:+15550100",
    "https://clinic.example:8443/elsewhere/", "http://10.example/x",
  ])
  func leadsSomewhere(link: String) async throws {
    let heading = [
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", body: "## Here\n\nRest.")
    ]
    expectFaults(try await found(link, heading), [])
  }

  @Test(arguments: [
    (
      "https://clinic.example/signs/outer-pian/",
      "broken-link: The link `https://clinic.example/signs/outer-pian/` is not an address on this site. » Did you mean `https://clinic.example/signs/outer-pain/`?"
    ),
    (
      "https://clinic.example/signs/outer-pain/?a=b#worry",
      "broken-fragment: There is no heading `#worry` in `Content/signs/outer-pain.md`. » It has no headings."
    ),
    (
      "HTTP://CLINIC.EXAMPLE/nothing/of/the/sort",
      "broken-link: The link `HTTP://CLINIC.EXAMPLE/nothing/of/the/sort` is not an address on this site."
    ),
    (
      "https://clinic.example/signs/draft/",
      "unpublished-target: This links to `sign:draft`, which is a draft. » Remove the link until that article is published."
    ),
    (
      "/signs/draft/",
      "unpublished-target: This links to `sign:draft`, which is a draft. » Remove the link until that article is published."
    ),
    (
      "http://localhost:8080/signs/outer-pain/?x=1#y",
      "broken-link: The link `http://localhost:8080/signs/outer-pain/?x=1#y` points to your own computer or network, which visitors cannot reach. » Write `/signs/outer-pain/?x=1#y`."
    ),
    (
      "http://127.0.0.1/about",
      "broken-link: The link `http://127.0.0.1/about` points to your own computer or network, which visitors cannot reach. » Did you mean `/about/`?"
    ),
    (
      "https://192.168.1.20/wiki",
      "broken-link: The link `https://192.168.1.20/wiki` points to your own computer or network, which visitors cannot reach. » Link to a page on this site, such as `/`, or to an address that everyone can reach."
    ),
    (
      "/feed.xml",
      "broken-link: The link `/feed.xml` is not an address on this site: no article has `updated`, so there is no feed. » Add a line such as `updated: 2026-11-28` to an article, and the site gets a feed."
    ),
    (
      "/signs/outer-pain.md",
      "broken-link: The link `/signs/outer-pain.md` is not an address on this site. » Did you mean `/signs/outer-pain/`?"
    ),
    (
      "/Content/signs/outer-pain.md",
      "broken-link: The link `/Content/signs/outer-pain.md` is not an address on this site. » Did you mean `../signs/outer-pain.md`?"
    ),
    (
      "/abuot/?lang=en",
      "broken-link: The link `/abuot/?lang=en` is not an address on this site. » Did you mean `/about/?lang=en`?"
    ),
  ])
  func leadsNowhere(link: String, expected: String) async throws {
    expectFaults(try await found(link).map { $0.replacing("7:8: error ", with: "") }, [expected])
  }

  /// What is not published changes nothing, so that no feed comes of it.
  @Test func aFeedOfNothing() async throws {
    let lines = try await faults([
      "Content/signs/outer-pain.md": FixtureSite.article(
        "Outer hip pain", body: "See [what is new](/feed.xml)."),
      "Content/pages/later.md": FixtureSite.article("Later", "draft: true", "updated: 2026-02-01"),
    ])
    #expect(
      lines.count == 1 && lines[0].contains("no article has `updated`, so there is no feed"), "\(lines)")
  }

  @Test(arguments: [
    ("www.nhs.uk", "https://www.nhs.uk"), ("example.com/page?a=b#c", "https://example.com/page?a=b#c"),
    ("nhs.uk", "https://nhs.uk"), ("https//example.com", "https://example.com"),
    ("https:/example.com/x", "https://example.com/x"), ("a@b.org", "mailto:a@b.org"),
    ("email:first.last+x@clinic.example", "mailto:first.last+x@clinic.example"),
    ("020-7946-0000", "tel:02079460000"), ("+1%20(555)%200100", "tel:+15550100"),
    ("phone:+15550100", "tel:+15550100"), ("..\\signs\\outer-pain.md", "../signs/outer-pain.md"),
  ])
  func slip(written: String, meant: String) async throws {
    let lines = try await found(written)
    #expect(lines.count == 1 && lines[0].hasSuffix(" » Write `\(meant)`."), "\(lines)")
  }

  @Test(arguments: [
    ("\"https://example.com/\"", "https://example.com/"), ("“https://example.com/”", "https://example.com/"),
    ("‘../signs/outer-pain.md’", "../signs/outer-pain.md"),
  ])
  func quotationMarks(written: String, meant: String) async throws {
    let lines = try await found(written)
    #expect(
      lines.count == 1 && lines[0].hasSuffix(" » Write it without the quotation marks: `\(meant)`."),
      "\(lines)")
  }

  @Test(arguments: [
    "C:\\Users\\Anna\\leaflet.pdf", "C:/Users/Anna/leaflet.pdf", "file:///home/anna/leaflet.pdf",
  ])
  func placeOnOwnDisk(written: String) async throws {
    let lines = try await found(written)
    #expect(
      lines.count == 1
        && lines[0].hasSuffix(
          "Save the file next to the article, and write its name: `leaflet.pdf`."),
      "\(lines)")
  }

  @Test func pictureOnOwnDisk() async throws {
    let lines = try await causeFaults(
      FixtureSite.cause(
        body: "![A hip](C:\\Users\\Anna\\hip.svg)\n\n![A hip](https://clinic.example/causes/hip.svg)"),
      Self.files
    ).filter { !$0.contains("unused-file") }
    expectFaults(
      lines,
      [
        "7:10: error bad-image: The picture `C:\\Users\\Anna\\hip.svg` is on your own computer. » Write `hip.svg`."
      ])
  }

  /// Addresses of the site go out as those of this build, so that they move with `base-url`; query and fragment stay.
  @Test func whatIsPublished() async throws {
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration("https://clinic.example/", "https://clinic.example/hips/"),
      "Content/causes/tendon-pain.md": FixtureSite.cause(
        "updated: 2026-02-03",
        body: """
          [a](https://clinic.example/hips/signs/outer-pain/?x=1#here) [b](../pages/about.md?lang=en)
          [c](https://clinic.example/elsewhere/) [d](/) [e](/feed.xml) [f](/SIGNS/?x) [g](/signs/outer-pain/index.html)
          """),
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", body: "## Here\n\nRest."),
    ])
    #expect(site.lines(try await site.build()) == [])
    let page = try site.snapshot().text("causes/tendon-pain/index.html") ?? ""
    for link in [
      "/hips/signs/outer-pain/?x=1#here\">a", "/hips/about/?lang=en\">b",
      "https://clinic.example/elsewhere/\">c",
      "/hips/\">d", "/hips/feed.xml\">e", "/hips/signs/?x\">f", "/hips/signs/outer-pain/\">g",
    ] { #expect(page.contains("href=\"\(link)</a>"), "\(link) in \(page)") }
  }
}
