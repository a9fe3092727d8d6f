import Diagnostics
import Mustache
import SiteModel

/// What each template may use: every name with its type, its meaning and what fills it. What is the same for all sites
/// stands in the extensions; kinds, fields and assets add the names that they bring.
package struct PageTypes: Sendable {
  /// For each kind, what its template gets.
  let articles: [RecordLayout<ArticleValues>]
  /// The home page: what a `page` gets.
  let home: RecordLayout<ArticleValues>
  let index: RecordLayout<IndexValues>
  let notFound: RecordLayout<PageValues>
  let withdrawn: RecordLayout<PageValues>
  let checker: RecordLayout<CheckerValues>
  let search: RecordLayout<SearchValues>
  let site: RecordLayout<SiteValues>

  init(_ configuration: SiteConfiguration, assetNames: [String]) {
    site = Self.site(configuration, assetNames: assetNames)
    let site = site.type
    articles = configuration.kinds.indices.map { Self.article($0, of: configuration, site: site) }
    home =
      configuration.kinds.firstIndex(where: \.isPage).map { [articles] in articles[$0] }
      ?? Self.article(nil, of: configuration, site: site)
    index = RecordLayout("index", Self.pageNames(site: site) + Self.indexNames)
    notFound = RecordLayout("404", Self.pageNames(site: site))
    withdrawn = RecordLayout(GeneratedPages.withdrawnTemplate, Self.pageNames(site: site))
    checker = RecordLayout("checker", Self.pageNames(site: site) + Self.checkerNames)
    search = RecordLayout("search", Self.pageNames(site: site) + Self.searchNames)
  }

  /// A home page that no article was written for: what every page has, and nothing else.
  func home(of page: PageValues) -> Record {
    let record = notFound.record(of: page)
    return Record(
      home.type,
      home.type.fields.map { field in notFound.type.slot(of: field.name).map { record.values[$0] } ?? .none })
  }
}

extension SiteConfiguration {
  /// Reads `site.yaml`, whose fields and relations have none of the names that every article's page has, nor a field of
  /// what programmes collect one that every part has.
  package static func read(_ bytes: [UInt8], into diagnostics: inout [Diagnostic]) -> SiteConfiguration? {
    read(
      bytes, reserving: PageTypes.reservedNames, inParts: Set(Programme.partNames.map(\.field.name)),
      into: &diagnostics)
  }
}
