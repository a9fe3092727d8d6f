import FixtureSite
import Testing

@testable import Site

/// `addresses.txt`: where readers ever found something, they find something.
@Suite struct PublishedAddressTests {
  private static func found(_ addresses: String, _ changes: [String: String?] = [:]) async throws -> [String]
  {
    try await faults(changes.merging(["addresses.txt": addresses]) { $1 }).filter { $0.contains(" error ") }
  }

  @Test(arguments: [
    "", "\n# A note\n\n", "/", "/causes/tendon-pain/", "/causes/tendon-pain",
    "/causes/tendon-pain/index.html",
    "/CAUSES/tendon-pain/\r\n/causes/\r\n", "\u{FEFF}/signs/outer-pain/", "  /stretches/  ",
    "/causes/tendon-pain/\n/causes/tendon-pain/\n",
  ])
  func ledSomewhere(_ addresses: String) async throws {
    expectFaults(try await Self.found(addresses), [])
  }

  @Test func lost() async throws {
    expectFaults(
      try await Self.found("# Ours\n/causes/tendon-pane/\n /old.pdf\n/hours/us/today/\n/causes/?p=12\n"),
      [
        "addresses.txt:2:1: error lost-address: Readers once found something at `/causes/tendon-pane/`, and now it leads nowhere. » Add `redirect-from: [/causes/tendon-pane/]` to the front matter of the article that replaces it, such as `Content/causes/tendon-pain.md`.",
        "addresses.txt:3:2: error lost-address: Readers once found something at `/old.pdf`, and now it leads nowhere. » Add `redirect-from: [/old.pdf]` to the front matter of the article that replaces it.",
        "addresses.txt:4:1: error lost-address: Readers once found something at `/hours/us/today/`, and now it leads nowhere. » Add `redirect-from: [/hours/us/today/]` to the front matter of the article that replaces it.",
        "addresses.txt:5:1: error lost-address: Readers once found something at `/causes/?p=12`, and now it leads nowhere. » Add `redirect-from: [/causes/?p=12]` to the front matter of the article that replaces it.",
      ])
  }

  /// The line that the hint gives mends it, whatever the address is.
  @Test(arguments: ["/old/", "/old.pdf", "/blog/?p=12", "/caf%C3%A9/", "/a/b/c.html"])
  func redirected(_ address: String) async throws {
    expectFaults(
      try await Self.found(
        address,
        ["Content/pages/hours.md": FixtureSite.article("Our hours", "redirect-from: [\"\(address)\"]")]), []
    )
  }

  @Test(arguments: [
    ("draft: true", "a draft"), ("publish-on: 2026-04-01", "not published yet"),
    ("expires-on: 2026-02-01", "no longer published"),
  ])
  func unpublished(_ key: String, _ reason: String) async throws {
    expectFaults(
      try await Self.found(
        "/hours/", ["Content/pages/hours.md": FixtureSite.article("Our hours", key)]
      ).filter { $0.hasPrefix("addresses") },
      [
        "addresses.txt:1:1: error lost-address: Readers once found something at `/hours/`, and now it leads nowhere, because `Content/pages/hours.md` is \(reason). » To take it back on purpose, write `review: {status: withdrawn}` in `Content/pages/hours.md`. If another article replaces it, add `redirect-from: [/hours/]` there."
      ])
  }

  /// A download that no article leads to any more is not published.
  @Test func downloads() async throws {
    let page = FixtureSite.article("Our hours", body: "The [plan](plan.pdf).")
    expectFaults(
      try await Self.found(
        "/pages/plan.pdf", ["Content/pages/plan.pdf": "%PDF-1.4\n%%EOF\n", "Content/pages/hours.md": page]),
      [])
    let without = try await Self.found("/pages/plan.pdf", ["Content/pages/plan.pdf": "%PDF-1.4\n%%EOF\n"])
    #expect(without.contains { $0.hasPrefix("addresses.txt:1:1: error lost-address") }, "\(without)")
  }

  private static func losses(_ report: BuildReport) -> [String] {
    report.diagnostics.filter { $0.code == .lostAddress }.map {
      "\($0.severity.rawValue) \($0.message) » \($0.hint ?? "")"
    }
  }

