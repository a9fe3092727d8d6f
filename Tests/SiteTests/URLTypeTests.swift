import Diagnostics
import FixtureSite
import Testing

@testable import Site

/// A field of the type `url` holds what may stand in `href`.
@Suite struct URLTypeTests {
  private static func site(_ value: String) -> [String: String] {
    [
      "site.yaml": FixtureSite.configuration(
        "      easier: {type: markdown, list: true}",
        "      easier: {type: markdown, list: true}\n      elsewhere: {type: url}"),
      "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", "elsewhere: \(value)"),
    ]
  }

  @Test(arguments: [
    "https://clinic.example/book", "http://clinic.example", "tel:+1-555-0100", "mailto:desk@clinic.example",
    "sms:+15550100?body=Hello", "https://clinic.example/a?b=1&c=(2)#d", "https://clinic.example/für",
  ])
  func takes(value: String) async throws { expectFaults(try await faults(Self.site(value)), []) }

  @Test(arguments: [
    "javascript:alert(1)", "data:text/html,a", "//clinic.example", "/book", "https:clinic.example",
    "https://",
    "https:///book", "'tel:'", "HTTPS://clinic.example", "\"https://clinic.example/a b\"",
    "'https://clinic.example/\"onclick=\"'", "https://clinic.example/<b>", "\"https://clinic.example/\\t\"",
  ])
  func refuses(value: String) async throws {
    let found = try await faults(Self.site(value))
    #expect(found.count == 1)
    #expect(
      found.first?.contains(
        ":4:12: error wrong-type: `elsewhere` must be an address without spaces that starts with `https:`, `http:`, `tel:`, `mailto:` or `sms:`"
      ) == true, "\(found)")
  }

  /// `limber check --external` says where the address is written.
  @Test func isAskedFor() async throws {
    let site = try FixtureSite(Self.site("https://other.example/book"))
    let build = try SiteBuild(try site.options())
    let checked = try #require(try await build.check().site)
    let links = try await build.outsideLinks(of: checked).filter { $0.file.hasPrefix("Content/stretches/") }
    #expect(links.map(\.address) == ["https://other.example/book"])
    #expect(links.map(\.position) == [Position(line: 4, column: 12)])
  }

  @Test func standsInHref() async throws {
    var files = Self.site("https://clinic.example/?a=1&b=ü")
    files["Templates/stretch.mustache"] = FixtureSite.page(
      "<a href=\"{{elsewhere}}\">More</a>{{{body}}}{{#easier}}{{{html}}}{{/easier}}")
    let site = try FixtureSite(files)
    #expect(try await site.build().errors == 0)
    let page = try #require(try site.snapshot().contents["stretches/step-ups/index.html"])
    #expect(
      String(decoding: page, as: UTF8.self).contains(
        "<a href=\"https://clinic.example/?a=1&amp;b=%C3%BC\">More</a>"))
  }
}
