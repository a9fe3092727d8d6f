import Diagnostics
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

/// `docs/templates.md` lists the names from the declarations that templates are checked against.
@Suite struct TemplateNamesTests {
  @Test func theDocumentedNamesAreTheDeclaredOnes() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let settings = try Data(contentsOf: root.appending(path: "site.yaml"))
    var diagnostics: [Diagnostic] = []
    let configuration = try #require(SiteConfiguration.read(Array(settings), into: &diagnostics))
    let generated = PageTypes(configuration, assetNames: ["site-css"]).documentation(of: configuration)

    let page = root.appending(path: "docs/templates.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- names:begin -->"))
    let end = try #require(text.range(of: "<!-- names:end -->"))
    let expected = text[..<begin.upperBound] + "\n\n" + generated + text[end.lowerBound...]
    if ProcessInfo.processInfo.environment["LIMBER_UPDATE_EXPECTED"] != nil {
      try String(expected).write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: page, encoding: .utf8) == expected,
      "docs/templates.md is stale: run the tests with LIMBER_UPDATE_EXPECTED=1")
  }
}
