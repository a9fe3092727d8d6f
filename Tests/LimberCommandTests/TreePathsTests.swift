import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// The list of a checker's paths, which a new one must not replace unseen.
  @Suite struct TreePathsTests {
    private static let file = "Content/symptom-checker/knee-pain.paths.tsv"

    @Test func deletedAndCommitted() throws {
      let site = try Example.starter.copy()
      try site.git("init", "--quiet")
      try site.git("add", ".")
      try site.git("commit", "--quiet", "--message", "All")
      let text = try site.text(of: Self.file)
      try site.remove(Self.file)
      let run = try Limber.run(["tree", "paths", "--source", site.path])
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          "error: `\(Self.file)` was deleted or spoiled since the last commit, so the paths of this version cannot be compared with those before. Nothing was written."
        ), "\(run)")
      #expect(throws: (any Error).self) { try site.text(of: Self.file) }
      try site.git("checkout", "HEAD", "--", Self.file)
      #expect(try site.text(of: Self.file) == text)
      #expect(try Limber.run(["tree", "paths", "--source", site.path]).status == 0)
    }

    /// A new checker, or a site without git, has nothing to compare with.
    @Test func neverCommitted() throws {
      let site = try Example.starter.copy()
      let text = try site.text(of: Self.file)
      try site.remove(Self.file)
      let run = try Limber.run(["tree", "paths", "--source", site.path])
      #expect(run.status == 0 && run.output.hasPrefix("Wrote "), "\(run)")
      #expect(try site.text(of: Self.file) == text)
    }
  }
}
