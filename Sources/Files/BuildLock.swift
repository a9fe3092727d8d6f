import Text

/// Keeps a second build of the same site out while one is writing. The system lets go of the lock when the
/// process ends, however it ends.
package final class BuildLock: Sendable {
  package static let file = "lock"
  private let descriptor: Int32

  /// Nil when another build holds it.
  package convenience init?(source: SourceFolder) throws(FileFailure) {
    try OwnFolder.make(in: source)
    try self.init(folder: source.path(to: OwnFolder.name))
  }

  /// In a folder that is made if need be; of the builds into `output` alone, where builds of many sites share the folder.
  package init?(folder: String, of output: String? = nil) throws(FileFailure) {
    try FolderTree.make(folder)
    let name = output.map { "\(Self.file)-\(FileHash(Array($0.utf8)).name)" } ?? Self.file
    guard let descriptor = try SystemCalls.lock(folder + "/" + name) else { return nil }
    self.descriptor = descriptor
  }

  deinit { SystemCalls.unlock(descriptor) }
}
