import CSystem
import Diagnostics
import Files
import SiteModel
import Synchronization
import Text

/// Whether a build would only make what is published already, or which of its pages: the record of the last one, held against
/// every file that it read and every file that it published. Safe to delete; what is damaged, or was made by another
/// program or with other options, is passed over.
struct BuildCache: Sendable {
  private let source: SourceFolder
  private let output: OutputFolder
  private let workers: Workers
  private let circumstances: FileHash
  private let place: FileHash
  private let folder: CacheFolder
  private static let file = "last-build"

  init(
    source: SourceFolder, output: OutputFolder, options: BuildOptions, workers: Workers, folder: CacheFolder,
    program: FileHash
  ) {
    var key = RecordWriter()
    key.hash(program)
    key.text(output.path)
    place = FileHash(key.bytes)
    key.text(options.today.text)
    key.text((options.address?.origin ?? "") + (options.address?.path ?? ""))
    key.number(options.includesDrafts ? 1 : 0)
    key.number(options.isStrict ? 1 : 0)
    key.number(options.precompresses ? 1 : 0)
    circumstances = FileHash(key.bytes)
    self.source = source
    self.output = output
    self.workers = workers
    self.folder = folder
  }

  /// The record of the last build to this output folder. `remark` says why one that is there is of no use.
  func last(remark: inout String?) -> BuildRecord? {
    guard output.exists, let bytes = try? SystemCalls.read(folder.path(to: Self.file)) else { return nil }
    let record = BuildRecord(bytes)
    if record?.circumstances != circumstances {
      remark =
        "The record of the last build is damaged, or comes from a different program or different options."
    }
    return record?.place == place ? record : nil
  }

  /// Whether nothing has changed since the build of that record, neither here nor in the output folder, in which `outputs` lie.
  func isUnchanged(since record: BuildRecord, _ outputs: [OutputFolder.Entry]) async throws -> Bool {
    guard record.isSettled, record.circumstances == circumstances,
      record.commit.isEmpty || CommitDates.lastCommit(of: source) == record.commit,
      let sources = try? SourceFiles.list(in: source),
      sources.elementsEqual(record.sources.lazy.map(\.path)),
      outputs.elementsEqual(record.outputs, by: { $0.kind == .file && $0.path == $1.path })
    else { return false }
    guard let known = try await unchanged(record.sources, in: source.path),
      let published = try await unchanged(record.outputs, in: output.path)
    else { return false }
    if known.isStampedAnew || published.isStampedAnew {
      // The next build need not read them.
      var record = record
      (record.sources, record.outputs) = (known.entries, published.entries)
      try? write(record)
    }
    return true
  }

  /// The files as they are known now, nil when one is different. Stops at the first.
  private func unchanged(
    _ entries: [BuildRecord.Entry], in folder: String
  ) async throws -> (entries: [BuildRecord.Entry], isStampedAnew: Bool)? {
    let difference = Difference()
    let now = try await workers.map(entries.count) { number -> BuildRecord.Entry in
      var entry = entries[number]
      let place = folder + "/" + entry.path
      if difference.isFound.load(ordering: .relaxed) || entry.stamp?.isOf(place) == true { return entry }
      entry.stamp = FileStamp(place)
      if (try? SystemCalls.read(place)).map({ FileHash($0) }) != entry.hash {
        difference.isFound.store(true, ordering: .relaxed)
      }
      return entry
    }
    if difference.isFound.load(ordering: .relaxed) { return nil }
    return (now, zip(entries, now).contains { $0.stamp != $1.stamp })
  }

  private final class Difference: Sendable {
    let isFound = Atomic(false)
  }

  /// What the sources are before a build reads them: of articles the stamps, since their bytes are kept and hashed when the
  /// build is done; of all else the hashes, too. A file that changes in between is then noticed by the next build, not
  /// missed. Nil when something cannot be read, which is for the build itself to report.
  func sourcesBeforeReading(_ last: BuildRecord?) async throws -> SourcesBefore? {
    guard let paths = try? SourceFiles.list(in: source) else { return nil }
    let known = Dictionary(
      (last?.sources ?? []).lazy.filter { !SourceFiles.isArticle($0.path) }.map { ($0.path, $0) },
      uniquingKeysWith: { $1 })
    let stamped = try await workers.map(paths.count) { number -> (FileStamp?, FileHash?) in
      let place = source.path(to: paths[number])
      let stamp = FileStamp(place)
      if SourceFiles.isArticle(paths[number]) { return (stamp, nil) }
      if let stamp, let known = known[paths[number]], known.stamp == stamp { return (stamp, known.hash) }
      return (stamp, (try? SystemCalls.read(place)).map { FileHash($0) })
    }
    var before = SourcesBefore()
    for (path, (stamp, hash)) in zip(paths, stamped) {
      if SourceFiles.isArticle(path) {
        if let stamp { before.articles[path] = stamp }
      } else if let hash {
        before.others.append(BuildRecord.Entry(path: path, hash: hash, stamp: stamp))
      } else {
        return nil
      }
    }
    return before
  }

