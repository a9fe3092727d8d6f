import Diagnostics
import SiteModel
import YAML

/// The pages on which the articles of a kind are listed: the list itself and, for a kind with an archive, a list for each year.
/// Each is cut into pages, of which the first has the list's own address.
package struct ListPages: Sendable {
  /// For each kind how many articles stand on a page; nil for all of them.
  private let perPage: [Int?]

  /// `showsPages`: whether the template of lists links to the further pages.
  package init(_ kinds: [Kind], showsPages: Bool) {
    perPage = kinds.map { $0.list.perPage?.value ?? (showsPages ? ListSettings.standardPerPage : nil) }
  }

  /// Which of `count` articles stand on each page of a list; one page of none for an empty list.
  func pages(of count: Int, kind: Int) -> [Range<Int>] {
    guard let size = perPage[kind], count > size else { return [0..<count] }
    return stride(from: 0, to: count, by: size).map { $0..<min(count, $0 + size) }
  }

  /// The address of a page of a kind's list, or of the list for a year, counted from 0; without the base path.
  static func path(of kind: Kind, year: Int?, page: Int) -> String {
    let list = year.map { "\(kind.path)\(CalendarDate.yearText($0))/" } ?? kind.path
    return page == 0 ? list : "\(list)\(further)/\(page + 1)/"
  }

  /// The folder of the pages after the first.
  private static let further = "page"

  /// The year in whose list an article stands; nil for none.
  static func year(of article: Article, _ kind: Kind) -> Int? {
    switch kind.list.archive?.key {
    case .updated: article.updated?.year
    case .field(let place): CalendarDate(field: article.fields[place])?.year
    case .order, .title, nil: nil
    }
  }

  /// The day that the kind's feed says of an article: of its last change, else the one that it is archived by.
  static func feedDay(of article: Article, _ kind: Kind) -> CalendarDate? {
    if let updated = article.updated { return updated }
    guard case .field(let place) = kind.list.archive?.key else { return nil }
    return CalendarDate(field: article.fields[place])
  }

  /// For each kind whether it has a feed of its own: one must say when something changed.
  static func feeds(_ articles: [Article], _ kinds: [Kind]) -> [Bool] {
    var has = kinds.map { _ in false }
    for article in articles where article.hasPage && !has[article.kind] {
      let kind = kinds[article.kind]
      has[article.kind] = kind.list.feed != nil && !kind.isPage && feedDay(of: article, kind) != nil
    }
    return has
  }

  /// Reports of feeds that are wanted and have nothing to say. A day that every article has to have, one that is not known and
  /// articles that lie where none are read are told themselves.
  static func emptyFeeds(_ index: SiteIndex) -> [Diagnostic] {
    let kinds = index.configuration.kinds
    return zip(kinds, feeds(index.articles, kinds)).compactMap { kind, hasFeed in
      guard let setting = kind.list.feed, !kind.isPage, !hasFeed, !kind.list.hasFaultyArchive,
        !index.hasStrays
          || index.articles.contains(where: { $0.isPublished && index.configuration.kinds[$0.kind] === kind })
      else { return nil }
      if case .field(let place) = kind.list.archive?.key, kind.fields[place].isRequired { return nil }
      let day =
        if case .field(let place) = kind.list.archive?.key { " or `\(kind.fields[place].name)`" } else { "" }
      return .warning(
        .badConfiguration, file: SiteConfiguration.file, at: setting.node.position,
        "No published article of the kind `\(kind.name)` says when it changed, so the kind has no feed.",
        hint: "Write `updated`\(day) in the front matter of an article.")
    }
  }

  /// The addresses of all pages but the lists' own, with what each lists.
  func furtherAddresses(_ articles: [Article], _ kinds: [Kind]) -> [(address: String, kind: Int)] {
    var counts = kinds.map { _ in 0 }
    var years = kinds.map { _ in [Int: Int]() }
    for article in articles where article.isPublished {
      counts[article.kind] += 1
      if let year = Self.year(of: article, kinds[article.kind]) {
        years[article.kind][year, default: 0] += 1
      }
    }
    return kinds.enumerated().filter { !$1.isPage }.flatMap { number, kind in
      let lists: [(year: Int?, count: Int)] =
        [(nil, counts[number])] + years[number].sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
      return lists.flatMap { list in
        pages(of: list.count, kind: number).indices.dropFirst(list.year == nil ? 1 : 0).map {
          (Self.path(of: kind, year: list.year, page: $0), number)
        }
      }
    }
  }

  /// Whether an address such as `/news/page/2/` or `/news/2026/` is that of such a page, on this site or an earlier state of it.
  static func isFurther(_ address: [UInt8], _ kinds: [Kind]) -> Bool {
    let parts = String(decoding: address, as: UTF8.self).split(separator: "/")
    guard address.last == UInt8(ascii: "/"), parts.count > 1,
      let kind = kinds.first(where: { !$0.isPage && $0.folder == parts[0] })
    else { return false }
    var rest = parts.dropFirst()
    if kind.list.archive != nil, let year = rest.first, year.utf8.count == 4, Int(year) != nil {
      rest = rest.dropFirst()
      if rest.isEmpty { return true }
    }
    return rest.count == 2 && rest.first == further[...] && rest.last.flatMap { Int($0) } != nil
  }
}
