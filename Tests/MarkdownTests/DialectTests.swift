import Diagnostics
import Testing

@testable import Markdown

/// Where pages differ from other dialects on purpose.
@Suite struct DialectTests {
  @Test(arguments: [
    ("3~5 times, 10~15 reps", "3~5 times, 10~15 reps"), ("~$60 (~$40)", "~$60 (~$40)"),
    ("~a~ ~~b~~", "~a~ <del>b</del>"),
    ("~5 to ~10 *or ~3~*", "~5 to ~10 <em>or ~3~</em>"), ("~~a ~ b~~", "<del>a ~ b</del>"),
  ])
  func onlyTwoTildesStrike(_ markdown: String, _ html: String) {
    #expect(render(markdown + "\n").htmlText == "<p>\(html)</p>\n")
  }

  @Test(arguments: ["<5 | Carry on", "<= 3 | Rest", "<b>0</b> | Go", "<- | x", "<a@b.org> | y", "< | z"])
  func rowsThatBeginWithLess(_ row: String) {
    let html = render("Score | What\n---|---\n6 | Stop\n\(row)\n7 | Wait\n") { $0.rawHTML = true }.htmlText
    #expect(html.split(separator: "<tr>").count == 5)
    #expect(html.hasSuffix("<td>Wait</td>\n</tr>\n</tbody>\n</table>\n</div>\n"))
  }

  @Test func aTagAloneEndsATable() {
    for tag in ["<span>", "</b>", "<x-y z=\"1\">  "] {
      let html = render("a | b\n---|---\n1 | 2\n\(tag)\n") { $0.rawHTML = true }.htmlText
      #expect(html.split(separator: "<tr>").count == 3)
    }
  }

  @Test func citationsOfAPage() {
    let page = render("A [@griffin2016, p. 3] b [@a_b; @griffin2016, chap. 2 & pp. 4-5].\n")
    #expect(
      page.htmlText == """
        <p>A<sup class="citation">[<a href="#ref-1" id="cite-1-1" aria-label="Reference 1">1</a>, p. 3]</sup> \
        b<sup class="citation">[<a href="#ref-2" id="cite-2-1" aria-label="Reference 2">2</a>, \
        <a href="#ref-1" id="cite-1-2" aria-label="Reference 1">1</a>, chap. 2 &amp; pp. 4-5]</sup>.</p>\n
        """)
    #expect(page.citations.map(\.mentions) == [2, 1])
    #expect(page.diagnostics == [])
    #expect(String(decoding: page.text.bytes, as: UTF8.self) == "A b.\n")
    for wrong in [
      "[@griffin2016,]", "[@griffin2016 p. 3]", "[@griffin2016, @a_b]", "[see @griffin2016, p. 3]",
    ] {
      #expect(render("A \(wrong).").diagnostics.count == 1)
    }
  }

  @Test func charactersThatAreNoText() {
    for scalar in [
      "\u{FFFF}", "\u{FFFE}", "\u{1FFFE}", "\u{10FFFF}", "\u{202E}", "\u{1}", "\u{85}", "\u{200B}",
      "\u{2028}",
      "\u{FFFC}", "\u{FEFF}", "\u{200E}", "\u{200F}",
    ] {
      #expect(render("a\(scalar)b").diagnostics.map(\.severity) == [.error])
    }
    for scalar in ["\u{AD}", "\u{200C}", "\u{200D}"] {
      #expect(render("a\(scalar)b").diagnostics.map(\.code) == [.badCharacter])
      #expect(render("a\(scalar)b").diagnostics.map(\.severity) == [.warning])
    }
    for scalar in [
      "\u{1F469}\u{200D}\u{2695}", "\u{1F3F4}\u{E0067}\u{E007F}", "\u{1F9D1}\u{1F3FF}", "\u{FF0C}",
      "\u{645}\u{200F}",
    ] {
      #expect(render("a \(scalar) b").diagnostics == [])
    }
    for reference in ["&#1;", "&#x202e;", "&#8203;", "&ZeroWidthSpace;", "&NoBreak;", "&rlm;", "&#XFFFE;"] {
      for text in [
        "a\(reference)b", "## a\(reference)b", "| a |\n| - |\n| \(reference) |",
        "`\(reference)` and \(reference)",
      ] {
        let found = render(text).diagnostics.filter { $0.code == .badCharacter }
        #expect(found.allSatisfy { $0.severity == .error } && !found.isEmpty, "\(text)")
      }
      for text in ["`\(reference)`", "```text\n\(reference) is a reference.\n```", "\\\(reference)"] {
        #expect(!render(text).diagnostics.contains { $0.code == .badCharacter }, "\(text)")
      }
    }
    for text in [
      "ภาษา&#8203;ไทย", "``a ` &#1; ``", "\\`` &#1; `", "soft&shy;ly", "&#x1F469;&zwj;&#x2695;", "שלום &rlm;",
      "R&D; AT&T", "a &#160; b", "&#x;", "&",
    ] {
      #expect(!render(text).diagnostics.contains { $0.code == .badCharacter }, "\(text)")
    }
    #expect(
      render("Stop at &#x202e;once.").diagnostics.map {
        "\($0.position?.column ?? 0): \($0.message) \($0.hint ?? "")"
      } == [
        "9: `&#x202e;` stands for an invisible character that is not text: U+202E. Delete it."
      ])
    #expect(
      render("soft\u{AD}ly").diagnostics.map(\.message) == [
        "There is an invisible character here, U+00AD. Search cannot find a word that contains it."
      ])
  }
}
