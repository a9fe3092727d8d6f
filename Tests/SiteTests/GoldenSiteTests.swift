import FixtureSite
import Foundation
import Testing

/// A small site with something of everything, file by file. `LIMBER_UPDATE_EXPECTED=1` writes what comes out to
/// `Expected`, where a person reads the difference before it is committed.
@Suite struct GoldenSiteTests {
  static let changes: [String: String?] = [
    "Content/causes/tendon-pain.md": FixtureSite.cause(
      "also-known-as: [sore hip]", "redirect-from: [/tendons/]", "red-flags: [rf-fall]",
      "updated: 2026-01-15",
      "review: {status: approved, author: A. Bell, reviewer: B. Cole, reviewed: 2026-02-01}",
      body: """
        It hurts at the side [@griffin2016]. See [](sign:outer-pain) and try step-ups.

        > [!EMERGENCY]
        > You cannot stand on the leg.

        ![A hip from the side](hip.svg "Where it hurts")

        ## What helps

        | Week | Minutes |
        |------|--------:|
        | 1    | 10      |

        Go on "slowly" -- no rush.[^1]

        [^1]: Three weeks at least.
        """),
    "Content/causes/hip.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"></svg>\n",
    "Content/causes/bursa-pain.md": FixtureSite.article(
      "Bursa pain", "signs: [outer-pain]", "stretches: [step-ups]", "order: 1",
      body: "A sore hip may be this, too."),
    "Content/stretches/step-ups.md": FixtureSite.article(
      "Step-ups", "dose: {sets: 2-3, hold: 20-30 s}", "easier: [Hold a rail., \"Use a *lower* step.\"]",
      body: "Step up, then down."),
    "Content/red-flags.yaml": "rf-fall: {text: You fell on your hip., level: emergency, basis: practice}\n",
    "Content/references.json": """
    [{"id": "griffin2016", "title": "The <i>Warwick</i> agreement", "author": [{"family": "Griffin", "given": "D. R."}],
      "container-title": "Br J Sports Med", "issued": {"date-parts": [[2016, 9]]}, "volume": "50", "issue": "19",
      "page": "1169-1176", "DOI": "10.1136/bjsports-2016-096743"}]
    """,
    "Templates/cause.mustache": FixtureSite.page(
      """
      {{#warnings}}
      <section><h2>{{heading}}</h2>{{#flags}}<p>{{text}}</p>{{/flags}}</section>
      {{/warnings}}
      {{{body}}}
      <ul>
      {{#signs}}
      {{>card}}
      {{/signs}}
      {{#stretches}}
      {{>card}}
      {{/stretches}}
      </ul>
      {{>related}}
      {{#linked-from}}
      <h2>Linked from {{title}}</h2>{{#articles}}{{title}} {{/articles}}
      {{/linked-from}}
      {{#has-references}}
      <ol>
      {{#references}}
      <li id="{{id}}">{{{text}}} <a href="{{link}}">{{link}}</a></li>
      {{/references}}
      </ol>
      {{/has-references}}
      {{#review}}
      <p>{{#is-approved}}Reviewed by {{reviewer}} on {{reviewed}}, due {{due}}.{{/is-approved}}{{#is-pending}}Awaiting review.{{/is-pending}}</p>
      {{/review}}
      """),
  ]

  private static let expected = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Expected/small-site")

  @Test func comesOutAsExpected() async throws {
    let site = try FixtureSite(Self.changes)
    #expect(site.lines(try await site.build()) == [])
    let found = try site.snapshot()
    if ProcessInfo.processInfo.environment["LIMBER_UPDATE_EXPECTED"] == "1" {
      try? FileManager.default.removeItem(at: Self.expected)
      for (name, file) in found.files {
        let place = Self.expected.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
      }
    }
    let wanted = try FolderSnapshot(of: Self.expected.path)
    #expect(found.names == wanted.names, "Run again with LIMBER_UPDATE_EXPECTED=1 if this is meant.")
    for name in wanted.names { #expect(found.text(name) == wanted.text(name), "\(name)") }
  }
}
