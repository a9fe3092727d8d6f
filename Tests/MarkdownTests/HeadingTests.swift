import Testing

@testable import Markdown

@Suite struct HeadingTests {
  @Test func outline() {
    let page = render("## When *to* worry [x](/causes/) [@griffin2016]\n\nText\n\n### Causes\n\n### Causes\n")
    #expect(page.outline.map(\.level) == [2, 3, 3])
    #expect(
      page.outline.map { String(decoding: $0.id, as: UTF8.self) } == [
        "when-to-worry-x", "causes", "causes-1",
      ])
    #expect(page.outline.map(\.line) == [1, 5, 7])
    #expect(String(decoding: page.outline[0].html, as: UTF8.self).hasPrefix("When <em>to</em> worry x"))
    #expect(String(decoding: page.outline[0].text, as: UTF8.self) == "When to worry x")
    #expect(page.htmlText.contains("<h3 id=\"causes-1\">Causes</h3>"))
    #expect(page.hasAnchor(Array("causes-1".utf8)) && page.hasAnchor(Array("ref-1".utf8)))
    #expect(!page.hasAnchor(Array("ref-2".utf8)) && !page.hasAnchor(Array("cause".utf8)))
    #expect(page.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("What's new?", "whats-new"), ("A -- b", "a----b"), ("A – b", "a--b"), ("Über Ärzte", "über-ärzte"),
    ("2–3 sets / day", "23-sets--day"), ("`code` & _x_", "code--x"), ("!!!", "section"),
    ("Ref 1", "section-ref-1"),
    ("main", "main-1"), ("snake_case", "snake_case"),
  ])
  func slugs(_ heading: String, _ slug: String) {
    let page = render("## \(heading)") { $0.reservedIdentifiers = [Array("main".utf8)] }
    #expect(page.outline.map { String(decoding: $0.id, as: UTF8.self) } == [slug])
  }

  @Test(arguments: ["Rest\n=", "Rest a few days\nand walk.\n=====", "> Rest\n> ==="])
  func underlinedWithEqualsSigns(_ markdown: String) {
    #expect(
      render(markdown).diagnostics == [
        fault(
          "heading-level-one", 1, markdown.hasPrefix(">") ? 3 : 1,
          "A heading with one `#` is a page title, and this page already has one in `title`.",
          hint: "The line of `=` below it makes it one. Delete that line, and start a heading with `##`.")
      ])
  }

  @Test func levelOneAndEmpty() {
    #expect(
      render("a\n\n# B\n\n##\n").diagnostics == [
        fault(
          "heading-level-one", 3, 1,
          "A heading with one `#` is a page title, and this page already has one in `title`.",
          hint: "Start it with `##`."),
        fault(
          "empty-heading", 5, 1, "This heading has no text.",
          hint: "Add text after the `#`, or remove the heading."),
      ])
  }
}
