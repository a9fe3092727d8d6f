import SiteModel
import SymptomTree

/// Where the same answers lead.
extension TreeComparison {
  /// Ways that begin at one outcome and now end at others.
  private struct Rerouting: Hashable {
    var was: String
    /// In the new tree's order; several when it asks something that was not asked before.
    var now: [String]
  }

  var pathChanges: [Change] {
    let nodes = TreeNodes(new.tree)
    let before = TreeNodes(old.tree)
    var order: [Rerouting] = []
    var ways: [Rerouting: [TreePath]] = [:]
    for path in old.check.paths {
      var answers: [String: String] = [:]
      for step in path.steps { answers[step.question] = step.answer }
      let ends = nodes.outcomes(answering: answers)
      if ends.isEmpty || ends.allSatisfy({ isSame(path, $0, before, nodes) }) { continue }
      let rerouting = Rerouting(was: path.outcome, now: ends)
      if ways[rerouting] == nil { order.append(rerouting) }
      ways[rerouting, default: []].append(path)
    }
    let reroutings = order.compactMap { rerouting -> (rank: Int, change: Change)? in
      guard let was = before.outcomes[rerouting.was] else { return nil }
      return change(rerouting, was, rerouting.now.compactMap { nodes.outcomes[$0] }, ways[rerouting] ?? [])
    }
    // The least urgent first; the order of the tree within one kind of change.
    return (0...2).flatMap { rank in reroutings.filter { $0.rank == rank }.map(\.change) }
  }

  /// An outcome may have another name now and still say the same.
  private func isSame(_ path: TreePath, _ end: String, _ before: TreeNodes, _ after: TreeNodes) -> Bool {
    guard let was = before.outcomes[path.outcome], let now = after.outcomes[end] else { return false }
    if path.outcome == end { return was.level.value == now.level.value }
    return content(was, sides.old) == content(now, sides.new)
  }

  private func change(
    _ rerouting: Rerouting, _ was: Outcome, _ now: [Outcome], _ paths: [TreePath]
  ) -> (rank: Int, change: Change) {
    let level = was.level.value
    let levels = Set(now.map(\.level.value)).sorted(by: >)
    let many =
      paths.count == 1 ? "1 path through the questions" : "\(paths.count) paths through the questions"
    let verb = now.count > 1 ? "can end" : paths.count == 1 ? "ends" : "end"
    let least = levels.last ?? level
    let rank = least < level ? 0 : levels.first ?? level > level ? 1 : 2
    let target =
      rank == 2
      ? "in \(Self.names(now.map(\.id.value))) instead of `\(was.id.value)`, at the same level (\(level.rawValue))"
      : "in \(Self.levelNames(levels)) instead of \(level.rawValue)"
    let lead = ["LESS URGENT: ", "More urgent: ", ""][rank]
    let code = ["less-urgent", "more-urgent", "other-outcome"][rank]
    let places =
      rank == 2
      ? "" : " The outcome was `\(was.id.value)`; it is now \(Self.names(now.map(\.id.value)))."
    var passages: [Change.Passage] = []
    let shown = rank == 0 ? least : levels.first ?? level
    if rank < 2 {
      passages = [Change.Passage(was: heading(level, old.tree), now: heading(shown, new.tree))]
    } else if now.count == 1 {
      passages = [Change.Passage(was: named(was, sides.old), now: named(now[0], sides.new))]
    }
    return (
      rank,
      subject.change(
        "paths-\(code)", "\(lead)\(many) now \(verb) \(target).\(places)", alarm: rank == 0,
        passages: passages,
        ways: paths.map(way))
    )
  }

  /// Each step in the words of the old tree.
  private func way(_ path: TreePath) -> [Change.Step] {
    path.steps.map { step in
      let question = old.tree.questions.first { $0.id.value == step.question }
      let answer = question?.choices.first { $0.id.value == step.answer }
      return Change.Step(name: step.name, ask: question?.ask.value ?? "", label: answer?.label.value ?? "")
    }
  }

