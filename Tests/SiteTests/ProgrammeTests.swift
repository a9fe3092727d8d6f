import FixtureSite
import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

/// The pages that collect what one relation of an article leads to.
@Suite struct ProgrammeTests {
  private static let changes: [String: String?] = [
    "site.yaml": FixtureSite.configuration("title: Causes", "title: Causes\n    programme: stretches"),
    "Content/causes/bursa-pain.md": FixtureSite.article(
      "Bursa pain", "signs: [outer-pain]", "stretches: []", "avoid: [step-ups]"),
    "Content/stretches/step-ups.md": FixtureSite.article(
      "Step-ups", "dose: {sets: 2-3, hold: 20-30 s}", "easier: [\"Hold a *rail*.\"]",
      "figure: {file: step.svg, alt: A foot on a step}",
      body: """
        It was tried [@mellor2018].

        ## How to do it

        1. Step up [@mellor2018].
           1. One foot.
        2. Step down.[^1] See [below](#when-to-stop).

        ## When to stop

        - At pain.

        [^1]: Slowly.
        """),
    "Content/stretches/step.svg":
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 30\"></svg>\n",
    "Content/references.json": """
    [{"id": "mellor2018", "title": "A trial", "author": [{"family": "Mellor", "given": "R."}],
      "container-title": "BMJ", "issued": {"date-parts": [[2018]]}}]
    """,
    "Templates/cause.mustache": FixtureSite.page(
      "{{{body}}}{{#programme}}<a href=\"{{url}}\">Print</a>{{/programme}}{{#stretches}}{{title}}{{/stretches}}{{#avoid}}{{title}}{{/avoid}}"
    ),
    "Templates/programme.mustache": FixtureSite.page(
      """
      {{#programme}}
      <p>For <a href="{{article.url}}">{{article.title}}</a></p>
      {{#parts}}
      <h2>{{title}}</h2>
      {{#figure}}<img src="{{url}}" width="{{width}}" height="{{height}}" alt="{{alt}}">{{/figure}}
      {{#dose}}<p>{{sets}} sets, {{hold}}</p>{{/dose}}
      <ol>
      {{#steps}}
      <li>{{{html}}}</li>
      {{/steps}}
      </ol>
      {{#easier}}<p>{{{html}}}</p>{{/easier}}
      {{#review}}{{status}}{{/review}}
      {{/parts}}
      {{/programme}}
      Below {{#breadcrumbs}}{{title}}, {{/breadcrumbs}}the page{{#avoid}}, {{title}}{{/avoid}}
      """),
  ]

