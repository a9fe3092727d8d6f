import Diagnostics
import SiteModel

/// Rule 19: what a person should look at and may well leave as it is. Warnings only.
enum JudgementRule: Rule {
  static func check(_ subject: Subject, into diagnostics: inout [Diagnostic]) {
    depth(subject, &diagnostics)
    for question in subject.tree.questions {
      if question.kind.value == .anyOf { ties(question, subject, &diagnostics) }
      if subject.tree.language.lowercased().hasPrefix("en") { readability(question, subject, &diagnostics) }
    }
  }

  private static func depth(_ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    let graph = subject.graph
    guard let order = graph.backwards, let start = graph.start else { return }
    var depth = [Int](repeating: 0, count: graph.names.count)
    var next = [Int?](repeating: nil, count: graph.names.count)
    for node in order where graph.isQuestion(node) {
      depth[node] = 1
      for edge in graph.out[node] where depth[graph.edges[edge].to] + 1 > depth[node] {
        depth[node] = depth[graph.edges[edge].to] + 1
        next[node] = graph.edges[edge].to
      }
    }
    guard depth[start] > TreeBounds.depth else { return }
    var way: [String] = []
    var node: Int? = start
    while let here = node, graph.isQuestion(here) {
      way.append("`\(graph.names[here])`")
      node = next[here]
    }
    diagnostics.append(
      .warning(
        .treeDepth, file: subject.tree.file, at: subject.tree.start.position,
        "Some readers must answer \(depth[start]) questions: \(way.joined(separator: ", ")).",
        hint: "Long questionnaires make people give up. Aim for at most \(TreeBounds.depth)."))
  }

  private static func ties(_ question: Question, _ subject: Subject, _ diagnostics: inout [Diagnostic]) {
    var first: [CareLevel: (answer: Answer, outcome: Outcome)] = [:]
    for answer in question.answers {
      guard let outcome = subject.outcome(after: answer) else { continue }
      guard let other = first[outcome.level.value] else {
        first[outcome.level.value] = (answer, outcome)
        continue
      }
      guard other.outcome.id.value != outcome.id.value else { continue }
      diagnostics.append(
        .warning(
          .treeTie, file: subject.tree.file, at: answer.next.position,
          "`\(question.id.value).\(other.answer.id.value)` and `\(question.id.value).\(answer.id.value)` are equally "
            + "urgent but have different outcomes. Readers who check both see `\(other.outcome.id.value)`."))
    }
  }

  private static func readability(
    _ question: Question, _ subject: Subject, _ diagnostics: inout [Diagnostic]
  ) {
    func check(_ text: Placed<String>, _ name: @autoclosure () -> String) {
      guard let grade = ReadingLevel.grade(of: text.value), grade > ReadingLevel.highest else { return }
      diagnostics.append(
        .warning(
          .treeReadingLevel, file: subject.tree.file, at: text.position,
          "\(name()) is hard to read (about school grade \(grade)).",
          hint: "Use shorter words and sentences; aim for readers of 9 to 14."))
    }
    check(question.ask, "`ask` of `\(question.id.value)`")
    for answer in question.choices {
      check(answer.label, "The label of `\(question.id.value).\(answer.id.value)`")
    }
  }
}
