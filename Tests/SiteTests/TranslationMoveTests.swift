import Diagnostics
import FixtureSite
import Testing

@testable import Authoring
@testable import Site

/// An article is moved with its translations, in every language at once.
@Suite struct TranslationMoveTests {
  private typealias Site = TranslatedSite

  private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n"

  /// The exercise is named in every way that a translation can name it.
  private static func site(_ changes: [String: (old: String, new: String)] = [:]) async throws -> FixtureSite
  {
    var files: [String: String?] = [
      "Content/stretches/step-ups.svg": drawing,
      Site.stretch: try #require(Site.files[Site.stretch]) + "\n![A step](step-ups.svg)\n",
      Site.stretchWords: try #require(Site.files[Site.stretchWords])
        + "\n![Un escalón](step-ups.svg)\n",
      Site.cause: try #require(Site.files[Site.cause]).replacing(
        "Less hill running", with: "[](stretch:step-ups), [it](../stretches/step-ups.md). Less hill running"),
      Site.causeWords: try #require(Site.files[Site.causeWords]).replacing(
        "Correr menos",
        with: "[](stretch:step-ups), [eso](../stretches/step-ups.md). Correr menos"),
    ]
    for (file, change) in changes {
      let text = try #require(files[file] ?? Site.files[file])
      #expect(text.contains(change.old))
      files[file] = text.replacing(change.old, with: change.new)
    }
    return try await Site.make(files)
  }

  @Test func isMovedInEveryLanguage() async throws {
    let site = try await Self.site()
    #expect(site.lines(try await site.check()) == [])
    let report = try await site.move("stretch:step-ups", "stair-steps")
    #expect(
      report == """
        Content/stretches/step-ups.svg → Content/stretches/stair-steps.svg
        Content/stretches/step-ups.es.md → Content/stretches/stair-steps.es.md: the old address is in `redirect-from`; line 14
        Content/stretches/step-ups.md → Content/stretches/stair-steps.md: the old address is in `redirect-from`; line 12
        Content/causes/tendon-pain.es.md: lines 5, 18
        Content/causes/tendon-pain.md: lines 6, 19
        Content/pages/about.md: line 5
        /stretches/step-ups/ now redirects to /stretches/stair-steps/.
        /es/stretches/step-ups/ now redirects to /es/stretches/stair-steps/.

        """, "\(report)")
    #expect(site.lines(try await site.build()) == [])
    let cause = try site.text(of: Site.causeWords)
    #expect(cause.contains("notes: {stair-steps: desde la semana 3}"))
    #expect(cause.contains("[](stretch:stair-steps), [eso](../stretches/stair-steps.md)."))
    let words = try site.text(of: "Content/stretches/stair-steps.es.md")
    #expect(words.contains("redirect-from: [/es/stretches/step-ups/]\n"))
    #expect(words.contains("![Un escalón](stair-steps.svg)"))
    for (old, new) in [
      ("es/stretches/step-ups", "/es/stretches/stair-steps/"),
      ("stretches/step-ups", "/stretches/stair-steps/"),
    ] {
      #expect(try site.text(of: "Public/\(old)/index.html").contains(new))
    }
    // And back.
    try await site.move("stretch:stair-steps", "step-ups")
    expectFaults(site.lines(try await site.check()), [])
  }

  /// A cause has a program, which has an address in each language.
  @Test func programs() async throws {
    let site = try await Self.site()
    let report = try await site.move("cause:tendon-pain", "sore-tendon")
    #expect(
      report.contains(
        "/es/causes/tendon-pain/programme/ now redirects to /es/causes/sore-tendon/programme/.\n"))
    #expect(site.lines(try await site.build()) == [])
    #expect(
      try site.text(of: "Public/es/causes/tendon-pain/programme/index.html").contains(
        "/es/causes/sore-tendon/programme/")
        || (try site.text(of: "Public/es/causes/tendon-pain/programme/index.html")).contains(
          "/es/causes/sore-tendon/")
    )
  }

  /// An address of its own stays.
  @Test func slug() async throws {
    let site = try await Self.site([Site.stretchWords: ("review:", "slug: subir-escalones\nreview:")])
    let report = try await site.move("stretch:step-ups", "stair-steps")
    #expect(!report.contains("/es/"), "\(report)")
    #expect(site.lines(try await site.build()) == [])
    #expect(try !site.text(of: "Content/stretches/stair-steps.es.md").contains("redirect-from"))
    #expect(try site.snapshot().names.contains("es/stretches/subir-escalones/index.html"))
  }

  /// Makes readers get an article in the original's language instead.
  private static func hide(_ state: String, _ words: String, _ original: String, in site: FixtureSite) throws
  {
    if state == "hide" {
      let settings = try site.text(of: "site.yaml")
      try site.write(
        settings.replacing("checker:", with: "translations: {stale: hide}\nchecker:"), to: "site.yaml")
      let text = try site.text(of: original)
      // What its readers get is another text, whatever words they are.
      try site.write(text.replacing("summary: ", with: "summary: Newly written. "), to: original)
    } else {
      let line = state == "draft" ? "draft: true\nreview:" : "review: {status: withdrawn} #"
      try site.write(try site.text(of: words).replacing("review:", with: line), to: words)
    }
  }

  /// What readers do not get yet, or no longer, moves, too.
  @Test(arguments: ["draft", "withdrawn", "hide", "none"]) func unshown(_ state: String) async throws {
    let site = try await Self.site()
    if state == "none" {
      try site.remove(Site.stretchWords)
    } else {
      try Self.hide(state, Site.stretchWords, Site.stretch, in: site)
    }
    let before = try await site.check().diagnostics.map(\.code)
    let report = try await site.move("stretch:step-ups", "stair-steps")
    #expect(try await site.check().diagnostics.map(\.code) == before)
    let names = try site.snapshot("Content").names
    #expect(names.contains("stretches/stair-steps.es.md") == (state != "none"))
    #expect(!names.contains("stretches/step-ups.es.md"))
    #expect(report.contains("/es/stretches/step-ups/ now redirects") == (state == "hide"))
    if state == "none" { return }
    let words = try site.text(of: "Content/stretches/stair-steps.es.md")
    #expect(words.contains("redirect-from: [/es/stretches/step-ups/]"))
    #expect(words.contains("![Un escalón](stair-steps.svg)"))
    if state == "hide" {
      // Readers who come by an old address or the hidden one get the original.
      #expect(try await site.build().errors == 0)
      for old in ["step-ups", "stair-steps"] {
        let page = try site.text(of: "Public/es/stretches/\(old)/index.html")
        #expect(page.contains("\"/stretches/stair-steps/\"") || page.contains("=/stretches/stair-steps/"))
      }
      #expect(
        try site.text(of: "Public/_redirects").contains(
          "\n/es/stretches/step-ups/ /stretches/stair-steps/ 301!\n"))
    }
  }

  /// What a translation names that readers do not get yet, or no longer, follows the move.
  @Test(arguments: ["draft", "withdrawn", "hide"]) func namedByUnshown(_ state: String) async throws {
    let site = try await Self.site()
    try Self.hide(state, Site.causeWords, Site.cause, in: site)
    let before = try await site.check().diagnostics.map(\.code)
    let report = try await site.move("stretch:step-ups", "stair-steps")
    #expect(report.contains("Content/causes/tendon-pain.es.md: lines "), "\(report)")
    #expect(!report.contains("still have the old name"), "\(report)")
    let words = try site.text(of: Site.causeWords)
    #expect(words.contains("notes: {stair-steps: desde la semana 3}"))
    #expect(words.contains("[](stretch:stair-steps), [eso](../stretches/stair-steps.md)."))
    #expect(try await site.check().diagnostics.map(\.code) == before)
  }

  /// A picture that another's translation shows keeps its name.
  @Test func pictureOfAnother() async throws {
    let site = try await Self.site([
      Site.cause: ("![A leg](leg.svg)", "![A leg](../stretches/step-ups.svg)"),
      Site.causeWords: ("![Una pierna](leg.svg)", "![Una pierna](../stretches/step-ups.svg)"),
    ])
    let report = try await site.move("stretch:step-ups", "stair-steps")
    #expect(
      report.contains(
        "Content/stretches/step-ups.svg keeps its name: `Content/causes/tendon-pain.md` uses it, too.\n"))
    #expect(try await site.check().errors == 0)
  }

  @Test func refusals() async throws {
    let site = try await Self.site()
    try site.write("x", to: "Content/stretches/stair-steps.es.md.txt")
    try site.remove("Content/stretches/stair-steps.es.md.txt")
    // The address is that of another's translation.
    let other = "Content/stretches/other"
    try site.write(
      "---\ntitle: Other\nsummary: One.\n---\n1. Stand.\n", to: "\(other).md")
    try site.write(
      "---\ntitle: Otro\nsummary: Uno.\nslug: stair-steps\nreview: {status: pending}\n---\n1. Póngase de pie.\n",
      to: "\(other).es.md")
    let found = try await site.check()
    if found.errors == 0 {
      #expect(
        try await site.refusal("stretch:step-ups", "stair-steps")
          == "Another page already has the address `/es/stretches/stair-steps/`. Choose another id.")
    } else {
      Issue.record("\(site.lines(found))")
    }
  }

  /// Explanations of the checker link to articles in each language.
  @Test func explanations() async throws {
    let site = try Example.clinic.copy()
    let advice = "Content/symptom-checker/advice"
    let old = "](../../pages/load-management.md)"
    #expect(try site.text(of: "\(advice)/home.es.md").contains(old))
    try await site.move("page:load-management", "load-plan", today: "2026-11-28")
    for name in ["home.md", "home.es.md"] {
      #expect(try site.text(of: "\(advice)/\(name)").contains("](../../pages/load-plan.md)"))
    }
    let left = try site.snapshot("Content").names.filter {
      try $0.hasSuffix(".md") && site.text(of: "Content/\($0)").contains("load-management.md")
    }
    #expect(left == [])
  }

  /// Hosts that read `_redirects` get the old addresses of every language.
  @Test func redirectsOfHosts() async throws {
    let site = try await TranslatedSite.make()
    let words = try site.text(of: TranslatedSite.causeWords)
    try site.write(
      words.replacing("---\n", with: "---\nredirect-from: [/es/tendon/, \"/es/?p=3\"]\n", maxReplacements: 1),
      to: TranslatedSite.causeWords)
    let report = try await site.build()
    #expect(report.errors == 0, "\(site.lines(report))")
    #expect(
      try site.text(of: "Public/_redirects") == """
        /es/ p=3 /es/causes/tendon-pain/ 301!
        /es/ p=3 /es/causes/tendon-pain/ 301
        /es/tendon/ /es/causes/tendon-pain/ 301!
        /es/tendon/ /es/causes/tendon-pain/ 301
        /es/* /es/404.html 404

        """)
  }
}
