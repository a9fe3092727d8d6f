import Diagnostics
import Testing

@testable import Markdown

/// Lines that Markdown makes one paragraph of, though they were meant to stand below each other.
@Suite struct JoinedLineTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown }
  }

  private static func warning(_ line: Int, _ column: Int) -> Diagnostic {
    var one = fault(
      .unreadMarkdown, line, column, "These lines run together into one paragraph.",
      hint:
        "To make a list, start each of them with `- `. To keep them as they are, end each but the last with `\\`."
    )
    one.severity = .warning
    return one
  }

  @Test(arguments: [
    ("**Warm-up:** walk for 5 minutes\n**Main part:** run\n**Cool-down:** walk", 1, 1),
    ("*Week 1:* walk\n*Week 2:* run", 1, 1), ("**Phone**: 555 0100\n**Fax**: none", 1, 1),
    ("__Sets:__ two\n__Rest:__ a minute", 1, 1),
    ("**First days:** walk as far\nas it stays easy\n**Then:** run", 1, 1),
    ("Week 1: walk for 10 minutes\nWeek 2: run\nWeek 3: race", 1, 1), ("Day 1: walk\nDay 2: rest", 1, 1),
    ("Semana 1: camine\nSemana 2: corra", 1, 1), ("Starting position: lie down\nMovement: lift", 1, 1),
    ("Text\n\nPhone: 555 0100\nMail: see below", 3, 1),
    ("Example Clinic\n123 Main Street\nPortland, OR 97201", 1, 1),
    ("Monday 9 to 5\nTuesday 9 to 5\nFriday closed", 1, 1),
    ("> [!NOTE]\n> Text\n>\n> Ice: no\n> Heat: yes", 4, 3),
    ("- Walk\n\n  Sets: 2\n  Reps: 10", 3, 3), ("Shoes\r\nShorts\r\nWater", 1, 1),
  ])
  func told(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(found(markdown) == [Self.warning(line, column)])
  }

  @Test(arguments: [
    "**Warm-up:** walk\\\n**Main part:** run", "Phone: 555 0100  \nMail: below",
    "**Warm-up:** walk and then\ngo on",
    "- **Warm-up:** walk\n- **Main part:** run", "**Warm-up:** walk\n\n**Main part:** run", "Day 1: walk",
    "Pain often comes late.\nIt may stay for days.\nRest helps.",
    "The hip is a joint that\nNobody sees: it lies deep.",
    "One answer: yes\nand another", "Example Clinic\n123 Main Street", "At 5:30\nAt 6:45",
    "A line that is long enough to have been broken by an editor, not by hand\nAnother one of that sort, which ends here, too\nThird",
    "What helps: rest,\nice and\nSleep", "Roses\\\nViolets\\\nKnees", "```\nName: x\nOther: y\n```",
    "| Name: x | b |\n|---|---|\n| Other: y | c |",
  ])
  func quiet(_ markdown: String) {
    #expect(found(markdown).isEmpty)
  }

  @Test func followed() {
    #expect(found("- Week 1: walk\n- Week 2: run").isEmpty)
    #expect(found("Example Clinic\\\n123 Main Street\\\nPortland").isEmpty)
  }

  /// Commands of TeX that say how a page is set.
  @Test(arguments: ["\\newpage", "\\pagebreak", "\\tableofcontents", "Text \\newline more"])
  func layoutOfTeX(_ markdown: String) {
    let all = found(markdown)
    #expect(all.map(\.message) == ["This is a command for another program, so it is shown as typed."])
  }

  @Test(arguments: ["C:\\newpage", "the \\newpages", "`\\newpage`"])
  func noLayoutOfTeX(_ markdown: String) {
    #expect(!found(markdown).contains { $0.message.contains("command for another program") })
  }
}
