import Diagnostics
import Testing

@testable import Markdown

@Suite struct UnreadMarkdownTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown || $0.code == .unreadCallout }
  }

  private func warning(_ line: Int, _ column: Int, _ message: String, _ hint: String) -> Diagnostic {
    var one = fault(.unreadMarkdown, line, column, message, hint: hint)
    one.severity = .warning
    return one
  }

  /// Every way in which a callout's mark can miss: its warning would be lost among the text.
  @Test(arguments: [
    ("> [! EMERGENCY]\n> Go.", 1, 3), ("> [EMERGENCY]\n> Go.", 1, 3), ("> [EMERGENCY!]\n> Go.", 1, 3),
    ("> **[!EMERGENCY]**\n> Go.", 1, 5), ("[!EMERGENCY]\nGo.", 1, 1), ("> \u{A0}[!EMERGENCY]\n> Go.", 1, 4),
    ("> [!EMERGENCY\n> Go.", 1, 3), ("> [!\u{A0}EMERGENCY]\n> Go.", 1, 3),
    ("> Go.\n> [!EMERGENCY]\n> Now.", 2, 3),
    ("- [!EMERGENCE]\n  Go.", 1, 3), ("> > [EMERGENCY]\n> > Go.", 1, 5), ("Go. [!Emergency] Now.", 1, 5),
  ])
  func aCalloutThatIsNone(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(
      found(markdown) == [
        fault(
          .unreadCallout, line, column, "This looks like a callout, but would be ordinary text.",
          hint:
            "Write `> [!EMERGENCY]` on a line of its own; begin the lines of its text with `> `, too.")
      ])
  }

  @Test(arguments: [
    "> [!EMERGENCY]\n> Go.", "> [!note] As you *like*\n> Text.", "> \\[!NOTE]\n> Text.", "`[!NOTE]`",
    "> [note] a sign\n> b", "A [Note] of mine.", "[TIP](sign:outer-hip-pain)", "```\n[!NOTE]\n```",
    "- > [!WARNING]\n  > Text.", "[!emphatic] words",
  ])
  func aCalloutOrNothingLikeIt(_ markdown: String) { #expect(found(markdown) == []) }

  @Test func headingsAndLists() {
    #expect(
      found("##What to note\ntext\n###Also\n\n• one\n\n##\u{A0}Two\n\n-\u{A0}a\n\n1.\u{A0}b") == [
        warning(
          1, 1, "This is no heading: behind `##` a space is missing.", "Write `## `, then the heading."),
        warning(
          3, 1, "This is no heading: behind `###` a space is missing.", "Write `### `, then the heading."),
        warning(
          5, 1, "This is no list: a list's lines begin with `-` and a space.",
          "Write `- ` in place of the dot."),
        noSpace(7), noSpace(9), noSpace(11),
      ])
    #expect(found("    Begin at the margin.") == [code(1, 5)])
    #expect(found("> Text.\n>\n>     More.") == [code(3, 7)])
  }

  private func noSpace(_ line: Int) -> Diagnostic {
    warning(
      line, 1,
      "This is no heading and no list: the space behind the mark is another character, pasted from a word processor.",
      "Delete it and type the space again.")
  }

  private func code(_ line: Int, _ column: Int) -> Diagnostic {
    warning(
      line, column,
      "This text is shown as program code, since it is indented by four spaces: nothing in it is read as Markdown.",
      "Begin it at the margin.")
  }

  @Test func picturesAndLinks() {
    #expect(
      found("![A hip](my hip.svg) then ![A hip] (hip.svg)") == [
        warning(
          1, 1, "This picture is not shown: its file's name has a space in it.",
          "Rename the file, and write `my-hip.svg`."),
        warning(
          1, 27, "This picture is not shown.",
          "Write `![What it shows](file.svg)`, without a space between `]` and `(`."),
      ])
    #expect(
      found("Look: ! [A hip](https://a.example/hip.svg)") == [
        warning(
          1, 17, "This is a link to a picture, which the page does not show.",
          "Take out the space between `!` and `[`.")
      ])
    #expect(
      found("[a] (../signs/b.md) [c](d e.md) [f](g\n\n[h][i] [[j]]") == [
        warning(1, 1, "This is no link: there is a space between `]` and `(`.", "Take the space out."),
        warning(
          1, 21, "This is no link: there is a space in where it leads.",
          "Write `%20` for each space, or rename the file."),
        warning(1, 33, "This is no link.", "Write `[text](address)`, all on one line."),
        notALink(3, 1), notALink(3, 8),
      ])
    #expect(
      found("See https://a.example/b.") == [
        warning(
          1, 5, "This address is no link.",
          "Write what it is, then the address: `[the guideline](https://…)`.")
      ])
  }

  private func notALink(_ line: Int, _ column: Int) -> Diagnostic {
    warning(
      line, column, "This is no link.",
      "Write `[text](address)`, as in `[hip pain](sign:outer-hip-pain)`.")
  }

  @Test func citationsAndEmphasis() {
    func citation(_ column: Int) -> Diagnostic {
      warning(
        1, column, "This is no citation, though `griffin2016` is a work in the references.",
        "Write `[@griffin2016]`.")
    }
    #expect(
      found("A [griffin2016], b @griffin2016. C (@griffin2016), d [ @griffin2016].")
        == [citation(3), citation(20), citation(37), citation(54)])
    #expect(
      found("**Today: ** rest.") == [
        warning(
          1, 1, "These `**` are shown as they are.",
          "Put one pair right before the first word and one right behind the last, without a space, or take them out."
        )
      ])
  }

  /// Nothing is said of what is read as it was meant, or was meant to be seen.
  @Test(arguments: [
    "#1 of 3 and #2", "\\##Not a heading", "\\*\\*two stars\\*\\*", "&#91;griffin2016]", "a@griffin2016.org",
    "[@griffin2016; @a_b]", "<https://a.example/>", "[https://a.example/](https://a.example/)",
    "(see) [1] (two)",
    "[a](sign:outer-hip-pain \"b c\")", "2 * 3 * 4", "`**`, `![a](b c)` and `](`", "```\n![a](b c)\n```",
    "A ratio of 1:2 [1].", "Rest.[^a]\n\n[^a]: A day.", "- a\n\n  ```\n  x\n  ```", "~~~\nx\n~~~",
    "Time: 10:30",
    "| a | b |\n|---|---|\n| ##c | - d |",
  ])
  func whatIsMeant(_ markdown: String) { #expect(found(markdown) == []) }

  @Test func canBeSwitchedOffButForCallouts() {
    let page = render("##What\n\n[!NOTE]\nText") { $0.findsUnreadMarkdown = false }
    #expect(page.diagnostics.map(\.code) == [.unreadCallout])
  }

  @Test func aFewAreEnough() {
    let many = String(repeating: "[[a]] ", count: 1000)
    #expect(found(many).count == 20)
    // But a callout that is lost is told of, whatever else is wrong.
    let codes = found(many + "\n\n> [! EMERGENCY]\n> Go.").map(\.code)
    #expect(codes.count == 21 && codes.last == .unreadCallout)
  }
}
