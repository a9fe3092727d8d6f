import FixtureSite
import Testing

@testable import Site

/// Addresses that stand in templates are held against what the build writes, as those of articles are.
@Suite struct TemplateAddressTests {
  private func found(
    _ html: String, in template: String = "page", base: String = "https://clinic.example/"
  ) async throws -> [String] {
    try await faults([
      "Templates/\(template).mustache": template.hasPrefix("partials") ? html : FixtureSite.page(html),
      "Templates/assets/wave.svg": "<svg/>",
      "Content/signs/draft.md": FixtureSite.article("Draft", "draft: true"),
      "Content/causes/hip.svg": "<svg viewBox='0 0 4 3'></svg>",
      "site.yaml": FixtureSite.configuration("https://clinic.example/", base),
    ]).filter { !$0.contains("unused-file") }
  }

  @Test(arguments: [
    "<a href=\"/about/\">a</a><a href='/signs/#x'>b</a><a href=/causes/tendon-pain/?a=b>c</a>",
    "<a href=\"/about/index.html\">a</a> <a href=\"{{site.home-url}}about/\">b</a> <a href=\"{{site.home-url}}\">c</a>",
    "<a href=\"#top\">a</a> <a href=\"?x\">b</a> <a href=\"mailto:a@clinic.example\">c</a> <a href=\"tel:{{title}}\">d</a>",
    "<a href=\"{{url}}\">a</a> <a href=\"/signs/{{title}}/\">b</a> <a href=\"{{site.home-url}}{{title}}\">c</a>",
    "<img src=\"{{site.assets.wave-svg}}\" srcset=\"{{site.assets.wave-svg}} 1x, {{site.assets.wave-svg}} 2x\">",
    "<!-- <a href=\"/abuot/\"> --><script type=\"text/x-template\">const a = '<a href=\"/abuot/\">'</script>{{! <a href=\"/abuot/\"> }}",
    "<meta property=\"og:image\" content=\"{{site.origin}}{{site.assets.wave-svg}}\">",
    "<meta name=\"description\" content=\"/abuot/\"><a data-href=\"/abuot/\">a</a>",
    "<a href=\"https://clinic.example/about/\">a</a> <a href=\"https://other.example/abuot/\">b</a>",
    "<a href=\"webcal://clinic.example/x\">a</a> <a href=\"https://{{title}}\">b</a>",
    "<main id=\"here\"><a href=\"/about/#here\">a</a> <a href=\"/about/#{{title}}\">b</a> <a href=\"/about/#\">c</a></main>",
    "<a href=\"../signs/\">from a page</a> <a href=\"/404.html\">d</a> <a href=\"/sitemap.xml\">e</a>",
  ])
  func leadsSomewhere(html: String) async throws {
    expectFaults(try await found(html), [])
  }

