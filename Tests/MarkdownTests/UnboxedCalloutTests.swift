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
    "🚨 **Go to the ER now**", "Warning: do not run.", "EMERGENCY: call 911.",
  ])
  func paragraphsThatWarn(_ markdown: String) {
    #expect(codes("Text.\n\n\(markdown)") == ["3 warning unread-markdown"])
  }

  @Test(arguments: [
    "**Note** that this is fine.", "Warning signs are many.", "**Warning signs** are many.",
    "> Note: a quote.", "> Warning: a quote.",
    "- **Warning:** in a list", "Emergency departments: where they are", "`Warning: code`",
    "Caution is wise.",
    "**Today:** a new pain.", "The sign: **danger**.",
  ])
  func ordinaryText(_ markdown: String) { #expect(codes(markdown) == []) }

  /// A line without a bar right below a table is a row (GFM, section 4.10), whatever its author meant.
  @Test func textBelowATable() {
    let table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    #expect(codes(table + "Do not run yet.") == ["4 warning unread-markdown"])
    #expect(codes(table + "\nDo not run yet.") == [])
    #expect(codes(table + "| 3 |") == [])
    #expect(codes("| a |\n|---|\n| 1 |\none cell") == [])
  }

  @Test(arguments: [
    ("![R](IMG 2041 (1).JPG)", "such as `hip.jpg`, and write its new name."),
    ("![R](C:\\Users\\Ann\\my pictures\\hip-x.jpg)", "Rename the file, and write `hip-x.jpg`."),
    ("[x](https://www.nhs .uk)", "Delete the space in the name of the site: `www.nhs .uk`."),
    ("[y](surfaces.md#During a flare)", "`surfaces.md#during-a-flare`"),
  ])
  func hintsOfSpaces(_ markdown: String, _ hint: String) {
    let hints = render(markdown).diagnostics.compactMap(\.hint)
    #expect(hints.contains { $0.contains(hint) }, "\(hints)")
  }
}
