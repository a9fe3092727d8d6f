import Files
import Mustache

extension SiteOutput {
  /// A page for each article that has a programme.
  func programmeFiles() -> [SiteFile] {
    guard Programme.isWanted(configuration) else { return [] }
    let page = articlePage
    let start = index.basePath.count + 1
    return index.articles.indices.compactMap { number in
      let article = index.articles[number]
      guard let template = templates.programmes[article.kind],
        let url = Programme.url(of: article, configuration)
      else { return nil }
      return SiteFile(
        String(decoding: url.dropFirst(start), as: UTF8.self) + "index.html", article: number
      ) {
        () throws(FileFailure) in
        var bytes: [UInt8] = []
        if let programme = page.programmeRecord(number) {
          template.render(programme.record, into: &bytes)
        }
        return bytes
      }
    }
  }
}
