import FixtureSite
import Testing

@testable import PreviewServer
@testable import Site

/// Lists of other articles on a page: their order, their groups, what stands out, and what is folded.
@Suite struct CardListTests {
  private static func built(_ changes: [String: String?]) async throws -> FixtureSite {
    let site = try FixtureSite(changes)
    let report = try await site.build()
    #expect(site.lines(report).filter { $0.contains(" error ") } == [])
    #expect(report.publishedTo != nil)
    return site
  }

  /// Three causes of one sign, whose text links to the last two by name, the last first.
  private static let causes: [String: String?] = [
    "Content/causes/bone.md": FixtureSite.article("Bone", "signs: [outer-pain, night-pain]", "stretches: []"),
    "Content/causes/nerve.md": FixtureSite.article("Nerve", "signs: [outer-pain]", "stretches: []"),
    "Content/causes/skin.md": FixtureSite.article("Skin", "signs: []", "stretches: []"),
    "Content/signs/night-pain.md": FixtureSite.article("Night pain"),
    "Content/signs/outer-pain.md": FixtureSite.article(
      "Outer hip pain",
      body:
        "| Felt as | It may be |\n|---|---|\n| Tingling | [a nerve](../causes/nerve.md) |\n| An ache | [bone](../causes/bone.md) |"
    ),
  ]

  private static func lists(_ page: String, of site: FixtureSite) throws -> [String] {
    try site.text(of: "Public/\(page)/index.html").split(separator: "\n").filter {
      $0.hasPrefix("<li>") || $0.hasPrefix("<h2>")
    }.map(String.init)
  }

  @Test func inOrderOfText() async throws {
    func shown(_ setting: String) async throws -> [String] {
      let site = try await Self.built(
        Self.causes.merging([
          "site.yaml": FixtureSite.configuration("inverse: causes}", "inverse: causes\(setting)}")
        ]) { $1 })
      return try Self.lists("signs/outer-pain", of: site).filter { $0.contains("/causes/") }
    }
    let bone = "<li><a href=\"/causes/bone/\">Bone</a></li>"
    let nerve = "<li><a href=\"/causes/nerve/\">Nerve</a></li>"
    let tendon = "<li><a href=\"/causes/tendon-pain/\">Tendon pain</a></li>"
    #expect(try await shown("") == [bone, nerve, tendon])
    #expect(try await shown(", in-order-of-text: true") == [nerve, bone, tendon])
  }

  @Test func inOrderOfTextNeedsAWayBack() async throws {
    expectFaults(
      try await faults([
        "site.yaml": FixtureSite.configuration(
          "about: {to: [cause, sign], inverse: questions}",
          "about: {to: [cause, sign], in-order-of-text: true}")
      ]),
      [
        "site.yaml:31:7: error bad-configuration: `about` has no inverse, so `in-order-of-text` orders nothing. » Add `inverse`, or remove `in-order-of-text`."
      ])
  }

