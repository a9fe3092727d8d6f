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

  /// Whether nothing has changed since the build of that record, neither here nor in the output folder.
  func isUnchanged(since record: BuildRecord) async throws -> Bool {
    guard record.isSettled, record.circumstances == circumstances,
      let sources = try? SourceFiles.list(in: source),
      sources.elementsEqual(record.sources.lazy.map(\.path)),
      let outputs = try? SourceFiles.list(below: output.path),
      outputs.elementsEqual(record.outputs.lazy.map(\.path))
    else { return false }
    let areSame = try await areUnchanged(record.sources, in: source.path)
    return areSame ? try await areUnchanged(record.outputs, in: output.path) : false
  }

  /// Stops at the first that is different.
  private func areUnchanged(_ entries: [BuildRecord.Entry], in folder: String) async throws -> Bool {
    let difference = Difference()
    _ = try await workers.map(entries.count) { number -> Void in
      guard !difference.isFound.load(ordering: .relaxed) else { return }
      let bytes = try? SystemCalls.read(folder + "/" + entries[number].path)
      if bytes.map({ FileHash($0) }) != entries[number].hash {
        difference.isFound.store(true, ordering: .relaxed)
      }
    }
    return !difference.isFound.load(ordering: .relaxed)
  }

  private final class Difference: Sendable {
    let isFound = Atomic(false)
  }

  /// What the sources are before a build reads them, articles excepted: their bytes are kept, and hashed when
  /// the build is done. A file that changes in between is then noticed by the next build, not missed.
  func sourcesBeforeReading() async throws -> [BuildRecord.Entry]? {
    // What cannot be read is for the build itself to report.
    guard let paths = try? SourceFiles.list(in: source) else { return nil }
    let others = paths.filter { !SourceFiles.isArticle($0) }
    let entries = try await workers.map(others.count) { number -> BuildRecord.Entry? in
      guard let bytes = try? SystemCalls.read(source.path(to: others[number])) else { return nil }
      return BuildRecord.Entry(path: others[number], hash: FileHash(bytes))
    }
    return entries.contains { $0 == nil } ? nil : entries.compactMap { $0 }
  }

  /// Keeps the record of a build that has just published its site. `others` are the sources before reading.
  func store(
    _ site: CheckedSite, diagnostics: [Diagnostic], _ reading: SourceReading, others: [BuildRecord.Entry],
    outputs: [BuildRecord.Entry], isSettled: Bool
  ) async throws {
    let articles = try await workers.map(reading.readings.count) { number in
      BuildRecord.Entry(
        path: reading.tree.articles[number].path, hash: reading.readings[number].fileHash)
    }
    var record = BuildRecord(circumstances: circumstances, place: place, isSettled: isSettled)
    record.sources = Self.sorted(articles + others)
    record.outputs = Self.sorted(outputs)
    record.pages = site.pageCount
    record.review = site.review
    record.diagnostics = diagnostics
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
      files += below.map { "\(folder)/\($0)" }
    }
    // Articles that lie beside `Content` by mistake are told.
    files += try SystemCalls.list(source.path).filter { name, kind in
      kind == .file && (name.hasSuffix(".md") && !name.hasPrefix(".") || name == SiteConfiguration.file)
    }.map(\.name)
    return files.sorted(by: SystemCalls.precedes)
  }

  /// Relative to the folder, sorted.
  static func list(below root: String, dotted: Bool = true) throws(FileFailure) -> [String]? {
    guard try SystemCalls.status(root)?.kind == .folder else { return [] }
    let entries = try FolderTree.entries(below: root, dotted: dotted)
    return entries.contains { $0.kind != .file } ? nil : entries.map(\.path)
  }

  /// Whether the file can only be an article, and a build that publishes anything has read it as one.
  static func isArticle(_ path: String) -> Bool {
    path.hasPrefix("Content/") && path.hasSuffix(".md")
      && !path.hasPrefix(SourceTree.checkerFolder + "/")
  }
}
