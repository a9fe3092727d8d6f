import FixtureSite
import Testing

/// What stands where nobody would look for it, or in place of what belongs there.
@Suite struct LeftBehindTests {
  typealias Site = FixtureSite

  @Test(arguments: [
    ("draft", "draft: true"), ("review", "\n\nreview: {status: pending}"),
    ("summary", "---\nsummary: Twice.\n---"),
  ])
  func keysBelowTheFrontMatter(key: String, body: String) async throws {
    let article = Site.cause(body: "\(body)\n\nText.")
    let lines = article.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.lastIndex { $0.hasPrefix(key) }) + 1
    let found = try await causeFaults(article)
    #expect(
      found.contains {
        $0.contains("\(line):1: error front-matter-unclosed: `\(key)` is below the front matter")
      }, "\(found)")
  }

  @Test(arguments: [
    "Draft: a text in the making.", "The title: a word.", "draft:horses pull.", "A draft: true",
  ])
  func ordinaryText(body: String) async throws {
    #expect(try await causeFaults(Site.cause(body: body)) == [])
  }

  @Test(arguments: ["Name of the clinician", "TBD", "n/a"])
  func approvedByNobody(reviewer: String) async throws {
    let found = try await causeFaults(
      Site.cause("review: {status: approved, reviewer: \(reviewer), reviewed: 2026-01-01}"))
    #expect(found.count == 1 && found[0].contains("`\(reviewer)` is not the name of a person."), "\(found)")
  }

  @Test func approvedByItsAuthor() async throws {
    let found = try await causeFaults(
      Site.cause(
        "review: {status: approved, author: \"ann lee, PT\", reviewer: Ann  Lee, reviewed: 2026-01-01}"))
    #expect(found.count == 1 && found[0].contains("both the author and the reviewer"), "\(found)")
  }

  /// What is too much to list is said to be more.
  @Test func moreThanAnybodyReads() async throws {
    let claims = try await causeFaults(
      Site.cause(body: String(repeating: "This cures you. ", count: 150)))
    #expect(claims.contains { $0.contains("There may be more places like these") }, "\(claims.count)")
    let hidden = try await causeFaults(
      Site.cause(body: String(repeating: "a\u{200B}b ", count: 1_100)))
    #expect(hidden.contains { $0.contains("There may be more invisible characters") }, "\(hidden.count)")
  }

  /// A red flag that is cut off, or shown in quotes, is wrong in every place that shows it.
  @Test func redFlags() async throws {
    let flag = "rf-fall: {level: emergency, basis: practice, text: X}\n"
    let cut = flag.replacing(
      "{level: emergency, basis: practice, text: X}",
      with: "\n  level: emergency\n  basis: practice\n  text: You fell #on your hip")
    let quoted = cut.replacing("You fell #on your hip", with: "“You fell on your hip”")
    for (file, words) in [(cut, "`text` ends here"), (quoted, "`text` is in curly quotes")] {
      let found = try await faults(["Content/red-flags.yaml": file])
      #expect(found.contains { $0.hasPrefix("Content/red-flags.yaml:4:") && $0.contains(words) }, "\(found)")
    }
  }
}
