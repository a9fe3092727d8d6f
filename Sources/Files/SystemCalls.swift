import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The thin layer over POSIX: every function is one system call or a short loop of one, with failures as
/// errors. Nothing above it sees a pointer.
package enum SystemCalls {
  package struct Status {
    package enum Kind { case file, folder, link, other }
    package let kind: Kind
    package let size: Int
    package let device: UInt64
    package let inode: UInt64
    /// How many names the file has.
    package let names: Int
    /// When its content was last written, and when anything about it last changed, in nanoseconds since 1970.
    package let modified: Int
    package let changed: Int
  }

  package static func reason(_ number: Int32) -> String {
    number == ELOOP ? "A symbolic link is in the way" : String(cString: strerror(number))
  }

  /// Makes a call again as long as a signal interrupts it.
  static func uninterrupted(_ call: () -> Int32) -> Int32 {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  /// Whether a text comes before another in the order of their bytes (UTF-8). The C library's comparison takes a fifth of
  /// the time of one byte by byte.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    // The pointers are used only inside the closures, up to the shorter count.
    let order = left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right -> Bool in
        guard let one = left.baseAddress, let other = right.baseAddress else {
          return left.count < right.count
        }
        let order = memcmp(one, other, min(left.count, right.count))
        return order == 0 ? left.count < right.count : order < 0
      }
    }
    return (order ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// What is at `path`, not following a symbolic link; nil when nothing is there.
  package static func status(_ path: String, followLinks: Bool = false) throws(FileFailure) -> Status? {
    var raw = stat()
    if uninterrupted({ followLinks ? stat(path, &raw) : lstat(path, &raw) }) != 0 {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw FileFailure("look at", path, errno)
    }
    return Status(raw)
  }

  /// The bytes of a file, or no more than a few of them `from` a place in it. A pipe or device in its place, which might keep the caller waiting,
  /// and a symbolic link on the way are failures.
  package static func read(_ path: String, from start: Int = 0, first most: Int? = nil) throws(FileFailure)
    -> [UInt8]
  {
    let descriptor = csystem_open(path, O_RDONLY | O_NONBLOCK, 0)
    guard descriptor >= 0 else { throw FileFailure("read", path, errno) }
    defer { close(descriptor) }
    var raw = stat()
    guard uninterrupted({ fstat(descriptor, &raw) }) == 0 else { throw FileFailure("read", path, errno) }
    guard raw.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure("read", path, raw.st_mode & S_IFMT == S_IFDIR ? EISDIR : ENOTSUP)
    }
    if start > 0, lseek(descriptor, off_t(start), SEEK_SET) < 0 { throw FileFailure("read", path, errno) }
    // One byte more than the size, so that a file that grows meanwhile is noticed by a full buffer.
    var failure: Int32 = 0
    let expected = min(max(Int(raw.st_size) - start, 0), most ?? .max)
    var bytes = [UInt8](unsafeUninitializedCapacity: most == nil ? expected + 1 : expected) { buffer, count in
      (count, failure) = fill(buffer, from: descriptor, expecting: expected)
    }
    while failure == 0, bytes.count > expected {
      var read = 0
      let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        (count, failure) = fill(buffer, from: descriptor)
        read = count
      }
      bytes += more
      if read < 1 << 16 { break }
    }
    guard failure == 0 else { throw FileFailure("read", path, failure) }
    return bytes
  }

  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, from descriptor: Int32, expecting expected: Int = 0
  ) -> (count: Int, failure: Int32) {
    var count = 0
    // `buffer` is the array's own storage of `buffer.count` bytes; the offset never passes its end.
    while count < buffer.count, let base = buffer.baseAddress {
      let got = unistdRead(descriptor, base + count, buffer.count - count)
      if got == 0 { break }
      if got < 0 {
        if errno == EINTR { continue }
        return (count, errno)
      }
      count += got
      // The file's size is all there is; less may be a part of it, as of files on a network.
      if count == expected { break }
    }
    return (count, 0)
  }

  /// Writes a new file; one that is there already, and a symbolic link on the way, are failures.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let descriptor = csystem_open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
    guard descriptor >= 0 else { throw FileFailure("write", path, errno) }
    var failure = NewFile.append(bytes, to: descriptor)
    // A full disk may only be noticed here (write-back over a network).
    if close(descriptor) != 0, failure == 0, errno != EINTR { failure = errno }
    if failure != 0 { throw FileFailure("write", path, failure) }
  }

  /// Makes a folder; true when it was not there before. A symbolic link in its place is a failure.
  @discardableResult
  package static func makeFolder(_ path: String) throws(FileFailure) -> Bool {
    if uninterrupted({ mkdir(path, 0o755) }) == 0 { return true }
    guard errno == EEXIST else { throw FileFailure("make the folder", path, errno) }
    if try status(path)?.kind == .link { throw FileFailure("make the folder", path, ELOOP) }
    return false
  }

  package static func link(_ old: String, as new: String) -> Bool {
    uninterrupted { unistdLink(old, new) } == 0
  }

  package static func rename(_ old: String, to new: String) throws(FileFailure) {
    if uninterrupted({ stdioRename(old, new) }) != 0 { throw FileFailure("move", old, errno) }
  }

  /// Gives a file another name. What has that name already is a failure and stays as it is.
  package static func renameWithoutReplacing(_ old: String, to new: String) throws(FileFailure) {
    if link(old, as: new) { return try removeFile(old) }
    if errno == EEXIST { throw FileFailure("move", old, EEXIST) }
    // Not every file system gives a file a second name.
    if try status(new) != nil { throw FileFailure("move", old, EEXIST) }
    try rename(old, to: new)
  }

  /// A failure when this process may not write to the file.
  package static func requireWritable(_ path: String) throws(FileFailure) {
    if access(path, W_OK) != 0 { throw FileFailure("write", path, errno) }
  }

  /// Lets a file be read and written by those who may read and write another.
  package static func copyMode(of old: String, to new: String) throws(FileFailure) {
    var raw = stat()
    guard uninterrupted({ stat(old, &raw) }) == 0, uninterrupted({ chmod(new, raw.st_mode & 0o7777) }) == 0
    else {
      throw FileFailure("write", new, errno)
    }
  }

  /// Swaps two folders in one step. False when this system or file system cannot.
  package static func exchange(_ one: String, _ other: String) throws(FileFailure) -> Bool {
    let failed = uninterrupted { csystem_exchange(one, other) } != 0
    guard failed else { return true }
    if errno == ENOSYS || errno == EINVAL || errno == ENOTSUP { return false }
    throw FileFailure("put in place", other, errno)
  }

  package static func removeFile(_ path: String) throws(FileFailure) {
    if uninterrupted({ unlink(path) }) != 0, errno != ENOENT { throw FileFailure("remove", path, errno) }
  }

  package static func removeFolder(_ path: String) throws(FileFailure) {
    if uninterrupted({ rmdir(path) }) != 0, errno != ENOENT { throw FileFailure("remove", path, errno) }
  }

  /// The absolute path with every symbolic link and `..` resolved; nil when nothing is there.
  package static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Where the running program lies; nil when the system does not say.
  package static func executablePath() -> String? {
    var bytes = [CChar](repeating: 0, count: 4096)
    // The function writes no more than it is told there is room for.
    let isKnown = bytes.withUnsafeMutableBufferPointer {
      csystem_executable_path($0.baseAddress, Int32($0.count)) != 0
    }
    guard isKnown else { return nil }
    guard let end = bytes.firstIndex(of: 0) else { return nil }
    return String(decoding: bytes[..<end].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The mark that the linker gave the running program, which tells it from every other; empty when it has none.
  package static func buildID() -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 64) { $1 = Int(csystem_build_id($0.baseAddress, Int32($0.count))) }
  }

  /// Seconds on a clock that never jumps.
  package static func monotonicSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return seconds(time)
  }

  /// Seconds that the processors have worked for this process, on all of its threads.
  package static func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return seconds(time)
  }

  private static func seconds(_ time: timespec) -> Double {
    Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The most memory that this process has held at once.
  package static func peakMemoryBytes() -> Int {
    var usage = rusage()
    // RUSAGE_SELF, of which the headers of each system make another type.
    getrusage(0, &usage)
    #if canImport(Darwin)
      return usage.ru_maxrss
    #else
      return usage.ru_maxrss * 1024
    #endif
  }
}

extension SystemCalls.Status {
  fileprivate init(_ raw: stat) {
    switch raw.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    size = Int(raw.st_size)
    device = UInt64(raw.st_dev)
    inode = UInt64(raw.st_ino)
    names = Int(raw.st_nlink)
    #if canImport(Darwin)
      let (modified, changed) = (raw.st_mtimespec, raw.st_ctimespec)
    #else
      let (modified, changed) = (raw.st_mtim, raw.st_ctim)
    #endif
    self.modified = Int(modified.tv_sec) * 1_000_000_000 + Int(modified.tv_nsec)
    self.changed = Int(changed.tv_sec) * 1_000_000_000 + Int(changed.tv_nsec)
  }
}

// `read`, `link` and `rename` above hide the C functions of the same name.
private func unistdRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
private func unistdLink(_ old: String, _ new: String) -> Int32 { link(old, new) }
private func stdioRename(_ old: String, _ new: String) -> Int32 { rename(old, new) }
