import Testing

@testable import Markdown

@Suite struct CalloutTests {
  @Test func note() {
    #expect(
      render("> [!NOTE]\n> Text\n>\n> - x\n").htmlText == """
        <aside class="callout callout--note" role="note">
        <p class="callout__title">Note</p>
        <p>Text</p>
        <ul>
        <li>x</li>
        </ul>
        </aside>\n
        """)
    #expect(
      render("> [!tip] Go *slow*\n> Text\n").htmlText == """
        <aside class="callout callout--tip" role="note">
        <p class="callout__title"><span class="visually-hidden">Tip: </span>Go <em>slow</em></p>
        <p>Text</p>
        </aside>\n
        """)
  }

  @Test func emergencyIsACareCard() {
    #expect(
      render("### A\n\n> [!EMERGENCY]\n> You *cannot* stand.\n").htmlText == """
        <h3 id="a">A</h3>
        <section class="care-card care-card--emergency" aria-labelledby="emergency-1">
        <h4 class="care-card__heading" id="emergency-1"><span class="visually-hidden">Emergency: </span>\
        Call 911 or go to an emergency room now</h4>
        <div class="care-card__body">
        <p>You <em>cannot</em> stand.</p>
        </div>
        </section>\n
        """)
  }

  @Test func emergencyKeepsItsHeading() {
    let card = { (body: String) in
      """
      <section class="care-card care-card--emergency" aria-labelledby="emergency-1">
      <h2 class="care-card__heading" id="emergency-1"><span class="visually-hidden">Emergency: </span>\
      Call 911 or go to an emergency room now</h2>
      <div class="care-card__body">
      \(body)
      </div>
      </section>\n
      """
    }
    let own = render("> [!EMERGENCY] You *cannot* stand.\n> Go now.\n")
    #expect(own.htmlText == card("<p>You <em>cannot</em> stand.\nGo now.</p>"))
    #expect(own.diagnostics.isEmpty)
    #expect(render("> [!EMERGENCY] Go.\n").htmlText == card("<p>Go.</p>"))
    #expect(render("> [!EMERGENCY]: Go now.\n").htmlText == card("<p>Go now.</p>"))
    #expect(render("> [!EMERGENCY]  \n> Go.\n").htmlText == card("<p>Go.</p>"))
    #expect(render("> [!EMERGENCY]\\\n> Go.\n").htmlText == card("<p>Go.</p>"))
    #expect(render("> [!EMERGENCY]\n>\n> - Go.\n").htmlText == card("<ul>\n<li>Go.</li>\n</ul>"))
  }

  @Test func unknownAndEmpty() {
    #expect(
      render("x\n\n> [!TIPP]\n> a\n\n> [!WARNING]\n\n> [!NOTE]\n>\n").diagnostics == [
        fault("unknown-callout", 3, 3, "`[!TIPP]` is not a kind of callout.", hint: "Did you mean `[!TIP]`?"),
        fault(
          "empty-callout", 6, 3, "This callout has no text.",
          hint: "Write its text on the next line, after a `>`."),
        fault(
          "empty-callout", 8, 3, "This callout has no text.",
          hint: "Write its text on the next line, after a `>`."),
      ])
  }

  @Test func noStrikethroughFromTheTitleIntoTheText() {
    let page = render("> [!NOTE] ~~a\n> b~~ ~~c~~\n").htmlText
    #expect(page.contains("</span>~~a</p>\n<p>b~~ <del>c</del></p>"))
  }

  @Test func escapedIsAQuote() {
    #expect(render("> \\[!NOTE]\n> a\n").htmlText == "<blockquote>\n<p>[!NOTE]\na</p>\n</blockquote>\n")
  }
}
