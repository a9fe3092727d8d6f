import Diagnostics
import Testing

@testable import Markdown

/// Every step of an exercise reaches the printed program, or it is an error.
@Suite struct LostStepTests {
  private func page(_ markdown: String) -> (steps: [Int], faults: [String]) {
    let page = render(markdown) { $0.stepsURL = Array("/x/".utf8) }
    let faults = page.diagnostics.filter { $0.severity == .error }.map {
      "\($0.code.rawValue) \($0.position?.line ?? 0):\($0.position?.column ?? 0)"
    }
    return (page.steps.map(\.number), faults)
  }

  @Test(arguments: [
    ("1. a\n\n![A](p.png)\n\n2. b\n\n> [!TIP]\n> c\n>\n> 1. d\n\n3. e", 3), ("1. a\n  - x\n  - y\n2. b", 2),
    ("1. a\n\n  Text\n\n2. b\n\n  ![A](p.png)\n\n3. c", 3), ("1) a\n2) b\n\nText\n\n3) c", 3),
    ("1. a\n2) b\n3. c", 3),
    ("1. a\n\n   1. x\n   2. y\n\n2. b", 2),
    ("1. a\n\n| x |\n|---|\n| y |\n\n2. b\n\n```\nz\n```\n\n3. c", 3),
    ("> [!NOTE]\n> Text\n\n1. a\n2. b", 2), ("1. a\n2. b\n\n## More\n\n- x", 2), ("1. a\n\n***\n\n2. b", 2),
    ("1. a\n1. b\n1. c", 3),
  ])
  func allAreThere(_ markdown: String, _ count: Int) {
    let page = page(markdown)
    #expect(page.steps.count == count)
    #expect(page.faults == [])
  }

  @Test(arguments: [
    ("1. a\n\n![A](p.png)\n\n1. b", "lost-steps 5:1"),
    ("1. a\n2. b\n\n> [!TIP]\n> c\n\n4. d", "lost-steps 7:1"),
    ("1. a\n2. b\n\nOr:\n\n1. c\n2. d\n\nOr:\n\n1. e", "lost-steps 6:1"),
    ("1. a\n\n### Then\n\n2. b", "lost-steps 5:1"),
    ("- x\n\n  1. a\n  2. b\n\n1. c", "lost-steps 6:1"), ("> [!NOTE]\n> 1. a\n\n1. b", "lost-steps 4:1"),
    ("1. a\n\n![A](p.png)\n2. b\n3. c", "lost-steps 4:1"), ("1. a\n\nText\n  2. b", "lost-steps 4:3"),
  ])
  func orItIsAnError(_ markdown: String, _ fault: String) { #expect(page(markdown).faults == [fault]) }

  @Test func whole() {
    func faults(_ markdown: String) -> [Diagnostic] {
      render(markdown) { $0.stepsURL = Array("/x/".utf8) }.diagnostics
    }
    #expect(
      faults("1. a\n\nText\n\n1. b") == [
        fault(
          .lostSteps, 5, 1,
          "This list starts at 1, but the next step is 2, so the printed program would stop before it.",
          hint:
            "Start it at `2.` if the steps continue. If it is a separate list, start each of its items with `- `."
        )
      ])
    #expect(
      faults("1. a\n\n## B\n\n2. b") == [
        fault(
          .lostSteps, 5, 1,
          "Step 2 comes after a heading, so the printed program would stop before it.",
          hint: "Delete the heading. If this is a separate list, start each of its items with `- `.")
      ])
    #expect(
      faults("> 1. a\n\n1. b") == [
        fault(
          .lostSteps, 3, 1,
          "The printed program would use the numbered list above, which is inside another list or a quote, and leave this one out.",
          hint: "Use `- ` in the list above, so that only the steps are numbered.")
      ])
    #expect(
      faults("1. a\n\nText\n2. b") == [
        fault(
          .lostSteps, 4, 1, "Step 2 runs into the text above it, so the printed program would leave it out.",
          hint: "Add an empty line before `2.`.")
      ])
  }

  /// Nobody can know which of two lists below headings of their own is the steps.
  @Test(arguments: [
    ("## When to stop\n\n1. Pain\n\n## How to do it\n\n1. a\n2. b", 7, 3),
    ("### Start\n\n1. a\n2. b\n\n### Movement\n\n1. c\n\n### End\n\n1. d", 8, 3),
    ("1. a\n2. b\n\n## More\n\n1. x", 6, 1), ("Text\n\n1. a\n\n## Left\n\n7. b", 7, 3),
  ])
  func secondLists(_ markdown: String, _ line: Int, _ first: Int) {
    let found = render(markdown) { $0.stepsURL = Array("/x/".utf8) }.diagnostics
    var expected = fault(
      .lostSteps, line, 1,
      "The printed program shows the numbered list on line \(first) as the steps, and leaves this one out.",
      hint:
        "Number only the steps, in one list without a heading between them. In the other list, start each item with `- `."
    )
    expected.severity = .warning
    #expect(found == [expected])
  }

  /// Other articles have no steps.
  @Test func elsewhere() { #expect(render("1. a\n\nText\n\n1. b").diagnostics == []) }
}