  /// Who has the address of a withdrawn article's program is told as well, and no page is made up for a kind without.
  @Test func ofAWithdrawnArticle() async throws {
    let withdrawn = "review: {status: withdrawn}"
    let site = try FixtureSite(
      Self.changes.merging([
        "Content/causes/bursa-pain.md": FixtureSite.article(
          "Bursa pain", "signs: [outer-pain]", "stretches: [step-ups]", withdrawn),
        "Content/pages/hours.md": FixtureSite.article("Our hours", withdrawn),
      ]) { $1 })
    expectFaults(site.lines(try await site.build()), [])
    let pages = try site.snapshot().contents.filter {
      String(decoding: $0.value, as: UTF8.self).contains("This page was withdrawn.")
    }
    #expect(
      pages.keys.sorted() == [
        "causes/bursa-pain/index.html", "causes/bursa-pain/programme/index.html", "hours/index.html",
      ])
  }

  @Test func pageOfAProgramme() async throws {
    let site = try FixtureSite(Self.changes)
    let report = try await site.build()
    expectFaults(site.lines(report), [])
    #expect(
      try site.text(of: "Public/causes/tendon-pain/programme/index.html") == """
        <!doctype html>
        <html lang="en">
        <head><title>Stretches: Tendon pain – Hill Clinic</title><link rel="canonical" href="https://clinic.example/causes/tendon-pain/programme/"><meta name="robots" content="noindex"><link rel="stylesheet" href="/assets/site.c6d5cbd2.css"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;; img-src &#39;self&#39;; connect-src &#39;self&#39;; manifest-src &#39;self&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"></head>
        <body>
        <nav><a href="/">Hill Clinic</a> <a href="/causes/" aria-current="true">Causes</a> <a href="/about/">About this site</a></nav>
        <main>
        <h1>Stretches: Tendon pain</h1>
        <p>For <a href="/causes/tendon-pain/">Tendon pain</a></p>
        <h2>Step-ups</h2>
        <img src="/stretches/step.svg" width="40" height="30" alt="A foot on a step">
        <p>2–3 sets, 20–30 s</p>
        <ol>
        <li>Step up.
        <ol>
        <li>One foot.</li>
        </ol>
        </li>
        <li>Step down. See <a href="/stretches/step-ups/#when-to-stop">below</a>.</li>
        </ol>
        <p>Hold a <em>rail</em>.</p>
        pending
        Below Hill Clinic, Causes, Tendon pain, the page

        </main>
        </body>
        </html>

        """)
    #expect(
      try site.text(of: "Public/causes/tendon-pain/index.html").contains(
        "<a href=\"/causes/tendon-pain/programme/\">Print</a>"))
    #expect(
      try !site.text(of: "Public/sitemap.xml").contains("/programme/"), "not before it may be listed")
  }

  /// The stage of each part is that of the article whose programme it is; what fits at any time has none.
  @Test func partsSayTheirStage() async throws {
    let site = try Example.knee.copy()
    _ = try await site.build()
    let page = try site.text(of: "Public/conditions/knee-osteoarthritis/programme/index.html")
    #expect(page.contains("Straight-leg raise</a> <span class=\"part__stage\">Stage 1</span></h2>"))
    #expect(page.contains("Front-of-thigh stretch</a></h2>"))
  }

  /// A field of what a programme collects would be hidden by what every part has.
  @Test(arguments: ["steps", "stage"]) func namesOfPartsAreTaken(name: String) async throws {
    let field = "      easier: {type: markdown, list: true}\n"
    #expect(FixtureSite.configuration.contains(field))
    let text = FixtureSite.configuration.replacing(field, with: field + "      \(name): {type: text}\n")
    expectFaults(try await faults(["site.yaml": text]), [])
    var changes = Self.changes
    changes["site.yaml"] = text.replacing("title: Causes", with: "title: Causes\n    programme: stretches")
    let found = try await faults(changes)
    #expect(
      found.contains {
        $0.hasSuffix(
          ": error bad-name: Every part of a program already has `\(name)`, and `stretch` is used as one. » Choose another name."
        )
      }, "\(found)")
  }

  /// A cause that deliberately names no stretch has nothing to print.
  @Test func noneWithoutParts() async throws {
    let site = try FixtureSite(Self.changes)
    _ = try await site.build()
    #expect(!(try site.snapshot().names.contains("causes/bursa-pain/programme/index.html")))
    #expect(try !site.text(of: "Public/causes/bursa-pain/index.html").contains("Print"))
  }

  @Test func templateIsNeededOnlyThen() async throws {
    var changes = Self.changes
    changes["Templates/programme.mustache"] = .some(nil)
    expectFaults(
      try await faults(changes),
      [
        "Templates/programme.mustache: error missing-template: There is no template for the programs of the kind `cause`."
      ])
    expectFaults(try await faults([:]), [])
  }

  @Test func templateNamesAreChecked() async throws {
    var changes = Self.changes
    changes["Templates/programme.mustache"] = FixtureSite.page(
      "{{#programme}}{{#parts}}{{step}}{{/parts}}{{/programme}}")
    let found = try await faults(changes)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("Templates/programme.mustache:3:27: error template-unknown-name:") == true,
      "\(found)")
    #expect(found.first?.hasSuffix("Did you mean `steps`?") == true, "\(found)")
  }

  @Test func addressIsTaken() async throws {
    var changes = Self.changes
    changes["Content/causes/tendon-pain.md"] = FixtureSite.cause(
      "redirect-from: [/causes/tendon-pain/programme/]")
    expectFaults(
      try await faults(changes),
      [
        "Content/causes/tendon-pain.md:6:17: error duplicate-url: The old address `/causes/tendon-pain/programme/` is already taken by a file that every build writes. » Remove it, or give the other page a different address."
      ])
  }

  /// It may be listed once every article on it is approved.
  @Test func indexedWhenAllIsApproved() async throws {
    let approved = "review: {status: approved, author: A. Bell, reviewer: B. Cole, reviewed: 2026-02-01}"
    var changes = Self.changes
    changes["Content/causes/tendon-pain.md"] = FixtureSite.cause(approved)
    func isListed() async throws -> Bool {
      let site = try FixtureSite(changes)
      _ = try await site.build()
      let isIndexable = try !site.text(of: "Public/causes/tendon-pain/programme/index.html").contains(
        "noindex")
      let address = "<loc>https://clinic.example/causes/tendon-pain/programme/</loc>"
      #expect(try site.text(of: "Public/sitemap.xml").contains(address) == isIndexable)
      return isIndexable
    }
    #expect(try await !isListed())
    changes["Content/stretches/step-ups.md"] = FixtureSite.article("Step-ups", approved)
    changes["Content/stretches/step.svg"] = .some(nil)
    changes["Content/references.json"] = .some(nil)
    #expect(try await isListed())
  }
}
