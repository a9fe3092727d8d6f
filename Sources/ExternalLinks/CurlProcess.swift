import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// One question, asked by the program `curl`, which knows HTTP, TLS, proxies and the machine's certificates.
struct CurlProcess {
  static let program = "curl"
  let process: ChildProcess

  /// Nil when it cannot be started.
  init?(_ question: Question, patience: Int, agent: String) {
    var command = [
      Self.program, "--disable", "--silent", "--globoff", "--proto", "=http,https", "--max-time",
      "\(patience)", "--user-agent", agent, "--dump-header", "-", "--output", "/dev/null",
      "--suppress-connect-headers", "--write-out", Answer.format, "--header", "Accept: text/html,*/*;q=0.8",
    ]
    switch question.method {
    case .head: command.append("--head")
    // The beginning is enough; a server that sends all of it is not listened to for long.
    case .get: command += ["--range", "0-1023", "--max-filesize", "1000000"]
    }
    let cookies = question.cookies.map(\.pair).joined(separator: "; ")
    if !cookies.isEmpty { command += ["--cookie", cookies] }
    guard let process = ChildProcess(command + ["--url", question.url]) else { return nil }
    self.process = process
  }

  /// The answer once the process has ended. Waits when there is nothing to read.
  func step() -> Answer? {
    process.step().map { Answer(process.output, failure: $0, now: time(nil)) }
  }
}
