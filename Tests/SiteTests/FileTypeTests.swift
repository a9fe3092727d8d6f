import FixtureSite
import Testing

/// A field of the type `file` names a file that is published for readers to download.
@Suite struct FileTypeTests {
  private static func site(_ value: String) -> [String: String] {
    [
      "site.yaml": FixtureSite.configuration(
        "      easier: {type: markdown, list: true}",
        "      easier: {type: markdown, list: true}\n      leaflet: {type: file}"),
      "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", "leaflet: \(value)"),
      "Content/stretches/step ups.pdf": "%PDF-1.7",
      "Templates/stretch.mustache": FixtureSite.page(
        "<a href=\"{{leaflet}}\">Leaflet</a>{{{body}}}{{#easier}}{{{html}}}{{/easier}}"),
    ]
  }

  @Test(arguments: [
    "step ups.pdf", "./step ups.pdf", "/stretches/step ups.pdf", "../stretches/step%20ups.pdf",
  ])
  func isPublished(value: String) async throws {
    let site = try FixtureSite(Self.site(value))
    expectFaults(site.lines(try await site.build()), [])
    let published = try site.snapshot().contents
    #expect(published["stretches/step ups.pdf"] == Array("%PDF-1.7".utf8))
    let page = try #require(published["stretches/step-ups/index.html"])
    #expect(
      String(decoding: page, as: UTF8.self).contains("<a href=\"/stretches/step%20ups.pdf\">Leaflet</a>"),
      "\(String(decoding: page, as: UTF8.self))")
  }

  @Test func hasToBeThere() async throws {
    var files = Self.site("step-ups.pdf")
    files["Content/stretches/step ups.pdf"] = nil
    files["Content/stretches/steps-ups.pdf"] = "%PDF-1.7"
    let found = try await faults(files)
    #expect(
      found.contains(
        "Content/stretches/step-ups.md:4:10: error broken-link: The file `Content/stretches/step-ups.pdf` does not exist. » Did you mean `steps-ups.pdf`?"
      ), "\(found)")
  }

  @Test func liesInContent() async throws {
    let found = try await faults(Self.site("../../site.yaml"))
    #expect(
      found.contains(
        "Content/stretches/step-ups.md:4:10: error broken-link: The link `../../site.yaml` goes outside `Content`. » Put the file next to the article, and write its name alone, such as `leaflet.pdf`."
      ), "\(found)")
  }
}
