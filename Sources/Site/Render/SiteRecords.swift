import Mustache
import SiteModel
import Text
import YAML

/// The values that many pages share, made once: cards, menus, the site's own record. A class for the same reason as
/// `Kind`.
package final class SiteRecords: Sendable {
  let types: PageTypes
  let configuration: SiteConfiguration
  /// For each article its card.
  let shelf: Shelf
  let site: Value
  private let menus: (navigation: MenuValues, footer: MenuValues)
  /// For each kind its published articles, by `order`, then title.
  let byKind: [[Int32]]
  /// For each kind and top-level field that is a choice, the published articles by choice, in display order.
  private let byChoice: [[String: [[Int32]]]]
  let today: CalendarDate
  let structuredData: StructuredData
  let facts: PageTypes.SiteFacts

  init(
    _ index: SiteIndex, types: PageTypes, assets: [Asset], menus: Menus,
    hasChecker: Bool, hasSearch: Bool,
    today: CalendarDate
  ) {
    self.types = types
    self.today = today
    configuration = index.configuration
    structuredData = StructuredData(index, assets)
    facts = PageTypes.SiteFacts(
      index.configuration,
      feedURL: AtomFeed.isEmpty(index) ? [] : index.basePath + Array("/\(GeneratedPages.feedFile)".utf8),
      manifestURL: index.basePath + Array("/\(GeneratedPages.manifestFile)".utf8),
      contentPolicy: ContentPolicy.forPages)
    let kinds = index.configuration.kinds
    let shelf = Shelf(index.articles.map { Self.card($0, index) })
    self.shelf = shelf
    byKind = Self.articlesByKind(index)
    self.menus = (
      MenuValues(menus.navigation, PageTypes.navigationEntry),
      MenuValues(menus.footer, PageTypes.menuItem)
    )
    let base = index.basePath
    let byKind = byKind
    byChoice = kinds.indices.map { Self.articlesByChoice(byKind[$0], kinds[$0], index) }
    site = types.site.value(
      of: PageTypes.SiteValues(
        configuration: index.configuration, homeURL: base + [UInt8(ascii: "/")],
        assets: assets.map { base + $0.url },
        kinds: kinds.indices.filter { !kinds[$0].isPage }.map {
          PageTypes.KindSummary(
            kind: kinds[$0], url: base + Array(kinds[$0].path.utf8), count: byKind[$0].count)
        },
        checkerURL: hasChecker ? base + Array(GeneratedPages.checkerURL.utf8) : [],
        searchURL: hasSearch ? base + Array(GeneratedPages.searchURL.utf8) : [],
        articles: byKind.map { Cards(shelf: shelf, places: $0) },
        redFlags: Self.redFlagGroups(Array(index.redFlags.flags.indices), index),
        clinic: index.configuration.clinic.map { facts in
          PageTypes.ClinicValues(
            facts: facts, logoURL: SiteDesign.logo(facts, assets).map { base + $0.url } ?? [],
            bookingURL: facts.bookingURL.map { index.moved($0.bytes) } ?? [],
            sameAs: facts.sameAs.map { index.moved($0.bytes) },
            locations: facts.locations.map { Cards(shelf: shelf, places: byKind[$0]) },
            language: index.configuration.language)
        }))
  }

  func cards(_ articles: [Int32]) -> Cards { Cards(shelf: shelf, places: articles) }

  /// The menus on the page at `url`.
  func menus(at url: [UInt8]) -> (navigation: Value, footer: Value) {
    let home = configuration.basePath.utf8.count + 1
    return (menus.navigation.value(at: url, home: home), menus.footer.value(at: url, home: home))
  }

  private static func articlesByKind(_ index: SiteIndex) -> [[Int32]] {
    let collation = Collation(language: index.configuration.language)
    let titles = index.articles.map { collation.key(of: $0.title) }
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
    self.shelf = shelf
    site = other.site
    menus = other.menus
    byKind = other.byKind
    byChoice = other.byChoice
    today = other.today
    structuredData = other.structuredData
    facts = other.facts
  }

  /// The same with what `bodies` show of the cards prepared.
  func preparingCards(_ bodies: [SharedBody], workers: Workers) async throws -> SiteRecords {
    let run = 256
    let shelf = shelf
    let count = shelf.records.count
    let parts = try await workers.map((count + run - 1) / run, runLength: 1, start: ()) { _, number in
      shelf.part(number * run..<min(count, (number + 1) * run), bodies: bodies)
    }
    return SiteRecords(self, shelf: Shelf(shelf, parts))
  }

  private static func card(_ article: Article, _ index: SiteIndex) -> Record {
    let urgency = LinkIndex.urgency(of: article, index.redFlags)
    return PageTypes.card.record(
      of: PageTypes.Card(
        article: article, kind: index.configuration.kinds[article.kind],
        urgency: urgency < index.careLevels.count ? index.careLevels[urgency] : nil))
  }

  /// Flags by care level, most urgent first; a level without flags is left out.
  static func redFlagGroups(_ flags: [Int], _ index: SiteIndex) -> [PageTypes.RedFlagGroup] {
    if flags.isEmpty { return [] }
    return index.careLevels.compactMap { level in
      let own = flags.map { index.redFlags.flags[$0] }.filter { $0.level == level.name }
      return own.isEmpty ? nil : PageTypes.RedFlagGroup(level: level, flags: own)
    }
  }
}
