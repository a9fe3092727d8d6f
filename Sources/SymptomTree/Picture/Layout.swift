/// Places for the boxes of a picture: columns from left to right by the longest way from the start, in each column an
/// order that crosses few lines, and heights near those of the neighbours.
///
/// A line that passes by a column gets a lane there; all lines to one box share it, so that what many answers lead to
/// is one line and not a web (Sugiyama's method with merged edges).
struct Layout {
  /// A box, or a lane of lines to `target` that pass this column.
  struct Item {
    var column: Int
    var height: Double
    var y = 0.0
    /// The box's node, or nil for a lane.
    var node: Int?
  }

  /// A piece of a line between two neighbouring columns.
  struct Link {
    var from: Int
    var to: Int
    /// Where it leaves, below the top of `from`.
    var offset: Double
  }

  /// Boxes first, by node.
  private(set) var items: [Item]
  private(set) var links: [Link] = []
  private(set) var columns: [[Int]]
  /// For each edge, the items that it passes, both ends included.
  private(set) var routes: [[Int]] = []
  private let gap: Double

  /// `heights` are the boxes', `offsets` where each edge leaves its box, below its top.
  init(_ graph: TreeGraph, heights: [Double], offsets: [Double], gap: Double) {
    self.gap = gap
    let depths = Self.depths(graph)
    items = heights.indices.map { Item(column: depths[$0], height: heights[$0], node: $0) }
    columns = Array(repeating: [], count: (depths.max() ?? 0) + 1)
    for node in Self.order(graph) { columns[depths[node]].append(node) }
    var lanes: [[Int]: Int] = [:]
    var linked: Set<[Int]> = []
    for (number, edge) in graph.edges.enumerated() {
      var route = [edge.from]
      if depths[edge.to] > depths[edge.from] {
        for column in (depths[edge.from] + 1)..<max(depths[edge.to], depths[edge.from] + 1) {
          let lane = lanes[[edge.to, column]] ?? items.count
          if lane == items.count {
            lanes[[edge.to, column]] = lane
            items.append(Item(column: column, height: 6, node: nil))
            columns[column].append(lane)
          }
          route.append(lane)
        }
      }
      route.append(edge.to)
      routes.append(route)
      for (from, to) in zip(route, route.dropFirst()) {
        let offset = from == edge.from ? offsets[number] : items[from].height / 2
        if from == edge.from || linked.insert([from, to]).inserted {
          links.append(Link(from: from, to: to, offset: offset))
        }
      }
    }
    arrange()
    place()
  }

  var height: Double { items.map { $0.y + $0.height }.max() ?? 0 }

  /// The longest way to each node; nodes that cannot be ordered (in a cycle, or not reached) go where they are met.
  private static func depths(_ graph: TreeGraph) -> [Int] {
    var depths = [Int](repeating: 0, count: graph.names.count)
    let order = graph.backwards.map { Array($0.reversed()) } ?? Array(graph.names.indices)
    for node in order {
      for edge in graph.out[node] where graph.backwards != nil || graph.edges[edge].to > node {
        depths[graph.edges[edge].to] = max(depths[graph.edges[edge].to], depths[node] + 1)
      }
    }
    return depths
  }

  /// Nodes as a walk through the answers in file order meets them first.
  private static func order(_ graph: TreeGraph) -> [Int] {
    var seen = [Bool](repeating: false, count: graph.names.count)
    var order: [Int] = []
    for first in [graph.start].compactMap({ $0 }) + Array(graph.names.indices) {
      var waiting = [first]
      while let node = waiting.popLast() {
        guard !seen[node] else { continue }
        seen[node] = true
        order.append(node)
        waiting += graph.out[node].reversed().map { graph.edges[$0].to }
      }
    }
    return order
  }

  /// Orders each column by the mean place of its neighbours, forwards and backwards, and keeps the best order met.
  private mutating func arrange() {
    var best = columns
    var fewest = crossings()
    for round in 0..<16 where fewest > 0 {
      let isForward = round.isMultiple(of: 2)
      for column in isForward ? Array(columns.indices.dropFirst()) : columns.indices.dropLast().reversed() {
        let places = place(in: isForward ? column - 1 : column + 1)
        var means: [Int: Double] = [:]
        for link in links {
          let (near, far) = isForward ? (link.to, link.from) : (link.from, link.to)
          guard items[near].column == column, let place = places[far] else { continue }
          means[near, default: -1] = means[near] == nil ? place : (means[near] ?? 0) * 0.5 + place * 0.5
        }
        let old = Dictionary(uniqueKeysWithValues: columns[column].enumerated().map { ($1, Double($0)) })
        columns[column].sort { left, right in
          let one = (means[left] ?? old[left] ?? 0, old[left] ?? 0)
          let other = (means[right] ?? old[right] ?? 0, old[right] ?? 0)
          return one < other
        }
      }
      let count = crossings()
      if count < fewest { (best, fewest) = (columns, count) }
    }
    columns = best
  }

  private func place(in column: Int) -> [Int: Double] {
    guard columns.indices.contains(column) else { return [:] }
    return Dictionary(uniqueKeysWithValues: columns[column].enumerated().map { ($1, Double($0)) })
  }

  private func crossings() -> Int {
    var count = 0
    for column in columns.indices.dropLast() {
      let (left, right) = (place(in: column), place(in: column + 1))
      let ends = links.compactMap { link -> (Double, Double)? in
        guard let from = left[link.from], let to = right[link.to] else { return nil }
        return (from + link.offset / 10_000, to)
      }
      for (number, one) in ends.enumerated() {
        for other in ends[(number + 1)...] where (one.0 - other.0) * (one.1 - other.1) < 0 { count += 1 }
      }
    }
    return count
  }

  /// Heights: each item as near to its neighbours as the order and the gaps let it.
  private mutating func place() {
    for column in columns {
      var y = 0.0
      for item in column {
        items[item].y = y
        y += items[item].height + gap
      }
    }
    for round in 0..<24 {
      let isForward = round.isMultiple(of: 2)
      for column in isForward ? Array(columns.indices) : columns.indices.reversed() {
        settle(column, isForward)
      }
    }
    let top = items.map(\.y).min() ?? 0
    for item in items.indices { items[item].y -= top }
  }

  private mutating func settle(_ column: Int, _ isForward: Bool) {
    var sums: [Int: (sum: Double, count: Double)] = [:]
    for link in links {
      let (here, wanted) =
        isForward
        ? (link.to, items[link.from].y + link.offset - items[link.to].height / 2)
        : (link.from, items[link.to].y + items[link.to].height / 2 - link.offset)
      guard items[here].column == column else { continue }
      let old = sums[here] ?? (0, 0)
      sums[here] = (old.sum + wanted, old.count + 1)
    }
    let order = columns[column]
    let wanted = order.map { item in sums[item].map { $0.sum / $0.count } ?? items[item].y }
    // Down from the top and up from the bottom, then the middle of both, keeps the gaps and favours neither.
    var down = wanted
    for place in order.indices.dropFirst() {
      down[place] = max(down[place], down[place - 1] + items[order[place - 1]].height + gap)
    }
    var up = wanted
    for place in order.indices.dropLast().reversed() {
      up[place] = min(up[place], up[place + 1] - items[order[place]].height - gap)
    }
    for (place, item) in order.enumerated() { items[item].y = (down[place] + up[place]) / 2 }
  }
}
