import Diagnostics
import Testing

@testable import Markdown

@Suite struct FootnoteTests {
  @Test(arguments: ["[^1] : A day.", "[^1] A day."]) func notesWithoutColon(_ note: String) {
    let message = "There is no text for the footnote `[^1]`."
    #expect(
      render("Rest.[^1]\n\n" + note).diagnostics == [
        fault(
          "undefined-footnote", 3, 1, message,
          hint: "If this is the note itself, write a colon right after the `]`, with no space: `[^1]: …`.")
      ])
  }

  @Test func numberedInOrderOfReference() {
    let page = render("A[^b] b[^A] c[^b].\n\n[^a]: Note *a*.\n[^b]: Note b.\n\n    - More.\n\n- list\n")
    #expect(
      page.htmlText == """
        <p>A<sup class="footnote"><a href="#fn-1" id="fnref-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup> \
        b<sup class="footnote"><a href="#fn-2" id="fnref-2" role="doc-noteref" aria-label="Footnote 2">2</a></sup> \
        c<sup class="footnote"><a href="#fn-1" id="fnref-1-2" role="doc-noteref" aria-label="Footnote 1">1</a></sup>.</p>
        <ul>
        <li>list</li>
        </ul>
        <section class="footnotes" role="doc-endnotes" aria-label="Footnotes">
        <ol>
        <li id="fn-1">
        <p>Note b.</p>
        <ul>
        <li>More.</li>
        </ul>
        <p> <a href="#fnref-1" role="doc-backlink" aria-label="Back to the text of footnote 1">↩︎</a> \
        <a href="#fnref-1-2" role="doc-backlink" aria-label="Back to the text of footnote 1, 2">↩︎</a></p>
        </li>
        <li id="fn-2">
        <p>Note <em>a</em>. <a href="#fnref-2" role="doc-backlink" aria-label="Back to the text of footnote 2">↩︎</a></p>
        </li>
        </ol>
        </section>\n
        """)
    #expect(page.footnoteCount == 2)
    #expect(page.hasAnchor(Array("fn-2".utf8)))
    #expect(page.diagnostics.isEmpty)
  }

  @Test func oneWordIsNoLinkDefinition() {
    let page = render("A[^1].\n\n[^1]: note\n")
    #expect(page.htmlText.contains("<p>note <a href=\"#fnref-1\""))
  }

  @Test func codeIsLeftAlone() {
    let page = render("`[^1]` \\[^1]\n\n```\n[^1]: x\n> [^2]: y\n```\n\n    [^3]: z\n") {
      $0.findsUnreadMarkdown = false
    }
    #expect(
      page.htmlText == """
        <p><code>[^1]</code> [^1]</p>
        <pre tabindex="0"><code>[^1]: x
        &gt; [^2]: y
        </code></pre>
        <pre tabindex="0"><code>[^3]: z
        </code></pre>\n
        """)
    #expect(page.diagnostics.isEmpty)
  }

  @Test func undefined() {
    #expect(
      render("A `[^x]` b[^fist] é[^fist]\n\n[^first]: x\n\nB[^first]").diagnostics == [
        fault(
          "undefined-footnote", 1, 11, "There is no text for the footnote `[^fist]`.",
          hint: "Did you mean `[^first]`?"),
        fault(
          "undefined-footnote", 1, 20, "There is no text for the footnote `[^fist]`.",
          hint: "Did you mean `[^first]`?"),
      ])
  }

  @Test func unusedDuplicateEmptyMisplaced() {
    let page = render("A[^1] b[^3]\n\n[^1]: x\n\n[^1]: y\n\n[^2]: z\n\n- q\n\n  [^4]: w\n\n[^3]:\n") {
      $0.firstLine = 5
    }
    #expect(
      page.diagnostics == [
        fault(
          "duplicate-footnote", 9, 1, "There is already a footnote `[^1]` above.",
          hint: "Give one of them a different name."),
        .warning(
          "unused-footnote", file: "Content/a.md", at: Position(line: 11, column: 1),
          "The footnote `[^2]` is not used in the text, so it is not shown.",
          hint: "Add its mark to the text, or remove the footnote."),
        fault(
          "misplaced-footnote", 15, 3,
          "A footnote's text must start at the left margin, outside lists and quotes.",
          hint: "Move it to the end of the file, with nothing before its `[`."),
        fault(
          "empty-footnote", 17, 1, "The footnote `[^3]` has no text on its first line.",
          hint: "Start its text right after the colon."),
      ])
  }

  @Test func inALink() {
    #expect(
      render("[a[^1]](/causes/)\n\n[^1]: x").diagnostics.first
        == fault(
          "nested-link", 1, 3, "A footnote mark is already a link, so it cannot be inside another link.",
          hint: "Put it after the link."))
  }

  @Test func placesInsideFootnotes() {
    let page = render("A[^1]\n\n[^1]: see [x](no.md)\n\n    and [y](no.md)\n")
    #expect(
      page.diagnostics.map(\.position) == [Position(line: 3, column: 15), Position(line: 5, column: 13)])
  }

  /// A footnote and a list before or after it stay apart, whatever marks the article's lists have.
  @Test(arguments: [
    ["-"], ["+"], ["*"], ["1."], ["1)"], ["-", "+", "*"], ["-", "+", "*", "1."], ["-", "+", "*", "1)", "1."],
  ])
  func amongLists(_ marks: [String]) {
    let lists = marks.map { "\($0) a\n\n  [^1]: b\n\n\($0) c\n" }
    let notes = marks.indices.map { "[^n\($0)]: note \($0)\n\n\(marks[$0]) list \($0)\n" }
    let page = render(
      "A" + marks.indices.map { "[^n\($0)]" }.joined() + "\n\n" + (lists + notes).joined(separator: "\n"))
    #expect(page.footnoteCount == marks.count)
    for number in marks.indices {
      #expect(page.htmlText.contains("<li>list \(number)</li>"))
      #expect(page.htmlText.contains("<p>note \(number) <a"))
    }
  }

  /// Code that looks like a footnote takes a second parse, after which the footnotes are right.
  @Test func besideCode() {
    let page = render("A[^1] b[^2]\n\n```\n[^1]: code\n```\n\n[^1]: one\n\n- list\n\n[^2]: two\n")
    #expect(page.htmlText.contains("<code>[^1]: code\n</code>"))
    #expect(page.htmlText.contains("<li>list</li>"))
    #expect(page.footnoteCount == 2)
  }
}
