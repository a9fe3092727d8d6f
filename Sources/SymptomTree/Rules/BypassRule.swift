import Diagnostics

/// Rule 5, second half: before an outcome, the path has passed every red-flag question that can lead to something more
/// urgent; one with `within` only on paths through those answers. Passing it means choosing `none`.
///
/// A path that ends by ticking a red flag counts as having passed that question: rule 4 orders its answers, so that
/// what is more urgent was left unticked.
enum BypassRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    let graph = subject.graph
    guard graph.backwards != nil, let start = graph.start else { return }
    for (node, question) in subject.tree.questions.enumerated()
    where question.stage.value == .redFlag {
      guard graph.isReached[node] else {
        // Without `none`, nobody gets past a question, which is told.
        if subject.slips.skippedStart == nil, subject.slips.withoutNone.isEmpty {
          unreached(question, subject, &diagnostics)
        }
        continue
      }
      let entries = entries(of: question, subject)
      let highest = graph.out[node].lazy.filter { !graph.edges[$0].isNone }
        .compactMap { graph.highestRank[graph.edges[$0].to] }.max()
      if let highest {
        let leads = graph.leading(to: node)
        let avoiding = graph.reached(from: [start]) { graph.edges[$0].from != node }
        let inScope: [Bool]
        var candidates: [Int] = []
        if question.within.isEmpty {
          inScope = avoiding
        } else {
          candidates = entries.filter { avoiding[graph.edges[$0].from] && graph.edges[$0].from != node }
          inScope = graph.reached(from: candidates.map { graph.edges[$0].to }) {
            graph.edges[$0].from != node
          }
        }
        for edge in graph.edges.indices {
          let (from, to) = (graph.edges[edge].from, graph.edges[edge].to)
          guard from != node, !leads[to], let lowest = graph.lowestRank[to], lowest < highest else {
            continue
          }
          // Of an outcome whose level is wrong, that is told.
          if !graph.isQuestion(to), subject.slips.lowOutcomes[graph.names[to]] != nil { continue }
          if candidates.contains(edge) || (inScope[from] && leads[from]) {
            report(edge, past: question, upTo: highest, lowest, subject, &diagnostics)
          }
        }
      }
      escapes(node, question, entries, start, subject, &diagnostics)
    }
  }

  /// The edges that `within` names.
  private static func entries(of question: Question, _ subject: Subject) -> [Int] {
    question.within.flatMap { entry in
      let graph = subject.graph
      guard let dot = entry.value.firstIndex(of: "."), let node = graph.node(String(entry.value[..<dot]))
      else {
        return [Int]()
      }
      let answer = entry.value[dot...].dropFirst()
      return graph.out[node].filter { graph.edges[$0].answer.id.value == answer }
    }
  }

  private static func report(
    _ edge: Int, past question: Question, upTo highest: Int, _ lowest: Int, _ subject: Subject,
    _ diagnostics: inout [Diagnostic]
  ) {
    let edge = subject.graph.edges[edge]
    let asking = subject.question(edge.from)
    let isFlag = asking.stage.value == .redFlag && !edge.isNone
    diagnostics.append(
      subject.error(
        .treeRedFlagBypassed, at: edge.answer.next.position,
        "`\(subject.name(of: edge))` skips the red-flag question `\(question.id.value)`, which can lead to "
          + "`\(subject.level(ofRank: highest).rawValue)`, and goes to an outcome that is only "
          + "`\(subject.level(ofRank: lowest).rawValue)`.",
        hint: isFlag
          ? "Ask `\(question.id.value)` before `\(asking.id.value)`."
          : "Make it lead to `\(question.id.value)` first."))
  }

  /// `within` says that the question is asked only on paths through certain answers: then it is.
  private static func escapes(
    _ node: Int, _ question: Question, _ entries: [Int], _ start: Int, _ subject: Subject,
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let first = question.within.first, !entries.isEmpty, node != start else { return }
    let graph = subject.graph
    let outside = graph.reached(from: [start]) { !entries.contains($0) }
    guard outside[node] else { return }
    let leads = graph.leading(to: node)
    let way = graph.edges.indices.first { edge in
      let one = graph.edges[edge]
      return !entries.contains(edge) && outside[one.from] && leads[one.to] && one.to == node
    }
    let name = way.map { " (by `\(subject.name(of: graph.edges[$0]))`)" } ?? ""
    diagnostics.append(
      subject.error(
        .treeWithinEscaped, at: first.position,
        "`\(question.id.value)` is also asked on paths that do not go through any of its `within` answers\(name).",
        hint: "Add those answers to `within`, or remove `within` so that the question is asked on every path."
      ))
  }

  /// A question that no path leads to is passed by all; there is no one answer to blame.
  private static func unreached(
    _ question: Question, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(
      subject.error(
        .treeRedFlagBypassed, at: question.id.position,
        "Every path skips the red-flag question `\(question.id.value)`.",
        hint: "Make an answer lead to it, before any less urgent outcome."))
  }
}
