/// Keeps a second build of the same site out while one is writing. The system lets go of the lock when the
/// process ends, however it ends.
package final class BuildLock: Sendable {
  private let descriptor: Int32

  /// Nil when another build holds it.
  package init?(source: SourceFolder) throws(FileFailure) {
    try OwnFolder.make(in: source)
    guard let descriptor = try SystemCalls.lock(source.path(to: ".limber/lock")) else { return nil }
    self.descriptor = descriptor
  }

  deinit { SystemCalls.unlock(descriptor) }
}
