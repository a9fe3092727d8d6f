import Testing

@testable import Markdown

@Suite struct StepTests {
  private func steps(_ markdown: String) -> [String] {
    render(markdown) { $0.stepsURL = Array("/x/".utf8) }.steps.map {
      "\($0.number)\($0.isTight ? "" : " loose"): \(String(decoding: $0.html, as: UTF8.self))"
    }
  }

  @Test func oneList() {
    #expect(
      steps("Do:\n\n1. Lie *down*.\n2. Get up.\n\nThat is all.\n") == ["1: Lie <em>down</em>.", "2: Get up."])
    #expect(
      steps("1. One\n\n2. Two\n") == ["1 loose: \n<p>One</p>\n", "2 loose: \n<p>Two</p>\n"])
    #expect(steps("- No\n- list\n") == [])
    #expect(render("1. One\n").steps == [])
  }

  @Test func nothingOfTheArticlesOwnPage() {
    #expect(
      steps(
        "1. Go [there](#a) or [on](sign:outer-hip-pain#b) [@griffin2016].[^1]\n\n   ## Head\n\n   > [!EMERGENCY] Go\n\n[^1]: note\n\n    1. No step.\n\n# x\n"
      ) == [
        """
        1 loose: \n<p>Go <a href="/x/#a">there</a> or <a href="/signs/outer-hip-pain/#b">on</a>.</p>
        <h2>Head</h2>
        <section class="care-card care-card--emergency">
        <h3 class="care-card__heading"><span class="visually-hidden">Emergency: </span>Call 911 or go to an emergency \
        room now</h3>
        <div class="care-card__body">
        <p>Go</p>
        </div>
        </section>\n
        """
      ])
  }

  @Test func whatStandsBetweenBelongsToTheStepBefore() {
    let img =
      "<img src=\"/img/p.png\" alt=\"A\" width=\"640\" height=\"480\" loading=\"lazy\" decoding=\"async\">"
    #expect(
      steps(
        "1. One\n\n![A](p.png)\n\n2. Two\n3. Three\n\nAnd [more](#m) [@griffin2016].\n\n- b\n\n4) Four\n\nRest.\n"
      ) == [
        "1: One\n<p>\(img)</p>\n", "2: Two",
        "3: Three\n<p>And <a href=\"/x/#m\">more</a>.</p>\n<ul>\n<li>b</li>\n</ul>\n", "4: Four",
      ])
    #expect(
      steps("1. One\n\n> [!TIP] T [@griffin2016]\n> [x](#y)\n\n2. Two\n") == [
        """
        1: One
        <aside class="callout callout--tip" role="note">
        <p class="callout__title"><span class="visually-hidden">Tip: </span>T</p>
        <p><a href="/x/#y">x</a></p>
        </aside>\n
        """, "2: Two",
      ])
  }

  @Test func indentedByTwo() {
    #expect(steps("  1. One\n\n  Text\n\n  2. Two\n") == ["1: One\n<p>Text</p>\n", "2: Two"])
  }

  @Test func nestedList() {
    #expect(
      steps("1. One\n   1. a\n   2. b\n2. Two\n") == [
        "1: One\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n", "2: Two",
      ])
  }

  @Test func theFirstListAlone() {
    #expect(steps("1. One\n\n## Then\n\n2. Other\n") == ["1: One"])
    #expect(steps("1. One\n\nOr:\n\n1. Other\n2. more\n") == ["1: One"])
    #expect(steps("- In a list\n\n  1. One\n\n2. Other\n") == ["1: One"])
  }

  @Test func startingAtThree() {
    #expect(
      steps("3. Three\n4. Four\n\nText\n\n5. Five\n") == ["3: Three", "4: Four\n<p>Text</p>\n", "5: Five"])
  }

  @Test func rawHTML() {
    let page = render("1. A <b id=\"x\" title='>'>b</b> <a class=a href=\"#y\">c</a>\n") {
      $0.stepsURL = Array("/x/".utf8)
      $0.rawHTML = true
    }
    #expect(
      page.steps.map { String(decoding: $0.html, as: UTF8.self) } == [
        "A <b title='>'>b</b> <a class=a href=\"/x/#y\">c</a>"
      ])
  }
}
