import SiteModel
import Text

/// The order of a kind's lists, as `list: {sort: …}` says: for each of its articles, bytes for each value that it is sorted by.
enum ArticleOrder {
  /// For each kind its published articles, in the order of its lists.
  static func byKind(_ index: SiteIndex) -> [[Int32]] {
    let kinds = index.configuration.kinds
    let collation = Collation(language: index.configuration.language)
    var byKind = kinds.map { _ in [Int32]() }
    for (number, article) in index.articles.enumerated() where article.isPublished {
      byKind[article.kind].append(Int32(number))
    }
    for (number, kind) in kinds.enumerated() {
      let columns = kind.list.order.map { order in
        (
          order.isDescending,
          byKind[number].map { rank(index.articles[Int($0)], by: order.key, kind, collation) }
        )
      }
      let sorted = byKind[number].indices.sorted { left, right in
        for (isDescending, ranks) in columns {
          guard let first = ranks[left], let second = ranks[right] else {
            // What lacks the value comes last either way.
            if (ranks[left] == nil) == (ranks[right] == nil) { continue }
            return ranks[right] == nil
          }
          if first == second { continue }
          return first.lexicographicallyPrecedes(second) != isDescending
        }
        return left < right
      }
      byKind[number] = sorted.map { byKind[number][$0] }
    }
    return byKind
  }

  /// Bytes that stand in the order of the values; nil where the article has none.
  private static func rank(
    _ article: Article, by key: ListOrder.Key, _ kind: Kind, _ collation: Collation
  ) -> [UInt8]? {
    switch key {
    case .order: article.order.map(bytes)
    case .title: collation.key(of: article.title)
    case .updated: article.updated.map { Array($0.text.utf8) }
    case .field(let place): kind.fields[place].type.rank(of: article.fields[place], collation)
    }
  }

  /// With the sign turned, so that negative numbers come first.
  private static func bytes(_ number: Int) -> [UInt8] {
    let turned = UInt64(bitPattern: Int64(number)) ^ (1 << 63)
    return (0..<8).map { UInt8(truncatingIfNeeded: turned >> (56 - 8 * UInt64($0))) }
  }
}
