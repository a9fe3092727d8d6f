import Diagnostics
import SiteModel
import Text

/// Rule 14: each vignette comes out as written, none less urgent than it may, and together they walk every edge.
struct VignetteRule {
  private let subject: Subject
  private let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var isWalkedNode: [Bool]
  private var isWalkedEdge: [Bool]
  /// Questions whose `unsure` a vignette gives and that have none.
  private var hasLostUnsure: Set<String> = []
  /// Questions of which a vignette gives an answer that they do not have: which one was meant is covered once it is written right.
  private var hasUnknownAnswer: Set<String> = []
  /// What vignettes with such answers name beside them, as `question.answer`, and where they end.
  private var named: Set<String> = []
  /// Where what was found by walking the last vignette begins among the diagnostics.
  private var walked = 0

  static func check(
    _ vignettes: [Vignette], file: String, _ subject: Subject, into diagnostics: inout [Diagnostic]
  ) -> VignetteReport {
    var rule = VignetteRule(subject, file: file)
    let results = vignettes.map { vignette in
      let result = rule.run(vignette)
      // One that goes through a place that is told to be wrong cannot come out as written; its names may still be wrong.
      if subject.slips.explain(vignette) { rule.diagnostics.removeSubrange(rule.walked...) }
      return result
    }
    let report = rule.coverage(results)
    diagnostics += rule.diagnostics
    return report
  }

  /// `file` is the vignettes'.
  init(_ subject: Subject, file: String) {
    self.subject = subject
    self.file = file
    isWalkedNode = Array(repeating: false, count: subject.graph.names.count)
    isWalkedEdge = Array(repeating: false, count: subject.graph.edges.count)
  }

  private mutating func report(
    _ code: DiagnosticCode, _ position: Position, _ message: String, hint: String? = nil
  ) {
    diagnostics.append(.error(code, file: file, at: position, message, hint: hint))
  }

  /// Walks one vignette and reports what is wrong with it.
  mutating func run(_ vignette: Vignette) -> VignetteReport.Result {
    var result = VignetteReport.Result(
      id: vignette.id.value, source: vignette.source.value, expected: vignette.outcome.value,
      atLeast: vignette.atLeast.value, actual: nil, level: nil, steps: [])
    checkNames(vignette)
    walked = diagnostics.count
    guard let end = walk(vignette, &result.steps) else { return result }
    let outcome = subject.tree.outcomes[end - subject.graph.questionCount]
    result.actual = outcome.id.value
    result.level = outcome.level.value
    if outcome.id.value != vignette.outcome.value, subject.graph.node(vignette.outcome.value) != nil {
      report(
        .treeVignetteOutcome, vignette.outcome.position,
        "`\(vignette.id.value)` should end in `\(vignette.outcome.value)`, but ends in `\(outcome.id.value)`, by "
          + "\(TreePath.text(of: result.steps)).")
    }
    // A case from the literature may ask for less than the clinic does, but no flag is `routine`.
    if let flagged = flagLevel(of: vignette), vignette.atLeast.value == .routine, flagged >= .soon,
      outcome.level.value >= .soon
    {
      diagnostics.append(
        .warning(
          .treeUnderTriage, file: file, at: vignette.atLeast.position,
          "`\(vignette.id.value)` has a red flag that is `\(flagged.rawValue)`, but would still pass if it became routine.",
          hint:
            "Write the least urgent level that would still be safe, such as `at-least: \(min(flagged, outcome.level.value).rawValue)`."
        ))
    } else if vignette.atLeast.value == .selfCare, outcome.level.value >= .soon {
      diagnostics.append(
        .warning(
          .treeUnderTriage, file: file, at: vignette.atLeast.position,
          "`\(vignette.id.value)` ends in `\(outcome.id.value)`, which is `\(outcome.level.value.rawValue)`, but would still pass if it became self-care.",
          hint:
            "Write the least urgent level that would still be safe, such as `at-least: \(outcome.level.value.rawValue)`."
        ))
    }
    if result.isUnderTriage {
      report(
        .treeUnderTriage, vignette.atLeast.position,
        "`\(vignette.id.value)` needs at least `\(vignette.atLeast.value.rawValue)`, but gets only "
          + "`\(outcome.level.value.rawValue)` (`\(outcome.id.value)`), by \(TreePath.text(of: result.steps))."
      )
    }
    return result
  }

  /// The level of the most urgent flag among its answers.
  private func flagLevel(of vignette: Vignette) -> CareLevel? {
    vignette.answers.flatMap { name, chosen -> [CareLevel] in
      guard let node = subject.graph.node(name.value), subject.graph.isQuestion(node) else { return [] }
      return chosen.compactMap { answer in
        subject.question(node).answers.first { $0.id.value == answer.value }?.flag.flatMap {
          subject.index.flags[$0.value]?.level
        }
      }
    }.max()
  }

