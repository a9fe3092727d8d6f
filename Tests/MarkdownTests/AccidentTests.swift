import Diagnostics
import Testing

@testable import Markdown

/// Lines that Markdown reads otherwise than their author can have meant, found in a trial with editors.
@Suite struct AccidentTests {
  private func warning(_ line: Int, _ column: Int, _ message: String, _ hint: String) -> Diagnostic {
    var one = fault(.unreadMarkdown, line, column, message, hint: hint)
    one.severity = .warning
    return one
  }

  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown) { $0.article = 0 }.diagnostics
  }

  // MARK: Signs

  @Test(arguments: [
    ("Stop if the pain is\n>5 out of 10.", 2, 1, "more than 5", ">5"),
    (">38.5 °C: see a doctor.", 1, 1, "more than 38.5", ">38.5"),
    ("- Pain\n- >4 days", 2, 3, "more than 4", ">4"), ("The fee is\n>$40.", 2, 1, "more than $40", ">$40"),
    ("> >3 a day", 1, 3, "more than 3", ">3"),
  ])
  func moreThan(markdown: String, line: Int, column: Int, words: String, sign: String) {
    #expect(
      found(markdown) == [
        fault(
          .lostSign, line, column, "This `>` starts a quote, so readers would not see it.",
          hint: "Write `\(words)`, or `\\\(sign)`. If this is a quote, add a space after the `>`.")
      ])
  }

  @Test(arguments: ["Run\n>=5 km", "Run\n>= 5 km"]) func atLeast(markdown: String) {
    #expect(
      found(markdown) == [
        fault(
          .lostSign, 2, 1, "This `>` starts a quote, so readers would not see it.",
          hint: "Write `at least 5`, or `\\>=5`. If this is a quote, add a space after the `>`.")
      ])
  }

  @Test(arguments: [
    ("Rest for a week\n+ 3 days.", 2, "3 days"), ("+ 10 minutes a week", 1, "10 minutes a week"),
  ])
  func plus(markdown: String, line: Int, shown: String) {
    #expect(
      found(markdown) == [
        fault(
          .lostSign, line, 1, "This `+` starts a list, so readers would not see it.",
          hint: "Write `\\+ \(shown)`, with a backslash. If this is a list, start it with `-`.")
      ])
  }

  /// What changes the meaning is told even where everything else is switched off.
  @Test func signsCannotBeSwitchedOff() {
    let found = render("A\n>5 b\n\n+ 3 c\n\n1. d\n3. e") { $0.findsUnreadMarkdown = false }.diagnostics
    #expect(found.map(\.code) == [.lostSign, .lostSign])
  }

  // MARK: Lists

  @Test(arguments: [
    ("I have run since\n1. January.", 2, "1\\."), ("We met on\n1. May, and then walked.", 2, "1\\."),
    ("The water was at\n- 2 degrees.", 2, "\\-"),
  ])
  func linesThatBecomeLists(markdown: String, line: Int, mark: String) {
    #expect(
      found(markdown) == [
        warning(
          line, 1, "This line becomes a list, although the line above it does not end.",
          "If it continues that line, write `\(mark)`, with a backslash. If it is a list, add an empty line above it."
        )
      ])
  }

  @Test(arguments: [("1. Lie down 2. Bend the knee", 13), ("1) Lie down. 2) Bend. 3) Hold.", 14)])
  func itemsOnOneLine(markdown: String, column: Int) {
    #expect(
      found(markdown) == [
        warning(
          1, column, "These items are all on one line, so they are read as one.",
          "Start each item on a line of its own.")
      ])
  }

  @Test(arguments: [
    ("3. a\n2. b\n1. c", 2, 2, 4), ("1. a\n3. b\n4. c", 2, 3, 2), ("> 1. a\n> 2. b\n> 4. c", 3, 4, 3),
  ])
  func numbersThatReadersDoNotSee(markdown: String, line: Int, written: Int, shown: Int) {
    let column = markdown.hasPrefix(">") ? 3 : 1
    #expect(
      found(markdown) == [
        warning(
          line, column,
          "This item has the number \(written), but readers see \(shown): a list counts up from its first number.",
          "Write `\(shown).`, or add the item that is missing above it.")
      ])
  }

  @Test(arguments: [
    "1.) Lie\n2.) Bend", "1: Lie\n2: Bend", "Step 1: Lie\nStep 2: Bend", "STEP 1 – Lie\n\nSTEP 2 – Bend",
  ])
  func marksOfOtherHands(markdown: String) {
    #expect(
      found(markdown).map(\.hint) == [
        "Replace the mark of each line with `- `, or with `1. `, `2. ` and so on."
      ])
  }

  // MARK: Callouts

  @Test(arguments: ["EMERGENCY", "WARNING", "CAUTION"]) func cutOff(kind: String) {
    #expect(
      found("> [!\(kind)]\n> Call now.\n\n> Then lie down.\n\nText.") == [
        fault(
          .unreadCallout, 4, 3, "This is cut off from the callout above it, so it would appear as a quote.",
          hint:
            "Write `>` on the empty line above it. If it is a quote, write a line of text between the two.")
      ])
  }

  @Test(arguments: [
    ("It may hurt. If you cannot walk, call 911.", 34), ("Lie down. Go to the emergency room at once.", 11),
    ("Rest. When it is numb, call **911** now.", 24), ("Wait. Call an ambulance.", 7),
    ("Go to the emergency room if you heard a pop.", 1), ("GO TO THE ER IF YOU HEARD A POP.", 1),
    ("Seek immediate medical attention if you cannot stand.", 1), ("If you heard a pop, go to the ER.", 21),
    ("Go to hospital at once if you cannot stand.", 1), ("If you heard a pop, ring 999.", 21),
    ("If you heard a pop, go to the hospital.", 21), ("It hurts. Contact 999 or go to A&E.", 11),
    ("Vaya a urgencias si no puede apoyar el pie.", 1),
  ])
  func callsForHelp(markdown: String, column: Int) {
    #expect(
      found(markdown) == [
        warning(
          1, column, "This tells readers to call for help at once, and looks like any other sentence.",
          "Put it in a callout of its own: the line `> [!EMERGENCY]`, then each line of its text with `> ` before it."
        )
      ])
  }

  /// What looks like one and is none.
  @Test(arguments: [
    "Go to the ergonomics page.", "Go to the hospital shop.", "Contact us.", "Ring 99 times.",
    "Phone your clinic.",
    "The nurse said: go to the ER.", "Deleted scenes.", "> “3 months” is long.",
    "> [!NOTE]\n> 3 months is long.",
    "> 1. Rest\n> 2. Run", "Hot.\r\n\r\n> 5 out of 10 said so.",
  ])
  func ordinaryWords(markdown: String) {
    #expect(found(markdown) == [])
  }

  @Test(arguments: [
    ("> 3 months of pain needs a check.", 1, "3"), ("Come if it lasts\n> 3 months or more.", 2, "3"),
    ("Hot.\n\n> 38.5 °C means go.", 3, "38.5"),
  ])
  func quotedNumbers(markdown: String, line: Int, number: String) {
    #expect(
      found(markdown) == [
        Diagnostic.warning(
          .lostSign, file: "Content/a.md", at: Position(line: line, column: 1),
          "This `>` starts a quote. If it means “more than”, readers would not see it.",
          hint:
            "Write `more than \(number)`, or `\\> \(number)`. If this is a quote, begin it with its quotation mark."
        )
      ])
  }

  @Test(arguments: [
    "Deleted: Rest completely for 6 weeks.", "Inserted: three times", "Formatted: Font: 11 pt, Bold",
    "Moved down [1]: Rest for a week.", "Field Code Changed",
  ])
  func trackedChanges(markdown: String) {
    #expect(
      found("Text.\n\n" + markdown).contains(
        warning(
          3, 1, "This notes a change in the document that the text was copied from.",
          "Delete it, and what was deleted there: in Word, accept all changes before you copy.")))
    #expect(found("Text.\n" + markdown).contains { $0.position == Position(line: 2, column: 1) })
  }

  /// Who deleted such a sign would change a dose.
  @Test(arguments: [("\u{F0A3}", "≤"), ("\u{F0B3}", "≥"), ("\u{F0B4}", "×"), ("\u{F0B1}", "±")])
  func signsOfWordsFont(sign: String, meant: String) {
    #expect(
      found("Bend it \(sign) 3 times.") == [
        warning(
          1, 9, "This character is from a symbol font that readers do not have.",
          "Type the sign it stood for. In Word's font Symbol, that is `\(meant)`: compare it with the document."
        )
      ])
  }

  // MARK: Tables, links

  @Test func shortRows() {
    #expect(
      found("| a | b | c |\n|---|---|---|\n| 1 | 2 |\n| 1 |\n| 1 | 2 | 3 |") == [
        warning(
          3, 1, "This row has 2 cells, but the table has 3 columns. Those at its end stay empty.",
          "Add the cells that are missing. Leave one empty with a space between two `|`."),
        warning(
          4, 1, "This row has 1 cell, but the table has 3 columns. Those at its end stay empty.",
          "Add the cells that are missing. Leave one empty with a space between two `|`."),
      ])
  }

  @Test(arguments: [
    ("https://clinic.example/?utm_source=chatgpt.com", "https://clinic.example/"),
    ("https://clinic.example/a?b=1&utm_medium=x&utm_source=y#c", "https://clinic.example/a?b=1#c"),
  ])
  func tracking(address: String, meant: String) {
    #expect(
      found("See [it](\(address)).") == [
        warning(
          1, 10,
          "The `utm_…` in this address tells the other site where its readers come from, and was added by the program that it was copied from.",
          "Write `\(meant)`.")
      ])
  }

  // MARK: Other programs

  @Test(arguments: [
    (
      "It helps.citeturn0search0", 10,
      "This mark of a chat program stands for a source that readers cannot see."
    ),
    (
      "It helps (turn0news4).", 11, "This mark of a chat program stands for a source that readers cannot see."
    ),
    (
      "As an AI language model, I cannot say.", 1,
      "This is what a chat program says of itself, not your text."
    ),
    ("Yes. As an AI assistant, I can.", 6, "This is what a chat program says of itself, not your text."),
    ("Bye\nSent from my iPhone", 1, "A mail program added this line, and readers see it."),
    ("-----Original Message-----", 15, "A mail program added this line, and readers see it."),
    ("Do $3 \\times 10$ a day.", 4, "This formula is shown as typed."),
    ("Up to 40\\circ of it.", 9, "This formula is shown as typed."),
    ("Hold for N seconds.", 10, "This is not written yet: readers would see `N seconds`."),
    ("Do XX reps.", 4, "This is not written yet: readers would see `XX reps`."),
    ("Call ___ to book.", 6, "This is not written yet: readers would see `___`."),
    ("Call us at [phone].", 12, "This is not written yet: readers would see `[phone]`."),
    ("Welcome to [Clinic name]!", 12, "This is not written yet: readers would see `[Clinic name]`."),
  ])
  func leftovers(markdown: String, column: Int, message: String) {
    let found = found(markdown)
    #expect(found.map(\.message) == [message], "\(found)")
    #expect(found.first?.position?.column == column, "\(found)")
  }

  // MARK: What is meant

  @Test(arguments: [
    "> 5 out of 10 said so.", "> “5 of them,” she said.", "Pain > 5, or >5 of 10.", "`>5`", "\\>5",
    "    \n> a\n>\n> 5",
    "+ a\n+ b", "+ 3 apples\n+ 2 pears", "You need:\n- 2 pillows", "You need:\n1. A pillow",
    "Do this.\n1. Walk",
    "1. Walk for 2. Then rest.", "1. a\n1. b\n1. c", "1. a\n2. b\n2. c\n3. d", "- 1. a\n- 3. b",
    "1. a\n\n   b\n2. c", "> [!NOTE]\n> a\n\n> b", "> [!WARNING]\n> a\n>\n> b",
    "> [!WARNING]\n> a\n\nText\n\n> b",
    "> a\n\n> b", "> [!EMERGENCY]\n> Call 911.\n\nIf you cannot walk, call 911.", "You need not call 911.",
    "Some people, when it hurts, go to the emergency room.", "> It hurt. Call 911, I said.",
    "- It hurts. Call 911.",
    "Staff call 911 every day. Callers wait.", "| a | b |\n|---|---|\n| 1 | |", "a | b\n--- | ---\n1 | 2",
    "[See it](https://clinic.example/?q=utm)", "The AI model was trained.", "Seen by 30 seconds of N.",
    "Name: ____", "Name ________", "____ is a line.", "C:\\times\\new",
    "Factor X is low; a Series X day.", "10:30: Lunch\n11:30: Walk", "[1: one]", "Stand up\nSteps: two",
    "Send it. Messages were sent from my desk.", "Original messages stay.", "$5 and $10, or 5\\$.",
    "Turn 10 searches off.",
  ])
  func ordinaryText(markdown: String) { #expect(found(markdown) == [], "\(markdown)") }
}
