import Foundation
import Testing

/// Every code has a fault whose hint is followed by a test, or stands here with the reason.
@Suite struct EveryHintTests {
  /// What has no hint: the message says what is allowed, or only its author knows what is right.
  private static let withoutHint = [
    "missing-template", "review-due-soon", "review-pending", "tree-dead-end", "tree-duplicate-id",
    "tree-flag-level", "tree-format",
    "tree-label-repeated", "tree-missing-file", "tree-red-flag-outcome", "tree-stretch-contraindicated",
    "tree-too-large", "tree-uncovered-outcome", "tree-under-triage", "tree-unknown-flag", "tree-unpublished",
    "tree-unsure-level", "tree-vignette-outcome", "tree-wording", "yaml-too-large",
  ]

  private static let notOfText = [
    // Of the disk, a command or its options: no file's words can mend them.
    "cannot-read", "cannot-write", "missing-folder", "not-a-file", "not-utf-8", "output-contains-source",
    "output-inside-source", "output-not-a-folder", "output-not-ours", "symbolic-link", "missing-file",
    "bad-file", "wrong-cache", "missing-program", "missing-history",
    // Of other sites than the small one: their own suites follow them.
    "translation-fact", "translation-missing", "translation-orphan", "translation-callouts",
    "translation-steps",
    "misplaced-video", "missing-credit", "missing-captions", "bad-captions", "missing-poster",
    "translation-citations", "translation-pictures", "translation-stale", "translation-sections",
    "translation-tables", "translation-lists", "translation-links", "translation-numbers",
    "translation-untranslated", "translation-negation",
    "lost-steps", "stage-count", "unsafe-download", "photo-location",
    // Of the sites of others: the browser tests play them.
    "gone-link", "moved-link", "unreachable-link",
    // "Make this simpler": what is left is another text.
    "template-too-large", "too-complex", "tree-depth", "tree-no-kind", "tree-page-edges",
    "tree-reading-level",
    "tree-tie", "tree-too-many-paths",
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func text(of file: String) throws -> String {
    try String(contentsOf: root.appending(path: file), encoding: .utf8)
  }

  @Test func everyCodeHasAFaultThatIsMended() throws {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Tests/SiteTests").path)
    let corpus = try names.filter {
      $0.hasPrefix("FollowedHint+") || ["HintTests.swift", "TreeHintTests.swift"].contains($0)
    }
    .map { try Self.text(of: "Tests/SiteTests/\($0)") }.joined(separator: "\n")
    let followed = Set(corpus.matches(of: /"([a-z0-9]+(-[a-z0-9]+)*)"/).map { String($0.1) })
    let named = Set(corpus.matches(of: /\.([a-z][A-Za-z]+)/).map { String($0.1) })
    let sources = try #require(
      FileManager.default.enumerator(atPath: Self.root.appending(path: "Sources").path)
    )
    .compactMap { $0 as? String }.filter { $0.contains("DiagnosticCode+") }
    let codes = try sources.flatMap { file in
      try Self.text(of: "Sources/\(file)").matches(of: /static let (\w+): DiagnosticCode =\s+"([^"]+)"/).map {
        (name: String($0.1), text: String($0.2))
      }
    }
    #expect(codes.count > 150)
    let excused = Self.withoutHint + Self.notOfText
    let missing = codes.filter { !followed.contains($0.text) && !named.contains($0.name) }.map(\.text)
    #expect(missing.filter { !excused.contains($0) }.sorted() == [])
    // The lists get no longer than they have to be.
    #expect(excused.filter { !missing.contains($0) }.sorted() == [])
  }
}
