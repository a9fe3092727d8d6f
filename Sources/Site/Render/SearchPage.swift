import Mustache
import Search
import YAML

/// The search's own pages: the first has the field and, for who has no JavaScript, a list of all pages by kind. A long list
/// goes on at `/search/2/` and so on, so that no page grows with the site.
struct SearchPage {
  private static let articlesPerPage = 200

  let site: CheckedSite
  let records: SiteRecords
  let search: SearchFiles

  /// Each page with its place, relative to the output folder.
  func files(_ template: Template) -> [(place: String, bytes: [UInt8])] {
    let articles = records.byKind.flatMap { $0 }
    let count = max(1, (articles.count + Self.articlesPerPage - 1) / Self.articlesPerPage)
    return (0..<count).map { number in
      let first = number * Self.articlesPerPage
      let shown = articles[first..<min(articles.count, first + Self.articlesPerPage)]
      var bytes: [UInt8] = []
      template.render(record(number, of: count, shown), into: &bytes)
      return (String(address(number).dropFirst()) + "index.html", bytes)
    }
  }

  private func address(_ number: Int) -> String {
    site.index.configuration.address(of: GeneratedPages.searchURL) + (number == 0 ? "" : "\(number + 1)/")
  }

  private func record(_ number: Int, of count: Int, _ articles: ArraySlice<Int32>) -> Record {
    let base = site.index.basePath
    let part = number == 0 ? [] : Array(" \(number + 1)".utf8)
    let head = PageHead(
      title: site.named.design.words(in: site.index.configuration.language)[.search] + part, summary: [],
      url: base + Array(address(number).utf8),
      isIndexable: false, subject: number == 0 ? .search : nil)
    let groups = site.index.configuration.kinds.enumerated().compactMap { kind, declared in
      let own = articles.filter { site.index.articles[Int($0)].kind == kind }
      return own.isEmpty ? nil : PageTypes.KindGroup(kind: declared, articles: records.cards(own))
    }
    let parts = (0..<(count > 1 ? count : 0)).map { other in
      PageTypes.SearchPart(
        number: other + 1, url: base + Array(address(other).utf8), isCurrent: other == number)
    }
    return records.types.search.record(
      of: PageTypes.SearchValues(
        page: head.values(records), indexURL: base + search.indexURL, groups: groups, parts: parts))
  }
}
