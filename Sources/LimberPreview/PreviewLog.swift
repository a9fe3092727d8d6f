import Diagnostics
import PreviewServer

/// What the terminal shows of a preview: for each update a line, every error, and the warnings that are new.
actor PreviewLog {
  private let preview: Preview
  private var known: Set<Diagnostic> = []
  private var isFirst = true

  init(_ preview: Preview) { self.preview = preview }

  /// True for the first update.
  func write(_ update: Preview.Update) -> Bool {
    let report = update.report
    let warnings = report.diagnostics.filter { $0.severity == .warning }
    var text = ""
    for diagnostic in report.diagnostics where !known.contains(diagnostic) {
      text += diagnostic.text(sourceLine: preview.sourceLine(of: diagnostic), color: Terminal.hasColor) + "\n"
    }
    known = Set(warnings)
    if !text.isEmpty { Terminal.write(text, to: .standardError) }
    let counts = "\(Self.count(report.errors, "error")), \(Self.count(warnings.count, "warning"))"
    var line = "\(isFirst ? "Built" : "Rebuilt") in \(update.milliseconds) ms: \(counts).\n"
    if isFirst { line += "The site is at \(preview.address) until you press Ctrl-C.\n" }
    Terminal.write(line, to: .standardOutput)
    defer { isFirst = false }
    return isFirst
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    number == 0 ? "no \(noun)s" : number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }
}
