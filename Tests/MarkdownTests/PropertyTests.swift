import Diagnostics
import FixtureSite
import Testing

@testable import Markdown

@Suite struct PropertyTests {
  private static let pieces = [
    "a", "hip pain", " ", "\n", "\n\n", "*", "_", "**", "`", "``", "~", "~~", "[", "]", "(", ")", "![",
    "](x)", "[x](no.md)",
    "[^1]", "[^1]: n", "[@griffin2016]", "[@", "> ", "- ", "1. ", "    ", "\t", "# ", "## ", "```\n", "|",
    "|-|\n", "| a |\n",
    "---\n", "\\", "\\[@", "\\~", "<b>", "<!--", "<https://a.b>", "&amp;", "&#x5b;", "\"", "'", "--", "é",
    "\u{2019}", "😀",
    String(decoding: [0xEF, 0xB7, 0x92], as: UTF8.self), "\u{0}", "\r\n", "[!NOTE]", "> [!EMERGENCY] x\n",
    "[r]: /u\n", "[r]", "[r][]", "!", "]:", "@griffin2016", "https://a.b", "\u{2022} ", "\u{A0}", "[! NOTE]",
  ]

  /// Whatever is written, something comes out: no crash, and every element that is opened is closed.
  @Test func anyText() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("PropertyTests.anyText seed \(seed)")
    var generator = SeededGenerator(seed)
    for _ in 0..<3000 {
      let length = Int.random(in: 1...40, using: &generator)
      let text = (0..<length).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      let page = render(text, mentions: stubMentions)
      #expect(isBalanced(page.htmlText), "seed \(seed): \(text.debugDescription)")
      for fault in page.diagnostics {
        #expect(isInside(fault.position, text), "seed \(seed): \(fault) in \(text.debugDescription)")
      }
    }
  }

  /// What is struck out is found where it stands, though a mark of it may be lost in a link, a note or code, and in one article after
  /// another.
  @Test func struckText() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("PropertyTests.struckText seed \(seed)")
    var generator = SeededGenerator(seed)
    let pieces = [
      "a", " ", "\n", "\n\n", "~~", "~~", "~", "[", "](x~~)", "![", "`", "[^1", "[^~~", "]", "[@", "> ", "- ",
      "| ", "# ", "<b ~~>",
    ]
    var renderer = ArticleRenderer()
    for _ in 0..<3000 {
      let length = Int.random(in: 1...16, using: &generator)
      let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let page = renderer.render(
        Array(text.utf8)[...], options: ArticleOptions(file: "a.md"), references: StubSite(),
        mentions: stubMentions)
      for block in page.text.blocks {
        for run in page.text.runs[block.runRange] where run.role == .deletion {
          #expect(
            block.range.lowerBound <= run.range.lowerBound && run.range.upperBound <= block.range.upperBound,
            "seed \(seed): \(text.debugDescription)")
        }
      }
    }
  }

  @Test func anyBytes() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("PropertyTests.anyBytes seed \(seed)")
    var generator = SeededGenerator(seed)
    let signs = Array("[]()!*_~`|:-\n >#^@<&\\\"'".utf8)
    var renderer = ArticleRenderer()
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? signs.randomElement(using: &generator) ?? 0 : UInt8.random(in: 0...255, using: &generator)
      }
      _ = renderer.render(
        bytes[...], options: ArticleOptions(file: "a.md"), references: StubSite(), mentions: stubMentions)
      _ = PlainMarkdown.html(bytes, tables: true, strikethrough: true)
    }
  }

  /// A broken link planted anywhere is reported exactly where it stands.
  @Test func plantedLink() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("PropertyTests.plantedLink seed \(seed)")
    var generator = SeededGenerator(seed)
    let words = [
      "word", "*em*", "**strong**", "`co](de`", "`` a`b ``", "[l](/causes/)", "[m](</causes/>\n\"t\")",
      "<https://x.example>",
      "![i](a.png)", "[ref]", "[text][ref]", "[ref][]", "é😀", "\\[no\\](x)", "it's", "\"q\"",
      "[@griffin2016]", "n[^1]", "~~d~~",
      "line\nend", "a -- b", "[![i](a.png)](/causes/)", "&amp;", "[not", "closed]", "(paren)",
    ]
    for _ in 0..<600 {
      var paragraphs = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
          words.randomElement(using: &generator) ?? ""
        }
      }
      let target = Int.random(in: 0..<paragraphs.count, using: &generator)
      paragraphs[target].insert(
        "[x](PLANTED)", at: Int.random(in: 0...paragraphs[target].count, using: &generator))
      var blocks = paragraphs.map { $0.joined(separator: " ") }
      for index in blocks.indices { blocks[index] = wrap(blocks[index], using: &generator) }
      var text = "[ref]: /causes/ 'ti'\n\n" + blocks.joined(separator: "\n\n") + "\n\n[^1]: note\n\nA[^1]\n"
      if Bool.random(using: &generator) {
        text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
      }
      let page = render(text)
      let planted = page.diagnostics.filter { $0.code == "broken-link" }
      let bytes = Array(text.utf8)
      let wanted = Array("PLANTED".utf8)
      let offset = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
      #expect(
        planted.map(\.position) == [Position(ofByte: offset, in: bytes)],
        "seed \(seed): \(text.debugDescription)")
    }
  }

  private func wrap(_ text: String, using generator: inout SeededGenerator) -> String {
    func prefixed(_ first: String, _ rest: String) -> String {
      first + text.replacing("\n", with: "\n" + rest)
    }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: return prefixed("> ", "> ")
    case 1: return prefixed("- ", "  ")
    case 2: return prefixed("12. ", "    ")
    case 3: return prefixed("> - ", ">   ")
    case 4: return "## " + text.replacing("\n", with: " ")
    default: return prefixed("", "   ")
    }
  }

  private func isInside(_ position: Position?, _ text: String) -> Bool {
    guard let position else { return false }
    let lines = text.replacing("\r\n", with: "\n").unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    guard (1...lines.count).contains(position.line) else { return false }
    return (1...lines[position.line - 1].count + 1).contains(position.column)
  }

  private func isBalanced(_ html: String) -> Bool {
    var open: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      let name = tag.prefix { $0 != " " }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else if !["br", "hr", "img"].contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
