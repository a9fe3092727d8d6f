#if os(Linux)
  import Foundation

  /// The folders of a source that the kernel watches, and what it says of them.
  struct InotifyFolders: Sendable {
    /// Readable when there are events.
    let descriptor: Int32
    /// Whether the source folder itself is no longer where it was.
    private(set) var isLost = false
    /// Whether the kernel had no watch left for a new folder, so that not every change is heard of any more.
    private(set) var isIncomplete = false

    private let source: String
    /// Of each watch the folder's path relative to the source; the source itself is the empty path.
    private var paths: [Int32: String] = [:]
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)

    // No `IN_MODIFY`: a file is read when its writer is done with it, not half-written.
    private static let mask = UInt32(
      IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF
        | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)

    /// Nil when the kernel has no watches left to give.
    init?(_ source: String) {
      descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
      self.source = source
      guard descriptor >= 0 else { return nil }
      guard watchAll() else {
        end()
        return nil
      }
    }

    /// Gives the watches back; nothing else may be asked of this value then.
    func end() { close(descriptor) }

    /// Looks for a source folder that was lost; true when it is there again and watched.
    mutating func find() -> Bool {
      for watch in paths.keys { inotify_rm_watch(descriptor, watch) }
      paths = [:]
      isLost = false
      if !watchAll(), !isLost { isIncomplete = true }
      return !isLost
    }

    /// False when the kernel has no watches left.
    private mutating func watchAll() -> Bool {
      guard watch("") else { return false }
      for name in WatchedNames.folders where FolderListing.isFolder(source + "/" + name) {
        guard watchTree(name) else { return false }
      }
      return true
    }

    /// A folder that is gone by now is no failure.
    private mutating func watch(_ path: String) -> Bool {
      let noFollow = path.isEmpty ? 0 : UInt32(IN_DONT_FOLLOW)
      let watch = inotify_add_watch(
        descriptor, path.isEmpty ? source : source + "/" + path, Self.mask | noFollow)
      if watch >= 0 {
        paths[watch] = path
        return true
      }
      if path.isEmpty { isLost = true }
      return errno != ENOSPC && errno != ENOMEM
    }

    /// A folder and all below it. Each is watched before it is listed, so that nothing slips in between.
    private mutating func watchTree(_ path: String) -> Bool {
      var open = [path]
      while let next = open.popLast() {
        guard watch(next) else { return false }
        for (name, kind) in FolderListing.names(in: next, of: source) where kind == .folder {
          open.append(next + "/" + name)
        }
      }
      return true
    }

    private mutating func forget(_ path: String) {
      for (watch, known) in paths where known == path || known.hasPrefix(path + "/") {
        inotify_rm_watch(descriptor, watch)
        paths[watch] = nil
      }
    }

    mutating func readEvents(into burst: inout Burst, at now: Double) {
      while true {
        let count = read(descriptor, &buffer, buffer.count)
        guard count > 0 else { return }
        var at = 0
        // `struct inotify_event`: four 32-bit words, of which the last is the length of the name that follows.
        while at + 16 <= count {
          let watch = Int32(bitPattern: word(at))
          let mask = word(at + 4)
          let end = min(count, at + 16 + Int(word(at + 12)))
          let name = String(decoding: buffer[(at + 16)..<end].prefix { $0 != 0 }, as: UTF8.self)
          handle(watch, mask, name, &burst, now)
          at = end
        }
      }
    }

    private func word(_ at: Int) -> UInt32 {
      buffer[at..<at + 4].withUnsafeBytes { $0.loadUnaligned(as: UInt32.self) }
    }

    private mutating func handle(
      _ watch: Int32, _ mask: UInt32, _ name: String, _ burst: inout Burst, _ now: Double
    ) {
      func says(_ flags: Int...) -> Bool { flags.contains { mask & UInt32($0) != 0 } }
      if says(Int(IN_Q_OVERFLOW)) {
        // Events were lost, and with them perhaps new folders.
        if !watchAll() { isIncomplete = true }
        return burst.addEverything(at: now)
      }
      guard let folder = paths[watch] else { return }
      if says(Int(IN_IGNORED)) { paths[watch] = nil }
      if says(Int(IN_IGNORED), Int(IN_MOVE_SELF), Int(IN_DELETE_SELF)) {
        if folder.isEmpty { isLost = true }
        return
      }
      guard !name.isEmpty, WatchedNames.contains(name, in: folder) else { return }
      if folder.isEmpty, !WatchedNames.atRoot.contains(name) { return }
      let path = folder.isEmpty ? name : folder + "/" + name
      let isGone = says(Int(IN_DELETE), Int(IN_MOVED_FROM))
      if says(Int(IN_ISDIR)) {
        if isGone { forget(path) }
        if says(Int(IN_CREATE), Int(IN_MOVED_TO)), !watchTree(path) { isIncomplete = true }
      } else if says(Int(IN_CREATE)), !FolderListing.isLink(source + "/" + path) {
        // Its writer is not done yet.
        return
      }
      burst.add(path, isGone: isGone, at: now)
    }
  }
#endif
