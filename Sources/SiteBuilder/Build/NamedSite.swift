import Diagnostics
import Markdown
import SymptomTree
import YAML

/// The stage index: every name of the site and where relations lead, all that follows from front matter and
/// settings before any text is parsed.
struct NamedSite: Sendable {
  let design: SiteDesign
  let index: SiteIndex
  let links: LinkIndex
  /// The navigation's entries, and the articles among them.
  let navigation: (entries: [NavigationTarget], articles: Set<Int>)
  /// The article whose headings are the words that the site explains.
  let glossary: Int?
  /// What holds for the Markdown of every article.
  let defaults: ArticleOptions
  let today: CalendarDate
  let diagnostics: [Diagnostic]

  init(_ reading: SourceReading, design: SiteDesign, today: CalendarDate) {
    var found: [Diagnostic] = []
    self.design = design
    self.today = today
    let hasChecker = !reading.checkers.isEmpty
    let hasSearch = SearchPage.isWanted(reading.tree, reading.configuration.kinds)
    index = SiteIndexBuilder.build(
      configuration: reading.configuration, articles: reading.articles, files: reading.files,
      references: reading.references, redFlags: reading.redFlags, careLevels: reading.careLevels,
      generated: ["/404.html", "/sitemap.xml", "/robots.txt"] + Self.machineAddresses
        + Self.checkerAddresses(reading.checkers) + (hasSearch ? [SearchPage.path] : [])
        + Programme.addresses(of: reading.articles, reading.configuration)
        + design.assets.map { String(decoding: $0.url, as: UTF8.self) },
      into: &found)
    links = LinkIndex(index, into: &found)
    navigation = Navigation.resolve(
      index, hasChecker: hasChecker, hasSearch: hasSearch, into: &found)
    glossary = ProseCheck.glossary(index, into: &found)
    var options = ArticleOptions(file: "")
    options.rawHTML = index.configuration.allowsRawHTML
    options.maximumBytes = index.configuration.maximumArticleBytes
    options.labels.emergencyHeading = index.careLevels[0].heading
    options.reservedIdentifiers = design.templates?.identifiers ?? []
    options.countsWords = false
    defaults = options
    diagnostics = found
  }

  /// Whether nothing has a different name or relation: both come from one making.
  func isSame(as other: NamedSite) -> Bool { index === other.index }

  private static let machineAddresses = [
    AtomFeed.file, WebManifest.file, HostFiles.headersFile, HostFiles.redirectsFile,
  ].map { "/" + $0 }

  private static func checkerAddresses(_ checkers: [CheckerFiles]) -> [String] {
    guard !checkers.isEmpty else { return [] }
    let folder = Navigation.checkerURL
    return [folder, folder + TreeSchema.fileName] + checkers.map { "\(folder)\($0.id).json" }
      + (checkers.count > 1 ? checkers.map { "\(folder)\($0.id)/" } : [])
  }
}
