import Diagnostics
import FixtureSite
import Foundation
import Testing

@testable import Site

/// Drawings may hold what is on a list, and nothing else.
struct DrawingTests {
  private static func judge(_ text: String, in place: Drawing.Place = .file) -> [String] {
    Drawing(Array(text.utf8), in: place, file: "x.svg").diagnostics.map(\.line)
  }

  /// Whole drawings, and all that is said of each but the file's name.
  static let hostile: [(drawing: String, faults: [String])] = [
    (
      "<svg viewBox='0 0 9 9'>\n<SCRIPT>pwned(1)</SCRIPT></svg>",
      [
        "2:1: error unsafe-drawing: Drawings cannot contain the element `SCRIPT`. » Remove it: drawings cannot contain scripts or animation."
      ]
    ),
    (
      "<svg><rect width='9'\nonclick='pwned(1)'/><g\tonload='pwned(2)'></g></svg>",
      [
        "2:1: error unsafe-drawing: Drawings cannot contain the attribute `onclick`. » Remove it: drawings cannot contain scripts.",
        "2:24: error unsafe-drawing: Drawings cannot contain the attribute `onload`. » Remove it: drawings cannot contain scripts.",
      ]
    ),
    (
      "<svg/onload=pwned(1)>",
      [
        "1:5: error bad-image: This tag contains something that is not an attribute. » Write attributes as `name=\"value\"`."
      ]
    ),
    (
      "<svg><foreignobject><iframe srcdoc='x' allowfullscreen></iframe></foreignobject></svg>",
      [
        "1:6: error unsafe-drawing: Drawings cannot contain the element `foreignobject`. » Draw it with shapes, or use the picture on its own, as PNG or JPEG."
      ]
    ),
    (
      "<svg><meta http-equiv='refresh' content='0;url=http://evil.example/'></svg>",
      [
        "1:6: error unsafe-drawing: Drawings cannot contain the element `meta`. » Remove it. Use only shapes, groups, text, gradients and markers."
      ]
    ),
    (
      "<svg></svg></div></section><h1>Call nobody</h1><svg></svg>",
      [
        "1:12: error bad-image: `</div>` has nothing to close here. » Remove everything after the first `</svg>`."
      ]
    ),
    (
      "<svg></svg><form action='http://evil.example/'></form>",
      [
        "1:12: error bad-image: `<form>` comes after the drawing. » Remove everything after the first `</svg>`."
      ]
    ),
    (
      "<svg></svg>Words",
      ["1:12: error bad-image: There is text after the drawing. » Remove everything after `</svg>`."]
    ),
    (
      "Words<svg></svg>",
      ["1:1: error bad-image: There is text before the drawing. » Remove everything before `<svg`."]
    ),
    (
      "<html><svg></svg></html>",
      [
        "1:1: error unsafe-drawing: The drawing starts with `<html>`; it must start with `<svg>`. » Save the drawing as SVG again."
      ]
    ),
    (
      "",
      [
        "1:1: error bad-image: This is not a drawing: it contains no `<svg>`. » Save the drawing as SVG again."
      ]
    ),
    (
      "<svg><a href='java&#115;cript:pwned(1)'><text>Go</text></a></svg>",
      [
        "1:6: error unsafe-drawing: Drawings cannot contain the element `a`. » Remove its tags, and put the link in the text."
      ]
    ),
    (
      "<svg><use href='&#x68;ttp://evil.example/#a'/><use href='#'/></svg>",
      [
        "1:11: error unsafe-drawing: `href` points outside the drawing. » Write `#` and an id from the same drawing, as in `href=\"#bone\"`."
      ]
    ),
    (
      "<svg xmlns:xlink='http://www.w3.org/1999/xlink'><use xlink:href='other.svg#a'/></svg>",
      [
        "1:6: error unsafe-drawing: Drawings cannot contain the attribute `xmlns:xlink`. » Remove it, and use `href` instead of `xlink:href`.",
        "1:54: error unsafe-drawing: Drawings cannot contain the attribute `xlink:href`. » Use `href`, with `#` and an id from the same drawing.",
      ]
    ),
    (
      "<svg><image href='photo.jpg'/></svg>",
      [
        "1:6: error unsafe-drawing: Drawings cannot contain the element `image`. » Draw it with shapes, or use the picture on its own, as PNG or JPEG."
      ]
    ),
    (
      "<svg><animate attributeName='href' to='x'/><set to='x'/></svg>",
      [
        "1:6: error unsafe-drawing: Drawings cannot contain the element `animate`. » Remove it: drawings cannot contain scripts or animation.",
        "1:44: error unsafe-drawing: Drawings cannot contain the element `set`. » Remove it: drawings cannot contain scripts or animation.",
      ]
    ),
    (
      "<svg xmlns='http://www.w3.org/1999/xhtml'><g/></svg>",
      [
        "1:6: error unsafe-drawing: `xmlns` is not the one for SVG. » Write `xmlns=\"http://www.w3.org/2000/svg\"`."
      ]
    ),
    (
      "<svg xmlns:x='http://www.w3.org/1999/xhtml'><x:script>pwned(1)</x:script></svg>",
      [
        "1:6: error unsafe-drawing: Drawings cannot contain the attribute `xmlns:x`. » Remove it. To leave out a drawing program's own data, save as plain or optimized SVG.",
        "1:45: error unsafe-drawing: Drawings cannot contain the element `x:script`. » Remove it. To leave out a drawing program's own data, save as plain or optimized SVG.",
      ]
    ),
    (
      "<!DOCTYPE svg [<!ENTITY a '<script/>'>]><svg>&a;</svg>",
      [
        "1:1: error unsafe-drawing: The drawing contains a declaration, `<!…>`. » Remove everything from `<!` to its `>`. Replace any `&names;` it declares with the characters themselves."
      ]
    ),
    (
      "<svg><g id='\u{FFFE}'/></svg>",
      ["1:13: error bad-image: There is a control character here. » Remove it."]
    ),
    (
      "<svg><title>\u{FFFF}</title></svg>",
      ["1:13: error bad-image: There is a control character here. » Remove it."]
    ),
    (
      "<svg><!-- \u{B} --></svg>", ["1:11: error bad-image: There is a control character here. » Remove it."]
    ),
    (
      "<svg><title>&#xFFFE;</title></svg>",
      [
        "1:13: error bad-image: This `&` is not the start of anything that XML defines. » Write `&amp;` for an ampersand, and other characters as they are."
      ]
    ),
    (
      "<svg data-a:b='1'></svg>",
      [
        "1:6: error unsafe-drawing: Drawings cannot contain the attribute `data-a:b`. » Remove it. To leave out a drawing program's own data, save as plain or optimized SVG."
      ]
    ),
    (
      "<svg>&pwned;</svg>",
      [
        "1:6: error bad-image: This `&` is not the start of anything that XML defines. » Write `&amp;` for an ampersand, and other characters as they are."
      ]
    ),
    (
      "<svg><text><![CDATA[<script>]]></text></svg>",
      [
        "1:12: error unsafe-drawing: The drawing contains `<![CDATA[…]]>`. » Remove `<![CDATA[` and `]]>`, and keep what is between them."
      ]
    ),
    (
      "<?xml-stylesheet href='http://evil.example/x.css'?><svg/>",
      [
        "1:1: error unsafe-drawing: The drawing contains a processing instruction, `<?…?>`. » Remove it."
      ]
    ),
    (
      "<?xml version='1.0' encoding='UTF-7'?><svg/>",
      [
        "1:1: error bad-image: The line `<?xml …?>` must say that this is XML 1.0 in UTF-8. » Remove the line, and save the file as UTF-8."
      ]
    ),
    (
      "<!--><script>pwned(1)</script>--><svg/>",
      [
        "1:1: error bad-image: This comment is never closed, or it has `--` or `>` where they are not allowed. » Write it as `<!-- words -->`, or remove it."
      ]
    ),
    (
      "<svg><!-- --!><script>pwned(1)</script> --></svg>",
      [
        "1:6: error bad-image: This comment is never closed, or it has `--` or `>` where they are not allowed. » Write it as `<!-- words -->`, or remove it."
      ]
    ),
    (
      "<svg><title><b>A</b></title><desc>Words<p>B</p></desc></svg>",
      [
        "1:13: error unsafe-drawing: `<b>` is inside `<title>`, which can contain only text. » Keep the words and remove the tags.",
        "1:40: error unsafe-drawing: `<p>` is inside `<desc>`, which can contain only text. » Keep the words and remove the tags.",
      ]
    ),
    (
      "<svg><style>@import 'http://evil.example/x.css';\n.a{fill:url(http://evil.example/#a)}</style></svg>",
      [
        "1:13: error unsafe-drawing: The stylesheet contains `@import`. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`.",
        "2:9: error unsafe-drawing: The stylesheet contains `url(…)`. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`.",
      ]
    ),
    (
      "<svg><style>.a{fill:u\\72l(x)}</style></svg>",
      [
        "1:22: error unsafe-drawing: The stylesheet contains `\\`. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`."
      ]
    ),
    (
      "<svg><style>.a{content:\"/*\";fill:URL( 'x.svg#a' );content:\"*/\"}</style></svg>",
      [
        "1:34: error unsafe-drawing: The stylesheet contains `URL(…)`. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`."
      ]
    ),
    (
      "<svg><style>.a{content:\"b}\n/* */.c{fill:image-set('x.png' 1x)}/*</style></svg>",
      [
        "1:24: error unsafe-drawing: The stylesheet contains a quote that is never closed. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`.",
        "2:14: error unsafe-drawing: The stylesheet contains `image-set(…)`. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`.",
        "2:36: error unsafe-drawing: The stylesheet contains a comment that is never closed. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`.",
      ]
    ),
    (
      "<svg><style>@im&#112;ort 'x.css';</style></svg>",
      [
        "1:16: error unsafe-drawing: The stylesheet contains a character written as `&…;`. » Write the character itself."
      ]
    ),
    (
      "<svg><style>.a{}<!-- -->.b{}</style></svg>",
      [
        "1:17: error unsafe-drawing: The stylesheet contains an XML comment. » Remove it, or write it as `/* words */`."
      ]
    ),
    (
      "<svg><rect fill='&#117;rl(http://evil.example/#a)' style='mask:url(x)'/></svg>",
      [
        "1:12: error unsafe-drawing: The value of `fill` contains `url(…)`. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`.",
        "1:52: error unsafe-drawing: The value of `style` contains `url(…)`. » Use plain values, colors and `url(#id)`. Drawings cannot load other files or contain `\\`.",
      ]
    ),
    (
      "<svg><g><rect></g></svg>",
      [
        "1:15: error bad-image: `</g>` has nothing to close here. » Write `</rect>` here, or remove this tag."
      ]
    ),
    ("<svg>\n<g>", ["2:1: error bad-image: `<g>` is never closed. » Add `</g>` where it ends."]),
    (
      "<svg width='9' width='10'/>",
      ["1:16: error bad-image: The attribute `width` appears twice in one element. » Remove one of them."]
    ),
    (
      "<svg width='9'height='9'/>",
      ["1:15: error bad-image: There is no space after the value of `width`. » Add a space here."]
    ),
    (
      "<svg width=9/>",
      ["1:6: error bad-image: The value of `width` has no quotes. » Write attributes as `name=\"value\"`."]
    ),
    (
      "<svg id='<script>'/>",
      [
        "1:6: error bad-image: The value of `id` is never closed, or it contains a `<`. » Add the closing quote, and write `&lt;` for a less-than sign."
      ]
    ),
    (
      "<svg width='9'",
      [
        "1:15: error bad-image: This tag contains something that is not an attribute. » Write attributes as `name=\"value\"`."
      ]
    ),
    (
      "<svg>1 < 2</svg>",
      ["1:8: error bad-image: This `<` is not the start of an element. » Write `&lt;` for a less-than sign."]
    ),
    ("<svg><text>a]]>b</text></svg>", ["1:13: error bad-image: The text contains `]]>`. » Write `]]&gt;`."]),
    ("<svg>\u{1}</svg>", ["1:6: error bad-image: There is a control character here. » Remove it."]),
    (
      String(repeating: "<svg>", count: 201),
      [
        "1:1001: error unsafe-drawing: More than 200 elements are nested here. » Remove groups that contain only one thing."
      ]
    ),
  ]

