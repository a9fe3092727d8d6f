import Diagnostics
import Testing

@testable import Markdown

/// What comes along from word processors, programs for literature and messages.
@Suite struct DocumentLeftoverTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown || $0.severity == .error }
  }

  private static func unwritten(_ words: String) -> Leftover { .unwritten(Array(words.utf8)) }

  @Test(
    arguments: [
      ("Call (insert phone number) now", 1, 6, unwritten("(insert phone number)")),
      ("Rest (Insert weeks here).", 1, 6, unwritten("(Insert weeks here)")),
      ("It helps (citation needed).", 1, 10, unwritten("(citation needed)")),
      ("Ask [name of the clinician].", 1, 5, unwritten("[name of the clinician]")),
      ("Rest for ?? weeks", 1, 10, unwritten("??")), ("The dose is ???.", 1, 13, unwritten("???")),
      ("Hold it (??) and rest", 1, 10, unwritten("??")),
      ("Click or tap here to enter text.", 1, 1, unwritten("Click or tap here to enter text")),
      ("Name: Click here to enter a name. So", 1, 7, unwritten("Click here to enter a name")),
      ("See { REF _Ref12 \\h } for more", 1, 5, .fieldCode), ("Page {PAGE} of {x}", 1, 6, .fieldCode),
      ("Common {Griffin, 2016 #12}.", 1, 8, .foreignCitation),
      ("Common {Lee, 2019 #3;Griffin, 2016 #12}.", 1, 8, .foreignCitation),
      ("Common \\citep{griffin2016}.", 1, 14, .foreignCitation),
      ("Common {Formatting Citation}.", 1, 8, .foreignCitation),
      ("Common (Griffin et al., 2016).", 1, 8, .foreignCitation),
      ("So (Lee & Kim, 2019b; Ono et al. 2020) it is", 1, 4, .foreignCitation),
      ("Rest<o:p></o:p>", 1, 5, .officeTag),
      ("A <w:br w:x=\"1\"> b", 1, 3, .officeTag), ("\\textbf{Stop} now", 1, 1, .template),
      ("[gallery ids=1,2]", 1, 1, .command), ("[cid:image001.png@01DA]", 1, 1, .lostPicture),
      ("See [image: hip.png]", 1, 5, .lostPicture),
      ("## 1.2 When to rest", 1, 4, .headingNumber(Array("1.2".utf8))),
      ("### 4.1.3. *Now* walk\n\n## 2.1 Rest", 3, 4, .headingNumber(Array("2.1".utf8))),
      ("## 3.\tTreatment", 1, 4, .headingNumber(Array("3.".utf8))),
      ("1.2 When to rest\n\nText.", 1, 1, .plainHeading(Array("When to rest".utf8))),
      ("Text.\n\n4.1.3 What helps", 3, 1, .plainHeading(Array("What helps".utf8))),
      ("Figure 1: Where it hurts", 1, 1, .lostFigure), ("Text.\n\nFig. 2. The hip", 3, 1, .lostFigure),
      ("Week | Minutes\n1 | 20", 1, 1, .bareRows), ("So:\nWeek | Day | Go\n1 | 2 | 3\n", 2, 1, .bareRows),
      ("+---+---+\n| a | b |\n+===+===+", 1, 1, .grid), ("+-----+\n| x   |\n+-----+", 1, 1, .grid),
      ("When to rest ........ 3", 1, 14, .contents), ("A .......... 3\nB ......... 12", 1, 3, .contents),
      ("Rest a day.[AB1] Then walk", 1, 12, .commentMark), ("Commented [JD12]: why?", 1, 11, .commentMark),
      ("Rest a day.\nComment [AB1]: why?", 2, 9, .commentMark),
      ("Rest&nbps;now", 1, 5, .entity), ("a &bulet; b", 1, 3, .entity),
      (
        "[x](https://www.google.com/url?q=https://a.org/b&sa=D)", 1, 1,
        .detour(Array("https://a.org/b".utf8))
      ),
      (
        "A [y](https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.org%2F&data=1)", 1, 3,
        .detour(Array("https://a.org/".utf8))
      ),
    ] as [(String, Int, Int, Leftover)])
  func isTold(_ markdown: String, _ line: Int, _ column: Int, _ leftover: Leftover) {
    let told = found(markdown).map { [$0.message, $0.hint ?? ""] }
    #expect(told == [[leftover.words.message, leftover.words.hint]])
    let position = found(markdown).first?.position
    // A link is told of where its address stands.
    if case .detour = leftover {
      #expect(position?.line == line)
    } else {
      #expect(position == Position(line: line, column: column))
    }
  }

  @Test(arguments: [
    "The tendon (insertion point) hurts; they (insert themselves) often.", "(insert the key, then turn)",
    "Fill in the form (fill in every line).", "Really?? Oui ?? Non ???", "Is it so ??", "What?? no",
    "Click here to see more.", "{ref} and {1, 2}", "A set {Rest, 2016} of #1",
    "Vitamin [B12] and [CO2], see [AB1]",
    "## 3 rules", "## 2.5 km in 30 minutes", "## 10 Tips", "## 2026 Update", "Home | About | Contact",
    "1.5 Minutes is enough.", "1.5 km in all", "Figure 1: A hip\n\n![A hip](a.png)",
    "Figures 1 and 2 show it.",
    "(Marks & Spencer)", "(London 2012)", "(Smith et al. say so)", "(see 2016)", "5 <m and o: p",
    "{1, {2}}",
    "a | b\nc d", "`a | b\n1 | 2`", "Wait...... and then", "He said ......... 3 times", "Q&A; R&D;",
    "[x](https://www.google.com/maps?q=clinic) and <https://www.google.com/search?q=hip>",
    "\\(insert phone number\\), \\??", "+1 555 0100+", "Terms \\{REF\\}",
    "```\n{ REF x }\nWeek | Min\n1 | 2\nRest for ?? weeks\n```",
  ])
  func isMeant(_ markdown: String) {
    #expect(found(markdown).map(\.message) == [])
  }

  /// Two kinds of boxes or ticks are one list.
  @Test(arguments: ["☐ Rest\n☑ Walk", "✅ Rest\n❌ Run", "✔ Rest\n\n✘ Run"])
  func boxesAndTicks(_ markdown: String) { #expect(found(markdown).map { $0.position?.line ?? 0 } == [1]) }

  /// A link's text cannot have an empty line in it.
  @Test func linkOverTwoParagraphs() {
    #expect(found("[Rest\n\nnow](about.md)").map(\.message) == ["This is not a link."])
    #expect(found("f(x](y) and ](z), see [a](sign:outer-hip-pain)").map(\.message) == [])
  }

  @Test func ambulance() { #expect(found("🚑 Call for help.").count == 1) }

  /// Bullets of a symbol font that became letters.
  @Test func sectionSigns() {
    #expect(found("§ Rest\n§ Walk").map { $0.position?.line ?? 0 } == [1])
    #expect(found("§ 5 of the law says so.") == [])
  }

  @Test(arguments: [
    "<div class=\"alert alert-danger\">Do not run</div>", "<p class='callout warning'>Do not run</p>",
    "<section class=\"admonition note\">\nRest\n</section>",
  ])
  func boxesInHTML(_ markdown: String) {
    #expect(found(markdown).map(\.code) == [.unreadCallout])
  }

  @Test(arguments: [
    "**RED FLAGS:** fever, chills.", "STOP: do not run.", "*Caution:* do not run.", "**Urgent!** Call us.",
    "Red flags: fever", "WARNING", "EMERGENCY\n\nGo now.",
  ])
  func titlesThatWarn(_ markdown: String) {
    #expect(found("Text.\n\n\(markdown)").map(\.position?.line) == [3])
  }

  @Test(arguments: ["Red flags are signs.", "**Stop** if it hurts.", "*Caution* helps.", "Stop: press it."])
  func sentences(_ markdown: String) { #expect(found("Text.\n\n\(markdown)") == []) }
}
