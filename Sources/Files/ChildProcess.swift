import CSystem

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Another program that is running, found as the shell would find it but without one. It reads nothing.
package final class ChildProcess {
  private let process: Int32
  private let pipe: Int32
  /// What it has written so far.
  private(set) package var output: [UInt8] = []

  /// Nil when there is no such program. `listens` to what it writes to standard error as well.
  package init?(_ command: [String], listens: Bool = false) {
    var (process, pipe): (Int32, Int32) = (0, 0)
    let failure = withArgumentList(command) { csystem_start($0, listens ? 1 : 0, &process, &pipe) }
    guard failure == 0 else { return nil }
    (self.process, self.pipe) = (process, pipe)
  }

  /// Reads what is there, and waits where nothing is. The exit status once it has ended, -1 after a signal; nil before. Not to be
  /// asked again after that.
  package func step() -> Int32? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(pipe, &buffer, buffer.count)
    if count < 0, errno == EINTR { return nil }
    if count > 0 {
      output += buffer[..<count]
      return nil
    }
    close(pipe)
    return csystem_end(process)
  }

  /// Waits for its end: the exit status, or -1 after a signal.
  package func end() -> Int32 {
    while true {
      if let status = step() { return status }
    }
  }

  /// Waits until one of several can be stepped without waiting, and no longer than `seconds`: the places of those that can.
  package static func ready(_ processes: [ChildProcess], seconds: Double) -> [Int] {
    var ends = processes.map { pollfd(fd: $0.pipe, events: Int16(POLLIN), revents: 0) }
    let milliseconds = Int32(max(0, min(seconds, 3600)) * 1000) + 1
    guard poll(&ends, nfds_t(ends.count), milliseconds) > 0 else { return [] }
    return ends.indices.filter { ends[$0].revents != 0 }
  }

  /// Whether a program of that name is on this machine.
  package static func isInstalled(_ program: String) -> Bool {
    ChildProcess([program, "--version"]).map { $0.end() != 127 } ?? false
  }
}

/// Hands `words` to a call that takes the arguments of a program: copies that end with a zero byte, which are freed when it returns; the
/// last entry ends the list.
package func withArgumentList<Result>(
  _ words: [String], _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
  defer { for copy in copies { free(copy) } }
  return call(&copies)
}
