import Diagnostics
import FixtureSite
import Foundation
import Testing
import YAML

@testable import Authoring
@testable import Files
@testable import Site
@testable import SiteModel

extension FixtureSite {
  /// Moves an article; what is reported.
  @discardableResult
  func move(_ name: String, _ id: String, isDry: Bool = false, today: String = "2026-03-01") async throws
    -> String
  {
    let move = try await ArticleMove.prepare(
      try #require(ArticleName(name)), to: id, try options(today: today))
    if !isDry { try move.apply() }
    return move.report
  }

  /// The sentence with which a move is refused; nothing may have changed.
  func refusal(_ name: String, _ id: String) async throws -> String {
    let before = try snapshot("Content").contents
    var sentence = "moved"
    do { try await move(name, id) } catch Refusal.sentence(let text) { sentence = text }
    #expect(try snapshot("Content").contents == before)
    #expect(try snapshot(".limber").names.allSatisfy { $0 == "lock" })
    return sentence
  }
}

/// `limber move`: what is changed.
@Suite struct MoveTests {
  private static let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n"

  /// One article that is named in every layout that there is.
  private static let layouts: [String: String?] = [
    "site.yaml": FixtureSite.configuration(
      "navigation: [causes, page:about]",
      "navigation:   # sign:outer-pain\n  - causes\n  - 'sign:outer-pain'   # here\n  - page:about\nwriting: {glossary: \"sign:outer-pain\"}"
    ),
    "Content/signs/deep/outer-pain.md": FixtureSite.article(
      "Outer hip pain", "also-known-as: [outer-pain]",
      body: """
        See [below](outer-pain.md#when), ![It](outer-pain.svg) and ![too](<outer-pain-2.svg> "outer-pain").

        ![Shared](outer-pain-shared.svg) [Leaflet](outer-pain-leaflet.pdf)

        ## When
        """),
    "Content/signs/deep/outer-pain.svg": drawing,
    "Content/signs/deep/outer-pain-2.svg": drawing,
    "Content/signs/deep/outer-pain-shared.svg": drawing,
    "Content/signs/deep/outer-pain-leaflet.pdf": "%PDF-1.4\n",
    "Content/signs/outer-pain.md": nil,
    "Content/signs/night-pain.md": FixtureSite.article(
      "Night pain", body: "![Shared](deep/outer-pain-shared.svg)"),
    "Content/signs/outer-pain-at-night.md": FixtureSite.article("Outer pain at night"),
    "Content/causes/tendon-pain.md":
      "---\r\ntitle: Tendon pain\r\nsummary: About it.\r\nsigns:\r\n  - \"outer-pain\" # outer-pain\r\n  -   night-pain\r\nstretches: [step-ups]\r\n---\r\nSee [what](../signs/deep/outer-pain.md).\r\n\r\n## What helps\r\n\r\nÜber [é](sign:outer-pain) and\r\n[it](sign:outer-pain#when).\r\n",
    "Content/causes/bone.md": """
    ---
    { title: Bone, summary: About it., signs: [ night-pain,'outer-pain' ,outer-pain-at-night ], stretches: [] }
    ---
    Text.
    """ + "\n",
    "Content/causes/folded.md": FixtureSite.article(
      "Folded", "signs:", "  - >-", "    outer-pain", "  - night-pain", "stretches: []"),
    "Content/faqs/keep-running.md": FixtureSite.article(
      "Can I keep running?", "about: [cause:tendon-pain, \"sign:outer-pain\"]",
      body: """
        > [!TIP]
        > A [quote](../signs/deep/outer-pain.md
        > "with a title") and <sign:outer-pain>.

        | A | B |
        |---|---|
        | [cell](sign:outer-pain) | `sign:outer-pain` |

        1. [Pointed](<../signs/deep/outer-pain.md#when>)
           and [address](/signs/outer-pain/), [that pain](/Signs/outer-pain/?a=b#when),
           [whole](https://clinic.example/signs/outer-pain/).[^1]
        2. [Label][that], [that], [other][Outer  Pain], [longer](sign:outer-pain-at-night).

        [^1]: A note with [it](sign:outer-pain).

        [that]: ../signs/deep/outer-pain.md#when 'outer-pain'
        [outer pain]:
          <sign:outer-pain>
        [unused]: sign:outer-pain
        """),
    "Content/stretches/step-ups.md": FixtureSite.article(
      "Step-ups", "easier:", "  - >-", "    Not with [this](sign:outer-pain) pain,",
      "    `sign:outer-pain`, [that](sign:outer-pain).",
      "  - 'It''s [here](sign:outer-pain).'", "  - \"The\\x20[same](sign:outer-pain)\"", body: "Step up."),
    "Templates/home.mustache": FixtureSite.page("<p><a href=\"/signs/outer-pain/\">Pain</a> outer-pain</p>"),
  ]

