import Diagnostics
import FixtureSite
import Testing

@testable import Comparison
@testable import Site

/// What stands in a page in another language than the page says so, and pages of one subject name each other.
@Suite struct TranslationMarkupTests {
  private typealias Site = TranslatedSite

  private static let lang = "{{#language}} lang=\"{{language}}\"{{/language}}"
  private static let noteLang = "{{#note-language}} lang=\"{{note-language}}\"{{/note-language}}"

  private static let templates = [
    "Templates/programme.mustache": FixtureSite.page(
      "{{#programme}}{{#parts}}<section><h2\(lang)>{{title}}</h2>{{#note}}<b\(noteLang)>{{note}}</b>{{/note}}<ol\(lang)>{{#dose}}{{sets}}{{hold}}{{sides}}{{/dose}}{{#steps}}<li>{{{html}}}</li>{{/steps}}</ol></section>{{/parts}}{{/programme}}\(FixtureSite.warnings)"
    ),
    "Templates/partials/card.mustache":
      "<li><a href=\"{{url}}\"\(lang)>{{title}}</a>{{#note}} <b\(noteLang)>{{note}}</b>{{/note}} <i\(lang)>{{summary}}</i></li>\n",
  ]

  private static func page(_ path: String, of site: FixtureSite) throws -> String {
    try site.text(of: "Public/\(path)index.html")
  }

