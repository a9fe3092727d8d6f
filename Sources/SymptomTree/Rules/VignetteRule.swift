import Diagnostics
import SiteModel
import Text

/// Rule 14: each vignette comes out as written, none less urgent than it may, and together they walk every edge.
struct VignetteRule {
  let subject: Subject
  let file: String
  var diagnostics: [Diagnostic] = []
  var isWalkedNode: [Bool]
  var isWalkedEdge: [Bool]
  /// Questions whose `unsure` a vignette gives and that have none.
  var hasLostUnsure: Set<String> = []
  /// Questions of which a vignette gives an answer that they do not have: which one was meant is covered once it is written right.
  var hasUnknownAnswer: Set<String> = []
  /// What vignettes with such answers name beside them, as `question.answer`, and where they end.
  var named: Set<String> = []
  /// Questions that a vignette reaches and does not answer.
  var unanswered: Set<String> = []
  /// Where what was found by walking the last vignette begins among the diagnostics.
  var walked = 0
  /// What vignettes find that go through answers which lead elsewhere than before.
  var rerouted: [Diagnostic] = []
  let routes: RouteChanges
  var usesOldNames = false

  /// `routes` are the changes since the committed list of paths, as far as they are told.
  static func check(
    _ vignettes: [Vignette], file: String, _ subject: Subject, since routes: RouteChanges,
    into diagnostics: inout [Diagnostic]
  ) -> VignetteReport {
    var rule = VignetteRule(subject, file: file, since: routes)
    let results = vignettes.map { vignette in
      let result = rule.run(vignette)
      if subject.slips.explain(vignette) {
        // One that goes through a place that is told to be wrong cannot come out as written; its names may still be wrong.
        rule.diagnostics.removeSubrange(rule.walked...)
      } else if result.steps.contains(where: { routes.rerouted.contains("\($0.question).\($0.answer)") }) {
        rule.rerouted += rule.diagnostics[rule.walked...]
        rule.diagnostics.removeSubrange(rule.walked...)
      }
      return result
    }
    rule.tellRerouted()
    let report = rule.coverage(results)
    diagnostics += rule.diagnostics
    return report
  }

  /// Vignettes that an answer leads elsewhere fail for one reason: the gravest of what they find stands for all.
  private mutating func tellRerouted() {
    let order: [DiagnosticCode] = [.treeUnderTriage, .treeVignetteOutcome, .treeVignetteAnswers]
    let errors = rerouted.filter { $0.severity == .error }
    let sorted = errors.sorted {
      (order.firstIndex(of: $0.code) ?? order.count, $0.position?.line ?? 0)
        < (order.firstIndex(of: $1.code) ?? order.count, $1.position?.line ?? 0)
    }
    guard var first = sorted.first else {
      diagnostics += rerouted
      return
    }
    let lines = Set(sorted.dropFirst().compactMap { $0.position?.line }).sorted().map(String.init)
    if !lines.isEmpty {
      first.message +=
        " More of this follows from the same change, in \(lines.count == 1 ? "line" : "lines") \(lines.prefix(5).joined(separator: ", "))\(lines.count > 5 ? " and others" : "")."
    }
    diagnostics.append(first)
  }

  /// `file` is the vignettes'.
  init(_ subject: Subject, file: String, since routes: RouteChanges = RouteChanges()) {
    self.routes = routes
    self.subject = subject
    self.file = file
    isWalkedNode = Array(repeating: false, count: subject.graph.names.count)
    isWalkedEdge = Array(repeating: false, count: subject.graph.edges.count)
  }

  mutating func report(
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
        unanswered.insert(name)
        note(vignette)
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
    for (name, chosen) in vignette.answers
    where graph.node(name.value) != nil && !steps.contains(where: { $0.question == name.value }) {
      let given = chosen.map(\.value).joined(separator: ", ")
      report(
        .treeVignetteAnswers, name.position,
        "`\(vignette.id.value)` answers `\(name.value)`, but its path does not reach that question.",
        hint: "Delete `\(name.value): \(chosen.count == 1 ? given : "[\(given)]")` here.")
    }
    return node
  }

  /// The id of the first thing that can be chosen and that `applies`.
  func choice(of node: Int, _ applies: (Answer) -> Bool) -> String? {
    if let answer = subject.tree.questions[node].answers.first(where: applies) { return answer.id.value }
    guard let none = subject.tree.questions[node].none, applies(none) else { return nil }
    return none.id.value
  }
}
