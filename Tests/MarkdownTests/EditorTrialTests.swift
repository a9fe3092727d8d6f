import Diagnostics
import Testing

@testable import Markdown

/// Slips of editors that were published without a word, or with a hint that did not help.
@Suite struct EditorTrialTests {
  private func told(_ markdown: String, _ configure: (inout ArticleOptions) -> Void = { _ in }) -> [String] {
    render(markdown, configure: configure).diagnostics.map { one in
      let place = one.position.map { "\($0.line):\($0.column)" } ?? ""
      return
        "\(place): \(one.severity) \(one.code.rawValue): \(one.message)\(one.hint.map { " » \($0)" } ?? "")"
    }
  }

  // MARK: What other programs leave

  @Test(arguments: [
    "[12/05/26, 09:14:22] Ann: Ice helps\n[12/05/26, 09:15:01] Bob: ok", "[5.12.26, 9:14:22] Ann: Ice helps",
    "12/05/26, 09:14 - Ann: Ice helps\n12/05/26, 09:16 - Bob: Yes", "[5/12/26, 9:14:22 AM] Ann: Ice helps",
  ])
  func stampsOfMessages(_ markdown: String) {
    #expect(
      told(markdown) == [
        "1:1: warning unread-markdown: A chat program wrote this before a message, and readers see it. » Delete it, with the name of who sent the message."
      ])
  }

  @Test(arguments: [
    "On Mon, Nov 30, 2026 at 9:14 AM Ann Example <ann@clinic.example> wrote:\n> Rest it.",
    "On 30 Nov 2026, at 09:14, Ann wrote:\n\nRest it.",
    "El 30 nov 2026, a las 9:14, Ana escribió:\n\nDescanse.",
  ])
  func linesAboveAnswers(_ markdown: String) {
    #expect(
      told(markdown) == [
        "1:1: warning unread-markdown: A mail program added this line, and readers see it. » Delete it."
      ])
  }

  @Test(arguments: [
    "[1/2 of the way] Ann: x", "On day 3 Ann wrote a note:\n\nRest.", "On Mondays we wrote:\n\n- rest",
    "12/05/26 is the day", "On 30 Nov 2026, the hip is sore.",
  ])
  func noMessages(_ markdown: String) {
    #expect(!told(markdown).contains { $0.contains("program") })
  }

  @Test(arguments: ["#knee #pain #exercise", "#Knee #Pain\n\nText.", "Text.\n#dolor #cadera"])
  func hashtags(_ markdown: String) {
    let line = markdown.hasPrefix("Text") ? 2 : 1
    #expect(
      told(markdown) == [
        "\(line):1: warning unread-markdown: These hashtags do nothing here and are shown as typed. » Delete them."
      ])
  }

  @Test(arguments: [
    ("\u{A0}## When to rest", 1), ("Text.\n\n\u{A0}- Rest", 3), ("Text.\n\u{A0}\u{A0}1. Rest", 2),
    ("\u{A0}> Rest", 1),
  ])
  func spacesBeforeMarks(_ markdown: String, _ line: Int) {
    #expect(
      told(markdown) == [
        "\(line):1: warning unread-markdown: This is not a heading or a list: a special space stands before its mark, probably pasted from a word processor. » Delete that space."
      ])
  }

  @Test(arguments: [("＃＃ When to rest", "#"), ("＊ Rest", "*"), ("Text.\n\n－ Rest", "-")])
  func fullWidthMarks(_ markdown: String, _ sign: String) {
    let line = markdown.hasPrefix("Text") ? 3 : 1
    #expect(
      told(markdown) == [
        "\(line):1: warning unread-markdown: This is a full-width sign, so it is shown as typed. » Write `\(sign)` in its place."
      ])
  }

  @Test(arguments: ["Week,Minutes,Days\n1,20,3\n2,30,4", "Tag;Minuten;Pause\n1;20;3\n2;30;4"])
  func rowsOfSpreadsheets(_ markdown: String) {
    #expect(
      told(markdown) == [
        "1:1: warning unread-markdown: These lines run together into one paragraph. » Write a table: each line as `| first | second |`, and `|---|---|` below the first."
      ])
  }

  @Test func signatures() {
    #expect(
      told("Best regards, Ann.\n-- \nAnn Example").map { $0.prefix(5) } == ["2:1: "])
    #expect(told("Best regards, Ann.\n-- \nAnn Example")[0].contains("the signature of a mail, delete it"))
  }

  // MARK: Tables

  @Test func twoLinesOfHeaders() {
    #expect(
      told("| | Week 1 | Week 2 |\n| | min | min |\n|---|---|---|\n| Walk | 10 | 20 |") == [
        "1:1: warning unread-markdown: This line is not part of the table below it: a table has one line of headers. » Write the words of both lines in one, and delete the other."
      ])
  }

  @Test(arguments: ["| –– | –– |", "|—|—|", "| — | —— |"])
  func dashesForHyphens(_ rule: String) {
    #expect(
      told("| Week | Minutes |\n\(rule)\n| 1 | 20 |") == [
        "1:1: warning unread-markdown: This is not a table: the line under the header has dashes in place of hyphens. » Replace that line with `|---|---|`, with one `---` for each column."
      ])
  }

  @Test(arguments: ["| –– | –– |", "|---|---|", "| :-- | --: |"])
  func secondLineOfHyphens(_ row: String) {
    #expect(
      told("| Week | Minutes |\n|---|---|\n| 1 | 20 |\n\(row)\n| 2 | 30 |") == [
        "4:1: warning unread-markdown: Readers see this line as a row of dashes: only the line right under the header divides it from the rows. » Delete this line."
      ])
  }

  @Test func emptyTables() {
    #expect(
      told("| Week | Minutes |\n|---|---|\n|  |  |\n|  |  |") == [
        "3:1: warning unread-markdown: Nothing stands in this table below its header. » Fill in its rows, or delete the table."
      ])
    #expect(told("| Week | Minutes |\n|---|---|\n| 1 |  |\n|  |  |\n| – | – |").isEmpty)
  }

  @Test func brokenRows() {
    #expect(
      told("| Week | What |\n|---|---|\n| 1 | walk\\\nsit |")[0]
        == "3:1: warning unread-markdown: This row ends at its `\\`: a row stays on one line, and so does each of its cells. » Write the row on one line, without the `\\`."
    )
  }

  // MARK: Callouts and HTML

  @Test func calloutsBelowCallouts() {
    #expect(
      told("> [!WARNING]\n> Do not run.\n> [!TIP]\n> Use the rail.") == [
        "3:3: error unread-callout: This looks like a callout, but readers would see it as ordinary text. » Put an empty line above it, without a `>`."
      ])
    #expect(told("> [!WARNING]\n> Do not run.\n\n> [!TIP]\n> Use the rail.").isEmpty)
    #expect(told("> Go.\n> [!EMERGENCY]\n> Now.").map { $0.prefix(5) } == ["2:3: "])
  }

  @Test func calloutsInTables() {
    #expect(
      told("| When | What |\n|---|---|\n| Night | [!WARNING] Get help |").map {
        $0.split(separator: "»").last ?? ""
      } == [
        " A table cannot hold a callout. Write it below the table: the line `> [!WARNING]`, then its text with `> `."
      ])
  }

  @Test(arguments: [
    (
      "<aside>\n💡 Slowly.\n</aside>",
      "Write the line `> [!TIP]` in place of `<aside>`, start each line below it with `> `, and delete `</aside>`."
    ),
    (
      "<blockquote>\nSlowly.\n</blockquote>",
      "Delete `<blockquote>` and `</blockquote>`, and start each line between them with `> `."
    ),
    (
      "<iframe src=\"https://www.youtube.com/embed/dQw4w9WgXcQ?si=x\"></iframe>",
      "Write `![What it shows](https://youtu.be/dQw4w9WgXcQ)`."
    ),
    (
      "<iframe src=\"https://player.vimeo.com/video/1234\"></iframe>",
      "Write `![What it shows](https://vimeo.com/1234)`."
    ),
    (
      "<iframe src=\"https://maps.example/embed/7\"></iframe>",
      "Link to it: `[words](https://maps.example/embed/7)`."
    ),
  ])
  func elements(_ html: String, _ hint: String) {
    #expect(
      told(html) == [
        "1:1: error raw-html: This is HTML. Articles cannot contain HTML. » \(hint) To show a `<`, write `\\<`."
      ])
  }

  // MARK: Links, pictures, notes

  @Test func titlesWithoutQuotes() {
    #expect(
      told("![A knee from the front](kneecap.svg Kneecap)") == [
        "1:1: warning unread-markdown: This picture is not shown, because its title is not in straight quotes. » Write `kneecap.svg \"Kneecap\"`."
      ])
  }

  @Test func headingsWithSpaces() {
    #expect(
      told("[What may help](#What May Help)") == [
        "1:1: warning unread-markdown: This is not a link, because its address contains a space. » Write `#what-may-help`: the address of a heading has hyphens and small letters."
      ])
  }

  @Test func linksThatAreNotClosed() {
    #expect(
      told("See [the guideline](https://www.example.org/ng226 for more.") == [
        "1:5: warning unread-markdown: This is not a link. » Write `[text](address)`, all on one line."
      ])
  }

  @Test(arguments: [
    ("[https://www.nice.example/ng226](https://www.nhs.example/)", 34, "nice.example", "nhs.example"),
    ("[www.clinic.example](https://other.example/a)", 22, "clinic.example", "other.example"),
  ])
  func addressesOfOtherSites(_ markdown: String, _ column: Int, _ shown: String, _ target: String) {
    #expect(
      told(markdown) == [
        "1:\(column): warning misleading-link: This link shows an address of `\(shown)`, but leads to `\(target)`. » Write the same address in both places, or words that say where it leads."
      ])
  }

  @Test(arguments: [
    "<https://www.nhs.example/a>", "[https://nhs.example](https://www.nhs.example/a)",
    "[www.nhs.example/b](https://nhs.example/a)",
    "[https://nhs.example](https://archive.example/web/https://nhs.example/)",
    "[How it works](https://nhs.example/)",
  ])
  func sameSites(_ markdown: String) {
    #expect(told(markdown).isEmpty)
  }

  @Test func descriptions() {
    #expect(
      told("![TODO alt text](a.svg)") == [
        "1:1: warning unfinished-text: `TODO` is left in this description, which is read out to people who cannot see the picture. » Say what the picture shows between the brackets: `![A runner on a hill](…)`."
      ])
    #expect(
      told("![A hip from the front [@griffin2016]](a.svg)") == [
        "1:1: warning unread-markdown: A citation does not work in the description of a picture: it is read out as typed. » Delete it here, and write it in the text."
      ])
  }

  @Test func misreadNotes() {
    #expect(
      told("Rest.[^a]\n\nWalk.[^A]\n\n  [^a]: A day or two.").map { $0.prefix { $0 != " " } } == ["5:3:"])
    #expect(told("Rest.[^a]\n\n[^a] A day or two.").map { $0.prefix { $0 != " " } } == ["3:1:"])
    #expect(told("Rest.[^a] And.[^b]\n\n[^a] A day.").map { $0.prefix { $0 != " " } } == ["1:15:", "3:1:"])
  }
}
