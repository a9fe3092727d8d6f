import FixtureSite
import Testing

@testable import Site

/// Downloads that a browser opens as a page, and so as a part of the site.
@Suite struct DownloadTests {
  private static let script = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><script>pwned(1)</script></html>"

  private static func found(_ name: String, _ bytes: String, html: Bool = false) async throws -> [String] {
    var changes: [String: String?] = [
      "Content/pages/\(name)": bytes,
      "Content/pages/about.md": FixtureSite.article("About", body: "The [words](\(name))."),
    ]
    if html { changes["site.yaml"] = FixtureSite.configuration + "markdown: {raw-html: true}\n" }
    return try await faults(changes).filter { $0.contains(" error ") }
  }

  @Test(arguments: [
    "x.html", "x.HTM", "x.xhtml", "x.xml", "x.svgz", "x.shtml", "x.xsl", "x.js", "x.mht", "x.rss", "x",
    "x.unknown", "x.pdf.html",
  ])
  func pages(_ name: String) async throws {
    expectFaults(
      try await Self.found(name, Self.script),
      [
        "Content/pages/\(name): error unsafe-download: A browser opens this file as a page, and a script in it would run as part of the site. » Publish it as a PDF or a ZIP file, or write it as an article. To publish it as it is, allow HTML with `markdown: {raw-html: true}` in `site.yaml`."
      ])
    expectFaults(try await Self.found(name, Self.script, html: true), [])
  }

  /// What a browser would find by guessing, however it begins.
  @Test(arguments: ["\n\t <p>", "\u{FEFF}<!DOCTYPE html>", "<?xml version='1.0'?>", "<!-- a -->"])
  func guessed(_ start: String) async throws {
    #expect(try await Self.found("leaflet", start + Self.script).count == 1)
  }

  @Test(arguments: [
    ("x.txt", "<b>"), ("x.csv", "<"), ("x.zip", "PK"), ("x.docx", "PK"),
    ("x.ics", "BEGIN:VCALENDAR"),
    ("x.vcf", "BEGIN:VCARD"), ("x.log", "Plain words < more."), ("x", "Words."), ("x.unknown", ""),
  ])
  func others(_ name: String, _ bytes: String) async throws {
    expectFaults(try await Self.found(name, bytes), [])
  }

  /// Nobody gets what nothing links to: that is told as before.
  @Test func unused() async throws {
    expectFaults(
      try await faults(["Content/pages/x.html": Self.script]),
      [
        "Content/pages/x.html: warning unused-file: Nothing uses this file, so it is not published. » Use it in an article, or delete it."
      ])
  }

  /// A drawing is judged by its list, with `raw-html` or without.
  @Test(arguments: [false, true]) func drawings(html: Bool) async throws {
    let found = try await Self.found(
      "x.svg", "<svg viewBox='0 0 9 9'><script>pwned(1)</script></svg>", html: html)
    #expect(found.count == 1 && found[0].contains("error unsafe-drawing:"), "\(found)")
  }
}
