import FixtureSite
import Foundation
import Testing

extension CommandTests {
  /// The list of a checker's paths, which a new one must not replace unseen.
  @Suite struct TreePathsTests {
    private static let file = "Content/symptom-checker/knee-pain.paths.tsv"

    private static func git(_ site: FixtureSite, _ arguments: String...) throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments =
        ["git", "-C", site.path, "-c", "user.name=A", "-c", "user.email=a@clinic.example"] + arguments
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(arguments)")
    }

    @Test func deletedAndCommitted() throws {
      let site = try Example.starter.copy()
      try Self.git(site, "init", "--quiet")
      try Self.git(site, "add", ".")
      try Self.git(site, "commit", "--quiet", "--message", "All")
      let text = try site.text(of: Self.file)
      try site.remove(Self.file)
      let run = try Limber.run(["tree", "paths", "--source", site.path])
      #expect(run.status == 1)
      #expect(
        run.errors.contains(
          "error: `\(Self.file)` was deleted or spoiled since the last commit, so the paths of this version cannot be compared with those before. Nothing was written."
        ), "\(run)")
      #expect(throws: (any Error).self) { try site.text(of: Self.file) }
      try Self.git(site, "checkout", "HEAD", "--", Self.file)
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
