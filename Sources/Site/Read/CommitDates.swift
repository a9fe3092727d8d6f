import Diagnostics
import Files
import SiteModel
import YAML

/// When articles last changed, as the commits of their repository say: `updated: git` in `site.yaml`.
package struct CommitDates: Sendable {
  /// The last commit.
  let commit: String
  /// The files that were asked for.
  private let paths: Set<String>
  /// By path in the source folder; none for a file that is in no commit.
  private let dates: [String: CalendarDate]

  /// Nil where there is none.
  static func lastCommit(of folder: SourceFolder) -> String? {
    let answer = GitProgram.run(["-C", folder.path, "rev-parse", "--verify", "--quiet", "HEAD"])
    return answer.status == 0 ? String(answer.output.prefix { $0 != "\n" }) : nil
  }

  subscript(path: String) -> CalendarDate? { dates[path] }

  /// Nil, with an error at the setting's place, where no commit can be had or older ones are missing. What is `known` of the same commit
  /// and files is not asked again: going through a long history takes longer than a rebuild.
  init?(
    of paths: [String], in folder: SourceFolder, known: CommitDates? = nil, at place: Position,
    into diagnostics: inout [Diagnostic]
  ) {
    func fail(_ sentence: String, hint: String) {
      diagnostics.append(
        .error(.missingHistory, file: SiteConfiguration.file, at: place, sentence, hint: hint))
    }
    let question = ["-C", folder.path, "rev-parse", "--is-shallow-repository", "HEAD"]
    let answer = GitProgram.run(question)
    if answer.status == GitProgram.missing {
      fail(
        "The dates of articles are those of commits, and `git` is not on this machine.",
        hint: "Install `git`, or delete the line and write `updated: 2026-11-30` in each article.")
      return nil
    }
    let lines = answer.output.split(separator: "\n")
    guard answer.status == 0, lines.count == 2 else {
      let said = GitProgram.run(question, listens: true).output.split(separator: "\n")
      let reason = said.first { $0.hasPrefix("fatal:") }.map {
        " git says: \(Diagnostic.printable(String($0)))."
      }
      fail(
        "The dates of articles are those of commits, and there is no commit to ask.\(reason ?? "")",
        hint: "Commit the site with `git add --all` and `git commit`, or delete the line.")
      return nil
    }
    guard lines[0] == "false" else {
      fail(
        "The dates of articles are those of commits, and this is a shallow clone: older commits are missing.",
        hint: "Run `git fetch --unshallow`; in a workflow, write `fetch-depth: 0` below `actions/checkout`.")
      return nil
    }
    let commit = String(lines[1])
    if let known, known.commit == commit, known.paths.isSuperset(of: paths) {
      self = known
      return
    }
    self.commit = commit
    self.paths = Set(paths)
    let log = GitProgram.run(
      ["-C", folder.path] + GitProgram.plainLog
        + ["-z", "--format=%as", "--name-status", "--find-renames=100%", "--relative", commit, "--", "."])
    dates = Self.last(of: paths, log.output)
  }

  /// The dates in what git's `log` says: from the newest commit to the oldest its day, then each file that it changed. A file that only
  /// got another name has not changed.
  static func last(of paths: [String], _ log: String) -> [String: CalendarDate] {
    var dates: [String: CalendarDate] = [:]
    // By the names that they had then.
    var wanted = Dictionary(paths.map { ($0, $0) }, uniquingKeysWith: { $1 })
    var day: CalendarDate?
    var words = log.utf8.split(separator: 0).makeIterator()
    while !wanted.isEmpty, let raw = words.next() {
      let word = String(Substring(raw.first == UInt8(ascii: "\n") ? raw.dropFirst() : raw))
      if let date = CalendarDate(parsing: word.utf8) {
        day = date
        continue
      }
      guard let path = words.next().map({ String(Substring($0)) }) else { break }
      if word.hasPrefix("R"), let new = words.next().map({ String(Substring($0)) }) {
        if let name = wanted.removeValue(forKey: new) { wanted[path] = name }
      } else if let name = wanted.removeValue(forKey: path) {
        dates[name] = day
      }
    }
    return dates
  }
}
