import Markdown

/// The order in which an article's text links to others, as the rows of its table do.
struct OrderOfText: Sendable {
  let links: LinkIndex
  let parsed: [ParsedArticle]

  /// What the text of an article links to first comes first; what it does not link to comes last, in the order given.
  func sorted(_ articles: [Int32], by article: Int32) -> [Int32] {
    let wanted = Set(articles)
    var seen: Set<Int32> = []
    var sorted: [Int32] = []
    for link in parsed[Int(article)].body.links {
      guard let target = link.article.map({ Int32($0) }), wanted.contains(target) else { continue }
      if seen.insert(target).inserted { sorted.append(target) }
    }
    return sorted + articles.filter { !seen.contains($0) }
  }

  /// For each way back to an article, in the order of its kind's, the articles there.
  func inverses(of number: Int, _ index: SiteIndex) -> [[Int32]] {
    let ways = links.inverseNames[index.articles[number].kind]
    return zip(ways, links.inverses[number]).map { way, articles in
      let relation = index.configuration.kinds[way.kind].relations[way.relation]
      return relation.isInOrderOfText && articles.count > 1 ? sorted(articles, by: Int32(number)) : articles
    }
  }
}