  @Test func everyLayoutIsChangedAndNothingElse() async throws {
    let site = try FixtureSite(Self.layouts)
    let found = site.lines(try await site.check())
    try #require(found == [])
    let before = try site.snapshot("Content").contents.merging([
      "site.yaml": Array(try site.text(of: "site.yaml").utf8)
    ]) { $1 }
    let report = try await site.move("sign:outer-pain", "side")
    #expect(site.lines(try await site.check()) == [])
    #expect(
      report == """
        Content/signs/deep/outer-pain-2.svg → Content/signs/deep/side-2.svg
        Content/signs/deep/outer-pain.svg → Content/signs/deep/side.svg
        Content/signs/deep/outer-pain.md → Content/signs/deep/side.md: the old address is in \
        `redirect-from`; line 6
        Content/causes/bone.md: line 2
        Content/causes/folded.md: line 6
        Content/causes/tendon-pain.md: lines 5, 9, 13, 14
        Content/faqs/keep-running.md: lines 4, 7, 8, 12, 14, 15, 16, 19, 21, 23
        Content/pages/about.md: line 5
        Content/stretches/step-ups.md: lines 6, 7, 8, 9
        site.yaml: lines 7, 9
        Content/signs/deep/outer-pain-leaflet.pdf keeps its name: it is a download that other sites may \
        link to.
        Content/signs/deep/outer-pain-shared.svg keeps its name: `Content/signs/night-pain.md` uses it, too.
        /signs/outer-pain/ now redirects to /signs/side/.
        These still have the old name. Check whether they should change:
          Content/faqs/keep-running.md:12:30: sign:outer-pain
          Content/faqs/keep-running.md:24:11: sign:outer-pain
          Content/stretches/step-ups.md:7:6: sign:outer-pain
          Templates/home.mustache:3:14: signs/outer-pain
          site.yaml:5:17: sign:outer-pain

        """, "\(report)")
    let after = try site.snapshot("Content").contents.merging([
      "site.yaml": Array(try site.text(of: "site.yaml").utf8)
    ]) { $1 }
    #expect(
      Self.text(after["signs/deep/side.md"]) == """
        ---
        title: Outer hip pain
        summary: About it.
        also-known-as: [outer-pain]
        redirect-from: [/signs/outer-pain/]
        ---
        See [below](side.md#when), ![It](side.svg) and ![too](<side-2.svg> "outer-pain").

        ![Shared](outer-pain-shared.svg) [Leaflet](outer-pain-leaflet.pdf)

        ## When

        """)
    for (file, bytes) in before where after[file] != nil && after[file] != bytes {
      // Put back, the files are what they were: nothing but names was changed.
      var text = Self.text(after[file])
      for (new, old) in [
        ("deep/side.md", "deep/outer-pain.md"), ("sign:side", "sign:outer-pain"),
        ("signs/side/", "signs/outer-pain/"),
        ("Signs/side/", "Signs/outer-pain/"), ("\"side\"", "\"outer-pain\""), ("'side'", "'outer-pain'"),
        ("    side\n", "    outer-pain\n"),
      ] { text = text.replacing(new, with: old) }
      #expect(text == Self.text(bytes), "\(file)")
      #expect(after[file] != bytes)
    }
    _ = try await site.build()
    let page = try #require(try site.snapshot().text("signs/outer-pain/index.html"))
    #expect(page.contains("/signs/side/"))
  }

  private static func text(_ bytes: [UInt8]?) -> String { String(decoding: bytes ?? [], as: UTF8.self) }

  @Test func aDryRunWritesNothing() async throws {
    let site = try FixtureSite(Self.layouts)
    let before = try site.snapshot("Content").contents
    let report = try await site.move("sign:outer-pain", "side", isDry: true)
    #expect(report.hasPrefix("Content/signs/deep/outer-pain-2.svg → Content/signs/deep/side-2.svg\n"))
    #expect(try site.snapshot("Content").contents == before)
    #expect(try site.snapshot(".limber").names == ["lock"])
  }

  /// The keys behind the summary, before and after.
  @Test(
    arguments: [
      ([], ["redirect-from: [/signs/outer-pain/]"]),
      (["redirect-from: [/a/]  # old"], ["redirect-from: [/a/, /signs/outer-pain/]  # old"]),
      (["redirect-from: [ '/a/', \"/b/\" ]"], ["redirect-from: [ '/a/', \"/b/\", \"/signs/outer-pain/\" ]"]),
      (["redirect-from: []"], ["redirect-from: [/signs/outer-pain/]"]),
      (
        ["redirect-from:", "  - /a/ # first", "  -   '/b/'   # second", "", "order: 1"],
        [
          "redirect-from:", "  - /a/ # first", "  -   '/b/'   # second", "  -   '/signs/outer-pain/'", "",
          "order: 1",
        ]
      ),
      (["redirect-from:", "- /a/", "# end"], ["redirect-from:", "- /a/", "- /signs/outer-pain/", "# end"]),
      (
        ["redirect-from: [", "  /a/,", "  /b/,", "]"],
        ["redirect-from: [", "  /a/,", "  /b/,", "  /signs/outer-pain/,", "]"]
      ),
      (
        ["\"redirect-from\": [/a/", "  , /b/]"], ["\"redirect-from\": [/a/", "  , /b/, /signs/outer-pain/]"]
      ),
      (["redirect-from: [/signs/side/]"], ["redirect-from: [/signs/outer-pain/]"]),
      (["redirect-from: [/a/, \"/Signs/Side/\"]"], ["redirect-from: [/a/, \"/signs/outer-pain/\"]"]),
      (
        ["redirect-from:", "  - /signs/side/ # was", "  - /a/"],
        ["redirect-from:", "  - /signs/outer-pain/ # was", "  - /a/"]
      ),
    ] as [([String], [String])])
  func redirects(_ before: [String], _ after: [String]) async throws {
    for end in ["\n", "\r\n", "\r"] {
      func text(_ keys: [String]) -> String {
        (["---", "title: Outer hip pain", "summary: About it."] + keys + ["---", "Text.", ""]).joined(
          separator: end)
      }
      let site = try FixtureSite(["Content/signs/outer-pain.md": text(before)])
      try #require(site.lines(try await site.check()) == [])
      try await site.move("sign:outer-pain", "side")
      #expect(try site.text(of: "Content/signs/side.md") == text(after))
      #expect(site.lines(try await site.check()) == [])
    }
  }

  @Test func frontMatterInBracesGetsTheKeyBehindTheFirst() async throws {
    let site = try FixtureSite([
      "Content/signs/outer-pain.md": "---\n{title: Outer hip pain, summary: About it.}\n---\nText.\n"
    ])
    try await site.move("sign:outer-pain", "side")
    #expect(
      try site.text(of: "Content/signs/side.md")
        == "---\n{redirect-from: [/signs/outer-pain/], title: Outer hip pain, summary: About it.}\n---\nText.\n"
    )
  }

  @Test func menusFollow() async throws {
    let menus = """
      navigation:
        - {to: causes, label: "sign:outer-pain"}
        - label: More
          items: [{to: "sign:outer-pain", label: Side}, "page:about"]
      footer: [{to: 'sign:outer-pain'}, causes]

      """
    let layout = (FixtureSite.files["Templates/layout.mustache"] ?? "").replacing(
      "</nav>",
      with: "{{#navigation}}{{#items}}{{title}}{{/items}}{{/navigation}}{{#footer}}{{title}}{{/footer}}</nav>"
    )
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration("navigation: [causes, page:about]\n", menus),
      "Templates/layout.mustache": layout,
    ])
    try await site.move("sign:outer-pain", "side")
    let text = try site.text(of: "site.yaml")
    #expect(
      text.contains(
        menus.replacing("to: \"sign:outer-pain\"", with: "to: \"sign:side\"").replacing(
          "'sign:outer-pain'", with: "'sign:side'")), "\(text)")
  }

  @Test func aByteOrderMarkAndIndentedKeysStay() async throws {
    let site = try FixtureSite([
      "Content/signs/outer-pain.md":
        "\u{FEFF}---\n  title: Outer hip pain\n  summary: About it.\n  # End.\n---\nSee [this](outer-pain.md).\n",
      "site.yaml": "\u{FEFF}navigation: [causes, page:about, sign:outer-pain]\n"
        + FixtureSite.configuration("navigation: [causes, page:about]\n", ""),
    ])
    try await site.move("sign:outer-pain", "side")
    #expect(
      try site.text(of: "Content/signs/side.md")
        == "\u{FEFF}---\n  title: Outer hip pain\n  summary: About it.\n  # End.\n  redirect-from: [/signs/outer-pain/]\n---\nSee [this](side.md).\n"
    )
    #expect(try site.text(of: "site.yaml").hasPrefix("\u{FEFF}navigation: [causes, page:about, sign:side]\n"))
  }

  @Test func chains() async throws {
    let site = try FixtureSite()
    let before = try site.snapshot("Content").contents
    try await site.move("sign:outer-pain", "side")
    try await site.move("sign:side", "flank")
    let text = try site.text(of: "Content/signs/flank.md")
    #expect(text.contains("\nredirect-from: [/signs/outer-pain/, /signs/side/]\n"))
    let report = try await site.move("sign:flank", "side")
    #expect(
      report.contains("Content/signs/flank.md → Content/signs/side.md: the old address is in `redirect-from`")
    )
    #expect(
      try site.text(of: "Content/signs/side.md").contains(
        "\nredirect-from: [/signs/outer-pain/, /signs/flank/]\n"))
    try await site.move("sign:side", "outer-pain")
    var after = try site.snapshot("Content").contents
    after["signs/outer-pain.md"] = Array(
      Self.text(after["signs/outer-pain.md"]).replacing(
        "redirect-from: [/signs/side/, /signs/flank/]\n", with: ""
      ).utf8)
    #expect(after == before)
    #expect(site.lines(try await site.check()) == [])
  }

  @Test(arguments: [
    "draft: true", "publish-on: 2027-01-01", "expires-on: 2020-01-01", "review: {status: withdrawn}",
  ])
  func articlesThatVisitorsDoNotGet(_ key: String) async throws {
    let site = try FixtureSite([
      "Content/signs/hidden.md": FixtureSite.article(
        "Hidden", key, body: "[This](hidden.md) is unfinished: [x](nothing.md)."),
      "Content/causes/other.md": FixtureSite.article(
        "Other", "draft: true", "signs: [hidden]", "stretches: []", body: "See [it](sign:hidden)."),
    ])
    let report = try await site.move("sign:hidden", "shown")
    #expect(
      report.hasPrefix(
        "Content/signs/hidden.md → Content/signs/shown.md: the old address is in `redirect-from`"))
    #expect(!report.contains("leads to"))
    let other = try site.text(of: "Content/causes/other.md")
    #expect(other.contains("signs: [shown]"))
    #expect(other.contains("(sign:shown)"))
    #expect(try await site.check().errors == 0)
  }

  /// What only a person can judge is told, and words are not.
  @Test func placesThatAreTold() async throws {
    let site = try FixtureSite([
      "Templates/home.mustache": FixtureSite.page(
        """
        <a href="{{site.home-url}}about/">About</a> <a href='/about/#x'>about</a> about/ /about
        <a href="https://clinic.example/about/">a</a> <a href="https://about.example/about/">b</a> what-about/ x/about/
        {{! page:about, pages/about.md }} mypage:about page:about-us
        """),
      "Content/pages/about-us.md": FixtureSite.article(
        "Us", body: "All about/us and `page:about`: [](page:about)."),
      "Content/causes/about.md": FixtureSite.cause(body: "Not [that](about.md), nor [](cause:about), about."),
      "Content/causes/tendon-pain.md": nil,
      "Content/faqs/keep-running.md": nil,
      "Content/pages/about.md": FixtureSite.article(
        "About", body: "[](sign:outer-pain) [](stretch:step-ups) [](page:about-us)\n\n## X\n\nText."),
    ])
    let report = try await site.move("page:about", "us")
    #expect(
      report
        == """
        Content/pages/about.md → Content/pages/us.md: the old address is in `redirect-from`
        Content/pages/about-us.md: line 5
        site.yaml: line 5
        /about/ now redirects to /us/.
        These still have the old name. Check whether they should change:
          Content/pages/about-us.md:5:19: page:about
          Templates/home.mustache:3:27: about
          Templates/home.mustache:3:54: /about
          Templates/home.mustache:4:32: /about
          Templates/home.mustache:5:5: page:about
          Templates/home.mustache:5:17: pages/about

        """, "\(report)")
  }

  @Test func underABasePath() async throws {
    let site = try FixtureSite([
      "site.yaml": FixtureSite.configuration("https://clinic.example/", "https://Clinic.example/hips/"),
      "Content/pages/more.md": FixtureSite.article(
        "More",
        body:
          "[A](/about/) [b](https://clinic.example/hips/about/#x) [c](https://clinic.example/about/) [d](/about/?x)"
      ),
      "Content/pages/about.md": FixtureSite.article("About", body: "[](page:more)\n\n## X"),
    ])
    let report = try await site.move("page:about", "us")
    #expect(
      try site.text(of: "Content/pages/more.md").contains(
        "[A](/us/) [b](https://clinic.example/hips/us/#x) [c](https://clinic.example/about/) [d](/us/?x)"))
    #expect(report.contains("\n/about/ now redirects to /us/.\n"))
    #expect(try site.text(of: "Content/pages/us.md").contains("\nredirect-from: [/about/]\n"))
    #expect(try site.text(of: "site.yaml").contains("page:us"))
  }
}
