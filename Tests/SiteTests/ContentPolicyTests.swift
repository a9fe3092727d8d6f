import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// `content-policy` of `site.yaml`, the policy made from it, and what it breaks.
@Suite struct ContentPolicyTests {
  private static func settings(_ lines: String) -> String {
    FixtureSite.configuration("language: en", "language: en\n\(lines)")
  }

  private static func found(_ settings: String) async throws -> [String] {
    try await faults(["site.yaml": self.settings(settings)]).map { $0.replacing("site.yaml:", with: "") }
  }

  private static let source =
    "the address of a site that starts with `https://`, such as `https://maps.example`, or `self`"
  private static let bare = "Name each site by its address: policies do not work with less."

  // MARK: The setting

  @Test(arguments: [
    (
      "frames: [https://a.example]",
      "18: error unknown-key: There is no key `frames` here. » Did you mean `frame`?"
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
    let (page, header) = try await Self.policies(["site.yaml": Self.settings(settings)])
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

  // MARK: What it breaks in templates

  private static func template(_ html: String, _ settings: String? = nil) async throws -> [String] {
    var files: [String: String?] = [
      "Templates/page.mustache": FixtureSite.page(html), "Templates/assets/wave.svg": "<svg/>",
      "Templates/assets/x.js": "x()",
    ]
    if let settings { files["site.yaml"] = self.settings(settings) }
    return try await faults(files).map { $0.replacing("Templates/page.mustache:", with: "") }
  }

  private static func write(_ directive: String, _ source: String) -> String {
    "Write `content-policy: {\(directive): [\(source)]}` in `site.yaml`."
  }

  @Test(arguments: [
    (
      "<iframe title=\"m\" src=\"https://maps.example/a?b\"></iframe>", "24", "This frame would stay empty",
      "frame", "https://maps.example"
    ),
    (
      "<form action=\"https://Forms.example/send\">x</form>", "15", "This form could not be sent", "form",
      "https://forms.example"
    ),
    (
      "<button formaction=https://forms.example/>x</button>", "20", "This form could not be sent", "form",
      "https://forms.example"
    ),
    (
      "<script src='https://cdn.example:8443/x.js'></script>", "14", "This script would not load", "script",
      "https://cdn.example:8443"
    ),
    (
      "<link rel=\"x Stylesheet\" href=\"https://cdn.example/x.css\">", "32",
      "This stylesheet would not load", "style", "https://cdn.example"
    ),
    (
      "<link rel=icon href=\"https://cdn.example/x.ico\">", "22", "This picture would not load", "image",
      "https://cdn.example"
    ),
    (
      "<link rel=preload as=font href=\"https://fonts.example/x\">", "33", "This font would not load", "font",
      "https://fonts.example"
    ),
    (
      "<img alt=a src=\"https://cdn.example/x.png\">", "17", "This picture would not load", "image",
      "https://cdn.example"
    ),
    (
      "<img alt=a srcset=\"{{site.assets.wave-svg}} 1x, https://cdn.example/x.png 2x\">", "49",
      "This picture would not load", "image", "https://cdn.example"
    ),
    (
      "<source srcset=\"https://cdn.example/x.png\">", "17", "This picture would not load", "image",
      "https://cdn.example"
    ),
    (
      "<video poster=\"https://cdn.example/x.png\"></video>", "16", "This picture would not load", "image",
      "https://cdn.example"
    ),
    (
      "<video src=\"https://film.example/x.mp4\"></video>", "13", "This video or sound would not load",
      "media", "https://film.example"
    ),
    (
      "<audio><source src=\"https://film.example/{{title}}.mp3\"></audio>", "21",
      "This video or sound would not load", "media", "https://film.example"
    ),
    (
      "<track src=\"https://film.example/x.vtt\">", "13", "This video or sound would not load", "media",
      "https://film.example"
    ),
    (
      "<a ping=\"https://stats.example/\" href=\"#x\">a</a>", "10", "This request would fail", "connect",
      "https://stats.example"
    ),
    (
      "<iframe {{#is-home}}src=\"https://maps.example/\"{{/is-home}}></iframe>", "26",
      "This frame would stay empty", "frame", "https://maps.example"
    ),
  ])
  func fromAnotherSite(html: String, column: String, what: String, directive: String, origin: String)
    async throws
  {
    expectFaults(
      try await Self.template(html),
      [
        "3:\(column): error content-policy: \(what): `content-policy` does not allow `\(origin)`. » \(Self.write(directive, origin))"
      ])
    expectFaults(try await Self.template(html, "content-policy: {\(directive): [\(origin)]}"), [])
  }

  @Test(arguments: [
    (
      "<script>go()</script>", "1",
      "This script would not run: `content-policy` allows only scripts that are files. » Move it to a file in `Templates/assets`, and let a template load that file."
    ),
    (
      "<script type=\"module\">go()</script>", "1",
      "This script would not run: `content-policy` allows only scripts that are files. » Move it to a file in `Templates/assets`, and let a template load that file."
    ),
    (
      "<p class=a onclick=\"go()\">a</p>", "21",
      "`onclick` would do nothing: `content-policy` allows only scripts that are files. » Remove it, and listen for the event in a script in `Templates/assets`."
    ),
    (
      "<p style=\"color:red\">a</p>", "11",
      "This `style` would have no effect: `content-policy` allows only stylesheets that are files. » Write a `class` in its place, and its style in a stylesheet in `Templates/assets`."
    ),
    (
      "<style>p { color: red }</style>", "1",
      "This `<style>` would have no effect: `content-policy` allows only stylesheets that are files. » Move its rules to a stylesheet in `Templates/assets`."
    ),
    (
      "<object data=\"{{site.assets.wave-svg}}\"></object>", "15",
      "This `<object>` would stay empty: `content-policy` has no setting for it. » Link to the file, or show it with `<img>`, `<video>` or `<iframe>`."
    ),
    (
      "<embed src=\"{{site.assets.wave-svg}}\">", "13",
      "This `<embed>` would stay empty: `content-policy` has no setting for it. » Link to the file, or show it with `<img>`, `<video>` or `<iframe>`."
    ),
    (
      "<base href=\"{{site.home-url}}\">", "13",
      "This `<base>` would have no effect: `content-policy` allows none. » Remove it, and write each address from the root of the site."
    ),
    (
      "<img alt=a src=\"data:image/png;base64,AA==\">", "17",
      "This picture would not load: `content-policy` does not allow addresses that start with `data:`. » Save what it holds as a file in `Templates/assets`, and write the name it has there."
    ),
    (
      "<script src=\"http://cdn.example/x.js?a=b\"></script>", "14",
      "This script would not load: `content-policy` allows only addresses that start with `https://`. » Write `https://cdn.example/x.js?a=b`."
    ),
    (
      "<script src=\"https://192.0.2.[1]/x.js\"></script>", "14",
      "This script would not load: `content-policy` cannot allow `192.0.2.[1]`. » Use an address with the name of a site."
    ),
    (
      "<form action=\"/about/\">a</form>", "15",
      "This form could not be sent: `content-policy` does not allow this site's own pages there. » Write `content-policy: {form: [self]}` in `site.yaml`."
    ),
    (
      "<iframe src=\"{{site.home-url}}about/\"></iframe>", "14",
      "This frame would stay empty: `content-policy` does not allow this site's own pages there. » Write `content-policy: {frame: [self]}` in `site.yaml`."
    ),
    (
      "<iframe src=\"{{url}}\"></iframe>", "14",
      "This frame would stay empty: `content-policy` allows no frames. » Write `content-policy: {frame: [https://…]}` in `site.yaml`."
    ),
  ])
  func broken(html: String, column: String, expected: String) async throws {
    expectFaults(try await Self.template(html), ["3:\(column): error content-policy: \(expected)"])
  }

  @Test(arguments: [
    "<script type=\"application/ld+json\">{}</script><script type=\"{{title}}\">x</script>",
    "<script src=\"{{site.assets.x-js}}\"></script><script src={{site.assets.x-js}}></script>",
    "<script {{#is-home}}src=\"{{site.assets.x-js}}\"{{/is-home}}></script>",
    "<a href=\"https://maps.example/\">a</a> <link rel=\"alternate\" href=\"https://maps.example/\">",
    "<link rel=\"preconnect\" href=\"https://maps.example\"><iframe src=\"about:blank\"></iframe>",
    "<form role=\"search\"><input></form> <p data-style=\"x\" one=\"x\">a</p>",
    "<!-- <iframe src=\"https://maps.example/\"> -->{{! <style></style> }}",
    "<img alt=a src=\"https://clinic.example{{site.assets.wave-svg}}\"> <img alt=a src=\"{{site.assets.wave-svg}}\">",
  ])
  func allowed(html: String) async throws { expectFaults(try await Self.template(html), []) }

  @Test func onlyPartsOfASite() async throws {
    let policy = "content-policy: {frame: [https://maps.example/embed/, https://film.example/one]}"
    expectFaults(
      try await Self.template(
        "<iframe src=\"https://maps.example/embed/x?y\"></iframe>\n<iframe src=\"https://film.example/one#t\"></iframe>\n<iframe src=\"https://maps.example/other\"></iframe>\n<iframe src=\"https://sub.maps.example/embed/\"></iframe>",
        policy),
      [
        "5:14: error content-policy: This frame would stay empty: `content-policy` does not allow `https://maps.example`. » Add `https://maps.example` to `frame` of `content-policy` in `site.yaml`.",
        "6:14: error content-policy: This frame would stay empty: `content-policy` does not allow `https://sub.maps.example`. » Add `https://sub.maps.example` to `frame` of `content-policy` in `site.yaml`.",
      ])
    expectFaults(
      try await Self.template(
        "<script src=\"https://a.b.cdn.example/x\"></script>",
        "content-policy: {script: [\"https://*.cdn.example\"]}"), [])
    expectFaults(
      try await Self.template("<script src=\"https://cdn.example/x\"></script>", policy),
      [
        "3:14: error content-policy: This script would not load: `content-policy` does not allow `https://cdn.example`. » Add `script: [https://cdn.example]` to `content-policy` in `site.yaml`."
      ])
  }

  /// What a name stands for is known when all articles are read.
  @Test func valuesOfFields() async throws {
    func found(_ policy: String, _ html: String, _ template: String = "cause") async throws -> [String] {
      let settings = Self.settings(policy + "\nclinic: {booking-url: https://booking.example/a}")
      let name = template.split(separator: "/").last ?? ""
      return try await faults([
        "site.yaml": settings.replacing(
          "kinds:\n  cause:\n", with: "kinds:\n  cause:\n    fields: {map: {type: url}}\n"),
        "Templates/\(template).mustache": template == "cause" ? FixtureSite.page(html) : html,
        "Content/causes/tendon-pain.md": FixtureSite.cause("map: https://maps.example/a", body: "Text."),
      ]).filter { $0.contains("\(name).mustache") && $0.contains("policy") }
    }
    let frame = "<iframe title=\"Map\" src=\"{{map}}\"></iframe>"
    expectFaults(
      try await found("content-policy: {frame: [https://other.example]}", frame),
      [
        "Templates/cause.mustache:3:26: error content-policy: This frame would stay empty: `content-policy` does not allow `https://maps.example`. » Add `https://maps.example` to `frame` of `content-policy` in `site.yaml`."
      ])
    expectFaults(try await found("content-policy: {frame: [https://maps.example]}", frame), [])
    let form = "<form action=\"{{site.clinic.booking-url}}\"><button>Go</button></form>"
    expectFaults(
      try await found("content-policy: {form: [https://other.example]}", form),
      [
        "Templates/cause.mustache:3:15: error content-policy: This form could not be sent: `content-policy` does not allow `https://booking.example`. » Add `https://booking.example` to `form` of `content-policy` in `site.yaml`."
      ])
    expectFaults(try await found("content-policy: {form: [https://booking.example]}", form), [])
  }

  // MARK: Stylesheets and scripts

  @Test func assets() async throws {
    let files: [String: String?] = [
      "Templates/assets/site.css": """
      @namespace svg url(http://www.w3.org/2000/svg);
      @import "https://styles.example/a.css" screen;
      @font-face { font-family: a; src: local("x"), url(https://fonts.example/a.woff2) }
      a { background: url("//tiles.example/a.png"); content: "url(https://no.example/)" }
      b { background: URL(data:image/png;base64,AA==) url(https://clinic.example/x.png) }
      """,
      "Templates/assets/a.js": """
      // fetch("https://no.example/")
      import x from "https://cdn.example/x.js";
      window.fetch("https://stats.example/send"); navigator.sendBeacon('https://stats.example/'); fetch("/here.json")
      fetch(`https://stats.example/${id}`); fetch(`/${id}`)
      prefetch("https://no.example/"); const a = "https://no.example/";
      """,
    ]
    func told(_ what: String, _ origin: String, _ directive: String) -> String {
      "error content-policy: \(what): `content-policy` does not allow `\(origin)`. » \(Self.write(directive, origin))"
    }
    expectFaults(
      try await faults(files).map { $0.replacing("Templates/assets/", with: "") },
      [
        "a.js:2:16: " + told("This script would not load", "https://cdn.example", "script"),
        "a.js:3:15: " + told("This request would fail", "https://stats.example", "connect"),
        "a.js:3:67: " + told("This request would fail", "https://stats.example", "connect"),
        "a.js:4:8: " + told("This request would fail", "https://stats.example", "connect"),
        "site.css:2:10: " + told("This stylesheet would not load", "https://styles.example", "style"),
        "site.css:3:51: " + told("This font would not load", "https://fonts.example", "font"),
        "site.css:4:22: " + told("This picture would not load", "https://tiles.example", "image"),
        "site.css:5:21: error content-policy: This picture would not load: `content-policy` does not allow addresses that start with `data:`. » Save what it holds as a file in `Templates/assets`, and write the name it has there.",
      ])
  }

  // MARK: Articles

  private static func article(_ body: String, _ settings: String = "") async throws -> [String] {
    try await causeFaults(
      FixtureSite.cause(body: body), ["site.yaml": self.settings("markdown: {raw-html: true}\n\(settings)")])
  }

  @Test func rawHTML() async throws {
    let body = """
      <iframe title="m" src="https://maps.example/a"></iframe>

      Text <span style='color:red' onclick="go()">here</span>.

      <form action="https://forms.example/"><button>Send</button></form>

      <video src="https://film.example/a.mp4" poster="https://film.example/a.png"></video>

      <img alt="A hip" src="https://tiles.example/a.png" srcset="https://tiles.example/b.png 2x, data:x 3x">

      <script>go()</script>
      """
    let found = try await Self.article(body)
    let places = found.map { $0.split(separator: ":").prefix(2).joined(separator: ":") }
    let line = FixtureSite.cause(body: "@").split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex(of: "@")
    let first = (line ?? 0) + 1
    #expect(
      places == [
        "\(first):24", "\(first + 2):19", "\(first + 2):39", "\(first + 4):15", "\(first + 6):13",
        "\(first + 6):49",
        "\(first + 8):23", "\(first + 8):60", "\(first + 8):92", "\(first + 10):1",
      ], "\(found)")
    #expect(
      found.first
        == "\(first):24: error content-policy: This frame would stay empty: `content-policy` does not allow `https://maps.example`. » \(Self.write("frame", "https://maps.example"))"
    )
    let policy =
      "content-policy: {frame: [https://maps.example], form: [https://forms.example], media: [https://film.example], image: [https://film.example, https://tiles.example]}"
    let left = try await Self.article(body, policy)
    #expect(
      left.map {
        $0.contains("`style`") || $0.contains("onclick") || $0.contains("data:") || $0.contains("script")
      } == [true, true, true, true], "\(left)")
  }

