import Mustache
import SiteModel
import YAML

/// A list of articles of a kind, all of them or those of a year, and where its pages are.
struct KindList: Sendable {
  let kind: Int
  let year: Int?
  let articles: [Int32]
  let pages: [Range<Int>]

  /// One page of it.
  struct Page: Sendable {
    let list: KindList
    /// Counted from 0.
    let number: Int
    let path: String
  }

  /// Every page on which articles of a kind are listed.
  static func pages(of kind: Int, _ records: SiteRecords, _ lists: ListPages) -> [Page] {
    let all = KindList(
      kind: kind, year: nil, articles: records.byKind[kind],
      pages: lists.pages(of: records.byKind[kind].count, kind: kind))
    let years = records.byYear[kind].map {
      KindList(
        kind: kind, year: $0.year, articles: $0.articles,
        pages: lists.pages(of: $0.articles.count, kind: kind))
    }
    return ([all] + years).flatMap { list in
      list.pages.indices.map {
        Page(
          list: list, number: $0,
          path: ListPages.path(of: records.configuration.kinds[kind], year: list.year, page: $0))
      }
    }
  }

  /// The pages that one of them links to: few, however many there are.
  fileprivate func links(from current: Int, _ kind: Kind, _ base: [UInt8]) -> [PageTypes.ListPage] {
    guard pages.count > 1 else { return [] }
    let near = max(0, current - 2)...min(pages.count - 1, current + 2)
    let shown = Set([0, pages.count - 1] + near).sorted()
    var links: [PageTypes.ListPage] = []
    for number in shown {
      if let last = links.last, last.number < number {
        links.append(PageTypes.ListPage(number: last.number + 1, url: [], isGap: true))
      }
      links.append(
        PageTypes.ListPage(
          number: number + 1,
          url: base + Array(ListPages.path(of: kind, year: year, page: number).utf8),
          isCurrent: number == current))
    }
    return links
  }
}

extension KindList.Page {
  /// More years than any clinic has: no page may grow with the site.
  private static let mostYears = 100

  /// Whether it has the list's own address.
  var isFirst: Bool { list.year == nil && number == 0 }

  /// Its heading: the kind's title, with the year and the number of the page.
  func title(_ kind: Kind) -> String {
    let year = list.year.map { " \(CalendarDate.yearText($0))" } ?? ""
    return kind.title + year + (number == 0 ? "" : " (\(number + 1))")
  }

  func values(_ records: SiteRecords, _ index: SiteIndex, _ order: OrderOfText) -> PageTypes.IndexValues {
    let kind = records.configuration.kinds[list.kind]
    let base = index.basePath
    let head = PageHead(
      title: Array(title(kind).utf8), summary: Array(kind.summary.utf8), url: base + Array(path.utf8),
      isIndexable: true, kind: isFirst ? nil : kind, listedKind: kind,
      subject: isFirst ? .list(list.kind) : nil,
      hasStaleTexts: records.configuration.staleTexts.contains(SiteTranslation.unitName(of: kind)))
    let shown = Array(list.articles[list.pages[number]])
    return PageTypes.IndexValues(
      page: head.values(records), kind: kind, articles: records.cards(shown),
      groups: kind.list.groupBy.map { groups(of: shown, by: $0.value, records, index, order) } ?? [],
      pages: list.links(from: number, kind, base),
      years: records.byYear[list.kind].prefix(Self.mostYears).map {
        PageTypes.ListYear(
          year: $0.year, url: base + Array(ListPages.path(of: kind, year: $0.year, page: 0).utf8),
          count: $0.articles.count, isCurrent: $0.year == list.year)
      },
      year: list.year, feedURL: records.hasFeed[list.kind] ? base + Array(kind.feedPath.utf8) : [])
  }

  /// The articles by what they name in one of their relations; last those that name nothing.
  private func groups(
    of articles: [Int32], by slot: Int, _ records: SiteRecords, _ index: SiteIndex, _ order: OrderOfText
  ) -> [PageTypes.ListGroup] {
    let relation = records.configuration.kinds[list.kind].relations[slot]
    var members: [Int32: [Int32]] = [:]
    var rest: [Int32] = []
    for article in articles {
      let targets = order.links.relations[Int(article)][slot]
      if targets.isEmpty { rest.append(article) }
      for target in targets { members[target, default: []].append(article) }
    }
    func place(_ target: Int32) -> (kind: Int, place: Int32) {
      (index.articles[Int(target)].kind, records.placeInList[Int(target)])
    }
    let groups = members.sorted { place($0.key) < place($1.key) }.map { target, own in
      let named = index.articles[Int(target)]
      return PageTypes.ListGroup(
        title: named.title, url: named.url, id: named.id,
        articles: records.cards(relation.isInOrderOfText ? order.sorted(own, by: target) : own))
    }
    return rest.isEmpty
      ? groups : groups + [PageTypes.ListGroup(title: [], url: [], id: [], articles: records.cards(rest))]
  }
}
