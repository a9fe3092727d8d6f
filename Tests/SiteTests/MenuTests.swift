import FixtureSite
import Testing

@testable import Site

/// `navigation` and `footer` of `site.yaml`.
@Suite struct MenuTests {
  /// The small site's layout with everything that a menu can have.
  private static let layout = (FixtureSite.files["Templates/layout.mustache"] ?? "").replacing(
    /\{\{#navigation}}.*\{\{\/navigation}}/,
    with:
      "{{#navigation}}[{{title}}|{{url}}|{{#is-current}}here{{/is-current}}{{#is-external}}out{{/is-external}}{{#items}}({{title}}|{{url}}|{{#is-current}}here{{/is-current}}{{#is-external}}out{{/is-external}}){{/items}}]{{/navigation}}"
  ).replacing(
    "</body>",
    with:
      "{{#has-footer}}<p>{{#footer}}[{{title}}|{{url}}|{{#is-current}}here{{/is-current}}]{{/footer}}</p>{{/has-footer}}</body>"
  )

  private static func files(_ menus: String, _ others: [String: String?] = [:]) -> [String: String?] {
    others.merging([
      "site.yaml": FixtureSite.configuration("navigation: [causes, page:about]\n", menus + "\n"),
      "Templates/layout.mustache": layout,
    ]) { one, _ in one }
  }

  private static func found(_ menus: String, _ others: [String: String?] = [:]) async throws -> [String] {
    // That the page of the small site's own menu is an orphan without it is not the matter here.
    try await faults(files(menus, others)).filter { !$0.hasPrefix("Content/pages/about.md") }
      .map { $0.replacing("site.yaml:", with: "") }
  }

  private static let all = """
    navigation:
      - {to: causes, label: What hurts & where}
      - label: More
        items:
          - faqs
          - {to: "cause:tendon-pain", label: The tendon}
          - {url: "https://other.example/ä?q=1&b=2", label: Elsewhere}
      - {url: "tel:+15550100", label: Call}
    footer: [page:about, {to: causes}, {url: "mailto:a@b.example", label: Mail}]
    """

  @Test func everyForm() async throws {
    let site = try FixtureSite(Self.files(Self.all))
    #expect(site.lines(try await site.build()) == [])
    let built = try site.snapshot()
    func menu(_ page: String) throws -> (String, String) {
      let text = try #require(built.text(page))
      let nav = try #require(text.firstMatch(of: /<nav>.*?(\[.*])<\/nav>/))
      let footer = try #require(text.firstMatch(of: /<p>(\[.*])<\/p><\/body>/))
      return (String(nav.1), String(footer.1))
    }
    func expected(_ causes: String, _ more: String, _ tendon: String, _ faqs: String) -> String {
      "[What hurts &amp; where|/causes/|\(causes)][More||\(more)(Faqs|/faqs/|\(faqs))(The tendon|/causes/tendon-pain/|\(tendon))(Elsewhere|https://other.example/%C3%A4?q=1&amp;b=2|out)][Call|tel:+15550100|out]"
    }
    let faqs = try #require(built.text("faqs/index.html")?.firstMatch(of: /<h1>(.*?)<\/h1>/)).1
    func check(_ page: String, _ menus: String, _ footer: String) throws {
      let (nav, foot) = try menu(page)
      #expect(nav == menus.replacing("Faqs", with: faqs), "\(page)")
      #expect(foot == footer, "\(page)")
    }
    let plain = "[About this site|/about/|][Causes|/causes/|][Mail|mailto:a@b.example|]"
    let atCauses = plain.replacing("/causes/|", with: "/causes/|here")
    try check("index.html", expected("", "", "", ""), plain)
    try check("causes/index.html", expected("here", "", "", ""), atCauses)
    // Its own entry goes before the list that it is part of.
    try check("causes/tendon-pain/index.html", expected("", "here", "here", ""), atCauses)
    try check("faqs/keep-running/index.html", expected("", "here", "", "here"), plain)
    try check(
      "about/index.html", expected("", "", "", ""), plain.replacing("/about/|", with: "/about/|here"))
  }

  /// A home page without an article has the menus, too.
  @Test func homeHasWhatEveryPageHas() async throws {
    let site = try FixtureSite([
      "Templates/home.mustache": FixtureSite.files["Templates/home.mustache"].map {
        $0.replacing(
          "<ul>",
          with: "{{#has-navigation}}menu{{/has-navigation}}{{^has-breadcrumbs}}top{{/has-breadcrumbs}}<ul>")
      }
    ])
    #expect(site.lines(try await site.build()) == [])
    #expect(try site.snapshot().text("index.html")?.contains("menutop<ul>") == true)
  }

  /// Whatever is wrong in menus is told at once, each at its place.
  @Test func allFaultsAtOnce() async throws {
    let menus = """
      navigation:
        - {to: casues, label: ""}
        - {label: Empty, items: []}
        - label: Outer
          items:
            - {label: Inner, items: [signs, sings]}
            - {url: "javascript:alert(1)", label: Bad}
        - [causes]
        - {url: "sms:+15550100", label: Text}
        - {lable: Causes, to: causes}
        - {to: causes, url: "https://a.example/"}
      footer:
        - {label: Sub, items: [causes]}
        - {url: "https://a.example/x"}
        - {label: Nothing}
        - null
      """
    expectFaults(
      try await Self.found(menus),
      [
        "6:10: error bad-navigation: `casues` is neither the folder of a kind nor `kind:id`. » Did you mean `causes`?",
        "6:25: error empty-value: `label` is empty.",
        "7:27: error empty-value: `items` is empty. » Add an entry, or delete the submenu.",
        "10:9: error bad-configuration: A submenu cannot contain another submenu. » Move its entries to the submenu around it.",
        "10:39: error bad-navigation: `sings` is neither the folder of a kind nor `kind:id`. » Did you mean `signs`?",
        "11:15: error wrong-type: `url` must be an address without spaces that starts with `https:`, `http:`, `tel:` or `mailto:`, not the text \"javascript:alert(1)\".",
        "12:5: error wrong-type: An entry of `navigation` is a list. » Remove the inner brackets. For a submenu, write `{label: …, items: […]}`.",
        "13:11: error wrong-type: `url` must be an address without spaces that starts with `https:`, `http:`, `tel:` or `mailto:`, not the text \"sms:+15550100\".",
        "14:6: error unknown-key: There is no key `lable` here. » Did you mean `label`?",
        "15:5: error bad-configuration: This entry of a menu has both `to` and `url`. » Keep only one of them.",
        "15:10: error bad-navigation: `causes` is in `navigation` twice. » Delete one of them.",
        "17:5: error bad-configuration: The menu `footer` cannot have submenus. » Write the entries of `items` here instead.",
        "18:5: error missing-key: The key `label` is missing. » Add `label:`, then its value.",
        "19:5: error missing-key: This entry of a menu leads nowhere. » Add `to:` with a page of this site, or `url:` with another address.",
        "20:5: error empty-value: `footer` is empty.",
      ])
  }

  @Test(arguments: [
    (
      "navigation: []",
      "5:13: error empty-value: `navigation` is empty. » Add an entry, or delete the line for no menu."
    ),
    ("footer:", "5:8: error empty-value: `footer` is empty. » Add an entry, or delete the line for no menu."),
    (
      "footer: causes",
      "5:9: error wrong-type: `footer` must be a list of entries, such as `[causes, page:care]`, not a single value. » Write `footer: [causes]`."
    ),
    (
      "footer: {causes: Causes}",
      "5:9: error wrong-type: `footer` must be a list of entries, such as `[causes, page:care]`, not a mapping."
    ),
    (
      "navigation: [{to: casues}]",
      "5:19: error bad-navigation: `casues` is neither the folder of a kind nor `kind:id`. » Did you mean `causes`?"
    ),
    (
      "navigation: [{label: More, items: [sign:outer-pian]}]",
      "5:36: error bad-navigation: There is no sign `outer-pian`. » Did you mean `sign:outer-pain`?"
    ),
    (
      "footer: [cuase:tendon-pain]",
      "5:10: error bad-navigation: There is no kind `cuase`. » Did you mean `cause:tendon-pain`?"
    ),
    (
      "navigation: [causes, {label: More, items: [{to: causes, label: Again}]}]",
      "5:49: error bad-navigation: `causes` is in `navigation` twice. » Delete one of them."
    ),
    (
      "footer: [{url: \"https://a.example/\", label: A}, {url: \"https://a.example/\", label: B}]",
      "5:55: error bad-navigation: `https://a.example/` is in `footer` twice. » Delete one of them."
    ),
    (
      "footer: [{url: a.example, label: A}]",
      "5:16: error wrong-type: `url` must be an address without spaces that starts with `https:`, `http:`, `tel:` or `mailto:`, not `a.example`. » Write `https://a.example`."
    ),
    (
      "footer: [{url: desk@a.example, label: A}]",
      "5:16: error wrong-type: `url` must be an address without spaces that starts with `https:`, `http:`, `tel:` or `mailto:`, not `desk@a.example`. » Write `mailto:desk@a.example`."
    ),
    (
      "footer: [{url: \"tel:+1 555 O100\", label: A}]",
      "5:16: error wrong-type: `url` must be an address without spaces that starts with `https:`, `http:`, `tel:` or `mailto:`, not the text \"tel:+1 555 O100\". » Write the digits of the number, such as `tel:+15550100`."
    ),
    (
      "footer: [{url: \"tel:+1 555 0100\", label: A}]",
      "5:16: error wrong-type: `url` must be an address without spaces that starts with `https:`, `http:`, `tel:` or `mailto:`, not the text \"tel:+1 555 0100\". » Write `tel:+15550100`."
    ),
    (
      "footer: [{url: /about/, label: A}]",
      "5:16: error wrong-type: `url` must be an address without spaces that starts with `https:`, `http:`, `tel:` or `mailto:`, not `/about/`. » For a page of this site, use `to` instead of `url`."
    ),
    (
      "footer: [{url: \"https://clinic.example/abuot/\", label: A}]",
      "5:16: error broken-link: The address `https://clinic.example/abuot/` is not an address on this site. » Did you mean `https://clinic.example/about/`?"
    ),
    (
      "footer: [{url: \"http://localhost:8080/about/\", label: A}]",
      "5:16: error broken-link: The address `http://localhost:8080/about/` points to your own computer or network, which visitors cannot reach. » Write `https://clinic.example/about/`."
    ),
    (
      "footer: [{url: \"https://www,a.example\", label: A}]",
      "5:16: error broken-link: The address `https://www,a.example` is not a complete address. » Write `https://www.a.example`."
    ),
    (
      "footer: [{url: \"mailto:desk\", label: A}]",
      "5:16: error broken-link: The address `mailto:desk` is not a complete address. » Write the whole of it, such as `mailto:desk@clinic.example`."
    ),
    (
      "footer: [{to: \"page:about\", label: \"**A**\"}]",
      "5:36: warning doubtful-value: `label` is shown as plain text, so readers would see these `**`. » Delete them. Only the text of an article can have bold and italic words."
    ),
  ])
  func fault(menus: String, expected: String) async throws {
    expectFaults(try await Self.found(menus), [expected])
  }

  @Test func draftInASubmenu() async throws {
    let draft = ["Content/faqs/later.md": FixtureSite.article("Later", "draft: true")]
    expectFaults(
      try await Self.found("navigation: [{label: More, items: [\"faq:later\"]}]", draft),
      [
        "5:36: error bad-navigation: `faq:later` is a draft. » Remove it until that article is published."
      ])
  }

  /// One page may stand in both menus.
  @Test func inBothMenus() async throws {
    expectFaults(try await Self.found("navigation: [causes]\nfooter: [causes]"), [])
  }

  /// What a template leaves out is told: readers would never see it.
  @Test func menusThatNoTemplateShows() async throws {
    var files = Self.files(Self.all)
    files["Templates/layout.mustache"] = FixtureSite.files["Templates/layout.mustache"]
    expectFaults(
      try await faults(files),
      [
        "site.yaml:7:5: error bad-configuration: No template shows `items`, so readers would see nothing of `items`. » Use `items` in `Templates/layout.mustache`, or delete `items`.",
        "site.yaml:13:10: error bad-configuration: No template shows `footer`, so readers would see nothing of `footer`. » Use `footer` in `Templates/layout.mustache`, or delete `footer`.",
      ])
  }

  /// An article in a menu is no orphan, wherever it stands there.
  @Test(arguments: [
    "footer: [\"faq:alone\"]", "navigation: [{label: More, items: [{to: \"faq:alone\", label: A}]}]",
  ])
  func menusReachArticles(menus: String) async throws {
    let alone = ["Content/faqs/alone.md": FixtureSite.article("Alone", "about: []")]
    #expect(try await Self.found("navigation: [causes]", alone).contains { $0.contains(" orphan: ") })
    expectFaults(try await Self.found(menus, alone), [])
  }

  /// What a menu shows is what a phone dials.
  @Test func otherNumbersThanShown() async throws {
    expectFaults(
      try await Self.found(
        """
        navigation:
          - causes
          - {url: "tel:+15550100", label: Call +1 555 0199}
        footer:
          - {url: "mailto:helo@clinic.example", label: hello@clinic.example}
          - {url: "tel:+15550100", label: Call 555 0100}
        """),
      [
        "7:11: error misleading-link: This link shows `+1 555 0199`, but leads to `+15550100`. » Write the same in both places.",
        "9:11: error misleading-link: This link shows `hello@clinic.example`, but leads to `helo@clinic.example`. » Write the same in both places.",
      ])
  }

  /// A path, a file, a whole address or a title in place of a name.
  @Test(arguments: [
    ("/causes/", "causes"), ("Causes", "causes"), ("Content/causes", "causes"), ("causes/", "causes"),
    ("https://clinic.example/causes/", "causes"), ("causes/tendon-pain", "cause:tendon-pain"),
    ("Content/causes/tendon-pain.md", "cause:tendon-pain"), ("/causes/tendon-pain/", "cause:tendon-pain"),
    ("tendon-pain", "cause:tendon-pain"), ("Tendon pain", "cause:tendon-pain"), ("about", "page:about"),
    ("page:causes", "causes"),
  ])
  func writtenOtherwise(entry: String, name: String) async throws {
    let found = try await Self.found("navigation: [faqs, \"\(entry)\"]")
    #expect(found.count == 1 && found[0].hasSuffix(" » Write `\(name)`."), "\(found)")
    #expect(found.allSatisfy { $0.contains("5:20: error bad-navigation: ") }, "\(found)")
  }

  /// As other programs write menus.
  @Test func pageAsKey() async throws {
    expectFaults(
      try await Self.found("navigation: [faqs, {causes: What hurts}]"),
      ["5:21: error unknown-key: There is no key `causes` here. » Write `{to: causes, label: What hurts}`."])
  }
}
