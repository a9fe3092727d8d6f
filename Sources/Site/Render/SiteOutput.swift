import Files
import Mustache
import SiteModel
import Text

/// Every file of a checked site, each made when it is asked for: publishing asks for all, the preview for what
/// somebody looks at.
package struct SiteOutput: Sendable {
  package let site: CheckedSite
  package let templates: SiteTemplates
  private(set) var shared: SharedRecords
  package let source: SourceFolder
  let photographs: PhotographMaker
  /// The site in its other languages.
  package private(set) var editions: [SiteOutput]

  /// What follows from names, front matter and pictures alone, and stays as it is while only texts change.
  package struct SharedRecords: Sendable {
    fileprivate(set) var records: SiteRecords
    let neighbours: RelatedArticles.Neighbours
    /// Those of the site in its other languages.
    let editions: [SharedRecords]

    /// `isPreview` for pages that only those who write see.
    package init(_ site: CheckedSite, isPreview: Bool = false) {
      let languages = PageLanguages(site)
      self.init(
        site, languages, isPreview,
        editions: site.editions.map { SharedRecords($0, languages, isPreview, editions: []) })
    }

    private init(
      _ site: CheckedSite, _ languages: PageLanguages, _ isPreview: Bool, editions: [SharedRecords]
    ) {
      self.editions = editions
      let named = site.named
      records = SiteRecords(
        named.index, types: named.design.types, assets: named.design.assets,
        menus: named.menus, policy: ContentPolicy(named),
        checkers: CheckerPage.links(to: site.checkers.checkers, named.index),
        hasSearch: named.design.templates?.search != nil, parsed: site.parsed, languages: languages,
        today: named.today, isPreview: isPreview)
      neighbours = RelatedArticles.Neighbours(named.index, named.links)
    }
  }

  /// Nil when templates have errors.
  package init?(
    _ site: CheckedSite, source: SourceFolder, shared: SharedRecords? = nil, photographs: PhotographMaker
  ) {
    guard let templates = site.named.design.templates else { return nil }
    self.site = site
    self.templates = templates
    self.source = source
    self.photographs = photographs
    let shared = shared ?? SharedRecords(site)
    self.shared = shared
    editions = zip(site.editions, shared.editions).compactMap {
      SiteOutput($0, source: source, shared: $1, photographs: photographs)
    }
  }

  /// The same, with each card shown once in every way that templates show it: worth it for who renders the whole site.
  func preparingCards(_ workers: Workers) async throws -> SiteOutput {
    var prepared = self
    prepared.shared.records = try await records.preparingCards(templates.cardBodies, workers: workers)
    for number in editions.indices {
      prepared.editions[number] = try await editions[number].preparingCards(workers)
    }
    return prepared
  }

  package var index: SiteIndex { site.named.index }
  package var records: SiteRecords { shared.records }
  package var configuration: SiteConfiguration { index.configuration }
  /// What Limber itself writes into pages.
  var words: Words { site.named.design.words(in: configuration.language) }

  /// Everything but the articles' pages and the search, in this language.
  package func files() -> [SiteFile] { fileGroups.flatMap { $0() } }

  /// The same in groups, so that looking for one file need not list all.
  package var fileGroups: [() -> [SiteFile]] {
    if site.edition != nil {
      // All else is there once for all languages.
      return [
        listFiles, checkerFiles, programmeFiles, drawingFiles, feedFiles, redirectFiles, withdrawnFiles,
      ]
    }
    return [
      assetFiles, listFiles, checkerFiles, programmeFiles, usedFiles, rootFiles, machineFiles,
      redirectFiles, withdrawnFiles,
    ]
  }

  /// The folder of a published article's page, relative to the output folder; empty for the home page.
  package func folder(of article: Article) -> String {
    let start = configuration.basePath.utf8.count + 1
    return article.url.count == start
      ? "" : String(decoding: article.url[start...].dropLast(), as: UTF8.self)
  }

  /// The folders in which those of articles lie, each after the one that it is in.
  var parentFolders: [String] {
    var folders: Set<String> = []
    for article in index.articles where article.hasPage {
      var parent = String(PathText.folder(of: folder(of: article)))
      while !parent.isEmpty, folders.insert(parent).inserted { parent = String(PathText.folder(of: parent)) }
    }
    return folders.sorted()
  }

  var orderOfText: OrderOfText { OrderOfText(links: site.named.links, parsed: site.parsed) }

  var articlePage: ArticlePage {
    ArticlePage(
      index: index, links: site.named.links, records: records, backlinks: site.backlinks, parsed: site.parsed,
      staleTranslations: site.staleTranslations, facts: templates.facts,
      used: templates.used)
  }

  /// Renders articles' pages one after another. One for each worker, since its buffers are reused.
  package struct PageRenderer {
    private let page: ArticlePage
    private let output: SiteOutput
    private var related: RelatedArticles
    private let homeLength: Int

    package init(_ output: SiteOutput) {
      self.output = output
      page = output.articlePage
      related = RelatedArticles(output.shared.neighbours)
      homeLength = output.configuration.homePath.utf8.count
    }

    /// The articles that share most with one.
    mutating func related(to number: Int) -> [Int32] { related.related(to: number) }

    /// Appends the page of a published article.
    package mutating func render(_ number: Int, into bytes: inout [UInt8]) {
      render(number, related: related(to: number), into: &bytes)
    }

    /// The same for who knows what is related.
    func render(_ number: Int, related: [Int32], into bytes: inout [UInt8]) {
      let article = output.index.articles[number]
      let isHome = article.url.count == homeLength
      let record = page.record(
        number, output.site.parsed[number], related: related,
        isHome ? page.used.home : page.used.articles[article.kind])
      let template = isHome ? output.templates.home : output.templates.articles[article.kind]
      template.render(record, into: &bytes)
    }
  }
}
