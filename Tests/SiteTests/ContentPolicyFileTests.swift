import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// What the content policy would break of stylesheets, scripts and articles.
@Suite struct ContentPolicyFileTests {
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
      "error content-policy: \(what): `content-policy` does not allow `\(origin)`. » \(PolicyFixture.write(directive, origin))"
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

  /// No page lets a script make code of text.
  @Test func evaluatedText() async throws {
    let found = try await faults([
      "Templates/assets/a.js": """
      const f = new Function("return 1"); /* eval("x") */ // eval("x")
      window.eval("x"); setTimeout("x()", 1); setInterval(`y`, 2)
      const t = `a ${eval("1") + `${eval(2)}`} eval(3)`; globalThis . eval (t)
      """,
      "Templates/assets/b.js": """
      Function("return this")(); math.eval("x"); setTimeout(() => eval, 2); const r = "eval(1)";
      function eval(x) {}; new Functional("a"); medieval("a"); const e = { a: "Function('a')" }
      """,
    ])
    func told(_ name: String) -> String {
      "error content-policy: `\(name)` would fail: `content-policy` allows only code that stands in a file, not code made of text. » Write the code itself"
        + (name == "eval" ? ". To read data, use `JSON.parse`." : ", as a function.")
    }
    expectFaults(
      found.map { $0.replacing("Templates/assets/", with: "") },
      [
        "a.js:1:15: " + told("Function"), "a.js:2:8: " + told("eval"), "a.js:2:19: " + told("setTimeout"),
        "a.js:2:41: " + told("setInterval"), "a.js:3:16: " + told("eval"), "a.js:3:31: " + told("eval"),
        "a.js:3:65: " + told("eval"),
      ])
  }

  /// The same in other words, and what else no policy of ours lets a script do.
  @Test func forbiddenInScripts() async throws {
    let found = try await faults([
      "Templates/assets/c.js": """
      (0, eval)("x"); globalThis["eval"]("x"); window [ 'Function' ] ("x")
      WebAssembly.instantiate(bytes); e.setAttribute("style", "color: red"); e.setAttribute('onclick', "go()")
      """,
      "Templates/assets/d.js": """
      pass(a, eval); m["eval"]("x"); window["open"]("x"); WebAssembly.validate; e.setAttribute("open", "")
      e.setAttribute(style, ""); e.style.color = "red"; e.setAttribute("on", ""); const [a, e] = [1, eval];
      """,
    ])
    let text = "allows only code that stands in a file, not code made of text. »"
    expectFaults(
      found.map { $0.replacing("Templates/assets/", with: "").replacing("`content-policy` ", with: "") },
      [
        "c.js:1:5: error content-policy: `eval` would fail: \(text) Write the code itself. To read data, use `JSON.parse`.",
        "c.js:1:28: error content-policy: `eval` would fail: \(text) Write the code itself. To read data, use `JSON.parse`.",
        "c.js:1:51: error content-policy: `Function` would fail: \(text) Write the code itself, as a function.",
        "c.js:2:13: error content-policy: `WebAssembly` would fail: \(text) Write it in JavaScript: no setting allows WebAssembly.",
        "c.js:2:35: error content-policy: This `style` would have no effect: allows only stylesheets that are files. » Write a `class` in its place, and its style in a stylesheet in `Templates/assets`.",
        "c.js:2:74: error content-policy: `onclick` would do nothing: allows only scripts that are files. » Remove it, and listen for the event in a script in `Templates/assets`.",
      ])
  }

  /// What an element gets as its source, where it is plain what that is.
  @Test func sourcesInScripts() async throws {
    let found = try await faults([
      "Templates/assets/e.js": """
      new Image().src = "https://hits.example/1?a=b"; s.src="https://cdn.example/a.js"
      v.src = 'https://films.example/a.mp4'; importScripts("https://work.example/w.js"); x.src = "https://a.example/b"
      i.src = "pictures/a.png"; j.srcset = "https://b.example/a.png"; if (k.src == "https://c.example/a.js") {}
      """
    ])
    func told(_ what: String, _ origin: String, _ directive: String) -> String {
      "error content-policy: \(what): `content-policy` does not allow `\(origin)`. » \(PolicyFixture.write(directive, origin))"
    }
    expectFaults(
      found.map { $0.replacing("Templates/assets/", with: "") },
      [
        "e.js:1:20: " + told("This picture would not load", "https://hits.example", "image"),
        "e.js:1:56: " + told("This script would not load", "https://cdn.example", "script"),
        "e.js:2:10: " + told("This video or sound would not load", "https://films.example", "media"),
        "e.js:2:55: " + told("This script would not load", "https://work.example", "script"),
      ])
  }

