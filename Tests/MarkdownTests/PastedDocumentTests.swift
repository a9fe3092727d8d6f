import Diagnostics
import Testing

@testable import Markdown

/// What comes along when a whole document is pasted: its pages, contents, captions, headings, notes and works.
@Suite struct PastedDocumentTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown || $0.severity == .error }
  }

  private static func heading(_ words: String) -> Leftover { .plainHeading(Array(words.utf8)) }
  private static func picture(_ name: String) -> Leftover { .remnant(.pictureName(Array(name.utf8))) }

  @Test(
    arguments: [
      ("Text.\n\nPage 1 of 2\n\nText.", 3, 1, .remnant(.pageNumber)),
      ("Text.\nPage 1 of 2\nText.", 2, 1, .remnant(.pageNumber)), ("1 | Page", 1, 1, .remnant(.pageNumber)),
      ("Text.\n2 | Page\nText.", 2, 1, .remnant(.pageNumber)),
      ("The clinic | Page 1", 1, 1, .remnant(.pageNumber)),
      ("Page **1** of **2**", 1, 1, .remnant(.pageNumber)), ("– 3 –", 1, 1, .remnant(.pageNumber)),
      ("The clinic\tKnee\tPage 1", 1, 1, .remnant(.pageNumber)),
      ("The clinic\tKnee\tMay", 1, 1, .remnant(.tabbedLine)),
      ("Text.\n\n3\n\nText.", 3, 1, .remnant(.loneNumber)),
      ("Week\n\nDay\n\n1\n\n20", 5, 1, .remnant(.loneNumber)),
      ("Table of Contents\n\nWhat it is 1", 1, 1, .remnant(.typedContents)),
      ("Contents\n\n- What it is", 1, 1, .remnant(.typedContents)),
      ("**Contents:**\n\n1. What it is", 1, 1, .remnant(.typedContents)),
      ("TABLE OF CONTENTS\nWhat it is 3", 1, 1, .remnant(.typedContents)),
      ("## Table of contents\n\n- What it is", 1, 1, .remnant(.typedContents)),
      ("What it is ………… 1", 1, 12, .contents), ("What it is . . . . 2", 1, 12, .contents),
      ("What it is ____ 2", 1, 12, .contents), ("A .......... 3\n\nB .......... 4", 1, 3, .contents),
      ("See Error! Filename not specified.", 1, 5, .wordError),
      ("¡Error! Marcador no definido.", 1, 1, .wordError),
      ("[if !supportLists]1. [endif]Rest", 1, 1, .officeTag),
      ("![if !supportLists]1. ![endif]Rest", 1, 1, .officeTag),
      ("mso-list:l0 level1 lfo1", 1, 1, .officeTag),
      ("References\n\nLee J. Knee pain. 2019;4:1–5.", 1, 1, .typedWorks),
      ("**Bibliography:**\n\n- Lee J. Knee pain. 2019;4:1–5.", 1, 1, .typedWorks),
      ("REFERENCES\nLee J. Knee pain. 2019;4:1–5.", 1, 1, .typedWorks),
      ("The tendon.1,2 It hurts.", 1, 12, .smallNumber(1)), ("The tendon.3", 1, 12, .smallNumber(3)),
      ("Text.\n\n² See the guide.", 3, 1, .remnant(.noteLine(2))),
      ("Figure\u{A0}1: The hip", 1, 1, .lostFigure), ("Figure 1 – The hip", 1, 1, .lostFigure),
      ("**Figure 1:** The hip", 1, 1, .lostFigure), ("*Fig. 2. The hip*", 1, 1, .lostFigure),
      ("Photo 1: The hip", 1, 1, .lostFigure), ("FIGURE 1", 1, 1, .lostFigure),
      ("Figura 1: La cadera", 1, 1, .lostFigure),
      ("Table 1: Doses", 1, 1, .remnant(.lostTable)), ("**Table 2.** Doses", 1, 1, .remnant(.lostTable)),
      ("INSERT FIGURE 1 HERE", 1, 1, .unwritten(Array("INSERT FIGURE 1 HERE".utf8))),
      ("[Image]", 1, 1, .unwritten(Array("[Image]".utf8))),
      ("[Figure 1 about here]", 1, 1, .unwritten(Array("[Figure 1 about here]".utf8))),
      ("IMG_2041.JPG", 1, 1, picture("IMG_2041.JPG")), ("Text.\n\nimage1.png", 3, 1, picture("image1.png")),
      ("See C:\\Users\\Ann\\My files\\knee.jpg", 1, 5, .remnant(.localPath)),
      ("\\\\server\\share\\knee.docx", 1, 1, .remnant(.localPath)),
      ("file:///home/knee.png", 1, 1, .remnant(.localPath)),
      ("EXERCISES FOR HOME\n\nText.", 1, 1, heading("Exercises for home")),
      ("MRI OF THE KNEE:\n\n- Text", 1, 1, heading("MRI of the knee")),
    ] as [(String, Int, Int, Leftover)])
  func isTold(_ markdown: String, _ line: Int, _ column: Int, _ leftover: Leftover) {
    #expect(
      found(markdown).map { [$0.message, $0.hint ?? ""] } == [[leftover.words.message, leftover.words.hint]])
    #expect(found(markdown).first?.position == Position(line: line, column: column))
  }

  /// A year with names, in whatever form journals have them.
  @Test(arguments: [
    "(Smith et\u{A0}al., 2019)", "(Blazina, 1973)", "(Lian 2005)", "(e.g., Smith et al., 2019)",
    "(see Lee, 2019)",
    "(Smith, 2019, p. 4)", "(Smith et al., 2019, pp. 4–6)", "[Smith et al., 2019]", "(Smith and Jones, 2019)",
    "(Smith 2019; Jones 2020)", "(de Vries et al., 2019)", "(Müller, 2019)", "(Smith, Jones, & Lee, 2019)",
    "(WHO, 2019)",
  ])
  func citation(_ citation: String) {
    let told = found("It helps \(citation).")
    #expect(told.map(\.message) == [Leftover.foreignCitation.words.message])
    #expect(told.map(\.position) == [Position(line: 1, column: 10)])
  }

  @Test(arguments: [
    "Smith et al. (2019) say so.", "Smith and Jones (2019) say so.", "Blazina (1973) found it.",
  ])
  func narrativeCitation(_ markdown: String) {
    #expect(found(markdown).map(\.message) == [Leftover.foreignCitation.words.message])
  }

  @Test(arguments: [
    ("**What is it?**\n\nA knee.", [1]), ("**Sore?**\n\nRest.\n\n**Stiff?**\n\nWalk.", [1, 5]),
    ("**What is it?**\nA knee.", [1]), ("**EXERCISES FOR HOME**\n\nText.", [1]),
    ("## 1. What it is\n\nText.\n\n## 2. What helps\n\nText.", [1]),
    ("## 1 What it is\n\nText.\n\n## 2 What helps\n\nText.", [1]),
    ("1 What it is\n\nText.\n\n2 What helps\n\nText.", [1, 5]),
  ])
  func headings(_ markdown: String, _ lines: [Int]) {
    #expect(found(markdown).map { $0.position?.line ?? 0 } == lines)
  }

  @Test func numberOfABoldHeading() {
    #expect(
      found("**1. What is it?**\n\nA knee.").map(\.hint) == [
        "Write `## What is it?`. If it is not a heading, delete the `**` around it."
      ])
  }

  @Test(arguments: [
    ("Do this:\n– Rest for a day.", 2, 1), ("✓ Rest for a day.", 1, 1), ("(a) Rest for a day.", 1, 1),
    ("a) Rest for a day.", 1, 1), ("Do this:\n\n– Rest.", 3, 1), ("❑ Rest", 1, 1),
  ])
  func singleItem(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(found(markdown).map(\.message) == [Remnant.typedItem.words.message])
    #expect(found(markdown).map(\.position) == [Position(line: line, column: column)])
  }

  @Test(arguments: [
    ("4.\tRest\n\n   - Walk", 3, 4, 3), ("1.\tRest\n   - Walk\n2.\tRun", 2, 4, 3),
    ("10. Rest\n\n   - Walk", 3, 4, 4),
    ("1. Rest\n\n  Text.", 3, 3, 3),
  ])
  func cutFromItem(_ markdown: String, _ line: Int, _ column: Int, _ spaces: Int) {
    let told = found(markdown).filter { $0.message == Remnant.cutFromItem(spaces).words.message }
    #expect(told.map(\.position) == [Position(line: line, column: column)])
    #expect(told.map(\.hint) == [Remnant.cutFromItem(spaces).words.hint])
  }

  @Test(arguments: ["2. Walk\n3. Rest", "Text.\n\n4) Walk\n5) Rest"])
  func lateStart(_ markdown: String) { #expect(found(markdown).count == 1) }

  @Test func columnsOfTwoSpaces() {
    #expect(found("Week  Minutes\n1  20\n2  30").map(\.message) == [Leftover.columns.words.message])
  }

  @Test func signsOfSymbolAtLineStart() {
    #expect(found("\u{F0B3} 5 out of 10").map(\.message) == [Leftover.symbol(0xB3).words.message])
  }

  @Test(arguments: [
    "See page 3.", "Page 3 says so.", "911", "Contents\n\nAre listed.", "The contents: rest.",
    "Wait . . . and rest.",
    "Wait . . . 3 times", "Name ____", "Error! Try again.", "References\n\nAsk us for them.",
    "Sources:\n\n- Ann Lee",
    "Version.2 and file.txt.1 and a.b.3 It", "Take no.3 It is", "10² See it",
    "Figure 1: A hip\n\n![A hip](a.png)",
    "Table 1: Doses\n\n| a | b |\n|---|---|\n| 1 | 2 |", "Tables 1 and 2 are long.", "Table 3 has it.",
    "Figure it out.", "Photo: Ann Lee", "Save it as knee.jpg.", "Insert the pin here",
    "C:\\Users\\Ann or ~/notes",
    "It costs $5 (London 2012) (May 2019) (Denver, 2012) (COVID-19, 2020) (UK, 2019).",
    "In May (2019) we moved.",
    "We opened (since 1998) in (Spring 2020).", "MRI\n\nText.", "YOUR CLINIC\n12 MAIN STREET",
    "YOUR CLINIC\n\n12 MAIN STREET", "WE ARE CLOSED TODAY.\n\nText.", "**Still in pain?**\n\nCall us.",
    "**What is it?** A knee.", "What is it?\n\nA knee.", "## 3 Rules\n\nText.", "## 1. Rest\n\nText.",
    "## 1. Keep moving\n\nText.\n\n## 2. Sleep well\n\nText.",
    "2 Walks\n\nText.", "– Ann Lee", "“Rest.”\n– Ann Lee", "✓ means yes", "(a) is not.", "Legend:\n✓ yes",
    "1. Rest\n\n   - Walk", "10. Rest\n\n    - Walk", "- Rest\n\n Text.",
    "1. Rest\n\nText.\n\n2. Walk\n3. Run",
    "1. Rest\n2. Sit\n\n## On\n\n3. Walk\n4. Run", "3. is my number.",
    "Rest.  Then walk.\nSit.  Lie.\nRun.  Go.",
    "Then  walk\nand sit  for a while\nand rest", "[Smith]", "(Smith)", "Smith (62) runs.",
  ])
  func isQuiet(_ markdown: String) { #expect(found(markdown).map(\.message) == []) }
}
