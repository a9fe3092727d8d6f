import Diagnostics
import Testing

@testable import Markdown

/// Tables that are none because of how they were pasted are told of once, with what mends them.
@Suite struct BrokenTableTests {
  private func told(_ markdown: String) -> [String] {
    render(markdown).diagnostics.map {
      "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.severity) \($0.message) » \($0.hint ?? "")"
    }
  }

  private static let lines = "warning The empty lines between these rows keep them from being a table. »"

  @Test(arguments: [
    ("| a | b |\n\n|---|---|\n\n| c | d |\n\n| e | f |", "1:1"),
    ("> |a|b|\n>\n> |:-:|--:|\n>\n> |c|d|", "1:3"),
    ("Text\n\na | b\n\n--- | ---\n\nc | d", "5:1"),
  ])
  func emptyLines(_ markdown: String, _ place: String) {
    #expect(told(markdown) == ["\(place) \(Self.lines) Delete the empty lines between the rows."])
  }

  @Test func emptyLinesWithoutRule() {
    #expect(
      told("| a | b |\n\n| c | d |\n\n| e | f |") == [
        "1:1 \(Self.lines) Delete the empty lines between the rows, and add the line `|---|---|` under the first, with one `---` for each column."
      ])
  }

  @Test(arguments: ["| a |\n|---|\n| b |\n\n| c |\n\n| d |", "| a |\n|---|\n\n| b |\n| c |"])
  func cutOff(_ markdown: String) {
    let line = markdown.hasPrefix("| a |\n|---|\n| b |") ? 5 : 4
    #expect(
      told(markdown) == [
        "\(line):1 warning This row is cut off from the table above it. » Delete the empty line above it."
      ])
  }

  private static let escaped =
    "warning The backslashes keep these rows from being a table. » Delete every backslash in these rows, and any empty lines between them."

  @Test(arguments: [
    ("\\| a \\| b \\|\n\\|---\\|---\\|\n\\| c \\| d \\|", ""),
    ("\\| a \\| b \\|\n\\| \\-\\-- \\| \\-\\-- \\|\n\\| c \\| d \\|", ""),
    ("\\| a \\|\n\n\\|---\\|\n\n\\| c \\|", ""),
    (
      "\\| a \\|\n\\| c \\|",
      " Add the line `|---|---|` under the first, with one `---` for each column."
    ),
  ])
  func backslashes(_ markdown: String, _ rest: String) {
    #expect(told(markdown) == ["1:1 \(Self.escaped)\(rest)"])
  }

  /// Each cell a paragraph of its own, as word processors paste it.
  @Test func tabsInParagraphs() {
    #expect(
      told("Text\n\nWeek\tMiles\n\n1\t2\n\n2\t4") == [
        "3:5 warning These columns are separated by tabs, so they run together. » Write each line as `| first | second |`, and `|---|---|` below the first."
      ])
  }

  @Test(arguments: [
    "\\| a |", "a | b\n\nc | d", "| a | b |\n|---|---|\n| c | d |\n\nText", "One — two | three\n\nText",
    "— | —",
    "Text of the article.\n\n```\n| a |\n\n| b |\n```", "A\tB\n\nText\n\nC\tD", "| a |\n|---|\n| `x\\|y` |",
  ])
  func isQuiet(_ markdown: String) { #expect(told(markdown) == []) }
}
