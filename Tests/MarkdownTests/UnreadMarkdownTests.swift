import Diagnostics
import Testing

@testable import Markdown

@Suite struct UnreadMarkdownTests {
  /// What a definition elsewhere makes of a card.
  @Test func aCardThatIsALink() {
    let codes = render("> [!EMERGENCY]\n> Go.\n\n[!EMERGENCY]: /causes/").diagnostics.map(\.code)
    #expect(codes.contains(.unreadCallout))
  }

  /// However many are written otherwise, one that is not is told of.
  @Test func manyThatAreMeant() {
    let codes = found(String(repeating: "\\[!NOTE] and \\[NOTE]\n\n", count: 1100) + "[!EMERGENCY] Go.").map(
      \.code)
    #expect(codes == [.unreadCallout])
  }

  @Test func inFrontMatter() {
    var renderer = ArticleRenderer()
    let text = Array("[!EMERGENCY] Call".utf8)
    let rendered = renderer.renderInline(
      text[...], at: Position(line: 7, column: 3), options: ArticleOptions(file: "Content/a.md"),
      references: StubSite())
    #expect(rendered.diagnostics.map(\.code) == [.unreadCallout])
    #expect(rendered.diagnostics.map(\.position) == [Position(line: 7, column: 3)])
  }

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
    ("> **[!EMERGENCY]**\n> Go.", 1, 5), ("[!EMERGENCY]\nGo.", 1, 1), ("> \u{A0}[!EMERGENCY]\n> Go.", 1, 3),
    ("> [!EMERGENCY\n> Go.", 1, 3), ("> [!\u{A0}EMERGENCY]\n> Go.", 1, 3),
    ("- [!EMERGENCE]\n  Go.", 1, 3), ("> > [EMERGENCY]\n> > Go.", 1, 5), ("Go. [!Emergency] Now.", 1, 5),
    ("> !EMERGENCY\n> Go.", 1, 3), ("> EMERGENCY\n> Go.", 1, 3), ("> [Emergency]\n> Go.", 1, 3),
    ("> (! Emergency)\n> Go.", 1, 3), ("> ! [EMERGENCY]\n> Go.", 1, 3), ("> [EMERGENCY] Go *now*.", 1, 3),
    ("> [！EMERGENCY]\n> Go.", 1, 3), ("[EMERGENCY]\nGo.", 1, 1),
    // With what is written otherwise than it is shown, in tables, in brackets, next to another slip.
    ("- [!EMERGENCY] Fever \\> 38.5: go now.", 1, 3), ("[!EMERGENCY] &gt;38", 1, 1),
    ("> [EMERGENCY] Fever \\> 38", 1, 3),
    ("[!EMERGENCY]&nbsp;Call", 1, 1),
    ("> [[!EMERGENCY]]", 1, 3),
    ("[!\tEMERGENCY] Go", 1, 1), ("[!!EMERGENCY] Go", 1, 1), ("[!-EMERGENCY-] Go", 1, 1),
    ("[！EMERGENCY] Go", 1, 1),
    ("[!**EMERGENCY**] Go", 1, 1), ("> [!EMERGENCY](tel:112)", 1, 3),
    ("[see](\n[!EMERGENCY]\nCall 112 (now).", 2, 1),
    // A definition of a link, which CommonMark takes out of the text.
    ("> [!EMERGENCY]: Go.", 1, 3), ("- > [!emergency]:\n  > Go.", 1, 5), ("[!EMERGENCY]: Go", 1, 1),
    ("> [!EMERGENCY]: 112\n> Call an ambulance.", 1, 3), ("> [!EMERGENCY]:\n> Call", 1, 3),
    ("[!EMERGENCY]: /causes/", 1, 1),
  ])
  func aCalloutThatIsNone(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(
      found(markdown).filter { $0.code == .unreadCallout } == [
        fault(
          .unreadCallout, line, column,
          "This looks like a callout, but readers would see it as ordinary text.",
          hint:
            "Start with the line `> [!EMERGENCY]`, and start each line of its text with `> `.")
      ])
  }

  @Test(arguments: [
    "> [!EMERGENCY]\n> Go.", "> [!note] As you *like*\n> Text.", "> \\[!NOTE]\n> Text.", "`[!NOTE]`",
    "> [note] a sign\n> b", "A [Note] of mine.",
    "> Note\n> that this is a quote.", "> Warning: this is one.", "> An emergency",
    "> EMERGENCY rooms *are* open.",
    "[EMERGENCY] signs are red.", "> \\!EMERGENCY\n> x", "[TIP](sign:outer-hip-pain)",
    "```\n[!NOTE]\n```", "```\n[!NOTE]: x\n```",
    "- > [!WARNING]\n  > Text.", "[!emphatic] words",
  ])
  func aCalloutOrNothingLikeIt(_ markdown: String) { #expect(found(markdown) == []) }

  @Test func headingsAndLists() {
    #expect(
      found("##What to note\ntext\n###Also\n\n• one\n\n##\u{A0}Two\n\n-\u{A0}a\n\n1.\u{A0}b") == [
        warning(
          1, 1, "This is not a heading, because there is no space after `##`.",
          "Add a space after `##` to make this a heading."),
        warning(
          3, 1, "This is not a heading, because there is no space after `###`.",
          "Add a space after `###` to make this a heading."),
        warning(
          5, 1, "This is not a list: each line of a list starts with `-` and a space.",
          "Replace the dot with `- `, on each line of the list."),
        noSpace(7), noSpace(9), noSpace(11),
      ])
    #expect(found("    Begin at the margin.") == [code(1, 5)])
    #expect(found("> Text.\n>\n>     More.") == [code(3, 7)])
  }

  /// The hint does not lead into another error.
  @Test func aHeadingWithOneMark() {
    #expect(
      found("#Rest") == [
        warning(
          1, 1, "This is not a heading, because there is no space after `#`.",
          "Add a space after `##` to make this a heading.")
      ])
  }

  @Test func marksWithoutSpace() {
    func item(_ line: Int, _ mark: String) -> Diagnostic {
      warning(
        line, 1, "This is not a list, because there is no space after `\(mark)`.",
        "Add a space after `\(mark)`, on each line of the list.")
    }
    #expect(
      found("-First\n-second\n\n1.First\n2)Second") == [
        item(1, "-"), item(4, "1."),
      ])
  }

  @Test func tablesWithoutRule() {
    let table = "This is not a table: the line of hyphens under the header is missing."
    let hint = "Add the line `|---|---|` under the header, with one `---` for each column."
    #expect(found("| **a** | b |\n| c | d |") == [warning(1, 1, table, hint)])
    #expect(found("> |a|b|\n> |c|d|") == [warning(1, 3, table, hint)])
  }

  @Test func aYearThatBecomesAList() {
    #expect(
      found("A.\n\n2016. That was it.") == [
        warning(
          3, 1, "This is shown as a list that starts at 2016.",
          "If it is a sentence, write `2016\\.`, with a backslash before the period.")
      ])
  }

  private func noSpace(_ line: Int) -> Diagnostic {
    warning(
      line, 1,
      "This is not a heading or a list: the space after the mark is a special character, probably pasted from a word processor.",
      "Delete that space and type it again.")
  }

  private func code(_ line: Int, _ column: Int) -> Diagnostic {
    warning(
      line, column,
      "This text is shown as program code, because it is indented by four spaces or a tab. Markdown does not work in it.",
      "Remove the indentation.")
  }

  /// A link to a picture alone in its paragraph was to show it; on another site, a link is all there can be.
  @Test(arguments: [
    ("[A hip](/causes/)", 0, 0), ("See:\n\n[The *knee*](../img/Knee.PNG)", 3, 14),
    ("[A hip](hip.webp)", 1, 9),
  ])
  func picturesWithoutTheirMark(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(
      found(markdown)
        == (line > 0
          ? [
            warning(
              line, column, "This links to the picture instead of showing it.",
              "Write `!` right before the `[`.")
          ] : []))
  }

  @Test(arguments: ["[A hip](https://a.example/hip.svg)", "See [a hip](hip.svg) first.", "[A hip](hip.md)"])
  func linksThatAreMeant(_ markdown: String) {
    #expect(!render(markdown).diagnostics.contains { $0.message.contains("links to the picture") })
  }

  @Test(arguments: [
    ("[The leaflet (PDF)](https://a.example/leaflet.docx)", "docx"),
    ("See [PDF](https://a.example/a.JPG).", "jpg"),
    ("- [Plan, PDF](https://a.example/plan.xlsx)", "xlsx"),
  ])
  func linksThatSayPDF(_ markdown: String, _ ending: String) {
    let found = render(markdown).diagnostics.filter { $0.code == .misleadingLink }
    #expect(
      found.map { "\($0.severity) \($0.message) \($0.hint ?? "")" } == [
        "warning This link says that it leads to a PDF, but it leads to a file ending in `.\(ending)`. Save the document as a PDF and link to that, or write in the link what it is."
      ])
  }

  @Test(arguments: [
    "[The leaflet (PDF)](https://a.example/leaflet.pdf)", "[PDFs](https://a.example/a.docx)",
    "[The PDF](https://a.example/a)", "[The leaflet (Word)](https://a.example/a.docx)",
  ])
  func linksThatSayWhatTheyAre(_ markdown: String) {
    #expect(!render(markdown).diagnostics.contains { $0.code == .misleadingLink })
  }

  @Test func picturesAndLinks() {
    #expect(
      found("![A hip](my hip.svg) then ![A hip] (hip.svg)") == [
        warning(
          1, 1, "This picture is not shown, because its file name contains a space.",
          "Rename the file, and write `my-hip.svg`."),
        warning(
          1, 27, "This picture is not shown.",
          "Write `![What it shows](file.svg)`, with no space between `]` and `(`."),
      ])
    #expect(
      found("Look: ! [A hip](https://a.example/hip.svg)") == [
        warning(
          1, 17, "This links to the picture instead of showing it.",
          "Remove the space between `!` and `[`.")
      ])
    #expect(
      found("[a] (../signs/b.md) [c](d e.md) [f](g\n\n[h][i] [[j]]") == [
        warning(
          1, 1, "This is not a link, because there is a space between `]` and `(`.", "Remove the space."),
        warning(
          1, 21, "This is not a link, because its address contains a space.",
          "Write `d-e.md`: the file name of an article has hyphens."),
        warning(1, 33, "This is not a link.", "Write `[text](address)`, all on one line."),
        notALink(3, 1), notALink(3, 8),
      ])
    #expect(
      found("See https://a.example/b.") == [
        warning(
          1, 5, "This address is not a link.",
          "Write a link text and the address: `[the guideline](https://…)`.")
      ])
  }

  private func notALink(_ line: Int, _ column: Int) -> Diagnostic {
    warning(
      line, column, "This is not a link.",
      "Write `[text](address)`, as in `[hip pain](sign:outer-hip-pain)`.")
  }

  @Test func citationsAndEmphasis() {
    func citation(_ column: Int) -> Diagnostic {
      warning(
        1, column, "This is not a citation, although `griffin2016` is in the references.",
        "Write `[@griffin2016]`.")
    }
    #expect(
      found("A [griffin2016], b @griffin2016. C (@griffin2016), d [ @griffin2016].")
        == [citation(3), citation(20), citation(37), citation(54)])
    #expect(found("A [griffin2016; other2020].") == [citation(3)])
    #expect(
      found("**Today: ** rest.") == [
        warning(
          1, 1, "Readers will see these `**` as they are.",
          "Put one `**` directly before the first word and one directly after the last, with no spaces, or remove them."
        )
      ])
  }

  /// A dose of "3*10, then 2*15" would read "310, then 215".
  @Test func starsBetweenNumbers() {
    #expect(
      found("Do 3*10 a day, then 2*15.") == [
        warning(
          1, 4, "Readers will not see this `*` between two numbers: it turns text into italics.",
          "Write `×` to multiply, or `\\*` to show a star.")
      ])
  }

  /// Nothing is said of what is read as it was meant, or was meant to be seen.
  @Test(arguments: [
    "#1 of 3 and #2", "\\##Not a heading", "\\*\\*two stars\\*\\*", "&#91;griffin2016]", "a@griffin2016",
    "[@griffin2016; @a_b]", "<https://a.example/>", "[https://a.example/](https://a.example/)",
    "(see) \\[1] (two)",
    "[a](sign:outer-hip-pain \"b c\")", "2 * 3 * 4", "`**`, `![a](b c)` and `](`", "```\n![a](b c)\n```",
    "A ratio of 1:2 [a].", "Rest.[^a]\n\n[^a]: A day.", "- a\n\n  ```\n  x\n  ```", "~~~\nx\n~~~",
    "Time: 10:30", "#hip is a tag", "One ** mark.", "Hip pain! [A hip](https://a.example/hip.svg)",
    "Do 3\\*10, then 2\\*15.", "Do *10* a day and 2 *15*.",
    "| a | b |\n|---|---|\n| ##c | - d |", "| a | b |\n| - |\n| c | d |", "\\-First", "1\\.First", "\\| a |",
    "-5 to +5", "2016\\. That", "3. Third", "3.5 miles", "a | b\n| c", "-- Two",
  ])
  func whatIsMeant(_ markdown: String) { #expect(found(markdown) == []) }

  @Test func canBeSwitchedOffButForCallouts() {
    let page = render("##What\n\n[!NOTE]\nText") { $0.findsUnreadMarkdown = false }
    #expect(page.diagnostics.map(\.code) == [.unreadCallout])
  }

  @Test func aFewAreEnough() {
    let many = String(repeating: "[[a]] ", count: 2_000)
    #expect(found(String(repeating: "[[a]] ", count: 900)).count == 900)
    #expect(found(many).count == 1_001)
    #expect(found(many).contains { $0.message.hasPrefix("There are more places in this article") })
    // But a callout that is lost is told of, whatever else is wrong.
    let codes = found(many + "\n\n> [! EMERGENCY]\n> Go.").map(\.code)
    #expect(codes.count == 1_002 && codes.contains(.unreadCallout))
  }

  @Test(arguments: [("1. a\n2. \n3. c", 2, 1), ("- a\n-\n- c", 2, 1), ("Text\n\n> * \n", 3, 3)])
  func emptyItems(_ text: String, _ line: Int, _ column: Int) {
    let found = render(text).diagnostics
    #expect(
      found.map(\.message) == ["This list item has no text."]
        && found[0].position == .init(line: line, column: column), "\(found)")
  }

  /// Neither version is published.
  @Test(arguments: ["a\n\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\n", "<<<<<<< HEAD\n\nb\n\n=======\n\nc\n"])
  func mergedVersions(_ text: String) {
    let found = render(text).diagnostics
    #expect(found.map(\.code) == ["unfinished-text"] && found[0].severity == .error)
    #expect(render("a <<<<<<< b\n").diagnostics == [])
  }
}
