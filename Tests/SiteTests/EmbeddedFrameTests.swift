import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// Frames of other sites load nothing until a visitor asks for them.
@Suite struct EmbeddedFrameTests {
  private static let policy =
    "markdown: {raw-html: true}\ncontent-policy: {frame: [https://maps.example, self]}"

  private static func site(_ files: [String: String?], _ settings: String = policy) throws -> FixtureSite {
    try FixtureSite(
      files.merging(["site.yaml": FixtureSite.configuration("language: en", "language: en\n\(settings)")]) {
        $1
      })
  }

  private static func script(of site: FixtureSite) throws -> String {
    try #require(try site.snapshot().names.first { $0.hasPrefix("assets/frame.") })
  }

  private static func page(_ html: String) async throws -> (page: String, script: String) {
    let site = try site(["Templates/page.mustache": FixtureSite.page("<main>\(html)</main>")])
    #expect(site.lines(try await site.build()) == [])
    let text = try site.snapshot().text("about/index.html") ?? ""
    let main = text.split(separator: "<main>").last?.split(separator: "</main>").first
    return (String(main ?? ""), try script(of: site))
  }

  private static func box(_ name: String, _ link: String, _ address: String, _ tag: String, _ script: String)
    -> String
  {
    "<span class=\"frame\" data-frame=\"Show \(name). It will learn that you are here.\"><a href=\"\(address)\">\(link)</a><template>\(tag)</iframe></template></span><script type=\"module\" src=\"/\(script)\"></script>"
  }

  @Test(arguments: [
    (
      "<iframe title=\"A map\" src=\"https://maps.example/a?b&amp;c\" width=9>Old browser <b></iframe>x",
      "“A map” from maps.example", "A map (maps.example)", "https://maps.example/a?b&amp;c",
      "<iframe title=\"A map\" src=\"https://maps.example/a?b&amp;c\" width=9>"
    ),
    (
      "<IFRAME src='https://Maps.example/\"x'></IFRAME >x", "the page from maps.example",
      "A page of maps.example",
      "https://Maps.example/&quot;x",
      "<IFRAME title=\"A page of maps.example\" src='https://Maps.example/\"x'>"
    ),
    (
      "<iframe title='{{title}} <b>' src=\"https://maps.example/{{language}}/\"></iframe>x",
      "“About this site &lt;b&gt;” from maps.example", "About this site &lt;b&gt; (maps.example)",
      "https://maps.example/en/", "<iframe title='About this site <b>' src=\"https://maps.example/en/\">"
    ),
  ])
  func inTemplates(html: String, name: String, link: String, address: String, tag: String) async throws {
    let (page, script) = try await Self.page(html)
    #expect(page == Self.box(name, link, address, tag, script) + "x")
  }

