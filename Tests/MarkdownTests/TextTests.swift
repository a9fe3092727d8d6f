import Testing

@testable import Markdown

@Suite struct TextTests {
  /// One line for each block: its kind and where it stands, then its text with its runs in brackets.
  private func blocks(
    _ markdown: String, mentions: MentionIndex? = nil, configure: (inout ArticleOptions) -> Void = { _ in }
  ) -> [String] {
    let page = render(markdown, mentions: mentions, configure: configure)
    return page.text.blocks.map { block in
      var words = [block.kind == .heading ? "heading(\(block.level), \(block.heading))" : "\(block.kind)"]
      if block.place.isList { words.append("list") }
      if block.place.isQuote { words.append("quote") }
      if block.place.isFootnotes { words.append("footnotes") }
      if block.callout >= 0 {
        words.append("\(page.text.callouts[Int(block.callout)].kind)\(block.callout)")
      }
      words.append("\(block.firstLine)-\(block.lastLine)")
      var text = "\(words.joined(separator: " ")): " + string(page.text.bytes[block.range])
      for run in page.text.runs[block.runRange] {
        text += " [\(run.role) \(run.index) \(string(page.text.bytes[run.range]))]"
      }
      return text
    }
  }

  private func string(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }

  @Test func wordsAsTheyAreShown() {
    #expect(
      blocks("A **bold**ness &amp; \"quotes\" \\[@x\\] <https://a.example/?b&c>\nsoft  \nhard -- 'it'\n")
        == [
          "paragraph 1-3: A boldness & “quotes” [@x] https://a.example/?b&c\nsoft\nhard – ‘it’"
            + " [outsideLink 0 https://a.example/?b&c]"
        ])
    #expect(blocks("~~No~~ `a & b` x\n") == ["paragraph 1-1: No a & b x [deletion -1 No] [code -1 a & b]"])
  }

  @Test func blocksAndWhereTheyStand() {
    #expect(
      blocks(
        """
        ## One *two*

        - item

          > quoted

        | a | `b` |
        |---|---|
        | c |  |

        > plain

        ```
        code
        ```
        """
      ) { $0.firstLine = 5 } == [
        "heading(2, 0) 5-5: One two", "paragraph list 7-7: item", "paragraph list quote 9-9: quoted",
        "cell 11-11: a", "cell 11-11: b [code -1 b]", "cell 13-13: c", "paragraph quote 15-15: plain",
        "code 17-19: code\n",
      ])
  }

  @Test func callouts() {
    let page = render(
      "> [!WARNING] Not *after*\n> One\n>\n> - two\n>\n> > [!TIP]\n> > x\n\n> [!EMERGENCY] Go\n")
    #expect(
      blocks("> [!WARNING] Not *after*\n> One\n>\n> - two\n>\n> > [!TIP]\n> > x\n\n> [!EMERGENCY] Go\n") == [
        "calloutTitle warning0 1-1: Warning: Not after", "paragraph warning0 1-2: One",
        "paragraph list warning0 4-4: two", "calloutTitle tip1 6-6: Tip", "paragraph tip1 6-7: x",
        "calloutTitle emergency2 9-9: Emergency: Call 911 or go to an emergency room now",
        "paragraph emergency2 9-9: Go",
      ])
    #expect(page.text.callouts.map(\.blockRange) == [0..<5, 3..<5, 5..<7])
  }

  @Test func numbersOfCitationsAndFootnotesAreNoText() {
    #expect(
      blocks("Known [@griffin2016]. Or[^n]?\n\n[^n]: Note *one*.\n\n    More [@griffin2016].\n") == [
        "paragraph 1-1: Known. Or?", "paragraph footnotes 3-3: Note one.", "paragraph footnotes 5-5: More.",
      ])
  }

  @Test func linksAndPictures() {
    let markdown =
      "See [`x` y](sign:outer-hip-pain#a), [](sign:outer-hip-pain), [c](/causes/), [m](mailto:a@b.example), hip pain"
      + " ![A & *b*](i.png).\n\n![Alt](j.png \"Caption\")\n"
    #expect(
      blocks(markdown, mentions: stubMentions) == [
        "paragraph 1-1: See x y, Outer & hip pain, c, m, hip pain ."
          + " [link 0 x y] [code -1 x] [link 1 Outer & hip pain] [link -1 c] [outsideLink 0 m]"
          + " [automaticLink 2 hip pain] [picture 0 ]",
        "paragraph 3-3: Caption [picture 1 ]",
      ])
    let page = render(markdown)
    #expect(page.outsideLinks.map(string) == ["mailto:a@b.example"])
    #expect(page.pictureTexts.map(string) == ["A & b", "Alt"])
  }

  @Test func rawHTML() {
    let markdown =
      "a <b title=\">\">c</b>d <!-- no --> e<script>no</script>\n\n<div>One &amp; <i>t</i>wo<p>three</div>\n\n"
      + "<style>\np { }\n</style>\n\n<!-- x\n\ny -->\n"
    #expect(
      blocks(markdown) { $0.rawHTML = true } == [
        "paragraph 1-1: a cd  e", "html 3-3: One & two", "html 3-3: three",
      ])
    #expect(blocks("a <b>c</b>\n").map { $0.dropFirst(15) } == ["a c"])
  }

  @Test func linksAndPicturesInRawHTML() {
    let page = render(
      "a <a href=\"tel:112\">b</a> <a href='/c/'>c</a>\n\n<p><img src=\"x\" alt=\"A picture\"></p>\n"
    ) {
      $0.rawHTML = true
    }
    #expect(page.outsideLinks.map(string) == ["tel:112"])
    #expect(page.pictureTexts.map(string) == ["A picture"])
  }
}
