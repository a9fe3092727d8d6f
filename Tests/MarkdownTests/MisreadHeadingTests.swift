import Diagnostics
import Testing

@testable import Markdown

/// Bold lines in place of headings, headings by accident, and addresses behind a word.
@Suite struct MisreadHeadingTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown }
  }

  private func warning(_ line: Int, _ column: Int, _ message: String, _ hint: String) -> [Diagnostic] {
    var one = fault(.unreadMarkdown, line, column, message, hint: hint)
    one.severity = .warning
    return [one]
  }

  @Test(arguments: [
    ("**When to see a doctor**\n\nText.", 1, "## When to see a doctor"),
    ("Text.\n\n__What helps:__\n\n- Rest", 3, "## What helps"),
    ("## One\n\n**Two**\n\nText.", 3, "### Two"), ("**Qué hacer**\n\n1. Nada", 1, "## Qué hacer"),
    ("**What helps**\\\nRest.", 1, "## What helps"), ("**What helps**  \nRest.", 1, "## What helps"),
    ("**膝の痛み**\n\n休む。", 1, "## 膝の痛み"),
  ])
  func boldLines(_ markdown: String, _ line: Int, _ heading: String) {
    #expect(
      found(markdown)
        == warning(
          line, 1,
          "This line is bold but not a heading: the table of contents leaves it out, and screen readers do not announce it.",
          "Write `\(heading)`. If it is a sentence, end it with a period."))
  }

  @Test(arguments: [
    ("One sentence.\n---", 2, 1), ("One line\nand another\n---\n\nText", 3, 1), ("Do this:\n-\n- two", 2, 1),
    ("> Text that ends.\n> ---", 2, 3), ("Ann said:\n------", 2, 1),
    ("It may last (a week).\n---", 2, 1), ("It helps. [@griffin2016]\n---", 2, 1),
    ("He said “stop.”\n---", 2, 1),
  ])
  func accidents(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(
      found(markdown)
        == warning(
          line, column, "This line turns the text right above it into a heading.",
          "Add an empty line above it, or delete it."))
  }

  @Test(arguments: [
    ("See NHS<https://www.nhs.uk/> now", 5, "NHS", "https://www.nhs.uk/"),
    ("Ann Lee<mailto:ann@clinic.example>", 5, "Lee", "mailto:ann@clinic.example"),
    ("- the café<https://a.example/b_c>.", 7, "café", "https://a.example/b_c"),
  ])
  func addressesBehindWords(_ markdown: String, _ column: Int, _ name: String, _ address: String) {
    #expect(
      found(markdown)
        == warning(
          1, column, "The address is shown behind `\(name)`, which is not a link.",
          "Write `[\(name)](\(address))`. If the link has several words, put all of them between `[` and `]`."
        ))
  }

  @Test(arguments: [
    "**Stop if it hurts.**\n\nText", "**Rest!**\n\nText", "**Really?**\n\nText", "**“Stop.”**\n\nText",
    "Text\n\n**The last line**",
    "**One**\n\n**Two**", "**Bold** text\n\nText", "- **Rest**\n\n  Text", "> **Anna**\n>\n> Text",
    "**555 0100**\n\nText",
    "**休む。**\n\nText", "**A bold run-in**\ntext", "A heading\n---\n\nText", "Is it one?\n---",
    "Text.\n\n---\n\nText.",
    "See <https://www.nhs.uk/> now", "(<https://www.nhs.uk/>)", "参照<https://a.example/>",
    "NHS[x](https://a.example/)", "`NHS<https://a.example>`",
  ])
  func isQuiet(_ markdown: String) { #expect(found(markdown) == []) }

  /// A raised number of a note gets another hint than a power.
  @Test(arguments: [
    ("It helps.<sup>1</sup>", true), ("Some pain<sup>12</sup> is", true), ("10<sup>3</sup>", false),
    ("5 m<sup>2</sup>", false),
    ("It helps.<sup>th</sup>", false),
  ])
  func raisedNumbers(_ markdown: String, _ isNote: Bool) {
    let hints = render(markdown).diagnostics.map { $0.hint ?? "" }
    #expect(hints.count == 1 && hints[0].hasPrefix("Write `[^") == isNote, "\(hints)")
  }
}
