import Diagnostics
import Testing

@testable import Markdown

/// Paragraphs that warn and are no callouts.
@Suite struct UnboxedWarningTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown || $0.severity == .error }
  }

  @Test(
    arguments: [
      ("WARNING – DO NOT JUMP", .warning), ("STOP IF PAIN IS ABOVE 5", .warning), ("DO NOT RUN", .warning),
      ("**DO NOT RUN**", .warning), ("**DO NOT RUN** with a swollen knee.", .warning),
      ("DON’T RUN with it", .warning), ("IF IT HURTS, STOP", .warning), ("SEEK HELP NOW", .emergency),
      ("NEVER do this with a torn tendon.", .warning), ("**STOP** if it hurts.", .warning),
      ("**Important!** Do not run.", .important), ("**Important:** Do not run.", .important),
      ("__Important__: do not run.", .important), ("***Important:*** do not run.", .important),
      ("Important: Do not run.", .important), ("IMPORTANT: bring it.", .important),
      ("**Important note:** Rest.", .important), ("❗ Do not run.", .important),
      ("Warning – do not run.", .warning), ("Warning - do not run.", .warning), ("Warning! Rest.", .warning),
      ("WARNING Do not run.", .warning), ("**Warning.** Rest.", .warning), ("**Warning –** Rest.", .warning),
      ("**Warning: do not run.**", .warning), ("*Warning: do not run.*", .warning),
      ("***Warning:*** Rest.", .warning), ("**Caution –** Rest.", .caution), ("Caution! Rest.", .caution),
      ("**Stop!** Do not go on.", .caution), ("Warning\nDo not run.", .warning),
      ("EMERGENCY\nGo.", .emergency),
      ("**EMERGENCY – CALL 911**", .emergency), ("Red flags – fever, chills.", .emergency),
      ("¡Atención! No corra.", .important), ("ADVERTENCIA: no corra", .warning),
      ("**Peligro:** no corra.", .caution),
    ] as [(String, Callout)])
  func isTold(_ markdown: String, _ callout: Callout) {
    let words = Remnant.unboxedCallout(callout).words
    let told = found("Text.\n\n\(markdown)")
    #expect(told.map(\.hint) == [words.hint])
    #expect(told.map(\.position) == [Position(line: 3, column: 1)])
    // What the hint says to write is quiet.
    let lines = markdown.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n")
    #expect(found("Text.\n\n> [!\(callout.rawValue.uppercased())]\n\(lines)") == [])
  }

  /// Below a line that ends a sentence, where an empty line is missing.
  @Test(arguments: [
    ("Rest.\nWARNING: do not run.\nWalk.", 2, 1), ("Rest:\nDO NOT RUN with it.", 2, 1),
    ("Rest.\n**Warning:** do not run.", 2, 3),
  ])
  func lines(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(found(markdown).map(\.position) == [Position(line: line, column: column)])
  }

  @Test(arguments: ["> WARNING – DO NOT JUMP", "> DO NOT JUMP", "> CAUTION! Rest."])
  func quotes(_ markdown: String) { #expect(found(markdown).map(\.code) == [.unreadCallout]) }

  @Test(arguments: [
    "**Warning** signs are fever and chills.", "**Important** signs are fever.", "**Danger**, they say.",
    "Important: bring your shoes.", "Warning signs: fever.", "Important findings – such as it – are rare.",
    "Attention to detail: it helps.", "Emergency rooms – a history", "Danger lurks – be careful!",
    "WHEN NOT TO RUN?", "WHAT NOT TO DO?", "STOP-BANG is a questionnaire.",
    "DO is a degree; DOMS is soreness.",
    "NICE says so.", "Stop – then go on.", "Stop!", "**Do not run with a swollen knee.**",
    "**Note:** it moves.",
    "> STOP telling me", "> Warning: it is a quote.", "We read the\nWARNING: do not run, and went on.",
    "MRI: do not wear metal.", "**Never** run with it.", "- WARNING: do not run",
    "| a |\n|---|\n| WARNING: do not run |",
  ])
  func isQuiet(_ markdown: String) { #expect(found("\(markdown)").map(\.message) == []) }
}
