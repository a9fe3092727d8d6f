import FixtureSite
import Testing

@testable import Authoring
@testable import Comparison
@testable import Site

private typealias Site = TranslatedSite

/// What `limber diff` says of the pages of each language.
@Suite struct LanguageComparisonTests {
  private static func changes(
    _ edits: [(file: String, old: String, new: String)], without gone: [String] = []
  ) async throws -> [String] {
    func version(_ site: FixtureSite) async throws -> SiteVersion {
      let (version, report) = try await SiteVersion.read(try site.options())
      return try #require(version, "\(site.lines(report))")
    }
    func make() throws -> FixtureSite {
      let site = try FixtureSite(Site.files)
      for file in gone { try site.remove(file) }
      return site
    }
    let (old, new) = (try make(), try make())
    for (file, was, now) in edits {
      let text = try new.text(of: file)
      #expect(text.contains(was))
      try new.write(text.replacing(was, with: now, maxReplacements: 1), to: file)
    }
    let comparison = try await SiteComparison(
      from: try await version(old), to: try await version(new), jobs: 2)
    return comparison.changes.map {
      "\($0.language ?? "en") \($0.isAlarm ? "!!" : "  ") \($0.subject) \($0.message)"
    }
  }

  /// A dose stands on the page of each language.
  @Test func doses() async throws {
    let edit = [(file: Site.stretch, old: "hold: 20-30 s", new: "hold: 40 s")]
    #expect(
      try await Self.changes(edit) == [
        "en    stretch:step-ups dose, hold:", "es    stretch:step-ups dose, hold:",
      ])
    // The page of what is not translated is the original's.
    #expect(
      try await Self.changes(edit, without: [Site.stretchWords]) == ["en    stretch:step-ups dose, hold:"])
  }

  /// What turns into its opposite is marked wherever it stands.
  @Test(arguments: [
    (Site.stretch, "Step up.", "Do not step up.", true, "en"),
    (Site.stretch, "Step up.", "Step slowly.", false, "en"),
    (Site.stretchWords, "Suba.", "No suba.", true, "es"),
    (Site.stretchWords, "Suba.", "Suba despacio.", false, "es"),
    (Site.cause, "Less hill running may help", "Less hill running may not help", true, "en"),
    (Site.stretch, "Hold a rail.", "Do not hold a rail.", true, "en"),
  ]) func oppositesAreMarked(file: String, old: String, new: String, isMarked: Bool, language: String)
    async throws
  {
    for (was, now) in [(old, new)] {
      let found = try await Self.changes([(file, was, now)]).filter { $0.hasPrefix(language) }
      #expect(found.contains { $0.contains("!!") } == isMarked, "\(found)")
    }
  }
}