  /// What can be said without walking: source, outcome, questions and answers exist.
  private mutating func checkNames(_ vignette: Vignette) {
    let source = vignette.source
    if !source.value.isEmpty, source.value != "practice", !subject.index.references.contains(source.value) {
      report(
        .treeUnknownSource, source.position,
        "`source` refers to `\(source.value)`, but there is no such reference.",
        hint: NearestName.hint(for: source.value, among: subject.index.references.union(["practice"]))
          ?? "Write a reference key, or `practice`.")
    }
    let outcome = vignette.outcome
    if !(subject.graph.node(outcome.value).map { !subject.graph.isQuestion($0) } ?? false) {
      report(
        .treeUnknownNext, outcome.position,
        "`outcome` refers to `\(outcome.value)`, but there is no such outcome.",
        hint: NearestName.hint(for: outcome.value, among: subject.tree.outcomes.map(\.id.value)))
    }
    for (name, chosen) in vignette.answers {
      guard let node = subject.graph.node(name.value), subject.graph.isQuestion(node) else {
        report(
          .treeVignetteAnswers, name.position, "There is no question `\(name.value)`.",
          hint: NearestName.hint(for: name.value, among: subject.tree.questions.map(\.id.value)))
        continue
      }
      check(chosen, of: node)
    }
    guard vignette.answers.contains(where: { hasUnknownAnswer.contains($0.question.value) }) else { return }
    named.insert(vignette.outcome.value)
    for (question, chosen) in vignette.answers {
      named.formUnion(chosen.map { "\(question.value).\($0.value)" })
    }
  }

  private mutating func check(_ chosen: [Placed<String>], of node: Int) {
    for answer in chosen where choice(of: node, { $0.id.value == answer.value }) == nil {
      let question = subject.question(node)
      if subject.slips.isLostUnsure(answer.value, of: question.id.value) {
        hasLostUnsure.insert(question.id.value)
        continue
      }
      hasUnknownAnswer.insert(question.id.value)
      let isNo = question.none != nil && ["no", "false", "nothing"].contains(answer.value.lowercased())
      report(
        .treeVignetteAnswers, answer.position, "`\(question.id.value)` has no answer `\(answer.value)`.",
        hint: isNo
          ? "Did you mean `none`?"
          : NearestName.hint(for: answer.value, among: question.choices.map(\.id.value)))
    }
    guard chosen.count > 1 else { return }
    let question = subject.question(node)
    if question.kind.value == .oneOf {
      report(.treeVignetteAnswers, chosen[1].position, "`\(question.id.value)` takes only one answer.")
    } else if let none = chosen.first(where: { $0.value == "none" }) {
      report(.treeVignetteAnswers, none.position, "`none` cannot be combined with another answer.")
    }
  }

  /// The outcome's node; nil, reported unless something else is to blame, when the way breaks off.
  private mutating func walk(_ vignette: Vignette, _ steps: inout [TreePath.Step]) -> Int? {
    let graph = subject.graph
    guard var node = graph.start else { return nil }
    steps.reserveCapacity(vignette.answers.count)
    while graph.isQuestion(node) {
      isWalkedNode[node] = true
      let name = graph.names[node]
      // Round in a circle.
      if steps.contains(where: { $0.question == name }) { return nil }
      guard let ticked = vignette.answers.first(where: { $0.question.value == name })?.chosen else {
        report(
          .treeVignetteAnswers, vignette.id.position,
          "`\(vignette.id.value)` reaches the question `\(name)`, but does not answer it"
            + (steps.isEmpty ? "." : ", after \(TreePath.text(of: steps))."))
        return nil
      }
      // The first that applies decides.
      guard let decisive = choice(of: node, { answer in ticked.contains { $0.value == answer.id.value } })
      else { return nil }
      steps.append(
        TreePath.Step(
          question: name, answer: decisive, stage: subject.tree.questions[node].stage.value))
      guard let edge = graph.out[node].first(where: { graph.edges[$0].answer.id.value == decisive }) else {
        return nil
      }
      isWalkedEdge[edge] = true
      node = graph.edges[edge].to
    }
    isWalkedNode[node] = true
    guard steps.count < vignette.answers.count else { return node }
    for (name, _) in vignette.answers
    where graph.node(name.value) != nil && !steps.contains(where: { $0.question == name.value }) {
      report(
        .treeVignetteAnswers, name.position,
        "`\(vignette.id.value)` answers `\(name.value)`, but its path does not reach that question.")
    }
    return node
  }

  /// The id of the first thing that can be chosen and that `applies`.
  private func choice(of node: Int, _ applies: (Answer) -> Bool) -> String? {
    if let answer = subject.tree.questions[node].answers.first(where: applies) { return answer.id.value }
    guard let none = subject.tree.questions[node].none, applies(none) else { return nil }
    return none.id.value
  }

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

  private mutating func coverage(_ results: [VignetteReport.Result]) -> VignetteReport {
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
        !hasUnknownAnswer.contains(question), !named.contains(subject.name(of: edge))
      else { continue }
      diagnostics.append(
        subject.error(
          .treeUncoveredEdge, at: edge.answer.id.position,
          "No vignette goes through `\(subject.name(of: edge))` to `\(edge.answer.next.value)`.",
          hint: "Add a vignette to `\(file)`."))
    }
    tellAtOnce(from: before, uncoveredEdges)
    return VignetteReport(
      results: results, outcomeCount: graph.names.count - graph.questionCount, edgeCount: graph.edges.count,
      uncoveredOutcomes: uncoveredOutcomes, uncoveredEdges: uncoveredEdges)
  }
}
