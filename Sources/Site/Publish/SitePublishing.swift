import Files

/// The stages render and publish: every file is made and written aside, then the site takes the old one's place.
struct SitePublishing: Sendable {
  let site: CheckedSite
  let output: OutputFolder
  let source: SourceFolder
  let workers: Workers
  let progress: BuildProgress

  struct Published {
    /// How many files are new or have changed.
    var written = 0
    /// Every file that is there now; nil where the next build has something to do: while old assets are among them, or
    /// something is left of the old site.
    var files: [BuildRecord.Entry]?
    /// Why what is left of the old site could not be removed.
    var remains: FileFailure?
  }

  func run() async throws -> Published {
    progress.enter(.render)
    guard let unprepared = SiteOutput(site, source: source) else { return Published() }
    let pages = try await unprepared.preparingCards(workers)
    let folders = pages.configuration.kinds.filter { !$0.isPage }.map(\.folder)
    let publisher = try Publisher(output: output, source: source, folders: folders)
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
      let remains = try publisher.publish(assets: assets)
      let isSettled = !publisher.files.holdsOldAssets.load(ordering: .relaxed)
      return Published(
        written: written, files: isSettled && remains == nil ? publisher.files.entries : nil, remains: remains
      )
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