  /// A broken address is not told of twice, and no disguise hides one.
  @Test(arguments: [
    ("//maps.example/x", "broken-link"), ("https:/maps.example/x", "broken-link"), ("/nope/", "broken-link"),
    ("javascript:go()", "unsafe-link"), ("https:\\\\maps.example/x", "broken-link"),
    ("\n https://evil.example/", "content-policy"),
    ("&#104;ttps://evil.example/", "content-policy"), ("HTTPS://EVIL.example/", "content-policy"),
    ("https://maps.example@evil.example/", "content-policy"),
    ("https://evil.example\\@maps.example/", "content-policy"),
    ("https://maps.example.evil.example/", "content-policy"), ("https://maps.example:444/", "content-policy"),
    ("http://maps.example/", "content-policy"), ("https://notmaps.example/", "content-policy"),
  ])
  func disguised(address: String, code: String) async throws {
    let found = try await Self.article(
      "<iframe title=\"Map\" src=\"\(address)\"></iframe>", "content-policy: {frame: [https://maps.example]}")
    #expect(found.map { $0.contains("error \(code):") } == [true], "\(found)")
  }

  @Test func picturesOfMarkdown() async throws {
    let body = "![A hip](https://tiles.example/hip.png)"
    let hint =
      "Save the file next to the article, or let pages load it. \(Self.write("image", "https://tiles.example"))"
    let found = try await causeFaults(FixtureSite.cause(body: body))
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        ":10: error bad-image: The picture `https://tiles.example/hip.png` is on another site. » \(hint)")
        == true,
      "\(found)")
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: body),
      "site.yaml": Self.settings("content-policy: {image: [https://tiles.example]}"),
    ])
    #expect(site.lines(try await site.build()) == [])
    #expect(
      try site.snapshot().text("causes/tendon-pain/index.html")?.contains(
        "<img src=\"https://tiles.example/hip.png\" alt=\"A hip\" loading=\"lazy\" decoding=\"async\">")
        == true)
  }
}
