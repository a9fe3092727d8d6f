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

/// Where the cache lies, and that it can be wrong without anything being wrong.
struct CacheFolderTests {
  private static func build(_ site: FixtureSite, _ change: (inout BuildOptions) -> Void) async throws
    -> BuildReport
  {
    var options = try site.options(output: site.path + "-out")
    change(&options)
    return try await SiteBuild(options).build()
  }

  private static func clean(_ site: FixtureSite) {
    for end in ["-out", "-cache", "-link", "-other"] {
      try? FileManager.default.removeItem(atPath: site.path + end)
    }
  }

  @Test func aFolderOfItsOwnLeavesTheSourceAsItIs() async throws {
    let site = try FixtureSite()
    defer { Self.clean(site) }
    let before = try site.snapshot(".")
    let first = try await Self.build(site) { $0.cache = site.path + "-cache" }
    #expect(first.publishedTo != nil && first.cachedArticles == 0 && first.cacheRemark == nil)
    #expect(try site.snapshot(".") == before)
    let names = try site.snapshot(site.path + "-cache").names
    let kept = names.filter { !$0.hasSuffix(".pack") && !$0.hasPrefix("lock-") }
    #expect(kept == ["articles", "last-build", "lock"])
    try site.write(
      FixtureSite.article(
        "About this site", body: "Start at [](cause:tendon-pain), [](sign:outer-pain), [](stretch:step-ups)."),
      to: "Content/pages/about.md")
    #expect(try await Self.build(site) { $0.cache = site.path + "-cache" }.cachedArticles == 4)
    #expect(try await Self.build(site) { $0.cache = site.path + "-cache" }.cachedArticles == 5)
    #expect(!FileManager.default.fileExists(atPath: site.path(to: ".limber")))
    let beside = try FileManager.default.contentsOfDirectory(
      atPath: URL(filePath: site.path).deletingLastPathComponent().path)
    #expect(
      !beside.contains { $0.hasPrefix(".limber") && $0.contains(URL(filePath: site.path).lastPathComponent) })
    var options = try site.options()
    options.cache = site.path + "-cache"
    #expect(try await SiteBuild(options).check().cachedArticles == 5)
  }

  /// What comes with the source may be a stranger's; what was named is the caller's.
  @Test func aCacheThatCameWithTheSourceIsPassedOver() async throws {
    let site = try FixtureSite()
    let copy = try FixtureSite()
    defer {
      Self.clean(site)
      Self.clean(copy)
    }
    for isNamed in [false, true] {
      let folder = isNamed ? site.path + "-cache" : site.path(to: ".limber")
      _ = try await Self.build(site) { $0.cache = isNamed ? folder : nil }
      let place = isNamed ? copy.path + "-cache" : copy.path(to: ".limber")
      try FileManager.default.copyItem(atPath: folder, toPath: place)
      let again = try await Self.build(copy) { $0.cache = isNamed ? place : nil }
      #expect(again.cachedArticles == (isNamed ? 5 : 0))
    }
  }

  @Test func theCacheOfAnotherSiteIsPassedOver() async throws {
    let (site, other) = (
      try FixtureSite(), try FixtureSite(["site.yaml": FixtureSite.configuration("Hill", "Dale")])
    )
    defer {
      Self.clean(site)
      Self.clean(other)
    }
    _ = try await Self.build(other) { $0.cache = site.path + "-cache" }
    let report = try await Self.build(site) { $0.cache = site.path + "-cache" }
    #expect(report.cachedArticles == 0 && report.publishedTo != nil)
    #expect(
      report.cacheRemark
        == "The kept articles are damaged, or come from a different program, site or settings.")
    #expect(try await Self.build(site) { $0.cache = site.path + "-cache" }.cachedArticles == 5)
  }

  @Test func aCacheThatAnotherBuildUsesIsPassedOver() async throws {
    let site = try FixtureSite()
    defer { Self.clean(site) }
    let cache = site.path + "-cache"
    let other = try #require(try BuildLock(folder: cache))
    let report = try await Self.build(site) { $0.cache = cache }
    #expect(report.publishedTo != nil && report.errors == 0 && report.cachedArticles == 0)
    #expect(report.cacheRemark == "Another build is using the folder `\(cache)`, so it was not used.")
    withExtendedLifetime(other) {}
  }

  @Test func twoBuildsIntoOneOutputFolderDoNotMeetInASharedCache() async throws {
    let site = try FixtureSite()
    defer { Self.clean(site) }
    let cache = site.path + "-cache"
    let other = try #require(try BuildLock(folder: cache, of: site.path + "-out"))
    await #expect(throws: BuildObstacle.self) { try await Self.build(site) { $0.cache = cache } }
    #expect(try site.snapshot().names == [])
    withExtendedLifetime(other) {}
    let elsewhere = try await Self.build(site) {
      $0.cache = cache
      $0.output = site.path + "-other"
    }
    #expect(elsewhere.publishedTo != nil && elsewhere.cacheRemark == nil)
  }

  @Test func aFolderThatCannotBeWrittenIsPassedOver() async throws {
    let site = try FixtureSite()
    defer { Self.clean(site) }
    try Data().write(to: URL(fileURLWithPath: site.path + "-cache"))
    let report = try await Self.build(site) { $0.cache = site.path + "-cache/inside" }
    #expect(report.publishedTo != nil && report.errors == 0)
    #expect(
      report.cacheRemark == "The folder `\(site.path)-cache/inside` cannot be written, so it was not used.")
  }

  @Test(arguments: ["Content/cache", "Templates/cache", ".git", "site.yaml", "Public/cache", "."])
  func aFolderThatIsForSomethingElseIsRefused(place: String) async throws {
    let site = try FixtureSite()
    var options = try site.options()
    options.cache = site.path(to: place)
    await #expect(throws: BuildObstacle.self) { try await SiteBuild(options).build() }
    await #expect(throws: BuildObstacle.self) { try await SiteBuild(options).check() }
    #expect(try site.snapshot().names == [])
  }

  @Test func aLinkIsRefused() async throws {
    let site = try FixtureSite()
    defer { Self.clean(site) }
    try FileManager.default.createSymbolicLink(atPath: site.path + "-link", withDestinationPath: "/tmp")
    var options = try site.options()
    options.cache = site.path + "-link"
    await #expect(throws: BuildObstacle.self) { try await SiteBuild(options).build() }
    try FileManager.default.createSymbolicLink(atPath: site.path(to: ".limber"), withDestinationPath: "/tmp")
    #expect(try await site.build().diagnostics.map(\.code) == [.symbolicLink])
  }

  @Test(arguments: [("articles", 7), ("articles", 0), (".pack", 9), (".pack", 0)])
  func whatIsCutOffIsPassedOver(name: String, less: Int) async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let published = try site.snapshot()
    let file = try #require(try site.snapshot(".limber").names.first { $0.hasSuffix(name) })
    let bytes = Array(try Data(contentsOf: URL(filePath: site.path(to: ".limber/\(file)"))))
    try site.write(less == 0 ? [] : Array(bytes.dropLast(less)), to: ".limber/\(file)")
    try site.remove(".limber/last-build")
    let report = try await site.build()
    #expect(
      report.cacheRemark
        == (name == "articles"
          ? "The kept articles are damaged, or come from a different program, site or settings."
          : "Some of the kept articles are missing or damaged."))
    #expect(report.errors == 0 && report.cachedArticles < 5)
    #expect(try site.snapshot() == published)
  }

  /// A build or check would write, or read, where a link in it leads.
  @Test(arguments: ["last-build", "articles", "lock", "anything"]) func aLinkInItIsRefused(name: String)
    async throws
  {
    let site = try FixtureSite()
    defer { Self.clean(site) }
    _ = try await Self.build(site) { $0.cache = site.path + "-cache" }
    try? FileManager.default.removeItem(atPath: site.path + "-cache/\(name)")
    let other = site.path(to: "other")
    try site.write("Somebody's own.", to: "other")
    try FileManager.default.createSymbolicLink(
      atPath: site.path + "-cache/\(name)", withDestinationPath: other)
    var options = try site.options()
    options.cache = site.path + "-cache"
    for run in [{ try await SiteBuild(options).build() }, { try await SiteBuild(options).check() }] {
      do {
        _ = try await run()
        Issue.record("\(name) was written or read through")
      } catch BuildObstacle.cache(let sentence) {
        #expect(
          sentence
            == "The cache folder `\(site.path)-cache` contains the symbolic link `\(name)`. Remove it, or choose a folder that holds nothing but what Limber creates."
        )
      }
    }
    #expect(try site.text(of: "other") == "Somebody's own.")
  }

  @Test func verifyingFindsNothingWhereNothingIsWrong() async throws {
    let site = try FixtureSite(PreviewSiteTests.furtherArticles)
    var options = try site.options()
    options.verifiesCache = true
    for body in ["One.", "Two.", "Two.", "A [broken](../causes/tendon-pain.md#nowhere) link.", "Three."] {
      try site.write(FixtureSite.article("Outer hip pain", body: body), to: "Content/signs/outer-pain.md")
      try site.write("main { margin: \(body.utf8.count)px; }", to: "Templates/assets/site.css")
      let plain = site.lines(try await SiteBuild(try site.options()).check())
      #expect(site.lines(try await SiteBuild(options).build()) == plain)
      #expect(site.lines(try await SiteBuild(options).check()) == plain)
    }
  }

  /// The cache of a program that made something else of an article, under the name of this one.
  @Test func verifyingFindsWhatIsWrongAndPutsItRight() async throws {
    let site = try FixtureSite(PreviewSiteTests.furtherArticles)
    _ = try await site.build()
    try Self.falsify(site, "felt at the side", "felt at the back")
    try site.write(FixtureSite.article("Night pain", body: "Changed."), to: "Content/signs/night-pain.md")
    _ = try await site.build()
    #expect(try site.snapshot().text("signs/outer-pain/index.html")?.contains("felt at the back") == true)
    var options = try site.options()
    options.verifiesCache = true
    let report = try await SiteBuild(options).build()
    #expect(
      site.lines(report) == [
        "-: error wrong-cache: With the cache, the site came out different than without it (1 file). » The cache was cleared, and the site is now as it should be. Please report this as a bug of Limber."
      ])
    #expect(try site.snapshot().text("signs/outer-pain/index.html")?.contains("felt at the side") == true)
    #expect(try site.cachedNames() == ["lock"])
  }

  /// A page with other bytes than a build would make, which the record of the last build takes for its own.
  @Test(arguments: [
    // Another text, a title that the page does not show, and nothing that it shows.
    ("Content/stretches/step-ups.md", "Step up, then down.", "Down.", true),
    ("Content/faqs/keep-running.md", "Can I keep running?", "May I run?", true),
    // What it shows: its own text, a card, a page that links to it, a template, settings.
    ("Content/signs/night-pain.md", "Less with", "More with", false),
    ("Content/causes/bone-stress.md", "summary: ", "summary: Now ", false),
    ("Content/pages/about.md", "Start at", "Start at [](sign:night-pain),", false),
    ("Templates/partials/card.mustache", "<li>", "<li >", false),
    ("site.yaml", "sore hips", "sore knees", false),
  ])
  func onlyPagesThatAChangeCanTouchAreMadeAgain(path: String, old: String, new: String, stays: Bool)
    async throws
  {
    let site = try FixtureSite(PreviewSiteTests.furtherArticles)
    _ = try await site.build()
    let page = "signs/night-pain/index.html"
    let folder = try #require(CacheFolder(path: site.path(to: ".limber")))
    var record = try #require(
      BuildRecord(Array(try Data(contentsOf: URL(filePath: folder.path(to: "last-build"))))))
    let text = try site.text(of: "Public/" + page).replacing("</main>", with: "<!-- false --></main>")
    try site.write(text, to: "Public/" + page)
    record.outputs = record.outputs.map { entry in
      guard entry.path == page else { return entry }
      return BuildRecord.Entry(path: page, hash: FileHash(Array(text.utf8)), fingerprint: entry.fingerprint)
    }
    try Data(record.bytes).write(to: URL(filePath: folder.path(to: "last-build")))
    let changed = try site.text(of: path).replacing(old, with: new)
    #expect(changed != (try site.text(of: path)))
    try site.write(changed, to: path)
    #expect(try await site.build().publishedTo != nil)
    #expect(try site.text(of: "Public/" + page).contains("<!-- false -->") == stays)
    var options = try site.options()
    options.verifiesCache = true
    #expect(try await SiteBuild(options).build().errors == (stays ? 1 : 0))
    #expect(try !site.text(of: "Public/" + page).contains("<!-- false -->"))
  }

  private static func falsify(_ site: FixtureSite, _ old: String, _ new: String) throws {
    let folder = try #require(CacheFolder(path: site.path(to: ".limber")))
    let bytes = try #require(folder.read(CachedArticles.file))
    var list = try #require(CachedArticles(bytes))
    let pack = URL(fileURLWithPath: folder.path(to: list.packs[0]))
    var content = try Data(contentsOf: pack)
    let place = try #require(content.range(of: Data(old.utf8)))
    content.replaceSubrange(place, with: Data(new.utf8))
    try content.write(to: pack)
    list.entries = list.entries.map { entry in
      CachedArticles.Entry(
        key: entry.key, hash: FileHash(Array(content[entry.start..<(entry.start + Int(entry.length))])),
        start: entry.start, length: entry.length, article: entry.article, pack: entry.pack,
        asksTitles: entry.asksTitles)
    }
    try folder.replace(CachedArticles.file, with: list.record)
  }
}
