import Files
import Text

/// The stages render and publish: every file is made and written aside, then the site takes the old one's place.
struct SitePublishing: Sendable {
  let site: CheckedSite
  let output: OutputFolder
  let source: SourceFolder
  let workers: Workers
  let progress: BuildProgress
  /// Whether the new site is made beside the output folder, not in `.limber`.
  var isBesideOutput = false
  let photographs: PhotographMaker
  /// Pages that need not be made again.
  var last: LastPages?
  /// Where the sections of the search are kept.
  var cache: CacheFolder?

  /// Whether smaller copies of texts are published beside them, and what the last build published, to take them from.
  var precompresses = false
  var lastFiles: [BuildRecord.Entry] = []

  /// `onlyWhatDiffers` leaves the published site as it is when it has the very same files.
  func run(onlyWhatDiffers: Bool = false) async throws -> PublishedSite {
    progress.enter(.render)
    var result = PublishedSite()
    guard let pages = SiteOutput(site, source: source, photographs: photographs) else { return result }
    let sides = [pages] + pages.editions
    if let last {
      let languages = sides.map(\.index)
      result.sides = zip(sides, last.languages).map {
        PublishedSite.LanguagePages(
          fingerprints: PageFingerprints(
            $0, others: last.others, articles: $1.articles, languages: languages))
      }
    }
    let folders =
      pages.configuration.kinds.filter { !$0.isPage }.map(\.folder) + pages.editions.flatMap(\.parentFolders)
    let publisher = try Publisher(
      output: output, source: source, folders: folders, isBesideOutput: isBesideOutput)
    do {
      // Beside the pages, since a part of it can use one core only. Who asked for one thread gets one after the other.
      let fingerprints = result.sides.first?.fingerprints
      async let early = pages.hasSearch && workers.count > 1 ? search(pages, 0, fingerprints) : nil
      for (number, side) in sides.enumerated() {
        try await writeArticles(side, number, publisher, &result)
      }
      var marker = OutputMarker(assets: site.named.design.assets.map(\.place))
      marker.assets += site.photographs.flatMap { photograph in
        photograph.versions.map { photograph.place(of: $0) }
      }
      for side in sides {
        for article in side.index.articles where article.hasPage {
          marker.add(Self.path(side.folder(of: article)))
        }
      }
      for (number, side) in sides.enumerated() {
        let files = side.files()
        for file in files {
          marker.add(file.path)
          if let article = file.article, last != nil {
            result.sides[number].paths.append((file.path, article))
          }
          if let made = fingerprint(of: file) { result.photographs.append((file.path, made)) }
        }
        result.written += try await writeFiles(files, number, publisher, result)
      }
      let made = try await early
      for (number, side) in sides.enumerated() where side.hasSearch {
        let searched =
          if number == 0, let made { made } else {
            try await search(side, number, result.sides.isEmpty ? nil : result.sides[number].fingerprints)
          }
        if !result.sides.isEmpty { result.sides[number].search = searched }
        let search = searched.made.files
        let files = side.searchFiles(search)
        result.written += try await writeFiles(files, number, publisher, result)
        // They keep their names as long as they keep their content.
        marker.assets += search.files.map(\.place)
        for file in files { marker.add(file.path) }
      }
      if precompresses {
        let copies = try await Precompression(publisher, workers, last: lastFiles).run()
        for path in copies.paths { marker.add(path) }
        result.written += copies.written
      }
      progress.enter(.publish)
      let strangers = onlyWhatDiffers ? try publisher.strangers() : 0
      if onlyWhatDiffers, result.written == 0, strangers == 0 {
        publisher.abandon()
        return result
      }
      result.written += strangers
      result.madeBefore = FileStamp.now
      if let old = try publisher.publish(marker) { result.remains = await Publisher.remove(old, workers) }
      result.isSettled = !publisher.files.holdsOldAssets.load(ordering: .relaxed) && result.remains == nil
      result.files = publisher.files.entries
      return result
    } catch {
      publisher.abandon()
      throw error
    }
  }

