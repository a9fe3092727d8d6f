#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that stays open and is read in parts, by several threads at once. It may be cut off or replaced meanwhile: what
/// is read is then less, never a fault of the process, as it would be with a file mapped into memory.
package final class OpenFile: Sendable {
  private let descriptor: Int32

  /// Nil when no file can be opened there.
  package init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Replaces what `bytes` holds with `count` bytes from `start` on; false when they are not all there.
  package func read(_ count: Int, from start: Int, into bytes: inout [UInt8]) -> Bool {
    if bytes.count < count { bytes = [UInt8](repeating: 0, count: max(count, bytes.count * 2)) }
    var got = 0
    // The buffer is the array's own, which has room for `count` bytes; no read passes that.
    bytes.withUnsafeMutableBytes { buffer in
      while got < count, let base = buffer.baseAddress {
        let more = pread(descriptor, base + got, count - got, off_t(start + got))
        if more < 0, errno == EINTR { continue }
        guard more > 0 else { return }
        got += more
      }
    }
    return got == count
  }
}

extension SystemCalls {
  /// Tells this process from others that run.
  package static var processNumber: Int { Int(getpid()) }
}

/// A new file that is written part by part.
package struct NewFile: ~Copyable {
  private let path: String
  private let descriptor: Int32

  /// One that is there already is a failure.
  package init(_ path: String) throws(FileFailure) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    self.path = path
    guard descriptor >= 0 else { throw FileFailure("write", path, errno) }
  }

  deinit { close(descriptor) }

  package func append(_ bytes: [UInt8]) throws(FileFailure) {
    let failure = Self.append(bytes, to: descriptor)
    if failure != 0 { throw FileFailure("write", path, failure) }
  }

  /// Writes what follows to an open file: 0, or the number of the failure.
  static func append(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var written = 0
    var failure: Int32 = 0
    bytes.withUnsafeBufferPointer { buffer in
      while written < buffer.count, let base = buffer.baseAddress {
        // The pointer stays inside `buffer`, which lives until this closure ends.
        let put = write(descriptor, base + written, buffer.count - written)
        if put < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        written += put
      }
    }
    return failure
  }
}
