import Diagnostics
import FixtureSite
import Testing

@testable import Authoring
@testable import Site
@testable import SiteModel

/// A site in two languages: its pages, what stands in for what was not translated, and the files of translators.
@Suite struct TranslationTests {
  private typealias Site = TranslatedSite

  private static func page(_ path: String, of site: FixtureSite) throws -> String {
    try site.text(of: "Public/\(path)index.html")
  }

  @Test func pages() async throws {
    let switcher =
      "{{#page-languages}}<a href=\"{{url}}\" hreflang=\"{{tag}}\"{{#is-current}} aria-current=\"true\"{{/is-current}}>{{name}}{{^has-page}} -{{/has-page}}</a>{{/page-languages}}"
    let site = try await Site.make([
      "Templates/layout.mustache": try #require(FixtureSite.files["Templates/layout.mustache"])
        .replacing(
          "<html lang=\"{{language}}\">", with: "<html lang=\"{{language}}\" dir=\"{{text-direction}}\">"
        )
        .replacing("</nav>", with: "\(switcher)</nav>")
    ])
    let report = try await site.build()
    #expect(site.lines(report) == [])
    let cause = try Self.page("es/causes/tendon-pain/", of: site)
    #expect(cause.contains("<html lang=\"es\" dir=\"ltr\">"))
    #expect(cause.contains("<link rel=\"canonical\" href=\"https://clinic.example/es/causes/tendon-pain/\">"))
    #expect(cause.contains("<h1>Dolor del tendón</h1>"))
    #expect(
      cause.contains(
        "<a href=\"/causes/tendon-pain/\" hreflang=\"en\">English</a><a href=\"/es/causes/tendon-pain/\" hreflang=\"es\" aria-current=\"true\">Español</a>"
      ))
    // The translated article is named by its translation, with the note of this language.
    #expect(
      cause.contains("<li><a href=\"/es/stretches/step-ups/\">Subir un escalón</a>desde la semana 3</li>"))
    // What nobody has translated is linked where it is, and says its language.
    #expect(cause.contains("<a href=\"/signs/outer-pain/\" hreflang=\"en\">cómo se siente</a>"))
    #expect(
      cause.contains("<li lang=\"en\"><a href=\"/signs/outer-pain/\">Outer hip pain</a> (English)</li>"))
    #expect(cause.contains("<p>Una caída fuerte con dolor</p>"))
    let sign = try Self.page("signs/outer-pain/", of: site)
    #expect(sign.contains("<a href=\"/es/\" hreflang=\"es\">Español -</a>"))
    #expect(sign.contains("<li><a href=\"/causes/tendon-pain/\">Tendon pain</a></li>"))
    // Doses are those of the original.
    #expect(try Self.page("es/stretches/step-ups/", of: site).contains("<p>2–3 sets, 20–30 s</p>"))
    #expect(try Self.page("es/causes/", of: site).contains("<h1>Causas</h1>"))
    #expect(try Self.page("es/causes/tendon-pain/programme/", of: site).contains("desde la semana 3"))
    let names = try site.snapshot().names
    for path in ["es/index.html", "es/404.html", "es/feed.xml", "es/signs/index.html", "es/faqs/index.html"] {
      #expect(names.contains(path), "\(path)")
    }
    #expect(!names.contains("es/signs/outer-pain/index.html"))
    #expect(try site.text(of: "Public/es/feed.xml").contains("xml:lang=\"es\""))
    #expect(
      try site.text(of: "Public/sitemap.xml").contains(
        "<url><loc>https://clinic.example/es/causes/</loc><xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"https://clinic.example/causes/\"/><xhtml:link rel=\"alternate\" hreflang=\"es\" href=\"https://clinic.example/es/causes/\"/></url>"
      ))
    #expect(try site.text(of: "Public/_headers").contains("/es/*\n  Cache-Control: no-cache"))
  }

  /// Nothing changed, one word changed, and everything built anew come to the same.
  @Test func builtAgain() async throws {
    let site = try await Site.make()
    let first = try await site.build()
    #expect(first.written > 0)
    #expect(try await site.build().written == 0)
    let text = try site.text(of: Site.causeWords)
    try site.write(text.replacing("Duele a un lado", with: "Duele de un lado"), to: Site.causeWords)
    let second = try await site.build()
    #expect(second.written == 1)
    #expect(try Self.page("es/causes/tendon-pain/", of: site).contains("Duele de un lado"))
    let kept = try site.snapshot()
    try site.remove("Public/.limber-output")
    let fresh = try await site.build(output: site.path + "/Other")
    #expect(fresh.errors == 0)
    #expect(try site.snapshot("Other").names == kept.names)
  }

  @Test func draftsAreNotThere() async throws {
    let words = try #require(Site.files[Site.stretchWords]).replacing("review:", with: "draft: true\nreview:")
    let site = try await Site.make()
    try site.write(words, to: Site.stretchWords)
    let report = try await site.build()
    #expect(report.errors == 0)
    #expect(try !site.snapshot().names.contains("es/stretches/step-ups/index.html"))
    #expect(
      try Self.page("es/causes/tendon-pain/", of: site).contains(
        "<a href=\"/stretches/step-ups/\">Step-ups</a>"))
  }

  @Test func slug() async throws {
    let site = try await Site.make()
    let text = try site.text(of: Site.causeWords)
    try site.write(text.replacing("review:", with: "slug: dolor-del-tendon\nreview:"), to: Site.causeWords)
    #expect(site.lines(try await site.build()) == [])
    #expect(try site.snapshot().names.contains("es/causes/dolor-del-tendon/index.html"))
    try site.write(text.replacing("review:", with: "slug: Dolor del tendón\nreview:"), to: Site.causeWords)
    #expect(
      site.lines(try await site.check()) == [
        "Content/causes/tendon-pain.es.md:6:7: error wrong-type: `slug` must be lowercase letters and digits, with single hyphens between them, not `Dolor del tendón`. » Write `dolor-del-tendon`."
      ])
  }

  @Test func hiddenWhenStale() async throws {
    let site = try await Site.make()
    try site.write(
      try site.text(of: "site.yaml").replacing("checker:", with: "translations: {stale: hide}\nchecker:"),
      to: "site.yaml")
    #expect(site.lines(try await site.build()) == [])
    #expect(try Self.page("es/causes/tendon-pain/", of: site).contains("Dolor del tendón"))
    try site.write(
      try site.text(of: Site.cause).replacing("Stop if", with: "Stop at once if"), to: Site.cause)
    let report = try await site.build()
    #expect(report.diagnostics.map(\.code) == [.translationStale])
    let page = try Self.page("es/causes/tendon-pain/", of: site)
    #expect(page.contains("/causes/tendon-pain/") && !page.contains("Dolor del tendón"))
    #expect(
      try Self.page("es/causes/", of: site).contains("<a href=\"/causes/tendon-pain/\">Tendon pain</a>"))
  }

  @Test(arguments: [
    ("[red-flags]", Site.flagWords, DiagnosticCode.translationMissing),
    ("[stretch]", Site.stretchWords, .translationMissing),
  ]) func required(_ what: String, _ file: String, _ code: DiagnosticCode) async throws {
    let site = try await Site.make()
    let settings = try site.text(of: "site.yaml")
    try site.remove(file)
    let allowed = try await site.check()
    #expect(allowed.errors == 0)
    try site.write(
      settings.replacing("checker:", with: "translations: {required: \(what)}\nchecker:"), to: "site.yaml")
    let report = try await site.check()
    #expect(report.diagnostics.contains { $0.code == code && $0.severity == .error }, "\(site.lines(report))")
  }

  @Test(arguments: [
    (
      "languages: {es: Español}",
      "site.yaml:5:13: error bad-configuration: The first of `languages` is the language of the original, which `language` says is `en`. » Write `en` first, or correct `language`."
    ),
    (
      "languages: [en, es]",
      "site.yaml:5:12: error wrong-type: `languages` must be a mapping of language tags to names, not a list. » Write `languages: {en: …, es: Español}`."
    ),
    (
      "languages: {en: English, es_US: Español}",
      "site.yaml:5:26: error bad-configuration: `es_US` is not a language tag. » Write `es-US`."
    ),
    (
      "languages: {en: English, es: Español, ES: Otro}",
      "site.yaml:5:39: error bad-configuration: `ES` is in `languages` twice. » Delete one of the two."
    ),
  ]) func wrongLanguages(_ line: String, _ expected: String) async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration("language: en\n", "language: en\n\(line)\n")
    ])
    #expect(found.first == expected)
  }

  @Test func wrongPolicy() async throws {
    expectFaults(
      try await faults([
        "site.yaml": FixtureSite.configuration(
          "checker:", "translations: {stale: hidden, required: [flags]}\nchecker:")
      ]),
      [
        "site.yaml:35:23: error wrong-type: `stale` must be `allow`, `warn`, `error` or `hide`, not `hidden`. » Did you mean `hide`?",
        "site.yaml:35:42: error bad-configuration: `flags` is nothing that can be required of a translation. » Write `checker`, `red-flags`, `cause`, `sign`, `stretch`, `faq`, `page`.",
      ])
  }

  @Test func strayFiles() async throws {
    let site = try await Site.make()
    try site.write("---\ntitle: X\nsummary: X\n---\nX.\n", to: "Content/causes/tendon-pane.es.md")
    try site.write("---\ntitle: X\nsummary: X\n---\nX.\n", to: "Content/causes/tendon-pain.fr.md")
    expectFaults(
      site.lines(try await site.check()),
      [
        "Content/causes/tendon-pain.fr.md: error bad-file-name: `fr` is not a language of this site, so this translation is not published. » Add the language to `languages` in `site.yaml`, such as `languages: {en: …, fr: …}`.",
        "Content/causes/tendon-pane.es.md: error translation-orphan: This translates `Content/causes/tendon-pane.md`, which does not exist. » Did you mean `Content/causes/tendon-pain.es.md`?",
      ])
  }

  /// What only a translation shows or links to is judged like all that visitors get.
  @Test(arguments: ["Vea [el dibujo](bad.svg).", "Baje [la hoja](form.html)."])
  func filesOfTranslations(_ link: String) async throws {
    let words = try #require(Site.files[Site.causeWords]).replacing("Duele a un lado", with: "\(link) Duele")
    let site = try await Site.make()
    try site.write("<svg viewBox='0 0 4 3'><script>pwned(1)</script></svg>", to: "Content/causes/bad.svg")
    try site.write("<script>pwned(1)</script>", to: "Content/causes/form.html")
    try site.write(words, to: Site.causeWords)
    let codes = try await site.check().diagnostics.filter { $0.severity == .error }.map(\.code)
    #expect(codes == [link.contains("svg") ? .unsafeDrawing : .unsafeDownload])
  }

  /// What is not below another language's home page is no address there.
  @Test func addressesInTemplates() async throws {
    let layout = try #require(FixtureSite.files["Templates/layout.mustache"]).replacing(
      "</nav>",
      with:
        "<a href=\"{{site.home-url}}about/\">a</a><a href=\"{{site.home-url}}causes/#x\">c</a><a href=\"{{site.home-url}}sitemap.xml\">s</a></nav>"
    )
    let site = try await Site.make(["Templates/layout.mustache": layout])
    expectFaults(
      site.lines(try await site.check()),
      [
        "Templates/layout.mustache:5:172: warning translation-missing: `Content/pages/about.md` has no translation, so `{{site.home-url}}about/` leads to the page in English on pages in Español. » Translate it: run `limber new page about --language es`.",
        "Templates/layout.mustache:5:253: error broken-link: The address `{{site.home-url}}sitemap.xml` leads nowhere on pages in Español. » It is there once for all languages: write `/sitemap.xml`.",
      ])
    try site.write(
      "---\ntitle: Sobre este sitio\nsummary: De qué se trata.\n---\nEmpiece en [](cause:tendon-pain), [](sign:outer-pain) o [](stretch:step-ups).\n",
      to: "Content/pages/about.es.md")
    #expect(try await site.check().diagnostics.filter { $0.severity == .error }.count == 1)
  }

  /// Where templates lead to a page that is elsewhere in a language, there is one that leads on.
  @Test func pagesOfTemplatesElsewhere() async throws {
    let layout = try #require(FixtureSite.files["Templates/layout.mustache"]).replacing(
      "</nav>", with: "<a href=\"{{site.home-url}}about/?a\">a</a></nav>")
    let site = try await Site.make(["Templates/layout.mustache": layout])
    #expect(try await site.build().publishedTo != nil)
    #expect(try site.text(of: "Public/es/about/index.html").contains("url=/about/\""))
    let about =
      "---\ntitle: Sobre este sitio\nsummary: De qué se trata.\nslug: acerca\n---\nEmpiece en [](cause:tendon-pain), [](sign:outer-pain) o [](stretch:step-ups).\n"
    try site.write(about, to: "Content/pages/about.es.md")
    let report = try await site.build()
    #expect(!report.diagnostics.contains { $0.file == "Templates/layout.mustache" })
    #expect(try site.text(of: "Public/es/about/index.html").contains("url=/es/acerca/\""))
    try site.write(about.replacing("slug: acerca\n", with: ""), to: "Content/pages/about.es.md")
    _ = try await site.build()
    #expect(try site.text(of: "Public/es/about/index.html").contains("Empiece en"))
  }

  // MARK: The work of translators

  @Test func begun() async throws {
    let site = try await Site.make([Site.causeWords: nil])
    let draft = try await SiteTranslations.read(try site.options()).draft(
      kind: "cause", id: "tendon-pain", language: "es")
    #expect(draft.path == Site.causeWords)
    try draft.write()
    let text = try site.text(of: Site.causeWords)
    #expect(text.contains("title: \"Tendon pain\"\n"))
    #expect(text.contains("also-known-as: [\"sore tendon\"]\n"))
    #expect(text.contains("notes:\n  step-ups: \"from week 3\"\n"))
    #expect(text.hasSuffix("![A leg](leg.svg)\n"))
    // It is there, says what it is of, and readers do not get it before it is ready.
    #expect(site.lines(try await site.check()) == [])
    try site.write(
      text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("draft:") }
        .joined(separator: "\n"), to: Site.causeWords)
    #expect(try await site.check().errors == 0)
    for (kind, id, language, sentence) in [
      ("cause", "tendon-pain", "es", "The file `Content/causes/tendon-pain.es.md` already exists."),
      ("cause", "tendon-pane", "es", "There is no cause `tendon-pane`. Did you mean `tendon-pain`?"),
      (
        "causes", "x", "es",
        "There is no kind `causes`. The kinds are `cause`, `sign`, `stretch`, `faq`, `page`."
      ),
      (
        "cause", "tendon-pain", "fr",
        "`fr` is not a language of this site. Its languages to translate into are `es`."
      ),
      (
        "cause", "tendon-pain", "en",
        "`en` is the language of the originals. The languages to translate into are `es`."
      ),
    ] {
      let all = try await SiteTranslations.read(try site.options())
      do {
        _ = try all.draft(kind: kind, id: id, language: language)
        Issue.record("\(sentence)")
      } catch Refusal.sentence(let found) { #expect(found == sentence) }
    }
  }

  @Test func accepted() async throws {
    let site = try await Site.make()
    let before = try site.text(of: Site.causeWords)
    #expect(try await !SiteTranslations.read(try site.options()).accept(Site.causeWords).isChanged)
    try site.write(
      try site.text(of: Site.cause).replacing("Stop if", with: "Stop at once if"), to: Site.cause)
    #expect(try await site.check().diagnostics.map(\.code) == [.translationStale])
    #expect(
      try await SiteTranslations.read(try site.options()).accept(site.path(to: Site.causeWords)).isChanged)
    #expect(site.lines(try await site.check()) == [])
    let after = try site.text(of: Site.causeWords)
    #expect(zip(before.split(separator: "\n"), after.split(separator: "\n")).filter { $0 != $1 }.count == 1)
    // One that lacks something is not accepted.
    try site.write(after.replacing("> [!WARNING]\n> Pare si empeora.\n", with: ""), to: Site.causeWords)
    let all = try await SiteTranslations.read(try site.options())
    do {
      _ = try all.accept(Site.causeWords)
      Issue.record("accepted")
    } catch Refusal.lacking(let faults) { #expect(faults.map(\.code) == [.translationCallouts]) }
    do {
      _ = try all.accept(Site.cause)
      Issue.record("accepted")
    } catch Refusal.sentence(let found) {
      #expect(found == "`\(Site.cause)` is not a translation of anything on this site.")
    }
  }

  @Test func theDocumentationIsTheDeclaration() throws {
    try expectPart("translation-keys", of: "docs/translating.md", is: ArticleTranslation.documentation)
  }

  /// Files of editors keep it.
  @Test func theMarkStays() {
    var state = TextState()
    state.add("Stop  if\nit hurts.".utf8)
    var other = TextState()
    other.add("Stop if it hurts. ".utf8)
    #expect(state.mark == other.mark)
    #expect(TextState.isOne(state.mark) && !TextState.isOne("ABC") && !TextState.isOne(""))
  }

  @Test(arguments: [("ar", true), ("he-IL", true), ("az-Arab", true), ("es", false), ("ar-Latn", false)])
  func direction(_ tag: String, _ isRightToLeft: Bool) {
    #expect((SiteLanguage(tag: tag, name: "").direction == "rtl") == isRightToLeft)
  }
}