  @Test(arguments: [
    (
      "<a href=\"/causes/tendon-pain/#when-to-rest\">a</a>",
      "3:10: error broken-fragment: The address `/causes/tendon-pain/#when-to-rest` leads to `cause:tendon-pain`, which has no heading `#when-to-rest`. » The headings there are `#what-helps`."
    ),
    (
      "<a class=\"x\" href=\"/abuot/\">a</a>",
      "3:20: error broken-link: The address `/abuot/` is not an address on this site. » Did you mean `/about/`?"
    ),
    (
      "<a href=\"file:///C:/Site/wave.svg\">a</a>",
      "3:10: error broken-link: The address `file:///C:/Site/wave.svg` is a place on your own computer. » Did you mean `{{site.assets.wave-svg}}`?"
    ),
    (
      "<img src=\"C:\\Photos\\hall.png\">",
      "3:11: error broken-link: The address `C:\\Photos\\hall.png` is a place on your own computer. » Move the file to `Templates/assets`, and write the name it has there."
    ),
    (
      "<a href=\"htps://other.example/\">a</a>",
      "3:10: error broken-link: The address `htps://other.example/` starts with `htps:`, which is not a type of address. » Did you mean `https://other.example/`?"
    ),
    (
      "<a href=\"https:/other.example/\">a</a>",
      "3:10: error broken-link: The address `https:/other.example/` is not a complete address. » Write `https://other.example/`."
    ),
    (
      "<a href=\"https://other,example/a\">a</a>",
      "3:10: error broken-link: The address `https://other,example/a` is not a complete address. » Write `https://other.example/a`."
    ),
    (
      "<a href=\"https://docs.google.com/document/d/abc/edit\">a</a>",
      "3:10: warning private-link: This address is from Google Docs, so visitors may not be able to open it. » Save the document as a PDF next to the article, and link to that file, or use an address that opens without signing in."
    ),
    (
      "<a href=/abuot/>a</a>",
      "3:9: error broken-link: The address `/abuot/` is not an address on this site. » Did you mean `/about/`?"
    ),
    (
      "<img src='/wave.svg'>",
      "3:11: error broken-link: The address `/wave.svg` is not an address on this site. » Did you mean `{{site.assets.wave-svg}}`?"
    ),
    (
      "<img src=\"/nope.png\">",
      "3:11: error broken-link: The address `/nope.png` is not an address on this site."
    ),
    (
      "<a href=\"{{site.home-url}}abuot/#x\">a</a>",
      "3:10: error broken-link: The address `{{site.home-url}}abuot/#x` is not an address on this site. » Did you mean `{{site.home-url}}about/#x`?"
    ),
    (
      "<a href=\"/abuot/#{{title}}\">a</a>",
      "3:10: error broken-link: The address `/abuot/#` is not an address on this site. » Did you mean `/about/#`?"
    ),
    (
      "<a href=\"/About/\">a</a>",
      "3:10: error broken-link: The address `/About/` is not an address on this site. » Did you mean `/about/`?"
    ),
    (
      "<a href=\"/about\">a</a>",
      "3:10: error broken-link: The address `/about` is not an address on this site. » Did you mean `/about/`?"
    ),
    (
      "<a href=\"/signs/draft/\">a</a>",
      "3:10: error unpublished-target: The address `/signs/draft/` leads to `sign:draft`, which is a draft. » Remove it until that article is published."
    ),
    (
      "<img srcset=\"/wawe.svg 1x, {{site.assets.wave-svg}} 2x\">",
      "3:14: error broken-link: The address `/wawe.svg` is not an address on this site. » Did you mean `{{site.assets.wave-svg}}`?"
    ),
    (
      "<video poster=\"/nope.png\" muted></video>",
      "3:16: error broken-link: The address `/nope.png` is not an address on this site."
    ),
    (
      "<form action=\"/serach/\"></form>",
      "3:15: error broken-link: The address `/serach/` is not an address on this site."
    ),
    (
      "<meta http-equiv=\"refresh\" content=\"5; url=/abuot/\">",
      "3:44: error broken-link: The address `/abuot/` is not an address on this site. » Did you mean `/about/`?"
    ),
    (
      "<meta property=\"og:image\" content=\"https://clinic.example/nope.png\">",
      "3:36: error broken-link: The address `https://clinic.example/nope.png` is not an address on this site."
    ),
    (
      "<script src=\"//cdn.example/x.js\"></script>",
      "3:14: error broken-link: The address `//cdn.example/x.js` does not start with `https://`. » Write `https://cdn.example/x.js`."
    ),
    (
      "<a href=\"javascript:void(0)\">a</a>",
      "3:10: error unsafe-link: The address `javascript:void(0)` starts with `javascript:`, which the page's own policy does not allow. » Link to a page, and let a script in `Templates/assets` do the rest."
    ),
    (
      "<a href=\"http://localhost:8080/about/\">a</a>",
      "3:10: error broken-link: The address `http://localhost:8080/about/` points to your own computer or network, which visitors cannot reach. » Write `{{site.home-url}}about/`."
    ),
    (
      "<a href=\"/feed.xml\">a</a>",
      "3:10: error broken-link: The address `/feed.xml` is not an address on this site: no article has `updated`, so there is no feed. » Add a line such as `updated: 2026-11-28` to an article, and the site gets a feed."
    ),
    (
      "<a href=\"sign:outer-pain\">a</a>",
      "3:10: error broken-link: The address `sign:outer-pain` is a link for articles, which does not work in templates. » Write `{{site.home-url}}signs/outer-pain/`."
    ),
    (
      "<img src=\"/causes/hip.svg\">",
      "3:11: error broken-link: The address `/causes/hip.svg` is in `Content`, so it is published only if an article shows it or links to it. » Move the file to `Templates/assets`, and write the name it has there."
    ),
  ])
  func leadsNowhere(html: String, expected: String) async throws {
    expectFaults(try await found(html), ["Templates/page.mustache:\(expected)"])
  }

  /// Styles in a page have no effect, and are checked all the same.
  @Test func addressesOfStyles() async throws {
    let fault = "error broken-link: The address `/nope.png` is not an address on this site."
    let found = try await found(
      "<style>\na { background: url(\"/nope.png\") url({{site.assets.wave-svg}}) }\n</style><p style=\"background: url(/nope.png)\">"
    )
    expectFaults(
      found.filter { !$0.contains("content-policy") },
      ["Templates/page.mustache:4:22: \(fault)", "Templates/page.mustache:5:35: \(fault)"])
    #expect(found.count == 4)
  }

  /// What is shared stands on pages of every depth.
  @Test func pathsWithoutASlashInWhatIsShared() async throws {
    expectFaults(
      try await found(
        "<li><a href=\"about/\">{{title}}</a> <img src=\"wave.svg\"></li>\n", in: "partials/card"),
      [
        "Templates/partials/card.mustache:1:14: error broken-link: The address `about/` goes to a different place from each page that shows it. » Start it at the root of the site: `{{site.home-url}}about/`.",
        "Templates/partials/card.mustache:1:46: error broken-link: The address `wave.svg` goes to a different place from each page that shows it. » Did you mean `{{site.assets.wave-svg}}`?",
      ])
    expectFaults(try await found("<a href=\"about/\">a</a>", in: "home"), [])
    expectFaults(
      try await found("<a href=\"abuot/\">a</a>", in: "home"),
      [
        "Templates/home.mustache:3:10: error broken-link: The address `abuot/` is not an address on this site. » Did you mean `/about/`?"
      ])
  }

  @Test func siteBelowAPath() async throws {
    let base = "https://clinic.example/hips/"
    expectFaults(
      try await found(
        "<a href=\"/hips/about/\">a</a> <a href=\"{{site.home-url}}about/\">b</a> <a href=\"https://clinic.example/shop/\">c</a>",
        base: base), [])
    expectFaults(
      try await found("<a href=\"/about/\">a</a> <a href=\"/hips/abuot/\">b</a>", base: base),
      [
        "Templates/page.mustache:3:10: error broken-link: The address `/about/` is outside this site, which starts at `/hips/`. » Write `{{site.home-url}}about/`.",
        "Templates/page.mustache:3:34: error broken-link: The address `/hips/abuot/` is not an address on this site. » Did you mean `/hips/about/`?",
      ])
  }
}
