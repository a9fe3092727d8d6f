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

    /// A milder route, and the list edited by hand to say the same: the last commit knows better.
    @Test func editedByHand() throws {
      let site = try Example.starter.copy()
      try site.git("init", "--quiet")
      try site.git("add", ".")
      try site.git("commit", "--quiet", "--message", "All")
      for (file, old, new) in [
        (
          "knee-pain.yaml", "label: A child or teen, next: within-days", "label: A child or teen, next: visit"
        ),
        (
          "knee-pain.vignettes.yaml", "age: child}\n  outcome: within-days\n  at-least: soon",
          "age: child}\n  outcome: visit\n  at-least: routine"
        ),
        ("knee-pain.paths.tsv", "gate\twithin-days\tsoon", "gate\tvisit\troutine"),
      ] {
        let path = "Content/symptom-checker/" + file
        let text = try site.text(of: path)
        try #require(text.contains(old))
        try site.write(text.replacing(old, with: new), to: path)
      }
      let edited = try site.text(of: Self.file)
      let message =
        "Content/symptom-checker/knee-pain.yaml:4:10: error: Routing, stages or care levels differ from the paths of the last commit (from line 17 there), but the major version is still 1. [tree-version]"
      let check = try site.limber("check", today: "2026-11-28")
      #expect(check.status == 1 && (check.output + check.errors).contains(message), "\(check)")
      let run = try Limber.run(["tree", "paths", "--source", site.path])
      #expect(run.status == 1 && run.errors.contains(message), "\(run)")
      // Nor is it published.
      let place = site.path + "-www/clinic"
      let published = try Limber.run(["publish", place, "--source", site.path, "--today", "2026-11-28"])
      #expect(
        published.status == 1 && (published.output + published.errors).contains(message), "\(published)")
      #expect(!FileManager.default.fileExists(atPath: place))
      #expect(try site.text(of: Self.file) == edited)
      // Approved, it is as it should be.
      let tree = "Content/symptom-checker/knee-pain.yaml"
      try site.write(try site.text(of: tree).replacing("version: 1.0.0", with: "version: 2.0.0"), to: tree)
      #expect(try Limber.run(["tree", "paths", "--source", site.path]).status == 0)
      let approved = try site.limber("check", "--strict", today: "2026-11-28")
      #expect(approved.status == 0, "\(approved)")
    }

    /// A new checker, or a site without git, has nothing to compare with.
    @Test func neverCommitted() throws {
      let site = try Example.starter.copy()
      let text = try site.text(of: Self.file)
      try site.remove(Self.file)
      let run = try Limber.run(["tree", "paths", "--source", site.path])
      #expect(run.status == 0 && run.output.hasPrefix("Wrote "), "\(run)")
      #expect(run.output.contains("have a clinician read every path before you commit it"), "\(run)")
      #expect(try site.text(of: Self.file) == text)
    }
  }
}
