import Site

/// A bar on the terminal for builds that take more than a second.
enum ProgressBar {
  /// Runs `work` and shows how far it is, if somebody is looking.
  static func show<Result: Sendable>(
    _ progress: BuildProgress, unless isQuiet: Bool, _ work: () async throws -> Result
  ) async throws -> Result {
    guard Machine.errorIsTerminal, !isQuiet else { return try await work() }
    let painter = Task.detached {
      try await Task.sleep(for: .seconds(1))
      while !Task.isCancelled {
        paint(progress)
        try await Task.sleep(for: .milliseconds(100))
      }
    }
    defer {
      painter.cancel()
      // The rest of the line is cleared whether or not a bar was drawn.
      Machine.write("\r\u{1B}[K", to: 2)
    }
    return try await work()
  }

  private static func paint(_ progress: BuildProgress) {
    let (done, total) = progress.steps
    guard total > 0 else { return }
    let width = 40
    let filled = min(width, width * done / total)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let what = progress.stage == .photographs ? " Photographs" : ""
    Machine.write("\r\(bar) \(min(100, 100 * done / total)) %\(what)\u{1B}[K", to: 2)
  }
}
