import SymptomTree

/// A page that the search finds.
struct SearchedPage: Sendable {
  /// The number of its kind; one more than the kinds have for a symptom checker.
  let group: Int
  let title: [UInt8]
  /// With the site's base path.
  let url: [UInt8]
  let summary: [UInt8]
  let content: Content

  enum Content: Sendable {
    case article(Int)
    case checker(Tree)
  }

  /// Every published article, in the order of their files, then the symptom checkers.
  static func all(_ site: CheckedSite) -> [SearchedPage] {
    let index = site.index
    var pages = index.articles.indices.filter { index.articles[$0].isPublished }.map { number in
      let article = index.articles[number]
      return SearchedPage(
        group: article.kind, title: article.title, url: article.url, summary: article.summary,
        content: .article(number))
    }
    let trees = site.checkers.checkers.compactMap { $0.check.proven }
    for (number, tree) in trees.enumerated() {
      let address = Navigation.checkerURL + (number == 0 ? "" : "\(tree.id.value)/")
      pages.append(
        SearchedPage(
          group: index.configuration.kinds.count, title: Array(tree.title.value.utf8),
          url: index.basePath + Array(address.utf8), summary: [], content: .checker(tree)))
    }
    return pages
  }
}
