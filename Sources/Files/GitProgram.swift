/// The program `git`, asked in a way that is safe in a stranger's repository: its settings may name programs, and nothing that could
/// run one is asked, nor what is missing fetched.
package enum GitProgram {
  /// The status when there is no such program.
  package static let missing: Int32 = 127

  /// What git answers. `index` is the list of files that git keeps, in place of the repository's; `listens` to what it says of a
  /// failure as well.
  package static func run(_ arguments: [String], index: String? = nil, listens: Bool = false) -> (
    status: Int32, output: String
  ) {
    let command =
      ["env"] + variables + (index.map { ["GIT_INDEX_FILE=\($0)"] } ?? []) + ["git"] + settings + arguments
    guard let process = ChildProcess(command, listens: listens) else { return (missing, "") }
    let status = process.end()
    return (status, String(decoding: process.output, as: UTF8.self))
  }

  private static let variables = ["GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=", "GIT_TERMINAL_PROMPT=0"]
  private static let settings = [
    "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "safe.bareRepository=explicit",
  ]

  /// For `log`: neither signatures nor what attributes say of a file, both of which could name programs.
  package static let plainLog = ["-c", "log.showSignature=false", "log", "--no-ext-diff", "--no-textconv"]
}
