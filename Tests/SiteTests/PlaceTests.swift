import FixtureSite
import Testing

@testable import Site
@testable import SiteModel
@testable import Text

/// A clinic with several places: their hours, their numbers, and how readers get to them.
@Suite struct PlaceTests {
  private static func site(_ keys: String..., template: String = "", navigation: String = "team") -> [String:
    String?]
  {
    [
      "site.yaml": FixtureSite.configuration(
        "  page:\n    folder: pages",
        """
          spot:
            folder: team
            title: Places
            schema-type: Place
            review: none
            fields: {phone: {type: text}, opening-hours: {type: hours, list: true}, address: {type: group, fields: {street: {type: text}, country: {type: text}}}}
          page:
            folder: pages
        """
      ).replacing("[causes, page:about]", with: "[causes, \(navigation), page:about]").replacing(
        "language: en\n",
        with:
          "language: en\nclinic: {\(navigation == "team" ? "locations: spot" : "email: a@clinic.example")}\n"),
      "Templates/layout.mustache": (FixtureSite.files["Templates/layout.mustache"] ?? "").replacing(
        "</head>", with: "{{{structured-data}}}</head>"),
      "Templates/spot.mustache": FixtureSite.page(
        FixtureSite.body
          + "{{#phone}}<a href=\"tel:{{phone}}\">{{phone}}</a>{{/phone}}{{#opening-hours}}<p>{{days}}: {{from}} {{to}} {{opens}} {{closes}}</p>{{/opening-hours}}"
          + template),
      "Content/team/hill.md":
        (["---", "title: Oak Street", "summary: About it."] + keys + ["---", "Text.", ""])
        .joined(separator: "\n"),
    ]
  }

