import Files
import SiteModel
import Text

extension SiteOutput {
  func assetFiles() -> [SiteFile] { site.named.design.assets.map { SiteFile($0.place, $0.bytes) } }

  /// The pictures and downloads that articles use: photographs in all their versions, drawings without what nobody sees, all else as it
  /// lies in the source folder.
  func usedFiles() -> [SiteFile] {
    var places: Set<String> = []
    return site.usedFiles.flatMap { file -> [SiteFile] in
      if let photograph = index.files[file].photograph {
        // Of two originals with one content and one name, one is enough.
        return photographFiles(photograph).filter { places.insert($0.path).inserted }
      }
      let used = index.files[file]
      let place = ComposedText.composed(String(used.path.dropFirst("Content/".utf8.count)))
      return [
        SiteFile(place, isFromSource: true) { [source] () throws(FileFailure) in
          let bytes = try source.readInside(used.path)
          return used.isDrawing ? try used.published(bytes, saying: nil) : bytes
        }
      ]
    }
  }

  /// Drawings that say something in the language of this edition, where its articles show them.
  func drawingFiles() -> [SiteFile] {
    guard let edition = site.edition else { return [] }
    return Set(edition.shown.flatMap { site.parsed[$0].usedFiles }).sorted().compactMap { number in
      let file = index.files[number]
      guard let words = file.words else { return nil }
      let place = ComposedText.composed(String(file.path.dropFirst("Content/".utf8.count)))
      return SiteFile("\(edition.language.code)/\(place)") { [source] () throws(FileFailure) in
        try file.published(try source.readInside(file.path), saying: words)
      }
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
    files += feedFiles()
    if let redirects = HostFiles.redirects([site] + editions.map(\.site)) {
      files.append(SiteFile(GeneratedPages.redirectsFile, redirects))
    }
    return files
  }

  /// What feed readers read in this language.
  func feedFiles() -> [SiteFile] {
    var files: [SiteFile] = []
    if let feed = AtomFeed.bytes(index, today: records.today) {
      let place = configuration.address(of: "/" + GeneratedPages.feedFile)
      files.append(SiteFile(String(place.dropFirst()), feed))
    }
    for (number, kind) in configuration.kinds.enumerated() where records.hasFeed[number] {
      if let feed = AtomFeed.bytes(index, of: number, today: records.today) {
        files.append(SiteFile(String(kind.feedPath.dropFirst()), feed))
      }
    }
    return files
  }

  /// A page at every old address that leads to the new one.
  func redirectFiles() -> [SiteFile] {
    let origin = Array(configuration.origin.utf8)
    // Some file systems do not tell `/A/` from `/a/`, and `/old` and `/old/` are one file.
    var taken: Set<[UInt8]> = []
    let words = words
    func redirect(_ file: String, to article: Article) -> SiteFile {
      SiteFile(file) { [configuration] () throws(FileFailure) in
        RedirectPage.html(
          to: article.url, canonical: origin + article.url, language: configuration.language, words)
      }
    }
    let old = index.articles.filter(\.hasPage).flatMap { article in
      article.redirects.compactMap { RedirectAddress($0.bytes)?.file }.filter {
        taken.insert(SiteIndexBuilder.folded(Array($0.utf8))).inserted
      }.map { redirect($0, to: article) }
    }
    // Another translation may have the address by now.
    let hidden = (site.edition.map { $0.hiddenAddresses + $0.standIns } ?? [])
      .filter { index.target(at: $0.address.key) == nil }
      .compactMap { hidden -> SiteFile? in
        guard let file = hidden.address.file, taken.insert(SiteIndexBuilder.folded(Array(file.utf8))).inserted
        else { return nil }
        return redirect(file, to: index.articles[hidden.article])
      }
    return old + hidden
  }

  /// The site's address without a slash at the end.
  private var root: String { configuration.origin + configuration.basePath }

  /// The pages that search engines may list: those that do not say `noindex`. A page names as its alternates those of them that name
  /// it in turn.
  private func sitemapEntries() -> [Sitemap.Entry] {
    var entries = ownSitemapEntries() + editions.flatMap { $0.ownSitemapEntries() }
    if editions.isEmpty { return entries }
    let listed = Set(entries.map(\.address))
    for number in entries.indices {
      let there = entries[number].alternates.filter { listed.contains($0.address) }
      entries[number].alternates = there.count > 1 ? there : []
    }
    return entries
  }

  private func ownSitemapEntries() -> [Sitemap.Entry] {
    let origin = Array(configuration.origin.utf8)
    var entries: [Sitemap.Entry] = []
    func enter(_ url: [UInt8], _ subject: PageSubject?, changed: String = "") {
      entries.append(
        Sitemap.Entry(
          address: origin + url, changed: changed, alternates: records.languages.alternates(of: subject)))
    }
    if !site.hasHomeArticle { enter(Array(configuration.homePath.utf8), .home) }
    for number in configuration.kinds.indices where !configuration.kinds[number].isPage {
      for page in KindList.pages(of: number, records, index.lists) {
        enter(index.basePath + Array(page.path.utf8), page.isFirst ? .list(number) : nil)
      }
    }
    for (number, (checker, link)) in zip(site.checkers.checkers, records.checkers).enumerated()
    where checker.check.proven?.review.allowsIndexing == true { enter(link.url, .checker(number)) }
    let pages = articlePage
    for (number, article) in index.articles.enumerated()
    where article.hasPage && article.review.allowsIndexing {
      let changed = article.updated?.text ?? ""
      let isHome = article.url.count == configuration.homePath.utf8.count
      enter(article.url, isHome ? .home : .article(number), changed: changed)
      if let url = Programme.url(of: article, configuration), pages.programmeIsIndexable(number) {
        enter(url, .programme(number), changed: changed)
      }
    }
    return entries
  }
}
