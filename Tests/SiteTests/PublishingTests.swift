import FixtureSite
import Foundation
import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// How a new site takes the old one's place.
@Suite struct PublishingTests {
  @Test func unchangedFilesStayTheFilesTheyWere() async throws {
    let site = try FixtureSite(["Content/pages/later.md": FixtureSite.article("Later", "draft: true")])
    let first = try await site.build()
    let before = try site.snapshot()
    #expect(first.written == before.names.count - 1, "every file but the marker")
    try site.write(
      FixtureSite.article("Step-ups", body: "Step up. Then step down."), to: "Content/stretches/step-ups.md")
    let second = try await site.build()
    let after = try site.snapshot()
    let changed = after.names.filter { after.files[$0] != before.files[$0] }
    #expect(changed == ["stretches/step-ups/index.html"])
    #expect(second.written == 1)
    #expect(try await site.build().written == 0)
    #expect(try site.snapshot() == after)
  }

  @Test func staleFilesGo() async throws {
    let site = try FixtureSite([
      "Content/pages/old.md": FixtureSite.article("Old", "redirect-from: [/older/]")
    ])
    _ = try await site.build()
    #expect(try site.snapshot().names.contains("old/index.html"))
    try site.remove("Content/pages/old.md")
    _ = try await site.build()
    #expect(
      try site.snapshot().names == [
        ".limber-output", "404.html", "_headers", "about/index.html", "assets/site.c6d5cbd2.css",
        "causes/index.html",
        "causes/tendon-pain/index.html", "faqs/index.html", "faqs/keep-running/index.html", "index.html",
        "robots.txt",
        "signs/index.html", "signs/outer-pain/index.html", "site.webmanifest", "sitemap.xml",
        "stretches/index.html",
        "stretches/step-ups/index.html",
      ])
    #expect(!FileManager.default.fileExists(atPath: site.path(to: "Public/older")))
    #expect(try site.cachedNames() == ["articles", "last-build", "lock"])
  }

  @Test(arguments: [".gitignore", ".gitkeep", "README.md"]) func placeholderStays(name: String) async throws {
    let site = try FixtureSite(["Public/\(name)": "*\n"])
    let before = try site.snapshot().files[name]
    _ = try await site.build()
    _ = try await site.build()
    #expect(try site.snapshot().files[name] == before && before != nil)
  }

  @Test func markerSaysWhoseFolderItIs() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    #expect(
      try site.snapshot().text(".limber-output")
        == """
        Made by limber build, which replaces this folder as a whole. Do not edit it.
        assets/site.c6d5cbd2.css
        /
        /causes/tendon-pain/index.html
        /faqs/keep-running/index.html
        /about/index.html
        /signs/outer-pain/index.html
        /stretches/step-ups/index.html
        /assets/site.c6d5cbd2.css
        /causes/index.html
        /signs/index.html
        /stretches/index.html
        /faqs/index.html
        /index.html
        /404.html
        /sitemap.xml
        /robots.txt
        /site.webmanifest
        /_headers

        """)
  }

  /// What an earlier build left that was ended while it wrote.
  @Test func leftoversAreCleared() async throws {
    let site = try FixtureSite([
      ".limber/staging/half.html": "<p>", ".limber/previous/index.html": "<p>old</p>",
    ])
    #expect(try await site.build().publishedTo != nil)
    #expect(try site.cachedNames() == ["articles", "last-build", "lock"])
    #expect(try !site.snapshot().names.contains("half.html"))
  }

  /// A site that was moved aside, and not yet replaced, is the published one; nothing else that lies there is.
  @Test(arguments: [true, false]) func siteLeftAsideIsPutBack(isOurs: Bool) async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    if !isOurs { try site.remove("Public/.limber-output") }
    try FileManager.default.moveItem(
      atPath: site.path(to: "Public"), toPath: site.path(to: ".limber/previous"))
    try site.write("name: [", to: "site.yaml")
    let report = try await site.build()
    #expect(report.publishedTo == nil && report.errors > 0)
    #expect(try site.snapshot().names.contains("index.html") == isOurs)
    try site.write(FixtureSite.configuration, to: "site.yaml")
    #expect(try await site.build().publishedTo != nil)
    #expect(try site.cachedNames() == ["articles", "last-build", "lock"])
  }

  @Test func numberOfJobsAndFolderDoNotShow() async throws {
    var changes: [String: String?] = [:]
    for number in 0..<80 {
      changes["Content/signs/sign-\(number).md"] = FixtureSite.article(
        "Sign \(number % 7)",
        body: "Like [](sign:sign-\((number * 31 + 1) % 80)). Tendon pain, step-ups.\n\n## A\n\n## B\n\n## C")
    }
    let one = try FixtureSite(changes)
    let two = try FixtureSite(changes)
    let first = try await one.build(jobs: 1)
    #expect(first.publishedTo != nil)
    #expect(try await one.lines(first) == two.lines(two.build(jobs: 2)))
    #expect(try one.snapshot().contents == two.snapshot().contents)
    _ = try await two.build(output: two.path(to: "Elsewhere"), jobs: 7)
    #expect(try two.snapshot("Elsewhere").contents == one.snapshot().contents)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/shm"), "needs a second file system at /dev/shm")
  )
  func outputOnAnotherFileSystem() async throws {
    let site = try FixtureSite()
    let other = try FixtureSite(["Public/.gitkeep": ""], in: "/dev/shm")
    let output = other.path(to: "Public")
    #expect(site.lines(try await site.build(output: output)) == [])
    let before = try other.snapshot()
    _ = try await site.build()
    var contents = before.contents
    #expect(contents.removeValue(forKey: ".gitkeep") == [])
    #expect(try contents == site.snapshot().contents)
    try site.remove("Content/faqs/keep-running.md")
    _ = try await site.build(output: output)
    let after = try other.snapshot()
    #expect(!after.names.contains("faqs/keep-running/index.html"))
    #expect(!after.names.contains { $0.hasPrefix(GeneratedPages.stagingFolder) })
    #expect(
      after.files["assets/site.c6d5cbd2.css"] == before.files["assets/site.c6d5cbd2.css"],
      "unchanged files stay the files they were")
  }

  /// Where entries are swapped one by one, a kill leaves pages whose assets are there, and a folder that the next build knows.
  @Test func assetsAreSwappedBeforePagesAndTheMarkerWhereItHelps() {
    let entries: [(name: String, kind: SystemCalls.Status.Kind)] = [
      ("signs", .folder), ("index.html", .file), (".limber-output", .file), ("assets", .folder),
      ("404.html", .file),
      ("assets.html", .file),
    ]
    #expect(
      Publisher.swapOrder(entries, replacesMarker: false).map(\.name)
        == [".limber-output", "assets", "404.html", "assets.html", "index.html", "signs"])
    #expect(
      Publisher.swapOrder(entries, replacesMarker: true).map(\.name)
        == ["assets", "404.html", "assets.html", "index.html", "signs", ".limber-output"])
    #expect(Publisher.swapOrder(entries, replacesMarker: true).map(\.kind).last == .file)
  }

  @Test func secondBuildIsKeptOut() async throws {
    let site = try FixtureSite()
    let folder = try #require(SourceFolder(site.path))
    let lock = try #require(try BuildLock(source: folder))
    await #expect(throws: BuildObstacle.self) { _ = try await site.build() }
    #expect(site.lines(try await site.check()) == [], "a check writes nothing and waits for nobody")
    withExtendedLifetime(lock) {}
  }

  @Test func redirectPage() async throws {
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause("redirect-from: [/Old_page/v1.0/~x/]")
    ])
    _ = try await site.build()
    #expect(
      try site.snapshot().text("Old_page/v1.0/~x/index.html") == """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>This page has moved</title>
        <meta http-equiv="refresh" content="0; url=/causes/tendon-pain/">
        <link rel="canonical" href="https://clinic.example/causes/tendon-pain/">
        </head>
        <body>
        <main>
        <h1>This page has moved</h1>
        <p><a href="/causes/tendon-pain/">Go to its new address</a></p>
        </main>
        </body>
        </html>

        """)
  }

  /// Of articles only those that a clinician approved: the others say `noindex`.
  @Test func sitemap() async throws {
    let approved = "review: {status: approved, reviewer: Dr. Example, reviewed: 2026-02-01}"
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause("updated: 2026-01-20", approved),
      "Content/signs/draft.md": FixtureSite.article("Draft", "draft: true", approved),
      "Content/pages/about.md": FixtureSite.article(
        "About this site", approved, body: "Start at [](cause:tendon-pain)."),
    ])
    _ = try await site.build()
    let paths = ["/", "/causes/", "/signs/", "/stretches/", "/faqs/"]
    let articles = ["/causes/tendon-pain/", "/about/"]
    for (place, name) in [("signs/outer-pain", "noindex"), ("causes/tendon-pain", "")] {
      let page = try site.snapshot().text("\(place)/index.html") ?? ""
      #expect(page.contains("noindex") == (name == "noindex"))
    }
    let entries = (paths + articles).map { path in
      let changed = path == "/causes/tendon-pain/" ? "<lastmod>2026-01-20</lastmod>" : ""
      return "<url><loc>https://clinic.example\(path)</loc>\(changed)</url>\n"
    }
    let head =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
    #expect(try site.snapshot().text("sitemap.xml") == head + entries.joined() + "</urlset>\n")
    #expect(
      try site.snapshot().text("robots.txt")
        == "User-agent: *\nAllow: /\nSitemap: https://clinic.example/sitemap.xml\n")
  }

  @Test func sitemapOfALargeSite() {
    let entries = (0..<50_001).map {
      Sitemap.Entry(address: Array("https://a.example/\($0)/".utf8), changed: "")
    }
    let files = Sitemap.files(entries, root: "https://a.example/b")
    #expect(files.map(\.name) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self).contains(
        "<sitemap><loc>https://a.example/b/sitemap-2.xml</loc></sitemap>"))
    #expect(String(decoding: files[2].bytes, as: UTF8.self).contains("<loc>https://a.example/50000/</loc>"))
  }

  /// Every address of a site that is served below a path begins with it.
  @Test func siteBelowAPath() async throws {
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration("https://clinic.example/", "https://clinic.example/hips/"),
      "Content/causes/tendon-pain.md": FixtureSite.cause(
        "redirect-from: [/old/]",
        body:
          "[a](../signs/outer-pain.md#x), [b](sign:outer-pain), [c](/signs/outer-pain/), [d](/signs/), [e](../signs), step-ups, ![A hip](hip.svg), [f](notes.pdf)\n\n## X"
      ),
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", body: "## X"),
      "Content/causes/hip.svg": "<svg viewBox='0 0 4 3'></svg>", "Content/causes/notes.pdf": "%PDF-1.7",
    ])
    #expect(site.lines(try await site.build()) == [])
    let snapshot = try site.snapshot()
    #expect(snapshot.names.contains("old/index.html") && snapshot.names.contains("causes/notes.pdf"))
    for name in snapshot.names where name.hasSuffix(".html") {
      let text = snapshot.text(name) ?? ""
      let addresses = text.matches(of: /(?:href|src|url)="?=?"?([^"]*)"/).map { String($0.1) }
      #expect(!addresses.isEmpty)
      for address in addresses where !address.hasPrefix("#") {
        #expect(
          address.hasPrefix("/hips/") || address.hasPrefix("https://clinic.example/hips/"),
          "\(name): \(address)")
      }
    }
    #expect(snapshot.text("old/index.html")?.contains("url=/hips/causes/tendon-pain/\"") == true)
    #expect(snapshot.text("sitemap.xml")?.contains("<loc>https://clinic.example/hips/signs/</loc>") == true)
    #expect(snapshot.text("robots.txt")?.contains("Sitemap: https://clinic.example/hips/sitemap.xml") == true)
  }
}
