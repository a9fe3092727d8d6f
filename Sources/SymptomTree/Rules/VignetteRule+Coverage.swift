import Diagnostics
import SiteModel

/// What no vignette walks.
extension VignetteRule {
  /// Vignettes that are gone, or were never written, are one slip.
  private mutating func tellAtOnce(from start: Int, _ edges: [TreeEdge]) {
    guard let first = edges.first, diagnostics.count - start > Self.mostUncovered,
      edges.count * 2 > subject.graph.edges.count
    else { return }
    diagnostics.replaceSubrange(
      start...,
      with: [
        .error(
          .treeUncoveredEdge, file: file, at: .start,
          "No vignette goes through \(edges.count) of the \(subject.graph.edges.count) answers, such as `\(first.question).\(first.answer)`.",
          hint:
            "If there were more vignettes before, put them back. `limber tree test` lists what none of them covers."
        )
      ])
  }

  /// So many may each have been forgotten.
  private static let mostUncovered = 5

  mutating func coverage(_ results: [VignetteReport.Result]) -> VignetteReport {
    let graph = subject.graph
    var uncoveredOutcomes: [String] = []
    var uncoveredEdges: [TreeEdge] = []
    let before = diagnostics.count
    for node in graph.questionCount..<graph.names.count where !isWalkedNode[node] {
      uncoveredOutcomes.append(graph.names[node])
      guard graph.isReached[node], !named.contains(graph.names[node]) else { continue }
      diagnostics.append(
        subject.error(
          .treeUncoveredOutcome, at: graph.positions[node], "No vignette ends in `\(graph.names[node])`."))
    }
    for (number, edge) in graph.edges.enumerated() where !isWalkedEdge[number] {
      uncoveredEdges.append(
        TreeEdge(
          question: graph.names[edge.from], answer: edge.answer.id.value, next: edge.answer.next.value))
      let question = graph.names[edge.from]
      guard graph.isReached[edge.from], !hasLostUnsure.contains(question),
        !hasUnknownAnswer.contains(question), !unanswered.contains(question),
        !named.contains(subject.name(of: edge))
      else { continue }
      diagnostics.append(
        subject.error(
          .treeUncoveredEdge, at: edge.answer.id.position,
          "No vignette goes through `\(subject.name(of: edge))` to `\(edge.answer.next.value)`.",
          hint: "Add a vignette to `\(file)`."))
    }
    tellAtOnce(from: before, uncoveredEdges)
    // Those that an answer leads elsewhere may have covered what none covers now.
    if rerouted.contains(where: { $0.severity == .error }) { diagnostics.removeSubrange(before...) }
    return VignetteReport(
      results: results, outcomeCount: graph.names.count - graph.questionCount, edgeCount: graph.edges.count,
      uncoveredOutcomes: uncoveredOutcomes, uncoveredEdges: uncoveredEdges, usesOldNames: usesOldNames)
  }
}
