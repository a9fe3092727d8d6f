import Testing

@testable import Markdown

/// Straight quotation marks become those of the page's language.
@Suite struct QuotationMarkTests {
  private static func html(_ markdown: String, in language: String) -> String {
    render(markdown + "\n") { $0.labels.quotationMarks = QuotationMarks(language: language) }.htmlText
  }

  @Test(arguments: [
    ("en-US", "“so”"), ("es", "“so”"), ("pt-BR", "“so”"), ("pt", "“so”"), ("pt-PT", "«so»"),
    ("fr", "«\u{202F}so\u{202F}»"), ("fr-CH", "«so»"), ("de", "„so“"), ("de-CH", "«so»"), ("it", "«so»"),
    ("pl", "„so”"), ("sv", "”so”"), ("zh", "“so”"), ("zh-Hant", "「so」"), ("ja", "「so」"), ("ar", "”so“"),
    ("hi", "“so”"), ("tlh", "“so”"),
  ]) func areThoseOfTheLanguage(language: String, marks: String) {
    #expect(Self.html("Say \"so\", please.", in: language) == "<p>Say \(marks), please.</p>\n")
    #expect(Self.html("*\"so\"*", in: language) == "<p><em>\(marks)</em></p>\n")
    #expect(Self.html("## \"so\"", in: language).contains(">\(marks)</h2>"))
    #expect(Self.html("> \"so\"\n>\n> - \"so\"", in: language).split(separator: marks).count == 3)
  }

  /// Where words have no spaces between them, nothing beside a mark says whether it opens.
  @Test(arguments: [
    ("他说\"很痛\"。", "他说“很痛”。"), ("\"痛\"和\"很痛\"", "“痛”和“很痛”"),
    ("他说 **\"很痛\"**。", "他说 <strong>“很痛”</strong>。"),
  ]) func inChinese(text: String, html: String) {
    #expect(Self.html(text, in: "zh") == "<p>\(html)</p>\n")
    #expect(Self.html("\(text)\n\n\(text)", in: "zh-CN") == "<p>\(html)</p>\n<p>\(html)</p>\n")
  }

  @Test(arguments: ["fr", "de", "pt-PT", "zh", "ar"]) func apostrophesStay(language: String) {
    #expect(Self.html("l'été, d'or, qu'il", in: language) == "<p>l’été, d’or, qu’il</p>\n")
  }

  /// What is typed stays, and so does what is not text.
  @Test func typedMarksStay() {
    #expect(Self.html("„Wort“ und “word”", in: "de") == "<p>„Wort“ und “word”</p>\n")
    #expect(Self.html("`\"a\"` [b](c \"d\")", in: "fr").contains("<code>&quot;a&quot;</code>"))
    #expect(Self.html("\\\"a\\\"", in: "fr") == "<p>&quot;a&quot;</p>\n")
  }

  /// Places are found behind them, and texts beside the HTML have them.
  @Test func textAndPlaces() {
    let article = render("Il dit \"oui\" [à tous](nowhere.md).\n\n![\"Oui\"](a.svg)\n") {
      $0.labels.quotationMarks = QuotationMarks(language: "fr")
    }
    #expect(String(decoding: article.text.bytes, as: UTF8.self).contains("«\u{202F}oui\u{202F}» à tous"))
    #expect(article.diagnostics.first?.position == .init(line: 1, column: 23))
  }
}
