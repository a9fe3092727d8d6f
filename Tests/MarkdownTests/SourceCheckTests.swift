import Diagnostics
import Testing

@testable import Markdown

@Suite struct SourceCheckTests {
  @Test(arguments: [
    (0x8, "U+0008"), (0x202E, "U+202E"), (0x2066, "U+2066"), (0xFDD1, "U+FDD1"), (0x85, "U+0085"),
    (0x2028, "U+2028"), (0xB, "U+000B"),
  ])
  func badCharacters(_ value: UInt32, _ name: String) throws {
    let character = String(Character(try #require(Unicode.Scalar(value))))
    #expect(
      render("Good.\r\n\r\né\(character)x\r\n").diagnostics == [
        fault(
          "bad-character", 3, 2, "There is an invisible character here that is not text: \(name).",
          hint: [0xB, 0x85, 0x2028].contains(value)
            ? "Other programs break lines with it: write a line break or a space in its place."
            : "Delete it, or type the words around it again.")
      ])
  }

  @Test func tooLarge() {
    #expect(
      render("12345") { $0.maximumBytes = 4 }.diagnostics == [
        .error(
          "article-too-large", file: "Content/a.md", at: nil,
          "The article has 5 bytes; the limit is 4.",
          hint: "Split it into several articles.")
      ])
  }

  @Test func tooComplex() {
    let page = render("a\n\n" + String(repeating: "![[]()", count: 50_000))
    #expect(
      page.diagnostics == [
        fault(
          "too-complex", 3, 6001,
          "There are too many nested lists here, or too many pictures in one paragraph.",
          hint: "Make this part simpler.")
      ])
  }

  /// Inputs on which parsers are known to be slow, each near 1 MB, and each in less than a second in release
  /// builds. Debug builds are given longer.
  @Test(arguments: [(0x200B, "U+200B"), (0x2060, "U+2060"), (0xFEFF, "U+FEFF")] as [(UInt32, String)])
  func charactersWithoutWidth(_ value: UInt32, _ name: String) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(
      render("a\n\nb\(scalar)c").diagnostics == [
        fault(
          "bad-character", 3, 2, "There is an invisible character here that is not text: \(name).",
          hint: "Delete it, or type the words around it again.")
      ])
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      ("[", 400_000, "", 0), ("![[]()", 160_000, "", 0), ("[a](b", 190_000, "", 0), ("*a_ ", 200_000, "", 0),
      ("<!--", 200_000, "", 0), ("- ", 5_000, "\n", 900_000), (">", 10_000, "", 0),
      ("[", 10_000, "]", 10_000),
      ("`a``", 200_000, "", 0), ("> [!NOTE]\n> a\n\n", 5_000, "", 0), ("[@", 100_000, "", 0),
      ("[^a ", 100_000, "", 0),
      ("|a", 2_000, "\n", 1), ("## a\n\n", 50_000, "", 0), ("~a ", 100_000, "", 0), ("> - ", 20_000, "", 0),
      ("&#42;&#42; ", 90_000, "", 0), ("[! ", 300_000, "", 0), ("@griffin2016 ", 70_000, "", 0),
      ("\\[a] (#b) ", 90_000, "", 0), ("> \\!NOTE\n\n", 40_000, "", 0), ("[!NOTE]\\. a ", 50_000, "", 0),
      ("! [x](https://a.example/a.png) ", 30_000, "", 0), ("[!NOTE]: x\n", 60_000, "", 0),
      ("-a\n", 100_000, "", 0), ("|a\n\n", 60_000, "", 0), ("100. a\n\n\\-\n\n", 30_000, "", 0),
    ])
  func slowInputs(_ head: String, _ count: Int, _ tail: String, _ tailCount: Int) {
    let text = String(repeating: head, count: count) + String(repeating: tail, count: tailCount)
    _ = render(text, mentions: stubMentions)
  }

  /// Finding places takes linear time, whatever stands in one paragraph or in one block of HTML.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      ("[a]: b\n", 60_000, "c [x](no.md)"), ("[a](no.md) ", 40_000, "b"),
      ("&amp;\\*`c` *d* ", 30_000, "[x](#y)"),
      ("[a](#b)\n\n", 20_000, ""), ("[a]\n", 80_000, "[x](no.md)"),
      ("<div>\n", 1, String(repeating: "<a ", count: 100_000)),
      ("<script>\n", 1, String(repeating: "<a ", count: 100_000)), ("<a b=\"c\" ", 30_000, ">"),
    ])
  func slowPlaces(_ head: String, _ count: Int, _ tail: String) {
    var renderer = ArticleRenderer()
    var options = ArticleOptions(file: "a.md")
    options.rawHTML = true
    let page = renderer.render(
      Array((String(repeating: head, count: count) + tail).utf8)[...], options: options,
      references: StubSite())
    for block in page.text.blocks.prefix(1000) { _ = renderer.position(ofText: block.range.lowerBound) }
  }

  @Test func hugeTables() {
    let wide = String(repeating: "|a", count: 50_000) + "\n" + String(repeating: "|-", count: 50_000) + "\n"
    let page = render(wide + String(repeating: "|b\n", count: 50_000))
    #expect(page.diagnostics.map(\.code) == ["too-complex"])
    #expect(page.diagnostics.first?.position == Position(line: 5, column: 1))
  }
}
