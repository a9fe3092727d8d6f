import FixtureSite
import Foundation
import Testing

@testable import SiteBuilder

/// Where the search page has its script from.
@Suite struct SearchScriptTests {
  private static let template = FixtureSite.page(
    "<div data-search=\"{{index-url}}\"></div><script type=\"module\" src=\"{{site.assets.search-js}}\"></script>"
  )

  private static func scripts(_ site: FixtureSite) throws -> [String: [UInt8]] {
    try site.snapshot().contents.filter { $0.key.hasPrefix("assets/search.") }
  }

  @Test func theProgramSuppliesIt() async throws {
    let site = try FixtureSite(["Templates/search.mustache": Self.template])
    #expect(site.lines(try await site.build()) == [])
    let (name, bytes) = try #require(try Self.scripts(site).first)
    #expect(try Self.scripts(site).count == 1)
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == (try String(
          contentsOfFile: Example.repository + "/Sources/SiteBuilder/Search/Browser/search.js",
          encoding: .utf8)))
    let page = try #require(try site.snapshot().text("search/index.html"))
    #expect(page.contains("src=\"/\(name)\""))
  }

  @Test func aScriptOfTheSiteReplacesIt() async throws {
    let site = try FixtureSite([
      "Templates/search.mustache": Self.template, "Templates/assets/search.js": "console.log(1);\n",
    ])
    #expect(site.lines(try await site.build()) == [])
    #expect(
      try Self.scripts(site).values.map { String(decoding: $0, as: UTF8.self) } == ["console.log(1);\n"])
  }

  @Test func aScriptOfTheSiteMayImportIt() async throws {
    let site = try FixtureSite([
      "Templates/search.mustache": Self.template, "Templates/assets/a.js": "import \"./search.js\";\n",
    ])
    #expect(site.lines(try await site.build()) == [])
    let name = try #require(try Self.scripts(site).keys.first).dropFirst("assets/".count)
    let others = try site.snapshot().contents.filter { $0.key.hasPrefix("assets/a.") }.values
    #expect(others.map { String(decoding: $0, as: UTF8.self) } == ["import \"./\(name)\";\n"])
  }

  @Test func noSearchPageNoScript() async throws {
    let site = try FixtureSite()
    #expect(site.lines(try await site.build()) == [])
    #expect(try Self.scripts(site).isEmpty)
    try site.write(FixtureSite.page("{{site.assets.search-js}}"), to: "Templates/home.mustache")
    let lines = site.lines(try await site.build())
    #expect(lines.count == 1 && lines[0].hasPrefix("Templates/home.mustache:"), "\(lines)")
  }
}
