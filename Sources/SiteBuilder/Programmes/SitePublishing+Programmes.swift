import Mustache

extension SitePublishing {
  /// A page for each article that has a programme.
  func writeProgrammes(
    _ templates: SiteTemplates, _ page: ArticlePage, _ publisher: Publisher
  ) throws(FileFailure) -> Int {
    var written = 0
    var bytes: [UInt8] = []
    for number in site.index.articles.indices {
      guard let template = templates.programmes[site.index.articles[number].kind],
        let programme = page.programmeRecord(number)
      else { continue }
      bytes.removeAll(keepingCapacity: true)
      template.render(programme.record, into: &bytes)
      let folder = String(decoding: programme.url.dropFirst(site.index.basePath.count + 1), as: UTF8.self)
      if try publisher.write(bytes, makingFoldersFor: folder + "index.html") { written += 1 }
    }
    return written
  }
}
