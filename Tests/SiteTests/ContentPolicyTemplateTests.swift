import FixtureSite
import Testing

@testable import Site
@testable import SiteModel

/// What the content policy would break of templates.
@Suite struct ContentPolicyTemplateTests {
  private static func template(_ html: String, _ settings: String? = nil) async throws -> [String] {
    var files: [String: String?] = [
      "Templates/page.mustache": FixtureSite.page(html), "Templates/assets/wave.svg": "<svg/>",
      "Templates/assets/x.js": "x()",
    ]
    if let settings { files["site.yaml"] = PolicyFixture.settings(settings) }
    return try await faults(files).map { $0.replacing("Templates/page.mustache:", with: "") }
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
      "<video poster=\"https://cdn.example/x.png\" muted></video>", "16", "This picture would not load",
      "image",
      "https://cdn.example"
    ),
    (
      "<video src=\"https://film.example/x.mp4\" muted></video>", "13", "This video or sound would not load",
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
      "<a ping=\"https://stats.example/\" href=\"#top\">a</a>", "10", "This request would fail", "connect",
      "https://stats.example"
    ),
    (
      "<iframe {{#is-home}}src=\"https://maps.example/\"{{/is-home}}></iframe>", "26",
      "This frame would stay empty", "frame", "https://maps.example"
    ),
    (
      "<link rel=\"modulepreload\" href=\"https://cdn.example/x.js\">", "33", "This script would not load",
      "script", "https://cdn.example"
    ),
    (
      "<link rel=prefetch href=\"https://next.example/a\">", "26", "This request would fail", "connect",
      "https://next.example"
    ),
    (
      "<svg><filter><feImage href=\"https://cdn.example/x.png\"/></filter></svg>", "29",
      "This picture would not load", "image", "https://cdn.example"
    ),
  ])
  func fromAnotherSite(html: String, column: String, what: String, directive: String, origin: String)
    async throws
  {
    expectFaults(
      try await Self.template(html),
      [
        "3:\(column): error content-policy: \(what): `content-policy` does not allow `\(origin)`. » \(PolicyFixture.write(directive, origin))"
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
      "<form method=\"get\"><button>Go</button></form>", "1",
      "This form could not be sent: `content-policy` does not allow this site's own pages there. » Write `content-policy: {form: [self]}` in `site.yaml`."
    ),
    (
      "<form action=\"mailto:a@b.example\"><button>Go</button></form>", "15",
      "This form could not be sent: `content-policy` allows no forms to addresses that start with `mailto:`. » Write a link in its place: `<a href=\"mailto:…\">`."
    ),
    (
      "<button formaction=\" TEL:911\">Go</button>", "21",
      "This form could not be sent: `content-policy` allows no forms to addresses that start with `tel:`. » Write a link in its place: `<a href=\"tel:…\">`."
    ),
    (
      "<svg><use href=\"https://cdn.example/x.svg#a\"/></svg>", "17",
      "This part of a drawing would not appear: browsers take it only from the site itself. » Save the drawing in `Templates/assets`, and write the name it has there."
    ),
    (
      "<link rel=\"manifest\" href=\"https://cdn.example/x.json\">", "28",
      "This manifest would not load: `content-policy` allows only the site's own. » Write `<link rel=\"manifest\" href=\"{{manifest-url}}\">`."
    ),
    (
      "<link rel=\"preconnect\" href=\"https://cdn.example\">", "30",
      "This tells `cdn.example` of each visit before anybody asks for it. » Remove it: the page loads nothing from there by itself."
    ),
    (
      "<link rel=\"dns-prefetch\" href=\"https://cdn.example/\">", "32",
      "This tells `cdn.example` of each visit before anybody asks for it. » Remove it: the page loads nothing from there by itself."
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
    "<iframe src=\"about:blank\"></iframe> <form method=\"dialog\"><button>a</button></form>",
    "<link rel=\"prefetch\" href=\"{{site.home-url}}\"> <link rel=\"preconnect\" href=\"https://clinic.example\">",
    "<svg><use href=\"{{site.assets.wave-svg}}#a\"/></svg>",
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
      let settings = PolicyFixture.settings(policy + "\nclinic: {booking-url: https://booking.example/a}")
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
}
