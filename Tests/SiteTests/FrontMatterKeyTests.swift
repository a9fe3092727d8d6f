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

  /// Articles to which the symptom checker leads say which red flags they have.
  @Test func redFlagsOfDrafts() async throws {
    let site = try Example.knee.copy()
    let inventory = try await SiteInventory.read(
      site.path, today: try CalendarDate.parsing("2026-11-28"), jobs: 2)
    for kind in inventory.index.configuration.kinds where kind.allows(.redFlags) {
      let text = ArticleDraft(kind: kind, id: "sore", site: inventory).text
      let line = text.split(separator: "\n").first { $0.hasPrefix("# red-flags:") } ?? ""
      #expect(
        line.hasSuffix(" Required; write `[]` if there are none on purpose.")
          == ["condition", "symptom"].contains(kind.name), "\(kind.name): \(line)")
    }
  }

  /// Where there is no checker, a page may leave its warnings to its text.
  @Test func redFlagsWithoutChecker() async throws {
    let site = try Example.starter.copy()
    let article = "Content/causes/kneecap-pain.md"
    let text = try site.text(of: article)
    try site.write(text.replacing("\nred-flags:", with: "\n# red-flags:"), to: article)
    try site.remove("Content/symptom-checker")
    let found = site.lines(try await site.check(today: "2026-11-28"))
    #expect(!found.contains { $0.contains("missing-relation") }, "\(found)")
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