  struct SourcesBefore: Sendable {
    var others: [BuildRecord.Entry] = []
    var articles: [String: FileStamp] = [:]

    /// Of those that are no articles, by path.
    var hashes: [String: FileHash] {
      Dictionary(others.map { ($0.path, $0.hash) }, uniquingKeysWith: { $1 })
    }
  }

  /// Keeps the record of a build that has just published its site.
  func store(
    _ site: CheckedSite, diagnostics: [Diagnostic], _ reading: SourceReading, before: SourcesBefore,
    outputs: [BuildRecord.Entry], isSettled: Bool, madeBefore: Int
  ) async throws {
    let articles = try await workers.map(reading.readings.count) { number in
      let path = reading.tree.articles[number].path
      return BuildRecord.Entry(
        path: path, hash: reading.readings[number].fileHash, stamp: before.articles[path])
    }
    let stamps = try await workers.map(outputs.count) { FileStamp(output.path + "/" + outputs[$0].path) }
    var record = BuildRecord(circumstances: circumstances, place: place, isSettled: isSettled)
    record.sources = Self.sorted(articles + before.others)
    record.outputs = Self.sorted(
      zip(outputs, stamps).map { entry, stamp in
        var entry = entry
        // What somebody changed since then has another content than the entry says.
        entry.stamp = stamp.flatMap { $0.isOlder(than: madeBefore) ? $0 : nil }
        return entry
      })
    record.commit = reading.commits?.commit ?? ""
    record.pages = site.pageCount
    record.review = site.review
    record.diagnostics = diagnostics
    try write(record)
  }

  private func write(_ record: BuildRecord) throws(FileFailure) {
    let bytes = record.bytes
    try folder.put(Self.file) { place throws(FileFailure) in try SystemCalls.write(bytes, to: place) }
  }

  private static func sorted(_ entries: [BuildRecord.Entry]) -> [BuildRecord.Entry] {
    entries.sorted { SystemCalls.precedes($0.path, $1.path) }
  }
}

/// The files that a build may read, and those that it published.
enum SourceFiles {
  /// Relative to the source folder, sorted; names that begin with a dot are passed over as a build does. Nil when
  /// something is there that is neither file nor folder.
  static func list(in source: SourceFolder) throws(FileFailure) -> [String]? {
    var files: [String] = []
    for folder in ["Content", "Templates"] {
      guard let below = try list(below: source.path(to: folder), dotted: false) else { return nil }
      files += below.map { "\(folder)/\($0)" }.filter { !$0.hasPrefix(RootFile.folder + "/") }
    }
    guard let root = try list(below: source.path(to: RootFile.folder)) else { return nil }
    files += root.filter(RootFile.isPublished).map { "\(RootFile.folder)/\($0)" }
    // Articles that lie beside `Content` by mistake are told.
    files += try SystemCalls.list(source.path).filter { name, kind in
      kind == .file
        && (name.hasSuffix(".md") && !name.hasPrefix(".") || otherFiles.contains(name)
          || SiteTranslation.isFile(name))
    }.map(\.name)
    return files.sorted(by: SystemCalls.precedes)
  }

  /// Beside the folders and articles.
  private static let otherFiles = [SiteConfiguration.file, SourceTree.addressFile]

  /// Relative to the folder, sorted.
  static func list(below root: String, dotted: Bool = true) throws(FileFailure) -> [String]? {
    guard try SystemCalls.status(root)?.kind == .folder else { return [] }
    let entries = try FolderTree.entries(below: root, dotted: dotted)
    return entries.contains { $0.kind != .file } ? nil : entries.map(\.path)
  }

  /// Whether the file can only be an article, and a build that publishes anything has read it as one.
  static func isArticle(_ path: String) -> Bool { isText(path) && !hasLanguage(path) }

  /// Whether the file's name is that of an article's translation.
  static func isTranslation(_ path: String) -> Bool { isText(path) && hasLanguage(path) }

  private static func isText(_ path: String) -> Bool {
    path.hasPrefix("Content/") && path.hasSuffix(".md") && !path.hasPrefix(SourceTree.checkerFolder + "/")
  }

  /// A translation has its language before the ending; an article's own name has no dot.
  private static func hasLanguage(_ path: String) -> Bool {
    PathText.hasInnerDot(path, ending: ".md".utf8.count)
  }
}
