import Files
import Markdown
import Site
import SiteModel

/// Keeps a site in memory and brings it up to date after changes, reading and parsing again only what they
/// can have touched. What comes out is byte for byte what a build would publish.
package actor PreviewSite {
  private let options: BuildOptions
  private let source: SourceFolder
  private let workers: Workers
  private let photographs: PhotographMaker
  /// What an earlier preview parsed, for the first update.
  private let cache: ArticleCache?
  /// Goes on while the first update is already shown.
  private var keeping: Task<Void, Never>?
  /// What the last update knew; nil before the first, and after one that could not be finished.
  private var state: State?
  /// What git said of the last commit. It stays true when an update could not be finished.
  private var commits: CommitDates?
  private var isUpdating = false
  private var waiting: [CheckedContinuation<Void, Never>] = []

  private struct State {
    let reading: SourceReading
    let site: CheckedSite
    /// Nil until the site can be shown.
    let shared: SiteOutput.SharedRecords?
    /// The words of each article, for the first title that changes.
    let words: Task<[WordSet], any Error>
  }

  /// What an update found.
  package struct Update: Sendable {
    package let report: BuildReport
    /// The site as it is now; nil while it has errors, and then the one before stays true for what is shown.
    package let snapshot: PreviewSnapshot?
  }

  /// Throws `BuildObstacle.noSource` when there is no folder to read.
  package init(_ options: BuildOptions) throws {
    guard let source = SourceFolder(options.source) else { throw BuildObstacle.noSource(options.source) }
    self.options = options
    self.source = source
    workers = Workers(count: options.jobs)
    cache = ArticleCache.ofPreviews(of: source)
    photographs = PhotographMaker(source, cache: CacheFolder(path: source.path(to: OwnFolder.name)))
  }

  /// Brings the site up to date. `changed` are paths relative to the source folder, of files or folders that
  /// may have been made, written, renamed or removed; nil for anything. One update runs at a time, others wait.
  package func update(_ changed: Set<String>?) async -> Update {
    while isUpdating { await withCheckedContinuation { waiting.append($0) } }
    isUpdating = true
    defer {
      isUpdating = false
      for continuation in waiting { continuation.resume() }
      waiting = []
    }
    let known = changed == nil ? nil : state
    state = nil
    var next: State?
    // Nothing here throws but failures of files, which the report holds.
    let report =
      (try? await BuildReport.collecting { report in
        next = try await self.state(from: known, after: SourceChange(changed ?? []), into: &report)
      }) ?? BuildReport()
    state = next
    guard let next, let shared = next.shared, report.errors == 0,
      let output = SiteOutput(next.site, source: source, shared: shared, photographs: photographs)
    else { return Update(report: report, snapshot: nil) }
    return Update(report: report, snapshot: PreviewSnapshot(output))
  }

  /// Returns when what the first update parsed is kept for the next preview.
  package func waitUntilKept() async { await keeping?.value }

  private func state(
    from old: State?, after change: SourceChange, into report: inout BuildReport
  ) async throws -> State? {
    guard let reading = try await reading(from: old?.reading, after: change, into: &report) else {
      return nil
    }
    commits = reading.commits ?? commits
    guard let old else { return try await first(reading, into: &report) }
    let areOtherFilesSame = try change.articlesOnly(in: old.reading.tree, source) != nil
    let areNamesSame = areOtherFilesSame && change.leavesFrontMatter(of: old.reading, as: reading)
    let editions =
      areNamesSame ? [] : try await Edition.all(of: reading, options: options, workers: workers)
    let named =
      areNamesSame ? old.site.named : try namedSite(reading, editions, from: old, after: change)
    let isChanged = change.articles(of: named.index)
    let words = words(of: reading, from: old, isChanged: isChanged)
    let stale = try await stale(
      StaleArticles(old.reading, old.site, reading, named, isChanged: isChanged, after: change), words,
      reading.sources)
    let known = stale.map { (site: old.site, stale: $0) }
    let parsed = try await CheckedSite.parse(
      named, reading.sources, earlier: known, workers: workers, progress: BuildProgress())
    let earlier = stale.map {
      CheckedSite.Earlier(
        old.site, changed: Set($0 + parsed.again).sorted(), areOtherFilesSame: areOtherFilesSame)
    }
    let translated = try await translated(
      editions, reading, named, parsed, after: areNamesSame ? earlier : nil)
    let site = try await CheckedSite(
      reading, named, parsed, translated, source: source, workers: workers, earlier: earlier)
    report.add(site)
    if let fault = PhotographStage.fault(in: site, photographs) { report.diagnostics.append(fault) }
    let shared =
      if let shared = old.shared, named.isSame(as: old.site.named), areOtherFilesSame {
        shared
      } else if named.design.templates != nil {
        SiteOutput.SharedRecords(site, isPreview: true)
      } else {
        SiteOutput.SharedRecords?.none
      }
    return State(reading: reading, site: site, shared: shared, words: words)
  }

  /// The site's texts in its other languages. `earlier` is what is known where all names are as they were, and then `editions` are
  /// made only when they are needed.
  private func translated(
    _ editions: [Edition], _ reading: SourceReading, _ named: NamedSite, _ parsed: CheckedSite.ParsedTexts,
    after earlier: CheckedSite.Earlier?
  ) async throws -> [CheckedSite.TranslatedTexts] {
    if let earlier, let known = CheckedSite.translated(after: earlier, parsed) { return known }
    let editions =
      editions.isEmpty
      ? try await Edition.all(of: reading, options: options, workers: workers) : editions
    return try await CheckedSite.parse(editions, reading, of: named, parsed, workers: workers)
  }

  /// The site as the preview finds it. What an earlier preview parsed is taken from there, and kept for the next.
  private func first(_ reading: SourceReading, into report: inout BuildReport) async throws -> State {
    let site = try await CheckedSite.check(
      reading, source: source, options: options, workers: workers, progress: BuildProgress(), cache: cache)
    report.add(site)
    if let fault = PhotographStage.fault(in: site, photographs) { report.diagnostics.append(fault) }
    let shared =
      site.named.design.templates == nil ? nil : SiteOutput.SharedRecords(site, isPreview: true)
    let before = keeping
    keeping = Task.detached(priority: .utility) {
      await before?.value
      _ = await site.keepTexts(of: reading)
    }
    return State(
      reading: reading, site: site, shared: shared, words: words(of: reading, from: nil, isChanged: []))
  }

  private func reading(
    from old: SourceReading?, after change: SourceChange, into report: inout BuildReport
  ) async throws -> SourceReading? {
    guard let old else {
      return try await SourceReading.read(
        source, options: options, workers: workers, progress: BuildProgress(), commits: commits,
        into: &report.diagnostics)
    }
    if let numbers = try change.articlesOnly(in: old.tree, source) {
      return try old.rereading(numbers, from: source, options: options)
    }
    let isSettled = !change.contains(SiteConfiguration.file)
    var readings: [String: ArticleReading] = [:]
    if isSettled {
      for (file, reading) in zip(old.tree.articles, old.readings) where !change.contains(file.path) {
        readings[file.path] = reading
      }
    }
    return try await SourceReading.read(
      source, options: options, workers: workers, progress: BuildProgress(),
      known: { [readings] in readings[$0.path] }, commits: commits, into: &report.diagnostics)
  }

  private func namedSite(
    _ reading: SourceReading, _ editions: [Edition], from old: State, after change: SourceChange
  ) throws -> NamedSite {
    guard !change.contains(SiteConfiguration.file), !change.contains(below: "Templates"),
      reading.checkers.isEmpty == old.reading.checkers.isEmpty
    else {
      return NamedSite(
        reading, design: try SiteDesign(reading, from: source), today: options.today, editions: editions)
    }
    if try change.articlesOnly(in: old.reading.tree, source) != nil {
      let isChanged = change.articles(of: old.site.named.index)
      let numbers = isChanged.indices.filter { isChanged[$0] }
      if let renamed = NamedSite(old.site.named, reading, changed: numbers) { return renamed }
    }
    return NamedSite(
      reading, design: old.site.named.design, today: options.today, editions: editions)
  }

  /// The numbers of the articles to be parsed again; nil for all.
  private func stale(
    _ found: StaleArticles?, _ words: Task<[WordSet], any Error>, _ sources: [[UInt8]]
  ) async throws -> [Int]? {
    guard let found else { return nil }
    guard found.asksForWords else { return found.numbers }
    let mentioning = try await found.mentioning(words.value, sources, workers)
    return (found.numbers + mentioning).sorted()
  }

  /// Read while nobody waits for them: at the first title that changes they are there.
  private func words(of reading: SourceReading, from old: State?, isChanged: [Bool]) -> Task<
    [WordSet], any Error
  > {
    let (sources, workers) = (reading.sources, workers)
    guard let old,
      old.reading.articles.elementsEqual(reading.articles, by: { $0 === $1 || $0.file == $1.file })
    else {
      return Task.detached(priority: .utility) {
        try await workers.map(sources.count) { WordSet(ofSource: sources[$0]) }
      }
    }
    let before = old.words
    return Task.detached {
      var words = try await before.value
      for number in words.indices where isChanged[number] {
        words[number] = WordSet(ofSource: sources[number])
      }
      return words
    }
  }
}