  /// An article stands in each group that it names, in the order of that one's text; what names nothing comes last.
  @Test func groups() async throws {
    let site = try await Self.built(
      Self.causes.merging([
        "site.yaml": FixtureSite.configuration(
          "summary: What may be behind it.", "list: {group-by: signs}"
        ).replacing("inverse: causes}", with: "inverse: causes, in-order-of-text: true}"),
        "Templates/index.mustache": FixtureSite.page(
          "{{#groups}}\n<h2>{{title}} {{url}} {{id}}</h2>\n{{#articles}}\n{{>card}}\n{{/articles}}\n{{/groups}}\n{{^has-groups}}<h2>none</h2>{{/has-groups}}"
        ),
      ]) { $1 })
    #expect(
      try Self.lists("causes", of: site) == [
        "<h2>Night pain /signs/night-pain/ night-pain</h2>", "<li><a href=\"/causes/bone/\">Bone</a></li>",
        "<h2>Outer hip pain /signs/outer-pain/ outer-pain</h2>",
        "<li><a href=\"/causes/nerve/\">Nerve</a></li>",
        "<li><a href=\"/causes/bone/\">Bone</a></li>",
        "<li><a href=\"/causes/tendon-pain/\">Tendon pain</a></li>", "<h2>  </h2>",
        "<li><a href=\"/causes/skin/\">Skin</a></li>",
      ])
    #expect(try Self.lists("signs", of: site) == ["<h2>none</h2>"])
  }

  @Test(arguments: [(", label: See someone", "See someone"), ("", "see first")])
  func highlight(_ label: String, _ shown: String) async throws {
    let site = try await Self.built([
      "site.yaml": FixtureSite.configuration(
        "summary: What may be behind it.",
        "list: {highlight: see-first}\n    fields: {see-first: {type: flag\(label)}}"),
      "Content/causes/bone.md": FixtureSite.article(
        "Bone", "signs: [outer-pain]", "stretches: []", "see-first: true"),
      "Content/causes/skin.md": FixtureSite.article(
        "Skin", "signs: [outer-pain]", "stretches: []", "see-first: false"),
      "Templates/home.mustache": FixtureSite.page("Home"),
      "Templates/partials/card.mustache":
        "<li>{{title}}{{#highlight}}: {{highlight}}{{/highlight}}</li>\n",
    ])
    #expect(
      try Self.lists("causes", of: site) == [
        "<li>Bone: \(shown)</li>", "<li>Skin</li>", "<li>Tendon pain</li>",
      ])
  }

  /// Four causes of one sign: three at once, one folded.
  @Test func cutLists() async throws {
    var changes = Self.causes
    changes["Content/causes/skin.md"] = FixtureSite.article("Skin", "signs: [outer-pain]", "stretches: []")
    changes["Templates/sign.mustache"] = FixtureSite.page(
      "{{{body}}}\n{{#first-causes}}\n{{>card}}\n{{/first-causes}}\n{{#has-more-causes}}<h2>More</h2>{{/has-more-causes}}\n{{#more-causes}}\n{{>card}}\n{{/more-causes}}"
    )
    changes["site.yaml"] = FixtureSite.configuration
    let site = try await Self.built(changes)
    #expect(
      try Self.lists("signs/outer-pain", of: site) == [
        "<li><a href=\"/causes/bone/\">Bone</a></li>", "<li><a href=\"/causes/nerve/\">Nerve</a></li>",
        "<li><a href=\"/causes/skin/\">Skin</a></li>", "<h2>More</h2>",
        "<li><a href=\"/causes/tendon-pain/\">Tendon pain</a></li>",
      ])
    #expect(try Self.lists("signs/night-pain", of: site) == ["<li><a href=\"/causes/bone/\">Bone</a></li>"])
  }

  /// A name that a list gets for its first entries is taken from no field in silence.
  @Test func cutNamesAreTaken() async throws {
    expectFaults(
      try await faults([
        "site.yaml": FixtureSite.configuration(
          "    title: Signs\n", "    title: Signs\n    fields: {first-causes: {type: text}}\n")
      ]).filter { $0.hasPrefix("site.yaml") },
      [
        "site.yaml:12:7: error bad-name: `signs` has the inverse `causes`, which makes `first-causes`, but `sign` already uses that name. » Choose another name."
      ])
  }

  /// What only those who write see is on pages of the preview, and on no published one.
  @Test func preview() async throws {
    let changes: [String: String?] = [
      "Templates/sign.mustache": FixtureSite.page(
        "{{{body}}}{{#is-preview}}{{#linked-from}}<p>{{title}}</p>{{/linked-from}}{{/is-preview}}{{#causes}}{{>card}}{{/causes}}"
      )
    ]
    let site = try await Self.built(changes)
    let published = try site.text(of: "Public/signs/outer-pain/index.html")
    #expect(!published.contains("<p>Causes</p>"))
    let update = await (try PreviewSite(try site.options())).update(nil)
    let shown = String(
      decoding: update.snapshot?.file(at: "/signs/outer-pain/")?.bytes ?? [], as: UTF8.self)
    #expect(shown.contains("<p>Causes</p>"))
    #expect(shown.replacing("<p>Causes</p><p>Pages</p>", with: "") == published)
  }

  /// Boxes for as many days and weeks as the dose says, what a harder part of the program waits for, and where the program is.
  @Test func programme() async throws {
    let site = try await Self.built([
      "site.yaml": FixtureSite.configuration("title: Causes", "title: Causes\n    programme: stretches")
        .replacing("hold: {type: duration}}}", with: "hold: {type: duration}, days: {type: range}}}")
        .replacing(
          "      figure: {type: image}\n",
          with:
            "      figure: {type: image}\n    relations: {leads-to: {to: stretch, inverse: follows}}\n"
        ),
      "Content/causes/tendon-pain.md": FixtureSite.article(
        "Tendon pain", "signs: [outer-pain]", "stretches: [bridge, step-ups]"),
      "Content/stretches/step-ups.md": FixtureSite.article(
        "Step-ups", "dose: {sets: 2-3, days: 2-3}", "leads-to: []", body: "1. Step up."),
      "Content/stretches/bridge.md": FixtureSite.article(
        "Bridge", "dose: {sets: 1, days: 40}", "leads-to: [step-ups, squat]", body: "1. Lift."),
      "Content/stretches/squat.md": FixtureSite.article(
        "Squat", "dose: {sets: 1}", "leads-to: []", body: "1. Squat."),
      "Templates/home.mustache": FixtureSite.page("Home"),
      "Templates/partials/card.mustache":
        "<li><a href=\"{{url}}\">{{title}}</a> {{programme-url}}</li>\n",
      "Templates/programme.mustache": FixtureSite.page(
        "{{#programme}}\n{{#parts}}\n<h2>{{title}}{{#follows}}, after {{title}}{{/follows}}{{#leads-to}}, before {{title}}{{/leads-to}} {{#note}}{{note}}{{/note}}{{#dose}}{{#days-times}}[{{.}}]{{/days-times}}{{/dose}}</h2>\n{{#steps}}{{{html}}}{{/steps}}\n{{/parts}}\n{{/programme}}"
      ),
    ])
    let boxes = (1...31).map { "[\($0)]" }.joined()
    #expect(
      try Self.lists("causes/tendon-pain/programme", of: site) == [
        "<h2>Bridge, before Step-ups \(boxes)</h2>", "<h2>Step-ups, after Bridge [1][2][3]</h2>",
      ])
    #expect(
      try Self.lists("causes", of: site) == [
        "<li><a href=\"/causes/tendon-pain/\">Tendon pain</a> /causes/tendon-pain/programme/</li>"
      ])
  }

  /// A line of letters above a long list: each once, whatever stands before the word.
  @Test func letters() async throws {
    let site = try await Self.built([
      "Templates/page.mustache": FixtureSite.page(
        "{{{body}}}\n<h2>{{#contents}}{{#letter}}[{{letter}} {{id}}]{{/letter}}{{/contents}}</h2>"),
      "Content/pages/about.md": FixtureSite.article(
        "About this site",
        body:
          "## Abductors\n\nA.\n\n## *adductors*\n\nA.\n\n### Bursa\n\nB.\n\n## “Élan”\n\nE.\n\n## 3D scan\n\nD."
      ),
    ])
    #expect(
      try Self.lists("about", of: site).last
        == "<h2>[A abductors][É élan][3 3d-scan]</h2>")
  }
}
