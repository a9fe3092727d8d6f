import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// `content-policy` of `site.yaml`, and the policy made from it.
@Suite struct ContentPolicyTests {
  private static func found(_ settings: String) async throws -> [String] {
    try await faults(["site.yaml": PolicyFixture.settings(settings)]).map {
      $0.replacing("site.yaml:", with: "")
    }
  }

  private static let source =
    "the address of a site that starts with `https://`, such as `https://maps.example`, or `self`"
  private static let one = "Write the whole name of the one site that your pages need, without `*`."
  private static let file =
    "Put the script in `Templates/assets`, or add the path of the one file to the address."
  private static let bare = "Name each site by its address: policies do not work with less."

  // MARK: The setting

  @Test(arguments: [
    (
      "frames: [https://a.example]",
      "18: error unknown-key: There is no key `frames` here. » Did you mean `frame`?"
    ),
    (
      "frame: [https://*.github.io]",
      "26: warning doubtful-value: `https://*.github.io` in `frame` lets in every site below `github.io`, and anybody can have one there. » \(one)"
    ),
    (
      "image: [\"https://*.CO.UK\"]",
      "26: warning doubtful-value: `https://*.CO.UK` in `image` lets in every site below `co.uk`, and anybody can have one there. » \(one)"
    ),
    (
      "connect: [wss://*.herokuapp.com]",
      "28: warning doubtful-value: `wss://*.herokuapp.com` in `connect` lets in every site below `herokuapp.com`, and anybody can have one there. » \(one)"
    ),
    (
      "script: [https://unpkg.com]",
      "27: warning doubtful-value: `https://unpkg.com` in `script` lets in every script there, and anybody can publish one. » \(file)"
    ),
    ("frame: []", "25: error empty-value: `frame` is empty. » Delete the line if there is nothing to say."),
    ("frame: ~", "25: error empty-value: `frame` is empty. » Delete the line if there is nothing to say."),
    (
      "frame: https://a.example",
      "25: error wrong-type: `frame` must be a list of addresses, such as `[https://maps.example]`, not a single value. » Write `frame: [\"https://a.example\"]`."
    ),
    (
      "frame: [maps.example]",
      "26: error wrong-type: `frame` must be \(source), not `maps.example`. » Write `https://maps.example`."
    ),
    (
      "frame: [\"http://maps.example\"]",
      "26: error wrong-type: `frame` must be \(source), not the text \"http://maps.example\". » Write `https://maps.example`."
    ),
    ("frame: [\"*\"]", "26: error wrong-type: `frame` must be \(source), not the text \"*\". » \(bare)"),
    (
      "frame: [\"https:\"]",
      "26: error wrong-type: `frame` must be \(source), not the text \"https:\". » \(bare)"
    ),
    (
      "style: [\"'unsafe-inline'\"]",
      "26: error wrong-type: `style` must be \(source), not the text \"'unsafe-inline'\". » \(bare)"
    ),
    (
      "script: [\"'self'\"]",
      "27: error wrong-type: `script` must be \(source), not the text \"'self'\". » Write `self`."
    ),
    (
      "frame: [https://maps.example/a b]",
      "26: error wrong-type: `frame` must be \(source), not `https://maps.example/a b`. » Write `https://maps.example/a%20b`."
    ),
    (
      "frame: [\"https://maps.example/x?y=z\"]",
      "26: error wrong-type: `frame` must be \(source), not the text \"https://maps.example/x?y=z\". » Write `https://maps.example/x`."
    ),
    (
      "frame: [\"https://a.example; script-src *\"]",
      "26: error wrong-type: `frame` must be \(source), not the text \"https://a.example; script-src *\". » \(bare)"
    ),
    (
      "image: [\"data:\"]",
      "26: error wrong-type: `image` must be \(source), not the text \"data:\". » \(bare)"
    ),
    (
      "frame: [https://me@a.example]",
      "26: error wrong-type: `frame` must be \(source), not `https://me@a.example`. » \(bare)"
    ),
    (
      "frame: [https://*.example]",
      "26: error wrong-type: `frame` must be \(source), not `https://*.example`. » \(bare)"
    ),
    (
      "frame: [https://a.example, https://A.example/]",
      "45: error bad-configuration: `https://A.example/` is in `frame` twice. » Delete one of them."
    ),
  ])
  func wrongSetting(setting: String, expected: String) async throws {
    expectFaults(try await Self.found("content-policy: {\(setting)}"), ["5:\(expected)"])
  }

  @Test func allAtOnce() async throws {
    let found = try await Self.found(
      """
      content-policy:
        frmae: [https://a.example]
        font: [fonts.example, https://fonts.example]
        script:
          - "*"
          - self
          - self
      """)
    #expect(found.map { $0.prefix { $0 != " " } } == ["6:3:", "7:10:", "9:7:", "11:7:"], "\(found)")
  }

  // MARK: The policy

  private static let standard =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

  private static func policies(_ changes: [String: String?]) async throws -> (page: String, header: String) {
    let site = try FixtureSite(
      changes.merging(["Templates/page.mustache": FixtureSite.page("<p>{{content-policy}}</p>")]) {
        $0 ?? $1
      })
    let report = try await site.build()
    #expect(site.lines(report).filter { !$0.contains("unused-file") } == [])
    let snapshot = try site.snapshot()
    let page = snapshot.text("about/index.html") ?? ""
    let written = page.split(separator: "<p>").dropFirst().first?.split(separator: "</p>").first
    let header = (snapshot.text("_headers") ?? "").split(separator: "\n").first {
      $0.contains("Content-Security")
    }
    return (
      String(written ?? "").replacing("&#39;", with: "'"),
      String(header ?? "").replacing("  Content-Security-Policy: ", with: "")
    )
  }

  @Test func withoutTheSetting() async throws {
    let (page, header) = try await Self.policies([:])
    #expect(page == Self.standard)
    #expect(header == Self.standard + "; frame-ancestors 'none'")
  }

  @Test func everyDirective() async throws {
    let settings = """
      content-policy:
        frame: [https://maps.example/embed/, self]
        form: [https://forms.example:8443]
        font: [https://fonts.example]
        script: [self, https://stats.example/x.js]
        style: [https://styles.example]
        image: [https://*.tiles.example]
        media: [https://film.example]
        connect: [https://stats.example]
      """
    let (page, header) = try await Self.policies(["site.yaml": PolicyFixture.settings(settings)])
    #expect(
      page
        == "default-src 'none'; script-src 'self' https://stats.example/x.js; style-src 'self' https://styles.example; img-src 'self' https://*.tiles.example; connect-src 'self' https://stats.example; manifest-src 'self'; font-src 'self' https://fonts.example; media-src 'self' https://film.example; frame-src 'self' https://maps.example/embed/; base-uri 'none'; form-action https://forms.example:8443"
    )
    #expect(header == page + "; frame-ancestors 'self'")
  }

  /// What the site has itself needs no setting.
  @Test func ownFontsAndFilms() async throws {
    let (page, _) = try await Self.policies([
      "Templates/assets/text.WOFF2": "x", "Templates/assets/site.css": "@font-face { src: url(text.WOFF2) }",
      "Templates/root/film.mp4": "x",
    ])
    #expect(
      page
        == Self.standard.replacing("base-uri", with: "font-src 'self'; media-src 'self'; base-uri"))
  }
}
