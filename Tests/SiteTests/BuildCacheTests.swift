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

/// Whether a build does nothing exactly when there is nothing to do.
struct BuildCacheTests {
  /// A build puts a new folder in the place of the old one.
  private static func folder(_ site: FixtureSite) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: site.path(to: "Public"))
    return try #require(attributes[.systemFileNumber] as? Int)
  }

  @Test func aSecondBuildLeavesEverythingAsItIs() async throws {
    let site = try FixtureSite(["Content/unused.txt": "Nothing refers to it."])
    let first = try await site.build()
    let folder = try Self.folder(site)
    let published = try site.snapshot()
    let second = try await site.build()
    #expect(try Self.folder(site) == folder)
    #expect(try site.snapshot() == published)
    #expect(second.written == 0)
    #expect(site.lines(second) == site.lines(first))
    #expect(second.warnings == 1)
    #expect(second.pages == first.pages)
    #expect(second.review == first.review)
    #expect(second.publishedTo == first.publishedTo)
  }

  /// What a desktop leaves behind in folders that somebody looks at is no part of the site, and no reason to publish it again.
  @Test func hiddenFilesAreNoSources() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let folder = try Self.folder(site)
    for path in [
      "Content/.DS_Store", "Content/causes/.draft.md", "Templates/assets/.hidden/site.css", ".notes.md",
    ] {
      try site.write("Of a desktop.", to: path)
    }
    #expect(try await site.build().written == 0)
    #expect(try Self.folder(site) == folder)
  }

  @Test(arguments: [
    "site.yaml", "Content/causes/tendon-pain.md", "Content/causes/hip.svg", "Content/red-flags.yaml",
    "Templates/cause.mustache", "Templates/partials/card.mustache", "Templates/assets/site.css",
  ])
  func aChangedSourceIsNoticedWhateverItsDate(path: String) async throws {
    let site = try FixtureSite(Self.everything)
    _ = try await site.build()
    let folder = try Self.folder(site)
    let date = try FileManager.default.attributesOfItem(atPath: site.path(to: path))[.modificationDate] as Any
    let text = try site.text(of: path)
    // The same length, so that nothing but the content tells.
    let changed = try #require(
      [
        ("the", "thE"), ("text", "texT"), ("Clinic", "CliniC"), ("title", "titlE"), ("40rem", "50rem"),
        ("fill", "FILL"), ("Fell", "Felt"), ("<ul>", "<UL>"),
      ]
      .lazy.map { text.replacingOccurrences(of: $0.0, with: $0.1) }.first { $0 != text })
    try site.write(changed, to: path)
    try FileManager.default.setAttributes(
      [.modificationDate: date], ofItemAtPath: site.path(to: path))
    let report = try await site.build()
    let now = try Self.folder(site)
    #expect(report.publishedTo == nil || now != folder)
  }

  /// A file that is known by its stamp is not read, and one whose date was put back is.
  @Test func stampsTellWhatTheyCan() async throws {
    let site = try FixtureSite()
    let path = site.path(to: "notes.txt")
    try site.write("Some text.", to: "notes.txt")
    let stamp = try await Self.stamp(path)
    #expect(stamp.isOf(path))
    #expect(!stamp.isOlder(than: stamp.modified + 1_000_000))
    #expect(stamp.isOlder(than: stamp.modified + 10_000_000_000))
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as Any
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    try handle.write(contentsOf: Data("Same".utf8))
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: path)
    #expect(!stamp.isOf(path))
    #expect(!stamp.isOf(site.path(to: "Content")))
    #expect(!stamp.isOf(site.path(to: "nothing")))
    // Time passes between the builds, so that every file gets its stamp.
    _ = try await site.build()
    try await Task.sleep(for: .milliseconds(50))
    let folder = try Self.folder(site)
    _ = try await site.build()
    let bytes = Array(try Data(contentsOf: URL(filePath: site.path(to: ".limber/last-build"))))
    let record = try #require(BuildRecord(bytes))
    #expect((record.sources + record.outputs).allSatisfy { $0.stamp != nil })
    #expect(try Self.folder(site) == folder)
    try site.write("Changed by hand.", to: "Public/index.html")
    _ = try await site.build()
    #expect(try site.text(of: "Public/index.html") != "Changed by hand.")
  }

  private static func stamp(_ path: String) async throws -> FileStamp {
    while true {
      if let stamp = FileStamp(path) { return stamp }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  @Test func aNewDateAloneIsNoChange() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let folder = try Self.folder(site)
    for path in ["site.yaml", "Content/causes/tendon-pain.md", "Templates/assets/site.css"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: 5000)], ofItemAtPath: site.path(to: path))
    }
    _ = try await site.build()
    #expect(try Self.folder(site) == folder)
  }

  @Test func addedAndRemovedSourcesAreNoticed() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    try site.write(FixtureSite.article("New", body: "[](cause:tendon-pain)"), to: "Content/signs/new.md")
    #expect(try await site.build().written > 0)
    #expect(try site.snapshot().names.contains("signs/new/index.html"))
    try site.remove("Content/signs/new.md")
    _ = try await site.build()
    #expect(try !site.snapshot().names.contains("signs/new/index.html"))
  }

  @Test func whatIsPublishedIsPutRightAgain() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let published = try site.snapshot().contents
    try site.write("Changed by hand.", to: "Public/index.html")
    _ = try await site.build()
    #expect(try site.snapshot().contents == published)
    try site.remove("Public/causes/index.html")
    _ = try await site.build()
    #expect(try site.snapshot().contents == published)
    try site.remove("Public")
    _ = try await site.build()
    #expect(try site.snapshot().contents == published)
  }

  @Test func otherOptionsMakeAnotherBuild() async throws {
    let site = try FixtureSite([
      "Content/signs/later.md": FixtureSite.article("Later", "draft: true", body: "[](cause:tendon-pain)")
    ])
    _ = try await site.build()
    _ = try await site.build(drafts: true)
    #expect(try site.snapshot().names.contains("signs/later/index.html"))
    _ = try await site.build()
    #expect(try !site.snapshot().names.contains("signs/later/index.html"))
    let strict = try await site.build(strict: true)
    #expect(strict.publishedTo != nil)
  }

  @Test func aDamagedRecordIsPassedOver() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let published = try site.snapshot().contents
    let record = site.path(to: ".limber/last-build")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: record)))
    #expect(BuildRecord(bytes) != nil)
    let seed = UInt64.random(in: 0...UInt64.max)
    print("BuildCacheTests: seed \(seed)")
    var random = SeededGenerator(seed)
    for _ in 0..<300 {
      var damaged = bytes
      if Bool.random(using: &random) {
        damaged = Array(damaged.prefix(Int.random(in: 0..<damaged.count, using: &random)))
      } else {
        damaged[Int.random(in: 0..<damaged.count, using: &random)] ^= UInt8.random(
          in: 1...255, using: &random)
      }
      #expect(BuildRecord(damaged) == nil, "seed \(seed)")
    }
    try site.write("rubbish", to: ".limber/last-build")
    _ = try await site.build()
    #expect(try site.snapshot().contents == published)
    try site.remove(".limber")
    _ = try await site.build()
    #expect(try site.snapshot().contents == published)
  }

  @Test func hashesTellContentsApart() {
    var seen: Set<FileHash> = []
    for length in 0..<70 {
      let zeros = [UInt8](repeating: 0, count: length)
      #expect(seen.insert(FileHash(zeros)).inserted, "\(length) zeros")
      for place in 0..<length {
        for bit in 0..<8 {
          var bytes = zeros
          bytes[place] = 1 << UInt8(bit)
          #expect(seen.insert(FileHash(bytes)).inserted, "bit \(bit) of byte \(place) of \(length)")
        }
      }
    }
  }

  private static let everything: [String: String?] = [
    "Content/causes/hip.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path fill=\"red\"/></svg>",
    "Content/causes/tendon-pain.md": FixtureSite.cause(
      "red-flags: [rf-fall]", body: "At the side.\n\n![The hip](hip.svg)\n\n## What helps"),
    "Content/red-flags.yaml": "rf-fall:\n  text: Fell on the hip.\n  level: emergency\n  basis: practice\n",
  ]
}