  private func heading(_ level: CareLevel, _ tree: Tree) -> String {
    "\(level.rawValue), “\(tree.careLevels[level]?.heading.value ?? "")”"
  }

  private func named(_ outcome: Outcome, _ version: SiteVersion) -> String {
    let content = content(outcome, version)
    let causes = content.causes.isEmpty ? "no causes" : content.causes.joined(separator: ", ")
    let stretches = content.stretches.isEmpty ? "no stretches" : content.stretches.joined(separator: ", ")
    return "\(outcome.id.value): \(causes); \(stretches)"
  }

  private static func names(_ ids: [String]) -> String { ids.map { "`\($0)`" }.joined(separator: " or ") }

  private static func levelNames(_ levels: [CareLevel]) -> String {
    levels.map(\.rawValue).joined(separator: " or ")
  }

  // MARK: The order of answers

  /// In an `any-of` question the first that applies decides: for who ticks two, their order is the routing.
  var orderChanges: [Change] {
    let nodes = TreeNodes(new.tree)
    let before = TreeNodes(old.tree)
    return old.tree.questions.compactMap { question -> Change? in
      guard question.kind.value == .anyOf, let now = nodes.questions[question.id.value],
        now.kind.value == .anyOf
      else { return nil }
      let places = Dictionary(
        now.answers.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
      var pairs: [String] = []
      var isLess = false
      for (number, first) in question.answers.enumerated() {
        for second in question.answers[(number + 1)...] {
          guard let a = places[first.id.value], let b = places[second.id.value], b < a,
            now.answers[b].next.value != now.answers[a].next.value
          else { continue }
          pairs.append("“\(first.label.value)” and “\(second.label.value)”")
          let was = before.levels(from: first.next.value).min()
          let then = nodes.levels(from: now.answers[b].next.value).min()
          if let was, let then, then < was { isLess = true }
        }
      }
      guard let one = pairs.first else { return nil }
      let more = pairs.count > 1 ? " (and \(pairs.count - 1) other pairs)" : ""
      return subject.change(
        "answers-reordered",
        "\(isLess ? "LESS URGENT: the" : "The") order of the answers to “\(now.ask.value)” changed. For someone who checks both \(one), the second one now decides\(more).",
        alarm: isLess)
    }
  }
}

/// A tree's questions and outcomes by name.
struct TreeNodes {
  let questions: [String: Question]
  let outcomes: [String: Outcome]
  private let start: String
  private let order: [String: Int]

  init(_ tree: Tree) {
    questions = Dictionary(tree.questions.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    outcomes = Dictionary(tree.outcomes.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    start = tree.start.value
    order = Dictionary(
      tree.outcomes.enumerated().map { ($1.id.value, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where somebody ends who answers so, in the tree's order. A question that is not among the answers, or has that
  /// answer no more, may be answered in any way.
  func outcomes(answering answers: [String: String]) -> [String] {
    reached(from: start, answering: answers)
  }

  /// The levels that can be reached from a node.
  func levels(from node: String) -> [CareLevel] {
    reached(from: node, answering: [:]).compactMap { outcomes[$0]?.level.value }
  }

  private func reached(from node: String, answering answers: [String: String]) -> [String] {
    var seen: Set<String> = [node]
    var waiting = [node]
    var ends: [String] = []
    while let name = waiting.popLast() {
      guard let question = questions[name] else {
        if outcomes[name] != nil { ends.append(name) }
        continue
      }
      let chosen = answers[name].flatMap { id in question.choices.first { $0.id.value == id } }
      for answer in chosen.map({ [$0] }) ?? question.choices where seen.insert(answer.next.value).inserted {
        waiting.append(answer.next.value)
      }
    }
    return ends.sorted { order[$0] ?? 0 < order[$1] ?? 0 }
  }
}
