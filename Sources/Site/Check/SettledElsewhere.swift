import Diagnostics
import SiteModel
import SymptomTree

/// What is settled by mending another fault: what a language lacks that the site was never meant to have, what templates do not show
/// without words, a common name in a title that YAML cut, a note whose original is gone from a text that has to be read again anyway.
struct SettledElsewhere {
  private let hasFaultyLanguages: Bool
  /// Whether a file of words is missing, without which no template shows what it has words for.
  private let lacksWords: Bool
  /// Where a text is not YAML as it was meant.
  private let cut: Set<Place>
  /// Translations that are known to be behind their originals.
  private let stale: Set<String>

  private struct Place: Hashable {
    let file: String?
    let position: Position?

    init(_ fault: Diagnostic) { (file, position) = (fault.file, fault.position) }
  }

  /// Nil where nothing is.
  init?(_ found: [Diagnostic], _ counts: [DiagnosticCode: Int], _ index: SiteIndex) {
    hasFaultyLanguages = index.configuration.hasFaultyLanguages
    lacksWords =
      counts[.missingFile] != nil
      && found.contains { $0.code == .missingFile && Self.isWordFile($0.file) }
    cut =
      counts[.commonName] != nil && counts[.yamlSyntax] != nil
      ? Set(found.lazy.filter { $0.code == .yamlSyntax }.map(Place.init)) : []
    stale =
      counts[.translationStale] != nil && counts[.translationFact] != nil
      ? Set(found.lazy.filter { $0.code == .translationStale }.compactMap(\.file)) : []
    if !hasFaultyLanguages, !lacksWords, cut.isEmpty, stale.isEmpty { return nil }
  }

  func explain(_ fault: Diagnostic) -> Bool {
    if fault.file == SiteConfiguration.file { return false }
    switch fault.code {
    case .badConfiguration:
      return (lacksWords || hasFaultyLanguages) && fault.severity == .warning
        && fault.file?.hasPrefix("Templates/") == true
    case .missingFile: return hasFaultyLanguages && Self.isWordFile(fault.file)
    // A checker's language is held against the site's.
    case .treeFormat: return hasFaultyLanguages && fault.severity == .warning
    case .commonName: return cut.contains(Place(fault))
    case .translationFact:
      if hasFaultyLanguages { return true }
      return !fault.restsOn.isEmpty && fault.file.map(stale.contains) == true
    default: return hasFaultyLanguages && Consequences.ofTranslations.contains(fault.code)
    }
  }

  private static func isWordFile(_ file: String?) -> Bool { file?.hasPrefix(WordFile.folder + "/") == true }
}
