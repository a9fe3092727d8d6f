import Diagnostics
import FixtureSite
import Foundation
import Testing

@testable import Files
@testable import Mustache
@testable import Site
@testable import SiteModel
@testable import Text

/// Words in pages: what comes out, in each language.
@Suite struct WordTests {
  private static let main = """
    <h1 title="{{word.by}}">{{word.by}}</h1>
    <p>{{word.odd}}|{{word.count}}|{{word.search}}</p>
    <script type="application/ld+json">{"name": "{{word.odd}}"}</script>
    """
  private static let english = """
    by: "By {{title}}{{#summary}}, {{summary}}{{/summary}}"
    odd: "a < b & \\"quotes\\""
    count: "{{#causes}}{{title}} {{/causes}}"

    """
  private static let files: [String: String?] = [
    "Templates/sign.mustache": FixtureSite.page(main + FixtureSite.body),
    "Templates/words/en.yaml": english,
    "Templates/words/es.yaml": english.replacingOccurrences(of: "By", with: "Por"),
  ]

  /// The same as if the texts stood in the template.
  private static let written = FixtureSite.page(
    """
    <h1 title="By {{title}}{{#summary}}, {{summary}}{{/summary}}">By {{title}}{{#summary}}, {{summary}}{{/summary}}</h1>
    <p>a &lt; b &amp; &quot;quotes&quot;|{{#causes}}{{title}} {{/causes}}|Search</p>
    <script type="application/ld+json">{"name": "a \\u003c b & \\"quotes\\""}</script>
    """ + FixtureSite.body)

  @Test func pagesHaveThemAsIfTheyStoodInTheTemplate() async throws {
    let (site, other) = (
      try FixtureSite(Self.files), try FixtureSite(["Templates/sign.mustache": Self.written])
    )
    #expect(site.lines(try await site.build()) == [])
    #expect(other.lines(try await other.build()) == [])
    let page = try #require(try site.snapshot().text("signs/outer-pain/index.html"))
    #expect(page == (try other.snapshot().text("signs/outer-pain/index.html")))
    #expect(page.contains("<h1 title=\"By Outer hip pain, "))
  }

  private static func design(_ files: [String: String?], languages: [String]) async throws -> SiteDesign {
    let site = try FixtureSite(files)
    let source = try #require(SourceFolder(site.path))
    var diagnostics: [Diagnostic] = []
    let reading = try #require(
      try await SourceReading.read(
        source, options: try site.options(), workers: Workers(count: 1), progress: BuildProgress(),
        into: &diagnostics))
    return try SiteDesign(reading, languages: languages, from: source)
  }

  @Test func anotherLanguage() async throws {
    let design = try await Self.design(Self.files, languages: ["en", "es-MX"])
    #expect(design.diagnostics == [])
    func literals(_ language: String) throws -> String {
      let templates = try #require(design.templates(in: language))
      return templates.articles.map { String(decoding: $0.program.literals, as: UTF8.self) }.joined()
    }
    #expect(try literals("en").contains("<h1 title=\"By "))
    #expect(try literals("es-MX").contains("<h1 title=\"Por "))
    #expect(try literals("es-MX").contains("|Buscar</p>"))
    #expect(design.words(in: "es-MX")[.pageNotFound] == Array("Página no encontrada".utf8))
    #expect(design.words(in: "en")[.pageNotFound] == Array("Page not found".utf8))
    #expect(design.templates(in: "fr") == nil)
  }

  @Test func aRegionHasWordsOfItsOwn() async throws {
    var files = Self.files
    files["Templates/words/es-mx.yaml"] = Self.english.replacingOccurrences(of: "By", with: "De")
    let design = try await Self.design(files, languages: ["en", "es-MX", "es"])
    #expect(design.diagnostics == [])
    let literals = ["es-MX", "es"].map { language in
      String(decoding: design.templates(in: language)?.articles[1].program.literals ?? [], as: UTF8.self)
    }
    #expect(literals[0].contains("De ") != literals[1].contains("De "))
  }

  @Test func limbersOwnWordsAreGivenBySites() async throws {
    let site = try FixtureSite(["Templates/words/en.yaml": "page-not-found: Nothing here\n"])
    #expect(site.lines(try await site.build()) == [])
    #expect(try #require(try site.snapshot().text("404.html")).contains("Nothing here"))
    let spanish = try FixtureSite([
      "site.yaml": FixtureSite.configuration("language: en", "language: es")
    ])
    #expect(spanish.lines(try await spanish.build()) == [])
    #expect(try #require(try spanish.snapshot().text("404.html")).contains("Página no encontrada"))
  }

  @Test func eachOfLimbersWordsSaysTheSameInBothLanguages() {
    for word in OwnWord.allCases {
      let places = word.places
      #expect(places.allSatisfy { word.texts.spanish.contains($0) }, "\(word)")
      #expect(!word.texts.spanish.isEmpty && word.texts.meaning.hasSuffix("."), "\(word)")
    }
  }

  @Test func theDocumentedWordsAreTheDeclaredOnes() throws {
    let rows = OwnWord.allCases.map { word in
      "| `\(word.rawValue)` | \(word.texts.english) | \(word.texts.spanish) | \(word.texts.meaning) |\n"
    }
    let generated = "| key | English | Spanish | what it is |\n|---|---|---|---|\n" + rows.joined()
    let page = Example.repository + "/docs/templates.md"
    let text = try String(contentsOfFile: page, encoding: .utf8)
    let begin = try #require(text.range(of: "<!-- own-words:begin -->"))
    let end = try #require(text.range(of: "<!-- own-words:end -->"))
    let expected = text[..<begin.upperBound] + "\n\n" + generated + "\n" + text[end.lowerBound...]
    if ProcessInfo.processInfo.environment["LIMBER_UPDATE_EXPECTED"] != nil {
      try String(expected).write(toFile: page, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOfFile: page, encoding: .utf8) == expected,
      "docs/templates.md is stale: run the tests with LIMBER_UPDATE_EXPECTED=1")
  }
}
