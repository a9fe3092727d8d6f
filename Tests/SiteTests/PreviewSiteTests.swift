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

/// Whether the site kept in memory is, after any change, what a build from nothing gives.
struct PreviewSiteTests {
  @Test func afterRandomEditsEveryFileAndEveryDiagnosticIsThatOfAFullBuild() async throws {
    try await compareAfterEdits(try FixtureSite(Self.furtherArticles), drafts: true) { site, step, random in
      let edit = SiteEdit.random(using: &random)
      let touched = try edit.apply(to: site, step: step, using: &random)
      return ("\(edit) \(touched.sorted())", touched)
    }
  }

  @Test func afterRandomEditsInTwoLanguagesEveryFileAndEveryDiagnosticIsThatOfAFullBuild() async throws {
    try await compareAfterEdits(try await TranslatedSite.make(), drafts: false) { site, step, random in
      let before = try FolderSnapshot(of: site.path).contents
      // Many of them touch no text that has a translation, and many mend what is wrong.
      let edit: TranslationEdit =
        switch Int.random(in: 0..<8, using: &random) {
        case 0...2: .random(using: &random)
        case 3, 4: .restore
        case 5: .untranslatedHeading
        default: .untranslated
        }
      var day = 1
      let name = try await edit.apply(to: site, step: step, day: &day, using: &random)
      let after = try FolderSnapshot(of: site.path).contents
      let touched = Set(before.keys).union(after.keys).filter {
        before[$0] != after[$0] && !$0.hasPrefix("Public/") && !$0.hasPrefix(".limber/")
      }
      return (name, touched)
    }
  }

