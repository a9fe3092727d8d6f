import FixtureSite
import Foundation
import Testing

@testable import Authoring
@testable import Site

/// Whatever article of a whole site is moved: nothing is left dangling, its old address leads on, and moved back everything
/// but `redirect-from` is as it was.
@Suite struct MovePropertyTests {
  /// All articles with `make test-all`, a dozen drawn by lot otherwise.
  private static let most = ProcessInfo.processInfo.environment["LIMBER_TEST_ALL"] == "1" ? 1_000 : 12

  @Test(arguments: [(Example.knee, most), (.starter, 5), (.clinic, 4)]) func anyArticle(
    example: Example, most: Int
  ) async throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("MovePropertyTests.anyArticle: \(example), seed \(seed)")
    var random = SeededGenerator(seed)
    let site = try example.copyOfOriginal()
    let inventory = try await SiteInventory.read(site.path, today: try site.options().today, jobs: 2)
    let names = inventory.index.articles.indices.map { inventory.index.name(of: $0) }.filter {
      $0 != "page:index"
    }
    let before = try Self.source(site)
    for name in names.shuffled(using: &random).prefix(most) {
      let kind = name.prefix { $0 != ":" }
      let new = "moved-\(Int.random(in: 0..<1000, using: &random))"
      let report = try await site.move(name, new)
      // Templates are their designer's: what they name is told, and the old address leads on. A picture that another article
      // shows, too, keeps its name there.
      let left = report.split(separator: "\n").drop { !$0.contains("still have the old name") }.dropFirst()
      #expect(
        left.allSatisfy { line in
          line.contains("  Templates/")
            || report.contains("keeps its name: `\(line.drop { $0 == " " }.prefix { $0 != ":" })` uses it")
        }, "\(name), seed \(seed): \(report)")
      #expect(site.lines(try await site.check()) == [], "\(name), seed \(seed)")
      try await site.move("\(kind):\(new)", String(name.dropFirst(kind.count + 1)))
      let after = try Self.source(site)
      #expect(after.keys.sorted() == before.keys.sorted(), "\(name), seed \(seed)")
      for (file, bytes) in after where before[file] != bytes {
        #expect(Self.redirects(bytes).contains { $0.contains("/\(new)/") }, "\(file), seed \(seed)")
        let isSame = Self.others(bytes) == Self.others(before[file] ?? [])
        #expect(isSame, "\(file), seed \(seed)")
        try site.write(before[file] ?? [], to: "Content/" + file)
      }
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [Substring] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  private static func redirects(_ bytes: [UInt8]) -> [Substring] {
    lines(bytes).filter { $0.hasPrefix("redirect-from:") }
  }

  private static func others(_ bytes: [UInt8]) -> [Substring] {
    lines(bytes).filter { !$0.hasPrefix("redirect-from:") }
  }

  @Test func oldAddressesLeadOn() async throws {
    let site = try Example.knee.copy()
    _ = try await site.build()
    let old = try site.snapshot().names.filter { $0.hasSuffix("index.html") }
    for (name, new) in [
      ("condition:kneecap-pain", "sore-kneecap"), ("exercise:wall-sit", "sitting-at-the-wall"),
      ("page:glossary", "words"),
      ("question:heat-or-ice", "ice-or-heat"),
    ] { try await site.move(name, new) }
    #expect(site.lines(try await site.build(strict: true)) == [])
    let published = try site.snapshot()
    #expect(old.filter { published.files[$0] == nil } == [])
    #expect(
      published.text("conditions/kneecap-pain/index.html")?.contains("/conditions/sore-kneecap/") == true)
    #expect(
      published.text("conditions/kneecap-pain/programme/index.html")?.contains("/conditions/sore-kneecap/")
        == true)
    #expect(
      published.files["questions/heat-or-ice.pdf"] != nil
        && published.files["exercises/sitting-at-the-wall.svg"] != nil)
  }

  private static func source(_ site: FixtureSite) throws -> [String: [UInt8]] {
    try site.snapshot("Content").contents.merging(["../site.yaml": Array(try site.text(of: "site.yaml").utf8)]
    ) { $1 }
  }
}
