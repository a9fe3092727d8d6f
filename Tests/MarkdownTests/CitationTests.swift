import Testing

@testable import Markdown

@Suite struct CitationTests {
  @Test func numberedByFirstMention() {
    let page = render("A [@o'brien--2020] b [@griffin2016; @o'brien--2020] \\[@x] `[@x]` [@a_b]\n")
    func mark(_ n: Int, _ m: Int) -> String {
      "<a href=\"#ref-\(n)\" id=\"cite-\(n)-\(m)\" aria-label=\"Reference \(n)\">\(n)</a>"
    }
    #expect(
      page.htmlText == """
        <p>A<sup class="citation">[\(mark(1, 1))]</sup> b<sup class="citation">[\(mark(2, 1)), \(mark(1, 2))]</sup> \
        [@x] <code>[@x]</code><sup class="citation">[\(mark(3, 1))]</sup></p>\n
        """)
    #expect(
      page.citations == [
        .init(reference: 11, mentions: 2), .init(reference: 10, mentions: 1),
        .init(reference: 12, mentions: 1),
      ])
    #expect(page.diagnostics.isEmpty)
  }

  @Test func unknown() {
    let page = render("x\n- é [@griffin2016] [@griffin2016;\n  @grifin2016]\n")
    #expect(
      page.diagnostics == [
        fault(
          "unknown-citation", 3, 3, "`@grifin2016` is cited, but it is not in the references.",
          hint: "Did you mean `griffin2016`?")
      ])
  }

  @Test func malformedAndNested() {
    let page = render("a [@griffin2016 p. 3]. [@\n\n[see [@griffin2016]](/causes/)\n")
    let hint =
      "Write `[@key]`, `[@key, p. 3]` for a page, or `[@one; @two]` for more than one. To show `[@` as text, write `\\[@`."
    #expect(
      page.diagnostics == [
        fault(
          "malformed-citation", 1, 3, "This starts like a citation, but it is not complete.",
          hint: "Write `[@griffin2016, p. 3]`."),
        fault(
          "malformed-citation", 1, 24, "This starts like a citation, but it is not complete.", hint: hint),
        fault(
          "nested-link", 3, 6, "A citation is already a link, so it cannot be inside another link.",
          hint: "Put it after the link."),
      ])
  }
}
