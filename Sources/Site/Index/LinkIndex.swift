import Diagnostics
import SiteModel
import Text

/// How articles lead to one another: relations both ways, and which articles share them. Built once from all
/// front matter, before anything renders.
package struct LinkIndex: Sendable {
  /// For each article and relation of its kind, the targets in the order written.
  package private(set) var relations: [[[Int32]]]
  /// For each article and inverse relation of its kind (in the order of `Inverse.all`), the sources in display
  /// order.
  private(set) var inverses: [[[Int32]]]
  /// For each article its place in display order: most urgent first, then `order`, then title.
  private(set) var rank: [Int32]
  /// All articles in display order.
  private(set) var byRank: [Int32]
  /// For each kind what `Inverse.all` says.
  let inverseNames: [[Inverse]]
  /// What is wrong with the relations of an article, by its number.
  private(set) var diagnostics: [Int: [Diagnostic]] = [:]

  init(_ index: SiteIndex) {
    let articles = index.articles
    let collation = Collation(language: index.configuration.language)
    let keys = articles.map { DisplayKey($0, index.redFlags, collation) }
    byRank = articles.indices.map(Int32.init).sorted { keys[Int($0)] < keys[Int($1)] }
    rank = Self.rank(byRank)
    let kinds = index.configuration.kinds
    let names = kinds.indices.map { Inverse.all(leadingTo: $0, in: index.configuration) }
    inverseNames = names
    relations = articles.map { article in Array(repeating: [], count: kinds[article.kind].relations.count) }
    inverses = articles.map { article in Array(repeating: [], count: names[article.kind].count) }
    let hints = NameHints(index)
    for number in articles.indices where articles[number].isPublished {
      var reader = RelationReader(index, hints, article: number)
      relations[number] = reader.read()
      if !reader.diagnostics.isEmpty { diagnostics[number] = reader.diagnostics }
    }
    mirrorSymmetricRelations(index)
    enterInverses(index)
  }

  /// The same after the articles at `changed` got other titles, their relations being as they were.
  init(_ old: LinkIndex, _ index: SiteIndex, renamed changed: [Int]) {
    self = old
    let moved = Set(changed.map(Int32.init))
    var byRank = old.byRank.filter { !moved.contains($0) }
    let collation = Collation(language: index.configuration.language)
    for number in changed {
      let key = DisplayKey(index.articles[number], index.redFlags, collation)
      var (low, high) = (0, byRank.count)
      while low < high {
        let middle = (low + high) / 2
        if DisplayKey(index.articles[Int(byRank[middle])], index.redFlags, collation) < key {
          low = middle + 1
        } else {
          high = middle
        }
      }
      byRank.insert(Int32(number), at: low)
    }
    self.byRank = byRank
    rank = Self.rank(byRank)
    let hints = NameHints(index)
    for number in changed {
      if index.articles[number].isPublished {
        var reader = RelationReader(index, hints, article: number)
        _ = reader.read()
        diagnostics[number] = reader.diagnostics.isEmpty ? nil : reader.diagnostics
      }
      // It may stand elsewhere in the lists that it is in.
      for target in Set(relations[number].joined()) {
        for place in inverses[Int(target)].indices where inverses[Int(target)][place].contains(Int32(number))
        {
          inverses[Int(target)][place].sort { rank[Int($0)] < rank[Int($1)] }
        }
      }
    }
  }

  private static func rank(_ byRank: [Int32]) -> [Int32] {
    var rank = [Int32](repeating: 0, count: byRank.count)
    for (place, article) in byRank.enumerated() { rank[Int(article)] = Int32(place) }
    return rank
  }

  /// What articles are sorted by.
  private struct DisplayKey: Comparable {
    let urgency: Int
    let order: Int
    let title: [UInt8]
    let file: String

    init(_ article: Article, _ flags: RedFlags, _ collation: Collation) {
      urgency = LinkIndex.urgency(of: article, flags)
      order = article.order ?? .max
      title = collation.key(of: article.title)
      file = article.file
    }

    static func < (left: DisplayKey, right: DisplayKey) -> Bool {
      if left.urgency != right.urgency { return left.urgency < right.urgency }
      if left.order != right.order { return left.order < right.order }
      if left.title != right.title { return left.title.lexicographicallyPrecedes(right.title) }
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
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
