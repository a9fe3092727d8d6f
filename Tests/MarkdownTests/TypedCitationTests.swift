import Diagnostics
import Testing

@testable import Markdown

/// Citations and lists of works as they are typed elsewhere, and slanted words that nothing ends.
@Suite struct TypedCitationTests {
  private func found(_ markdown: String) -> [String] {
    render(markdown).diagnostics.map {
      "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.severity) \($0.code.rawValue)"
    }
  }

  private static func warning(_ line: Int, _ column: Int, _ leftover: Leftover) -> Diagnostic {
    var one = fault(.unreadMarkdown, line, column, leftover.words.message, hint: leftover.words.hint)
    one.severity = .warning
    return one
  }

  @Test(arguments: [
    "## References\n\n1. Griffin DR. The Warwick Agreement. Br J Sports Med. 2016;50:1169-76.\n2. Lee A. Hips.",
    "Text.\n\n## Sources\n\n- Smith J. Hips and more. 1998.\n- NHS. Hip pain.",
    "### Bibliography\n\nSmith J (2019). Hips. BMJ, 4, 5.", "## Referencias\n\nPérez J. La cadera. 2021.",
    "## Works cited\n\n- Ito, K. *Hips*, 2004.",
  ])
  func worksTypedByHand(_ markdown: String) {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    let line = (lines.firstIndex { $0.hasPrefix("#") } ?? 0) + 1
    #expect(render("## A\n\n" + markdown).diagnostics == [Self.warning(line + 2, 1, .typedWorks)])
  }

  @Test(arguments: [
    "## Sources of pain\n\n- Muscle, since 2016\n- Bone", "## Sources\n\n- [NHS](https://www.nhs.uk/)",
    "## References\n\nAsk two former patients.", "## References", "## Studies\n\nCall 555 2016000.",
    "## How it began\n\nIn 2016, two runners met.",
  ])
  func headingsAboveOtherText(_ markdown: String) { #expect(found(markdown) == []) }

  @Test(arguments: [
    ("It helps most people (1, 2).", ["1:22"]), ("Walking is safe (3,14)\nfor all.", ["1:17"]),
    ("Rest helps (1). Walking does too (2).", ["1:12", "1:34"]),
    ("Rest helps (2).\n\nIt does(4).\n\nSo it is proven (5).", ["1:12", "3:8", "5:17"]),
  ])
  func numbersThatCite(_ markdown: String, _ places: [String]) {
    #expect(found(markdown) == places.map { "\($0) warning unread-markdown" })
  }

  @Test(arguments: [
    "First (1) stand up, (2) bend.", "Do sets (1, 2).", "One tablet (1). Then two (2).",
    "Hold for some seconds (30).", "Reps (2-3) or more (4–5).", "It helps (1).",
    "Bend the knee (1), hold it (2), and let go (3).", "Bend (1).\n\n![A](a.png)\n\nHold (2).",
    "`helps (1, 2).`", "It helps \\(1, 2).", "Rest helps \\(1).\n\nSo does walking \\(2).",
    "See [a](sign:outer-hip-pain) (2020). Then (2021).",
    "Most (90) of many (100).",
  ])
  func otherNumbers(_ markdown: String) { #expect(found(markdown) == []) }

  @Test(
    arguments: [
      ("*may help a lot", 1, 1, Leftover.looseStar), ("Some _note this", 1, 6, .openEmphasis(0x5F)),
      ("It is *very good", 1, 7, .openEmphasis(0x2A)), ("- Go (*slowly at first)", 1, 7, .openEmphasis(0x2A)),
      ("**Now** go\n_slowly, at first.", 2, 1, .openEmphasis(0x5F)),
      ("## When *not to run", 1, 9, .openEmphasis(0x2A)),
    ] as [(String, Int, Int, Leftover)])
  func emphasisThatNothingEnds(_ markdown: String, _ line: Int, _ column: Int, _ leftover: Leftover) {
    #expect(render(markdown).diagnostics == [Self.warning(line, column, leftover)])
  }

  /// Marks of lists without their space. One alone below a table or at the end of its section may be a note.
  @Test(
    arguments: [
      ("*Lie down.\n*Lift the leg.", [(1, 1), (2, 1)]), ("Do this:\n\n*Sit.\n\n*Stand.", [(3, 1), (5, 1)]),
      ("*Walk every day.\n\nThen rest.", [(1, 1)]), ("> *Échate\n> *Lift it", [(1, 3), (2, 3)]),
    ] as [(String, [(Int, Int)])])
  func starsWithoutSpace(_ markdown: String, _ places: [(Int, Int)]) {
    #expect(render(markdown).diagnostics == places.map { Self.warning($0, $1, .looseStar) })
  }

  @Test func starOfAStep() {
    let found = render("## How to do it\n\n*Lie on your back.") { $0.stepsURL = [] }.diagnostics
    #expect(found.filter { $0.code == .unreadMarkdown } == [Self.warning(3, 1, .looseStar)])
  }

  @Test func starInAnItem() {
    #expect(render("- *Lie down\n- Rest").diagnostics == [Self.warning(1, 3, .openEmphasis(0x2A))])
    #expect(render("_Lie down").diagnostics == [Self.warning(1, 1, .openEmphasis(0x5F))])
  }

  @Test(arguments: [
    "| a |\n|---|\n| b |\n\n*Adapted from a leaflet.\n\nText.", "*Note* that\n*this* is fine.",
    "**50 kg***\n\n*Without shoes.\n\nText.", "*BMI: body mass index\n*CI: interval\n\nText.",
    "+44 20 is for London.", "+ve", "–Hola, dijo.",
  ])
  func notesAndEmphasis(_ markdown: String) { #expect(found(markdown) == []) }

  @Test(arguments: [
    "5 * 3, snake_case and 4* or 5*", "*p < 0.05", "*Individual results may vary.", "a *b c", "* * *a",
    "50 kg*\n\n*measured in 2016", "| dose* | b |\n|---|---|\n| *daily | c |", "Write \\*may or \\_note.",
    "*very* good, _so_ it is", "`*may` and `_note`", "the file _headers_ and _a_b", "Fill in ____ and _ _.",
    "f(x)*g and 2*x",
  ])
  func marksThatAreMeant(_ markdown: String) { #expect(found(markdown) == []) }
}
