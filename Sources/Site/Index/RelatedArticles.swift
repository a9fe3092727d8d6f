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
    let own = neighbours.range(of: article)
    for place in own {
      let beyond = neighbours.range(of: Int(neighbours.all[place]))
      guard beyond.count <= Self.crowd else { continue }
      for further in beyond {
        let other = neighbours.all[further]
        if shared[Int(other)] == 0 { touched.append(other) }
        shared[Int(other)] &+= 1
      }
    }
    shared[article] = 0
    for place in own { shared[Int(neighbours.all[place])] = 0 }
    var best: [Int32] = []
    for other in touched where shared[Int(other)] > 0 {
      let place = best.firstIndex { isBefore(other, $0) } ?? best.count
      guard place < Self.limit else { continue }
      best.insert(other, at: place)
      if best.count > Self.limit { best.removeLast() }
    }
    for other in touched { shared[Int(other)] = 0 }
    touched.removeAll(keepingCapacity: true)
    return best
  }

  private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
    let (a, b) = (shared[Int(left)], shared[Int(right)])
    return a == b ? neighbours.rank[Int(left)] < neighbours.rank[Int(right)] : a > b
  }
}
