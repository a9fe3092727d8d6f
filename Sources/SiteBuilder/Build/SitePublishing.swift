import Mustache
import SymptomTree

/// The stages render and publish: every page is rendered and written aside, then the site takes the old one's
/// place.
struct SitePublishing: Sendable {
  let site: CheckedSite
  let output: OutputFolder
  let source: SourceFolder
  let workers: Workers
  let progress: BuildProgress

  /// How many files are new or have changed.
  func run() async throws -> Int {
    guard let templates = site.templates else { return 0 }
    let kinds = site.index.configuration.kinds
    let hasChecker = !site.checkers.checkers.isEmpty
    let folders = kinds.filter { !$0.isPage }.map(\.folder) + (hasChecker ? ["symptom-checker"] : [])
    let publisher = try Publisher(output: output, source: source, folders: folders)
    do {
      let records = SiteRecords(
        site.index, types: site.types, assets: site.assets, navigation: site.navigation,
        hasChecker: hasChecker, hasSearch: templates.search != nil,
        today: site.options.today)
      var written = try await writeArticles(templates, records, publisher)
      written += try writeLists(templates, records, publisher)
      written += try writeFiles(publisher)
      written += try writeRedirects(publisher)
      written += try writeCheckers(templates, records, publisher)
      let search = try await SearchFiles.all(site, templates, records, workers: workers)
      for (place, bytes) in search where try publisher.write(bytes, makingFoldersFor: place) { written += 1 }
      try publisher.publish(assets: site.assets.map(\.place) + SearchFiles.assets(in: search))
      return written
    } catch {
      publisher.abandon()
      throw error
    }
  }

  private func writeArticles(
    _ templates: SiteTemplates, _ records: SiteRecords, _ publisher: Publisher
  ) async throws -> Int {
    let page = ArticlePage(index: site.index, links: site.links, records: records, backlinks: site.backlinks)
    let neighbours = RelatedArticles.Neighbours(site.index, site.links)
    let baseLength = site.index.configuration.basePath.utf8.count
    let changed = try await workers.map(
      site.index.articles.count, start: RenderState(related: RelatedArticles(neighbours))
    ) { state, number -> Bool in
      progress.advance()
      let article = site.index.articles[number]
      guard article.isPublished else { return false }
      let record = page.record(number, site.parsed[number], related: state.related.related(to: number))
      state.bytes.removeAll(keepingCapacity: true)
      let isHome = article.url.count == baseLength + 1
      let template = isHome ? templates.home : templates.articles[article.kind]
      template.render(record, into: &state.bytes)
      if isHome { return try publisher.write(state.bytes, to: "index.html") }
      let folder = String(decoding: article.url[(baseLength + 1)...].dropLast(), as: UTF8.self)
      return try publisher.write(state.bytes, inNewFolder: folder, as: "index.html")
    }
    return changed.count { $0 }
  }

  private struct RenderState {
    var related: RelatedArticles
    var bytes: [UInt8] = []
  }

  /// The lists of kinds, the home page of a site that wrote none, and the page for what does not exist.
  private func writeLists(
    _ templates: SiteTemplates, _ records: SiteRecords, _ publisher: Publisher
  ) throws(FileFailure) -> Int {
    let configuration = site.index.configuration
    let base = site.index.basePath
    var written = 0
    func write(_ template: Template, _ record: Record, to name: String) throws(FileFailure) {
      var bytes: [UInt8] = []
      template.render(record, into: &bytes)
      if try publisher.write(bytes, to: name) { written += 1 }
    }
    for (number, kind) in configuration.kinds.enumerated() where !kind.isPage {
      let head = PageHead(
        title: Array(kind.title.utf8), summary: Array(kind.summary.utf8), url: base + Array(kind.path.utf8),
        isIndexable: true)
      let articles = records.byKind[number].map { records.cards[Int($0)] }
      let values = head.values(records) + [.text(Array(kind.name.utf8)), .list(articles)]
      try write(
        templates.index, Record(site.types.index, presence(site.types.index, values)),
        to: kind.folder + "/index.html")
    }
    if !site.hasHomeArticle {
      let head = PageHead(
        title: Array(configuration.name.utf8), summary: Array(configuration.description.utf8),
        url: base + Array("/".utf8),
        isIndexable: true, isHome: true)
      let values = head.values(records)
      let absent = [Value](repeating: .none, count: site.types.home.fields.count - values.count)
      try write(templates.home, Record(site.types.home, values + absent), to: "index.html")
    }
    let head = PageHead(
      title: Array("Page not found".utf8), summary: [], url: base + Array("/404.html".utf8),
      isIndexable: false)
    try write(
      templates.notFound, Record(site.types.notFound, presence(site.types.notFound, head.values(records))),
      to: "404.html")
    return written
  }

