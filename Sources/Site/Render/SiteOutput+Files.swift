import Files
import Text

extension SiteOutput {
  func assetFiles() -> [SiteFile] { site.named.design.assets.map { SiteFile($0.place, $0.bytes) } }

  /// The pictures and downloads that articles use: photographs in all their versions, all else as it lies in the source folder.
  func usedFiles() -> [SiteFile] {
    var places: Set<String> = []
    return site.usedFiles.flatMap { file -> [SiteFile] in
      if let photograph = index.files[file].photograph {
        // Of two originals with one content and one name, one is enough.
        return photographFiles(photograph).filter { places.insert($0.path).inserted }
      }
      let path = index.files[file].path
      let place = ComposedText.composed(String(path.dropFirst("Content/".utf8.count)))
      return [
        SiteFile(place, isFromSource: true) { [source] () throws(FileFailure) in
          try source.readInside(path)
        }
      ]
    }
  }

  private func photographFiles(_ photograph: Photograph) -> [SiteFile] {
    photograph.versions.map { version in
      SiteFile(photograph, version) { [photographs] () throws(FileFailure) in
        do throws(PhotographProgram.Failure) {
          return try photographs.bytes(of: version, of: photograph)
        } catch {
          throw error.ofFile(photograph.path)
        }
      }
    }
  }

  /// The files of `Templates/root`, as they lie in the source folder.
  func rootFiles() -> [SiteFile] {
    site.named.design.rootFiles.map { file in
      SiteFile(file.place, isFromSource: true) { [source] () throws(FileFailure) in
        try source.readInside(file.path)
      }
    }
  }

  /// What robots, feed readers, browsers and hosts read.
  func machineFiles() -> [SiteFile] {
    var files = Sitemap.files(sitemapEntries(), root: root).map { SiteFile($0.name, $0.bytes) }
    files.append(
      SiteFile("robots.txt", Array("User-agent: *\nAllow: /\nSitemap: \(root)/sitemap.xml\n".utf8)))
    files.append(
      SiteFile(
        GeneratedPages.manifestFile, WebManifest.bytes(configuration, assets: site.named.design.assets)))
    files.append(
      SiteFile(
        GeneratedPages.headersFile,
        HostFiles.headers(
          index, ContentPolicy(site.named), hasChecker: !site.checkers.checkers.isEmpty, hasSearch: hasSearch)
      ))
    if let feed = AtomFeed.bytes(index) { files.append(SiteFile(GeneratedPages.feedFile, feed)) }
    for (number, kind) in configuration.kinds.enumerated() where records.hasFeed[number] {
      if let feed = AtomFeed.bytes(index, of: number) {
        files.append(SiteFile(String(kind.feedPath.dropFirst()), feed))
      }
    }
    if let redirects = HostFiles.redirects(index) {
      files.append(SiteFile(GeneratedPages.redirectsFile, redirects))
    }
    return files
  }

  /// A page at every old address that leads to the new one.
  func redirectFiles() -> [SiteFile] {
    let origin = Array(configuration.origin.utf8)
    // Some file systems do not tell `/A/` from `/a/`, and `/old` and `/old/` are one file.
    var taken: Set<[UInt8]> = []
    let words = words
    return index.articles.filter(\.isPublished).flatMap { article in
      article.redirects.compactMap { RedirectAddress($0.bytes)?.file }.filter {
        taken.insert(SiteIndexBuilder.folded(Array($0.utf8))).inserted
      }.map { file in
        SiteFile(file) { [configuration] () throws(FileFailure) in
          RedirectPage.html(
            to: article.url, canonical: origin + article.url, language: configuration.language, words)
        }
      }
    }
  }

  /// The site's address without a slash at the end.
  private var root: String { configuration.origin + configuration.basePath }

  /// The pages that search engines may list: those that do not say `noindex`.
  private func sitemapEntries() -> [Sitemap.Entry] {
    let origin = Array(configuration.origin.utf8)
    var entries: [Sitemap.Entry] = []
    if !site.hasHomeArticle { entries.append(Sitemap.Entry(address: Array("\(root)/".utf8), changed: "")) }
    for number in configuration.kinds.indices where !configuration.kinds[number].isPage {
      for page in KindList.pages(of: number, records, index.lists) {
        entries.append(Sitemap.Entry(address: Array((root + page.path).utf8), changed: ""))
      }
    }
    for (checker, link) in zip(site.checkers.checkers, records.checkers)
    where checker.check.proven?.review.allowsIndexing == true {
      entries.append(Sitemap.Entry(address: Array(configuration.origin.utf8) + link.url, changed: ""))
    }
    let pages = articlePage
    for (number, article) in index.articles.enumerated()
    where article.isPublished && article.review.allowsIndexing {
      let changed = article.updated?.text ?? ""
      entries.append(Sitemap.Entry(address: origin + article.url, changed: changed))
      if let url = Programme.url(of: article, configuration), pages.programmeIsIndexable(number) {
        entries.append(Sitemap.Entry(address: origin + url, changed: changed))
      }
    }
    return entries
  }
}