  /// The pages of articles in the language of that number.
  private func writeArticles(
    _ pages: SiteOutput, _ side: Int, _ publisher: Publisher, _ result: inout PublishedSite
  ) async throws {
    let pending = try await keepArticles(pages, side, publisher, &result)
    let shown = pages.index.articles.count
    // Who makes few pages shows few cards, and each of them once.
    let prepared =
      pending.count > shown / Self.fewestPagesWorthCards ? try await pages.preparingCards(workers) : pages
    let changed = try await workers.map(pending.count, start: RenderState(prepared)) { state, place in
      progress.advance()
      let number = pending[place].article
      let folder = pages.folder(of: pages.index.articles[number])
      state.bytes.removeAll(keepingCapacity: true)
      state.renderer.render(
        number, related: pending[place].related ?? state.renderer.related(to: number), into: &state.bytes)
      return folder.isEmpty
        ? try publisher.write(state.bytes, to: "index.html")
        : try publisher.write(state.bytes, inNewFolder: folder, as: "index.html")
    }
    result.written += changed.count { $0 }
  }

  /// Cards are prepared for more pages than one of this many articles.
  private static let fewestPagesWorthCards = 8

  /// A page that has to be made; what is related to its article where that is known.
  private struct PendingPage: Sendable {
    let article: Int
    var related: [Int32]?
  }

  /// Keeps the pages of articles that would be the same again; gives the others.
  private func keepArticles(
    _ pages: SiteOutput, _ side: Int, _ publisher: Publisher, _ result: inout PublishedSite
  ) async throws -> [PendingPage] {
    let articles = pages.index.articles
    guard let last else {
      let all = articles.indices.filter { articles[$0].hasPage }.map { PendingPage(article: $0) }
      progress.advance(articles.count - all.count)
      return all
    }
    let fingerprints = result.sides[side].fingerprints
    let made = try await workers.map(articles.count, start: SiteOutput.PageRenderer(pages)) {
      renderer, number -> (pending: PendingPage?, frame: FileHash?) in
      guard articles[number].hasPage else { return (nil, nil) }
      let folder = pages.folder(of: articles[number])
      let related = renderer.related(to: number)
      let frame = fingerprints.frame(number, related: related)
      let made = fingerprints.page(number, frame, last.languages[side].texts)
      if let page = last.page(Self.path(folder), made), try publisher.keep(page, inNewFolder: folder) {
        return (nil, frame)
      }
      return (PendingPage(article: number, related: related), frame)
    }
    let pending = made.compactMap(\.pending)
    progress.advance(articles.count - pending.count)
    result.sides[side].frames = made.map(\.frame)
    for (number, article) in articles.enumerated() where article.hasPage {
      result.sides[side].paths.append((Self.path(pages.folder(of: article)), number))
    }
    return pending
  }

  /// The search in the language of that number, from what the last build kept of it where that is still true.
  private func search(
    _ pages: SiteOutput, _ side: Int, _ fingerprints: PageFingerprints?
  ) async throws -> PublishedSite.SearchedLanguage {
    let search = SiteSearch(pages.site)
    let language = pages.configuration.language
    let kept = KeptSections(cache, language: language)
    var keys: [FileHash?] = []
    if let last, let fingerprints {
      keys = search.keys(others: last.others) { fingerprints.words(of: $0, last.languages[side].texts) }
    }
    return PublishedSite.SearchedLanguage(
      search: search, made: try await search.made(workers, kept, keys: keys), kept: kept, language: language)
  }

  private static func path(_ folder: String) -> String {
    folder.isEmpty ? "index.html" : folder + "/index.html"
  }

  /// Other files in the language of that number.
  private func writeFiles(
    _ files: [SiteFile], _ side: Int, _ publisher: Publisher, _ result: PublishedSite
  ) async throws -> Int {
    let changed = try await workers.map(files.count) { [last, result] number in
      let file = files[number]
      if let last, let made = fingerprint(of: file), let old = last.page(file.path, made),
        try publisher.keep(old, inNewFolder: String(PathText.folder(of: file.path)))
      {
        return false
      }
      if let last, let article = file.article,
        let frame = result.sides[side].frames[article],
        let page = last.page(
          file.path, result.sides[side].fingerprints.page(article, frame, last.languages[side].texts)),
        try publisher.keep(page, inNewFolder: String(PathText.folder(of: file.path)))
      {
        return false
      }
      return try publisher.write(try file.contents(), makingFoldersFor: file.path)
    }
    return changed.count { $0 }
  }

  /// What a photograph's bytes follow from; nil for other files.
  private func fingerprint(of file: SiteFile) -> FileHash? {
    file.photograph.flatMap { photographs.fingerprint(of: $0.version, of: $0.original) }
  }

  private struct RenderState {
    var renderer: SiteOutput.PageRenderer
    var bytes: [UInt8] = []

    init(_ pages: SiteOutput) { renderer = SiteOutput.PageRenderer(pages) }
  }
}
