import Mustache
import SiteModel
import YAML

/// The values that many pages share, made once: cards, navigation, the site's own record. A class for the same reason as
/// `Kind`.
package final class SiteRecords: Sendable {
  let types: PageTypes
  let configuration: SiteConfiguration
  /// For each article its card.
  let cards: [Value]
  /// The same, for lists.
  let shelf: Shelf
  let site: Value
  /// The navigation with none of its entries current, then with each in turn.
  private let navigation: [Value]
  private let navigationURLs: [[UInt8]]
  /// For each kind its published articles, by `order`, then title.
  let byKind: [[Int32]]
  /// For each kind and top-level field that is a choice, the published articles by choice, in display order.
  private let byChoice: [[String: [[Int32]]]]
  let today: CalendarDate
  let structuredData: StructuredData
  /// Empty when there is no feed.
  let feedURL: [UInt8]
  let manifestURL: [UInt8]

  init(
    _ index: SiteIndex, types: PageTypes, assets: [Asset], navigation entries: [NavigationTarget],
    hasChecker: Bool, hasSearch: Bool,
    today: CalendarDate
  ) {
    self.types = types
    self.today = today
    configuration = index.configuration
    structuredData = StructuredData(index)
    feedURL = AtomFeed.isEmpty(index) ? [] : index.basePath + Array("/\(GeneratedPages.feedFile)".utf8)
    manifestURL = index.basePath + Array("/\(GeneratedPages.manifestFile)".utf8)
    let kinds = index.configuration.kinds
    let records = index.articles.map { Self.card($0, index) }
    cards = records.map { .record($0) }
    let shelf = Shelf(records)
    self.shelf = shelf
    byKind = Self.articlesByKind(index)
    navigationURLs = entries.map(\.url)
    navigation = (-1..<entries.count).map { current in
      .list(
        entries.enumerated().map { place, entry in
          .record(
            Record(
              PageTypes.navigationEntry,
              filling: [
                ("title", .text(entry.title)), ("url", .text(entry.url)),
                ("is-current", .flag(place == current)),
              ]))
        })
    }
    let base = index.basePath
    let listed = kinds.indices.filter { !kinds[$0].isPage }
    let byKind = byKind
    byChoice = kinds.indices.map { Self.articlesByChoice(byKind[$0], kinds[$0], index) }
    site = .record(
      Record(
        types.site,
        filling: [
          ("name", .text(Array(index.configuration.name.utf8))),
          ("description", .text(Array(index.configuration.description.utf8))),
          ("origin", .text(Array(index.configuration.origin.utf8))),
          ("home-url", .text(base + [UInt8(ascii: "/")])),
          ("assets", .record(Record(types.assets, assets.map { .text(base + $0.url) }))),
          (
            "kinds",
            .list(
              listed.map { kind in
                .record(
                  Record(
                    PageTypes.kindSummary,
                    filling: [
                      ("name", .text(Array(kinds[kind].name.utf8))),
                      ("title", .text(Array(kinds[kind].title.utf8))),
                      ("summary", .text(Array(kinds[kind].summary.utf8))),
                      ("url", .text(base + Array(kinds[kind].path.utf8))),
                      ("count", .text(Array(String(byKind[kind].count).utf8))),
                    ]))
              })
          ),
          ("checker-url", .text(hasChecker ? base + Array(GeneratedPages.checkerURL.utf8) : [])),
          ("search-url", .text(hasSearch ? base + Array(GeneratedPages.searchURL.utf8) : [])),
          (
            "articles",
            .record(
              Record(
                types.siteArticles,
                filling: kinds.indices.map { (kinds[$0].name, .picks(shelf, byKind[$0])) }))
          ),
          ("red-flags", .list(Self.redFlagGroups(Array(index.redFlags.flags.indices), index))),
        ]))
  }

  /// The navigation on the page at `url`: an entry is current on its own page and on those below it.
  func navigation(at url: [UInt8]) -> Value {
    if let exact = navigationURLs.firstIndex(of: url) { return navigation[exact + 1] }
    let home = configuration.basePath.utf8.count + 1
    let above = navigationURLs.firstIndex { $0.count > home && url.starts(with: $0) }
    return navigation[(above ?? -1) + 1]
  }

  private static func articlesByKind(_ index: SiteIndex) -> [[Int32]] {
    let titles = index.articles.map { SiteIndexBuilder.folded($0.title) }
    var byKind = index.configuration.kinds.map { _ in [Int32]() }
    for (number, article) in index.articles.enumerated() where article.isPublished {
      byKind[article.kind].append(Int32(number))
    }
    for kind in byKind.indices {
      byKind[kind].sort { left, right in
        let (a, b) = (Int(left), Int(right))
        let (first, second) = (index.articles[a].order ?? .max, index.articles[b].order ?? .max)
        if first != second { return first < second }
        if titles[a] != titles[b] { return titles[a].lexicographicallyPrecedes(titles[b]) }
        return left < right
      }
    }
    return byKind
  }

  private static func articlesByChoice(_ articles: [Int32], _ kind: Kind, _ index: SiteIndex) -> [String:
    [[Int32]]]
  {
    var all: [String: [[Int32]]] = [:]
    for (slot, field) in kind.fields.enumerated() {
      guard case .choice(let names) = field.type.shown else { continue }
      var groups = names.map { _ in [Int32]() }
      for article in articles {
        if case .choice(let choice) = index.articles[Int(article)].fields[slot] {
          groups[choice].append(article)
        }
      }
      all[field.name] = groups
    }
    return all
  }

  /// The articles of a kind that made one choice in a field; none for a field inside a group.
  func articles(of kind: Int, choosing choice: Int, in field: String) -> [Int32] {
    byChoice[kind][field]?[choice] ?? []
  }

  private init(_ other: SiteRecords, shelf: Shelf) {
    types = other.types
    configuration = other.configuration
    cards = other.cards
    self.shelf = shelf
    site = other.site
    navigation = other.navigation
    navigationURLs = other.navigationURLs
    byKind = other.byKind
    byChoice = other.byChoice
    today = other.today
    structuredData = other.structuredData
    feedURL = other.feedURL
    manifestURL = other.manifestURL
  }

  /// The same with what `bodies` show of the cards prepared.
  func preparingCards(_ bodies: [SharedBody], workers: Workers) async throws -> SiteRecords {
    let run = 256
    let shelf = shelf
    let count = cards.count
    let parts = try await workers.map((count + run - 1) / run, runLength: 1, start: ()) { _, number in
      shelf.part(number * run..<min(count, (number + 1) * run), bodies: bodies)
    }
    return SiteRecords(self, shelf: Shelf(shelf, parts))
  }

  private static func card(_ article: Article, _ index: SiteIndex) -> Record {
    let kind = index.configuration.kinds[article.kind]
    let urgency = LinkIndex.urgency(of: article, index.redFlags)
    let level = urgency < index.careLevels.count ? index.careLevels[urgency] : nil
    return Record(
      PageTypes.card,
      filling: [
        ("title", .text(article.title)), ("url", .text(article.url)), ("summary", .text(article.summary)),
        ("kind", .text(Array(kind.name.utf8))), ("kind-title", .text(Array(kind.title.utf8))),
        ("id", .text(article.id)), ("urgency", .text(Array((level?.name ?? "").utf8))),
        ("urgency-heading", .text(Array((level?.heading ?? "").utf8))),
      ])
  }

  /// Flags by care level, most urgent first; a level without flags is left out.
  static func redFlagGroups(_ flags: [Int], _ index: SiteIndex) -> [Value] {
    index.careLevels.compactMap { level -> Value? in
      let own = flags.map { index.redFlags.flags[$0] }.filter { $0.level == level.name }
      guard !own.isEmpty else { return nil }
      return .record(
        Record(
          PageTypes.redFlagGroup,
          filling: [
            ("level", .text(Array(level.name.utf8))), ("heading", .text(Array(level.heading.utf8))),
            ("is-emergency", .flag(level.name == CareHeading.names[0])),
            (
              "flags",
              .list(
                own.map {
                  .record(
                    Record(
                      PageTypes.redFlag,
                      filling: [("id", .text(Array($0.id.utf8))), ("text", .text(Array($0.text.utf8)))]))
                })
            ),
          ]))
    }
  }
}
