import FixtureSite
import Testing

@testable import Site

/// `facts`: the fields that an article states, for templates that know nothing of its kind.
@Suite struct ArticleFactTests {
  private static let value =
    "{{text}}|{{date}}|{{link}}|{{{html}}}|{{#image}}{{alt}}{{/image}}|{{#is-yes}}yes{{/is-yes}}"
  private static let facts =
    "{{#has-facts}}<dl>{{#facts}}\n{{name}}={{label}}:{{#values}} [\(value){{#rows}} ({{label}}: \(value)){{/rows}}]{{/values}}{{/facts}}\n</dl>{{/has-facts}}"

  private static let fields = """
    role: {type: text, label: What she does}
          phone: {type: text}
          email: {type: text}
          since: {type: date}
          profile: {type: url}
          leaflet: {type: file}
          photo: {type: image}
          takes-children: {type: flag}
          room: {type: choice, of: [ground, first]}
          note: {type: markdown}
          visits: {type: range}
          open: {type: hours, list: true}
          languages: {type: text, list: true}
          address: {type: group, fields: {street: {type: text}, city: {type: text}, region: {type: text}, postal-code: {type: text}}}
          fee: {type: group, fields: {amount: {type: number}, for: {type: text, label: Paid for}, since: {type: date}}}
    """

  private static func site(
    _ keys: String, fields: String = fields, template: String = facts, settings: String = "",
    list: String = ""
  ) -> [String: String?] {
    [
      "site.yaml": FixtureSite.configuration(
        "  page:\n    folder: pages",
        "  person:\n    folder: team\n    title: Team\n    review: none\n\(list)    fields:\n      \(fields)\n  page:\n    folder: pages"
      ).replacing("[causes, page:about]", with: "[causes, team, page:about]").replacing(
        "language: en\n", with: "language: en-US\n" + settings),
      "Templates/person.mustache": FixtureSite.page(FixtureSite.body + template),
      "Content/team/ana.md": "---\ntitle: Ana\nsummary: About her.\n\(keys)---\nText.\n",
      "Content/team/ana.svg": "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n",
      "Content/team/notes.pdf": "%PDF-1.4\n%%EOF\n",
    ]
  }

  private static func shown(_ files: [String: String?], clean: Bool = true) async throws -> [String] {
    let site = try FixtureSite(files)
    let found = site.lines(try await site.build()).filter { !$0.contains("unused-file") }
    if clean { #expect(found == []) }
    let page = try site.text(of: "Public/team/ana/index.html")
    guard let start = page.firstRange(of: "<dl>"), let end = page.firstRange(of: "</dl>") else { return [] }
    return page[start.upperBound..<end.lowerBound].split(separator: "\n").map(String.init)
  }

  @Test func everyType() async throws {
    let shown = try await Self.shown(
      Self.site(
        """
        languages: [English, Español]
        role: Physical therapist
        phone: (555) 010-0199
        email: ana@bay.example
        since: 2019-04-01
        profile: https://social.example/ana/
        leaflet: notes.pdf
        photo: {file: ana.svg, alt: Ana smiles}
        takes-children: true
        room: first
        note: Ring *twice*.
        visits: 2-4
        open: [{days: [monday, tuesday, wednesday], from: "08:00", to: "12:30"}, {days: [friday], from: "13:00", to: "17:00"}]
        address: {street: 9 Mill Lane, city: Salem, region: OR, postal-code: "97301"}
        fee: {amount: 40, for: a first visit, since: 2026-01-01}

        """))
    #expect(
      shown == [
        "role=What she does: [Physical therapist|||||]",
        "phone=Phone: [(555) 010-0199||tel:5550100199|||]",
        "email=Email: [ana@bay.example||mailto:ana@bay.example|||]",
        "since=Since: [April 1, 2019|2019-04-01||||]",
        "profile=Profile: [social.example/ana||https://social.example/ana/|||]",
        "leaflet=Leaflet: [notes.pdf||/team/notes.pdf|||]",
        "photo=Photo: [||||Ana smiles|]",
        "takes-children=Takes children: [|||||yes]",
        "room=Room: [first|||||]",
        "note=Note: [|||Ring <em>twice</em>.||]",
        "visits=Visits: [2–4|||||]",
        "open=Open: [Monday to Wednesday, 8:00 AM to 12:30 PM|||||] [Friday, 1:00 PM to 5:00 PM|||||]",
        "languages=Languages: [English|||||] [Español|||||]",
        "address=Address: [9 Mill Lane, Salem, OR 97301|||||]",
        "fee=Fee: [||||| (Amount: 40|||||) (Paid for: a first visit|||||) (Since: January 1, 2026|2026-01-01||||)]",
      ])
  }

