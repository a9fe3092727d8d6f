import Diagnostics
import SiteModel

/// The order in which a person mends what is wrong: what other faults follow from comes first, then file by file.
enum MendingOrder {
  static func sort(_ diagnostics: inout [Diagnostic]) {
    // In place: half a million faults are 50 MB, which need not be there twice.
    diagnostics.sort()
    var (file, ofFile): (String?, Int?) = (nil, step(ofFile: nil))
    let steps = diagnostics.indices.map { i in
      if diagnostics[i].file != file {
        file = diagnostics[i].file
        ofFile = step(ofFile: file)
      }
      return UInt8(
        ofFile ?? (diagnostics[i].severity == .error && unread.contains(diagnostics[i].code) ? 2 : last))
    }
    // Most reports are short or empty, and of most faults nothing follows.
    guard steps.contains(where: { $0 != steps[0] }) else { return }
    let sorted = diagnostics
    diagnostics = (0...UInt8(last)).flatMap { step in
      sorted.indices.lazy.filter { steps[$0] == step }.map { sorted[$0] }
    }
  }

  private static let last = 3
  private static let shared: Set = [References.file, RedFlags.file, CareHeading.file]

  /// Nil where it depends on the fault.
  private static func step(ofFile file: String?) -> Int? {
    guard let file, file != SiteConfiguration.file else { return 0 }
    return shared.contains(file) ? 1 : nil
  }

  /// With these, other files may name something that is there and was not read.
  private static let unread: Set<DiagnosticCode> = [
    .noSuchKindFolder, .badFileName, .symbolicLink, .notAFile, .notUTF8, .emptyFile, .frontMatterMissing,
    .frontMatterUnclosed, .yamlSyntax, .duplicateID, .duplicateURL, .missingTemplate,
  ]
}
