import Diagnostics
import Testing

@testable import Markdown

/// Lists that were typed by hand, or that a word processor or an export wrote, are told of once, at their first line.
@Suite struct TypedListTests {
  private func found(_ markdown: String) -> [Diagnostic] {
    render(markdown).diagnostics.filter { $0.code == .unreadMarkdown }
  }

  private static func warning(_ line: Int, _ column: Int, _ message: String, _ hint: String) -> Diagnostic {
    var one = fault(.unreadMarkdown, line, column, message, hint: hint)
    one.severity = .warning
    return one
  }

  private static let replace = "Replace the mark of each line with `- `, or with `1. `, `2. ` and so on."

  @Test(arguments: [
    ("a) one\nb) two\nc) three", 1, 1), ("Do\n(1) one\n(2) two", 2, 1), ("a. one\nb. two", 1, 1),
    ("A) *one*\nB) **two**", 1, 1), ("(a) one\n(b) two", 1, 1), ("i. one\nii. two\niii. three", 1, 1),
    ("(i) one\n(ii) two", 1, 1), ("I) one\nII) two", 1, 1), ("Do this:\n1- one\n2- two", 2, 1),
    ("1-Rest\n2-Walk", 1, 1),
    ("1 - one\n2 - two", 1, 1), ("1 – one\n2 – two", 1, 1), ("1.- one\n2.- two", 1, 1),
    ("(1) one\ngoes on\n(2) two", 1, 1),
    ("– one\n– two", 1, 1), ("— one\n— two", 1, 1), ("-- one\n-- two", 1, 1), ("‑ one\n‑ two", 1, 1),
    ("− one\n− two", 1, 1),
    ("&ndash; one\n&ndash; two", 1, 1),
    ("Do this:\n–\u{A0}one\n–\u{A0}two", 2, 1), ("✓ one\n✓ two", 1, 1), ("→ one\n→ two\n→ three", 1, 1),
    ("✅ one\n✅ two", 1, 1), ("✔\u{FE0F} one\n✔\u{FE0F} two", 1, 1), ("👉 one\n👉 two", 1, 1),
    ("① one\n② two", 1, 1),
    ("1️⃣ one\n2️⃣ two", 1, 1), ("> a) one\n> b) two", 1, 3), ("- Do:\n  a) one\n  b) two", 2, 3),
    ("– [one](sign:outer-hip-pain)\n– two", 1, 1), ("–Walk\n–Rest", 1, 1), ("1 Stand up\n2 Sit down", 1, 1),
    ("1 . Stand up\n2 . Sit down", 1, 1), ("1.1 Stand\n1.2 Sit", 1, 1), ("a) one\\\nb) two", 1, 1),
  ])
  func lines(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(
      found(markdown) == [
        Self.warning(line, column, "These lines are not a list, so they run together.", Self.replace)
      ])
  }

  @Test(arguments: [
    ("a) one\n\nb) two\n\nc) three", 1), ("Text\n\ni. one\n\nii. two", 3), ("1- one\n\n2- two", 1),
    ("– one\n\n– two\n\n– three\n\n– four", 1), ("✓ one\n\n✓ two", 1), ("(1) one\n\n(2) two", 1),
  ])
  func paragraphs(_ markdown: String, _ line: Int) {
    #expect(
      found(markdown) == [
        Self.warning(line, 1, "These paragraphs look like a list, but they are not one.", Self.replace)
      ])
  }

  @Test(arguments: [
    ("1\\. One\n2\\. Two", 1, 1), ("1\\. One\n\n2\\. Two\n\n3\\. Three", 1, 1),
    ("Do:\n1\\) One\n2\\) Two", 2, 1),
    ("\\- One\n\\- Two", 1, 1), ("\\* One\n\n\\* Two\n\n\\* Three", 1, 1), ("\\+ One\n\\+ Two", 1, 1),
  ])
  func escaped(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(
      found(markdown) == [
        Self.warning(
          line, column, "The backslashes keep these lines from being a list.",
          "Delete the backslash in the mark of each line.")
      ])
  }

  @Test(arguments: [("Do:\n      - one\n      - two", 2, 7), ("Do:\n    1. one\n    2. two", 2, 5)])
  func indented(_ markdown: String, _ line: Int, _ column: Int) {
    #expect(
      found(markdown) == [
        Self.warning(
          line, column, "These lines are not a list, because they are indented too far.",
          "Delete the spaces at the start of each line.")
      ])
  }

  @Test func bullets() {
    func told(_ markdown: String) -> [String] {
      found(markdown).map { "\($0.position?.line ?? 0):\($0.position?.column ?? 0) \($0.hint ?? "")" }
    }
    #expect(
      told("&bull; one\n&bull; two") == [
        "1:1 Replace `&bull;` with `- `, on each line of the list."
      ])
    #expect(told("&#8226; one") == ["1:1 Replace `&#8226;` with `- `, on each line of the list."])
    let outer = "Replace the dot with `- `, on each line of the list."
    for bullet in ["∙", "⋅", "◦", "▸", "●"] {
      #expect(told("\(bullet) one") == ["1:1 \(outer)"])
    }
    // As Word's bullets of the second and third level are pasted.
    let inner =
      "Start this line with four spaces and `- ` in place of the dot, since it belongs to the item above. Deeper items get four more."
    #expect(
      told("• one\no two\no\tthree") == [
        "1:1 \(outer)", "2:1 \(inner)",
      ])
    #expect(
      told("• one\no two\n• three") == [
        "1:1 \(outer)", "2:1 \(inner)",
      ])
    #expect(told("• one\n   o two").last == "2:4 \(outer)")
    #expect(told("Do this:\no Rest") == ["2:1 \(outer)"])
    #expect(told("§\tone\nü\ttwo\nØ\tthree\nq\tfour").count == 2)
    #expect(told("•\tone\n•\ttwo").count == 1)
    #expect(
      told("- • one\n- o two") == [
        "1:3 Delete it, in each item: the mark before it already makes this a list."
      ])
  }

  @Test(arguments: [
    "a) one of two", "(a) one\n(c) three", "– Hello.\n\n– Hi.", "> Text\n>\n> — Anna, 34",
    "I. Kant\nwrote it", "1-hour walks\n2-hour walks",
    "A. One\n\n> quote\n\nB. Two", "Esto\no eso\no aquello", "`a) x`\n`b) y`",
    "```\na) x\nb) y\n– c\n– d\n```",
    "14. The number\n", "Chapter\n14. The number\n15. Another", "→ one\n✓ two", "🏃 Run\n\n🚶 Walk",
    "“Stop”\n“Go”",
    "- a) one\n- b) two", "1\\. One", "\\- One", "2016\\. That\n2017\\. This", "e.g. this\ni.e. that",
    "I am\nI. e. it",
    "10 then 12\n12 then 14", "5 – 6\n6 – 7", "€ 5\n€ 6", "## a) One\n\n## b) Two",
    "| a) x |\n|---|\n| b) y |",
  ])
  func isQuiet(_ markdown: String) { #expect(found(markdown) == []) }
}
