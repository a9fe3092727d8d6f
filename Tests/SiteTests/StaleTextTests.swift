import FixtureSite
import Testing

@testable import Site

private typealias Site = TranslatedSite

/// Readers are told that the original of a text has changed since it was translated, wherever the text stands.
@Suite struct StaleTextTests {
  private static let note = "{{#is-stale}}(OLD){{/is-stale}}"
  private static let templates: [String: String?] = [
    "Templates/cause.mustache": FixtureSite.page(
      "{{{body}}}{{#warnings}}<h2>{{heading}}</h2>{{#flags}}<p>{{text}}\(note)</p>{{/flags}}{{/warnings}}"),
    "Templates/index.mustache": FixtureSite.page(
      "<p>{{summary}}</p>{{#has-stale-texts}}(OLD){{/has-stale-texts}}{{#articles}}{{>card}}{{/articles}}"),
    "Templates/home.mustache": FixtureSite.page(
      "<p>{{summary}}</p>{{#has-stale-texts}}(OLD){{/has-stale-texts}}"),
  ]

  @Test(arguments: [
    (Site.flags, "A hard fall with pain", "A fall with pain", "es/causes/tendon-pain/index.html"),
    ("site.yaml", "What may be behind it.", "What may be behind your pain.", "es/causes/index.html"),
    ("site.yaml", "description: ", "description: More ", "es/index.html"),
  ]) func isTold(file: String, old: String, new: String, page: String) async throws {
    let site = try await Site.make(Self.templates)
    _ = try await site.build()
    for path in [page, String(page.dropFirst(3))] {
      #expect(try !site.text(of: "Public/\(path)").contains("(OLD)"), "\(path)")
    }
    let text = try site.text(of: file)
    #expect(text.contains(old))
    try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    _ = try await site.build()
    #expect(try site.text(of: "Public/\(page)").contains("(OLD)"))
    // The original is of today.
    #expect(try !site.text(of: "Public/\(page.dropFirst(3))").contains("(OLD)"))
  }

  /// Whatever a checker says is told of on its page: questions, answers, explanations, red flags, care levels.
  @Test(arguments: [
    (
      "Content/symptom-checker/hip-pain.yaml", "label: I am not sure, next: today-child",
      "label: I do not know, next: today-child"
    ),
    ("Content/symptom-checker/care-levels.yaml", "Call 911 or go", "Call 911 at once or go"),
    ("Content/symptom-checker/advice/visit.md", "Until then", "Until that day"),
    ("Content/red-flags.yaml", "A leg that is cold", "A leg or foot that is cold"),
  ]) func checkers(file: String, old: String, new: String) async throws {
    let site = try Example.clinic.copy()
    let word = "El texto original ha cambiado desde esta traducción."
    let page = "es/symptom-checker/index.html"
    let text = try site.text(of: file)
    #expect(text.contains(old))
    try site.write(text.replacing(old, with: new, maxReplacements: 1), to: file)
    _ = try await SiteBuild(try site.options(today: "2026-11-28")).build()
    // With the way to it.
    let way = " <a href=\"/%@\" hreflang=\"en-US\" lang=\"en-US\">English</a>"
    func note(_ page: String) -> String { word + "</strong>" + way.replacing("%@", with: page) }
    #expect(try site.text(of: "Public/\(page)").contains(note("symptom-checker/")))
    #expect(
      try !site.text(of: "Public/\(page.dropFirst(3))").contains("has changed since this was translated"))
    if file.contains("red-flags") {
      #expect(
        try site.text(of: "Public/es/when-to-get-help/index.html").contains(note("when-to-get-help/")))
    }
  }
}
