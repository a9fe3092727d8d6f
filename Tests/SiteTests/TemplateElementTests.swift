import FixtureSite
import Testing

/// What browsers make of a template's markup, or of a stylesheet, that is otherwise than meant; and files of templates that are told
/// once.
@Suite struct TemplateElementTests {
  private static let condition = "Templates/condition.mustache"
  private static let words = "Templates/words/en.yaml"

  private static func knee(_ file: String, _ old: String, _ new: String, _ fault: String) -> EditedExample {
    EditedExample(.knee, [.init(file, old, new)], ["\(file):\(fault)"])
  }

  static let slips: [EditedExample] = [
    knee(
      condition, "<a class=\"button\" href=\"{{programme.url}}\">",
      "<a class=“button” href=“{{programme.url}}”>",
      "41:13: error bad-configuration: This quote is curly, so browsers take it for a part of what `class` says. » Replace every curly quote in this tag with a straight one: `class=\"…\"`."
    ),
    knee(
      "Templates/layout.mustache", "tabindex=\"-1\"", "tabindex=’-1’",
      "81:31: error bad-configuration: This quote is curly, so browsers take it for a part of what `tabindex` says. » Replace every curly quote in this tag with a straight one: `tabindex=\"…\"`."
    ),
    knee(
      condition, "<h2>{{word.leave-out}}</h2>", "<div class=\"x\"><h2>{{word.leave-out}}</h2>",
      "53:1: warning bad-configuration: `<div>` is never closed, so browsers guess what belongs in it. » Add `</div>` where it ends."
    ),
    knee(
      condition, "<h2>{{word.leave-out}}</h2>", "<h2>{{word.leave-out}}",
      "53:1: warning bad-configuration: `<h2>` is never closed, so browsers guess what belongs in it. » Add `</h2>` where it ends."
    ),
    knee(
      "Templates/layout.mustache", "</body>", "</section>\n</body>",
      "107:1: warning bad-configuration: `</section>` ends an element that was never begun. » Delete it, or write `<section>` where the element begins."
    ),
    knee(
      condition, "<p>{{word.often-takes}}</p>", "<p>{word.often-takes}</p>",
      "23:4: warning template-bad-name: Readers would see `{word.often-takes}` as it is typed. » Write `{{word.often-takes}}`."
    ),
    knee(
      condition, "{{#has-do-not}}", "{{#never}}",
      "59:1: error template-mismatched-close: `{{/has-do-not}}` does not match the open section `never`. » Write the same name at both ends of the section: open it as `{{#has-do-not}}`, or close it as `{{/never}}`."
    ),
    // The link to them leads nowhere then.
    EditedExample(
      .knee, [.init(condition, "{{>warnings}}", "<!-- {{>warnings}} -->")],
      [
        "\(condition):16:31: error broken-fragment: This link leads to `#site-warnings`, but nothing on a page made with `condition` has that `id`. » Give the element that it leads to `id=\"site-warnings\"`.",
        "\(condition):31:1: warning bad-configuration: Visitors do not see the warning signs of an article and how urgent each warning sign is: this comment holds it. » Take `{{>warnings}}` out of the comment.",
      ]),
    knee(
      condition, "{{>warnings}}", "<div hidden>{{>warnings}}</div>",
      "31:1: warning bad-configuration: Visitors do not see the warning signs of an article and how urgent each warning sign is: this element, which is hidden, holds it. » Take `{{>warnings}}` out of the element, or delete the word `hidden`."
    ),
    knee(
      words, "answers-suggest-heading: \"Your answers suggest: {{heading}}\"",
      "answers-suggest-heading: Your answers suggest: {{heading}}",
      "6:46: error yaml-syntax: This `:` is not allowed here. » Put the text in quotes: write `answers-suggest-heading: \"Your answers suggest: {{heading}}\"`."
    ),
    knee(
      words, "about-minutes: \"About {{minutes}} minutes.\"", "about-minutes: {{minutes}} minutes",
      "1:28: error yaml-syntax: This line does not fit the lines above it. » Put the text in quotes: write `about-minutes: \"{{minutes}} minutes\"`."
    ),
    knee(
      "Templates/assets/site.css", "body {", "body ",
      "48:1: warning bad-configuration: There is a `}` but no `{` here, so browsers skip this rule and the next one. » Write `body {`."
    ),
  ]

  @Test(arguments: slips) func eachIsToldOnce(_ edited: EditedExample) async throws {
    try await edited.check()
  }

  // MARK: Elements

  private static let layout = FixtureSite.files["Templates/layout.mustache"] ?? ""

  /// What a section or another file opens or closes may be right.
  @Test(arguments: [
    "{{#description}}<div class=\"a\">{{/description}}{{^description}}<div>{{/description}}<p>A</div>",
    "{{#description}}<a href=\"/\">{{/description}}Home{{#description}}</a>{{/description}}",
    "<ul><li>One<li>Two</ul>", "<dl><dt>A<dd>B</dl>", "<svg viewBox=\"0 0 1 1\"><title/><a/></svg>",
    "<p>One<p>Two",
    "<!-- <div> -->", "<script>\"<div>\"</script>",
  ])
  func wholeElements(markup: String) async throws {
    let found = try await faults([
      "Templates/layout.mustache": Self.layout.replacing(
        "<main>", with: markup.replacing("description", with: "site.description") + "<main>")
    ])
    expectFaults(found.filter { $0.contains("is never closed") || $0.contains("never begun") }, [])
  }

