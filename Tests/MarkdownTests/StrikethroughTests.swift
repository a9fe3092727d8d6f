import Testing

@testable import Markdown

@Suite struct StrikethroughTests {
  @Test(arguments: [
    ("~~a~~ ~b~", "<del>a</del> <del>b</del>"), ("~~a *b* c~~", "<del>a <em>b</em> c</del>"),
    ("*a ~~b* c~~", "<em>a ~~b</em> c~~"), ("\\~~a~ \\~b~", "~<del>a</del> ~b~"), ("~~~a~~~ b", "~~~a~~~ b"),
    ("a ~ b ~ c", "a ~ b ~ c"), ("`~a~` ~b~", "<code>~a~</code> <del>b</del>"),
    ("~~a~ b~~", "<del>a~ b</del>"),
    ("`\\~` \\~", "<code>\\~</code> ~"), ("x~y~z", "x<del>y</del>z"),
  ])
  func pairs(_ markdown: String, _ html: String) {
    let out = PlainMarkdown.html(Array("p \(markdown)".utf8), strikethrough: true)
    #expect(String(decoding: out, as: UTF8.self) == "<p>p \(html)</p>\n")
  }
}