  @Test func hoursOfEach() async throws {
    let site = try FixtureSite(
      Self.site(
        "phone: (555) 0100 22", "opening-hours:",
        "  - {days: [monday, tuesday, wednesday], from: \"08:00\", to: \"12:30\"}",
        "  - {days: [friday], from: \"13:00\", to: \"18:00\"}"))
    #expect(site.lines(try await site.build()) == [])
    let page = try site.text(of: "Public/team/hill/index.html")
    #expect(
      page.contains(
        "<p>Monday to Wednesday: 8:00 AM 12:30 PM 08:00 12:30</p><p>Friday: 1:00 PM 6:00 PM 13:00 18:00</p>"))
    let hours =
      #""openingHoursSpecification":[{"@type":"OpeningHoursSpecification","dayOfWeek":["https://schema.org/Monday","https://schema.org/Tuesday","https://schema.org/Wednesday"],"opens":"08:00","closes":"12:30"},{"@type":"OpeningHoursSpecification","dayOfWeek":["https://schema.org/Friday"],"opens":"13:00","closes":"18:00"}]"#
    #expect(try site.text(of: "Public/index.html").contains(hours))
    #expect(page.contains(hours))
    #expect(page.contains("<a href=\"tel:555010022\">(555) 0100 22</a>"))
  }

  // MARK: Hours on every page

  private static let own = "opening-hours: [{days: [friday], from: \"13:00\", to: \"18:00\"}]"

  /// Two places, of which the second gives no hours, and a clinic that may; what stands on every page.
  private static func footers(_ keys: String, clinic: String, second: String = "") async throws -> (
    page: String, home: String
  ) {
    var files = site(keys)
    files["site.yaml"] = files["site.yaml"]??.replacing(
      "{locations: spot}", with: "{locations: spot\(clinic.isEmpty ? "" : ", ")\(clinic)}")
    files["Content/team/dale.md"] =
      "---\ntitle: Elm Street\nsummary: About it.\n\(second)---\nText.\n"
    files["Templates/layout.mustache"] = files["Templates/layout.mustache"]??.replacing(
      "</body>",
      with:
        "<footer>{{#site.clinic}}{{#opening-hours}}{{days}} {{from}};{{/opening-hours}}|{{#hours-by-place}}{{title}} {{url}}:{{#opening-hours}} {{days}} {{from}}{{/opening-hours}};{{/hours-by-place}}{{/site.clinic}}</footer></body>"
    )
    let made = try FixtureSite(files)
    #expect(made.lines(try await made.build()) == [])
    let page = try made.text(of: "Public/causes/tendon-pain/index.html")
    let footer = try #require(page.firstMatch(of: /<footer>(.*)<\/footer>/)).1
    return (String(footer), try made.text(of: "Public/index.html"))
  }

  private static let common = "opening-hours: [{days: [monday], from: \"08:00\", to: \"18:00\"}]"

  @Test func differingHoursStandByPlace() async throws {
    let (footer, home) = try await Self.footers(Self.own, clinic: Self.common)
    #expect(
      footer
        == "|Elm Street /team/dale/: Monday 8:00 AM;Oak Street /team/hill/: Friday 1:00 PM;")
    // Nothing is said of the clinic as a whole, and each place has its hours once.
    let parts = home.split(separator: "\"location\":")
    #expect(parts.count == 2 && !parts[0].contains("openingHours"))
    #expect(parts[1].matches(of: /"openingHoursSpecification"/).count == 2)
    #expect(parts[1].contains(#""opens":"08:00""#) && parts[1].contains(#""opens":"13:00""#))
  }

  @Test func placeWithoutHours() async throws {
    let (footer, _) = try await Self.footers(Self.own, clinic: "")
    #expect(footer == "|Elm Street /team/dale/:;Oak Street /team/hill/: Friday 1:00 PM;")
  }

  /// The same times, however they are written, are those of all.
  @Test func sameHours() async throws {
    let split =
      "opening-hours: [{days: [tuesday], from: \"08:00\", to: \"18:00\"}, {days: [monday], from: \"08:00\", to: \"18:00\"}]"
    let whole = "opening-hours: [{days: [monday, tuesday], from: \"08:00\", to: \"18:00\"}]"
    let (footer, _) = try await Self.footers(split, clinic: whole)
    #expect(
      !footer.contains("Street") && footer.contains("Monday") && footer.contains("Tuesday"), "\(footer)")
    #expect(try await Self.footers("", clinic: whole).page == "Monday, Tuesday 8:00 AM;|")
    #expect(try await Self.footers("", clinic: "").page == "|")
    #expect(
      try await Self.footers(Self.own, clinic: whole, second: Self.own + "\n").page == "Friday 1:00 PM;|")
  }

  @Test(arguments: [
    ("{days: [monday], from: \"18:00\", to: \"08:00\"}", "bad-configuration", "before it opens at 18:00"),
    ("{days: [mondy], from: \"08:00\", to: \"18:00\"}", "wrong-type", "`days` must be the name of a day"),
    ("{days: [monday], from: 8, to: \"18:00\"}", "wrong-type", "`from` must be a time of day"),
    ("{days: [monday], from: \"08:00\"}", "missing-key", "The key `to` is missing."),
  ])
  func hoursThatAreNone(entry: String, code: String, message: String) async throws {
    let found = try await faults(Self.site("opening-hours: [\(entry)]"))
    #expect(
      found.count == 1 && found[0].contains("error \(code)") && found[0].contains(message), "\(found)")
  }

  @Test func hoursThatOverlap() async throws {
    expectFaults(
      try await faults(
        Self.site(
          "opening-hours:", "  - {days: [monday, friday], from: \"08:00\", to: \"12:30\"}",
          "  - {days: [tuesday], from: \"08:00\", to: \"12:30\"}",
          "  - {days: [friday], from: \"12:00\", to: \"18:00\"}")),
      [
        "Content/team/hill.md:7:5: error bad-configuration: These hours overlap with others on the same day. » Write each time of a day only once."
      ])
  }

  /// What stands only in a list that is in the menu is no orphan.
  @Test func membersOfAList() async throws {
    expectFaults(try await faults(Self.site()), [])
    let hidden = try await faults(Self.site(navigation: "faqs"))
    expectFaults(
      hidden,
      [
        "Content/team/hill.md:1:1: warning orphan: Nothing links to this article. » Link to it from an article that its readers would come from, or add it to a relation."
      ])
    let linked = try await faults(
      Self.site(navigation: "faqs").merging([
        "Templates/faq.mustache": FixtureSite.page(
          FixtureSite.body + "<a href=\"{{site.home-url}}team/\">Team</a>")
      ]) { $1 })
    expectFaults(linked, [])
  }

  /// The same of a list that only a text leads to; a draft leads nobody there.
  @Test(arguments: [
    ("Meet [our team](/team/).", "", false), ("Meet <a href=\"/team/\">our team</a>.", "", false),
    ("Meet [our team](/team/#oak).", "", false), ("Meet our team.", "", true),
    ("Meet [our team](/team/).", "draft: true", true), ("Meet [our causes](/causes/).", "", true),
  ])
  func listThatATextLeadsTo(text: String, key: String, isOrphan: Bool) async throws {
    var files = Self.site(navigation: "faqs")
    files["site.yaml"] = files["site.yaml"]??.replacing(
      "language: en\n", with: "language: en\nmarkdown: {raw-html: true}\n")
    files["Content/faqs/who.md"] = FixtureSite.article("Who works here?", key, body: text)
    let site = try FixtureSite(files)
    let expected =
      isOrphan
      ? [
        "Content/team/hill.md:1:1: warning orphan: Nothing links to this article. » Link to it from an article that its readers would come from, or add it to a relation."
      ] : []
    // Not from the cache, then from it.
    for _ in 0..<2 {
      #expect(site.lines(try await site.build()).filter { $0.contains("hill.md") } == expected)
    }
  }

  @Test(arguments: [
    ("+1 555 0100", "+15550100"), ("555.0100", "5550100"), ("(555) 01-00 ext. 12", "5550100;ext=12"),
    ("+44 (0)20 7946 0000", "+442079460000"), ("911", "911"), ("*100#", "*100%23"), ("ask us", "ask us"),
    ("5550100;ext=5", "5550100;ext=5"),
  ])
  func dialed(text: String, number: String) {
    #expect(String(decoding: DialedNumber.dialed(Array(text.utf8)), as: UTF8.self) == number)
  }

  @Test func numbersInAnyKind() async throws {
    let found = try await faults(Self.site("phone: ask the desk"))
    #expect(found.count == 1 && found[0].contains(":4:8: error wrong-type: `phone` must be"), "\(found)")
  }
}
