import Diagnostics

/// Rule 13: what was committed is what the tree does, and a change of routing is a new major version.
enum PathsFileRule {
  static func check(
    _ change: PathsFile.Change, line: Int, file: String?, _ routes: RouteChanges, _ subject: Subject,
    into diagnostics: inout [Diagnostic]
  ) {
    let version = subject.tree.version
    switch change {
    case .none: break
    case .missing where file != nil:
      diagnostics.append(
        .error(
          .treePathsStale, file: file, at: .start,
          "This is not the list of paths of `\(subject.tree.id.value)`: its first line must have `#`, the checker's id and a version.",
          hint:
            "Put the list back as it was before, such as with `git checkout HEAD -- \(file ?? "")`. If the checker is new, delete this file and run `limber tree paths`."
        ))
    case .missing:
      diagnostics.append(
        .error(
          .treePathsStale, file: subject.tree.file, at: version.position,
          "The file with this tree's paths is missing, so nobody can tell whether this version changes what readers are told.",
          hint:
            "If it was there before, put it back from your history. For a new checker, run `limber tree paths` and commit the file it writes."
        ))
    case .edited:
      diagnostics.append(
        .error(
          .treePathsStale, file: file, at: Position(line: line, column: 1),
          "This line does not fit the others, so somebody edited or merged this list, which only `limber tree paths` should write.",
          hint:
            "Put the list back as it was before, such as with `git checkout HEAD -- \(file ?? "")`. Then run `limber tree paths`."
        ))
    case .stale:
      diagnostics.append(
        .error(
          .treePathsStale, file: file, at: Position(line: line, column: 1),
          "The committed paths do not match version \(version.value.text).",
          hint: "Run `limber tree paths` and commit the file it writes.", restsOn: [subject.tree.file]))
    case .needsMajorVersion:
      diagnostics.append(
        subject.error(
          .treeVersion, at: version.position,
          "Routing, stages or care levels differ from the committed paths (from line \(line) there), but the major "
            + "version is still \(version.value.major).",
          hint: back(routes)
            + "\(routes.rerouted.isEmpty ? "A" : "If not, a") clinician must approve this change by setting the version to \(version.value.major + 1).0.0.",
          restsOn: [subject.tree.file]))
    }
  }

  /// What to do about a slip, where only few answers lead elsewhere.
  private static func back(_ routes: RouteChanges) -> String {
    guard !routes.rerouted.isEmpty else { return "" }
    let names = routes.rerouted.sorted().map { "`\($0)`" }
    let listed = names.prefix(4).joined(separator: ", ")
    return
      "What changed: \(listed)\(names.count > 4 ? " and \(names.count - 4) more" : ""). If that was a slip, change it back. "
  }
}
