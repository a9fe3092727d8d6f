import Diagnostics

/// How articles lead to one another: relations both ways, and which articles share them. Built once from all
/// front matter, before anything renders.
struct LinkIndex: Sendable {
  /// For each article and relation of its kind, the targets in the order written.
  private(set) var relations: [[[Int32]]]
  /// For each article and inverse relation of its kind (in the order of `Inverse.all`), the sources in display
  /// order.
  private(set) var inverses: [[[Int32]]]
  /// For each article its place in display order: most urgent first, then `order`, then title.
  let rank: [Int32]
  /// All articles in display order.
  let byRank: [Int32]
  /// For each kind what `Inverse.all` says.
  let inverseNames: [[Inverse]]

  init(_ index: SiteIndex, into diagnostics: inout [Diagnostic]) {
    let articles = index.articles
    let urgency = articles.map { Self.urgency(of: $0, index.redFlags) }
    let keys = articles.map { SiteIndexBuilder.folded($0.title) }
    byRank = articles.indices.map(Int32.init).sorted { left, right in
      let (a, b) = (Int(left), Int(right))
      if urgency[a] != urgency[b] { return urgency[a] < urgency[b] }
      let (first, second) = (articles[a].order ?? .max, articles[b].order ?? .max)
      if first != second { return first < second }
      if keys[a] != keys[b] { return keys[a].lexicographicallyPrecedes(keys[b]) }
      return articles[a].file.utf8.lexicographicallyPrecedes(articles[b].file.utf8)
    }
    var rank = [Int32](repeating: 0, count: articles.count)
    for (place, article) in byRank.enumerated() { rank[Int(article)] = Int32(place) }
    self.rank = rank
    let kinds = index.configuration.kinds
    let names = kinds.indices.map { Inverse.all(leadingTo: $0, in: index.configuration) }
    inverseNames = names
    relations = articles.map { article in Array(repeating: [], count: kinds[article.kind].relations.count) }
    inverses = articles.map { article in Array(repeating: [], count: names[article.kind].count) }
    for number in articles.indices where articles[number].isPublished {
      var reader = RelationReader(index, article: number)
      relations[number] = reader.read()
      diagnostics += reader.diagnostics
    }
    mirrorSymmetricRelations(index)
    enterInverses(index)
  }

  /// The place of the article's most urgent red flag among the care levels; one past the last without any.
  static func urgency(of article: Article, _ flags: RedFlags) -> Int {
    article.redFlags.compactMap { flags.table[$0.bytes] }
      .compactMap { CareHeading.names.firstIndex(of: flags.flags[$0].level) }.min() ?? CareHeading.names.count
  }

  /// A symmetric relation stands on both articles, whichever of the two wrote it.
  private mutating func mirrorSymmetricRelations(_ index: SiteIndex) {
    let written = relations
    for (number, article) in index.articles.enumerated() {
      for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated()
      where relation.isSymmetric {
        for target in written[number][slot] {
          let other = Int(target)
          guard index.articles[other].kind == article.kind, !relations[other][slot].contains(Int32(number))
          else { continue }
          relations[other][slot].append(Int32(number))
        }
      }
    }
  }

  private mutating func enterInverses(_ index: SiteIndex) {
    // In display order, so that every list comes out sorted.
    for source in byRank {
      let article = index.articles[Int(source)]
      for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated()
      where relation.inverse != nil {
        for target in relations[Int(source)][slot] {
          let kind = index.articles[Int(target)].kind
          let place = inverseNames[kind].firstIndex { $0.kind == article.kind && $0.relation == slot }
          if let place { inverses[Int(target)][place].append(source) }
        }
      }
    }
  }
}
