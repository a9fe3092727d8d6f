import Diagnostics
import Testing

@testable import Markdown

/// What pages, mails and colleagues leave in a text, notes by hand, and warnings that became code.
@Suite struct PastedPageTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown || $0.severity == .error }
  }

  private func expect(_ markdown: String, _ line: Int, _ column: Int, _ leftover: Leftover) {
    let told = found(markdown)
    #expect(told.map { [$0.message, $0.hint ?? ""] } == [[leftover.words.message, leftover.words.hint]])
    #expect(told.map(\.position) == [Position(line: line, column: column)])
  }

  @Test(arguments: [
    ("It helps (source?).", 1, 10, "(source?)"), ("Rest (cite?) first", 1, 6, "(cite?)"),
    ("On Monday (Date?)", 1, 11, "(Date?)"), ("Ayuda (fuente?).", 1, 7, "(fuente?)"),
    ("Do it for __ weeks.", 1, 11, "__"), ("__ minutes a day", 1, 1, "__"),
    ("After X-Y weeks", 1, 7, "X-Y weeks"), ("For X–Y days, rest", 1, 5, "X–Y days"),
    ("From N to M sets", 1, 6, "N to M sets"), ("Hold for [X] seconds.", 1, 10, "[X] seconds"),
    ("Do [XX] reps", 1, 4, "[XX] reps"), ("Walk XX minutes", 1, 6, "XX minutes"),
    ("Haga X semanas", 1, 6, "X semanas"), ("Call [clinic phone number] now", 1, 6, "[clinic phone number]"),
  ])
  func unwritten(_ markdown: String, _ line: Int, _ column: Int, _ words: String) {
    expect(markdown, line, column, .unwritten(Array(words.utf8)))
  }

  @Test(arguments: [
    ("@Ann can you check?", 1, 1), ("Rest. @lee please add the dose", 1, 7), ("(@Pat: which knee?)", 1, 2),
    ("@Ana puedes revisar esto?", 1, 1),
  ])
  func colleagues(_ markdown: String, _ line: Int, _ column: Int) {
    expect(markdown, line, column, .colleague)
  }

  @Test(arguments: [
    ("1 of 4", Leftover.remnant(.pageNumber)), ("2 / 12", .remnant(.pageNumber)),
    ("Skip to main content", .remnant(.webPage)), ("Read more »", .remnant(.webPage)),
    ("Share this article", .remnant(.webPage)), ("Accept all cookies", .remnant(.webPage)),
    ("Leer más…", .remnant(.webPage)), ("Saltar al contenido principal", .remnant(.webPage)),
    ("This message is confidential and for its reader.", .mailWords),
    ("If you have received this email in error, delete it.", .mailWords),
    ("Este mensaje es confidencial.", .mailWords), ("© 2019 Somebody", .remnant(.copyright)),
    ("Copyright 2020 A clinic", .remnant(.copyright)),
    ("A clinic. All rights reserved.", .remnant(.copyright)),
    ("(c) 2021 A clinic", .remnant(.copyright)), ("Todos los derechos reservados", .remnant(.copyright)),
  ])
  func lines(_ line: String, _ leftover: Leftover) { expect("Text.\n\n\(line)\n", 3, 1, leftover) }

  @Test(arguments: [
    ("Do 10 reps* a day.\n\n* Stop if it hurts", "*"), ("Rest (2 days)*.\n\n*   Stop at once", "*"),
    ("Rest† first.\n\n† Stop if it hurts", "†"), ("Rest‡ first.\n\n‡Only at home", "‡"),
  ])
  func notes(_ markdown: String, _ sign: String) { expect(markdown, 3, 1, .remnant(.markedNote(sign))) }

  @Test(arguments: [
    ("—Walk\n—Swim", 1), ("Try:\n\n—Walk first\n—Élevate it", 3), ("–Walk\n–Swim", 1),
    ("## Try\n\n—Walk slowly\n\n- Rest", 3), ("Try:\n–Walk slowly\n- Rest", 2),
  ])
  func dashes(_ markdown: String, _ line: Int) {
    #expect(found(markdown).map { $0.position?.line } == [line])
  }

  @Test(arguments: [
    "```\n> [!WARNING]\n> Do not run.\n```\n\nText.", "~~~\n> [!NOTE] Rest\n~~~",
    "- Rest\n\n  ```\n  > [!emergency]\n  > Call.\n  ```",
  ])
  func callouts(_ markdown: String) {
    let told = found(markdown)
    #expect(told.map(\.code) == [.unreadCallout])
    #expect(told.first?.message == "This callout is inside a code fence, so it would appear as program code.")
    // What the hint says works: the first of its ways, and the second.
    let marks = ["```", "~~~"].filter { markdown.contains($0) }[0]
    let open = markdown.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains(marks) }.joined(separator: "\n")
    #expect(found(open).isEmpty)
    #expect(found(markdown.replacing(marks + "\n", with: marks + "text\n", maxReplacements: 1)).isEmpty)
  }

  @Test func calloutInMarkdown() {
    #expect(
      found("Much text stands here, and more of it.\n\n```markdown\n> [!TIP]\n> Rest.\n```").map(\.message)
        == [
          "This text is inside a code fence, so all of it is shown as program code."
        ])
  }

  /// What clinics write.
  @Test(arguments: [
    "Does it hurt at night (when?) or in the day (why?)", "Ask for the date (Monday?) and the time.",
    "Write your name: __ and your date.", "An X-ray shows weeks of wear.", "An X-ray takes minutes.",
    "Type X-Y, then rest.",
    "An array [X] here.", "Follow us at @clinic.", "@clinic posts each day.", "Write to @clinic, or call.",
    "Set 1 of 4 is easy.", "We scored 3 of 5", "- 1\n- 2", "Read more:\n\n- [Care](sign:outer-hip-pain)",
    "Share this with your family, and rest.", "Cookies keep you signed in.",
    "Read more about the knee below.",
    "This message is for runners.", "Your message is confidential.", "The copyright is ours.",
    "Copyright law protects drawings.", "![A](a.png)\n\n© 2019 Somebody",
    "Related articles\n\n- [A](sign:outer-hip-pain)",
    "* Stop if it hurts\n* Rest", "10 reps* a day", "* Rest* a day\n* Walk*", "Anna † 12 March 2019",
    "| a† |\n|---|\n| b |\n\n† See us", "“Rest,” she said.\n\n—Anna, 34", "> Rest.\n\n—Anna\n\n- Walk",
    "—Hola.\n\n—Buenas.", "```swift\n> [!NOTE]\n```", "```text\n> [!NOTE]\n```",
    "```\nlet a = 1\n> [!NOTE]\n```",
  ])
  func quiet(_ markdown: String) { #expect(found(markdown).map(\.message) == []) }
}
