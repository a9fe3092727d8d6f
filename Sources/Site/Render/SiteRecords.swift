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
  /// For each kind its published articles in the order of its lists.
  let byKind: [[Int32]]
  /// For each published article its place in the list of its kind.
  let placeInList: [Int32]
  /// For each kind with an archive its articles by year, the newest first, in the order of its lists.
  let byYear: [[(year: Int, articles: [Int32])]]
  /// For each kind whether it has a feed of its own.
  let hasFeed: [Bool]
  /// For each kind and top-level field that is a choice, the published articles by choice, in display order.
  private let byChoice: [[String: [[Int32]]]]
  let today: CalendarDate
  let structuredData: StructuredData
  let facts: PageTypes.SiteFacts
  let checkers: [PageTypes.CheckerLink]
  let languages: PageLanguages

  init(
    _ index: SiteIndex, types: PageTypes, assets: [Asset], menus: Menus, policy: ContentPolicy,
    checkers: [PageTypes.CheckerLink], hasSearch: Bool, parsed: [ParsedArticle],
    languages: PageLanguages, today: CalendarDate, isPreview: Bool
  ) {
    self.types = types
    self.checkers = checkers
    self.languages = languages
    self.today = today
    configuration = index.configuration
    structuredData = StructuredData(index, assets)
    let kinds = index.configuration.kinds
    let hasFeed = ListPages.feeds(index.articles, kinds)
    self.hasFeed = hasFeed
    facts = PageTypes.SiteFacts(
      index.configuration,
      feedURL: AtomFeed.isEmpty(index)
        ? [] : Array(index.configuration.homePath.utf8) + Array(GeneratedPages.feedFile.utf8),
      kindFeedURLs: Dictionary(
        zip(kinds, hasFeed).filter { $1 }.map { kind, _ in
          (kind.name, index.basePath + Array(kind.feedPath.utf8))
        },
        uniquingKeysWith: { first, _ in first }),
      manifestURL: index.basePath + Array("/\(GeneratedPages.manifestFile)".utf8),
      contentPolicy: policy.forPages, isPreview: isPreview)
    let shelf = Shelf(zip(index.articles, parsed).map { Self.card($0, $1, index) })
    self.shelf = shelf
    self.menus = (
      MenuValues(menus.navigation, PageTypes.navigationEntry),
      MenuValues(menus.footer, PageTypes.menuItem)
    )
    byKind = ArticleOrder.byKind(index)
    var places = [Int32](repeating: 0, count: index.articles.count)
    for list in byKind {
      for (place, article) in list.enumerated() { places[Int(article)] = Int32(place) }
    }
    placeInList = places
    byYear = zip(byKind, kinds).map { articles, kind in
      guard kind.list.archive != nil else { return [] }
      var years: [Int: [Int32]] = [:]
      for number in articles {
        if let year = ListPages.year(of: index.articles[Int(number)], kind) {
          years[year, default: []].append(number)
        }
      }
      return years.sorted { $0.key > $1.key }.map { ($0.key, $0.value) }
    }
    let base = index.basePath
    let byKind = byKind
    byChoice = kinds.indices.map { Self.articlesByChoice(byKind[$0], kinds[$0], index) }
    site = types.site.value(
      of: PageTypes.SiteValues(
        configuration: index.configuration, homeURL: Array(index.configuration.homePath.utf8),
        assets: assets.map { base + $0.url },
        kinds: kinds.indices.filter { !kinds[$0].isPage }.map {
          PageTypes.KindSummary(
            kind: kinds[$0], url: base + Array(kinds[$0].path.utf8), count: byKind[$0].count)
        },
        checkerURL: checkers.isEmpty
          ? [] : base + Array(index.configuration.address(of: GeneratedPages.checkerURL).utf8),
        checkers: checkers,
        searchURL: hasSearch
          ? base + Array(index.configuration.address(of: GeneratedPages.searchURL).utf8) : [],
        articles: byKind.map { Cards(shelf: shelf, places: $0) },
        redFlags: Self.redFlagGroups(Array(index.redFlags.flags.indices), index),
        clinic: index.configuration.clinic.map { facts in
          PageTypes.ClinicValues(
            facts: facts, logoURL: SiteDesign.logo(facts, assets).map { base + $0.url } ?? [],
            bookingURL: facts.bookingURL.map { index.moved($0.bytes) } ?? [],
            sameAs: facts.sameAs.map { index.moved($0.bytes) },
            locations: facts.locations.map { Cards(shelf: shelf, places: byKind[$0]) },
            hours: ClinicHours(
              facts, places: facts.locations.map { byKind[$0].map { index.articles[Int($0)] } } ?? [], kinds),
            language: index.configuration.language)
        },
        analytics: index.configuration.analytics.map { facts in
          PageTypes.AnalyticsValues(
            facts: facts,
            scriptURL: SiteDesign.script(facts, assets).map { base + $0.url } ?? facts.script.bytes)
        }))
  }

  func cards(_ articles: [Int32]) -> Cards { Cards(shelf: shelf, places: articles) }

  /// The menus on the page at `url`.
  func menus(at url: [UInt8]) -> (navigation: Value, footer: Value) {
    let home = configuration.homePath.utf8.count
    return (menus.navigation.value(at: url, home: home), menus.footer.value(at: url, home: home))
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
    placeInList = other.placeInList
    byYear = other.byYear
    hasFeed = other.hasFeed
    byChoice = other.byChoice
    today = other.today
    structuredData = other.structuredData
    facts = other.facts
    checkers = other.checkers
    languages = other.languages
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

  private static func card(_ article: Article, _ parsed: ParsedArticle, _ index: SiteIndex) -> Record {
    let kind = index.configuration.kinds[article.kind]
    let urgency = LinkIndex.urgency(of: article, index.redFlags)
    return PageTypes.card.record(
      of: PageTypes.Card(
        article: article, kind: kind,
        details: CardDetail.all(
          of: kind, ClinicHours.fields(parsed.fields, of: article, in: index.configuration),
          language: index.configuration.language),
        urgency: urgency < index.careLevels.count ? index.careLevels[urgency] : nil,
        highlight: highlight(article, kind),
        programmeURL: Programme.url(of: article, index.configuration) ?? []))
  }

  private static func highlight(_ article: Article, _ kind: Kind) -> String {
    guard let place = kind.list.highlight?.value, place < article.fields.count,
      case .flag(true) = article.fields[place]
    else { return "" }
    return kind.fields[place].words
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
