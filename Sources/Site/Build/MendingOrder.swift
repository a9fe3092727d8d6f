import Diagnostics
import SiteModel

/// The order in which a person mends what is wrong: what other faults follow from comes first, then file by file.
enum MendingOrder {
  static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    // Most reports are short or empty, and of most faults nothing follows.
    let sorted = diagnostics.sorted()
    let steps = sorted.map(step(of:))
    guard steps.contains(where: { $0 != steps[0] }) else { return sorted }
    return (0...Self.last).flatMap { step in
      sorted.indices.lazy.filter { steps[$0] == step }.map { sorted[$0] }
    }
  }

  private static let last = 3
  private static let shared: Set = [References.file, RedFlags.file, CareHeading.file]

  private static func step(of diagnostic: Diagnostic) -> Int {
    guard let file = diagnostic.file, file != SiteConfiguration.file else { return 0 }
    if shared.contains(file) { return 1 }
    return diagnostic.severity == .error && unread.contains(diagnostic.code) ? 2 : last
  }

  /// With these, other files may name something that is there and was not read.
  private static let unread: Set<DiagnosticCode> = [
    .noSuchKindFolder, .badFileName, .symbolicLink, .notAFile, .notUTF8, .emptyFile, .frontMatterMissing,
    .frontMatterUnclosed, .yamlSyntax, .duplicateID, .duplicateURL, .missingTemplate,
  ]
}
