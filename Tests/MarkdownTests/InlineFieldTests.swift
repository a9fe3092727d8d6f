import Diagnostics
import Testing

@testable import Markdown

@Suite struct InlineFieldTests {
  private func field(_ text: String) -> RenderedArticle {
    var renderer = ArticleRenderer()
    return renderer.renderInline(
      Array(text.utf8)[...], at: Position(line: 4, column: 10), options: ArticleOptions(file: "Content/a.md"),
      references: StubSite(), mentions: nil)
  }

  @Test func oneParagraph() {
    #expect(field("*Slow* -- [x](/causes/)").htmlText == "<em>Slow</em> – <a href=\"/causes/\">x</a>")
    #expect(field("").htmlText.isEmpty)
  }

  @Test func faultsAreAtTheField() {
    #expect(field("a\n[x](no.md)").diagnostics == [fault("broken-link", 4, 10, "There is no `no.md`.")])
    #expect(
      field("1. a").diagnostics == [
        fault(
          "not-inline", 4, 10, "This must be a single paragraph, not a list.",
          hint:
            "If a line starts with `#`, `-`, `>` or a number and a period, put a `\\` in front of it."
        )
      ])
    #expect(
      field("a\n\nb").diagnostics.map(\.message) == [
        "This must be a single paragraph, not more than one paragraph."
      ])
  }

  @Test func itsTextIsOneBlock() {
    let text = field("*Slow* -- [x](/causes/)").text
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Slow \u{2013} x\n")
    #expect(text.blocks.map(\.firstLine) == [4])
  }
}
