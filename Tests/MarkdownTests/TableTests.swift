import Testing

@testable import Markdown

@Suite struct TableTests {
  @Test func alignmentIsAClassAndTheTableScrolls() {
    #expect(
      render("| a | b |\n|:--|--:|\n| [x][r] | `c\\|d` |\n| 1 |\n\n[r]: /causes/\n").htmlText == """
        <div class="table-scroll" role="group" tabindex="0" aria-label="Table 1">
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-left">a</th>
        <th scope="col" class="align-right">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-left"><a href="/causes/">x</a></td>
        <td class="align-right"><code>c|d</code></td>
        </tr>
        <tr>
        <td class="align-left">1</td>
        <td class="align-right"></td>
        </tr>
        </tbody>
        </table>
        </div>\n
        """)
  }

  @Test(arguments: [
    // In a list that stays tight, in a quote, after text, before what ends it.
    ("- x\n  | a |\n  |---|\n  | b |\n- y\n", "<ul>\n<li>x\nTABLE</li>\n<li>y</li>\n</ul>\n"),
    ("> | a |\n> |---|\n> | b |\nc\n", "<blockquote>\nTABLE</blockquote>\n<p>c</p>\n"),
    ("text\n| a |\n|---|\n| b |\n", "<p>text</p>\nTABLE"),
    ("| a |\n|---|\n| b |\n- c\n", "TABLE<ul>\n<li>c</li>\n</ul>\n"),
    ("| a |\n|---|\n| b |\n---\n", "TABLE<hr />\n"),
    ("| a |\n|---|\n| b |\n    c\n", "TABLE<pre><code>c\n</code></pre>\n"),
    ("1. > | a |\n   > |---|\n   > | b |\n", "<ol>\n<li>\n<blockquote>\nTABLE</blockquote>\n</li>\n</ol>\n"),
    ("- | a |\n  |---|\n  | b |\n", "<ul>\n<li>\nTABLE</li>\n</ul>\n"),
  ])
  func containers(_ markdown: String, _ html: String) {
    let table = """
      <table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n</tbody>\n</table>\n
      """
    let out = String(decoding: PlainMarkdown.html(Array(markdown.utf8), tables: true), as: UTF8.self)
    #expect(out == html.replacing("TABLE", with: table))
  }

  @Test func trailingHashesAndEscapes() {
    let out = PlainMarkdown.html(Array("| a # |\n| - |\n| # |\n| \\# x \\|\n".utf8), tables: true)
    let text = String(decoding: out, as: UTF8.self)
    #expect(text.contains("<th>a #</th>") && text.contains("<td>#</td>") && text.contains("<td># x |</td>"))
  }

  @Test func rowTooLong() {
    #expect(
      render("x\n\n> | a | b |\n> |---|---|\n> | 1 | 2 | é |\n").diagnostics == [
        fault(
          "table-row-too-long", 5, 13,
          "This row has 3 cells, but the table has 2 columns. The extra cells would be lost.",
          hint: "Remove a `|`, add a column to the header, or write `\\|` if the `|` is part of the text.")
      ])
  }

  @Test func headerMismatch() {
    #expect(
      render("| a | b |\n|---|\n").diagnostics == [
        fault(
          "table-header-mismatch", 2, 1,
          "The number of columns here (1) differs from the header above (2), so this is not a table.",
          hint: "Give both lines the same number of columns.")
      ])
  }

  @Test func placesAfterATable() {
    let page = render("| a | b |\n|---|---|\n| c | [x](no.md) |\n| [y](no.md) | d |\n\nText [z](no.md)\n")
    #expect(page.diagnostics.map(\.position?.line) == [3, 4, 6])
    #expect(page.diagnostics.map(\.position?.column) == [11, 7, 10])
  }
}
