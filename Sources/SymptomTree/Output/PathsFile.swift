/// The committed list of all paths: a line with the tree and its version, a line with the columns' names, and a line
/// per path. Tab-separated, so that a reviewer sees in a diff what a change does.
package enum PathsFile {
  /// How the paths of a tree stand to those that were committed.
  package enum Change: Sendable {
    case none
    /// No file, or one that cannot be read as such.
    case missing
    /// One that no tree can have: a line of it was changed by hand, or two versions were merged.
    case edited
    /// Only the version differs, or the major version was raised along with the paths.
    case stale
    /// The paths differ and the major version is not higher: a clinician has to sign that first.
    case needsMajorVersion
  }

  static func text(of tree: Tree, _ paths: [TreePath]) -> String {
    var text = "# \(tree.id.value) \(tree.version.value.text)\nanswers\tstages\toutcome\tlevel\n"
    for path in paths {
      text += TreePath.text(of: path.steps)
      for (place, step) in path.steps.enumerated() {
        text += place == 0 ? "\t" : " > "
        text += step.stage.rawValue
      }
      text += "\t"
      text += path.outcome
      text += "\t"
      text += path.level.rawValue
      text += "\n"
    }
    return text
  }

  /// Compares line by line; ends of lines may be CRLF, and a mark of the encoding may stand in front, as Excel writes them.
  static func change(from committed: ArraySlice<UInt8>?, to text: String) -> (change: Change, firstLine: Int)
  {
    guard let committed else { return (.missing, 1) }
    if committed == Array(text.utf8)[...] { return (.none, 1) }
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let bare = committed.dropFirst(committed.starts(with: mark) ? mark.count : 0)
    let old = lines(String(decoding: bare, as: UTF8.self))
    let new = lines(text)
    guard
      let first = zip(old, new).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
        ?? (old.count == new.count ? nil : min(old.count, new.count))
    else { return (.none, 1) }
    guard let oldVersion = version(old.first), let newVersion = version(new.first) else {
      return (.missing, 1)
    }
    if let line = editedLine(of: old) { return (.edited, line) }
    let isRerouted = old.dropFirst() != new.dropFirst()
    let firstRouted = zip(old, new).enumerated().dropFirst().first { $0.element.0 != $0.element.1 }?.offset
    if isRerouted, newVersion.major <= oldVersion.major {
      return (.needsMajorVersion, (firstRouted ?? min(old.count, new.count)) + 1)
    }
    return (.stale, first + 1)
  }

  /// The first line, from 1, that does not fit those above: an outcome has one level, a path as many stages as answers.
  private static func editedLine(of lines: [Substring]) -> Int? {
    var levels: [Substring: Substring] = [:]
    var stages: [Substring: Substring] = [:]
    for (number, line) in lines.enumerated().dropFirst(2) where !line.isEmpty {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 4 else { return number + 1 }
      let steps = columns[0].split(separator: ">").map { $0.drop { $0 == " " }.prefix { $0 != "." } }
      let staged = columns[1].split(separator: ">").map { $0.split(separator: " ").first ?? "" }
      guard steps.count == staged.count, levels[columns[2], default: columns[3]] == columns[3] else {
        return number + 1
      }
      levels[columns[2]] = columns[3]
      for (step, stage) in zip(steps, staged) {
        guard stages[step, default: stage] == stage else { return number + 1 }
        stages[step] = stage
      }
    }
    return nil
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  private static func version(_ line: Substring?) -> TreeVersion? {
    guard let line, line.hasPrefix("# "), let word = line.split(separator: " ").last else { return nil }
    return TreeVersion(parsing: word)
  }
}
