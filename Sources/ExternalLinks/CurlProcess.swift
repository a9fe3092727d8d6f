import CSystem
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One question, asked by the program `curl`, which knows HTTP, TLS, proxies and the machine's certificates.
final class CurlProcess {
  private let process: Int32
  private let output: Int32
  private var bytes: [UInt8] = []

  static var isInstalled: Bool {
    guard let (process, output) = start(["--version"]) else { return false }
    close(output)
    // What it had to say does not matter.
    _ = csystem_end(process)
    return true
  }

  /// Nil when it cannot be started.
  init?(_ question: Question, patience: Int, agent: String) {
    var arguments = [
      "--disable", "--silent", "--globoff", "--proto", "=http,https", "--max-time", "\(patience)",
      "--user-agent", agent,
      "--dump-header", "-", "--output", "/dev/null", "--suppress-connect-headers", "--write-out",
      Answer.format,
      "--header", "Accept: text/html,*/*;q=0.8",
    ]
    switch question.method {
    case .head: arguments.append("--head")
    // The beginning is enough; a server that sends all of it is not listened to for long.
    case .get: arguments += ["--range", "0-1023", "--max-filesize", "1000000"]
    }
    guard let (process, output) = Self.start(arguments + ["--url", question.url]) else { return nil }
    (self.process, self.output) = (process, output)
  }

  private static func start(_ arguments: [String]) -> (process: Int32, output: Int32)? {
    // Copies that end with a zero byte, freed below; the last entry ends the list.
    var words: [UnsafeMutablePointer<CChar>?] = (["curl"] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: Int32 = 0
    var output: Int32 = 0
    return csystem_start(&words, 0, &process, &output) == 0 ? (process, output) : nil
  }

  /// Reads what is there; the answer once the process has ended. Waits when nothing is there.
  func read() -> Answer? {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = systemRead(output, &buffer)
    if count < 0, errno == EINTR { return nil }
    if count > 0 {
      bytes += buffer[..<count]
      return nil
    }
    close(output)
    let failure = csystem_end(process)
    return Answer(bytes, failure: failure, now: time(nil))
  }

  /// Waits until a process has something to read, and no longer than `seconds`: the places of those that have.
  static func ready(_ processes: [CurlProcess], seconds: Double) -> [Int] {
    var ends = processes.map { pollfd(fd: $0.output, events: Int16(POLLIN), revents: 0) }
    guard poll(&ends, nfds_t(ends.count), Int32(max(0, min(seconds, 3600)) * 1000) + 1) > 0 else { return [] }
    return ends.indices.filter { ends[$0].revents != 0 }
  }
}

private func systemRead(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
  read(descriptor, &buffer, buffer.count)
}
