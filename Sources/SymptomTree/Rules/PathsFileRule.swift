import Diagnostics

/// Rule 13: what was committed is what the tree does, and a change of routing is a new major version.
enum PathsFileRule {
  static func check(
    _ change: PathsFile.Change, line: Int, file: String?, _ subject: Subject,
    into diagnostics: inout [Diagnostic]
  ) {
    let version = subject.tree.version
    switch change {
    case .none: break
    case .missing:
      diagnostics.append(
        .error(
          .treePathsStale, file: file ?? subject.tree.file, at: file == nil ? version.position : .start,
          "The list of this tree's paths is not there.",
          hint: "Run `limber tree paths` and commit what it writes."))
    case .stale:
      diagnostics.append(
        .error(
          .treePathsStale, file: file, at: Position(line: line, column: 1),
          "The committed paths are not those of version \(version.value.text).",
          hint: "Run `limber tree paths` and commit what it writes."))
    case .needsMajorVersion:
      diagnostics.append(
        subject.error(
          .treeVersion, at: version.position,
          "Routing, stages or care levels differ from the committed paths (there from line \(line)), and the major "
            + "version is still \(version.value.major).",
          hint: "A clinician has to sign this change: write version \(version.value.major + 1).0.0."))
    }
  }
}
