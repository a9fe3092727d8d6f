import Foundation

/// Programs that tests start at the same time hold copies of this process's descriptors for as long as it takes them to begin. A file
/// that was written and closed is still open for writing then: watchers are told of it later, and it cannot be run.
enum OpenWriters {
  struct StillOpen: Error { let path: String }

  /// Returns when nobody has the file open for writing: only then does the kernel grant a lease for reading (fcntl(2)).
  static func wait(for path: String) throws {
    #if os(Linux)
      let descriptor = open(path, O_RDONLY | O_CLOEXEC)
      // What cannot be read, or is no file, is nothing to wait for.
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      for _ in 0..<20_000 {
        if fcntl(descriptor, setLease, F_RDLCK) == 0 {
          // A lease that is kept ends the process by a signal when somebody writes.
          _ = fcntl(descriptor, setLease, F_UNLCK)
          return
        }
        guard errno == EAGAIN else { return }
        usleep(1000)
      }
      throw StillOpen(path: path)
    #endif
  }

  /// `F_SETLEASE` of `<linux/fcntl.h>`, which Swift's module leaves out.
  private static let setLease: Int32 = 1024
}