  @Test func elementsOfTwoFiles() async throws {
    expectFaults(
      try await faults([
        "Templates/layout.mustache": Self.layout.replacing("<main>", with: "{{>open}}<main>")
          .replacing("</main>", with: "</main>{{>close}}"),
        "Templates/partials/open.mustache": "<div class=\"page\">",
        "Templates/partials/close.mustache": "</div>",
      ]), [])
  }

  // MARK: Braces of stylesheets

  @Test(arguments: [
    (
      "a { color: red; \nb { color: blue; }\n", "1:3",
      "This `{` is never closed, so browsers read the rules below it as part of it. » Add a `}` where the rule ends."
    ),
    (
      "b { color: blue; }\n@media print {\n  a { color: red; }\n", "2:14",
      "This `{` is never closed, so browsers read the rules below it as part of it. » Add a `}` where the rule ends."
    ),
    (
      "@import \"x.css\";\n/* } */\na:hover\n  color: red;\n}\n", "3:1",
      "There is a `}` but no `{` here, so browsers skip this rule and the next one. » Write `a:hover {`."
    ),
    (
      "a { color: red; }\n}\n", "2:1",
      "There is a `}` but no `{` here, so browsers skip this rule and the next one. » Write a `{` behind the selector, or delete the `}`."
    ),
  ])
  func braces(style: String, place: String, fault: String) async throws {
    expectFaults(
      try await faults([
        "Templates/assets/site.css": style, "Templates/assets/x.css": "a { color: red }",
      ]),
      ["Templates/assets/site.css:\(place): warning bad-configuration: \(fault)"])
  }

  @Test(arguments: [
    "a::before { content: \"}\"; }\n", "/* { */ a { color: red }\n", "a { background: url(#x{y) }\n",
    "@media print { a { &:hover { color: red } } }\n", "@charset \"utf-8\";\na{}\n",
  ])
  func wholeStylesheets(style: String) async throws {
    expectFaults(try await faults(["Templates/assets/site.css": style]), [])
  }

  // MARK: Names of files

  private func found(renaming old: String, to new: String) async throws -> [String] {
    let site = try Example.knee.copy()
    let text = try site.text(of: old)
    try site.remove(old)
    try site.write(text, to: new)
    return site.lines(try await site.check(today: "2026-11-28"))
  }

  @Test(arguments: [
    ("condition.mustache", "condition.html"), ("condition.mustache", "condition.mustache.txt"),
    ("layout.mustache", "layout.htm"), ("partials/warnings.mustache", "partials/warnings.html"),
  ])
  func otherEndings(old: String, new: String) async throws {
    let name = new.replacing("partials/", with: "")
    expectFaults(
      try await found(renaming: "Templates/\(old)", to: "Templates/\(new)"),
      [
        "Templates/\(new): error missing-template: `\(name)` is not read, because the name of a template must end in `.mustache`. » Rename it to `\(old.replacing("partials/", with: ""))`."
      ])
  }

  @Test(arguments: ["en.yml", "en.json", "EN.yaml"]) func otherNamesOfWords(name: String) async throws {
    expectFaults(
      try await found(renaming: Self.words, to: "Templates/words/\(name)"),
      [
        "Templates/words/\(name): error bad-file-name: `\(name)` is not read, because a file of words is named after its language, in small letters. » Rename it to `en.yaml`."
      ])
  }

  // MARK: Pictures

  private static let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12345\n"

  private func picture(_ name: String, _ bytes: String) async throws -> [String] {
    try await causeFaults(
      FixtureSite.cause(body: "Text.\n\n![The hip](\(name))"), ["Content/causes/\(name)": bytes])
  }

  @Test(arguments: ["hip.jpg", "hip.svg", "hip.webp"]) func pointersOfGit(name: String) async throws {
    expectFaults(
      try await picture(name, Self.pointer),
      [
        "Content/causes/\(name): error bad-file: `\(name)` is only a note of Git LFS that says where the file is. » Run `git lfs pull`, which puts the file itself in its place."
      ])
  }

  @Test func pointerAmongAssets() async throws {
    expectFaults(
      try await faults(["Templates/assets/font.woff2": Self.pointer]),
      [
        "Templates/assets/font.woff2: error bad-file: `font.woff2` is only a note of Git LFS that says where the file is. » Run `git lfs pull`, which puts the file itself in its place."
      ])
  }

  @Test func webPage() async throws {
    expectFaults(
      try await picture("hip.jpg", "<!DOCTYPE html><html>404</html>"),
      [
        "Content/causes/hip.jpg: error bad-file: `hip.jpg` is a web page, so browsers do not show it. » Download the picture again: what was saved is a web page."
      ])
  }

  @Test func unfinishedDrawing() async throws {
    let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 10 10\"><text>"
    expectFaults(
      try await picture("hip.svg", start + "TODO label</text></svg>"),
      [
        "Content/causes/hip.svg:1:\(start.count + 1): warning unfinished-text: `TODO` is left in this drawing, where readers would see it. » Write what belongs here, or delete it."
      ])
  }

  @Test func otherCaptions() async throws {
    let site = try Example.knee.copy()
    let captions = try site.text(of: "Content/exercises/wall-sit-video.vtt")
    try site.remove("Content/exercises/wall-sit-video.vtt")
    try site.write(captions, to: "Content/exercises/wall-sit-video.srt")
    expectFaults(
      site.lines(try await site.check(today: "2026-11-28")),
      [
        "Content/exercises/wall-sit.md:11:14: error missing-captions: `wall-sit-video.srt` is not read, because browsers show captions only as WebVTT. » Convert it to WebVTT, as any caption editor can, and save it as `wall-sit-video.vtt`. Renaming it is not enough."
      ])
  }
}
