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

/// Whether a build that takes articles from the cache is, after any change, what a build from nothing gives.
struct ArticleCacheTests {
  /// A link to an article that lies where it is not read is told there. When that one goes, the link is broken, though its text
  /// and every address are as they were.
  @Test func aStrayThatGoes() async throws {
    let site = try FixtureSite([
      "Content/other/lost.md": FixtureSite.article("Lost"),
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: "See [it](../other/lost.md)."),
    ])
    let options = try site.options()
    #expect(try await SiteBuild(options).build().diagnostics.map(\.code) == [.noSuchKindFolder])
    try site.remove("Content/other/lost.md")
    #expect(try await SiteBuild(options).build().diagnostics.map(\.code) == [.brokenLink])
  }

  @Test func afterRandomEditsEveryFileAndTheReportAreThoseOfACleanBuild() async throws {
    try await CachedSequences.compare("ArticleCacheTests") {
      try FixtureSite(PreviewSiteTests.furtherArticles)
    } edit: { site, step, day, random in
      try Self.edit(site, step: step, day: &day, using: &random)
    }
  }

  /// Makes a change; what it was.
  private static func edit(
    _ site: FixtureSite, step: Int, day: inout Int, using random: inout SeededGenerator
  ) throws -> String {
    if Bool.random(using: &random) {
      let edit = SiteEdit.random(using: &random)
      _ = try edit.apply(to: site, step: step, using: &random)
      return "\(edit)"
    }
    let edit = FurtherEdit.allCases.randomElement(using: &random) ?? .summary
    try edit.apply(to: site, step: step, day: &day, using: &random)
    return "\(edit)"
  }

  @Test(arguments: [
    ("Content/signs/outer-pain.md", "It is felt at the side.", "It is felt at the back.", 6),
    // Others ask for this title, or mention it.
    ("Content/signs/outer-pain.md", "title: Outer hip pain", "title: Lateral hurt", 4),
    ("Content/signs/outer-pain.md", "summary: ", "summary: Now ", 6),
    // Nothing depends on what is never asked for.
    ("Content/stretches/step-ups.md", "sets: 2-3", "sets: 3", 6),
    ("Templates/faq.mustache", "{{{body}}}", "{{{body}}}<hr>", 7),
    ("site.yaml", "sore hips", "sore knees", 0),
  ])
  func onlyWhatAChangeCanTouchIsParsedAgain(path: String, old: String, new: String, taken: Int) async throws {
    let site = try FixtureSite(PreviewSiteTests.furtherArticles)
    let first = try await site.build()
    #expect(first.cachedArticles == 0 && first.articles == 7)
    try site.write(try site.text(of: path).replacing(old, with: new), to: path)
    let second = try await site.build()
    #expect(second.cachedArticles == taken)
    #expect(try await site.check().cachedArticles == 7)
  }

  @Test func aCheckUsesWhatABuildLeftAndMakesNoFolderOfItsOwn() async throws {
    let site = try FixtureSite()
    #expect(try await site.check().cachedArticles == 0)
    #expect(!FileManager.default.fileExists(atPath: site.path(to: ".limber")))
    _ = try await site.build()
    #expect(try await site.check().cachedArticles == 5)
    try site.write(FixtureSite.article("Outer hip pain", body: "Changed."), to: "Content/signs/outer-pain.md")
    #expect(try await site.check().cachedArticles == 4)
    #expect(try await site.check().cachedArticles == 5)
  }

  @Test func aDamagedArticleIsParsedAgain() async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("ArticleCacheTests: seed \(seed)")
    var random = SeededGenerator(seed)
    let site = try FixtureSite(PreviewSiteTests.furtherArticles)
    let first = try await site.build()
    let published = try site.snapshot().contents
    for round in 0..<40 {
      let names = try site.snapshot(".limber").names.filter { $0.hasPrefix("articles") }
      let name = ".limber/" + (names.randomElement(using: &random) ?? "articles")
      let url = URL(fileURLWithPath: site.path(to: name))
      var bytes = Array(try Data(contentsOf: url))
      switch round % 3 {
      case 0: bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)))
      case 1:
        bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
      default: bytes = Array("rubbish".utf8)
      }
      try Data(bytes).write(to: url)
      try site.remove(".limber/last-build")
      let report = try await site.build()
      #expect(site.lines(report) == site.lines(first), "seed \(seed), round \(round)")
      #expect(report.cachedArticles < (name == ".limber/articles" ? 1 : 8), "seed \(seed), round \(round)")
      #expect(try site.snapshot().contents == published, "seed \(seed), round \(round)")
    }
  }

  @Test func packsAreBroughtTogether() async throws {
    let site = try FixtureSite(PreviewSiteTests.furtherArticles)
    for step in 0..<30 {
      let sign = ["night-pain", "outer-pain"][step % 2]
      try site.write(
        FixtureSite.article("Pain \(step % 2)", body: "Step \(step)."), to: "Content/signs/\(sign).md")
      let report = try await site.build()
      #expect(step < 2 || report.cachedArticles == 6)
      #expect(try site.snapshot(".limber").names.count { $0.hasSuffix(".pack") } <= 9)
    }
  }
}
