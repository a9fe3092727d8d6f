import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Looks at every file several times a second: where a system has no better way that we know.
final class PollingWatcher: SourceWatcher {
  private static let interval = Duration.milliseconds(300)
  private let task: Task<Void, Never>

  init(_ source: String, report: @escaping @Sendable (ChangeSet) -> Void) {
    let start = Self.stamps(source)
    task = Task.detached {
      var known = start
      while !Task.isCancelled {
        try? await Task.sleep(for: Self.interval)
        let now = Self.stamps(source)
        var changes = ChangeSet()
        for (path, stamp) in now where known[path] != stamp { changes.add(path) }
        for path in known.keys where now[path] == nil { changes.add(path) }
        known = now
        if !changes.isEmpty, !Task.isCancelled { report(changes) }
      }
    }
  }

  deinit { task.cancel() }

  func stop() { task.cancel() }

  /// What tells one version of a file from the next.
  private struct Stamp: Equatable, Sendable {
    let inode: UInt64
    let size: Int64
    let seconds: Int
    let nanoseconds: Int
    let mode: UInt32
  }

  private static func stamps(_ source: String) -> [String: Stamp] {
    var stamps: [String: Stamp] = [:]
    var open: [String] = []
    for name in WatchedNames.atRoot {
      guard let stamp = stamp(source + "/" + name) else { continue }
      if FolderListing.isFolder(source + "/" + name) { open.append(name) } else { stamps[name] = stamp }
    }
    while let folder = open.popLast() {
      for (name, kind) in FolderListing.names(in: folder, of: source) {
        let path = folder + "/" + name
        if kind == .folder { open.append(path) } else { stamps[path] = stamp(source + "/" + path) }
      }
    }
    return stamps
  }

  private static func stamp(_ path: String) -> Stamp? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      inode: UInt64(status.st_ino), size: Int64(status.st_size), seconds: Int(time.tv_sec),
      nanoseconds: Int(time.tv_nsec), mode: UInt32(status.st_mode))
  }
}
