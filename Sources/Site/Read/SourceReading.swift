import Diagnostics
import Files
import SiteModel
import SymptomTree
import Text
import YAML

/// The stages discover and read: everything a build takes from the source folder, as values.
package struct SourceReading: Sendable {
  package let configuration: SiteConfiguration
  /// Of `site.yaml`.
  let settings: FileHash
  package let tree: SourceTree
  /// One for each of the tree's articles.
  package private(set) var readings: [ArticleReading]
  package let files: [ContentFile]
  package let references: References
  /// Whose the pictures are.
  let credits: PictureCredits
  package let redFlags: RedFlags
  /// Where readers ever found something.
  package let addresses: [UInt8]
  package let careLevels: [CareHeading]
  /// The same with all that their file says; nil when it is not there.
  let careLevelCards: CareLevels?
  package let checkers: [CheckerFiles]
  /// Files with the words of further languages.
  package private(set) var words: TranslationSources
  /// The articles that could be read as far as their names, and the bytes of each.
  package let articles: [Article]
  package private(set) var sources: [[UInt8]]
  let hashes: [ArticleHashes]
  /// Where dates come from commits.
  package let commits: CommitDates?
  /// Of everything but the articles.
  private let otherDiagnostics: [Diagnostic]

  /// `known` gives what is still true of an article's file from an earlier reading, so that it need not be read
  /// again; `hashes` are those of other files that somebody has read, by path; `commits` what git said before. Nil when `site.yaml` leaves nothing to build with; `diagnostics` then say why.
  package static func read(
    _ folder: SourceFolder, options: BuildOptions, workers: Workers, progress: BuildProgress,
    known: @escaping @Sendable (SourceTree.ArticleFile) -> ArticleReading? = { _ in nil },
    hashes: [String: FileHash] = [:], commits earlier: CommitDates? = nil,
    into diagnostics: inout [Diagnostic]
  ) async throws -> SourceReading? {
    guard let settings = try optional(SiteConfiguration.file, in: folder) else {
      diagnostics.append(try noSettings(in: folder))
      return nil
    }
    var found: [Diagnostic] = []
    guard var configuration = SiteConfiguration.read(settings, into: &found) else {
      diagnostics += found
      return nil
    }
    if let address = options.address { configuration.address = address }
    let tree = try SourceTree(
      of: folder, kinds: configuration.kinds, language: configuration.language,
      languages: configuration.languages, into: &found)
    let reader = ArticleReader(
      configuration: configuration, today: options.today, includesDrafts: options.includesDrafts,
      isThere: { tree.hasArticle(at: $0) })
    progress.expect(tree.articles.count * 3)
    let settled = configuration
    let (clinical, (readings, contents)) = try await workers.both {
      try ClinicalSources(folder, language: settled.language, today: options.today)
    } _: {
      let readings = try await workers.map(tree.articles.count) { number -> ArticleReading in
        defer { progress.advance() }
        let file = tree.articles[number]
        return try known(file) ?? ArticleReading(file, from: folder, reader: reader)
      }
      return (readings, try await readFiles(tree.otherContent, folder, settled, workers, hashes: hashes))
    }
    var commits: CommitDates?
    if options.asksForCommits, let place = configuration.datesFromCommits {
      commits = CommitDates(
        of: tree.articles.map(\.path), in: folder, known: earlier, at: place, into: &found)
    }
    found += clinical.diagnostics
    let (references, redFlags, careLevels) = (clinical.references, clinical.redFlags, clinical.careLevels)
    let addresses = try readAddresses(folder, into: &found)
    let credits =
      try optional(PictureCredits.file, in: folder).map { PictureCredits($0, into: &found) }
      ?? PictureCredits(isReadable: !tree.misnamed.contains(PictureCredits.file))
    var files = contents
    credits.give(
      to: &files, areNeeded: configuration.pictures.needsCredit, strays: tree.strays, into: &found)
    let checkers = try CheckerFiles.read(tree.otherContent, from: folder, careLevels: careLevels)
    // A checker tells of all that is wrong with them.
    if checkers.isEmpty { found += careLevels?.wording ?? [] }
    return SourceReading(
      configuration: configuration, settings: FileHash(settings), tree: tree, readings: readings,
      files: files,
      references: references ?? References(isReadable: !tree.misnamed.contains(References.file)),
      credits: credits,
      redFlags: redFlags ?? RedFlags(isReadable: !tree.misnamed.contains(RedFlags.file)),
      addresses: addresses,
      careLevels: careLevels?.headings ?? CareHeading.all(), careLevelCards: careLevels,
      checkers: checkers,
      words: try await TranslationSources.read(tree, configuration, from: folder, workers),
      commits: commits, diagnostics: found)
  }

  /// Works, red flags and care levels, each nil where its file is not there.
  private struct ClinicalSources: Sendable {
    let references: References?
    let redFlags: RedFlags?
    let careLevels: CareLevels?
    let diagnostics: [Diagnostic]

    init(_ folder: SourceFolder, language: String, today: CalendarDate) throws(FileFailure) {
      var found: [Diagnostic] = []
      references = try SourceReading.optional(References.file, in: folder).map {
        References($0, today: today, into: &found)
      }
      redFlags = try SourceReading.optional(RedFlags.file, in: folder).map { RedFlags($0, into: &found) }
      careLevels = try SourceReading.optional(CareHeading.file, in: folder).map {
        CareLevels(SourceFile(name: CareHeading.file, bytes: $0[...]), language: language)
      }
      diagnostics = found + (careLevels?.unreadable ?? [])
    }
  }

  private init(
    configuration: SiteConfiguration, settings: FileHash, tree: SourceTree, readings: [ArticleReading],
    files: [ContentFile], references: References, credits: PictureCredits, redFlags: RedFlags,
    addresses: [UInt8],
    careLevels: [CareHeading], careLevelCards: CareLevels?, checkers: [CheckerFiles],
    words: TranslationSources, commits: CommitDates?, diagnostics: [Diagnostic]
  ) {
    self.configuration = configuration
    self.settings = settings
    self.tree = tree
    self.readings = readings
    self.files = files
    self.references = references
    self.credits = credits
    self.redFlags = redFlags
    self.addresses = addresses
    self.careLevels = careLevels
    self.careLevelCards = careLevelCards
    self.checkers = checkers
    self.words = words
    self.commits = commits
    otherDiagnostics = diagnostics
    var articles: [Article] = []
    var sources: [[UInt8]] = []
    articles.reserveCapacity(readings.count)
    sources.reserveCapacity(readings.count)
    var hashes: [ArticleHashes] = []
    hashes.reserveCapacity(readings.count)
    for reading in readings {
      guard let article = reading.article else { continue }
      var hash = ArticleHashes(file: reading.hash, frontMatter: reading.frontMatterHash)
      if article.updated == nil, let day = commits?[article.file] {
        articles.append(Article(ArticleContent(article, updated: day)))
        hash.frontMatter = FileHash(Array("\(hash.frontMatter.name) \(day.text)".utf8))
      } else {
        articles.append(article)
      }
      sources.append(reading.bytes)
      hashes.append(hash)
    }
    self.articles = articles
    self.sources = sources
    self.hashes = hashes
  }

  /// What tells an article's file from others.
  struct ArticleHashes: BitwiseCopyable, Sendable {
    let file: FileHash
    /// Of the front matter, and of what else is known of the article beside its text.
    var frontMatter: FileHash

    /// Those of its translation, which holds words only: all else is the original's.
    func translated(_ file: FileHash, _ frontMatter: FileHash) -> Self {
      Self(
        file: FileHash(of: [self.file, file]),
        frontMatter: FileHash(of: [self.frontMatter, frontMatter]))
    }
  }

  /// Gives back the memory of the articles' texts, of which nobody needs more than the hashes once all of them are parsed.
  mutating func forgetTexts() {
    sources = []
    words.forgetTexts()
    for number in readings.indices { readings[number].forgetText() }
  }

  package var diagnostics: [Diagnostic] {
    var all = otherDiagnostics
    for reading in readings where !reading.diagnostics.isEmpty { all += reading.diagnostics }
    return all
  }

  /// Diagnostics with the places that the files have: in articles, letters of two characters were read as one.
  func asWritten(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    var readings: [String: ArticleReading] = [:]
    for (number, reading) in self.readings.enumerated() where reading.hasOtherColumns {
      readings[tree.articles[number].path] = reading
    }
    if readings.isEmpty, !words.haveOtherColumns { return diagnostics }
    return diagnostics.map { one in
      guard let file = one.file, let position = one.position else { return one }
      var moved = one
      moved.position = readings[file]?.written(position) ?? words.written(position, in: file)
      return moved
    }
  }

  /// By what others may name articles that nobody can get because of their folders or names, which has been told.
  var strays: Set<String> {
    var names = tree.strays
    for number in readings.indices where readings[number].article == nil {
      let name = PathText.name(of: tree.articles[number].path)
      let stem = String(name.dropLast(".md".utf8.count))
      names.formUnion([stem, ArticleID.nearest(to: stem)])
    }
    return names
  }

  /// The same, with some articles' files read again: those at `numbers` of the tree.
  package func rereading(_ numbers: [Int], from folder: SourceFolder, options: BuildOptions)
    throws(FileFailure)
    -> SourceReading
  {
    let tree = tree
    let reader = ArticleReader(
      configuration: configuration, today: options.today, includesDrafts: options.includesDrafts,
      isThere: { tree.hasArticle(at: $0) })
    var readings = readings
    for number in numbers {
      readings[number] = try ArticleReading(tree.articles[number], from: folder, reader: reader)
    }
    return SourceReading(
      configuration: configuration, settings: settings, tree: tree, readings: readings, files: files,
      references: references, credits: credits, redFlags: redFlags, addresses: addresses,
      careLevels: careLevels,
      careLevelCards: careLevelCards, checkers: checkers, words: words, commits: commits,
      diagnostics: otherDiagnostics)
  }

  /// A file that a site may do without.
  static func optional(_ path: String, in folder: SourceFolder) throws(FileFailure) -> [UInt8]? {
    guard let status = try SystemCalls.status(folder.path(to: path)), status.kind == .file else { return nil }
    return try SystemCalls.read(folder.path(to: path))
  }

  private static func noSettings(in folder: SourceFolder) throws(FileFailure) -> Diagnostic {
    let file = SiteConfiguration.file
    guard let status = try SystemCalls.status(folder.path(to: file)) else {
      let others = ["site.yml", "Site.yaml", "site.yaml.txt", "site.YAML", "_site.yaml", "config.yaml"]
      for other in others where try SystemCalls.status(folder.path(to: other)) != nil {
        return .error(
          .missingFile, file: file, at: nil, "The source folder has no `site.yaml`.",
          hint: "If `\(other)` has its settings, rename it to `site.yaml`.")
      }
      return .error(
        .missingFile, file: file, at: nil, "The source folder has no `site.yaml`.",
        hint: "Check `--source`. To create a new site, use `limber init`.")
    }
    let isLink = status.kind == .link
    return .error(
      isLink ? .symbolicLink : .notAFile, file: file, at: nil,
      "`site.yaml` must be a file\(isLink ? ", not a symbolic link" : "").",
      hint: isLink
        ? "Replace it with the file that it leads to."
        : "Rename what is there, and write the settings to a file.")
  }

  private static func readAddresses(
    _ folder: SourceFolder, into diagnostics: inout [Diagnostic]
  ) throws(FileFailure) -> [UInt8] {
    let name = SourceTree.addressFile
    guard let status = try SystemCalls.status(folder.path(to: name)) else { return [] }
    if status.kind == .file { return try SystemCalls.read(folder.path(to: name)) }
    diagnostics.append(
      .error(
        status.kind == .link ? .symbolicLink : .notAFile, file: name, at: nil,
        "The list of addresses must be a file\(status.kind == .link ? ", not a symbolic link" : "").",
        hint: "Replace it with a file, or delete it and run `limber addresses --update`."))
    return []
  }
}
