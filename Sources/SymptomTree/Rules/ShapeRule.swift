import Diagnostics

/// Rule 3: no cycle, and every node can be reached. (That every path ends in an outcome follows when, as the reader
/// and rule 2 prove, each question has answers and each answer a next.)
enum ShapeRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    let graph = subject.graph
    for (edge, nodes) in graph.cycles {
      let way = nodes.map { "`\(graph.names[$0])`" }.joined(separator: " → ")
      diagnostics.append(
        subject.error(
          .treeCycle, at: graph.edges[edge].answer.next.position,
          "The questions go around in a circle: \(way).",
          hint: "Make this answer lead to another question or to an outcome."))
    }
    // An answer that leads back does not lead on: what nobody reaches is known once there is no circle.
    guard graph.start != nil, graph.cycles.isEmpty, subject.slips.withoutNone.isEmpty else { return }
    // A red-flag question that no path leads to is passed by all, which is told as that.
    for node in subject.slips.cutOff where node != subject.slips.skippedStart && !isRedFlag(node, subject) {
      let kind = graph.isQuestion(node) ? "question" : "outcome"
      diagnostics.append(
        subject.error(
          .treeUnreachable, at: graph.positions[node], "No path leads to the \(kind) `\(graph.names[node])`.",
          hint: "Make an answer lead to it, or remove it."))
    }
  }

  private static func isRedFlag(_ node: Int, _ subject: Subject) -> Bool {
    subject.graph.isQuestion(node) && subject.question(node).stage.value == .redFlag
  }
}
