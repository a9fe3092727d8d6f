import Site
import SiteModel

/// What changed in originals since they were translated, in the words of a comparison.
package struct OutdatedTranslations: Sendable {
  /// The texts of one language that were translated at one time.
  package struct Group: Sendable {
    package let language: SiteLanguage
    package let texts: [OutdatedText]
  }

  /// By language.
  package let groups: [Group]
  private let new: SiteVersion

  package init(_ version: SiteVersion) {
    new = version
    groups = version.editions.compactMap { edition in
      let texts = edition.version.site.outdatedTexts
      return texts.isEmpty ? nil : Group(language: edition.language, texts: texts)
    }
  }

  /// Whether an original said in another version what its translation is of.
  package func isState(_ text: OutdatedText, of old: SiteVersion) -> Bool {
    if let unit = text.unit {
      return old.editions.contains { edition in
        edition.version.site.checkers.units?.all.contains { $0.isOf(unit) && $0.mark == text.mark } == true
      }
    }
    let index = old.site.index
    let parts = text.subject.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let kind = index.configuration.kind(named: String(parts[0])),
      let number = index.ids[kind][parts[1].utf8]
    else { return false }
    return OriginalState.mark(of: number, in: index, old.site.parsed[number]) == text.mark
  }

  /// What differs between the original as it was and as it is now, of the texts with these subjects.
  package func changes(since old: SiteVersion, of subjects: Set<String>, jobs: Int) async throws -> [Change] {
    let sides = Sides(old, new)
    let all = try await SiteComparison.changes(sides, jobs: jobs) + SettingChanges.settings(sides)
    var shown: Set<[Change.Passage]> = []
    return all.filter { subjects.contains($0.subject) }.filter {
      // An explanation of many outcomes is one text; what is no text has nothing to translate.
      (!$0.passages.isEmpty || $0.code == "fact-changed")
        && ($0.area != .checker || shown.insert($0.passages).inserted)
    }
  }

  /// The changes in words, the most dangerous first.
  package static func text(_ changes: [Change]) -> String {
    let sorted = SiteComparison.sorted(changes)
    return Change.Area.allCases.map { area in SiteComparison.text(of: sorted.filter { $0.area == area }) }
      .joined()
  }
}
