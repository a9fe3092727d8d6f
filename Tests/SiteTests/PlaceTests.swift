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
            fields: {phone: {type: text}, opening-hours: {type: hours, list: true}}
          page:
            folder: pages
        """
      ).replacing("[causes, page:about]", with: "[causes, \(navigation), page:about]").replacing(
        "language: en\n",
        with: "language: en\nclinic: {locations: \(navigation == "team" ? "spot" : "faq")}\n"),
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
