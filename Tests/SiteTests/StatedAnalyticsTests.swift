import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// That somebody counts visits is loaded, and stated, from the setting.
@Suite struct StatedAnalyticsTests {
  private static let load =
    "{{#site.analytics}}<script defer src=\"{{script}}\"></script>{{/site.analytics}}"
  private static let unloaded =
    "site.yaml:5:21: error bad-configuration: No template loads this script, so it would count nothing."
  private static let unstated =
    "site.yaml:5:21: error bad-configuration: No page tells readers that `Stats` learns of their visits."

  /// A site whose layout and pages have further lines.
  private static func found(
    _ page: String, layout: String = load, about: String? = nil, fields: String = "",
    words: String? = nil
  ) async throws -> [String] {
    let settings = "language: en\nanalytics: {script: https://stats.example/x.js, name: Stats}"
    var files: [String: String?] = [
      "site.yaml": FixtureSite.configuration("language: en", settings)
        + "",
      "Templates/layout.mustache": (FixtureSite.files["Templates/layout.mustache"] ?? "").replacing(
        "</head>", with: layout + "</head>"),
      "Templates/page.mustache": FixtureSite.page(FixtureSite.body + page),
    ]
    if !fields.isEmpty {
      files["site.yaml"] = FixtureSite.configuration("language: en", settings).replacing(
        "    title: Pages\n", with: "    title: Pages\n    fields: {\(fields)}\n")
    }
    if let about {
      files["Content/pages/about.md"] = FixtureSite.article(
        "About this site", about,
        body: "Start at [](cause:tendon-pain), [](sign:outer-pain) or [](stretch:step-ups).")
    }
    if let words { files["Templates/words/en.yaml"] = words }
    let site = try FixtureSite(files)
    return site.lines(try await site.check())
  }

  private static func starts(_ found: [String], _ expected: [String]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { $0.hasPrefix($1) }
  }

  @Test(arguments: [
    "{{#site.analytics}}<p>{{name}} counts visits.</p>{{/site.analytics}}",
    "<p>{{site.analytics.name}}</p>",
    "{{#site.analytics}}<p>{{word.counts}}</p>{{/site.analytics}}",
  ])
  func stated(html: String) async throws {
    let words = html.contains("word.") ? "counts: \"{{name}} counts visits.\"\n" : nil
    expectFaults(try await Self.found(html, words: words), [])
  }

  /// In words for readers, not in what nobody sees.
  @Test(arguments: [
    "", "<!-- {{site.analytics.name}} -->", "<p hidden>{{site.analytics.name}}</p>",
    "<p class=\"{{site.analytics.name}}\">Text</p>",
    "{{^site.analytics}}{{site.analytics.name}}{{/site.analytics}}",
    "{{#is-preview}}{{site.analytics.name}}{{/is-preview}}",
    "{{#site.analytics}}<p>Somebody counts.</p>{{/site.analytics}}",
    "{{#site.analytics}}<p>{{#hosts}}{{.}}{{/hosts}}</p>{{/site.analytics}}",
  ])
  func unstated(html: String) async throws {
    let found = try await Self.found(html)
    #expect(Self.starts(found, [Self.unstated]), "\(found)")
    #expect(found.first?.contains("in `Templates/page.mustache`") == true, "\(found)")
  }

  /// A template that states it where a page asks for it, and pages that do, or do not.
  @Test func onlyWhereAPageAsksForIt() async throws {
    let html = "{{#shows.is-visits}}<p>{{site.analytics.name}}</p>{{/shows.is-visits}}"
    let fields = "shows: {type: choice, of: [letters, visits]}"
    expectFaults(try await Self.found(html, about: "shows: visits", fields: fields), [])
    for about in [nil, "shows: letters"] {
      let found = try await Self.found(html, about: about, fields: fields)
      #expect(
        Self.starts(found, [Self.unstated])
          && found[0].hasSuffix(
            " » Write `shows: visits` in the front matter of the privacy page, such as `Content/pages/privacy.md`."
          ), "\(found)")
    }
  }

  /// A layout that only mentions the setting loads nothing.
  @Test(arguments: [
    "{{#site.analytics}}<meta name=\"counted\">{{/site.analytics}}",
    "{{#site.analytics}}<link rel=\"preload\" as=\"script\" href=\"{{script}}\">{{/site.analytics}}",
    "{{#site.analytics}}<!-- <script src=\"{{script}}\"></script> -->{{/site.analytics}}",
    "{{#site.analytics}}<script type=\"application/json\" data-src=\"{{script}}\"></script>{{/site.analytics}}",
  ])
  func mentioned(layout: String) async throws {
    let found = try await Self.found("<p>{{site.analytics.name}}</p>", layout: layout)
    #expect(Self.starts(found, [Self.unloaded]), "\(found)")
  }
}
