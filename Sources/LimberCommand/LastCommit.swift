import Diagnostics
import Files
import Site
import SymptomTree

/// What git has of the last commit: a list of paths that was edited by hand says nothing of what a clinician approved.
enum LastCommit {
  /// A change of routes since then without the version that it needs; nil without git, or where the file is new.
  static func change(of pathsFile: String, _ check: TreeCheck, in source: String) -> Diagnostic? {
    guard isInRepository(source) else { return nil }
    let answer = GitProgram.run(["-C", source, "cat-file", "blob", "HEAD:./\(pathsFile)"])
    guard answer.status == 0 else { return nil }
    return check.change(since: Array(answer.output.utf8))
  }

  /// Those of all checkers of a site.
  static func changes(of site: CheckedSite, in source: String) -> [Diagnostic] {
    site.checkers.checkers.compactMap { checker in
      checker.check.tree.flatMap { tree in
        let file = tree.file.hasSuffix(".yaml") ? String(tree.file.dropLast(5)) + ".paths.tsv" : tree.file
        return change(of: file, checker.check, in: source)
      }
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
