import FixtureSite
import Testing

/// What articles say and no page would show.
@Suite struct LostContentTests {
  private static let exercises = FixtureSite.configuration(
    "title: Causes", "title: Causes\n    programme: stretches")

  @Test(arguments: ["Step up, then down.", "1. Step up.\n2. Step down."])
  func exerciseWithoutBody(body: String) async throws {
    let found = try await faults([
      "site.yaml": Self.exercises, "Templates/programme.mustache": FixtureSite.page(FixtureSite.body),
      "Templates/stretch.mustache": FixtureSite.page(
        "{{#dose}}{{sets}} {{hold}}{{/dose}}{{#easier}}{{{html}}}{{/easier}}"),
      "Content/stretches/step-ups.md": FixtureSite.article("Step-ups", body: body),
    ])
    expectFaults(
      found.filter { $0.contains("error") },
      [
        "Content/stretches/step-ups.md:1:1: error bad-configuration: Readers would not see the text of this article: the template `stretch` does not show `body`. » Add `{{{body}}}` to `Templates/stretch.mustache`."
      ])
  }

  /// A kind that is no exercise may have cards alone, unless a text warns.
  @Test func otherKindWithoutBody() async throws {
    let template = ["Templates/faq.mustache": FixtureSite.page("<p>A question</p>")]
    expectFaults(try await faults(template.mapValues(Optional.some)), [])
    let file = "Content/faqs/keep-running.md"
    let article = FixtureSite.article(
      "Can I keep running?", "about: [cause:tendon-pain]", body: "> [!WARNING]\n> Not after a fall.")
    expectFaults(
      try await faults(["Templates/faq.mustache": template.values.first, file: article]),
      [
        "\(file):1:1: error bad-configuration: Readers would not see the warning in this article: the template `faq` does not show `body`. » Add `{{{body}}}` to `Templates/faq.mustache`."
      ])
  }

  private static let flags = "rf-leg: {text: A cold leg, level: urgent, basis: practice}\n"
  private static let choice = FixtureSite.configuration(
    "title: Pages", "title: Pages\n    fields:\n      shows: {type: choice, of: [red-flags, visits]}")
  private static let noList =
    "Content/red-flags.yaml:1:1: warning bad-configuration: No page lists all red flags, because no page has `shows: red-flags`. » Add the line `shows: red-flags` to the front matter of the page that is to list them."

  @Test(arguments: [
    ("", true), ("shows: visits", true), ("shows: red-flags", false),
  ])
  func listOfRedFlags(key: String, isMissing: Bool) async throws {
    let keys = key.isEmpty ? [] : [key]
    let page =
      ["---", "title: About this site", "summary: About it."] + keys + [
        "---", "Start at [](cause:tendon-pain), [](sign:outer-pain) or [](stretch:step-ups).", "",
      ]
    let found = try await faults([
      "site.yaml": Self.choice, "Content/red-flags.yaml": Self.flags,
      "Content/pages/about.md": page.joined(separator: "\n"),
    ])
    expectFaults(found.filter { $0.contains("No page lists") }, isMissing ? [Self.noList] : [])
  }

  /// A field that warns has to be shown, whatever its kind.
  @Test(arguments: [
    ("cautions", true), ("contraindications", true), ("warning-signs", true), ("editors-note", false),
  ])
  func fieldsThatWarn(name: String, isTold: Bool) async throws {
    let found = try await faults([
      "site.yaml": FixtureSite.configuration(
        "folder: faqs", "folder: faqs\n    fields:\n      \(name): {type: markdown, list: true}"),
      "Content/faqs/keep-running.md": FixtureSite.article(
        "Can I keep running?", "about: [cause:tendon-pain]", "\(name): [Not after a fall.]"),
    ])
    expectFaults(
      found,
      isTold
        ? [
          "Content/faqs/keep-running.md:1:1: warning bad-configuration: Readers do not see `\(name)` of this article: the template `faq` does not show it. » Use `\(name)` in `Templates/faq.mustache`."
        ] : [])
  }

  // MARK: Headings

  @Test(arguments: [
    ("Text.\n\n## What helps", 9), ("## What helps\n\nRest.\n\n### At night", 11),
    ("Text.\n\n## Later\n\n---", 9),
    ("Text.\n\n## Later\n\n<!-- to come -->", 9), ("Text.\n\n## Later\n\n[a]: https://a.example/", 9),
  ])
  func headingsAtTheEnd(body: String, line: Int) async throws {
    expectFaults(
      try await causeFaults(FixtureSite.cause(body: body)).filter { $0.contains("empty-heading") },
      [
        "\(line):1: warning empty-heading: There is nothing below this heading. » Write its text, or delete the heading."
      ])
  }

  @Test(arguments: [
    "Rest.[^1]\n\n## Notes\n\n[^1]: A day.", "Text.\n\n## More\n\n> Quote", "Text.\n\n## More\n\n1. One",
  ])
  func headingsAboveSomething(body: String) async throws {
    let found = try await causeFaults(FixtureSite.cause(body: body))
    #expect(!found.contains { $0.contains("empty-heading") })
  }

  /// What a page chooses to show stands below its last heading.
  @Test func headingsAboveWhatTheTemplateShows() async throws {
    let found = try await faults([
      "site.yaml": Self.choice, "Content/red-flags.yaml": Self.flags,
      "Content/pages/help.md": FixtureSite.article(
        "Help", "shows: red-flags", body: "See [](page:about).\n\n## Warning signs"),
    ])
    #expect(!found.contains { $0.contains("empty-heading") })
  }
}
