import Synchronization
import Text

/// What a build publishes, noted as it is written, by several threads at once.
final class PublishedFiles: Sendable {
  private let noted = Mutex<[BuildRecord.Entry]>([])
  /// Whether assets of the build before are among them, which the next build takes away.
  let holdsOldAssets = Atomic(false)

  func add(_ path: String, _ hash: FileHash) {
    noted.withLock { $0.append(BuildRecord.Entry(path: path, hash: hash)) }
  }

  /// In no particular order.
  var entries: [BuildRecord.Entry] { noted.withLock { $0 } }
}
