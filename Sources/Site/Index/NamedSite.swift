import Diagnostics
import Markdown
import SiteModel
import SymptomTree
import YAML

/// The stage index: every name of the site and where relations lead, all that follows from front matter and
/// settings before any text is parsed.
package struct NamedSite: Sendable {
  package let design: SiteDesign
  package let index: SiteIndex
  package let links: LinkIndex
  package let menus: Menus
  /// The article whose headings are the words that the site explains.
  package let glossary: Int?
  /// What holds for the Markdown of every article.
  package let defaults: ArticleOptions
  package let today: CalendarDate
  /// Of names and addresses, relations and names that are linked nowhere excepted.
  private let nameDiagnostics: [Diagnostic]
  private let nameWarnings: [Diagnostic]
  private let settingDiagnostics: [Diagnostic]

  /// Of names and addresses alone.
  var diagnosticsOfNames: [Diagnostic] { nameDiagnostics + nameWarnings }

  package var diagnostics: [Diagnostic] {
    nameDiagnostics + nameWarnings + settingDiagnostics + links.diagnostics.values.joined()
  }

  /// The site in its own language; `editions` are those in others.
  package init(
    _ reading: SourceReading, design: SiteDesign, today: CalendarDate, editions: [Edition] = []
  ) {
    let (hasSearch, checkers) = (Self.hasSearch(reading), reading.checkers)
    self.init(
      LanguageParts(reading), reading, design: design, today: today,
      others: editions.flatMap {
        $0.addresses + Self.generated($0.configuration, checkers, hasSearch: hasSearch)
      })
  }

  /// The site in one of its other languages.
  init(_ edition: Edition, of reading: SourceReading, design: SiteDesign, today: CalendarDate) {
    self.init(
      LanguageParts(edition), reading, design: design.translated(into: edition.language), today: today)
  }

  /// What a site is made of that differs between its languages.
  private struct LanguageParts {
    let configuration: SiteConfiguration
    let articles: [Article]
    let redFlags: RedFlags
    let careLevels: [CareHeading]
    let files: [ContentFile]

    init(_ reading: SourceReading) {
      (configuration, articles) = (reading.configuration, reading.articles)
      (redFlags, careLevels, files) = (reading.redFlags, reading.careLevels, reading.files)
    }

    init(_ edition: Edition) {
      (configuration, articles) = (edition.configuration, edition.articles)
      (redFlags, careLevels, files) = (edition.redFlags, edition.careLevels, edition.files)
    }
  }

  private static func hasSearch(_ reading: SourceReading) -> Bool {
    SiteTemplates.hasSearch(reading.tree, reading.configuration.kinds)
  }

  /// The pages and files that a build makes of no article in each language.
  private static func generated(
    _ configuration: SiteConfiguration, _ checkers: [CheckerFiles], hasSearch: Bool
  ) -> [String] {
    let pages =
      ["/" + GeneratedPages.notFoundFile] + checkerAddresses(checkers)
      + (hasSearch ? [GeneratedPages.searchURL] : [])
    return pages.map(configuration.address)
  }

  private init(
    _ names: LanguageParts, _ reading: SourceReading, design: SiteDesign, today: CalendarDate,
    others: [String] = []
  ) {
    var found: [Diagnostic] = []
    self.design = design
    self.today = today
    let hasChecker = !reading.checkers.isEmpty
    let hasSearch = Self.hasSearch(reading)
    let made = SiteIndexBuilder.build(
      configuration: names.configuration, articles: names.articles, files: names.files,
      references: reading.references, redFlags: names.redFlags, careLevels: names.careLevels,
      strays: reading.strays,
      generated: Self.generated(names.configuration, reading.checkers, hasSearch: hasSearch)
        + ["/sitemap.xml", "/robots.txt"] + GeneratedPages.machineURLs
        + Programme.addresses(of: names.articles, names.configuration)
        + design.assets.map { String(decoding: $0.url, as: UTF8.self) } + others,
      rootFiles: design.rootFiles, showsListPages: design.templates?.showsListPages ?? true)
    (index, nameDiagnostics, nameWarnings) = (made.index, made.diagnostics, made.nameWarnings)
    links = LinkIndex(index)
    menus = Menus(
      index, hasChecker: hasChecker, hasSearch: hasSearch,
      words: design.words(in: index.configuration.language),
      into: &found)
    glossary = Glossary.article(index, into: &found)
    settingDiagnostics = found + ListPages.emptyFeeds(index) + RelationNotes.unshown(index, design.templates)
    var options = ArticleOptions(file: "")
    options.rawHTML = index.configuration.allowsRawHTML
    options.sources = index.configuration.sources
    options.frameScript = design.frameScript
    options.maximumBytes = index.configuration.maximumArticleBytes
    options.labels = design.words(in: index.configuration.language).labels
    options.labels.emergencyHeading = index.careLevels[0].heading
    options.reservedIdentifiers = design.templates?.identifiers ?? []
    defaults = options
  }

  /// The same site after nothing but the files of the articles at `changed` changed, if these have the relations,
  /// addresses and states that they had: titles, synonyms, summaries and the like may differ. Nil otherwise.
  package init?(_ old: NamedSite, _ reading: SourceReading, changed: [Int]) {
    guard old.index.articles.count == reading.articles.count,
      changed.allSatisfy({
        let article = old.index.articles[$0]
        return Self.hasSameNames(
          article, reading.articles[$0], old.index.configuration.kinds[article.kind])
      })
    else { return nil }
    design = old.design
    today = old.today
    defaults = old.defaults
    nameDiagnostics = old.nameDiagnostics
    let made = SiteIndexBuilder.rename(old.index, to: reading.articles)
    (index, nameWarnings) = (made.index, made.nameWarnings)
    links = LinkIndex(old.links, index, renamed: changed)
    var found: [Diagnostic] = []
    let hasSearch = SiteTemplates.hasSearch(reading.tree, reading.configuration.kinds)
    menus = Menus(
      index, hasChecker: !reading.checkers.isEmpty, hasSearch: hasSearch,
      words: design.words(in: index.configuration.language),
      into: &found)
    glossary = Glossary.article(index, into: &found)
    settingDiagnostics = found + ListPages.emptyFeeds(index) + RelationNotes.unshown(index, design.templates)
  }

  private static func hasSameNames(_ old: Article, _ new: Article, _ kind: Kind) -> Bool {
    func texts(_ list: [PlacedText]?) -> [[UInt8]]? { list?.map(\.bytes) }
    // Where a redirect stands is part of what is reported of it.
    return old.file == new.file && old.state == new.state && old.state != .faulty && old.redirects.isEmpty
      && new.redirects.isEmpty && old.order == new.order && (old.updated == nil) == (new.updated == nil)
      && texts(old.redFlags) == texts(new.redFlags)
      && old.relations.map(texts) == new.relations.map(texts)
      && ListPages.year(of: old, kind) == ListPages.year(of: new, kind)
  }

  /// Whether nothing has a different name or relation: both come from one making.
  package func isSame(as other: NamedSite) -> Bool { index === other.index }

  private static func checkerAddresses(_ checkers: [CheckerFiles]) -> [String] {
    guard !checkers.isEmpty else { return [] }
    let folder = GeneratedPages.checkerURL
    return [folder, folder + TreeSchema.fileName] + checkers.map { "\(folder)\($0.id).json" }
      + (checkers.count > 1 ? checkers.map { "\(folder)\($0.id)/" } : [])
  }
}
