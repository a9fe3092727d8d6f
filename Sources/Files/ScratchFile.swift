import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file without a name, for what one program hands to another. It lies where the system keeps such files (`TMPDIR`), and is
/// gone when nobody holds it any more, however the process ends.
package final class ScratchFile: Sendable {
  private let path: String
  private let descriptor: Int32

  /// Empty, or with these bytes.
  package init(_ bytes: [UInt8] = []) throws(FileFailure) {
    let folders = [getenv("TMPDIR").map { String(cString: $0) }, "/tmp"].compactMap { $0 }
    var made: (folder: String, descriptor: Int32) = ("/tmp", -1)
    for folder in folders where made.descriptor < 0 {
      // `mkstemp` takes the last six letters for a name that nothing has, and writes it there.
      var name = Array("\(folder)/limber-XXXXXX".utf8CString)  // The letters that `mkstemp` wants.
      made = (folder, mkstemp(&name))
      if made.descriptor >= 0 { unlink(name) }
    }
    path = made.folder
    // Not one of the first three, which a program that is started gets: they may be closed here.
    descriptor = made.descriptor < 0 ? -1 : fcntl(made.descriptor, F_DUPFD_CLOEXEC, 3)
    let reason = errno
    if made.descriptor >= 0 { close(made.descriptor) }
    guard descriptor >= 0 else { throw FileFailure("write to the folder", path, reason) }
    let failure = NewFile.append(bytes, to: descriptor)
    if failure != 0 { throw FileFailure("write to the folder", path, failure) }
  }

  deinit { close(descriptor) }

  /// All that was written to it.
  package func bytes() throws(FileFailure) -> [UInt8] {
    var raw = stat()
    guard fstat(descriptor, &raw) == 0 else { throw FileFailure("read from the folder", path, errno) }
    let size = Int(raw.st_size)
    var count = 0
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      // The offset never passes the buffer's end, which has room for `size` bytes.
      while count < size, let base = buffer.baseAddress {
        let got = pread(descriptor, base + count, size - count, off_t(count))
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
      filled = count
    }
    if failure != 0 { throw FileFailure("read from the folder", path, failure) }
    return bytes
  }

  /// Runs a program that reads this file from its beginning on standard input and writes another on standard output, within
  /// limits. The program is found as the shell finds it.
  package func passed(
    through command: [String], settings: [String] = [], within limits: ProgramLimits
  ) throws(FileFailure) -> (output: ScratchFile, end: ProgramEnd) {
    let output = try ScratchFile()
    lseek(descriptor, 0, SEEK_SET)
    // A system without one of the limits says so and goes on. `ulimit` counts kilobytes and seconds, of files half kilobytes.
    let script = [
      "ulimit -v \(limits.memoryBytes / 1024)", "ulimit -t \(limits.processorSeconds)",
      "ulimit -f \(limits.writtenBytes / 512)", "ulimit -c 0", "exec /usr/bin/env \"$@\"",
    ].joined(separator: ";")
    let words = ["/bin/sh", "-c", script, "sh"] + settings + command
    var process: Int32 = 0
    let failure = withArgumentList(words) { csystem_filter($0, descriptor, output.descriptor, &process) }
    if failure != 0 { throw FileFailure("start a program from the folder", path, failure) }
    switch csystem_end(process) {
    case 0: return (output, .done)
    // POSIX, "env": the program was not found.
    case 127: return (output, .missing)
    default: return (output, .failed)
    }
  }
}

/// What a program may take before it is ended.
package struct ProgramLimits: Sendable {
  let memoryBytes: Int
  let processorSeconds: Int
  let writtenBytes: Int

  package init(memoryBytes: Int, processorSeconds: Int, writtenBytes: Int) {
    self.memoryBytes = memoryBytes
    self.processorSeconds = processorSeconds
    self.writtenBytes = writtenBytes
  }
}

/// How a program ended.
package enum ProgramEnd: Sendable {
  case done
  /// It said that it failed, or it reached a limit.
  case failed
  /// There is no such program.
  case missing
}
