import Diagnostics
import Testing

@testable import Markdown

/// Markdown that an author wrote right below a line of HTML, where it is part of the HTML and stands on the page as typed.
@Suite struct MarkdownInHTMLTests {
  private func found(_ markdown: String, isExercise: Bool = false) -> [String] {
    render(markdown) {
      $0.rawHTML = true
      if isExercise { $0.stepsURL = Array("/x/".utf8) }
    }.diagnostics.map { "\($0.code.rawValue) \($0.position?.line ?? 0):\($0.position?.column ?? 0)" }
  }

  private func hints(_ markdown: String) -> [String] {
    render(markdown) { $0.rawHTML = true }.diagnostics.compactMap(\.hint)
  }

  /// What it warns of would be ordinary text: an error, however it is written.
  @Test(arguments: [
    "> [!EMERGENCY]\n> Call 911.", "[!WARNING] Stop.", "> > [!Caution]\n> > Stop.", ":::danger\nStop.\n:::",
    "!!! danger\n    Stop.", "  > [! EMERGENCY]",
  ])
  func callouts(_ callout: String) {
    #expect(
      found("Text\n\n<div class=\"box\">\n\(callout)\n</div>\n").first?.hasPrefix("unread-callout 4:") == true
    )
    // With the empty lines of the hint, it is a callout, or told of as one that another tool writes.
    let mended = found("<div>\n\n\(callout)\n\n</div>\n")
    #expect(mended == [] || mended.allSatisfy { $0.hasPrefix("unread-callout 3:") }, "\(mended)")
  }

  @Test(arguments: [
    ("- one\n- two", "unread-markdown 2:1"), ("* one", "unread-markdown 2:1"),
    ("1. one\n2. two", "unread-markdown 2:1"),
    ("### Rest", "unread-markdown 2:1"), ("> Quoted", "unread-markdown 2:1"),
    ("| a | b |\n|---|---|", "unread-markdown 2:1"),
    ("Do **not** run.", "unread-markdown 2:1"), ("See [this](x.md).", "unread-markdown 2:1"),
    ("As shown [@griffin2016].", "unread-markdown 2:1"),
    ("<b>x</b>\n  Do __not__ run.", "unread-markdown 3:3"),
  ])
  func everySort(_ text: String, _ place: String) {
    #expect(found("<div>\n\(text)\n</div>\n") == [place])
    // One for the block: with the empty line above it, all the rest is read.
    #expect(found("<div>\n\(text)\n**More** and - more\n- more\n</div>\n") == [place])
    #expect(hints("<div>\n\(text)\n</div>\n") == ["Add an empty line above it."])
  }

  @Test func betweenTagsOfOneLine() {
    let text = "<p>Do <i>so</i> **today** [here](x.md)</p>\n<p>and **soon**</p>\n"
    #expect(found(text) == ["unread-markdown 1:17", "unread-markdown 2:4"])
    #expect(
      hints(text).first
        == "Write it on a line of its own with an empty line above and below, or use HTML, such as `<strong>words</strong>`."
    )
  }

  /// A program that is printed has all steps, or is not published.
  @Test func stepsOfAnExercise() {
    let text = "<details><summary>How</summary>\n1. Lie down.\n2. Lift.\n</details>\n"
    #expect(found(text, isExercise: true).first == "lost-steps 2:1")
    #expect(found(text) == ["unread-markdown 2:1"])
  }

  @Test(arguments: [
    "<pre>\n- a\n**b** [c](d)\n</pre>", "<script>\nlet a = **b\n// [!NOTE]\n</script>",
    "<style>\n* { color: red }\n</style>",
    "<div>\n<code>**a** [b](c)</code>\n</div>", "<!-- **a**\n- b\n> [!EMERGENCY]\n-->",
    "<div>\n5 - 3 is 2, and 2 * 3 ** 2 (see below)\n</div>",
    "<ul>\n<li>5 to 10\n<li>-5 degrees\n</ul>", "<p>\n3.5 miles #1 [sic] (then) > 4\n</p>",
    "<div>\n\n**Read** and [read](/causes/)\n\n- a\n\n</div>",
    "<p>a_b__c and __init\n</p>", "<p title=\"**a**\">b</p>", "<table>\n<tr><td>|</td></tr>\n</table>",
    "<svg>\n<text>**a**</text>\n</svg>",
  ])
  func ordinaryHTMLIsQuiet(_ html: String) { #expect(found(html + "\n") == [], "\(html)") }

  /// A message for each line, and no more work than the text is long.
  @Test func manyLines() {
    let lines = String(repeating: "<p>a **b** <code> [c](d)</p>\n", count: 3_000)
    #expect(found("<div>\n" + lines + "</div>\n").count <= 101)
    let callouts = String(repeating: "[!NOTE] a\n", count: 3_000)
    #expect(found("<div>\n" + callouts + "</div>\n").count <= 101)
  }
}
