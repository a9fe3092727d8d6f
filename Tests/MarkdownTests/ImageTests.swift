import Testing

@testable import Markdown

@Suite struct ImageTests {
  @Test func imagesHaveTheirSizeAndLoadLazily() {
    let page = render("Text ![A *run*\n\\[x\\]](a.png) end")
    #expect(
      page.htmlText == """
        <p>Text <img src="/img/a.png" alt="A run [x]" width="640" height="480" loading="lazy" decoding="async"> end</p>\n
        """)
    #expect(page.images == [3])
  }

  @Test func titledImageAloneIsAFigure() {
    #expect(
      render("![A](a.png \"It's & b\")").htmlText == """
        <figure><img src="/img/a.png" alt="A" width="640" height="480" loading="lazy" decoding="async">\
        <figcaption>It's &amp; b</figcaption></figure>\n
        """)
  }

  @Test func missingAlternativeText() {
    #expect(
      render("a\n\n- b ![ ](a.png)").diagnostics == [
        fault(
          "missing-alt", 3, 5,
          "This picture has no description, so people who cannot see it do not know what it shows.",
          hint: "Describe the picture between the brackets: `![A runner on a hill](…)`.")
      ])
  }

  @Test func anImageMayLackBothFileAndText() {
    #expect(render("![](missing.png)").diagnostics.map(\.code) == ["missing-alt", "missing-image"])
  }

  @Test func refusedAndUnsafeImages() {
    let page = render("![a](missing.png)\n![b](data:x)")
    #expect(
      page.diagnostics == [
        fault(
          "missing-image", 1, 6, "There is no `missing.png`.",
          hint: "Put the picture next to the article, and write its file name, such as `![…](photo.jpg)`."),
        fault(
          "unsafe-link", 2, 6, "The address of this picture starts with `data:`, which pages cannot use.",
          hint: "Save the picture as a file next to the article and use that file name."),
      ])
  }
}