  /// A program of an exercise that is not translated, and of one that is.
  @Test func programs() async throws {
    var files: [String: String?] = [:]
    for (path, text) in Self.templates { files[path] = text }
    let translated = try await Site.make(files)
    #expect(site(translated, try await translated.build()) == [])
    #expect(
      try Self.page("es/causes/tendon-pain/programme/", of: translated).contains(
        "<section><h2>Subir un escalón</h2><b>desde la semana 3</b><ol>"))
    files[Site.stretchWords] = .some(nil)
    let mixed = try await Site.make(files)
    #expect(site(mixed, try await mixed.build()) == [])
    #expect(
      try Self.page("es/causes/tendon-pain/programme/", of: mixed).contains(
        "<section><h2 lang=\"en\">Step-ups</h2><b>desde la semana 3</b><ol lang=\"en\">"))
    #expect(
      try Self.page("causes/tendon-pain/programme/", of: mixed).contains(
        "<section><h2>Step-ups</h2><b>from week 3</b><ol>"))
  }

  private func site(_ site: FixtureSite, _ report: BuildReport) -> [String] { site.lines(report) }

  /// A note without words of its own is the original's; so is the summary of what is not translated.
  @Test func notesAndSummaries() async throws {
    var files: [String: String?] = [
      Site.causeWords: try #require(Site.files[Site.causeWords]).replacing(
        "notes: {step-ups: desde la semana 3}\n", with: "")
    ]
    for (path, text) in Self.templates { files[path] = text }
    let site = try await Site.make(files)
    #expect(site.lines(try await site.build()) == [])
    let cause = try Self.page("es/causes/tendon-pain/", of: site)
    #expect(
      cause.contains(
        "<li><a href=\"/es/stretches/step-ups/\">Subir un escalón</a> <b lang=\"en\">from week 3</b> <i>Arriba y abajo de un escalón.</i></li>"
      ), "\(cause)")
    #expect(cause.contains("<a href=\"/signs/outer-pain/\" lang=\"en\">Outer hip pain</a> <i lang=\"en\">"))
    #expect(
      try Self.page("es/causes/tendon-pain/programme/", of: site).contains("<b lang=\"en\">from week 3</b>"))
    #expect(try !Self.page("causes/tendon-pain/", of: site).contains("lang=\"en\">from"))
  }

  /// A home page that is written once: the other language's is another page, and both name each other.
  @Test(arguments: [false, true]) func homePages(isTranslated: Bool) async throws {
    var files: [String: String?] = [
      "Templates/home.mustache": FixtureSite.page("<p>{{summary}}</p>{{{body}}}"),
      "Templates/layout.mustache": try #require(FixtureSite.files["Templates/layout.mustache"]).replacing(
        "</head>",
        with:
          "{{#page-languages}}{{#has-page}}<link rel=\"alternate\" hreflang=\"{{tag}}\" href=\"{{address}}\">{{/has-page}}{{/page-languages}}</head>"
      ),
      "Content/pages/index.md":
        "---\ntitle: Welcome\nsummary: What this is.\nreview: {status: approved, reviewer: \"Ann Lee, DPT\", reviewed: 2026-01-02}\n---\nStart with [](cause:tendon-pain) or [](sign:outer-pain) or [](stretch:step-ups).\n",
    ]
    if isTranslated {
      files["Content/pages/index.es.md"] =
        "---\ntitle: Bienvenida\nsummary: De qué se trata.\nreview: {status: approved, reviewer: \"Ann Lee, DPT\", reviewed: 2026-01-02}\n---\nEmpiece con [](cause:tendon-pain) o [](sign:outer-pain) o [](stretch:step-ups).\n"
    }
    let site = try await Site.make(files)
    #expect(try await site.build().errors == 0)
    let links =
      "<link rel=\"alternate\" hreflang=\"en\" href=\"https://clinic.example/\"><link rel=\"alternate\" hreflang=\"es\" href=\"https://clinic.example/es/\">"
    let (home, spanish) = (try Self.page("", of: site), try Self.page("es/", of: site))
    #expect(home.contains(links))
    #expect(spanish.contains(links))
    #expect(home.contains("Start with"))
    // What is not translated is not published twice.
    #expect(!spanish.contains("Start with") && !spanish.contains("Welcome"))
    #expect(spanish.contains("Empiece con") == isTranslated)
    // Whoever is named as an alternate names the others, in pages and in the sitemap.
    let entries = try site.text(of: "Public/sitemap.xml").matches(
      of: /<loc>([^<]*)<\/loc>(.*?)<\/url>/
    ).map { (String($0.1), $0.2.matches(of: /href="([^"]*)"/).map { String($0.1) }) }
    let alternates = Dictionary(entries, uniquingKeysWith: { first, _ in first })
    #expect(alternates.count == entries.count)
    for (page, others) in entries {
      #expect(others.isEmpty || others.contains(page))
      for other in others { #expect(alternates[other] == others, "\(page) \(other)") }
    }
    #expect(alternates["https://clinic.example/"]?.count == 2)
  }

  /// What a drawing says, and what the site says, in another language is read by patients.
  @Test func differences() async throws {
    let drawing =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"><text>Knee down</text></svg>\n"
    let both: [String: String?] = [
      "Content/stretches/step.svg": drawing, "Content/drawings.es.yaml": "Knee down: Rodilla abajo\n",
    ]
    let (old, new) = (try await Site.make(both), try await Site.make(both))
    try new.write("Knee down: Rodilla arriba\n", to: "Content/drawings.es.yaml")
    try new.write(
      try new.text(of: "site.es.yaml").replacing("Causas", with: "Los motivos"), to: "site.es.yaml")
    func version(_ site: FixtureSite) async throws -> SiteVersion {
      let (version, report) = try await SiteVersion.read(try site.options())
      return try #require(version, "\(site.lines(report))")
    }
    let found = try await SiteComparison(from: version(old), to: version(new), jobs: 2).changes
    #expect(found.map(\.code) == ["drawing-words", "setting-changed"], "\(found)")
    #expect(found.map(\.language) == ["es", "es"])
    #expect(found[0].passages == [Change.Passage(was: "Rodilla abajo", now: "Rodilla arriba")])
    #expect(found[1].passages == [Change.Passage(was: "Causas", now: "Los motivos")])
    let same = try await SiteComparison(from: version(old), to: version(old), jobs: 2).changes
    #expect(same.isEmpty)
  }
}
