/// Which articles have most in common with one: those that share targets of relations with it. Cautions and
/// contraindications never count. One for each worker, since it counts in an array of its own.
struct RelatedArticles {
  private let neighbours: Neighbours
  private var shared: [Int32]
  private var touched: [Int32] = []

  /// How many are shown.
  static let limit = 6
  /// A target that more articles than this share says nothing about any two of them, and counting it for each
  /// would take time that grows with the square of the site.
  static let crowd = 500

  /// For each article, those that a relation which counts joins to it, in either direction.
  struct Neighbours: Sendable {
    /// Those of one article after another, and where each article's begin.
    fileprivate let all: [Int32]
    fileprivate let starts: [Int32]
    fileprivate let rank: [Int32]

    init(_ index: SiteIndex, _ links: LinkIndex) {
      var neighbours = [[Int32]](repeating: [], count: index.articles.count)
      for (number, article) in index.articles.enumerated() {
        for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated()
        where relation.countsAsRelated {
          for target in links.relations[number][slot] {
            neighbours[number].append(target)
            if !relation.isSymmetric { neighbours[Int(target)].append(Int32(number)) }
          }
        }
      }
      all = neighbours.flatMap { $0 }
      var starts: [Int32] = [0]
      starts.reserveCapacity(neighbours.count + 1)
      for own in neighbours { starts.append(starts[starts.count - 1] + Int32(own.count)) }
      self.starts = starts
      rank = links.rank
    }

    fileprivate var count: Int { starts.count - 1 }

    fileprivate func range(of article: Int) -> Range<Int> { Int(starts[article])..<Int(starts[article + 1]) }
  }

  init(_ neighbours: Neighbours) {
    self.neighbours = neighbours
    shared = [Int32](repeating: 0, count: neighbours.count)
  }

  /// The articles that share most with `article`, most first, then in display order; not those that a relation
  /// joins to it already.
  mutating func related(to article: Int) -> [Int32] {
    Self.count(what: neighbours.range(of: article), sharedBy: neighbours, in: &shared, &touched)
    let best = Self.best(touched, beside: article, neighbours, &shared)
    touched.removeAll(keepingCapacity: true)
    return best
  }

  /// Counts for each article how many of the neighbours at `own` are its own, too; `touched` are those with any.
  private static func count(
    what own: Range<Int>, sharedBy neighbours: Neighbours, in counts: inout [Int32],
    _ touched: inout [Int32]
  ) {
    let all = neighbours.all.span
    var counts = counts.mutableSpan
    for place in own {
      let beyond = neighbours.range(of: Int(all[place]))
      guard beyond.count <= crowd else { continue }
      for further in beyond {
        let other = all[further]
        let count = counts[Int(other)]
        if count == 0 { touched.append(other) }
        counts[Int(other)] = count &+ 1
      }
    }
  }

  /// The best of those that were counted, whose counts are 0 again after it.
  private static func best(
    _ touched: [Int32], beside article: Int, _ neighbours: Neighbours, _ counts: inout [Int32]
  ) -> [Int32] {
    let all = neighbours.all.span
    let rank = neighbours.rank.span
    var counts = counts.mutableSpan
    counts[article] = 0
    for place in neighbours.range(of: article) { counts[Int(all[place])] = 0 }
    // Most shared first, then the lowest rank.
    var best: [(key: Int, article: Int32)] = []
    for other in touched {
      let count = counts[Int(other)]
      counts[Int(other)] = 0
      guard count > 0 else { continue }
      let key = Int(count) << 32 - Int(rank[Int(other)])
      if best.count == limit {
        if key <= best[limit - 1].key { continue }
        best.removeLast()
      }
      best.insert((key, other), at: best.firstIndex { $0.key < key } ?? best.count)
    }
    return best.map(\.article)
  }
}
