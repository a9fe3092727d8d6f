/// For every article, which others link to it from their text.
enum Backlinks {
  /// Sources in display order, each once; links of an article to itself are left out.
  static func build(_ index: SiteIndex, _ links: LinkIndex, _ parsed: [ParsedArticle]) -> [[Int32]] {
    var backlinks = [[Int32]](repeating: [], count: index.articles.count)
    for source in links.byRank where index.articles[Int(source)].isPublished {
      for link in parsed[Int(source)].body.links { enter(link.article, source, &backlinks) }
      for link in parsed[Int(source)].fieldLinks { enter(link.article, source, &backlinks) }
    }
    return backlinks
  }

  private static func enter(_ target: Int?, _ source: Int32, _ backlinks: inout [[Int32]]) {
    // Sources come one after another, so a repeated one is the last.
    guard let target, target != Int(source), backlinks[target].last != source else { return }
    backlinks[target].append(source)
  }
}
