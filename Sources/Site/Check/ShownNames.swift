import Diagnostics
import SiteModel
import SymptomTree

/// Titles and summaries with marks of HTML: the checker, which shows them, refuses them, and their article warns of them. Told once,
/// where they are written, and as what it is for the checker: an error.
struct ShownNames {
  /// Articles that a checker names and cannot show.
  private var refused: Set<String> = []
  /// Those of them whose title or summary is told of.
  private var told: Set<String> = []

  /// Nil where there is none.
  init?(_ found: [Diagnostic]) {
    for fault in found where fault.code == .treeWording { refused.formUnion(fault.restsOn) }
    if refused.isEmpty { return nil }
    for fault in found where isOfName(fault) { fault.file.map { _ = told.insert($0) } }
    if told.isEmpty { return nil }
  }

  /// Whether the checker's fault is told at the article.
  func explain(_ fault: Diagnostic) -> Bool {
    fault.code == .treeWording && fault.restsOn.contains(where: told.contains)
  }

  /// The article's fault as what it is for the checker.
  func raised(_ fault: Diagnostic) -> Diagnostic {
    guard isOfName(fault) else { return fault }
    var error = fault
    error.severity = .error
    return error
  }

  private func isOfName(_ fault: Diagnostic) -> Bool {
    guard fault.code == .doubtfulValue, let file = fault.file, refused.contains(file) else { return false }
    return ["title", "summary"].contains { fault.message.hasPrefix("`\($0)` is shown as plain text") }
      && fault.message.contains("<")
  }
}
