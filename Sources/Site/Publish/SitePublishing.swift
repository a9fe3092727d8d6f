import Files

/// The stages render and publish: every file is made and written aside, then the site takes the old one's place.
struct SitePublishing: Sendable {
  let site: CheckedSite
  let output: OutputFolder
  let source: SourceFolder
  let workers: Workers
  let progress: BuildProgress
  /// Whether the new site is made beside the output folder, not in `.limber`.
  var isBesideOutput = false

  /// How many files are new or have changed, and every file that is there now; nil while old assets are among
  /// them, since the next build then has something to do.
  /// `onlyWhatDiffers` leaves the published site as it is when it has the very same files.
  func run(onlyWhatDiffers: Bool = false) async throws -> (written: Int, files: [BuildRecord.Entry]?) {
    progress.enter(.render)
    guard let unprepared = SiteOutput(site, source: source) else { return (0, nil) }
    let pages = try await unprepared.preparingCards(workers)
    let folders = pages.configuration.kinds.filter { !$0.isPage }.map(\.folder)
    let publisher = try Publisher(
      output: output, source: source, folders: folders, isBesideOutput: isBesideOutput)
    do {
      // Beside the pages, since a part of it can use one core only. Who asked for one thread gets one after the other.
      async let early = pages.hasSearch && workers.count > 1 ? SiteSearch(site).files(workers) : nil
      var written = try await writeArticles(pages, publisher) + writeFiles(pages.files(), publisher)
      var assets = site.named.design.assets.map(\.place)
      let made = try await early
      if pages.hasSearch {
        let search = if let made { made } else { try await SiteSearch(site).files(workers) }
        written += try await writeFiles(pages.searchFiles(search), publisher)
        // They keep their names as long as they keep their content.
        assets += search.files.map(\.place)
      }
      progress.enter(.publish)
      let strangers = onlyWhatDiffers ? try publisher.strangers() : 0
      if onlyWhatDiffers, written == 0, strangers == 0 {
        publisher.abandon()
        return (0, nil)
      }
      written += strangers
      try publisher.publish(assets: assets)
      let isSettled = !publisher.files.holdsOldAssets.load(ordering: .relaxed)
      return (written, isSettled ? publisher.files.entries : nil)
    } catch {
      publisher.abandon()
      throw error
    }
  }

  private func writeArticles(_ pages: SiteOutput, _ publisher: Publisher) async throws -> Int {
    let changed = try await workers.map(pages.index.articles.count, start: RenderState(pages)) {
      state, number -> Bool in
      progress.advance()
      let article = pages.index.articles[number]
      guard article.isPublished else { return false }
      state.bytes.removeAll(keepingCapacity: true)
      state.renderer.render(number, into: &state.bytes)
      let folder = pages.folder(of: article)
      return folder.isEmpty
        ? try publisher.write(state.bytes, to: "index.html")
        : try publisher.write(state.bytes, inNewFolder: folder, as: "index.html")
    }
    return changed.count { $0 }
  }

  private func writeFiles(_ files: [SiteFile], _ publisher: Publisher) async throws -> Int {
    let changed = try await workers.map(files.count) { number in
      try publisher.write(try files[number].contents(), makingFoldersFor: files[number].path)
    }
    return changed.count { $0 }
  }

  private struct RenderState {
    var renderer: SiteOutput.PageRenderer
    var bytes: [UInt8] = []

    init(_ pages: SiteOutput) { renderer = SiteOutput.PageRenderer(pages) }
  }
}
