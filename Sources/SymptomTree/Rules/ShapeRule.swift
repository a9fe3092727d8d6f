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
    guard graph.start != nil else { return }
    for node in subject.slips.cutOff where node != subject.slips.skippedStart {
      let kind = graph.isQuestion(node) ? "question" : "outcome"
      let isRedFlag = graph.isQuestion(node) && subject.question(node).stage.value == .redFlag
      diagnostics.append(
        subject.error(
          .treeUnreachable, at: graph.positions[node], "No path leads to the \(kind) `\(graph.names[node])`.",
          hint: isRedFlag
            ? "Make an answer lead to it, before any less urgent outcome."
            : "Make an answer lead to it, or remove it."))
    }
  }
}
