import Files
import Mustache
import SiteModel
import YAML

extension SiteOutput {
  /// The lists of kinds, the home page of a site that wrote none, and the page for what does not exist.
  func listFiles() -> [SiteFile] {
    let types = site.named.design.types
    let home = configuration.homePath
    // Where the pages of this language lie.
    let folder = configuration.languagePath.isEmpty ? "" : "\(configuration.languagePath.dropFirst())/"
    func file(_ name: some StringProtocol, _ template: Template, _ record: @escaping @Sendable () -> Record)
      -> SiteFile
    {
      SiteFile(String(name)) { () throws(FileFailure) in
        var bytes: [UInt8] = []
        template.render(record(), into: &bytes)
        return bytes
      }
    }
    var files: [SiteFile] = []
    for number in configuration.kinds.indices where !configuration.kinds[number].isPage {
      for page in KindList.pages(of: number, records, index.lists) {
        files.append(
          file(page.path.dropFirst() + "index.html", templates.index) {
            [records, index, order = orderOfText] in
            types.index.record(of: page.values(records, index, order))
          })
      }
    }
    if !site.hasHomeArticle {
      files.append(
        file("\(folder)index.html", templates.home) { [records, configuration] in
          let head = PageHead(
            title: Array(configuration.name.utf8), summary: Array(configuration.description.utf8),
            url: Array(home.utf8), isIndexable: true, isHome: true, subject: .home,
            hasStaleTexts: configuration.staleTexts.contains(SiteTranslation.descriptionUnit))
          // All else that a page's template may use is absent.
          return types.home(of: head.values(records))
        })
    }
    files.append(
      file(folder + GeneratedPages.notFoundFile, templates.notFound) { [records, words] in
        let head = PageHead(
          title: words[.pageNotFound], summary: [],
          url: Array("\(home)\(GeneratedPages.notFoundFile)".utf8),
          isIndexable: false)
        return types.notFound.record(of: head.values(records))
      })
    return files
  }

  /// A page at every address of a withdrawn article.
  func withdrawnFiles() -> [SiteFile] {
    var taken: Set<[UInt8]> = []
    let all =
      site.edition?.withdrawnAddresses.filter { index.target(at: $0.address) == nil }
      ?? index.withdrawnAddresses
    return all.compactMap { address, article -> SiteFile? in
      guard let file = RedirectAddress(address)?.file,
        taken.insert(SiteIndexBuilder.folded(Array(file.utf8))).inserted
      else { return nil }
      return SiteFile(file) { [self] () throws(FileFailure) in withdrawnPage(of: article) }
    }
  }

  private func withdrawnPage(of article: Article) -> [UInt8] {
    let home = Array(configuration.homePath.utf8)
    guard let template = templates.withdrawn else {
      return WithdrawnPage.html(article, home: home, language: configuration.language, words)
    }
    let head = PageHead(title: article.title, summary: [], url: article.url, isIndexable: false)
    var bytes: [UInt8] = []
    template.render(site.named.design.types.withdrawn.record(of: head.values(records)), into: &bytes)
    return bytes
  }
}
