import CSystem
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The git repository that holds a site's source, asked through the program `git`.
struct Repository {
  /// Why a revision cannot be had, as a sentence.
  struct Failure: Error { let sentence: String }

  /// The repository's top folder, and the source folder below it: empty or ending with `/`.
  private let top: String
  private let prefix: String

  init(holding source: String) throws(Failure) {
    let answer = Self.run(["-C", source, "rev-parse", "--show-toplevel", "--show-prefix"])
    guard answer.status != 127 else {
      throw Failure(
        sentence: "To compare with a revision, install `git`; it is not on this machine.")
    }
    let lines = answer.output.split(separator: "\n", omittingEmptySubsequences: false)
    guard answer.status == 0, lines.count >= 2 else {
      let reason = Self.run(["-C", source, "rev-parse"], listens: true).output.prefix { $0 != "\n" }
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
    let answer = Self.run(
      ["-C", top, "rev-parse", "--verify", "--quiet", "--end-of-options", "\(revision)^{commit}"])
    let name = answer.output.prefix { $0 != "\n" }
    return answer.status == 0 && !name.isEmpty ? String(name) : nil
  }

  /// Writes the source as it was at a commit to `folder`, and nothing into the repository: the list of files that git
  /// needs for that is kept in `index`.
  func write(_ commit: String, to folder: String, index: String) throws(Failure) {
    let tree = prefix.isEmpty ? "\(commit)^{tree}" : "\(commit):\(prefix.dropLast())"
    guard Self.run(["-C", top, "rev-parse", "--verify", "--quiet", tree]).status == 0 else {
      throw Failure(sentence: "The folder `\(prefix)` does not exist in that revision.")
    }
    let plain = ["-C", top, "-c", "core.sparseCheckout=false"]
    guard Self.run(plain + ["read-tree", tree], index: index).status == 0,
      Self.run(plain + ["checkout-index", "--all", "--quiet", "--prefix=\(folder)/"], index: index).status
        == 0
    else { throw Failure(sentence: "`git` could not write that revision to `\(folder)`.") }
  }

  /// 127 when there is no such program. `listens` to what git says of a failure as well.
  private static func run(_ arguments: [String], index: String? = nil, listens: Bool = false) -> (
    status: Int32, output: String
  ) {
    // Copies that end with a zero byte, freed below; the last entry ends the list.
    var words: [UnsafeMutablePointer<CChar>?] = (["git"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: Int32 = 0
    var pipe: Int32 = 0
    let variable = index.map { "GIT_INDEX_FILE=\($0)" }
    guard csystem_start(&words, variable, listens ? 1 : 0, &process, &pipe) == 0 else { return (127, "") }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(pipe, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { break }
      bytes += buffer[..<count]
    }
    close(pipe)
    return (csystem_end(process), String(decoding: bytes, as: UTF8.self))
  }
}
