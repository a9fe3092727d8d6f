import Diagnostics
import Testing

@testable import Markdown

/// Ranges the wrong way round, days that do not exist, and marks of Wikipedia, AsciiDoc and forums.
@Suite struct TextSlipTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown || $0.severity == .error }
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test(arguments: [
    ("Do 12 to 8 reps.", 1, 4, TextSlip.turnedRange(12, 8)),
    ("Text.\n\n- Hold for 30 to 20 seconds.", 3, 12, .turnedRange(30, 20)),
    ("Rest for (6 to 2 weeks).", 1, 11, .turnedRange(6, 2)),
    ("Pain of 11 out of 10 means stop.", 1, 9, .beyondScale(11, 10)),
    ("We are closed on February 30.", 1, 18, .noSuchDay(bytes("February 30"), last: 29)),
    ("Book before *April 31*.", 1, 14, .noSuchDay(bytes("April 31"), last: 30)),
    ("On 31st of November we close.", 1, 4, .noSuchDay(bytes("31st of November"), last: 30)),
    ("Abrimos el 31 de junio.", 1, 12, .noSuchDay(bytes("31 de junio"), last: 30)),
    ("Rest until 31/11/2026.", 1, 12, .noSuchDate(bytes("31/11/2026"))),
    ("From 02/30/2027 on", 1, 6, .noSuchDate(bytes("02/30/2027"))),
    ("'''Patella''' is a bone.", 1, 1, .apostrophes(3)), ("It is a ''bone''.", 1, 9, .apostrophes(2)),
    ("image::knee.svg[]", 1, 1, .foreignPicture(bytes("knee.svg"))),
    ("See link:about.html[the page].", 1, 5, .foreignLink),
    ("[b]Stop[/b] if it hurts.", 1, 1, .forumTag(UInt8(ascii: "b"), bytes("Stop"))),
    ("Go on [i]slowly[/i].", 1, 7, .forumTag(UInt8(ascii: "i"), bytes("slowly"))),
    ("Rest the kneec\u{430}p.", 1, 10, .foreignLetter), ("\u{421}all us.", 1, 1, .foreignLetter),
  ]) func told(_ markdown: String, _ line: Int, _ column: Int, _ slip: TextSlip) {
    var expected = fault(.unreadMarkdown, line, column, slip.words.message, hint: slip.words.hint)
    expected.severity = .warning
    #expect(found(markdown) == [expected])
  }

  @Test(arguments: [
    "Cut down from 12 to 8 reps.", "It dropped from 6 to 2 weeks.", "Open 9 to 5.", "A ratio of 2 to 1.",
    "Do 8 to 12 reps, 2 to 3 times a week.", "Use heat 20 to 10 minutes before bed.", "In 2026 to 2 people.",
    "Room 4 to 2 doors on.", "A heart rate of 1:30 to 2 minutes.", "The score fell to 5 to 4.",
    "About 3 out of 10 people.", "Open on May 31 and June 30.", "On February 29 we meet.",
    "The 30 days of June", "In June 30 people came.", "It lasts 31 days.", "On 30/11/2026 or 11/30/2026",
    "A blood pressure of 130/85", "See 31/2 in the list.", "The coach's and runners' knees", "Rock 'n' roll",
    "It is 5'10'' long.", "Look: image of a knee", "A link: see below.", "The list[b] of it",
    "Ask \u{418}\u{432}\u{430}\u{43D} about it.", "A class: :knee", "5\u{2032}10\u{2033} tall",
  ]) func quiet(_ markdown: String) {
    #expect(found(markdown).allSatisfy { $0.message.hasPrefix("This marks a comment") })
  }

  @Test(arguments: [
    ("=== \"Week 1\"\n\nRest", 1, 1), ("Text\n\n=== What helps", 3, 1), ("== When to rest", 1, 1),
  ]) func headings(_ markdown: String, _ line: Int, _ column: Int) {
    let leftover = Leftover.foreignHeading
    var expected = fault(.unreadMarkdown, line, column, leftover.words.message, hint: leftover.words.hint)
    expected.severity = .warning
    #expect(found(markdown) == [expected])
  }

  @Test(arguments: ["The sign == means equal", "== is a sign of programs, and so on.", "a == b"])
  func noHeadings(_ markdown: String) {
    #expect(found(markdown).isEmpty)
  }

  /// One slip, one message.
  @Test(arguments: [
    "o   Rest the knee\no   Ice the knee", "[caption id=\"a1\" align=\"left\"]The knee[/caption]",
    "[this page]({{< ref \"stiff-knee.md\" >}})", "[Stiff knee]({% link signs/stiff-knee.md %})",
    "1/ Rest\n2/ Walk", "Rest. #knee #pain", "- [ ]  Ask about ice", "NOTE: Rest the knee.",
    "TIP: Use a pillow.",
  ]) func once(_ markdown: String) {
    #expect(found(markdown).count == 1)
  }

  @Test(arguments: ["Note: bring your shoes.", "Room #2 and #3", "Tip: use a pillow.", "1/2 cup\n2/3 cup"])
  func ordinary(_ markdown: String) {
    #expect(found(markdown).isEmpty)
  }
}