  /// The strings of an `image-set` are addresses, but not those that say a type; files of the site get their new names in both.
  @Test func imageSets() async throws {
    let found = try await faults([
      "Templates/assets/site.css": """
      a { background: image-set("https://a.example/1.png" 1x, url(https://b.example/2.png) 2x) }
      b { background: -webkit-image-set('https://c.example/1.avif' type("https://no.example/"), "x.png" 2x); content: "https://no.example/" }
      c { background: image-set(linear-gradient(red, blue) 1x, "https://d.example/3.png" 2x), url(https://e.example/4.png) }
      """
    ])
    var expected = [(1, 28, "a"), (1, 61, "b"), (2, 36, "c"), (3, 59, "d"), (3, 93, "e")].map {
      line, column, site in
      "Templates/assets/site.css:\(line):\(column): error content-policy: This picture would not load: `content-policy` does not allow `https://\(site).example`. "
    }
    expected.insert(
      "Templates/assets/site.css:2:92: error missing-asset: `x.png` is not in `Templates/assets`.", at: 3)
    expectFaults(found.map { String($0.prefix { $0 != "»" }) }, expected)
  }

  @Test(
    arguments: [
      (
        "new WebSocket(\"wss://live.example/a\")", "",
        "`content-policy` does not allow `wss://live.example`. » Write `content-policy: {connect: [wss://live.example]}` in `site.yaml`."
      ),
      (
        "new WebSocket(\"ws://live.example/a\")", "",
        "`content-policy` allows only addresses that start with `wss://`. » Write `wss://live.example/a`."
      ),
      (
        "new WebSocket(`wss://live.example/a/${id}`)", "content-policy: {connect: [https://live.example]}",
        "`content-policy` does not allow `wss://live.example`. » Add `wss://live.example` to `connect` of `content-policy` in `site.yaml`."
      ),
      ("new WebSocket('wss://live.example/a')", "content-policy: {connect: [wss://live.example]}", nil),
      ("new WebSocket('wss://clinic.example/a')", "", nil), ("new WebSocket(address)", "", nil),
    ] as [(String, String, String?)])
  func sockets(script: String, policy: String, told: String?) async throws {
    let found = try await faults([
      "Templates/assets/a.js": script + "\n",
      "site.yaml": policy.isEmpty ? FixtureSite.configuration : PolicyFixture.settings(policy),
    ])
    expectFaults(
      found,
      told.map { ["Templates/assets/a.js:1:16: error content-policy: This request would fail: \($0)"] } ?? [])
  }

  @Test(arguments: [
    ("connect: [\"ws://live.example\"]", "Write `wss://live.example`."),
    ("image: [\"wss://live.example\"]", "Only `connect` takes addresses that start with `wss://`."),
  ])
  func sources(setting: String, hint: String) async throws {
    let found = try await faults(["site.yaml": PolicyFixture.settings("content-policy: {\(setting)}")])
    #expect(found.count == 1 && found[0].hasSuffix("» " + hint), "\(found)")
  }

  // MARK: Articles

  private static func article(_ body: String, _ settings: String = "") async throws -> [String] {
    try await causeFaults(
      FixtureSite.cause(body: body),
      ["site.yaml": PolicyFixture.settings("markdown: {raw-html: true}\n\(settings)")])
  }

  @Test func rawHTML() async throws {
    let body = """
      <iframe title="m" src="https://maps.example/a"></iframe>

      Text <span style='color:red' onclick="go()">here</span>.

      <form action="https://forms.example/"><button>Send</button></form>

      <video src="https://film.example/a.mp4" poster="https://film.example/a.png" muted></video>

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
        == "\(first):24: error content-policy: This frame would stay empty: `content-policy` does not allow `https://maps.example`. » \(PolicyFixture.write("frame", "https://maps.example"))"
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
      "Save the file next to the article, or let pages load it. \(PolicyFixture.write("image", "https://tiles.example"))"
    let found = try await causeFaults(FixtureSite.cause(body: body))
    #expect(found.count == 1)
    #expect(
      found.first?.hasSuffix(
        ":10: error bad-image: The picture `https://tiles.example/hip.png` is on another site. » \(hint)")
        == true,
      "\(found)")
    let site = try FixtureSite([
      "Content/causes/tendon-pain.md": FixtureSite.cause(body: body),
      "site.yaml": PolicyFixture.settings("content-policy: {image: [https://tiles.example]}"),
    ])
    #expect(site.lines(try await site.build()) == [])
    #expect(
      try site.snapshot().text("causes/tendon-pain/index.html")?.contains(
        "<img src=\"https://tiles.example/hip.png\" alt=\"A hip\" loading=\"lazy\" decoding=\"async\">")
        == true)
  }
}
