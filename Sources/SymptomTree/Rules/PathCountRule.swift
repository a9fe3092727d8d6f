import Diagnostics

/// Rule 15: few enough paths for people to review.
enum PathCountRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    guard let count = PathEnumeration.count(subject), count > TreeBounds.paths else { return }
    let shown = count >= 1_000_000 ? "a million or more" : "\(count)"
    diagnostics.append(
      subject.error(
        .treeTooManyPaths, at: subject.tree.start.position,
        "There are \(shown) paths through the tree, but the limit is \(TreeBounds.paths): more cannot be reviewed.",
        hint: "Merge answers that make no difference."))
  }
}
