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

  /// Whether smaller copies of texts are published beside them, and what the last build published, to take them from.
  var precompresses = false
  var lastFiles: [BuildRecord.Entry] = []

  /// `onlyWhatDiffers` leaves the published site as it is when it has the very same files.
  func run(onlyWhatDiffers: Bool = false) async throws -> PublishedSite {
    progress.enter(.render)
    var result = PublishedSite()
    guard let unprepared = SiteOutput(site, source: source, photographs: photographs) else { return result }
    let pages = try await unprepared.preparingCards(workers)
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
      async let early = pages.hasSearch && workers.count > 1 ? SiteSearch(site).files(workers) : nil
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
        let search =
          if number == 0, let made { made } else { try await SiteSearch(side.site).files(workers) }
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
    let fingerprints = last.map { _ in result.sides[side].fingerprints }
    let made = try await workers.map(pages.index.articles.count, start: RenderState(pages)) {
      [last] state, number -> (changed: Bool, frame: FileHash?) in
      progress.advance()
      let article = pages.index.articles[number]
      guard article.hasPage else { return (false, nil) }
      let folder = pages.folder(of: article)
      let related = state.renderer.related(to: number)
      let frame = fingerprints?.frame(number, related: related)
      if let last, let fingerprints, let frame,
        let page = last.page(Self.path(folder), fingerprints.page(number, frame, last.languages[side].texts)),
        try publisher.keep(page, inNewFolder: folder)
      {
        return (false, frame)
      }
      state.bytes.removeAll(keepingCapacity: true)
      state.renderer.render(number, related: related, into: &state.bytes)
      let changed =
        folder.isEmpty
        ? try publisher.write(state.bytes, to: "index.html")
        : try publisher.write(state.bytes, inNewFolder: folder, as: "index.html")
      return (changed, frame)
    }
    result.written += made.count { $0.changed }
    guard fingerprints != nil else { return }
    result.sides[side].frames = made.map(\.frame)
    for (number, article) in pages.index.articles.enumerated() where article.hasPage {
      result.sides[side].paths.append((Self.path(pages.folder(of: article)), number))
    }
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
