import FixtureSite
import Testing

@testable import Site

/// What a second language costs the readers of the first: the switch and the links between the languages, nothing else.
@Suite struct LanguageWeightTests {
  private static func output(_ site: FixtureSite) throws -> [String: [UInt8]] {
    try FolderSnapshot(of: site.path(to: "Public")).contents
  }

  @Test func twoLanguagesWeighTheSwitchMore() async throws {
    let (two, one) = (try Example.clinic.copy(), try Example.clinic.copyOfOriginal())
    for site in [two, one] {
      let report = try await SiteBuild(try site.options(today: "2026-11-28")).build()
      #expect(report.errors == 0, "\(site.lines(report))")
    }
    let (pages, alone) = (try Self.output(two), try Self.output(one))
    let names = alone.keys.filter { $0.hasSuffix(".html") }
    #expect(names.count > 80)
    for name in names.sorted() {
      let page = String(decoding: try #require(pages[name], "\(name)"), as: UTF8.self)
      // By the page's own bytes: whatever else it has because of the other language is too much.
      let parts = page.matches(
        of:
          /<nav class="wrap to-language"[\s\S]*?<\/nav>\n|<link rel="alternate" hreflang=[^>]*>\n| dir="ltr"/)
      #expect(parts.count <= 4, "\(name)")
      let cost = parts.reduce(0) { $0 + $1.0.utf8.count }
      #expect(page.utf8.count - cost <= alone[name]?.count ?? 0, "\(name)")
    }
  }

  /// Nothing of languages is in a site that has one.
  @Test func aSiteWithoutLanguagesIsTheSameByteForByte() async throws {
    let site = try FixtureSite()
    _ = try await site.build()
    let before = try Self.output(site)
    for (name, bytes) in before where name.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("hreflang") && !text.contains("dir="), "\(name)")
    }
    let named = try FixtureSite([
      "site.yaml": FixtureSite.configuration.replacing(
        "language: en\n", with: "language: en\nlanguages: {en: English}\ntranslations: {stale: error}\n")
    ])
    _ = try await named.build()
    let after = try Self.output(named)
    #expect(before.keys.sorted() == after.keys.sorted())
    for (name, bytes) in before { #expect(after[name] == bytes, "\(name)") }
  }
}
