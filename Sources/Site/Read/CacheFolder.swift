import Files
import Text

/// The folder in which builds leave what the next can use. Everything in it may be deleted at any time, and is read as
/// if it came from a stranger: what is damaged or of another version is as good as nothing.
package struct CacheFolder: Sendable {
  package let path: String
  /// Whether somebody chose it, who may bring it from another machine.
  let isChosen: Bool

  /// Nil when no folder is there; without a look where `exists` says that there is one.
  package init?(path: String, exists: Bool? = nil, isChosen: Bool = false) {
    guard exists ?? ((try? SystemCalls.status(path)).flatMap { $0 }?.kind == .folder) else { return nil }
    (self.path, self.isChosen) = (path, isChosen)
  }

  /// What a cache depends on that only this folder knows, mixed with `program`; nil when it knows nothing yet. A folder in the
  /// source may have come with it from a stranger, who can make every hash but not the moment at which the system
  /// made the lock's file here. A folder that was chosen is believed wherever it was filled.
  func circumstances(_ program: FileHash) -> FileHash? {
    if isChosen { return program }
    guard let lock = (try? SystemCalls.status(path(to: BuildLock.file)))?.flatMap({ $0 }), lock.kind == .file
    else { return nil }
    var key = RecordWriter()
    key.hash(program)
    key.hash(FileHash(high: lock.inode, low: UInt64(bitPattern: Int64(lock.changed))))
    return FileHash(key.bytes)
  }

  func path(to name: String) -> String { path + "/" + name }

  /// The bytes of a file that ends in the hash of what is before it, without that; nil when it is not there or damaged.
  package func read(_ name: String) -> ArraySlice<UInt8>? {
    guard let status = try? SystemCalls.status(path(to: name)), status.kind == .file,
      let bytes = try? SystemCalls.read(path(to: name)), bytes.count >= 16
    else { return nil }
    var end = RecordReader(bytes[(bytes.count - 16)...])
    let content = bytes[..<(bytes.count - 16)]
    return end.hash() == FileHash(content) ? content : nil
  }

  /// Whether a file is there, damaged or not.
  func has(_ name: String) -> Bool { (try? SystemCalls.status(path(to: name)))??.kind == .file }

  /// Writes a file as `read` wants it, in one step.
  package func replace(_ name: String, with content: RecordWriter) throws(FileFailure) {
    var content = content
    content.hash(FileHash(content.bytes))
    try put(name) { place throws(FileFailure) in try SystemCalls.write(content.bytes, to: place) }
  }

  /// Lets `write` make a file at a place of its own, which then gets its name in one step. Two builds do not meet there.
  func put(_ name: String, write: (String) throws(FileFailure) -> Void) throws(FileFailure) {
    let new = unfinished(name)
    try SystemCalls.removeFile(new)
    do {
      try write(new)
      try SystemCalls.rename(new, to: path(to: name))
    } catch {
      try? SystemCalls.removeFile(new)
      throw error
    }
  }

  /// What the names of the files begin with that keep a search's words.
  static let searchStart = "search"

  /// Removes all that builds left, their lock excepted.
  func clear() throws(FileFailure) {
    for (name, kind) in try SystemCalls.list(path)
    where kind == .file
      && (name.hasPrefix("articles") || name.hasPrefix(PhotographMaker.cacheStart)
        || name.hasPrefix(Self.searchStart) || name == "last-build")
    {
      try SystemCalls.removeFile(path(to: name))
    }
  }

  /// Where this process writes a file until it is whole. What lies there from before is of no use.
  func unfinished(_ name: String) -> String { path(to: "\(name).\(SystemCalls.processNumber)\(Self.ending)") }

  private static let ending = ".new"

  /// Removes what killed builds left; what another process is just writing then does not get its name, and is made again
  /// by the next build.
  func removeUnfinished() {
    for (name, kind) in (try? SystemCalls.list(path)) ?? [] where kind == .file && name.hasSuffix(Self.ending)
    {
      try? SystemCalls.removeFile(path(to: name))
    }
  }
}
