import Diagnostics
import FixtureSite
import Testing

@testable import Markdown

@Suite struct PlaceTests {
  /// A word planted anywhere in the text has the place in the file that it was planted at, and so has every mark.
  @Test func plantedWord() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("PlaceTests.plantedWord seed \(seed)")
    var generator = SeededGenerator(seed)
    for _ in 0..<1500 {
      let count = Int.random(in: 1...4, using: &generator)
      let target = Int.random(in: 0..<count, using: &generator)
      var text = "[ref]: /causes/ 'ti'\n\n"
      for number in 0..<count {
        text += block(plants: number == target, &generator) + "\n\n"
      }
      text += "A[^1]\n\n[^1]: note\n"
      if Bool.random(using: &generator) { text = text.replacing("\n", with: "\r\n") }
      let bytes = Array(text.utf8)
      var renderer = ArticleRenderer()
      let page = renderer.render(
        bytes[...], options: ArticleOptions(file: "a.md", firstLine: 1), references: StubSite(),
        mentions: stubMentions)
      let found = place(of: "PLANTED", in: page.text.bytes).flatMap { renderer.position(ofText: $0) }
      let wanted = place(of: "PLANTED", in: bytes).map { Position(ofByte: $0, in: bytes) }
      #expect(found == wanted, "seed \(seed): \(text.debugDescription)")
    }
  }

  private func place(of word: String, in bytes: [UInt8]) -> Int? {
    bytes.firstRange(of: Array(word.utf8))?.lowerBound
  }

  private func block(plants: Bool, _ generator: inout SeededGenerator) -> String {
    func inline(_ depth: Int) -> String {
      let pieces = [
        "word", "it's", "\"quoted\"", "a -- b --- c", "dots...", "&amp;", "&eacute;", "&#x5b;", "&nope;",
        "\\*", "\\[no\\]",
        "\\\\", "`co](de`", "`` a`b ``", "` c `", "`two\nlines`", "[ref]", "[t][ref]", "[ref][]",
        "[l](/causes/)",
        "[m](</causes/>\n\"t\")", "[n](/causes/ (t &amp; \\( t))", "[](sign:outer-hip-pain)",
        "<https://x.example/?a&amp;b>",
        "<mail@x.example>", "![i *j*](a.png)", "![k](a.png 'it')", "[@griffin2016]", "n[^1]", "~~d~~", "\\~",
        "é😀",
        "(paren)", "hip pain", "line\nend", "hard  \nend", "hard\\\nend", "[not", "closed]", "a*b",
        "snake_case", "1 < 2",
        "&lt;", "\u{2019}s", "\\@", "[x]", "a & b", "[@nobody; @griffin2016]",
      ]
      guard depth < 3, Int.random(in: 0..<3, using: &generator) == 0 else {
        return pieces.randomElement(using: &generator) ?? ""
      }
      let inner = "x" + (0...1).map { _ in inline(depth + 1) }.joined(separator: " ") + "y"
      return ["*\(inner)*", "**\(inner)**", "_\(inner)_", "***\(inner)***", "~~\(inner)~~"].randomElement(
        using: &generator) ?? ""
    }
    var words = (0..<Int.random(in: 1...10, using: &generator)).map { _ in inline(0) }
    if plants {
      let planted = [
        "PLANTED", "PLANTED", "*PLANTED*", "x**PLANTED**", "`PLANTED`", "[PLANTED](/causes/)",
        "[PLANTED][ref]",
        "`` ` PLANTED``", "**[*PLANTED*](</causes/> 'x')**", "\\*PLANTED", "&eacute;PLANTED", "\"PLANTED\"",
      ].randomElement(using: &generator)
      words.insert(planted ?? "", at: Int.random(in: 0...words.count, using: &generator))
    }
    var text = words.joined(separator: " ")
    if Int.random(in: 0..<6, using: &generator) == 0 {
      text = "[d]: /causes/\n[e]:\n/causes/\n'title'\n" + text
    }
    func prefixed(_ first: String, _ rest: String) -> String {
      first + text.replacing("\n", with: "\n" + rest)
    }
    switch Int.random(in: 0..<9, using: &generator) {
    case 0: return prefixed("> ", "> ")
    case 1: return prefixed("- ", "  ")
    case 2: return prefixed("12. ", "    ")
    case 3: return prefixed("> - ", ">   ")
    case 4: return "## " + text.replacing("\n", with: " ") + " ##"
    case 5: return prefixed("> > ", "> > ")
    case 6: return prefixed("> [!NOTE] ", "> ")
    case 7: return prefixed("", "") + "\n==="
    default: return prefixed("", "   ")
    }
  }

  @Test(arguments: [
    ("A [b](no.md) word", 1, 14), ("[a]: /causes/\nword", 2, 1), ("> x\nword", 2, 1),
    ("## A\\! word ##", 1, 8),
    ("| a\\|b | x *word* |\n|-|-|\n", 1, 13), ("|a|b|\n|-|-|\n| `c\\|d word` | e |\n", 3, 9),
    ("    code\n    word", 2, 5),
    ("- a\n\n  ```\n  code\n    word\n  ```", 5, 5), ("> [!NOTE] A\n> word", 2, 3),
    ("> [!NOTE] A *word*\n> b", 1, 14),
    ("![a](b.png \"A &amp; word\")", 1, 21), ("A[^1]\n\n[^1]: A\n    word", 4, 5),
    ("1. > - a\n   >   word", 2, 8),
    ("<b>A</b> word", 1, 10), ("<div>\n<p>A &amp; word</div>", 2, 12), ("&nbsp;&Aacute;&hellip; word", 1, 24),
    ("a\\\nb&#0;word", 2, 6), ("word", 1, 1),
  ])
  func places(_ markdown: String, _ line: Int, _ column: Int) throws {
    var options = ArticleOptions(file: "a.md", firstLine: 11)
    options.rawHTML = true
    var renderer = ArticleRenderer()
    let page = renderer.render(Array(markdown.utf8)[...], options: options, references: StubSite())
    let offset = try #require(place(of: "word", in: page.text.bytes))
    #expect(renderer.position(ofText: offset) == Position(line: line + 10, column: column))
  }

  @Test func placesOfWhatNobodyWrote() throws {
    let markdown = "> - [](sign:outer-hip-pain)\n\n## *Head*\n\n> [!EMERGENCY]\n> Go\n"
    var renderer = ArticleRenderer()
    let page = renderer.render(
      Array(markdown.utf8)[...], options: ArticleOptions(file: "a.md"), references: StubSite())
    let title = try #require(place(of: "Outer", in: page.text.bytes))
    let card = try #require(place(of: "911", in: page.text.bytes))
    #expect(renderer.position(ofText: title) == Position(line: 1, column: 8))
    #expect(renderer.position(ofText: card) == Position(line: 5, column: 3))
    #expect(renderer.position(ofBlock: 1) == Position(line: 3, column: 1))
  }
}
