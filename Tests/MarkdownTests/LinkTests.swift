import Diagnostics
import Testing

@testable import Markdown

@Suite struct LinkTests {
  @Test func articleLinksKeepTheirFragment() {
    let page = render(
      "See [it](sign:outer-hip-pain#when-to-worry \"T\") and [](../signs/outer-hip-pain.md).\n")
    #expect(
      page.htmlText == """
        <p>See <a href="/signs/outer-hip-pain/#when-to-worry" title="T">it</a> and \
        <a href="/signs/outer-hip-pain/">Outer &amp; hip pain</a>.</p>\n
        """)
    #expect(page.links.map(\.article) == [1, 1])
    #expect(page.links.map { String(decoding: $0.fragment, as: UTF8.self) } == ["when-to-worry", ""])
    #expect(page.links.map(\.position) == [Position(line: 1, column: 10), nil])
    #expect(page.diagnostics.isEmpty)
  }

  @Test func samePageAndOtherLinks() {
    let page = render("[a](#caf%C3%A9) [b](/causes/) [c](https://x.example/?a=1&b) <mailto:a@b.example>")
    #expect(
      page.htmlText == """
        <p><a href="#caf%C3%A9">a</a> <a href="/causes/">b</a> <a href="https://x.example/?a=1&amp;b">c</a> \
        <a href="mailto:a@b.example">mailto:a@b.example</a></p>\n
        """)
    #expect(page.links.count == 1)
    #expect(page.links.first?.fragment == Array("café".utf8))
    #expect(page.links.first?.article == nil)
  }

  @Test func refusedLinkIsReportedAtItsDestination() {
    let page = render("One\n[a](/causes/) ⟨é⟩ [two](nowhere.md)\n") { $0.firstLine = 8 }
    #expect(page.diagnostics == [fault("broken-link", 9, 25, "There is no `nowhere.md`.")])
    #expect(page.htmlText == "<p>One\n<a href=\"/causes/\">a</a> ⟨é⟩ two</p>\n")
  }

  @Test(arguments: [
    ("[x](javascript:alert(1))", "javascript", 5), ("[x](JavaScript:a)", "javascript", 5),
    ("[x](java&#10;script:a)", "javascript", 5), ("[x](<  data:text/html,a>)", "data", 6),
    ("<vbscript:a>", "vbscript", 2), ("[x](javascript&colon;a)", "javascript", 5),
    ("[x](&#1;javascript:a)", "javascript", 5),
  ])
  func unsafeLinks(_ markdown: String, _ scheme: String, _ column: Int) {
    let page = render(markdown)
    #expect(
      page.diagnostics == [
        fault(
          "unsafe-link", 1, column,
          "This link starts with `\(scheme):`, which could run code in the reader's browser.",
          hint: "Link to a page, a file or a web address.")
      ])
    #expect(!page.htmlText.contains("<a"))
  }

  @Test func emptyLink() {
    #expect(
      render("a [](https://x.example)").diagnostics == [
        fault(
          "empty-link", 1, 6, "This link has no text, so readers cannot see or hear where it goes.",
          hint: "Write the text between the brackets: `[text](https://x.example)`.")
      ])
  }

  @Test func rawHTML() {
    let page = render("> a <b>c</b>\n\n<!-- x -->\n")
    let hint = "Write `**words**`. To show a `<`, write `\\<`."
    #expect(
      page.diagnostics == [
        fault("raw-html", 1, 5, "This is HTML. Articles cannot contain HTML.", hint: hint)
      ])
    let allowed = render("a <b>c</b>\n") { $0.rawHTML = true }
    #expect(allowed.htmlText == "<p>a <b>c</b></p>\n")
    #expect(allowed.diagnostics.isEmpty)
  }
}
