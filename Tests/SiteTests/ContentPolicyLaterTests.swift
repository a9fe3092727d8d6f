import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// What a page does with addresses besides loading them: for later, elsewhere, or by mail.
@Suite struct ContentPolicyLaterTests {
  private static func template(_ html: String, _ settings: String? = nil) async throws -> [String] {
    var files: [String: String?] = [
      "Templates/page.mustache": FixtureSite.page(html), "Templates/assets/wave.svg": "<svg/>",
      "Templates/assets/x.js": "x()",
    ]
    if let settings { files["site.yaml"] = PolicyFixture.settings(settings) }
    return try await faults(files).map { $0.replacing("Templates/page.mustache:", with: "") }
  }

  /// What a page loads by itself may be fetched, and connected to, for later; what waits for a press of a button may not.
  @Test func whatIsLoadedAnyway() async throws {
    let connection = "<link rel=\"preconnect\" href=\"https://maps.example\">"
    let later = "<link rel=\"prefetch\" href=\"https://maps.example/x.js\">"
    for directive in ["script", "image", "font", "connect"] {
      let policy = "content-policy: {\(directive): [https://maps.example/x.js]}"
      expectFaults(try await Self.template(connection + later, policy), [])
    }
    for directive in ["frame", "form"] {
      let found = try await Self.template(
        connection, "content-policy: {\(directive): [https://maps.example]}")
      #expect(found.count == 1 && found[0].contains("This tells `maps.example` of each visit"), "\(found)")
    }
  }

  @Test(arguments: [
    "0; url=https://maps.example/a", "5;URL='https://maps.example/'", "0;url= https://maps.example",
  ])
  func leadingAway(content: String) async throws {
    let found = try await Self.template("<meta http-equiv=\"Refresh\" content=\"\(content)\">")
    #expect(
      found.count == 1
        && found[0].hasSuffix(
          ": error unsafe-link: This leads every reader away to `maps.example`. » Remove it, and write a link."
        ),
      "\(found)")
    expectFaults(
      try await Self.template("<meta http-equiv=\"refresh\" content=\"0; url={{site.home-url}}\">"), [])
  }

  @Test func formsToTheClinic() async throws {
    for (name, scheme) in [("email-url", "mailto"), ("phone-url", "tel")] {
      expectFaults(
        try await Self.template(
          "<form action=\"{{site.clinic.\(name)}}\"><button>Go</button></form>",
          "clinic: {email: a@clinic.example, phone: +1 555 0100}"),
        [
          "3:15: error content-policy: This form could not be sent: `content-policy` allows no forms to addresses that start with `\(scheme):`. » Write a link in its place: `<a href=\"\(scheme):…\">`."
        ])
    }
  }
}
