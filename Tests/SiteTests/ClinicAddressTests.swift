import FixtureSite
import Foundation
import Testing

@testable import Site
@testable import SiteModel

/// Addresses of the site itself in `clinic`, and what the templates of the sites here show of a clinic.
@Suite struct ClinicAddressTests {
  private static func settings(_ key: String) -> [String: String?] {
    [
      "site.yaml": FixtureSite.configuration(
        "language: en", "language: en\nclinic:\n  phone: +1 555 0100\n  \(key)")
    ]
  }

  @Test(arguments: [
    (
      "booking-url: https://clinic.example/abuot/", "7:16",
      "`https://clinic.example/abuot/` is not an address on this site. » Did you mean `https://clinic.example/about/`?"
    ),
    (
      "booking-url: http://CLINIC.example/causes?from=site", "7:16",
      "`http://CLINIC.example/causes?from=site` is not an address on this site. » Did you mean `http://CLINIC.example/causes/?from=site`?"
    ),
    (
      "booking-url: http://localhost:8080/about/", "7:16",
      "`http://localhost:8080/about/` points to your own computer or network, which visitors cannot reach. » Write `https://clinic.example/about/`."
    ),
    (
      "same-as: [https://social.example/x, https://clinic.example/team/]", "7:39",
      "`https://clinic.example/team/` is not an address on this site."
    ),
    (
      "booking-url: https://clinic.example/feed.xml", "7:16",
      "`https://clinic.example/feed.xml` is not an address on this site: no article has `updated`, so there is no feed. » Add a line such as `updated: 2026-11-28` to an article, and the site gets a feed."
    ),
  ])
  func ownAddressThatIsNone(_ key: String, _ place: String, _ what: String) async throws {
    expectFaults(
      try await faults(Self.settings(key)), ["site.yaml:\(place): error broken-link: The address \(what)"])
  }

  @Test(arguments: [
    "booking-url: https://clinic.example/about/#visit", "booking-url: https://clinic.example",
    "booking-url: https://clinic.example.org/abuot/", "booking-url: https://booking.example/?clinic=1",
  ])
  func addressThatIsRight(_ key: String) async throws {
    #expect(try await faults(Self.settings(key)) == [])
  }

  @Test func unpublishedPageAndFile() async throws {
    var files = Self.settings("booking-url: https://clinic.example/visit/")
    files["Content/pages/visit.md"] = FixtureSite.article("Visit", "draft: true")
    expectFaults(
      try await faults(files),
      [
        "site.yaml:7:16: error unpublished-target: The address `https://clinic.example/visit/` leads to `page:visit`, which is a draft. » Remove it until that article is published."
      ])
    files = Self.settings("booking-url: https://clinic.example/form.pdf")
    files["Templates/root/form.pdf"] = "%PDF-1.4"
    #expect(try await faults(files) == [])
  }

  /// A preview's clinic is booked at the preview's own page.
  @Test func movesWithTheSite() async throws {
    var files = Self.settings("booking-url: https://clinic.example/about/?x=1")
    files["Templates/home.mustache"] = FixtureSite.page(
      "{{#site.clinic}}<a href=\"{{booking-url}}\">Book</a>{{/site.clinic}} {{{structured-data}}}")
    let site = try FixtureSite(files)
    var options = try site.options()
    let moved: BaseAddress? = BaseAddress("https://preview.example/pr/42/" as String)
    options.address = moved
    let report = try await SiteBuild(options).build()
    #expect(site.lines(report) == [])
    let page = try site.text(of: "Public/index.html")
    #expect(page.contains("<a href=\"https://preview.example/pr/42/about/?x=1\">"), "\(page)")
    #expect(page.contains(#""target":"https://preview.example/pr/42/about/?x=1""#), "\(page)")
    #expect(!page.contains("clinic.example"))
  }

  /// Header, footer, results that ask for a visit, and programs carry what is known, and nothing of it stands there without it.
  @Test(arguments: [Example.clinic, .starter]) func templatesShowIt(_ example: Example) async throws {
    let site = try example.copyOfOriginal()
    let before = try site.text(of: "site.yaml")
    #expect(try await site.build().errors == 0)
    let plain = try site.snapshot()
    let known =
      "clinic: {phone: +1 555 0100, booking-url: \"https://booking.example/visit\", email: a@clinic.example}\n"
    try site.write(before + known, to: "site.yaml")
    let report = try await site.build()
    #expect(report.errors == 0, "\(site.lines(report))")
    let shown = try site.snapshot()
    for name in plain.names where name.hasSuffix("index.html") && !name.hasPrefix("search/") {
      let (old, new) = (plain.text(name) ?? "", shown.text(name) ?? "")
      if old.contains("http-equiv=\"refresh\"") { continue }
      #expect(!old.contains("booking.example") && !old.contains("tel:+15550100"), "\(name)")
      let parts = new.split(separator: "<main", maxSplits: 1)
      #expect(parts[0].contains("tel:+15550100") && parts[0].contains("Book a visit</a>"), "\(name)")
      #expect(parts[1].contains("Book a visit: <a href=\"https://booking.example/visit\">"), "\(name)")
    }
    let checker = shown.text("symptom-checker/index.html") ?? ""
    let results = checker.components(separatedBy: "data-node=\"").dropFirst().filter {
      $0.contains("class=\"button\"")
    }
    #expect(results.contains { $0.contains("https://booking.example/visit") })
    // Whoever needs an ambulance is not asked to book.
    for result in results where result.contains("href=\"tel:911\"") {
      #expect(!result.components(separatedBy: "</section>")[0].contains("booking.example"))
    }
  }
}
