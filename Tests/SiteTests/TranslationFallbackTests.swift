import FixtureSite
import Testing

@testable import Authoring
@testable import Site
@testable import SiteModel
@testable import YAML

private typealias Site = TranslatedSite

/// What readers of a language get where its words are missing, hidden, or of another state of the original.
struct TranslationFallbackTests {
  /// An approval is of the facts that stood there then, which are the original's.
  @Test(arguments: [
    "updated: 2026-01-02", "updated: 2026-02-03",
    "updated: 2026-01-02\nchanges: [{date: 2026-02-03, text: New}]",
  ])
  func reviewsOfTranslationsLapseWithTheirOriginals(days: String) async throws {
    let approved = "review: {status: approved, author: Ann Lee, reviewer: Bea Cruz, reviewed: 2026-02-01}"
    let site = try await Site.make([
      Site.cause: try #require(Site.files[Site.cause]).replacing(
        "updated: 2026-01-02", with: "\(days)\n\(approved)"),
      Site.causeWords: try #require(Site.files[Site.causeWords]).replacing(
        "review: {status: pending}", with: approved),
    ])
    let report = try await site.check(today: "2026-02-20")
    let told = site.lines(report).filter { $0.contains("review-outdated") }
    guard days.contains("02-03") else {
      #expect(told == [])
      return
    }
    #expect(told.count == 2, "\(told)")
    #expect(
      told.first { $0.contains(".es.md") }
        == "Content/causes/tendon-pain.es.md:6:75: warning review-outdated: This article changed on 2026-02-03, after its clinical review on 2026-02-01, so its page no longer says it was reviewed. » When a clinician has approved the change, set `reviewed` to that day. Until then, set `status: pending`."
    )
  }

  @Test func theHomePageHasNoSlug() async throws {
    let site = try await Site.make([
      "Content/pages/index.md": FixtureSite.article("Home", body: "Welcome."),
      "Content/pages/index.es.md":
        "---\ntitle: Inicio\nsummary: Algo.\nslug: inicio\nreview: {status: pending}\n---\nBienvenido.\n",
    ])
    #expect(
      site.lines(try await site.check()).filter { $0.contains("error") } == [
        "Content/pages/index.es.md:4:7: error translation-fact: The home page's address is `/es/`, so it cannot have a `slug`. » Delete this line."
      ])
  }

  @Test func slugsThatClash() async throws {
    var changes: [String: String?] = [:]
    for path in ["Content/faqs/one", "Content/faqs/two"] {
      changes[path + ".md"] = FixtureSite.article(path)
      changes[path + ".es.md"] =
        "---\ntitle: \(path)\nsummary: Algo.\nslug: igual\nreview: {status: pending}\n---\nTexto.\n"
    }
    let site = try await Site.make(changes)
    #expect(
      site.lines(try await site.check()).filter { $0.contains("error") } == [
        "Content/faqs/two.es.md: error duplicate-url: The address `/es/faqs/igual/` is already taken by `Content/faqs/one.es.md`. » Give one of them another `slug`."
      ])
  }

  /// A link to a heading of what is not translated leads to the page in the original's language, and is told unless the reason was.
  @Test(arguments: ["draft", "gone", "hide"])
  func headingsOfWhatIsNotTranslated(reason: String) async throws {
    let site = try await Site.make([
      "Content/faqs/one.md": FixtureSite.article(
        "One", body: "See [it](../causes/tendon-pain.md#what-helps)."),
      "Content/faqs/one.es.md":
        "---\ntitle: Uno\nsummary: Algo.\nreview: {status: pending}\n---\nVea [esto](../causes/tendon-pain.md#qué-ayuda).\n",
    ])
    #expect(try await site.check().errors == 0)
    switch reason {
    case "draft":
      try site.write(
        try site.text(of: Site.causeWords).replacing("review:", with: "draft: true\nreview:"),
        to: Site.causeWords)
    case "gone": try site.remove(Site.causeWords)
    default:
      try site.write("translations: {stale: hide}\n" + (try site.text(of: "site.yaml")), to: "site.yaml")
      try site.write(
        try site.text(of: Site.cause).replacing("Less hill running", with: "Running fewer hills"),
        to: Site.cause)
    }
    let report = try await site.build()
    #expect(report.errors == 0 && report.publishedTo != nil)
    let told = site.lines(report).filter { $0.contains("broken-fragment") }
    #expect(
      told
        == (reason == "hide"
          ? []
          : [
            "Content/faqs/one.es.md:6:12: warning broken-fragment: `Content/causes/tendon-pain.md` has no translation, so this link leads to the top of the page in English: there is no heading `#qué-ayuda`. » The headings there are `#what-helps`."
          ]))
    #expect(try site.text(of: "Public/es/faqs/one/index.html").contains("href=\"/causes/tendon-pain/"))
  }

  /// What every language must have is not left out without an error.
  @Test(arguments: ["warn", "hide"], [true, false])
  func whatIsRequiredIsNotHidden(stale: String, isRequired: Bool) async throws {
    let settings = "translations: {stale: \(stale)\(isRequired ? ", required: [red-flags]" : "")}\n"
    let site = try await Site.make(["site.yaml": settings + (try #require(Site.files["site.yaml"]))])
    try site.write(try site.text(of: Site.flags).replacing("A hard fall", with: "A bad fall"), to: Site.flags)
    let report = try await site.check()
    #expect(report.errors == (stale == "hide" && isRequired ? 1 : 0))
    #expect(report.diagnostics.contains { $0.code == .translationStale })
  }

  /// Each text is accepted by itself, whatever the others lack.
  @Test func acceptingSomeOfAFile() async throws {
    let flags = try #require(Site.files[Site.flags])
    let site = try await Site.make([
      Site.flags: flags
        + flags.replacing("rf-fall", with: "rf-fever").replacing("A hard fall", with: "A fever"),
      Site.cause: try #require(Site.files[Site.cause]).replacing("[rf-fall]", with: "[rf-fall, rf-fever]"),
    ])
    #expect(
      try await site.check().diagnostics.filter { $0.file == Site.flagWords }.map(\.code) == [
        .translationMissing
      ])
    try site.write(try site.text(of: Site.flags).replacing("A hard fall", with: "A bad fall"), to: Site.flags)
    #expect(try await site.check().diagnostics.contains { $0.code == .translationStale })
    #expect(try await SiteTranslations.read(try site.options()).accept(Site.flagWords).isChanged)
    #expect(
      try await site.check().diagnostics.filter { $0.file == Site.flagWords }.map(\.code) == [
        .translationMissing
      ])
  }

  /// Programs that read a checker are told of each text that is not in its language.
  @Test func languagesInACheckersJSON() async throws {
    let site = try Example.clinic.copy()
    let folder = "Content/symptom-checker"
    let settings = try site.text(of: "site.yaml")
    try site.write(settings.replacing(", required: [checker, red-flags]", with: ""), to: "site.yaml")
    let flags = try site.text(of: "Content/red-flags.es.yaml")
    try site.write(flags.replacing(/rf-rash:\n.*\n.*\n/, with: ""), to: "Content/red-flags.es.yaml")
    let tree = try site.text(of: "\(folder)/hip-pain.es.yaml")
    try site.write(tree.replacing(/title: .*\n/, with: ""), to: "\(folder)/hip-pain.es.yaml")
    try site.remove("Content/causes/it-band-syndrome.es.md")
    _ = try await SiteBuild(try site.options(today: "2026-11-28")).build()
    let json = try site.text(of: "Public/es/symptom-checker/hip-pain.json")
    #expect(json.contains(#""titleLang":"en-US""#))
    #expect(json.contains(#""flagsLang":{"rf-rash":"en-US"}"#))
    #expect(json.contains(#""cause:it-band-syndrome":{"lang":"en-US","#))
    #expect(json.matches(of: /"lang":/).count == 2, "the article, and the answer that names the flag")
    let original = try site.text(of: "Public/symptom-checker/hip-pain.json")
    #expect(!original.contains("\"lang\"") && !original.contains("Lang\""))
    let schema = try site.text(of: "Public/symptom-checker/tree.schema.json")
    #expect(schema.matches(of: /"lang":/).count == 4 && schema.contains("flagsLang"))
  }

  @Test(arguments: [
    ("de", "1. März 2026"), ("es-MX", "1 de marzo de 2026"), ("fr-CA", "1 mars 2026"), ("it", "1 marzo 2026"),
    ("pt-BR", "1 de março de 2026"), ("en", "March 1, 2026"), ("en-GB", "1 March 2026"), ("ar", "2026-03-01"),
  ])
  func days(language: String, shown: String) {
    #expect(CalendarDate(year: 2026, month: 3, day: 1)?.shown(in: language) == shown)
  }
}