  /// Assets, the pictures and downloads that articles use, and what robots read.
  private func writeFiles(_ publisher: Publisher) throws(FileFailure) -> Int {
    var written = 0
    for asset in site.assets {
      if try publisher.write(asset.bytes, makingFoldersFor: asset.place) { written += 1 }
    }
    var used = Set<Int>()
    for (number, article) in site.parsed.enumerated() where site.index.articles[number].isPublished {
      used.formUnion(article.usedFiles)
    }
    for file in used.sorted() {
      let path = site.index.files[file].path
      let bytes = try SystemCalls.read(source.path(to: path))
      if try publisher.write(bytes, makingFoldersFor: String(path.dropFirst("Content/".utf8.count))) {
        written += 1
      }
    }
    for (name, bytes) in Sitemap.files(sitemapEntries(), root: root)
    where try publisher.write(bytes, to: name) {
      written += 1
    }
    let robots = "User-agent: *\nAllow: /\nSitemap: \(root)/sitemap.xml\n"
    if try publisher.write(Array(robots.utf8), to: "robots.txt") { written += 1 }
    for (name, bytes) in machineFiles() where try publisher.write(bytes, to: name) { written += 1 }
    return written
  }

  /// What feed readers, browsers and hosts read.
  private func machineFiles() -> [(name: String, bytes: [UInt8])] {
    var files = [
      (WebManifest.file, WebManifest.bytes(site.index.configuration, assets: site.assets)),
      (
        HostFiles.headersFile,
        HostFiles.headers(
          site.index, hasChecker: !site.checkers.checkers.isEmpty, hasSearch: site.templates?.search != nil)
      ),
    ]
    if let feed = AtomFeed.bytes(site.index) { files.append((AtomFeed.file, feed)) }
    if let redirects = HostFiles.redirects(site.index) { files.append((HostFiles.redirectsFile, redirects)) }
    return files
  }

  /// The site's address without a slash at the end.
  private var root: String { site.index.configuration.origin + site.index.configuration.basePath }

  private func sitemapEntries() -> [Sitemap.Entry] {
    let origin = Array(site.index.configuration.origin.utf8)
    var entries: [Sitemap.Entry] = []
    if !site.hasHomeArticle { entries.append(Sitemap.Entry(address: Array("\(root)/".utf8), changed: "")) }
    for kind in site.index.configuration.kinds where !kind.isPage {
      entries.append(Sitemap.Entry(address: Array((root + kind.path).utf8), changed: ""))
    }
    if !site.checkers.checkers.isEmpty {
      entries.append(Sitemap.Entry(address: Array((root + Navigation.checkerURL).utf8), changed: ""))
    }
    for article in site.index.articles where article.isPublished {
      entries.append(Sitemap.Entry(address: origin + article.url, changed: article.updated?.text ?? ""))
    }
    return entries
  }

  /// For each checker its JSON and its page; the only one, or the first, stands at the folder's own address.
  private func writeCheckers(
    _ templates: SiteTemplates, _ records: SiteRecords, _ publisher: Publisher
  ) throws(FileFailure) -> Int {
    guard let template = templates.checker else { return 0 }
    var written = 0
    func write(_ bytes: [UInt8], _ name: String) throws(FileFailure) {
      if try publisher.write(bytes, makingFoldersFor: "symptom-checker/\(name)") { written += 1 }
    }
    for (number, checker) in site.checkers.checkers.enumerated() {
      guard let page = CheckerPage(checker, site.checkers, site.index, records), let json = checker.check.json
      else { continue }
      try write(json, "\(checker.id).json")
      let folder = Navigation.checkerURL
      var names = number == 0 ? [""] : []
      if site.checkers.checkers.count > 1 { names.append("\(checker.id)/") }
      for name in names {
        var bytes: [UInt8] = []
        template.render(page.record(url: site.index.basePath + Array("\(folder)\(name)".utf8)), into: &bytes)
        try write(bytes, "\(name)index.html")
      }
    }
    try write(
      TreeSchema.bytes(causeKind: CheckerStage.causeKind, stretchKind: CheckerStage.stretchKind),
      TreeSchema.fileName)
    return written
  }

  private func writeRedirects(_ publisher: Publisher) throws(FileFailure) -> Int {
    let configuration = site.index.configuration
    var written = 0
    for article in site.index.articles where article.isPublished {
      for redirect in article.redirects {
        let html = RedirectPage.html(
          to: article.url, canonical: Array(configuration.origin.utf8) + article.url,
          language: configuration.language)
        if try publisher.write(html, makingFoldersFor: redirect.text.dropFirst() + "index.html") {
          written += 1
        }
      }
    }
    return written
  }
}
