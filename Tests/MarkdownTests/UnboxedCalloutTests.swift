import Diagnostics
import Testing

@testable import Markdown

/// Advice that is meant to stand out and would look like any other text.
@Suite struct UnboxedCalloutTests {
  private func codes(_ markdown: String) -> [String] {
    render(markdown).diagnostics.map { "\($0.position?.line ?? 0) \($0.severity) \($0.code.rawValue)" }
  }

  /// As programs that export Markdown write it.
  @Test(arguments: [
    "> \\[!EMERGENCY\\]\n> Go.", "\\[!WARNING\\] Do not run.", "> \\[!CAUTION\\] Do not.",
    "- \\[!NOTE\\] So.",
  ])
  func bothBracketsEscaped(_ markdown: String) {
    #expect(codes(markdown) == ["1 error unread-callout"])
  }

  @Test(arguments: ["\\[!NOTE] is how a note begins", "Write \\[!NOTE\\] for a note."])
  func oneBackslashIsMeant(_ markdown: String) { #expect(codes(markdown) == []) }

  @Test(arguments: ["> EMERGENCY: You cannot walk.", "> WARNING: Do not run.", "> CAUTION: hot."])
  func quotesThatWarn(_ markdown: String) { #expect(codes(markdown) == ["1 error unread-callout"]) }

  @Test(arguments: [
    "**EMERGENCY:** You cannot walk.", "**Warning**\nDo not run.", "**Danger!** Do not.", "⚠️ Do not run.",
    "🚨 **Go to the ER now**", "Warning: do not run.", "EMERGENCY: call 911.", "❌ Do not run.", "🔴 Stop.",
    "✋ **Stop** if it hurts.", "🚫 Never twist.", "**Call 911 if** you cannot stand.", "Call **112** at once.",
    "Call 911 if you fall.", "Dial 999.", "**Go to the ER if** you fall.",
    "**Seek medical help right away** if",
    "*Call an ambulance* when you", "**Vaya a urgencias si** no puede caminar.", "**Llame al 112**",
    "### ⚠️ Danger\n\nDo not run.", "## 🚨 When to call\n\n- You fall.", "## Warning\n\nDo not run.",
    "### ❌ Not yet\n\nDo not run.",
  ])
  func paragraphsThatWarn(_ markdown: String) {
    #expect(codes("## Text\n\n\(markdown)") == ["3 warning unread-markdown"])
  }

  @Test(arguments: [
    "**Note** that this is fine.", "Warning signs are many.", "**Warning signs** are many.",
    "> Note: a quote.", "> Warning: a quote.",
    "- **Warning:** in a list", "Emergency departments: where they are", "`Warning: code`",
    "Caution is wise.",
    "**Today:** a new pain.", "The sign: **danger**.",
    "> [!EMERGENCY]\n> Go now.\n>\n> **Call 911 if** you fall.\n>\n> 🚨 Go.", "- **Call 911 if** you fall",
    "If you fall, call 911.", "**Call us** if it hurts.", "Call 555 0100.", "**Call 9111**, our desk.",
    "> ❌ “It is all in your head.”",
    "## ⚠️ Danger\n\n> [!WARNING]\n> Do not run.", "## Warning signs\n\nThere are many.",
    "## 💡 Good to know\n\nText.", "**Get help with your form** from a friend.",
  ])
  func ordinaryText(_ markdown: String) { #expect(codes(markdown) == []) }

  /// Told once, as a list.
  @Test(arguments: ["✅ Walk.\n\n❌ Do not run.", "❌ Run\n✅ Walk", "❌ Run.\n\n❌ Twist."])
  func rowsOfSigns(_ markdown: String) { #expect(codes(markdown) == ["1 warning unread-markdown"]) }

  /// What ends a callout of Confluence is told with what begins it.
  @Test(arguments: [
    ("{panel}\nText\n{panel}", ["1 error unread-callout"]),
    ("{panel:title=A}\n\nText\n\n{panel}", ["1 error unread-callout"]),
    ("{tip}\nA\n{tip}\n\n{tip}\nB\n{tip}", ["1 error unread-callout", "5 error unread-callout"]),
    ("{warning}\nA\n\n{info}\nB", ["1 error unread-callout", "4 error unread-callout"]),
    ("{code}\nx\n{code}\n\n{code}", ["1 warning unread-markdown", "5 warning unread-markdown"]),
    ("{toc}\n\n{toc}", ["1 warning unread-markdown", "3 warning unread-markdown"]),
  ])
  func pairs(_ markdown: String, _ expected: [String]) { #expect(codes(markdown) == expected) }

  /// A line without a bar right below a table is a row (GFM, section 4.10), whatever its author meant.
  @Test func textBelowATable() {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    #expect(codes(table + "Do not run yet.") == ["4 warning unread-markdown"])
    #expect(codes(table + "\nDo not run yet.") == [])
    #expect(codes(table + "| 3 |") == ["4 warning unread-markdown"])
    #expect(codes(table + "| 3 | |") == [])
    #expect(codes("| a |\n|---|\n| 1 |\none cell") == [])
  }

  @Test(arguments: [
    ("![R](IMG 2041 (1).JPG)", "such as `hip.jpg`, and write its new name."),
    ("![R](C:\\Users\\Ann\\my pictures\\hip-x.jpg)", "Rename the file, and write `hip-x.jpg`."),
    ("[call](+1 555 0100)", "Write `tel:+15550100`, without spaces."),
    ("[call](555 555-0100)", "Write `tel:5555550100`, without spaces."),
    ("[x](https://www.nhs .uk)", "Delete the space in the name of the site: `www.nhs .uk`."),
    ("[y](surfaces.md#During a flare)", "`surfaces.md#during-a-flare`"),
  ])
  func hintsOfSpaces(_ markdown: String, _ hint: String) {
    let hints = render(markdown).diagnostics.compactMap(\.hint)
    #expect(hints.contains { $0.contains(hint) }, "\(hints)")
  }
}
