import Diagnostics

/// Rule 16: the page without JavaScript has exactly the edges of the tree.
extension Tree {
  /// What differs between this tree and the page made of it, which is `file`.
  package func differences(fromPage edges: [TreeEdge], file: String) -> [Diagnostic] {
    let all = self.edges
    if edges == all { return [] }
    let own = Set(all)
    let shown = Set(edges)
    func report(_ edge: TreeEdge, _ what: String) -> Diagnostic {
      .error(
        .treePageEdges, file: file, at: nil,
        "The page \(what) the step from `\(edge.question).\(edge.answer)` to `\(edge.next)`.")
    }
    return own.subtracting(shown).sorted().map { report($0, "does not have") }
      + shown.subtracting(own).sorted().map { report($0, "has, unlike the tree,") }
  }
}
