import Diagnostics
import Testing

@testable import Markdown

/// What other programs read as markup or leave behind is told at its place; what is meant to be seen is not.
@Suite struct LeftoverTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown || $0.severity == .error }
  }

  private static func warning(_ line: Int, _ column: Int, _ leftover: Leftover) -> Diagnostic {
    var one = fault(.unreadMarkdown, line, column, leftover.words.message, hint: leftover.words.hint)
    one.severity = .warning
    return one
  }

  @Test(
    arguments: [
      ("## Head {#my-id}", 1, 9, Leftover.headingName), ("Text {: .lead}", 1, 6, .attributes),
      ("> A [b](sign:outer-hip-pain){.button} c", 1, 29, .attributes),
      ("![A](a.png){width=50%}", 1, 12, .attributes),
      ("Dear {{ patient.name }},", 1, 6, .template), ("a\n{% include x.html %}", 2, 1, .template),
      ("See {{< youtube abc >}} now", 1, 5, .template), ("{{% toc %}}", 1, 1, .template),
      ("A {==word==} b", 1, 3, .template), ("{toc}", 1, 1, .template),
      ("[gallery]", 1, 1, .command), ("- [gallery ids=\"1,2\"]", 1, 3, .command),
      ("a [/caption] b", 1, 3, .command),
      ("[url=https]", 1, 1, .command), ("::: columns\nText\n:::", 1, 1, .container),
      ("An ==important word== here", 1, 4, .highlight), ("## ==x==", 1, 4, .highlight),
      ("An ++added word++ here", 1, 4, .inserted), ("a 10^th^ b", 1, 5, .raised), ("^sup^", 1, 1, .raised),
      ("Drink H~2~O.", 1, 8, .lowered), ("So $$E = mc^2$$ it is", 1, 4, .formula),
      ("Some __bold __ word", 1, 6, .underscores),
      ("BMI in kg/m^2 is", 1, 12, .power), ("A room of 12 m^2.", 1, 15, .power), ("10^6 cells", 1, 3, .power),
      ("Stop __at once if it hurts.", 1, 6, .openUnderscores), ("__Rest first", 1, 1, .openUnderscores),
      ("***Stop if it hurts", 1, 1, .openBold), ("####### When to rest", 1, 1, .deepHeading),
      ("Text\n\n######## Deep", 3, 1, .deepHeading),
      ("!(A hip)[hip.svg]", 1, 1, .swappedPicture), ("See !(it)[../a/b.jpeg] here", 1, 5, .swappedPicture),
      ("*[MRI]: Magnetic resonance imaging", 1, 1, .abbreviation), ("a\n*[X-ray]: Y", 2, 1, .abbreviation),
      ("The treat-\nment helps", 1, 10, .dividedWord), ("> A long-\n> term plan", 1, 9, .dividedWord),
      ("It helps [see @lee1998b].", 1, 15, .unknownKey(Array("lee1998b".utf8))),
      ("$$x=1$$ and \\(x\\)", 1, 1, .formula),
      ("~~Not closed", 1, 1, .openStrike), ("Do ~not~ run", 1, 4, .singleStrike),
      ("~as before~, then", 1, 1, .singleStrike),
      ("Rest helps【12†source】.", 1, 11, .foreignCitation),
      ("a word~~ b", 1, 7, .openStrike),
      ("Text %%ask Ann%% more", 1, 6, .comment), ("%%\nall\n%%", 1, 1, .comment),
      ("A paragraph. ^a1b2c3", 1, 14, .blockName), ("Rest.^[A day or two.] Go", 1, 6, .inlineNote),
      ("Rest.[^a day] Go", 1, 6, .footnoteName(Array("a-day".utf8))),
      ("Rest.[^ 1] Go", 1, 6, .spacedFootnote(Array("1".utf8))),
      ("Rest.[^a ]", 1, 6, .spacedFootnote(Array("a".utf8))),
      ("- Rest.[ ^1] Go", 1, 8, .spacedFootnote(Array("1".utf8))),
      ("As shown [[@griffin2016]].", 1, 10, .doubleBrackets(Array("@griffin2016".utf8))),
      ("It helps (@lee1998b).", 1, 11, .unknownKey(Array("lee1998b".utf8))),
      ("It helps [ @lee ].", 1, 10, .unknownKey(Array("lee".utf8))),
      ("It helps [ @o_neill:2004].", 1, 10, .unknownKey(Array("o_neill:2004".utf8))),
      ("[TOC]", 1, 1, .contents), ("[[ToC]]", 1, 1, .contents), ("[[toc]]", 1, 1, .contents),
      ("- a\n- [ ] b", 2, 3, .box), ("1. [x] b", 1, 4, .box), ("[X] c", 1, 1, .box),
      ("Bursa\n: A cushion", 2, 1, .definition), ("Bursa\n\n:   A cushion", 3, 1, .definition),
      ("h2. Heading", 1, 1, .foreignHeading), ("== Heading ==", 1, 1, .foreignHeading),
      ("Stop :warning: now", 1, 6, .shortCode), ("| a :+1: |\n|---|\n| b |", 1, 5, .shortCode),
      ("(the guideline)[https://a.example/b] x", 1, 1, .swappedLink),
      ("A (b)[../signs/c.md]", 1, 3, .swappedLink),
      ("Write to ann.lee@clinic.example.", 1, 10, .mailAddress(Array("ann.lee@clinic.example".utf8))),
      ("- mail: a@b.org", 1, 9, .mailAddress(Array("a@b.org".utf8))),
      ("Known \\[@griffin2016\\].", 1, 7, .escapedCitation(Array("griffin2016".utf8))),
      ("As shown [1].", 1, 10, .numberInBrackets), ("Shown.[2, 3] So", 1, 7, .numberInBrackets),
      ("Shown [4–6] so", 1, 7, .numberInBrackets),
      ("Week\tMiles\n1\t2\n2\t4", 1, 1, .tabs), ("> a\tb\tc", 1, 3, .remnant(.tabbedLine)),
      ("It doesnâ€™t", 1, 9, .encoding), ("Ménière, MÃ©niÃ¨re", 1, 11, .encoding), ("25Â°C", 1, 3, .encoding),
      ("a \u{FFFD} b", 1, 3, .encoding), ("the ﬁrst", 1, 5, .ligature("fi")),
      ("oﬃce", 1, 2, .ligature("ffi")),
      ("a \u{F0E0} b", 1, 3, .symbol(0)), ("Use `limber check now", 1, 5, .backtick),
      ("a&nbsp b", 1, 2, .entity),
      ("a&amp;nbsp;b", 1, 2, .entity), ("See Error! Reference source not found. now", 1, 5, .wordError),
      ("Week   Miles\n1      2\n2      4", 1, 1, .columns), ("So:\nLight   Go\nRed  Stop", 2, 1, .columns),
      ("It helps.¹", 1, 10, .smallNumber(1)), ("It helps.¹² So", 1, 10, .smallNumber(12)),
      ("Some pain¹ is fine", 1, 10, .smallNumber(1)), ("He said “stop”⁴ then", 1, 15, .smallNumber(4)),
      ("Is it?³\nNo.", 1, 7, .smallNumber(3)),
      ("Rest a day[a] or two", 1, 11, .commentMark), ("Rest.[b]", 1, 6, .commentMark),
      ("Rest\\[c\\] now", 1, 5, .commentMark), ("[a]Is this right?", 1, 1, .commentMark),
      ("Ask Dr. [insert name].", 1, 9, .unwritten(Array("[insert name]".utf8))),
      ("Rest \\[INSERT DAYS\\] days", 1, 6, .unwritten(Array("[INSERT DAYS]".utf8))),
      ("It helps.[citation needed]", 1, 10, .unwritten(Array("[citation needed]".utf8))),
      ("1. One\n\nMore\n2. Two", 4, 1, .gluedItem(2)), ("**Stop if it hurts", 1, 1, .openBold),
      ("- Stop** if", 1, 7, .openBold), ("日本**語。**日本", 1, 3, .boldBesidePunctuation),
      ("Go **(slowly)**now", 1, 4, .boldBesidePunctuation),
      ("x **a** y**“b”** z", 1, 10, .boldBesidePunctuation),
      ("He said **\"stop\"**then **go** on", 1, 9, .boldBesidePunctuation),
      // Two that are read as one: what lies between them is bold.
      ("这是**粗体。**文字，他说**“你好”**了。", 1, 21, .boldBesidePunctuation),
    ] as [(String, Int, Int, Leftover)])
  func isTold(_ markdown: String, _ line: Int, _ column: Int, _ leftover: Leftover) {
    #expect(found(markdown) == [Self.warning(line, column, leftover)])
  }

  @Test func boldThatSwallowsWhatIsBetween() {
    #expect(
      found("Say**“stop”**and do**“go”**now") == [
        Self.warning(1, 4, .boldBesidePunctuation), Self.warning(1, 26, .boldBesidePunctuation),
      ])
  }

  /// One slip of these gives an address or a bullet more than once or none at all.
  @Test func addressesAndBullets() {
    func codes(_ markdown: String) -> [String] {
      found(markdown).map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.message.prefix(15))" }
    }
    #expect(
      codes("See www.clinic.example, or (www.a.org).") == ["1:5 This address is", "1:29 This address is"])
    for bullet in ["•", "·", "▪", "●", "➢", "\u{F0B7}", "◦"] {
      #expect(codes("\(bullet) one\n\(bullet)\ttwo") == ["1:1 This is not a l"])
    }
    #expect(codes("o one\no two\n\n## Two\n\no one") == ["1:1 This is not a l", "6:1 This is not a l"])
  }

  @Test(arguments: [
    "3~5 times a week, 10~15 reps, ~$60 (~$40).", "A set {1, 2} and {a} or f{x}.", "a == b and x==y",
    "a ++ b, C++ and D++",
    "2^3 and ^_^ and a^b", "50% to 60%; 100%%", "Ratio 1:2:3, at 10:30:15, say a:b:c", "\\{#id}", "\\==x\\==",
    "\\[1]",
    "\\[TOC]", "`{#id}`, `==x==`, `[1]`, `:warning:`, `www.a.org`, `a@b.org`, `a\tb\tc`, `â€™`, `ﬁ`",
    "```\n{#id} ==x== [1] :warning: www.a.org a@b.org **x\na\tb\tc\n- [ ] b\n```",
    "95% CI [1, 3] and CI [1.2, 3.4]",
    "[www.a.org](https://www.a.org/)", "<a@b.org>, [a@b.org](mailto:a@b.org) and @handle",
    "Hawai`i", "p < 0.05**", "f(x)**2 and g(y)", "| p |\n|---|\n| 0.05** |\n| Name** |", "2**3", "\\**x",
    "o sea\no no", "Esto\no eso", "«MANHû e «FORÊT»", "Château, naïve, «â», Ærø", "the office", "a. b",
    "(see a) b",
    "1. One\n\n2. Two", "Chapter\n14. The number", "AT&T, R&D, B&amp;B", "A\tB", "What now!!! Stop???",
    "... and so on",
    "H. pylori; i.e. it", "(a) one of two", "[x] = 5", "f[x]", "[see below]", "[mean age=54]", "[n=12]",
    "\\[@x]",
    "a~b", "~~gone~~", "**a** and **b**", "日本**語**。", "Stop: **now**.", "x: y :z",
    "Line one\n(b) not a list", "I. Introduction", "wwww. www", "The 'Error!' sign", "Error! Try again.",
    "Cheap is $$, dear $$$; a__b__c, __init__, ____ ____", "Fever :) and :-(",
    "5 m², 10⁻¹, x², cm³ and 4 km²", "(a + b)² and a¹b", "f[a] and list[i], figure 3[b], [b], see [a] there",
    "`TODO` and `[insert name]`, not to do", "Size XXL", "TODO el mundo",
    "[insert the pin](sign:outer-hip-pain)",
    "Rest.  Walk.   Then run.", "- a\n\n    - b\n        - c", "Verse one,\n   verse two,\n      verse three",
    "A  b\nc  d", "a\tb\n\nc",
    "Short-\nand long-term", "pre-\nor post-test", "A–\nb", "Ages 5-\n10", "X-\nray", "It is self-\nIt",
    "m^3x, am^2",
    "__webpack_hash", "***p < 0.001", "(`__init`)", "#######", "!(a) [b]", "Yes!(a)[b c]", "*[a] b", "km\\^2",
    "Ärzte, œuvre, ½ cup, 20 °C, Σ, 你好：世界", "© 2026 Clinic · Tel. 555 · Map",
  ])
  func isMeant(_ markdown: String) {
    // `o sea` alone begins a paragraph with a small letter.
    let text = markdown.hasPrefix("o sea") ? "Esto,\n" + markdown.dropFirst(6) : markdown
    #expect(found(text) == [])
  }

  @Test func fences() {
    func first(_ markdown: String) -> (Int, Int, String)? {
      found(markdown).first.map {
        ($0.position?.line ?? 0, $0.position?.column ?? 0, String($0.message.prefix(24)))
      }
    }
    #expect(first("```markdown\n## A\n\nText\n```") ?? (0, 0, "") == (1, 1, "This text is inside a co"))
    #expect(first("\n~~~\nText\n\nmore\n~~~\n") ?? (0, 0, "") == (2, 1, "This text is inside a co"))
    #expect(
      first("```\nKnee pain is common. It gets better.\n```") ?? (0, 0, "") == (
        1, 1, "This text is inside a co"
      ))
    #expect(first("```\nlet a = 1\n```") == nil)
    #expect(first("Text\n\n```\ncode\n\nmore text") ?? (0, 0, "") == (3, 1, "This fence is never clos"))
    #expect(first("- a\n\n  ```\n  x\n  ```") == nil)
    #expect(first("Text of the article that goes on.\n\n```markdown\n## A\n```\n\nAnd on.") == nil)
  }

  @Test func hintsOfPicturesAndLinks() {
    func hints(_ markdown: String) -> [String?] { found(markdown).map(\.hint) }
    #expect(
      hints("[call](tel:+1 555 1234) ![A](a.png =10x20) ![A](a.png “B c”)") == [
        "Write `tel:+15551234`, without spaces.", "Delete `=10x20`: pictures get their size automatically.",
        "Write `a.png \"B c\"`.",
      ])
    // What follows the bracket is not known to be part of the number.
    #expect(
      hints("[call](tel:+1 (555) 010-0100) [text](sms:+1 (555) 010-0199)") == [
        "Write the whole number without spaces and brackets, such as `tel:+15550100`.",
        "Write the whole number without spaces and brackets, such as `sms:+15550100`.",
      ])
    #expect(
      hints("[a](https://a.example/my paper.pdf \"The study\") [b](https://a.example/x y)") == [
        "Write `https://a.example/my%20paper.pdf \"The study\"`.", "Write `https://a.example/x%20y`.",
      ])
  }

  /// An address in an author's own link is one.
  @Test func inRawHTML() {
    let page = render("<a href=\"mailto:a@b.org\">a@b.org</a> and <a href=\"https://a.org\">www.a.org</a>") {
      $0.rawHTML = true
    }
    #expect(page.diagnostics == [])
    let code = render("Type <code>{#id} ==x== [1]</code> or <kbd>:x:</kbd>, not [1].") { $0.rawHTML = true }
    #expect(code.diagnostics == [Self.warning(1, 58, .numberInBrackets)])
  }

  /// However much of it there is, it takes linear time.
  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "{", "{{", "==x ", "== ", "%%", "`", "^", "^a", "~", "~~", "&", "&#1", "&#1; ", "`&#x202e;` ",
      "`&rlm;`\n\n", "| `&#1;` ", "``&#1;` ", "\t", "a\t\n", "www.", "www",
      "a@b.org ", "@", "[1",
      "(a)[/b", "[a =", ":a", ":::x\n", ": x\n", "a) b\nb) c\n", "'90s' ", "*a*'s b' ", "'n' ", "Ã©",
      "\u{F0B7}", "ﬁ", "**a",
      "**“a”b ", "a   b\n", "– a\n", "– a\n\n", "a) b\n\nb) c\n\n", "\\| a\n\n", "a | b\n\n- | -\n\n", "a.¹",
      "a[a]", "[insert", "TODO ", "XX", "**a**\n\n", "a.\n-\n", "a<https://b>", "a\tb\n\n", "__a ", "$$",
      "Error! ", "> **Note**\n\n", "!!! danger\n\n", "<b>", "</b>", "<!-- a -->",
      "<a href=x>",
      "1. a\n\nb\n", "    > [!NOTE]\n\n",
    ])
  func longInputIsReadInTime(_ piece: String) {
    let text = String(repeating: piece, count: 10_000 / piece.utf8.count)
    for allowed in [false, true] {
      #expect(
        render(text) {
          $0.rawHTML = allowed
          $0.stepsURL = allowed ? [] : nil
        }.diagnostics.count <= 25_000)
    }
  }

  /// What each hint says to write, written: the fault is gone and no other came.
  @Test(arguments: [
    "## Head", "Text", "![A](a.png)", "Dear,", "An **important word** here", "An added word here", "a 10ᵗʰ b",
    "Drink H₂O.",
    "~~Closed~~", "Text <!-- ask Ann --> more", "A paragraph.", "Rest.[^1] Go\n\n[^1]: A day or two.",
    "Rest.[^a-day] Go\n\n[^a-day]: One.", "- a\n- b", "**Bursa**: A cushion", "## Heading", "Stop ⚠️ now",
    "[the guideline](https://a.example/b) x", "Write to <ann.lee@clinic.example>.", "Known [@griffin2016].",
    "As shown [@griffin2016].", "As shown \\[1].", "| Week | Minutes |\n|---|---|\n| 1 | 2 |",
    "It doesn’t, 25 °C, naïve",
    "the first office", "Use `limber check` now", "Use limber check now", "a b", "- one\n- two",
    "1. one\n2. two",
    "1. One\n\nMore\n\n2. Two", "**Stop if it hurts**", "日本**語**。日本", "Go (**slowly**)now", "y “**b**” z",
    "Some **bold** word", "W = m × g²", "[call](tel:+15551234)", "![A](a.png \"B c\")",
    "[the guideline](https://www.clinic.example)",
    "> [!CAUTION]\n> Go.", "> [!EMERGENCY]\n> Go.", "> [!TIP] T\n> Go.", "a\\\nb", "H₂O and x²",
    "Text\n\n<!-- a -->\n\nmore", "It helps.[^1]\n\n[^1]: A note.", "It helps [@griffin2016].",
    "Rest a day or two",
    "See the <!-- TODO --> list", "[NHS](https://www.nhs.uk/)", "## When to see a doctor\n\nText",
    "**Stop if it hurts.**\n\nText", "Text.\n\n---\n\nMore", "- one\n- two", "1. One\n2. Two",
    "| a | b |\n|---|---|\n| c | d |",
  ])
  func hintsWork(_ markdown: String) { #expect(render(markdown).diagnostics == []) }
}