  /// A hundred edits, and now and then another preview, which takes what the one before it kept. `edit` says what it did, and which
  /// files it touched.
  private func compareAfterEdits(
    _ site: FixtureSite, drafts: Bool,
    edit: (FixtureSite, Int, inout SeededGenerator) async throws -> (name: String, touched: Set<String>)
  ) async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("PreviewSiteTests: seed \(seed)")
    var random = SeededGenerator(seed)
    var preview = try PreviewSite(try site.options(drafts: drafts))
    var changed: Set<String>?
    var history: [String] = []
    var compared = 0
    for step in 0..<100 {
      if Int.random(in: 0..<8, using: &random) == 0 {
        await preview.waitUntilKept()
        preview = try PreviewSite(try site.options(drafts: drafts))
        changed = nil
        history.append("another preview")
      }
      let update = await preview.update(changed)
      let folder = site.path + "-build-\(step)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      let full = try await site.build(output: folder, drafts: drafts)
      #expect(
        site.lines(update.report) == site.lines(full),
        "seed \(seed), after \(history.joined(separator: "; "))")
      #expect((update.snapshot != nil) == (full.errors == 0), "seed \(seed), step \(step)")
      if let snapshot = update.snapshot {
        let different = try Self.differences(snapshot, folder)
        #expect(different.isEmpty, "seed \(seed), after \(history.joined(separator: "; "))")
        if !different.isEmpty { return }
        compared += 1
      }
      let made = try await edit(site, step, &random)
      changed = made.touched
      history.append(made.name)
    }
    #expect(compared > 10, "seed \(seed): too few of the sites were whole to prove anything")
  }

  @Test func whatAPreviewParsedTheNextNeedNotParse() async throws {
    let site = try FixtureSite(Self.furtherArticles)
    func start() async throws -> PreviewSite.Update {
      let preview = try PreviewSite(try site.options(drafts: true))
      let update = await preview.update(nil)
      await preview.waitUntilKept()
      return update
    }
    let first = try await start()
    #expect(first.report.cachedArticles == 0)
    let second = try await start()
    #expect(second.report.cachedArticles == 7)
    #expect(site.lines(second.report) == site.lines(first.report))
    // A build is another program, and has a cache of its own.
    #expect(try await site.build().cachedArticles == 0)
    try site.write(FixtureSite.article("Night pain", body: "Other."), to: "Content/signs/night-pain.md")
    #expect(try await start().report.cachedArticles == 6)
    let kept = site.path(to: ".limber/articles-of-previews")
    try Data("damaged".utf8).write(to: URL(filePath: kept))
    let damaged = try await start()
    #expect(damaged.report.cachedArticles == 0 && damaged.snapshot != nil)
    // Where nothing can be kept, nothing is lost.
    try FileManager.default.removeItem(atPath: site.path(to: ".limber"))
    try Data().write(to: URL(filePath: site.path(to: ".limber")))
    let unkept = try await start()
    #expect(unkept.report.cachedArticles == 0 && unkept.snapshot != nil)
  }

  /// What git said of a commit is remembered: the history, which may be long, is not read for each change.
  @Test func datesOfCommitsAreAskedForOnce() async throws {
    let site = try FixtureSite(["site.yaml": FixtureSite.configuration + "updated: git\n"])
    func git(_ arguments: String...) {
      let who = ["-c", "user.name=T", "-c", "user.email=t@clinic.example"]
      #expect(GitProgram.run(["-C", site.path] + who + arguments).status == 0, "\(arguments)")
    }
    git("init", "--quiet")
    git("add", "--all")
    git("commit", "--quiet", "--message", "one", "--date", "2025-03-01T12:00:00Z")
    let preview = try PreviewSite(try site.options())
    func day(_ changed: Set<String>?) async throws -> String {
      let snapshot = try #require(await preview.update(changed).snapshot)
      let map = String(decoding: try #require(snapshot.file(at: "/sitemap.xml")).bytes, as: UTF8.self)
      return try #require(map.firstMatch(of: /tendon-pain\/<\/loc><lastmod>([^<]*)</)).1.description
    }
    // Only what is approved is in the sitemap.
    let approved = "review: {status: approved, reviewer: Ann Example, reviewed: 2025-01-15}"
    try site.write(
      try site.text(of: "Content/causes/tendon-pain.md").replacing("title:", with: "\(approved)\ntitle:"),
      to: "Content/causes/tendon-pain.md")
    #expect(try await day(nil) == "2025-03-01")
    // Without its objects, git knows which commit is the last, and nothing else.
    let objects = site.path(to: ".git/objects")
    try FileManager.default.moveItem(atPath: objects, toPath: objects + "-away")
    try FileManager.default.createDirectory(atPath: objects, withIntermediateDirectories: true)
    #expect(try await day(nil) == "2025-03-01")
    #expect(try await day(["site.yaml"]) == "2025-03-01")
    try FileManager.default.removeItem(atPath: objects)
    try FileManager.default.moveItem(atPath: objects + "-away", toPath: objects)
    git("add", "--all")
    git("commit", "--quiet", "--message", "two", "--date", "2025-06-10T12:00:00Z")
    #expect(try await day(["site.yaml"]) == "2025-06-10")
  }

  @Test func aBodyIsParsedAgainAlone() async throws {
    let site = try FixtureSite(Self.furtherArticles)
    let preview = try PreviewSite(try site.options())
    let first = await preview.update(nil)
    // Nobody tells of this change, so it stays unseen: only what is said to have changed is read.
    try site.write(FixtureSite.article("Night pain", body: "Unseen."), to: "Content/signs/night-pain.md")
    try site.write(
      FixtureSite.article("Outer hip pain", body: "Felt at the **side**."), to: "Content/signs/outer-pain.md")
    let second = await preview.update(["Content/signs/outer-pain.md"])
    func text(_ update: PreviewSite.Update, _ path: String) -> String {
      String(decoding: update.snapshot?.file(at: path)?.bytes ?? [], as: UTF8.self)
    }
    #expect(text(second, "/signs/outer-pain/").contains("Felt at the <strong>side</strong>."))
    #expect(text(second, "/signs/night-pain/") == text(first, "/signs/night-pain/"))
    #expect(!text(second, "/signs/night-pain/").isEmpty)
  }

  @Test func aPageThatIsStillShownKeepsItsPictures() async throws {
    let picture = "Content/signs/hip.svg"
    let site = try FixtureSite([
      picture: "<svg xmlns='http://www.w3.org/2000/svg' width='4' height='3'></svg>",
      "Content/signs/outer-pain.md": FixtureSite.article("Outer hip pain", body: "![A hip](hip.svg)"),
    ])
    let preview = try PreviewSite(try site.options())
    let first = await preview.update(nil)
    let shown = first.snapshot?.file(at: "/signs/hip.svg")?.bytes
    #expect(shown?.isEmpty == false)
    try site.remove(picture)
    let second = await preview.update([picture])
    #expect(second.snapshot == nil && second.report.errors == 1)
    #expect(first.snapshot?.file(at: "/signs/hip.svg")?.bytes == shown)
    try site.write("<svg xmlns='http://www.w3.org/2000/svg' width='5' height='3'></svg>", to: picture)
    let third = await preview.update([picture])
    #expect(third.snapshot?.file(at: "/signs/hip.svg")?.bytes.count == shown?.count)
    #expect(third.snapshot?.file(at: "/signs/hip.svg")?.bytes != shown)
    // A pipe in its place is not waited for.
    try site.remove(picture)
    #expect(mkfifo(site.path(to: picture), 0o644) == 0)
    let fresh = try PreviewSite(try site.options())
    #expect(await fresh.update(nil).snapshot == nil)
    #expect(await preview.update([]).snapshot?.file(at: "/signs/hip.svg")?.bytes == nil)
  }

  @Test func draftsAreShownAndSaySo() async throws {
    let site = try FixtureSite([
      "Content/signs/night-pain.md": FixtureSite.article("Night pain", "draft: true"),
      "Content/pages/about.md": FixtureSite.article(
        "About", body: "[](sign:night-pain) [](cause:tendon-pain) [](stretch:step-ups)"),
    ])
    let update = await (try PreviewSite(try site.options(drafts: true))).update(nil)
    #expect(update.snapshot?.file(at: "/signs/night-pain/")?.hiddenBecause == "draft")
    #expect(update.snapshot?.file(at: "/signs/outer-pain/")?.hiddenBecause == nil)
  }

  @Test func nothingIsFoundWhereNothingIsPublished() async throws {
    let site = try FixtureSite()
    let update = await (try PreviewSite(try site.options())).update(nil)
    for path in ["/nowhere/", "/signs/OUTER-PAIN/", "signs/outer-pain/", "", "/site.yaml", "/../site.yaml"] {
      #expect(update.snapshot?.file(at: path) == nil, "\(path)")
    }
    #expect(update.snapshot?.file(at: "/")?.path == "index.html")
    #expect(update.snapshot?.file(at: "/signs/")?.path == "signs/index.html")
    #expect(update.snapshot?.file(at: "/signs/outer-pain/index.html")?.path == "signs/outer-pain/index.html")
  }

  static let furtherArticles: [String: String?] = [
    "Templates/search.mustache": FixtureSite.page("<p>{{index-url}}</p>"),
    "Content/signs/night-pain.md": FixtureSite.article(
      "Night pain", body: "Less with outer hip pain, see [](cause:tendon-pain). Step-ups may help.\n\n## When"
    ),
    "Content/causes/bone-stress.md": FixtureSite.article(
      "Bone stress", "also-known-as: [stress reaction]", "signs: [night-pain]", "stretches: []",
      body: "A stress reaction is not tendon pain."),
  ]

  /// The names of files that differ between what is in memory and what was built.
  private static func differences(_ snapshot: PreviewSnapshot, _ folder: String) throws -> [String] {
    let built = try FolderSnapshot(of: folder).contents.filter { $0.key != GeneratedPages.outputMarker }
    let shown = Set(paths(of: snapshot))
    return shown.symmetricDifference(built.keys).sorted()
      + built.keys.sorted().filter { name in
        shown.contains(name) && snapshot.file(at: "/" + name)?.bytes != built[name]
      }
  }

  /// Every file of the site, relative to the output folder.
  private static func paths(of snapshot: PreviewSnapshot) -> [String] {
    let output = snapshot.output
    let sides = [output] + output.editions
    let pages = sides.flatMap { side in
      side.index.articles.filter(\.hasPage).map { article in
        let folder = side.folder(of: article)
        return folder.isEmpty ? "index.html" : folder + "/index.html"
      }
    }
    return pages + sides.flatMap { $0.fileGroups.flatMap { $0() } }.map(\.path)
      + snapshot.searchFiles.map(\.path)
  }
}
