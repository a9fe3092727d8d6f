import CSystem
import Diagnostics
import Files
import Text

/// One build or check of a site: discover, read, parse, index, check, render, publish.
package struct SiteBuild: Sendable {
  package let options: BuildOptions
  /// Faults that only the surroundings of the source tell, asked for before a site is published.
  package var furtherFaults: (@Sendable (CheckedSite) -> [Diagnostic])?
  private let source: SourceFolder
  private let progress: BuildProgress
  private let workers: Workers

  /// Throws `BuildObstacle.noSource` when there is no folder to read.
  package init(_ options: BuildOptions, progress: BuildProgress = BuildProgress()) throws {
    guard let source = SourceFolder(options.source) else { throw BuildObstacle.noSource(options.source) }
    self.options = options
    self.source = source
    self.progress = progress
    workers = Workers(count: options.jobs)
  }

  /// To be called once, when a process is there for nothing but a build: its memory grows in large steps.
  package static func prepareProcess() { csystem_grow_heaps_in_large_steps() }

  /// Finds everything that `build` would report and writes nothing.
  package func check() async throws -> BuildReport { try await run(publishes: false) }

  /// Publishes the site if it has no errors, and else leaves what is published as it is. Throws
  /// `BuildObstacle.locked` while another build of the same site is running.
  package func build() async throws -> BuildReport { try await run(publishes: true) }

  /// The symptom checkers as they stand, proven or not, and what a check of the whole site found.
  package func trees() async throws -> (trees: [SiteTree], report: BuildReport) {
    var trees: [SiteTree] = []
    let report = try await BuildReport.collecting { report in
      let site = try await checkedSite(into: &report)?.1
      trees =
        site?.checkers.checkers.map {
          SiteTree(id: $0.id, check: $0.check, pathsFile: CheckerFiles.pathsFile(of: $0.id))
        } ?? []
    }
    return (trees, report)
  }

  /// The site as it stands, what it was read from, where its texts name articles and files, and what a check found; nil
  /// when `site.yaml` leaves nothing to read. Throws `FileFailure`.
  package func references() async throws -> (
    site: (reading: SourceReading, checked: CheckedSite, references: [WrittenReference])?, report: BuildReport
  ) {
    var report = BuildReport()
    let read = try await checkedSite(into: &report)
    MendingOrder.sort(&report.diagnostics)
    guard let (reading, site) = read else { return (nil, report) }
    let references = try await WrittenReferences.find(in: site, reading, source: source, workers: workers)
    return ((reading, site, references), report)
  }

  /// The site as it stands and what it was read from; nil when `site.yaml` leaves nothing to read. Throws `FileFailure`.
  package func checked() async throws -> (
    site: (reading: SourceReading, checked: CheckedSite)?, report: BuildReport
  ) {
    var report = BuildReport()
    let read = try await checkedSite(into: &report)
    MendingOrder.sort(&report.diagnostics)
    return (read.map { ($0.0, $0.1) }, report)
  }

  /// Where the published part of a site that was checked leads to other sites. Throws `FileFailure`.
  package func outsideLinks(of site: CheckedSite) async throws -> [OutsideLink] {
    try await OutsideLinks.find(in: site, source: source, workers: workers)
  }

  /// Where what was learned of other sites is kept for the next check; nil where nothing may be written.
  package func memory() -> CacheFolder? {
    if let chosen = options.cache {
      return CacheFolder(path: PathText.absolute(chosen, from: source.workingFolder), isChosen: true)
    }
    do { try OwnFolder.make(in: source) } catch { return nil }
    return CacheFolder(path: source.path(to: OwnFolder.name))
  }

  /// Replaces a file of the source folder, `path` being relative to it, in one step.
  package func replace(_ path: String, with text: String) throws {
    try SystemCalls.replace(source.path(to: path), with: Array(text.utf8))
  }

  private func run(publishes: Bool) async throws -> BuildReport {
    try await BuildReport.collecting { try await run(publishes: publishes, into: &$0) }
  }

  private var outputFolder: String { options.output ?? source.path(to: "Public") }

  private func run(publishes: Bool, into report: inout BuildReport) async throws {
    if publishes, options.precompresses, let program = Precompression.missingProgram {
      throw BuildObstacle.program("To compress the site, install `\(program)`; it is not on this machine.")
    }
    let links = try OwnFolder.links(in: source)
    for link in links { report.diagnostics.append(.ownLink(link)) }
    let publishes = publishes && links.isEmpty
    progress.enter(.cache)
    var versions: SiteVersions?
    if publishes, options.keptVersions != nil {
      versions = try SiteVersions(
        outputFolder, from: source.workingFolder, into: &report.diagnostics)
    }
    var output =
      options.keptVersions == nil
      ? try OutputFolder(outputFolder, source: source, into: &report.diagnostics)
      : try versions?.next(source: source, into: &report.diagnostics)
    report.hasSiteBefore = try output?.hasSiteBefore ?? false
    let places = try BuildPlaces(
      options, source: source, output: output, publishes: publishes, isOwnRefused: !links.isEmpty)
    defer { withExtendedLifetime(places) {} }
    if publishes, let found = output,
      try Publisher.recover(found, source: source, isBesideOutput: places.isBesideOutput)
    {
      output = try OutputFolder(outputFolder, source: source, into: &report.diagnostics)
    }
    let manifest =
      publishes ? try options.manifest.map { try Manifest($0, output: output, source: source) } : nil
    var found: [OutputFolder.Entry] = []
    if !publishes, let output {
      found = try output.entries()
      if let fault = try output.strangers(among: found) { report.diagnostics.append(fault) }
    }
    let isShown = versions?.current != nil
    try await make(
      publishes ? output : nil, places, into: &report, onlyWhatDiffers: isShown, published: found)
    if let versions, let kept = options.keptVersions, report.publishedTo != nil {
      report.publishedTo = nil
      if report.written > 0 || !isShown { try versions.showNext(keeping: kept) }
      report.publishedTo = versions.shown
    }
    if options.verifiesCache { try await verify(publishes ? output : nil, places, &report) }
    if let manifest, let output, report.publishedTo != nil {
      progress.enter(.manifest)
      await report.adding { try await manifest.write(of: output, workers: workers) }
    }
  }

  /// Builds the site once more without the cache: what comes of that is right, and stays. The report says when the
  /// cache gave something else.
  private func verify(_ output: OutputFolder?, _ places: BuildPlaces, _ report: inout BuildReport)
    async throws
  {
    var fresh = BuildReport()
    // Now there is a site in the folder.
    let again = try OutputFolder(outputFolder, source: source, into: &fresh.diagnostics)
    try await make(output == nil ? nil : again, places, into: &fresh, verifies: true, onlyWhatDiffers: true)
    MendingOrder.sort(&fresh.diagnostics)
    MendingOrder.sort(&report.diagnostics)
    let isSame =
      fresh.written == 0 && fresh.pages == report.pages
      && (fresh.publishedTo == nil) == (report.publishedTo == nil)
      && fresh.diagnostics == report.diagnostics.filter { !$0.isOfPublishedSite }
    if isSame { return }
    try? places.cache?.clear()
    let (hits, remark) = (report.cachedArticles, report.cacheRemark)
    report = fresh
    (report.cachedArticles, report.cacheRemark) = (hits, remark)
    report.diagnostics.append(
      .error(
        .wrongCache, file: nil, at: nil,
        "With the cache, the site came out different than without it (\(fresh.written) \(fresh.written == 1 ? "file" : "files")).",
        hint:
          "The cache was cleared, and the site is now as it should be. Please report this as a bug of Limber."
      ))
  }

  /// Checks the site, and publishes it if there is a folder for it.
  private func make(
    _ wanted: OutputFolder?, _ places: BuildPlaces, into report: inout BuildReport, verifies: Bool = false,
    onlyWhatDiffers: Bool = false, published: [OutputFolder.Entry] = []
  ) async throws {
    var output = wanted
    var published = published
    let folder = verifies ? nil : places.cache
    report.cacheRemark = places.remark
    let program = folder.flatMap { RunningProgram.hash($0).flatMap($0.circumstances) }
    let cache: BuildCache? =
      // Each version has a folder of its own, of which no record can be true.
      if let folder, let output, let program, options.keptVersions == nil {
        BuildCache(
          source: source, output: output, options: options, workers: workers, folder: folder, program: program
        )
      } else { nil }
    let record = cache?.last(remark: &report.cacheRemark)
    if let folder = output {
      let entries = try folder.entries()
      if let cache, let record, try await cache.isUnchanged(since: record, entries) {
        return report.repeatLast(record, publishedTo: folder.shown)
      }
      if let fault = try folder.strangers(among: entries) {
        report.diagnostics.append(fault)
        output = nil
      }
      published = try folder.entriesBefore(entries)
    }
    let articles = program.flatMap { program in folder.map { ArticleCache(folder: $0, program: program) } }
    let before = try await cache?.sourcesBeforeReading(record)
    guard
      let (reading, site) = try await checkedSite(
        into: &report, articles, keepsTexts: false, hashes: before?.hashes ?? [:])
    else { return }
    if !verifies, output != nil, let further = furtherFaults { report.diagnostics += further(site) }
    let mayPublish = output != nil && report.allowsPublishing(strict: options.isStrict)
    let own =
      folder == nil && mayPublish && !site.photographs.isEmpty ? try places.folderForPhotographs() : nil
    defer { if own != nil { places.removePhotographs() } }
    let photographs = PhotographMaker(source, cache: folder ?? own)
    let damages = try await PhotographStage(
      photographs: site.photographs, maker: photographs, workers: workers, progress: progress
    ).run()
    report.diagnostics += damages
    report.site = site
    // They are true of the moment alone: the next build finds this site there.
    let lasting = report.diagnostics
    if !verifies, lasting.allSatisfy({ $0.severity == .warning || $0.code == .lostAddress }) {
      report.diagnostics += SiteAddresses(site).losses(
        published.lazy.map(\.path), AddressList(reading.addresses))
    }
    var new: PublishedSite?
    var last: LastPages?
    if report.allowsPublishing(strict: options.isStrict), let output {
      last = before.flatMap { before in
        program.flatMap { LastPages(record, program: $0, others: before.others, reading, site) }
      }
      let made = try await SitePublishing(
        site: site, output: output, source: source, workers: workers, progress: progress,
        isBesideOutput: places.isBesideOutput, photographs: photographs,
        last: last, cache: folder, precompresses: options.precompresses, lastFiles: record?.outputs ?? []
      ).run(onlyWhatDiffers: onlyWhatDiffers)
      report.written = made.written
      report.publishedTo = output.shown
      photographs.removeOthers(than: site.photographs)
      new = made
      if let remains = made.remains {
        report.diskFailed(
          remains.sentence,
          hint:
            "The new site was published. Part of the old one is left over; the next build tries again to remove it."
        )
      }
    }
    progress.enter(.cache)
    let stored = await site.keepTexts(of: reading)
    report.cacheRemark = stored.remark ?? report.cacheRemark
    let texts = site.textsByLanguage(stored.texts)
    if let new, let last, let folder { new.keepSections(texts, others: last.others, in: folder) }
    // A site that is published stays so when there is no room for the record of it.
    if let cache, let before, let new {
      try? await cache.store(
        site, diagnostics: lasting, reading, before: before, outputs: new.entries(texts),
        isSettled: new.isSettled, madeBefore: new.madeBefore)
    }
  }

  private func checkedSite(
    into report: inout BuildReport, _ cache: ArticleCache? = nil, keepsTexts: Bool = true,
    hashes: [String: FileHash] = [:]
  ) async throws -> (SourceReading, CheckedSite)? {
    progress.enter(.read)
    guard
      var reading = try await SourceReading.read(
        source, options: options, workers: workers, progress: progress, hashes: hashes,
        into: &report.diagnostics)
    else { return nil }
    let site = try await CheckedSite.check(
      reading, source: source, options: options, workers: workers, progress: progress, cache: cache)
    if !keepsTexts { reading.forgetTexts() }
    report.add(site)
    return (reading, site)
  }
}
