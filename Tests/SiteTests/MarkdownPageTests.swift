import FixtureSite
import Foundation
import Testing

@testable import Site

/// `docs/markdown.md` shows what can be written: all of it can.
@Suite struct MarkdownPageTests {
  /// The blocks of Markdown, and the first cells of the tables of what is written and seen.
  private static func examples() throws -> [String] {
    let page = try String(contentsOfFile: Example.repository + "/docs/markdown.md", encoding: .utf8)
    var examples = page.matches(of: /\n(`{3,})markdown\n([\s\S]*?\n)\1\n/).map { String($0.2) }
    var isExample = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "| You write | Readers see |" { isExample = true }
      if line.isEmpty { isExample = false }
      guard isExample, let cell = line.firstMatch(of: /^\| (`+)(.*?)\1 \|/) else { continue }
      examples.append(cell.2 + "\n")
    }
    return examples
  }

  @Test func everyExampleIsRightAsItStands() async throws {
    let examples = try Self.examples()
    #expect(examples.count > 30)
    let site = try Example.clinic.copy()
    let drawing = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>\n"
    try site.write(drawing, to: "Content/pages/hip.svg")
    try site.write("%PDF-1.4\n", to: "Content/pages/plan.pdf")
    for (number, example) in examples.enumerated() {
      try site.write(
        FixtureSite.article("Example \(number)", "writing: {orphan: false}", body: "\n" + example),
        to: "Content/pages/example-\(number).md")
    }
    let report = try await site.build()
    #expect(site.lines(report) == [])
    #expect(report.publishedTo != nil)
    let published = try site.snapshot()
    for number in examples.indices { #expect(published.files["example-\(number)/index.html"] != nil) }
  }
}
