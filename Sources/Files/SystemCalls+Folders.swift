import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension SystemCalls {
  /// The names in a folder with what each is, in no particular order. A symbolic link on the way is a failure, and so is a
  /// folder that cannot be read to its end.
  package static func list(_ path: String) throws(FileFailure) -> [(name: String, kind: Status.Kind)] {
    let descriptor = csystem_open(path, O_RDONLY | O_DIRECTORY, 0)
    guard descriptor >= 0 else { throw FileFailure("read the folder", path, errno) }
    var opened = fdopendir(descriptor)
    while opened == nil, errno == EINTR { opened = fdopendir(descriptor) }
    guard let folder = opened else {
      let number = errno
      close(descriptor)
      throw FileFailure("read the folder", path, number)
    }
    defer { closedir(folder) }
    var names: [(name: String, kind: Status.Kind)] = []
    while let entry = try next(in: folder, path) {
      // The entry is valid until the next readdir; its name ends with a zero byte.
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      switch Int32(entry.pointee.d_type) {
      case Int32(DT_REG): names.append((name, .file))
      case Int32(DT_DIR): names.append((name, .folder))
      case Int32(DT_LNK): names.append((name, .link))
      default: names.append((name, try status(path + "/" + name)?.kind ?? .other))
      }
    }
    return names
  }

  #if canImport(Darwin)
    private typealias Stream = UnsafeMutablePointer<DIR>
  #else
    private typealias Stream = OpaquePointer
  #endif

  /// Nil at the end. At a failure readdir says the same, and only `errno` tells the two apart.
  private static func next(
    in folder: Stream, _ path: String
  ) throws(FileFailure) -> UnsafeMutablePointer<dirent>? {
    while true {
      errno = 0
      if let entry = readdir(folder) { return entry }
      if errno == 0 { return nil }
      if errno != EINTR { throw FileFailure("read the folder", path, errno) }
    }
  }

  /// The path with symbolic links resolved for the part of it that exists.
  package static func resolved(_ path: String) -> String {
    var existing = path
    var rest: [Substring] = []
    while existing.count > 1 {
      if let real = realPath(existing) {
        return ([real] + rest.reversed().map(String.init)).joined(separator: "/")
      }
      guard let slash = existing.lastIndex(of: "/") else { break }
      rest.append(existing[existing.index(after: slash)...])
      existing = String(existing[..<slash])
    }
    return path
  }

  /// Takes the file's lock for this process until the descriptor is closed; nil when another holds it.
  package static func lock(_ path: String) throws(FileFailure) -> Int32? {
    let descriptor = csystem_open(path, O_RDWR | O_CREAT, 0o644)
    guard descriptor >= 0 else { throw FileFailure("write", path, errno) }
    if uninterrupted({ flock(descriptor, LOCK_EX | LOCK_NB) }) == 0 { return descriptor }
    let number = errno
    close(descriptor)
    if number == EWOULDBLOCK { return nil }
    throw FileFailure("lock", path, number)
  }

  /// Closing alone would leave the lock with a copy of the descriptor in a process that is just being started.
  static func unlock(_ descriptor: Int32) {
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Puts a file in the place of another, or where there was none, in one step. It is written beside it first, under a name with
  /// a dot that is nobody else's.
  package static func replace(_ path: String, with bytes: [UInt8]) throws(FileFailure) {
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let new = "\(path[..<slash]).\(path[slash...])\(FileReplacement.ending)"
    try removeFile(new)
    do {
      try write(bytes, to: new)
      try rename(new, to: path)
    } catch {
      try? removeFile(new)
      throw error
    }
  }
}
