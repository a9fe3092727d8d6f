import Diagnostics
import SiteModel
import SymptomTree

/// A text whose translation is of an earlier state of the original.
package struct OutdatedText: Sendable {
  /// What it is: `cause:hip-pain`, `red-flag:fever`, `care-level:soon`, `checker:hip-pain`, `site.yaml`.
  package let subject: String
  /// Of the state that was translated, and the file that says so.
  package let mark: String
  package let file: String
  /// The text, if it is one that stands by an id.
  package let unit: TranslatedUnit?
}

extension CheckedSite {
  /// Of an edition: its texts that are of earlier states of their originals.
  package var outdatedTexts: [OutdatedText] {
    guard let edition else { return [] }
    var found: [OutdatedText] = []
    for number in (staleTranslations.union(edition.hidden.keys)).sorted() {
      guard let mark = edition.translated[number]?.text else { continue }
      let file = (edition.hidden[number] ?? named.index.articles[number]).file
      found.append(OutdatedText(subject: named.index.name(of: number), mark: mark, file: file, unit: nil))
    }
    let ledger = TranslationLedger.file(edition.language)
    for (unit, mark) in checkers.units?.outdated ?? [] {
      for subject in subjects(of: unit) {
        found.append(OutdatedText(subject: subject, mark: mark, file: ledger, unit: unit))
      }
    }
    return found
  }

  private func subjects(of unit: TranslatedUnit) -> [String] {
    switch unit.original {
    case RedFlags.file: ["red-flag:\(unit.name)"]
    case CareHeading.file: ["care-level:\(unit.name)"]
    case SiteConfiguration.file: [SiteConfiguration.file]
    // An explanation may stand in each of them.
    default: checkers.checkers.map { "checker:\($0.id)" }
    }
  }
}
