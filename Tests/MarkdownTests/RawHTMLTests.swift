import Diagnostics
import Testing

@testable import Markdown

/// HTML that an author writes, on sites that allow it and on those that do not.
@Suite struct RawHTMLTests {
  private func allowed(_ markdown: String, mentions: MentionIndex? = nil) -> RenderedArticle {
    render(markdown, mentions: mentions) { $0.rawHTML = true }
  }

  private func refused(_ markdown: String) -> [String] {
    render(markdown).diagnostics.map {
      "\($0.code.rawValue) \($0.position?.line ?? 0):\($0.position?.column ?? 0)"
    }
  }

  // MARK: Allowed

  /// Browsers take all that follows for part of it, the box for an emergency among it.
  @Test(arguments: ["Text.\n\n<!-- ask Ann\n\nStop.\n\n> [!EMERGENCY]\n> Call.", "<div><!-- a -- b\n"])
  func aCommentWithoutAnEnd(markdown: String) throws {
    let page = allowed(markdown)
    let line = markdown.hasPrefix("Text") ? 3 : 1
    let fault = try #require(page.diagnostics.first { $0.code == .rawHTML })
    #expect(page.diagnostics.count { $0.code == .rawHTML } == 1)
    #expect(fault.severity == .error && fault.position?.line == line)
    #expect(fault.message == "This comment is never closed, so everything below it would be lost.")
    #expect(fault.hint == "Add `-->` where it ends.")
  }

  @Test func scriptsAndCommentsAreNoText() {
    let page = allowed(
      "a <script>you(\"have <b>\")</script>b <style>.cure{}</style><!-- cure -->\n\n<script>\nvar x = '<p>cure</p>'\n\ncure()\n</script>\n\n<!--\n\ncure\n-->\n\n<div><style>p{}</style>c</div>"
    )
    #expect(String(decoding: page.text.bytes, as: UTF8.self) == "a b \nc\n")
  }

