#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system says of a file, by which it is known to be as it was without being read: which file it is, its size, and when it
/// and its content last changed. The second of these times nobody can set, so that a file whose date was put back is
/// noticed.
package struct FileStamp: Hashable, Sendable, BitwiseCopyable {
  package let size: Int
  package let modified: Int
  package let changed: Int
  package let device: UInt64
  package let inode: UInt64

  /// In nanoseconds. A file that changed just now could do so once more under the same time: systems count in steps of up to 10 ms,
  /// some file systems in steps of up to 2 s.
  private static let shortStep = 20_000_000
  private static let longStep = 2_500_000_000

  /// Of the file at `path`, not following a symbolic link. Nil when there is none, and when it changed too short a time ago to be
  /// known by this: to be taken before the content is read.
  package init?(_ path: String) {
    guard let status = try? SystemCalls.status(path), status.kind == .file else { return nil }
    self.init(status)
    guard Self.now - changed > step else { return nil }
  }

  private var step: Int { changed % 1_000_000 == 0 ? Self.longStep : Self.shortStep }

  /// By the system's clock, in nanoseconds since 1970.
  package static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }

  /// Whether the content was there already at that time, and for longer than the clock's step.
  package func isOlder(than time: Int) -> Bool { time - modified > step }

  private init(_ status: SystemCalls.Status) {
    size = status.size
    modified = status.modified
    changed = status.changed
    device = status.device
    inode = status.inode
  }

  /// Whether the file at `path` is still the same.
  package func isOf(_ path: String) -> Bool {
    guard let status = try? SystemCalls.status(path), status.kind == .file else { return false }
    return FileStamp(status) == self
  }
}
