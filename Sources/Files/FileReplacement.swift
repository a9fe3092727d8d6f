import Text

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file of the source folder that gets other bytes, another name or both.
package struct FileChange: Sendable {
  /// Relative to the source folder.
  package let path: String
  package let newPath: String
  /// What was read, and what is to be there.
  package let old: [UInt8]
  package let new: [UInt8]

  package init(path: String, newPath: String? = nil, old: [UInt8], new: [UInt8]) {
    self.path = path
    self.newPath = newPath ?? path
    self.old = old
    self.new = new
  }

  package var isMoved: Bool { path != newPath }
  package var isRewritten: Bool { old != new }
}

/// Puts changes in place together: all of them or, when the disk fails, none. What is new is complete on the disk before
/// anything changes. When the process is killed on the way, some files are old and some new; each is whole, and those that
/// were to change are in `savedFolder` as they were.
package struct FileReplacement {
  /// Why nothing was changed.
  package enum Failure: Error {
    /// The file is no longer what was read.
    case changed(String)
    /// There is something where a file is to go.
    case taken(String)
    /// `isRestored` is false when taking back what was done failed, too.
    case disk(FileFailure, isRestored: Bool)
  }

  /// The folder for what is needed on the way, relative to the source folder.
  package static let folder = ".limber/move"
  /// Holds the files as they were while they are being replaced.
  package static let savedFolder = folder + "/before"
  /// The same while nothing is replaced yet or any more.
  private static let spareFolder = folder + "/spare"

  private let source: SourceFolder
  private let changes: [FileChange]
  /// How to take back what was done, the last first.
  private var undo: [() throws -> Void] = []

  package static func apply(_ changes: [FileChange], to source: SourceFolder) throws(Failure) {
    var replacement = FileReplacement(source: source, changes: changes)
    try replacement.run()
  }

  private init(source: SourceFolder, changes: [FileChange]) {
    self.source = source
    self.changes = changes
  }

  private mutating func run() throws(Failure) {
    for change in changes {
      guard (try? source.readInside(change.path)) == change.old else { throw .changed(change.path) }
      if change.isMoved, !isFree(change.newPath) {
        throw .taken(change.newPath)
      }
    }
    do {
      for change in changes { try prepare(change) }
      try SystemCalls.rename(source.path(to: Self.spareFolder), to: source.path(to: Self.savedFolder))
      for change in changes { try put(change) }
    } catch {
      let isRestored = takeBack()
      discard()
      if isRestored { removeSaved() }
      let failure = error as? FileFailure ?? FileFailure("write", source.path, EIO)
      throw .disk(failure, isRestored: isRestored)
    }
    removeSaved()
  }

  private func removeSaved() {
    // In one step it is nobody's any more.
    try? SystemCalls.rename(source.path(to: Self.savedFolder), to: source.path(to: Self.spareFolder))
    try? FolderTree.remove(source.path(to: Self.spareFolder))
    try? SystemCalls.removeFolder(source.path(to: Self.folder))
  }

  private func isFree(_ path: String) -> Bool {
    do { return try SystemCalls.status(source.path(to: path)).map { _ in false } ?? true } catch {
      return false
    }
  }

  /// Ends the names of files that are not in their place yet.
  static let ending = ".limber-new"

  /// Takes away what a replacement that was killed before it changed anything, or when all was done, has left in the source folder.
  package static func clean(_ source: SourceFolder) throws(FileFailure) {
    try FolderTree.remove(source.path(to: spareFolder))
    let content = source.path(to: "Content")
    guard try SystemCalls.status(content)?.kind == .folder else { return }
    for (path, kind) in try FolderTree.entries(below: content, dotted: true)
    where kind == .file && path.hasSuffix(ending) {
      try SystemCalls.removeFile(content + "/" + path)
    }
    try SystemCalls.removeFile(source.path(to: ".site.yaml" + ending))
  }

  /// Beside the file's place, where the same file system is; a name with a dot is no part of a site.
  private func beside(_ path: String) -> String {
    let folder = PathText.folder(of: path)
    let name = folder.isEmpty ? path[...] : path.dropFirst(folder.count + 1)
    return source.path(to: (folder.isEmpty ? "" : folder + "/") + ".\(name)\(Self.ending)")
  }

  private func prepare(_ change: FileChange) throws {
    let (old, new) = (source.path(to: change.path), beside(change.newPath))
    try SystemCalls.requireWritable(old)
    // Written for a renaming, too: a folder that cannot be written to is found before anything changes.
    try SystemCalls.removeFile(new)
    do { try SystemCalls.write(change.new, to: new) } catch {
      throw FileFailure(error.operation, source.path(to: change.newPath), error.number)
    }
    try SystemCalls.copyMode(of: old, to: new)
    let saved = source.path(to: Self.spareFolder + "/" + change.path)
    try FolderTree.make(String(PathText.folder(of: saved)))
    if !SystemCalls.link(old, as: saved) {
      try SystemCalls.write(change.old, to: saved)
      try SystemCalls.copyMode(of: old, to: saved)
    }
  }

  private mutating func put(_ change: FileChange) throws {
    let (old, new) = (source.path(to: change.path), source.path(to: change.newPath))
    if change.isMoved {
      try SystemCalls.renameWithoutReplacing(old, to: new)
      undo.append { try SystemCalls.renameWithoutReplacing(new, to: old) }
    }
    let saved = source.path(to: Self.savedFolder + "/" + change.path)
    if change.isRewritten {
      try SystemCalls.rename(beside(change.newPath), to: new)
      undo.append { try SystemCalls.rename(saved, to: new) }
    } else {
      try SystemCalls.removeFile(beside(change.newPath))
    }
  }

  private func takeBack() -> Bool {
    for step in undo.reversed() {
      do { try step() } catch { return false }
    }
    return true
  }

  /// What was written beside and is not needed.
  private func discard() {
    for change in changes { try? SystemCalls.removeFile(beside(change.newPath)) }
  }
}
