import Diagnostics
import Files
import Site
import SymptomTree

/// What git has of the last commit: a list of paths that was edited by hand says nothing of what a clinician approved.
enum LastCommit {
  /// A change of routes since then without the version that it needs; nil without git, or where the file is new.
  static func change(of pathsFile: String, _ check: TreeCheck, in source: String) -> Diagnostic? {
    text(of: pathsFile, in: source).flatMap { check.change(since: Array($0.utf8)) }
  }

  /// What it has of a file of the source folder; nil for nothing, and without git.
  static func text(of file: String, in source: String) -> String? {
    guard isInRepository(source) else { return nil }
    let answer = GitProgram.run(["-C", source, "cat-file", "blob", "HEAD:./\(file)"])
    return answer.status == 0 ? answer.output : nil
  }

  /// Those of all checkers of a site.
  static func changes(of site: CheckedSite, in source: String) -> [Diagnostic] {
    site.checkers.checkers.compactMap { checker in
      change(of: CheckerFiles.pathsFile(of: checker.id), checker.check, in: source)
    }
  }

  /// Whether one of the folders above has the mark of a repository, so that git need not be asked where there is none.
  private static func isInRepository(_ source: String) -> Bool {
    guard var folder = SourceFolder(source)?.path[...] else { return false }
    while true {
      if (try? SystemCalls.status("\(folder)/.git")) != nil { return true }
      guard let slash = folder.lastIndex(of: "/") else { return false }
      folder = folder[..<slash]
    }
  }
}