  @Test func whatIsNotThere() async throws {
    #expect(try await Self.shown(Self.site("")) == [])
    #expect(
      try await Self.shown(Self.site("takes-children: false\nrole: Desk\nfee: {}\n"))
        == ["role=What she does: [Desk|||||]"])
  }

  /// A template shows a field in its own way, under any of its names, and the list has the others.
  @Test(arguments: [
    ("{{#role}}<p>{{role}}</p>{{/role}}", ["since", "visits"]),
    ("<p>{{since-in-words}}</p>", ["role", "visits"]),
    ("{{#visits-times}}<i>{{.}}</i>{{/visits-times}}{{#role}}{{/role}}", ["since"]),
  ])
  func whatTheTemplateShowsByName(template: String, left: [String]) async throws {
    let keys = "role: Desk\nsince: 2019-04-01\nvisits: 2-3\n"
    let shown = try await Self.shown(Self.site(keys, template: template + Self.facts))
    #expect(shown.map { String($0.prefix { $0 != "=" }) } == left)
  }

  /// What is for every kind, and what the checker counts stages by, is no fact of an article.
  @Test func whatIsNoFact() async throws {
    var files = Self.site("")
    files["site.yaml"] = files["site.yaml"]??.replacing(
      "    folder: causes\n",
      with: "    folder: causes\n    fields: {stages: {type: number, list: true}, days: {type: range}}\n"
    ).replacing("signs: signs}", with: "signs: signs, stages: stages}")
    files["Templates/cause.mustache"] = FixtureSite.files["Templates/cause.mustache"]?.replacing(
      "{{>related}}", with: "{{>related}}" + Self.facts)
    files["Content/causes/tendon-pain.md"] = FixtureSite.cause(
      "stages: [1]", "days: 3-5", "changes: [{date: 2026-02-01, text: Shorter.}]")
    let site = try FixtureSite(files)
    _ = try await site.build()
    let page = try site.text(of: "Public/causes/tendon-pain/index.html")
    #expect(page.contains("<dl>\ndays=Days: [3–5|||||]\n</dl>"), "\(page)")
  }

  @Test func inTheLanguageOfThePage() async throws {
    var files = Self.site(
      "role: Desk\nsince: 2019-04-01\nopen: {days: [saturday, sunday], from: \"08:00\", to: \"12:30\"}\n")
    files["site.yaml"] = files["site.yaml"]??.replacing("language: en-US\n", with: "language: es\n")
    let shown = try await Self.shown(files, clean: false)
    #expect(
      shown == [
        "role=What she does: [Desk|||||]", "since=Since: [1 de abril de 2019|2019-04-01||||]",
        "open=Open: [sábado, domingo, 08:00 a 12:30|||||]",
      ])
  }

  @Test func hoursAndGroupsOnCards() async throws {
    var files = Self.site(
      "phone: 555 0100\nopen: {days: [saturday], from: \"08:00\", to: \"12:30\"}\naddress: {street: 9 Mill Lane, city: Salem, postal-code: \"97301\"}\nfee: {amount: 40, for: a visit}\n",
      list: "    list: {card: [phone, open, address, fee]}\n")
    files["Templates/home.mustache"] = FixtureSite.page("")
    files["Templates/partials/card.mustache"] =
      "<li><a href=\"{{url}}\">{{title}}</a>{{#details}} [{{name}}|{{text}}|{{link}}]{{/details}}</li>\n"
    let site = try FixtureSite(files)
    #expect(site.lines(try await site.build()).filter { !$0.contains("unused-file") } == [])
    #expect(
      try site.text(of: "Public/team/index.html").contains(
        "Ana</a> [phone|555 0100|tel:5550100] [open|Saturday, 8:00 AM to 12:30 PM|] [address|9 Mill Lane, Salem 97301|] [fee|Amount: 40, Paid for: a visit|]</li>"
      ))
  }

  // MARK: Places

  private static func place(_ keys: String, list: Bool = true, template: String) -> [String: String?] {
    site(
      keys,
      fields:
        "address: {type: group, fields: {street: {type: text}}}\n      opening-hours: {type: hours\(list ? ", list: true" : "")}",
      template: template,
      settings:
        "clinic: {locations: person, opening-hours: [{days: [monday], from: \"08:00\", to: \"18:00\"}]}\n",
      list: "    schema-type: Place\n")
  }

  /// Where a place says nothing of its hours, its page and what machines read of it have those of the clinic.
  @Test(arguments: [true, false]) func hoursOfTheClinic(list: Bool) async throws {
    let template =
      "{{#opening-hours}}<p>{{days}} {{from}} {{opens}}</p>{{/opening-hours}}{{{structured-data}}}"
    for (keys, hours, opens) in [
      ("", "<p>Monday 8:00 AM 08:00</p>", "\"opens\":\"08:00\""),
      (
        "opening-hours: {days: [friday], from: \"09:00\", to: \"12:00\"}\n", "<p>Friday 9:00 AM 09:00</p>",
        "\"opens\":\"09:00\""
      ),
    ] {
      let site = try FixtureSite(Self.place(keys, list: list, template: template))
      _ = try await site.build()
      let page = try site.text(of: "Public/team/ana/index.html")
      #expect(page.contains(hours), "\(page)")
      if list { #expect(page.matches(of: /"opens"/).count == 1 && page.contains(opens), "\(page)") }
    }
    #expect(
      try await Self.shown(Self.place("", list: list, template: Self.facts))
        == ["opening-hours=Opening hours: [Monday, 8:00 AM to 6:00 PM|||||]"])
  }

  // MARK: What no page shows

  /// What search engines are told, readers have to see.
  @Test(arguments: [
    ("Person", "role: {type: text}", "role: Desk", "role"),
    (
      "Place", "opening-hours: {type: hours, list: true}",
      "opening-hours: {days: [monday], from: \"08:00\", to: \"18:00\"}", "opening-hours"
    ),
    ("Article", "day: {type: date}", "day: 2026-03-01", "day"),
  ])
  func toldToSearchEnginesAlone(type: String, field: String, key: String, name: String) async throws {
    let list = "    schema-type: \(type)\n"
    let fault =
      "Content/team/ana.md:1:1: warning bad-configuration: Readers do not see `\(name)` of this article: the template `person` does not show it. » Use `\(name)` in `Templates/person.mustache`."
    for (template, list, expected) in [
      ("", list, [fault]), (Self.facts, list, []), ("{{#\(name)}}x{{/\(name)}}", list, []),
      ("", list + "    list: {card: [\(name)]}\n", []),
    ] {
      var files = Self.site(key + "\n", fields: field, template: template, list: list)
      if list.contains("card") {
        files["Templates/home.mustache"] = FixtureSite.page("")
        files["Templates/partials/card.mustache"] =
          "<li><a href=\"{{url}}\">{{title}}</a>{{#details}}{{text}}{{/details}}</li>\n"
      }
      let found = try await faults(files).filter { !$0.contains("unused-file") }
      expectFaults(found, expected)
    }
  }
}
