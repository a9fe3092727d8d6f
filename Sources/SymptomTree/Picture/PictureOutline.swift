import SiteModel

/// What a picture draws, in reading order. Questions that are asked in the same words with the same answers, and differ
/// only in where the answers lead, are drawn once, as a table with a row for each.
struct PictureOutline {
  /// The boxes: one question, or several that ask the same. By number, as `TreeGraph` counts.
  let groups: [[Int]]
  /// What each question is called in the picture, 1, 2, 3, … in reading order, and each outcome: the letter of its care
  /// level and a number, such as S4.
  let names: [String]
  /// The outcomes of each care level, the most urgent level first.
  let outcomes: [(level: CareLevel, nodes: [Int])]

  init(_ tree: Tree, _ graph: TreeGraph) {
    var groups = tree.questions.indices.map { [$0] }
    if let order = Self.order(groups, graph) {
      groups = order
      for alike in Self.alike(tree) {
        let first = alike.first.map { [$0] }
        let merged = groups.compactMap { group in
          group == first ? alike : alike.contains(group[0]) ? nil : group
        }
        // Drawing them together must not put a question before one that leads to it.
        if let order = Self.order(merged, graph) { groups = order }
      }
    }
    var names = [String](repeating: "", count: graph.names.count)
    for (place, node) in groups.joined().enumerated() { names[node] = "\(place + 1)" }
    outcomes = CareLevel.allCases.sorted(by: >).compactMap { level in
      let nodes = tree.outcomes.indices.filter { tree.outcomes[$0].level.value == level }
      for (place, outcome) in nodes.enumerated() {
        names[graph.questionCount + outcome] = "\(Self.letter(of: level))\(place + 1)"
      }
      return nodes.isEmpty ? nil : (level, nodes.map { graph.questionCount + $0 })
    }
    self.groups = groups
    self.names = names
  }

  static func letter(of level: CareLevel) -> String {
    switch level {
    case .emergency: "E"
    case .urgent: "U"
    case .soon: "S"
    case .routine: "R"
    case .selfCare: "C"
    }
  }

  /// The questions of which there are several with the same words.
  private static func alike(_ tree: Tree) -> [[Int]] {
    var places: [[String]: Int] = [:]
    var found: [[Int]] = []
    for (node, question) in tree.questions.enumerated() {
      let words =
        [question.stage.value.rawValue, question.kind.value.rawValue, question.ask.value]
        + question.choices.map(\.label.value)
      if let place = places[words] {
        found[place].append(node)
      } else {
        places[words] = found.count
        found.append([node])
      }
    }
    return found.filter { $0.count > 1 }
  }

  /// The groups so that each comes after all that lead to it, and what the first answer leads to comes soonest; nil when
  /// they go round in a circle.
  private static func order(_ groups: [[Int]], _ graph: TreeGraph) -> [[Int]]? {
    var walk = Walk(groups, graph)
    if let start = graph.start, graph.isQuestion(start) { walk.visit(walk.group[start]) }
    // What nothing leads to yet comes last.
    let count = walk.finished.count
    for place in groups.indices.reversed() where walk.state[place] == .new { walk.visit(place) }
    if walk.hasCircle { return nil }
    return (walk.finished[..<count].reversed() + walk.finished[count...].reversed()).map { groups[$0] }
  }

  /// Depth first, the last answer first, so that the groups are finished in the order in which they are read backwards.
  private struct Walk {
    enum State { case new, open, done }

    let groups: [[Int]]
    let graph: TreeGraph
    /// By question.
    private(set) var group: [Int]
    private(set) var state: [State]
    private(set) var finished: [Int] = []
    private(set) var hasCircle = false

    init(_ groups: [[Int]], _ graph: TreeGraph) {
      self.groups = groups
      self.graph = graph
      group = Array(repeating: 0, count: graph.questionCount)
      state = Array(repeating: .new, count: groups.count)
      for (place, nodes) in groups.enumerated() { for node in nodes { group[node] = place } }
    }

    /// No deeper than there are questions, of which a picture has few.
    mutating func visit(_ place: Int) {
      state[place] = .open
      for node in groups[place].reversed() {
        for edge in graph.out[node].reversed() where graph.isQuestion(graph.edges[edge].to) {
          let next = group[graph.edges[edge].to]
          switch state[next] {
          case .new: visit(next)
          case .open: hasCircle = true
          case .done: break
          }
        }
      }
      state[place] = .done
      finished.append(place)
    }
  }
}
