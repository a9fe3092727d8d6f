import Diagnostics
import Markdown
import Mustache
import SymptomTree

/// A site of which everything is known and every check was made: what is left is to render and to publish it.
struct CheckedSite: Sendable {
  let index: SiteIndex
  let links: LinkIndex
  let parsed: [ParsedArticle]
  let backlinks: [[Int32]]
  let types: PageTypes
  /// Nil when templates have errors.
  let templates: SiteTemplates?
  let assets: [Asset]
  let navigation: [NavigationTarget]
  let checkers: CheckerStage
  let options: BuildOptions

  /// The stages parse, index and check.
  static func check(
    _ reading: SourceReading, source: SourceFolder, options: BuildOptions, workers: Workers,
    progress: BuildProgress,
    into report: inout BuildReport
  ) async throws -> CheckedSite? {
    let configuration = reading.configuration
    let assets = try AssetReader.read(reading.tree.assets, from: source, into: &report.diagnostics)
    let types = PageTypes(configuration, assetNames: assets.map(\.name))
    let templates = try SiteTemplates.read(
      reading.tree, from: source, types: types, kinds: configuration.kinds,
      hasChecker: !reading.checkers.isEmpty,
      into: &report.diagnostics)
    let hasSearch = SearchPage.isWanted(reading.tree, configuration.kinds)
    let index = SiteIndexBuilder.build(
      configuration: configuration, articles: reading.articles, files: reading.files,
      references: reading.references,
      redFlags: reading.redFlags, careLevels: reading.careLevels,
      generated: ["/404.html", "/sitemap.xml", "/robots.txt"] + machineAddresses
        + checkerAddresses(reading.checkers) + (hasSearch ? [SearchPage.path] : [])
        + assets.map { String(decoding: $0.url, as: UTF8.self) },
      into: &report.diagnostics)
    let links = LinkIndex(index, into: &report.diagnostics)
    let navigation = Navigation.resolve(
      index, hasChecker: !reading.checkers.isEmpty, hasSearch: hasSearch, into: &report.diagnostics)
    let defaults = articleOptions(index, templates)
    let parsed = try await parse(
      index, reading.sources, defaults: defaults, workers: workers, progress: progress)
    // Drafts are read for what they use, but their text is their author's business until it is published.
    for (number, article) in parsed.enumerated() where index.articles[number].isPublished {
      report.diagnostics += article.diagnostics
    }
    let backlinks = Backlinks.build(index, links, parsed)
    report.diagnostics += try await FragmentCheck(
      index: index, parsed: parsed, sources: reading.sources, defaults: defaults
    ).run(workers)
    report.diagnostics += RedFlagCheck.run(index)
    let checkers = try CheckerStage(
      index, links, parsed: parsed, files: reading.checkers, labels: defaults.labels, from: source,
      today: options.today)
    report.diagnostics += checkers.diagnostics
    report.diagnostics += UseCheck(
      index: index, links: links, parsed: parsed, backlinks: backlinks, navigation: navigation.articles,
      checkerFiles: checkers.usedFiles
    ).run()
    report.review = ReviewCheck.run(index, today: options.today, into: &report.diagnostics)
    return CheckedSite(
      index: index, links: links, parsed: parsed, backlinks: backlinks, types: types, templates: templates,
      assets: assets, navigation: navigation.entries, checkers: checkers, options: options)
  }

  private static let machineAddresses = [
    AtomFeed.file, WebManifest.file, HostFiles.headersFile, HostFiles.redirectsFile,
  ].map { "/" + $0 }

  private static func checkerAddresses(_ checkers: [CheckerFiles]) -> [String] {
    guard !checkers.isEmpty else { return [] }
    let folder = Navigation.checkerURL
    return [folder, folder + TreeSchema.fileName] + checkers.map { "\(folder)\($0.id).json" }
      + (checkers.count > 1 ? checkers.map { "\(folder)\($0.id)/" } : [])
  }

  /// What holds for the Markdown of every article.
  private static func articleOptions(_ index: SiteIndex, _ templates: SiteTemplates?) -> ArticleOptions {
    var options = ArticleOptions(file: "")
    options.rawHTML = index.configuration.allowsRawHTML
    options.maximumBytes = index.configuration.maximumArticleBytes
    options.labels.emergencyHeading = index.careLevels[0].heading
    options.reservedIdentifiers = templates?.identifiers ?? []
    options.countsWords = false
    return options
  }

  private static func parse(
    _ index: SiteIndex, _ sources: [[UInt8]], defaults: ArticleOptions, workers: Workers,
    progress: BuildProgress
  ) async throws -> [ParsedArticle] {
    try await workers.map(index.articles.count, start: ArticleParser(index, defaults: defaults)) {
      parser, number in
      progress.advance()
      return index.articles[number].state == .faulty ? ParsedArticle() : parser.parse(number, sources[number])
    }
  }

  /// Articles, lists of kinds, the home page and the page for what does not exist.
  var pageCount: Int {
    let published = index.articles.count { $0.isPublished }
    let lists = index.configuration.kinds.count { !$0.isPage }
    return published + lists + (hasHomeArticle ? 0 : 1) + 1 + checkers.checkers.count
  }

  var hasHomeArticle: Bool {
    guard let page = index.configuration.kinds.firstIndex(where: \.isPage) else { return false }
    return index.ids[page]["index".utf8].map { index.articles[$0].isPublished } ?? false
  }
}