  @Test func wordsOfTwoBlocksAreNotNeighbours() {
    let page = allowed("<ul>\n<li>You</li>\n<li>have &amp; <i>hold</i></li>\n</ul>\n")
    #expect(
      page.text.blocks.map { String(decoding: page.text.bytes[$0.range], as: UTF8.self).trimmed }
        == ["You", "have & hold"])
  }

  /// What a `<` begins, and where that ends.
  @Test(
    arguments: [
      ("< b>", nil), ("<<b>", nil), ("<>", nil), ("<!doctype html>text", 15), ("<?x y>text", 6),
      ("<b>text", 3),
      ("</b>text", 4), ("<!-- a -->text", 10), ("<!x", 3), ("<a b='>'>text", 9), ("<a b=", 5),
      ("<a b= ", 6),
      ("<a b", 4), ("<a b='x", 7),
    ] as [(String, Int?)]) func beginningsOfTags(html: String, end: Int?)
  {
    #expect(RawTag(ArraySlice(html.utf8))?.end == end)
  }

  /// Links that somebody can follow; what only names an address is not asked for.
  @Test func addressesOfLinks() {
    let page = allowed(
      "<a href=\"https://a.example/\">A</a> <map name=\"m\"><area alt=\"B\" href=\"https://b.example/\"></map> <link href=\"https://c.example/\">\n"
    )
    #expect(
      page.outsideLinks.map { String(decoding: $0, as: UTF8.self) } == [
        "https://a.example/", "https://b.example/",
      ])
  }

  @Test func identifiers() {
    let page = allowed(
      "<div id=\"one\" class=x>\n<a name=two></a>\n</div>\n\nA <span id='three'>b</span>\n\n## One\n")
    #expect(["one", "two", "three", "one-1"].allSatisfy { page.hasAnchor(Array($0.utf8)) })
    #expect(!page.hasAnchor(Array("x".utf8)))
  }

  @Test func addressesAreResolved() {
    let page = allowed(
      "<p><a class=\"b\" href=\"../signs/outer-hip-pain.md#a\">x</a>\n<img src=i.png alt=\"A\"></p>\n\n[y](#z) <a href='#z'>z</a> <a href=\"https://a.example/?b&amp;c\">d</a>\n"
    )
    #expect(
      page.htmlText == """
        <p><a class="b" href="/signs/outer-hip-pain/#a">x</a>
        <img src="/img/i.png" alt="A"></p>
        <p><a href="#z">y</a> <a href='#z'>z</a> <a href="https://a.example/?b&amp;c">d</a></p>\n
        """)
    #expect(page.links.map { String(decoding: $0.fragment, as: UTF8.self) } == ["a", "z", "z"])
    #expect(
      page.links.map(\.position) == [
        .init(line: 1, column: 23), .init(line: 4, column: 5), .init(line: 4, column: 18),
      ])
    #expect(page.images == [3])
    #expect(page.outsideLinks.map { String(decoding: $0, as: UTF8.self) } == ["https://a.example/?b&c"])
    #expect(page.diagnostics == [])
  }

  @Test func addressesAreChecked() {
    #expect(
      allowed("Text\n\n<div>\n  <a\n href=\"/nope/\">x</a> <img src='missing.png' alt=x>\n</div>\n")
        .diagnostics == [
          fault("broken-link", 5, 8, "There is no `/nope/`."),
          fault(
            "missing-image", 5, 32, "There is no `missing.png`.",
            hint: "Put the picture next to the article, and write its file name, such as `src=\"photo.jpg\"`."
          ),
        ])
    let message =
      "This address starts with `javascript:`, which could run code in the reader's browser."
    let hint = "Link to a page, a file or a web address."
    #expect(
      allowed("a <a href=\" java&#115;cript:x\">b</a>\n\n<form action=javascript:y></form>\n").diagnostics
        == [
          fault(.unsafeLink, 1, 12, message, hint: hint), fault(.unsafeLink, 3, 14, message, hint: hint),
        ])
    #expect(allowed("[x](javascript:y)").diagnostics.map(\.code) == [.unsafeLink])
    #expect(allowed("<script>x = '<a href=\"/nope/\">'</script>").diagnostics == [])
  }

  /// Each picture of a row is checked and goes out where it is published.
  @Test func rowsOfPictures() {
    #expect(
      allowed("<img src=\"missing.png\" srcset=\"missing.png 1x,\n missing.png 2x\" alt=x>\n").diagnostics.map
      {
        "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.message)"
      } == [
        "1:11 There is no `missing.png`.", "1:32 There is no `missing.png`.",
        "2:2 There is no `missing.png`.",
      ])
    #expect(
      allowed("<picture><source srcset=a.png><img alt=x srcset='missing.webp 300w'></picture>\n").diagnostics
        .map(\.code)
        == ["missing-image"])
  }

  /// One letter, however it is written.
  @Test func namesOfHeadings() {
    let text =
      "## Café end\n\nSee [it](#cafe%CC%81-end), [there](#café-end) or <a href=\"#cafe%CC%81-end\">here</a>.\n"
    let html = String(decoding: allowed(text).html, as: UTF8.self)
    #expect(allowed(text).diagnostics == [])
    #expect(
      html.contains("<a href=\"#caf%C3%A9-end\">it</a>") && !html.contains("%CC"), "\(html)")
  }

  /// However browsers part an attribute from what is before it, and whichever attribute it is.
  @Test(arguments: [
    "<a/href=\"javascript:x\">b</a>", "<a title='b'href=javascript:x>b</a>",
    "<a\thref\n=\n'javascript:x'>b</a>",
    "<a title=it's href=\"javascript:x\">b</a>", "<a href=&#106&#x61;vascript:x>b</a>",
    "<svg><a xlink:href='javascript:x'></a></svg>",
    "<svg><animate attributeName=href values='#;javascript:x'/></svg>",
    "<svg><set attributeName=href to=javascript:x /></svg>",
    "<svg/><a//HREF=\"JaVaScRiPt&colon;x\">b</a>", "<body background='javascript:x'>",
    "<a ping='java&NewLine;script:x'>b</a>",
    "<a href=\"java&Tab;script:x\">b</a>", "<a b='>' href='vbscript:x'>b</a>",
  ])
  func scriptsInAddresses(_ html: String) {
    #expect(allowed("<div>\n\(html)\n</div>\n").diagnostics.map(\.code) == [.unsafeLink], "\(html)")
  }

  @Test(arguments: [
    "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
    "<META/HTTP-EQUIV='Refresh' content=5>",
  ])
  func pagesThatLeadAway(_ html: String) {
    let found = allowed("<div>\n\(html)\n</div>\n").diagnostics
    #expect(found.map(\.message) == ["This leads every reader away from the page."], "\(html)")
    #expect(found.map(\.hint) == ["Remove it, and write a link."])
  }

  @Test(arguments: [
    "<p title='a > b'>x</p>", "<input disabled value=1/>", "<img alt=x src=i.png/>", "<a title=it's>x</a>",
    "<br/>",
    "<time datetime='10:30'>x</time>", "<my-part data-to='a:b'>x</my-part>", "<p\n>x</p\n>",
  ])
  func ordinaryTags(_ html: String) {
    let page = allowed("<div>\n\(html)\n</div>\n\nWords <b>too</b>.\n")
    #expect(page.diagnostics.filter { $0.code.rawValue != "missing-image" } == [], "\(html)")
    #expect(page.htmlText.hasSuffix("<p>Words <b>too</b>.</p>\n"))
  }

  @Test func picturesWithoutWords() {
    let message = "This picture has no `alt`, so people who cannot see it do not know what it shows."
    let hint = "Add `alt=\"…\"`, and say what the picture shows. If it only decorates, write `alt=\"\"`."
    #expect(
      allowed("A <img src=i.png> b\n\n<p>\n<IMG title='alt' src=\"i.png\"></p>\n").diagnostics == [
        fault(.missingAlt, 1, 3, message, hint: hint), fault(.missingAlt, 4, 1, message, hint: hint),
      ])
    #expect(allowed("<img alt src=i.png> <img src=i.png alt=''> <img ALT=x src=i.png>").diagnostics == [])
  }

  @Test func noLinkInsideALink() {
    let page = allowed(
      "<a href=\"/causes/\">Hip pain and <b>gtps</b></a> and GTPS\n\n<a href=\"/causes/\">\n\nRunner's knee\n\n</a>\n\n<a name=\"x\">Hip pain</a>\n",
      mentions: stubMentions)
    #expect(page.links.filter { $0.kind == .automatic }.map(\.article) == [4, 2])
    #expect(
      page.htmlText.contains("<a href=\"/causes/\">Hip pain and <b>gtps</b></a> and <a href=\"/4/\">GTPS</a>")
    )
    #expect(
      allowed("<a href=\"/causes/\">a [b](/causes/) [@griffin2016]</a> [c](/causes/)").diagnostics.map(\.code)
        == [.nestedLink, .nestedLink])
  }

  /// The steps of an exercise are fit for another page.
  @Test func steps() {
    let page = render(
      "1. A <i id=\"x\">b</i> <a href=\"#y\" id=z>c</a> <a href='../signs/outer-hip-pain.md'>d</a>\n"
    ) {
      $0.stepsURL = Array("/x/".utf8)
      $0.rawHTML = true
    }
    #expect(
      page.steps.map { String(decoding: $0.html, as: UTF8.self) } == [
        "A <i>b</i> <a href=\"/x/#y\">c</a> <a href='/signs/outer-hip-pain/'>d</a>"
      ])
  }

  // MARK: Refused

  @Test(arguments: [
    ("a <b>c</b> d", ["raw-html 1:3"]),
    ("a <b>c <i>d</i></b> <b>e</b>", ["raw-html 1:3", "raw-html 1:8", "raw-html 1:21"]),
    ("<details>\n<summary>a</summary>\n\ntext\n\n</details>", ["raw-html 1:1"]),
    ("a <details><summary>b</summary></details>", ["raw-html 1:3"]),
    ("a<br>b<br/>c", ["raw-html 1:2", "raw-html 1:7"]),
    (
      "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n\ntext\n\n<div>\n\nx\n\n</div>", ["raw-html 1:1", "raw-html 8:1"]
    ),
    ("a </b> c", ["raw-html 1:3"]), ("<p>a", ["raw-html 1:1"]),
    ("- x\n\n  <!-- c -->\n  <p>a</p>", ["raw-html 4:3"]),
    ("<!-- never\n\nclosed", ["raw-html 1:1"]), ("<!-- a --> lost text", ["raw-html 1:12"]),
  ])
  func oneErrorForAnElement(_ markdown: String, _ faults: [String]) { #expect(refused(markdown) == faults) }

  @Test func hints() {
    func hint(_ markdown: String) -> String? { render(markdown).diagnostics.first?.hint }
    let end = " To show a `<`, write `\\<`."
    #expect(hint("a<br>b") == "End the line with a `\\` to break it there." + end)
    #expect(hint("| a |\n|---|\n| b<br>c |") == "Delete it, and use a comma or a row of its own." + end)
    #expect(
      hint("H<sub>2</sub>O")
        == "Type the subscript character itself, such as `₂`, or delete the tags." + end)
    #expect(
      hint("<center>a</center>")
        == "Delete the tags and keep the words, or allow HTML with `markdown: {raw-html: true}` in `site.yaml`."
        + end)
    #expect(hint("<a href=\"x\">y</a>") == "Write `[words](address)`." + end)
  }

  /// A note to oneself is not published, and no fault.
  @Test func comments() {
    let page = render("a <!-- ask Ann --> b\n\n<!-- not\n\nyet -->\n\n- c\n  <!-- d -->\n")
    #expect(page.htmlText == "<p>a  b</p>\n<ul>\n<li>c\n</li>\n</ul>\n")
    #expect(page.diagnostics == [])
  }
}

extension String {
  fileprivate var trimmed: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
