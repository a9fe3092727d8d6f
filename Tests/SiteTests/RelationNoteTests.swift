import FixtureSite
import Testing

@testable import Comparison
@testable import Site

/// What an article says of one of the articles that a relation lists.
@Suite struct RelationNoteTests {
  private static let card = "<li><a href=\"{{url}}\">{{title}}</a>{{#note}} ({{note}}){{/note}}</li>\n"
  private static let shown = [
    "Templates/home.mustache": FixtureSite.page("<p>Home</p>"), "Templates/partials/card.mustache": card,
    "Content/stretches/bridge.md": FixtureSite.article("Bridge"),
  ]

  private static func cause(_ stretches: String) -> String {
    FixtureSite.article(
      "Tendon pain", "signs: [outer-pain]", "stretches: \(stretches)",
      body: "See [](stretch:step-ups) and [](stretch:bridge).")
  }

  /// On the card of this page, not on the way back, nor on any other page.
  @Test func onItsCard() async throws {
    let site = try FixtureSite(
      Self.shown.merging([
        "Content/causes/tendon-pain.md": Self.cause("[{id: step-ups, note: From week 3 & later}, bridge]")
      ]) { $1 })
    #expect(try await site.build().diagnostics.filter { $0.severity == .error } == [])
    let page = try site.text(of: "Public/causes/tendon-pain/index.html")
    #expect(page.contains("<li><a href=\"/stretches/step-ups/\">Step-ups</a> (From week 3 &amp; later)</li>"))
    #expect(page.contains("<li><a href=\"/stretches/bridge/\">Bridge</a></li>"))
    for other in ["stretches/index.html", "stretches/step-ups/index.html", "index.html"] {
      #expect(try !site.text(of: "Public/\(other)").contains("From week"), "\(other)")
    }
    // A note that changed is on the page of the next build.
    try site.write(Self.cause("[{id: step-ups, note: Later}, bridge]"), to: "Content/causes/tendon-pain.md")
    _ = try await site.build()
    #expect(try site.text(of: "Public/causes/tendon-pain/index.html").contains("Step-ups</a> (Later)</li>"))
  }

  /// Where kinds differ the id has its kind before it.
  @Test func ofSeveralKinds() async throws {
    let site = try FixtureSite(
      Self.shown.merging([
        "Templates/faq.mustache": FixtureSite.page("{{#about}}{{>card}}{{/about}}"),
        "Content/faqs/keep-running.md": FixtureSite.article(
          "Can I keep running?",
          "about: [{id: \"sign:outer-pain\", note: First}, {id: \"cause:tendon-pain\"}]"),
      ]) { $1 })
    _ = try await site.build()
    let page = try site.text(of: "Public/faqs/keep-running/index.html")
    #expect(page.contains("Outer hip pain</a> (First)</li>") && page.contains("Tendon pain</a></li>"))
  }

  @Test func inTheProgram() async throws {
    let site = try FixtureSite(
      Self.shown.merging([
        "site.yaml": FixtureSite.configuration(
          "    title: Causes\n", "    title: Causes\n    programme: stretches\n"),
        "Templates/programme.mustache": FixtureSite.page(
          "{{#programme}}{{#parts}}<p>{{title}}: {{note}}</p>{{/parts}}{{/programme}}"),
        "Content/causes/tendon-pain.md": Self.cause("[{id: step-ups, note: From week 3}, bridge]"),
      ]) { $1 })
    _ = try await site.build()
    let page = try site.text(of: "Public/causes/tendon-pain/programme/index.html")
    #expect(page.contains("<p>Step-ups: From week 3</p><p>Bridge: </p>"))
  }

  @Test func shownByNoTemplate() async throws {
    let cause = Self.cause("[bridge, {id: step-ups, note: Later}]")
    let bridge = Self.shown["Content/stretches/bridge.md"]
    expectFaults(
      try await causeFaults(cause, ["Content/stretches/bridge.md": bridge]),
      [
        "5:26: error bad-configuration: No template shows `note`, so readers would not see what this says of `step-ups`. » Use `note` in `Templates/partials/card.mustache`, or delete the note."
      ])
    let programme = [
      "site.yaml": FixtureSite.configuration(
        "    title: Causes\n", "    title: Causes\n    programme: stretches\n"),
      "Templates/programme.mustache": FixtureSite.page(
        "{{#programme}}{{#parts}}<p>{{title}}</p>{{#dose}}{{sets}}{{hold}}{{/dose}}{{#steps}}{{{html}}}{{/steps}}{{/parts}}{{/programme}}"
      ),
    ]
    expectFaults(
      try await causeFaults(cause, Self.shown.merging(programme) { $1 }),
      [
        "5:26: error bad-configuration: The template of programs does not show `note`, so they would not say this of `step-ups`. » Use `note` in `Templates/programme.mustache`, or delete the note."
      ])
  }

  @Test(arguments: [
    ("[{id: step-ups}]", []),
    (
      "[{note: early}]",
      ["5:13: error missing-key: The key `id` is missing. » Add `id:`, then its value."]
    ),
    (
      "[{id: step-ups, when: now}]",
      ["5:28: error unknown-key: There is no key `when` here. » The keys are `id`, `note`."]
    ),
    (
      "[{id: step-ups, note: [a]}]",
      [
        "5:34: error wrong-type: `note` must be text, not a list. » If the brackets are part of the text, write `note: \"[a]\"`. If not, remove them."
      ]
    ),
    (
      "[{id: step-up, note: Early}]",
      [
        "5:18: error unknown-target: `stretches` refers to `step-up`, but there is no such stretch. » Did you mean `step-ups`?"
      ]
    ),
    (
      "[step-ups, {id: step-ups, note: Early}]",
      ["5:28: error repeated-target: `stretches` lists `step-ups` twice. » Remove one of them."]
    ),
    (
      "{id: step-ups, note: Early}",
      [
        "5:12: error wrong-type: `stretches` must be a list of ids, such as `[some-id]`, not a mapping. » Put brackets around it: `stretches: [{id: step-ups, note: …}]`."
      ]
    ),
    (
      "[{id: step-ups, note: \(String(repeating: "a", count: 201))}]",
      [
        "5:34: error text-too-long: `note` has 201 characters; the limit is 200. » Take out 1 character or more: the rest can stand in the text of the article."
      ]
    ),
  ])
  func faulty(_ stretches: String, _ expected: [String]) async throws {
    let found = try await causeFaults(
      FixtureSite.article("Tendon pain", "signs: [outer-pain]", "stretches: \(stretches)"),
      [
        "Templates/home.mustache": FixtureSite.page("<p>Home</p>"),
        "Templates/partials/card.mustache": Self.card,
      ])
    expectFaults(found.filter { $0.contains(" error ") }, expected, "\(stretches)")
  }
}
