import CCmark
import FixtureSite
import Testing

@testable import Markdown

/// Plain Markdown comes out as libcmark itself writes it.
@Suite struct DifferentialTests {
  /// What blocks and inlines of CommonMark 0.30 are made of, and what a parser could mistake for them.
  private static let pieces = [
    "a", "hip pain", " ", "  \n", "\\\n", "\n", "\n\n", "*", "_", "**", "__", "***", "`", "``", "[", "]", "(",
    ")", "![",
    "](/x)", "](/x \"t\")", "](<a b>)", "[r]", "[r][]", "[a][r]", "\n[r]: /u 'title'\n\n", "> ", ">", "- ",
    "+ ", "* ",
    "1. ", "2) ", "    ", "\t", "# ", "###### ", "#", "```\n", "~~~ x\n", "---\n", "===\n", "***\n", "\\",
    "\\*", "<b>",
    "</b>", "<div>\n", "</div>", "<!-- x -->", "<?x?>", "<https://a.b>", "<a@b.cd>", "&amp;", "&#x5b;",
    "&copy", "&",
    "\"", "'", "--", "...", "é", "\u{2019}", "😀", "\u{A0}", "\u{0}", "\r\n", "\r", "|", "~~", "<", ">", ":",
    "!",
  ]

  @Test func randomDocuments() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("DifferentialTests.randomDocuments seed \(seed)")
    var generator = SeededGenerator(seed)
    for _ in 0..<10_000 {
      let length = Int.random(in: 1...60, using: &generator)
      let text = (0..<length).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined()
      let ours = String(decoding: PlainMarkdown.html(Array(text.utf8)), as: UTF8.self)
      #expect(ours == Self.libcmark(text), "seed \(seed): \(text.debugDescription)")
    }
  }

  private static func libcmark(_ text: String) -> String {
    var text = text
    let html = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cmark_markdown_to_html($0.baseAddress, $0.count, CMARK_OPT_UNSAFE)
      }
    }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return html.map { String(cString: $0) } ?? ""
  }
}
