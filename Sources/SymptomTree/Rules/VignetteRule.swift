import Diagnostics

/// Rule 14: each vignette comes out as written, none less urgent than it may, and together they walk every edge.
struct VignetteRule {
  private let subject: Subject
  private let file: String
  private var diagnostics: [Diagnostic] = []
  private var walkedNodes: Set<Int> = []
  private var walkedEdges: Set<Int> = []

  static func check(
    _ vignettes: [Vignette], file: String, _ subject: Subject, into diagnostics: inout [Diagnostic]
  ) -> VignetteReport {
    var rule = VignetteRule(subject: subject, file: file)
    let results = vignettes.map { rule.run($0) }
    let report = rule.coverage(results)
    diagnostics += rule.diagnostics
    return report
  }

  private init(subject: Subject, file: String) {
    self.subject = subject
    self.file = file
  }

  private mutating func report(
    _ code: DiagnosticCode, _ position: Position, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(.error(code, file: file, at: position, message, hint: hint))
  }

  private mutating func run(_ vignette: Vignette) -> VignetteReport.Result {
    var result = VignetteReport.Result(
      id: vignette.id.value, source: vignette.source.value, expected: vignette.outcome.value,
      atLeast: vignette.atLeast.value, actual: nil, level: nil, steps: [])
    checkNames(vignette)
    let end = walk(vignette, &result.steps)
    guard let end else { return result }
    let outcome = subject.tree.outcomes[end - subject.graph.questionCount]
    result.actual = outcome.id.value
    result.level = outcome.level.value
    let way = result.steps.map { "\($0.question).\($0.answer)" }.joined(separator: " > ")
    if outcome.id.value != vignette.outcome.value, subject.graph.node(vignette.outcome.value) != nil {
      report(
        .treeVignetteOutcome, vignette.outcome.position,
        "`\(vignette.id.value)` should end in `\(vignette.outcome.value)` and ends in `\(outcome.id.value)`, by \(way)."
      )
    }
    if result.isUnderTriage {
      report(
        .treeUnderTriage, vignette.atLeast.position,
        "`\(vignette.id.value)` needs at least `\(vignette.atLeast.value.rawValue)` and gets only "
          + "`\(outcome.level.value.rawValue)` (`\(outcome.id.value)`), by \(way).")
    }
    return result
  }

  /// What can be said without walking: source, outcome, questions and answers exist.
  private mutating func checkNames(_ vignette: Vignette) {
    let source = vignette.source
    if !source.value.isEmpty, source.value != "practice", !subject.index.references.contains(source.value) {
      report(
        .treeUnknownSource, source.position,
        "`source` names `\(source.value)`, but there is no such reference.",
        hint: NearestName.hint(for: source.value, among: subject.index.references)
          ?? "Write a key of the references, or `practice`.")
    }
    let outcomes = subject.tree.outcomes.map(\.id.value)
    if !outcomes.contains(vignette.outcome.value) {
      report(
        .treeUnknownNext, vignette.outcome.position,
        "`outcome` names `\(vignette.outcome.value)`, but there is no such outcome.",
        hint: NearestName.hint(for: vignette.outcome.value, among: outcomes))
    }
    for (name, chosen) in vignette.answers {
      guard let question = subject.tree.questions.first(where: { $0.id.value == name.value }) else {
        report(
          .treeVignetteAnswers, name.position, "There is no question `\(name.value)`.",
          hint: NearestName.hint(for: name.value, among: subject.tree.questions.map(\.id.value)))
        continue
      }
      check(chosen, of: question)
    }
  }

  private mutating func check(_ chosen: [Placed<String>], of question: Question) {
    let ids = question.choices.map(\.id.value)
    for answer in chosen where !ids.contains(answer.value) {
      report(
        .treeVignetteAnswers, answer.position, "`\(question.id.value)` has no answer `\(answer.value)`.",
        hint: NearestName.hint(for: answer.value, among: ids))
    }
    guard chosen.count > 1 else { return }
    if question.kind.value == .oneOf {
      report(.treeVignetteAnswers, chosen[1].position, "`\(question.id.value)` takes one answer.")
    } else if let none = chosen.first(where: { $0.value == "none" }) {
      report(.treeVignetteAnswers, none.position, "`none` goes with no other answer.")
    }
  }

  /// The outcome's node; nil, reported unless something else is to blame, when the way breaks off.
  private mutating func walk(_ vignette: Vignette, _ steps: inout [TreePath.Step]) -> Int? {
    let graph = subject.graph
    guard var node = graph.start else { return nil }
    var met: Set<String> = []
    var end: Int?
    while true {
      walkedNodes.insert(node)
      guard graph.isQuestion(node) else {
        end = node
        break
      }
      let question = subject.question(node)
      guard met.insert(question.id.value).inserted else { return nil }
      guard let chosen = vignette.answers.first(where: { $0.question.value == question.id.value }) else {
        let way = steps.map { "\($0.question).\($0.answer)" }.joined(separator: " > ")
        report(
          .treeVignetteAnswers, vignette.id.position,
          "`\(vignette.id.value)` meets the question `\(question.id.value)` and does not answer it"
            + (way.isEmpty ? "." : ", after \(way)."))
        return nil
      }
      let ticked = Set(chosen.chosen.map(\.value))
      // The first that applies decides.
      guard let decisive = question.choices.first(where: { ticked.contains($0.id.value) }) else { return nil }
      steps.append(
        TreePath.Step(question: question.id.value, answer: decisive.id.value, stage: question.stage.value))
      guard let edge = graph.out[node].first(where: { graph.edges[$0].answer.id.value == decisive.id.value })
      else {
        return nil
      }
      walkedEdges.insert(edge)
      node = graph.edges[edge].to
    }
    for (name, _) in vignette.answers where !met.contains(name.value) && graph.node(name.value) != nil {
      report(
        .treeVignetteAnswers, name.position,
        "`\(vignette.id.value)` answers `\(name.value)`, which its path does not meet.")
    }
    return end
  }

  private mutating func coverage(_ results: [VignetteReport.Result]) -> VignetteReport {
    let graph = subject.graph
    var uncoveredOutcomes: [String] = []
    var uncoveredEdges: [TreeEdge] = []
    for node in graph.questionCount..<graph.names.count where !walkedNodes.contains(node) {
      uncoveredOutcomes.append(graph.names[node])
      guard graph.isReached[node] else { continue }
      diagnostics.append(
        subject.error(
          .treeUncoveredOutcome, at: graph.positions[node], "No vignette ends in `\(graph.names[node])`."))
    }
    for (number, edge) in graph.edges.enumerated() where !walkedEdges.contains(number) {
      uncoveredEdges.append(
        TreeEdge(
          question: graph.names[edge.from], answer: edge.answer.id.value, next: edge.answer.next.value))
      guard graph.isReached[edge.from] else { continue }
      diagnostics.append(
        subject.error(
          .treeUncoveredEdge, at: edge.answer.id.position,
          "No vignette goes through `\(subject.name(of: edge))` to `\(edge.answer.next.value)`.",
          hint: "Add a vignette to `\(file)`."))
    }
    return VignetteReport(
      results: results, outcomeCount: graph.names.count - graph.questionCount, edgeCount: graph.edges.count,
      uncoveredOutcomes: uncoveredOutcomes, uncoveredEdges: uncoveredEdges)
  }
}
