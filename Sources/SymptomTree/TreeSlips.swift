import SiteModel

/// Slips of one word that spoil much of what is proven of a tree: each is told where it stands, and what follows from it is not.
struct TreeSlips {
  /// Nodes that nothing leads to; what only they lead to is reached with them.
  private(set) var cutOff: [Int] = []
  /// Questions that no path reaches.
  private(set) var unreached: Set<String> = []
  /// One of them that was meant to be the first: `start` names another.
  private(set) var skippedStart: Int?
  /// Answers whose red flag is more urgent than where they lead, as `question.answer`.
  private(set) var lowAnswers: Set<String> = []
  /// Outcomes that are less urgent than each of the red flags that lead there, with these.
  private(set) var lowOutcomes: [String: [(flag: String, level: CareLevel)]] = [:]
  /// Narrowing questions without `unsure`.
  private(set) var withoutUnsure: Set<String> = []
  /// Questions with several answers and without `none`: whoever has no sign gets no further.
  private(set) var withoutNone: Set<String> = []

  init(_ tree: Tree, _ graph: TreeGraph, _ index: ClinicalIndex) {
    if graph.start != nil { findCutOff(tree, graph) }
    findLow(tree, graph, index)
    for question in tree.questions
    where question.stage.value == .narrowing && question.kind.value == .oneOf
      && !question.answers.contains(where: { $0.id.value == "unsure" })
    {
      withoutUnsure.insert(question.id.value)
    }
    for question in tree.questions
    where question.kind.value == .anyOf && question.none == nil && !question.hasUnreadNone {
      withoutNone.insert(question.id.value)
    }
  }

  /// Whether a vignette goes through one of them, so that it cannot come out as it is written.
  func explain(_ vignette: Vignette) -> Bool {
    vignette.answers.contains { question, chosen in
      unreached.contains(question.value)
        || chosen.contains {
          lowAnswers.contains("\(question.value).\($0.value)") || isLostUnsure($0.value, of: question.value)
            || isLostNone($0.value, of: question.value)
        }
    }
  }

  /// Whether an answer is the `unsure` that its question lacks.
  func isLostUnsure(_ answer: String, of question: String) -> Bool {
    answer == "unsure" && withoutUnsure.contains(question)
  }

  /// Whether an answer is the `none` that its question lacks.
  func isLostNone(_ answer: String, of question: String) -> Bool {
    answer == "none" && withoutNone.contains(question)
  }

  private mutating func findCutOff(_ tree: Tree, _ graph: TreeGraph) {
    for node in graph.names.indices where !graph.isReached[node] {
      if graph.isQuestion(node) { unreached.insert(graph.names[node]) }
      // Those that lead to each other are told as a circle.
      if graph.into[node].allSatisfy({ graph.edges[$0].from == node }) { cutOff.append(node) }
    }
    guard let start = graph.start, graph.isQuestion(start),
      !Self.asksOfEmergencies(tree.questions[start], tree, graph)
    else { return }
    skippedStart = cutOff.first {
      graph.isQuestion($0) && Self.asksOfEmergencies(tree.questions[$0], tree, graph)
    }
  }

  private static func asksOfEmergencies(_ question: Question, _ tree: Tree, _ graph: TreeGraph) -> Bool {
    question.stage.value == .redFlag
      && question.answers.allSatisfy { outcome(after: $0, tree, graph)?.level.value == .emergency }
  }

  private static func outcome(after answer: Answer, _ tree: Tree, _ graph: TreeGraph) -> Outcome? {
    guard let node = graph.node(answer.next.value), !graph.isQuestion(node) else { return nil }
    return tree.outcomes[node - graph.questionCount]
  }

  private mutating func findLow(_ tree: Tree, _ graph: TreeGraph, _ index: ClinicalIndex) {
    var fitting: Set<String> = []
    for question in tree.questions where question.stage.value == .redFlag {
      for answer in question.answers {
        guard let name = answer.flag?.value, let flag = index.flags[name],
          let outcome = Self.outcome(after: answer, tree, graph)
        else { continue }
        if outcome.level.value < flag.level {
          lowAnswers.insert("\(question.id.value).\(answer.id.value)")
          lowOutcomes[outcome.id.value, default: []].append((name, flag.level))
        } else {
          fitting.insert(outcome.id.value)
        }
      }
    }
    // One flag may lead to the wrong outcome; several that all do are one level that is wrong.
    lowOutcomes = lowOutcomes.filter { $0.value.count > 1 && !fitting.contains($0.key) }
  }
}