  /// What readers find now is told before it is taken away, and only then.
  @Test func takenAwayByThisBuild() async throws {
    let page = FixtureSite.article(
      "Our hours", "redirect-from: [/open/, /old.html]", body: "The [plan](plan.pdf) and ![a](a.svg).")
    let site = try FixtureSite([
      "Content/pages/hours.md": page, "Content/pages/plan.pdf": "%PDF-1.4\n%%EOF\n",
      "Content/pages/a.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"/>",
    ])
    let options = try site.options()
    #expect(Self.losses(try await SiteBuild(options).build()) == [])
    for name in ["hours.md", "plan.pdf", "a.svg"] { try site.remove("Content/pages/\(name)") }
    let expected = ["/hours/", "/old.html", "/open/", "/pages/plan.pdf"].map {
      "warning Readers find something at `\($0)` now, and this build would take it away. » Add `redirect-from: [\($0)]` to the front matter of the article that replaces it."
    }
    #expect(Self.losses(try await SiteBuild(options).check()) == expected)
    var strict = options
    strict.isStrict = true
    #expect(try await SiteBuild(strict).build().publishedTo == nil)
    // Whoever lists them is told at the line, and not twice.
    try site.write("/hours/\n", to: "addresses.txt")
    let listed = try await SiteBuild(options).check().diagnostics.filter { $0.code == .lostAddress }
    #expect(listed.count == 4 && listed.first { $0.severity == .error }?.file == "addresses.txt")
    try site.remove("addresses.txt")
    var verified = options
    verified.verifiesCache = true
    #expect(Self.losses(try await SiteBuild(verified).build()) == expected)
    #expect(Self.losses(try await SiteBuild(options).build()) == [])
    #expect(Self.losses(try await SiteBuild(options).check()) == [])
  }

  @Test func whatLeadsOnIsNotTakenAway() async throws {
    let site = try FixtureSite([
      "Content/pages/hours.md": FixtureSite.article("Our hours"),
      "Content/pages/place.md": FixtureSite.article("Our place"),
    ])
    let options = try site.options()
    #expect(Self.losses(try await SiteBuild(options).build()) == [])
    try site.write(
      FixtureSite.article("Our hours", "review: {status: withdrawn}"), to: "Content/pages/hours.md")
    try site.remove("Content/pages/place.md")
    try site.write(
      FixtureSite.article("Where we are", "redirect-from: [/place/]"), to: "Content/pages/where.md")
    #expect(Self.losses(try await SiteBuild(options).build()) == [])
    try site.write(FixtureSite.article("Where we are", "draft: true"), to: "Content/pages/where.md")
    #expect(
      Self.losses(try await SiteBuild(options).check()).contains {
        $0.hasPrefix(
          "warning Readers find something at `/where/` now, and this build would take it away, because `Content/pages/where.md` is a draft. » To take it back on purpose"
        )
      })
  }

  @Test(arguments: [
    "hours", "https://clinic.example/hours/", "/a b/", "<<<<<<< HEAD", "/a/#b", "//x/", "/../x/",
  ])
  func noAddress(_ text: String) async throws {
    expectFaults(
      try await Self.found("/\n\(text)\n"),
      [
        "addresses.txt:2:1: error bad-address: `\(text)` is not an address of this site. » Write a path from the root of this site, such as `/causes/tendon-pain/`, or delete the line."
      ])
  }

  /// A withdrawn article's addresses serve a page that says so, unless something else is there.
  @Test func withdrawn() async throws {
    let keys = "review: {status: withdrawn}\nredirect-from: [/team/, /us.html]"
    let site = try FixtureSite([
      "addresses.txt": "/hours/\n/team/\n/us.html\n",
      "Content/pages/hours.md": FixtureSite.article("About <us>", keys),
    ])
    let report = try await SiteBuild(try site.options()).build()
    #expect(site.lines(report) == [])
    for place in ["hours/index.html", "team/index.html", "us.html"] {
      let page = try site.text(of: "Public/" + place)
      #expect(
        page.contains("This page was withdrawn.") && page.contains("About &lt;us&gt;")
          && page.contains("noindex"))
    }
    #expect(try !site.text(of: "Public/sitemap.xml").contains("/hours/"))
    try site.write(
      FixtureSite.article("Our clinic", "redirect-from: [/hours/, /team/]"),
      to: "Content/pages/clinic.md")
    #expect(site.lines(try await SiteBuild(try site.options()).build()).filter { $0.contains("error") } == [])
    #expect(try site.text(of: "Public/hours/index.html").contains("This page has moved"))
    #expect(try site.text(of: "Public/us.html").contains("This page was withdrawn."))
  }

  /// What is withdrawn is shown by the site's own template, if there is one.
  @Test func withdrawnTemplate() async throws {
    let site = try FixtureSite([
      "Templates/withdrawn.mustache": "<h1>{{title}}: gone</h1>\n",
      "Content/pages/hours.md": FixtureSite.article("Our hours", "review: {status: withdrawn}"),
    ])
    _ = try await SiteBuild(try site.options()).build()
    #expect(try site.text(of: "Public/hours/index.html") == "<h1>Our hours: gone</h1>\n")
  }

  /// An edit of the list alone is noticed by a build that would publish the same.
  @Test func changedListIsRead() async throws {
    let site = try FixtureSite(["addresses.txt": "/\n"])
    #expect(try await SiteBuild(try site.options()).build().errors == 0)
    try site.write("/gone/\n", to: "addresses.txt")
    #expect(try await SiteBuild(try site.options()).build().errors == 1)
  }
}
