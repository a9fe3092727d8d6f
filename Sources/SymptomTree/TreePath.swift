import SiteModel

/// One way through the tree: the answers that decide, and the outcome.
package struct TreePath: Hashable, Sendable {
  package struct Step: Hashable, Sendable {
    package var question: String
    package var answer: String
    package var stage: Stage
  }

  package var steps: [Step]
  package var outcome: String
  package var level: CareLevel

  /// The answers, as people read them: `emergency.none > age.adult`.
  package static func text(of steps: [Step]) -> String {
    var text = ""
    for step in steps {
      if !text.isEmpty { text += " > " }
      text += step.question
      text += "."
      text += step.answer
    }
    return text
  }
}

/// Rule 15: all paths, counted before they are walked.
enum PathEnumeration {
  /// How many ways lead from the start to an outcome, counted up to a million; nil with a cycle.
  static func count(_ subject: Subject) -> Int? {
    let graph = subject.graph
    guard let order = graph.backwards, let start = graph.start else { return nil }
    var counts = [Int](repeating: 0, count: graph.names.count)
    for node in order {
      counts[node] = graph.isQuestion(node) ? 0 : 1
      for edge in graph.out[node] {
        counts[node] = min(1_000_000, counts[node] + counts[graph.edges[edge].to])
      }
    }
    return counts[start]
  }

  /// Every path, in an order that wording cannot change: the answers of an `any-of` question in file order, since the
  /// first that applies decides, those of a `one-of` by id.
  static func all(_ subject: Subject) -> [TreePath] {
    let graph = subject.graph
    guard let start = graph.start, let count = count(subject), count <= TreeBounds.paths else { return [] }
    let choices = graph.out.enumerated().map { node, edges in
      guard graph.isQuestion(node), subject.question(node).kind.value == .oneOf else { return edges }
      return edges.sorted { graph.edges[$0].answer.id.value < graph.edges[$1].answer.id.value }
    }
    var paths: [TreePath] = []
    paths.reserveCapacity(count)
    var steps: [TreePath.Step] = []
    // No deeper than the tree has nodes.
    func walk(_ node: Int) {
      guard graph.isQuestion(node) else {
        let outcome = subject.tree.outcomes[node - graph.questionCount]
        paths.append(TreePath(steps: steps, outcome: outcome.id.value, level: outcome.level.value))
        return
      }
      for edge in choices[node] {
        steps.append(
          TreePath.Step(
            question: graph.names[node], answer: graph.edges[edge].answer.id.value,
            stage: subject.question(node).stage.value))
        walk(graph.edges[edge].to)
        steps.removeLast()
      }
    }
    walk(start)
    return paths
  }
}
