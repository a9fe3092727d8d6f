import FixtureSite
import Testing

/// Edits of one of the repository's sites, and all that is told of the site then.
struct EditedExample: Sendable, CustomTestStringConvertible {
  struct Edit: Sendable {
    let file: String
    /// Nil where the file is made anew.
    let old: String?
    let new: String

    init(_ file: String, _ old: String?, _ new: String) { (self.file, self.old, self.new) = (file, old, new) }
  }

  let site: Example
  let edits: [Edit]
  /// Each diagnostic whole.
  let expected: [String]

  init(_ site: Example, _ edits: [Edit], _ expected: [String]) {
    (self.site, self.edits, self.expected) = (site, edits, expected)
  }

  var testDescription: String { edits.map { "\($0.file): \($0.new)" }.joined(separator: ", ") }

  func check() async throws {
    let site = try site.copy()
    for edit in edits {
      guard let old = edit.old else {
        try site.write(edit.new, to: edit.file)
        continue
      }
      let text = try site.text(of: edit.file)
      try #require(text.contains(old), "\(edit.file): \(old)")
      try site.write(text.replacing(old, with: edit.new, maxReplacements: 1), to: edit.file)
    }
    expectFaults(site.lines(try await site.check(today: "2026-11-28")), expected)
  }
}
