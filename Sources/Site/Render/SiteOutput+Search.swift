import Search

extension SiteOutput {
  package var hasSearch: Bool { templates.search != nil }

  /// The search pages, and what they load.
  package func searchFiles(_ search: SearchFiles) -> [SiteFile] {
    guard let template = templates.search else { return [] }
    let pages = SearchPage(site: site, records: records, search: search).files(template)
    return (search.files + pages).map { SiteFile($0.place, $0.bytes) }
  }
}