  @Test(arguments: hostile) func refuses(drawing: String, faults: [String]) {
    #expect(Self.judge(drawing) == faults.map { "x.svg:\($0)" })
    // What is no drawing for itself is none in a page either.
    #expect(!Self.judge(drawing, in: .page).isEmpty)
  }

  /// In a page a stylesheet would be the page's, and the page's policy forbids styles in elements.
  @Test func aPageHasNoStylesFromDrawings() {
    #expect(
      Self.judge("<svg><style>p{display:none}</style><g style='fill:red'/></svg>", in: .page) == [
        "x.svg:1:6: error unsafe-drawing: Drawings cannot contain the element `style`. » Remove it: on a page, the site's stylesheet sets the colors, by `class`.",
        "x.svg:1:39: error unsafe-drawing: Drawings cannot contain the attribute `style`. » Remove it: on a page, the site's stylesheet sets the colors, by `class`.",
      ])
  }

  @Test func isUTF8() {
    #expect(
      Drawing(Array("<svg>\n<text>".utf8) + [0xE9], in: .file, file: "x.svg").diagnostics.map(\.line) == [
        "x.svg:2:7: error bad-image: The drawing is not UTF-8 text. » Save it again as UTF-8."
      ])
  }

  /// Nearly everything that may be there.
  static let allowed = """
    <?xml version="1.0" encoding="UTF-8" standalone="no"?>
    <!-- The hip, from the front > drawn by hand -->
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" role='img' aria-label="A &lt; B &amp; C &#233;&#xe9;">
    <title>1 &lt; 2</title><desc/>
    <style>/* url(x) */ @media (prefers-color-scheme:dark){.a > b{fill:url( "#a" );content:"@import url(x)"}}
    g:not(.a){stroke:rgb(1 2 3 / 50%);transform:rotate(45deg)}</style>
    <defs><linearGradient id="a" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
    <g class="body" data-answer='front' transform="translate(1 2) scale(-1 1)"><path d="M0 0L9 9z" fill="url(#a)"/>
    <use href="#a" xml:space="preserve" style="fill:red;mask:url('#a')" ></use ></g>
    <text x="1" font-family="Segoe UI,sans-serif">Words <tspan dy="4">and é</tspan></text>
    </svg >
    <!-- The end -->

    """

  @Test func allows() {
    #expect(Self.judge(Self.allowed) == [])
    #expect(Self.judge("\u{FEFF}<svg\r\n/>") == [])
    #expect(Self.judge("<svg><!-- a-b - c --><path d='M0 0'/><!----></svg>") == [])
    let drawing = Drawing(
      Array("<!-- <svg> --><svg><g data-answer='a&amp;b'/></svg>\n".utf8), in: .page, file: "x")
    #expect(String(decoding: drawing.markup, as: UTF8.self) == "<svg><g data-answer='a&amp;b'/></svg>")
    #expect(drawing.answers == ["a&b"])
    #expect(drawing.diagnostics == [])
  }

  /// A relative address, too, is one of another file.
  @Test(arguments: ["other.svg", "'other.svg'", " ab ", "data:ab", "//a.example", "'#a\"", "#", "#a b"])
  func addressesInStyles(address: String) {
    let quoted = address.replacing("'", with: "&apos;").replacing("\"", with: "&quot;")
    #expect(Self.judge("<svg><rect style='mask:url(\(quoted))'/></svg>").count == 1)
    #expect(Self.judge("<svg><style>a{mask:url(\(address))}</style></svg>").count >= 1)
  }

  @Test func allowsEveryDrawingOfTheSite() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var count = 0
    for folder in ["Content", "Templates/assets", "docs/images"] {
      let place = root.appendingPathComponent(folder)
      let names = try #require(FileManager.default.enumerator(atPath: place.path))
      for case let name as String in names where name.hasSuffix(".svg") {
        let bytes = try Array(Data(contentsOf: place.appendingPathComponent(name)))
        let isInPage = name.hasPrefix("symptom-checker/")
        let drawing = Drawing(bytes, in: isInPage ? .page : .file, file: name)
        #expect(drawing.diagnostics == [])
        SmallerDrawingTests.expectTheSame(drawing, in: isInPage ? .page : .file, name)
        count += 1
      }
    }
    #expect(count > 20)
  }

  /// Whatever becomes of a drawing's bytes, it is read, and what is said has a place in it.
  @Test(arguments: [UInt64.random(in: 0 ... .max), 1, 2])
  func anyBytesAreRead(seed: UInt64) {
    var random = SeededGenerator(seed)
    let pieces =
      Self.hostile.map { Array($0.drawing.utf8) }
      + ["<!--", "]]>", "&#x;", "\"", "'", "<", ">", "/"].map { Array($0.utf8) }
    for _ in 0..<2_000 {
      var bytes = Array(Self.allowed.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...9, using: &random))
        let piece =
          Bool.random(using: &random)
          ? [UInt8.random(in: 0...255, using: &random)] : pieces.randomElement(using: &random) ?? []
        bytes.replaceSubrange(place..<end, with: piece.prefix(Int.random(in: 0...40, using: &random)))
      }
      let lines = bytes.split(omittingEmptySubsequences: false) { $0 == 0x0A || $0 == 0x0D }.count
      for place in [Drawing.Place.file, .page] {
        let drawing = Drawing(bytes, in: place, file: "x.svg")
        for diagnostic in drawing.diagnostics {
          let position = diagnostic.position ?? Position(line: 0, column: 0)
          #expect((1...lines).contains(position.line) && position.column >= 1, "seed \(seed)")
        }
        // Nothing that is let through holds what could run.
        if drawing.diagnostics.isEmpty {
          SmallerDrawingTests.expectTheSame(drawing, in: place, "seed \(seed)")
          let text = String(decoding: bytes, as: UTF8.self).lowercased()
          for danger in ["<script", "<iframe", "<meta", "<form", "<!doctype", "<![cdata", "xlink:"]
          where text.contains(danger) {
            #expect(text.contains("<!--"), "seed \(seed): \(text)")
          }
        }
      }
    }
  }

  /// Time grows with the length, whatever is repeated.
  @Test(
    .timeLimit(.minutes(patience(minutes: 1))),
    arguments: [
      "<svg>", "<svg/>", "<svg ", "<x>", "<svg a='", "<!--", "<!-- -->", "&", "&amp;", "<g onload='1'/>",
      "</", "\\", "url(",
      "\"", "/*", "@a", "<svg x", " ", "<style>a{b:url(",
    ])
  func longDrawingsAreReadInTime(piece: String) {
    for start in ["", "<svg>", "<svg><style>", "<svg fill='"] {
      let bytes =
        Array(start.utf8)
        + [UInt8](repeatElement(Array(piece.utf8), count: 100_000 / piece.utf8.count).joined())
      #expect(Drawing(bytes, in: .file, file: "x").diagnostics.count < 10)
    }
  }

  // MARK: In a site

  @Test func isToldWhereVisitorsGetIt() async throws {
    let bad = "<svg viewBox='0 0 4 3'><script>pwned(1)</script></svg>"
    let fault =
      "Content/causes/hip.svg:1:24: error unsafe-drawing: Drawings cannot contain the element `script`. » Remove it: drawings cannot contain scripts or animation."
    for body in ["![The hip](hip.svg)", "See [the hip](hip.svg)."] {
      let found = try await faults(inCause: FixtureSite.cause(body: body), ["Content/causes/hip.svg": bad])
      #expect(found == [fault])
    }
    #expect(
      try await faults(["Content/causes/hip.svg": bad]) == [
        "Content/causes/hip.svg: warning unused-file: Nothing uses this file, so it is not published. » Use it in an article, or delete it."
      ])
  }

  @Test func whatIsNoDrawingIsToldOnce() async throws {
    let found = try await faults(
      inCause: FixtureSite.cause(body: "![The hip](hip.svg)"), ["Content/causes/hip.svg": "Words"])
    #expect(
      found == [
        "Content/causes/hip.svg:1:1: error bad-image: There is text before the drawing. » Remove everything before `<svg`."
      ])
  }
}
