import Diagnostics
import Files
import Site

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The git repository that holds a site's source, asked through the program `git`. Its settings may name programs, and they
/// may be a stranger's: nothing that could run one is asked of it, and revisions are written by a repository of Limber's own.
struct Repository {
  /// Why a revision cannot be had, as a sentence.
  struct Failure: Error { let sentence: String }

  /// The repository's top folder, and the source folder below it: empty or ending with `/`.
  private let top: String
  private let prefix: String

  init(holding source: String) throws(Failure) {
    let answer = GitProgram.run(["-C", source, "rev-parse", "--show-toplevel", "--show-prefix"])
    guard answer.status != GitProgram.missing else {
      throw Failure(
        sentence: "To compare with a revision, install `git`; it is not on this machine.")
    }
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
    guard answer.status == 0, lines.count >= 2 else {
      let reason = GitProgram.run(["-C", source, "rev-parse"], listens: true).output.prefix { $0 != "\n" }
      throw Failure(
        sentence:
          "`\(source)` is not in a git repository, so there is no revision to compare with. git says: \(Diagnostic.printable(String(reason)))"
      )
    }
    top = String(lines[0])
    prefix = String(lines[1])
  }

  /// The commit that a branch, tag or number means, in full; nil when there is none.
  func commit(_ revision: String) -> String? {
    let answer = GitProgram.run(
      ["-C", top, "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
    let name = answer.output.prefix { $0 != "\n" }
    return answer.status == 0 && !name.isEmpty ? String(name) : nil
  }

  /// The commit that brought a text into a file of the source folder; nil when it is in none.
  func commit(thatWrote text: String, in file: String) -> String? {
    let answer = GitProgram.run(
      ["-C", top] + GitProgram.plainLog + [
        "-1", "--format=%H", "-S\(text)", "--", prefix + file,
      ])
    let name = answer.output.prefix { $0 != "\n" }
    return answer.status == 0 && !name.isEmpty ? String(name) : nil
  }

  /// The commits that come next on the way to what is checked out, the oldest first.
  func commits(after commit: String, most: Int) -> [String] {
    let answer = GitProgram.run(
      ["-C", top] + GitProgram.plainLog + ["--first-parent", "--reverse", "--format=%H", "\(commit)..HEAD"])
    guard answer.status == 0 else { return [] }
    return answer.output.split(separator: "\n").prefix(most).map(String.init)
  }

  /// What `action` makes of the source as it was at a commit, in a folder that is gone afterwards: below `cache` where that was chosen,
  /// since the source may be read-only. Throws `Failure`, `BuildObstacle` and what `action` throws.
  func withSource<Result>(
    _ source: String, at commit: String, cache: String?, _ action: (String) async throws -> Result
  ) async throws -> Result {
    let scratch = try Self.scratch(source, cache)
    defer { try? scratch.remove() }
    try write(commit, to: scratch.path + "/source", own: scratch.path + "/git")
    return try await action(scratch.path + "/source")
  }

  private static func scratch(_ source: String, _ cache: String?) throws -> ScratchFolder {
    let name = "base-\(getpid())"
    guard let cache else { return try ScratchFolder(name, inSource: source) }
    guard let folder = SourceFolder(source) else { throw BuildObstacle.noSource(source) }
    return try ScratchFolder(name, inFolder: try BuildPlaces.folder(cache, source: folder))
  }

  /// Writes the source as it was at a commit to `folder`, and nothing into the repository: `own` is where a repository may lie
  /// that has the same objects, and neither its settings nor its hooks, filters and remotes.
  private func write(_ commit: String, to folder: String, own: String) throws(Failure) {
    let wanted = prefix.isEmpty ? "\(commit)^{tree}" : "\(commit):\(prefix.dropLast())"
    let tree = GitProgram.run(["-C", top, "rev-parse", "--verify", "--quiet", wanted])
    guard tree.status == 0 else {
      throw Failure(sentence: "The folder `\(prefix)` does not exist in that revision.")
    }
    let objects = GitProgram.run([
      "-C", top, "rev-parse", "--path-format=absolute", "--git-path", "objects",
    ])
    let (git, index) = (["--git-dir=\(own)", "--work-tree=\(own)"], "\(own)/index")
    guard objects.status == 0, Self.make(own, objects: objects.output, isLong: commit.utf8.count > 40),
      GitProgram.run(git + ["read-tree", String(tree.output.prefix { $0 != "\n" })], index: index).status
        == 0,
      GitProgram.run(git + ["checkout-index", "--all", "--quiet", "--prefix=\(folder)/"], index: index).status
        == 0
    else { throw Failure(sentence: "`git` could not write that revision to `\(folder)`.") }
  }

  /// Makes a repository that reads the objects of another (gitrepository-layout, "objects/info/alternates"). `isLong` where names
  /// are those of SHA-256.
  private static func make(_ folder: String, objects: String, isLong: Bool) -> Bool {
    let settings =
      isLong
      ? "[core]\nrepositoryformatversion = 1\n[extensions]\nobjectformat = sha256\n"
      : "[core]\nrepositoryformatversion = 0\n"
    do {
      try FolderTree.make(folder + "/refs")
      try FolderTree.make(folder + "/objects/info")
      for (name, text) in [
        ("HEAD", "ref: refs/heads/none\n"), ("config", settings), ("objects/info/alternates", objects),
      ] {
        try SystemCalls.write(Array(text.utf8), to: "\(folder)/\(name)")
      }
      return true
    } catch { return false }
  }
}
