/// The committed list of all paths: a line with the tree and its version, a line with the columns' names, and a line
/// per path. Tab-separated, so that a reviewer sees in a diff what a change does.
package enum PathsFile {
  /// How the paths of a tree stand to those that were committed.
  package enum Change: Sendable {
    case none
    /// No file, or one that cannot be read as such.
    case missing
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

  /// Compares line by line; ends of lines may be CRLF.
  static func change(from committed: ArraySlice<UInt8>?, to text: String) -> (change: Change, firstLine: Int)
  {
    guard let committed else { return (.missing, 1) }
    if committed == Array(text.utf8)[...] { return (.none, 1) }
    let old = lines(String(decoding: committed, as: UTF8.self))
    let new = lines(text)
    guard
      let first = zip(old, new).enumerated().first(where: { $0.element.0 != $0.element.1 })?.offset
        ?? (old.count == new.count ? nil : min(old.count, new.count))
    else { return (.none, 1) }
    guard let oldVersion = version(old.first), let newVersion = version(new.first) else {
      return (.missing, 1)
    }
    let isRerouted = old.dropFirst() != new.dropFirst()
    let firstRouted = zip(old, new).enumerated().dropFirst().first { $0.element.0 != $0.element.1 }?.offset
    if isRerouted, newVersion.major <= oldVersion.major {
      return (.needsMajorVersion, (firstRouted ?? min(old.count, new.count)) + 1)
    }
    return (.stale, first + 1)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }

  private static func version(_ line: Substring?) -> TreeVersion? {
    guard let line, line.hasPrefix("# "), let word = line.split(separator: " ").last else { return nil }
    return TreeVersion(parsing: word)
  }
}
