import Diagnostics
import Dispatch
import PreviewServer
import Synchronization

/// What the terminal shows of a preview: for each update a line, its errors, and the warnings that are new.
///
/// A terminal may stand still (Ctrl-S), or nobody may read a pipe: it is written to from a thread of its own, which then
/// waits alone. Of several updates that wait, the last is shown.
final class PreviewLog: Sendable {
  private let preview: Preview
  private let queue = DispatchQueue(label: "limber.preview.log")
  private let waiting = Mutex<Preview.Update?>(nil)
  private let progress = Mutex(Progress())

  private struct Progress {
    var known: Set<Diagnostic> = []
    var isFirst = true
  }

  /// As many as fit on a few screens.
  private static let mostShown = 50

  init(_ preview: Preview) { self.preview = preview }

  func write(_ update: Preview.Update) {
    waiting.withLock { $0 = update }
    queue.async {
      let next = self.waiting.withLock { waiting in
        defer { waiting = nil }
        return waiting
      }
      if let next { self.show(next) }
    }
  }

  private func show(_ update: Preview.Update) {
    let report = update.report
    let warnings = report.diagnostics.filter { $0.severity == .warning }
    let (fresh, isFirst) = progress.withLock { progress in
      let fresh = report.diagnostics.filter { !progress.known.contains($0) }
      // Errors first: what is left out for want of room must not be one of few.
      let ordered = fresh.filter { $0.severity == .error } + fresh.filter { $0.severity == .warning }
      let isFirst = progress.isFirst
      progress.known = Set(warnings).intersection(progress.known).union(
        ordered.prefix(Self.mostShown).filter { $0.severity == .warning })
      progress.isFirst = false
      return (ordered, isFirst)
    }
    let shown = Array(fresh.prefix(Self.mostShown))
    var text = ""
    for (diagnostic, line) in zip(shown, preview.sourceLines(of: shown)) {
      text += diagnostic.text(sourceLine: line, color: Terminal.hasColor) + "\n"
    }
    if fresh.count > shown.count {
      text += "And \(fresh.count - shown.count) more. To see them all, run `limber check --all`.\n"
    }
    if !text.isEmpty { Terminal.write(text, to: .standardError) }
    let counts = "\(Self.count(report.errors, "error")), \(Self.count(warnings.count, "warning"))"
    var line = "\(isFirst ? "Built" : "Rebuilt") in \(update.milliseconds) ms: \(counts).\n"
    if isFirst { line += "The site is at \(preview.address) until you press Ctrl-C.\n" }
    Terminal.write(line, to: .standardOutput)
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 0 ? "no \(noun)s" : number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
