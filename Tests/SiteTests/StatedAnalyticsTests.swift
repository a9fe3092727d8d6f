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
    words: String? = nil, body: String = ""
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
        body: "Start at [](cause:tendon-pain), [](sign:outer-pain) or [](stretch:step-ups).\n\n" + body)
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
    "<noscript>{{#site.analytics}}<script src=\"{{script}}\"></script>{{/site.analytics}}</noscript>",
    "{{#site.analytics}}<script type=\"application/json\" data-src=\"{{script}}\"></script>{{/site.analytics}}",
  ])
  func mentioned(layout: String) async throws {
    let found = try await Self.found("<p>{{site.analytics.name}}</p>", layout: layout)
    #expect(Self.starts(found, [Self.unloaded]), "\(found)")
  }

  private static let stated = "{{#site.analytics}}<p>{{name}} counts visits.</p>{{/site.analytics}}"

  /// A text that says the opposite of the setting.
  @Test(arguments: [
    ("No counting of visits.", "no counting"), ("We don’t track you.", "don't track you"),
    ("Here, nobody counts your visits.", "nobody counts your visits"),
    ("There are no cookies or trackers.", "no cookies or trackers"),
    ("*Visits* are **never** counted!", "visits are never counted"),
    ("> [!NOTE]\n> You are not tracked.", "you are not tracked"),
    ("- without analytics", "without analytics"),
    ("No contamos las visitas.", "no contamos las visitas"),
  ])
  func denied(text: String, phrase: String) async throws {
    let found = try await Self.found(Self.stated, about: "order: 1", body: text)
    expectFaults(
      found.map { $0.replacing(#/^[^ ]+ /#, with: "") },
      [
        "warning doubtful-value: This says \"\(phrase)\", but `analytics` lets Stats count visits. » Delete what is not true, or `analytics` in `site.yaml`."
      ])
    #expect(found.allSatisfy { $0.hasPrefix("Content/pages/about.md:") }, "\(found)")
  }

  @Test(arguments: [
    "Stats does not track you across sites.", "Visits are not counted by name.", "Do not count your steps.",
    "We do not count your visits toward a limit.", "`no tracking`", "Keep track of your pain.",
    "No analysis of your gait is needed.",
  ])
  func notDenied(text: String) async throws {
    expectFaults(try await Self.found(Self.stated, about: "order: 1", body: text), [])
  }

  /// What a template says by itself, unless it asks whether somebody counts.
  @Test func deniedByTemplates() async throws {
    func found(_ html: String, words: String? = nil) async throws -> [String] {
      try await Self.found(Self.stated + html, words: words)
    }
    let told = try await found("<p>We use no analytics.</p>")
    #expect(
      told.count == 1 && told[0].hasPrefix("Templates/page.mustache:")
        && told[0].contains("This says \"no analytics\", but"), "\(told)")
    expectFaults(try await found("{{^site.analytics}}<p>Nobody counts visits.</p>{{/site.analytics}}"), [])
    expectFaults(try await found("<p hidden>Nobody counts visits.</p>"), [])
    expectFaults(
      try await found("<p>{{word.nobody}}</p>", words: "nobody: Nobody counts visits.\n"),
      [
        "site.yaml:5:21: warning doubtful-value: Pages say \"nobody counts visits\", but Stats counts visits. » Show that text between `{{^site.analytics}}` and `{{/site.analytics}}` alone."
      ])
  }

  /// A script that counts by other means than the setting, which the privacy page therefore does not name.
  @Test(arguments: [
    ("https://plausible.io/js/script.js", true), ("https://stats.other.example/x.js", true),
    ("https://cdn.example/matomo.js", true), ("https://www.googletagmanager.com/gtag/js", true),
    ("https://maps.example/map.js", false), ("https://cdn.example/accounts.js", false),
  ])
  func countedByOthers(address: String, isCounter: Bool) async throws {
    let origin = String(address.split(separator: "/").prefix(2).joined(separator: "//"))
    let settings = "language: en\ncontent-policy: {script: [\"\(origin)\"]}"
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration("language: en", settings),
      "Templates/layout.mustache": (FixtureSite.files["Templates/layout.mustache"] ?? "").replacing(
        "</head>", with: "<script src=\"\(address)\"></script></head>"),
    ])
    let found = site.lines(try await site.check()).map { $0.replacing(#/^[^ ]+ /#, with: "") }
    expectFaults(
      found,
      isCounter
        ? [
          "error bad-configuration: This script counts visits, but no page tells readers so. » Write `analytics: {script: \(address), name: …}` in `site.yaml`, and `{{#site.analytics}}<script defer src=\"{{script}}\"></script>{{/site.analytics}}` here: the privacy page then names who counts."
        ] : [])
  }
}
