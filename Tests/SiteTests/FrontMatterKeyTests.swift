import FixtureSite
import Testing
import YAML

@testable import Authoring
@testable import Site
@testable import SiteModel

/// What each key of front matter declares of itself hangs together.
@Suite struct FrontMatterKeyTests {
  @Test func theDocumentationIsTheDeclaration() throws {
    try expectPart("keys", of: "docs/writing.md", is: FrontMatterKey.documentation)
  }

  /// A key is declared once, described in one sentence, and shown by every draft.
  @Test func everyKeyIsDrafted() async throws {
    #expect(Set(FrontMatterKey.names).count == FrontMatterKey.all.count)
    let site = try FixtureSite()
    let inventory = try await SiteInventory.read(
      site.path, today: try CalendarDate.parsing("2026-11-28"), jobs: 2)
    let kind = inventory.index.configuration.kinds[0]
    let text = ArticleDraft(kind: kind, id: "snapping-hip", site: inventory).text
    for key in FrontMatterKey.all {
      #expect(key.description.hasSuffix("."))
      #expect(
        text.contains("\n\(key.name):") || text.contains("\n# \(key.name):"), "no draft of `\(key.name)`")
    }
  }

  /// A title is one line, however it was typed; spaces in a row are one.
  @Test(arguments: ["\"About   us\"", "\" About us \"", "\"About\\n us\"", "About\n  us", "\"About\\tus\""])
  func aTitleIsOneLine(written: String) async throws {
    let site = try FixtureSite([
      "Content/pages/about.md": FixtureSite.article(
        "\(written)", body: "[](cause:tendon-pain) [](sign:outer-pain) [](stretch:step-ups)")
    ])
    expectFaults(site.lines(try await site.build()), [])
    #expect(try site.text(of: "Public/about/index.html").contains("<h1>About us</h1>"))
  }
}
