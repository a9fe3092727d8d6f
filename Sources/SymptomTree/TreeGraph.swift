import Diagnostics

/// The tree as nodes and edges by number, with what follows from them. An answer whose `next` names nothing has no
/// edge here.
struct TreeGraph {
  struct Edge {
    var from: Int
    var to: Int
    var answer: Answer
    /// Whether it is the answer that denies the others of its question.
    var isNone: Bool
  }

  /// Questions first, then outcomes, in file order.
  let names: [String]
  let positions: [Position]
  let questionCount: Int
  let edges: [Edge]
  /// Indices of the edges out of and into each node, in file order.
  let out: [[Int]]
  let into: [[Int]]
  let start: Int?
  /// Edges that lead back to a node on the way to them, each with that way.
  let cycles: [(edge: Int, nodes: [Int])]
  let isReached: [Bool]
  /// Nodes from which everything that follows has been met; nil with a cycle.
  let backwards: [Int]?
  /// The ranks of the least and most urgent outcome that each node can lead to; nil for none, and with a cycle.
  let lowestRank: [Int?]
  let highestRank: [Int?]
  private let numbers: [String: Int]

  init(_ tree: Tree) {
    let ids = tree.questions.map(\.id) + tree.outcomes.map(\.id)
    let names = ids.map(\.value)
    let numbers = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    var edges: [Edge] = []
    var out = [[Int]](repeating: [], count: ids.count)
    var into = out
    for (from, question) in tree.questions.enumerated() {
      for (place, answer) in question.choices.enumerated() {
        guard let to = numbers[answer.next.value] else { continue }
        out[from].append(edges.count)
        into[to].append(edges.count)
        edges.append(Edge(from: from, to: to, answer: answer, isNone: place == question.answers.count))
      }
    }
    self.names = names
    self.numbers = numbers
    positions = ids.map(\.position)
    questionCount = tree.questions.count
    self.edges = edges
    self.out = out
    self.into = into
    start = numbers[tree.start.value]
    var walk = Walk(edges: edges, out: out)
    if let start { walk.visit(start) }
    isReached = walk.state.map { $0 != .new }
    for node in ids.indices where walk.state[node] == .new { walk.visit(node) }
    cycles = walk.cycles
    backwards = walk.cycles.isEmpty ? walk.finished : nil
    var lowest = [Int?](repeating: nil, count: ids.count)
    var highest = lowest
    for node in backwards ?? [] {
      if node >= tree.questions.count {
        let rank = tree.outcomes[node - tree.questions.count].level.value.rank
        (lowest[node], highest[node]) = (rank, rank)
      } else {
        lowest[node] = out[node].compactMap { lowest[edges[$0].to] }.min()
        highest[node] = out[node].compactMap { highest[edges[$0].to] }.max()
      }
    }
    lowestRank = lowest
    highestRank = highest
  }

  func node(_ name: String) -> Int? { numbers[name] }

  func isQuestion(_ node: Int) -> Bool { node < questionCount }

  /// The nodes from which `target` can be reached, itself included.
  func leading(to target: Int) -> [Bool] {
    var found = [Bool](repeating: false, count: names.count)
    found[target] = true
    var waiting = [target]
    while let node = waiting.popLast() {
      for edge in into[node] where !found[edges[edge].from] {
        found[edges[edge].from] = true
        waiting.append(edges[edge].from)
      }
    }
    return found
  }

  /// The nodes that can be reached from `starts` by edges that `allows` lets through.
  func reached(from starts: [Int], allows: (Int) -> Bool) -> [Bool] {
    var found = [Bool](repeating: false, count: names.count)
    var waiting = starts
    for node in starts { found[node] = true }
    while let node = waiting.popLast() {
      for edge in out[node] where allows(edge) && !found[edges[edge].to] {
        found[edges[edge].to] = true
        waiting.append(edges[edge].to)
      }
    }
    return found
  }

  /// Depth first, in file order. A tree that reaches this has at most `TreeBounds.nodes` nodes, so the recursion is
  /// no deeper than that.
  private struct Walk {
    enum State { case new, open, done }

    let edges: [Edge]
    let out: [[Int]]
    var state: [State]
    var way: [Int] = []
    var finished: [Int] = []
    var cycles: [(edge: Int, nodes: [Int])] = []

    init(edges: [Edge], out: [[Int]]) {
      self.edges = edges
      self.out = out
      state = Array(repeating: .new, count: out.count)
    }

    mutating func visit(_ node: Int) {
      state[node] = .open
      way.append(node)
      for edge in out[node] {
        let next = edges[edge].to
        switch state[next] {
        case .new: visit(next)
        case .open:
          if let first = way.firstIndex(of: next) { cycles.append((edge, Array(way[first...]) + [next])) }
        case .done: break
        }
      }
      way.removeLast()
      state[node] = .done
      finished.append(node)
    }
  }
}