  @Test func whatOnlyThePageKnows() async throws {
    let (page, script) = try await Self.page("<iframe title=\"Map\" src=\"{{url}}\"></iframe>")
    #expect(
      page
        == Self.box("“Map” from {host}", "Map", "/about/", "<iframe title=\"Map\" src=\"/about/\">", script))
  }

  @Test(arguments: [
    "<iframe title=\"a\" src=\"{{site.home-url}}about/\"></iframe>",
    "<iframe title=\"a\" src=\"/about/\"></iframe>",
    "<iframe title=\"a\" src=\"https://clinic.example/about/\"></iframe>", "<iframe title=\"a\"></iframe>",
  ])
  func ownPagesLoadAtOnce(html: String) async throws {
    let (page, _) = try await Self.page(html)
    #expect(page == html.replacing("{{site.home-url}}", with: "/"))
  }

  private static func body(_ markdown: String, _ settings: String = policy) async throws -> (String, String) {
    let site = try site(
      [
        "Content/causes/tendon-pain.md": FixtureSite.cause(body: markdown),
        "Templates/cause.mustache": FixtureSite.page("<main>{{{body}}}</main>"),
      ], settings)
    #expect(site.lines(try await site.build()) == [])
    let text = try site.snapshot().text("causes/tendon-pain/index.html") ?? ""
    let main = text.split(separator: "<main>").last?.split(separator: "</main>").first
    return (String(main ?? ""), try script(of: site))
  }

  @Test func inArticles() async throws {
    let tag = "<iframe title=\"A map\" src=\"https://maps.example/a\">"
    let (block, script) = try await Self.body("\(tag)Old</iframe>\n\nText.")
    let box = Self.box(
      "“A map” from maps.example", "A map (maps.example)", "https://maps.example/a", tag, script)
    #expect(block == "\(box)\n<p>Text.</p>\n")
    let (inline, _) = try await Self.body("See \(tag)</iframe> here.")
    #expect(inline == "<p>See \(box) here.</p>\n")
    let (parts, _) = try await Self.body("<div>\n\(tag)\n\n</iframe>\n</div>")
    #expect(parts == "<div>\n\(box)\n\n</div>\n" || parts == "<div>\n\(box)\n</div>\n", "\(parts)")
    let (own, _) = try await Self.body("<iframe title=\"a\" src=\"/about/\"></iframe>")
    #expect(own == "<iframe title=\"a\" src=\"/about/\"></iframe>\n")
  }

  @Test func theScriptIsTheSitesOwnIfItHasOne() async throws {
    let site = try Self.site(["Templates/assets/frame.js": "mine()"])
    _ = try await site.build()
    #expect(try site.snapshot().text(Self.script(of: site)) == "mine()")
    let without = try Self.site([:], "content-policy: {frame: [self]}")
    _ = try await without.build()
    #expect(try without.snapshot().names.allSatisfy { !$0.hasPrefix("assets/frame.") })
  }

  /// What an article's HTML names is another file when the script changes.
  @Test func theCacheKnowsTheScript() async throws {
    let site = try Self.site([
      "Content/causes/tendon-pain.md": FixtureSite.cause(
        body: "<iframe title=\"A map\" src=\"https://maps.example/a\"></iframe>"),
      "Templates/cause.mustache": FixtureSite.page("{{{body}}}"), "Templates/assets/frame.js": "one()",
    ])
    _ = try await site.build()
    let first = try Self.script(of: site)
    try site.write("two()", to: "Templates/assets/frame.js")
    _ = try await site.build()
    // The script of the build before stays for visitors who have its pages.
    let scripts = try site.snapshot().names.filter { $0.hasPrefix("assets/frame.") && $0 != first }
    #expect(scripts.count == 1)
    let page = try site.snapshot().text("causes/tendon-pain/index.html") ?? ""
    #expect(scripts.allSatisfy(page.contains) && !page.contains(first), "\(page)")
  }

  // MARK: Analytics

  private static func found(_ setting: String, _ files: [String: String?] = [:]) async throws -> [String] {
    let site = try site(files, "analytics: {\(setting)}")
    return site.lines(try await site.check()).map { $0.replacing("site.yaml:", with: "") }
  }

  private static let script =
    "a file in `Templates/assets`, such as `visits.js`, or an address that starts with `https://`"

  @Test(arguments: [
    ("name: Stats", "5:12: error missing-key: The key `script` is missing."),
    (
      "script: \"http://stats.example/x.js\", name: Stats",
      "5:21: error wrong-type: `script` must be \(script), not the text \"http://stats.example/x.js\". » Write `https://stats.example/x.js`."
    ),
    (
      "script: \"javascript:x\", name: Stats",
      "5:21: error wrong-type: `script` must be \(script), not the text \"javascript:x\"."
    ),
    (
      "script: visits.js, name: Stats",
      "5:21: error missing-asset: `script` is `visits.js`, but `Templates/assets` has no such file. » Put the file into `Templates/assets`."
    ),
    (
      "script: https://stats.example/x.js, name: Stats",
      "5:21: error bad-configuration: No template loads this script, so it would count nothing. » Write `{{#site.analytics}}<script defer src=\"{{script}}\"></script>{{/site.analytics}}` in the head of `Templates/layout.mustache`."
    ),
    (
      "script: https://stats.example/x.js, name: Stats, sends-to: [stats.example]",
      "5:73: error wrong-type: `sends-to` must be the address of a site that starts with `https://`, such as `https://maps.example`, or `self`, not `stats.example`. » Write `https://stats.example`."
    ),
  ])
  func wrongAnalytics(setting: String, expected: String) async throws {
    let found = try await Self.found(setting)
    let unstated =
      "5:21: error bad-configuration: No page tells readers that `Stats` learns of their visits. "
    let told = found.filter { !$0.hasPrefix(unstated) }
    #expect(told.map { $0.prefix(expected.count) == expected } == [true], "\(found)")
  }

  private static let template = FixtureSite.page(
    "<p>{{content-policy}}</p>{{#site.analytics}}<script defer src=\"{{script}}\"></script>{{name}}:{{#hosts}} {{.}}{{/hosts}}{{/site.analytics}}{{^site.analytics}}Nobody{{/site.analytics}}"
  )

  @Test(arguments: [
    (
      "script: https://stats.example/x.js?site=1, name: Example Stats",
      "script-src &#39;self&#39; https://stats.example/x.js; ",
      "connect-src &#39;self&#39; https://stats.example; ",
      "<script defer src=\"https://stats.example/x.js?site=1\"></script>Example Stats: stats.example"
    ),
    (
      "script: https://cdn.example/x.js, name: Example Stats, sends-to: [https://stats.example/a]",
      "script-src &#39;self&#39; https://cdn.example/x.js; ",
      "connect-src &#39;self&#39; https://stats.example/a; ",
      "<script defer src=\"https://cdn.example/x.js\"></script>Example Stats: cdn.example stats.example"
    ),
  ])
  func analytics(setting: String, scripts: String, requests: String, shown: String) async throws {
    let site = try Self.site(["Templates/page.mustache": Self.template], "analytics: {\(setting)}")
    #expect(site.lines(try await site.build()) == [])
    let page = try site.snapshot().text("about/index.html") ?? ""
    for part in [scripts, requests, shown] { #expect(page.contains(part), "\(page)") }
  }

  @Test func ownScript() async throws {
    let site = try Self.site(
      [
        "Templates/page.mustache": Self.template,
        "Templates/assets/visits.js": "navigator.sendBeacon(\"https://stats.example/\")",
      ], "analytics: {script: visits.js, name: Example Stats, sends-to: [https://stats.example]}")
    #expect(site.lines(try await site.build()) == [])
    let page = try site.snapshot().text("about/index.html") ?? ""
    #expect(page.contains("src=\"/assets/visits."))
    #expect(page.contains("Example Stats: stats.example"))
    #expect(page.contains("connect-src &#39;self&#39; https://stats.example; "))
    let without = try Self.site(["Templates/page.mustache": Self.template], "content-policy: {font: [self]}")
    _ = try await without.build()
    #expect(try without.snapshot().text("about/index.html")?.contains("Nobody") == true)
  }
}
