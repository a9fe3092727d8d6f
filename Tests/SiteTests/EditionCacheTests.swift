import FixtureSite
import Foundation
import Testing

@testable import Site

/// What a cache keeps of a site in several languages.
struct EditionCacheTests {
  @Test func afterRandomEditsEveryFileAndTheReportAreThoseOfACleanBuild() async throws {
    try await CachedSequences.compare("EditionCacheTests") {
      try await TranslatedSite.make()
    } edit: { site, step, day, random in
      try await TranslationEdit.random(using: &random).apply(to: site, step: step, day: &day, using: &random)
    }
  }

  @Test(arguments: [
    (TranslatedSite.causeWords, "Duele a un lado", "Duele al costado", 6),
    // The translation stands beside it, and asks for nothing that changed.
    (TranslatedSite.stretch, "1. Put one foot on the step.", "1. Put one foot on a step.", 5),
    // Nobody asks for that title or mentions it.
    (TranslatedSite.stretchWords, "title: Subir un escalón", "title: Escalones", 6),
    // One that is mentioned.
    (TranslatedSite.causeWords, "title: Dolor del tendón", "title: Subir", 5),
    // What an edition is made of besides articles.
    ("site.es.yaml", "Causas", "Motivos", 5),
    (TranslatedSite.flagWords, "fuerte", "muy fuerte", 5), ("site.yaml", "sore hips", "sore knees", 0),
  ])
  func onlyWhatAChangeCanTouchIsParsedAgain(path: String, old: String, new: String, taken: Int) async throws {
    let site = try await TranslatedSite.make()
    let first = try await site.build()
    #expect(first.cachedArticles == 0 && first.articles == 5 && first.translations == 2)
    #expect(try site.text(of: path).contains(old))
    try site.write(try site.text(of: path).replacing(old, with: new), to: path)
    #expect(try await site.build().cachedArticles == taken)
    let unchanged = try await site.build()
    #expect(unchanged.cachedArticles == 7 && unchanged.translations == 2)
    #expect(try await site.check().cachedArticles == 7)
  }

  @Test func eachLanguageHasFilesOfItsOwn() async throws {
    let site = try await TranslatedSite.make()
    for step in 0..<12 {
      for path in [TranslatedSite.stretch, TranslatedSite.stretchWords] {
        try site.write(try site.text(of: path) + "\nMore \(step).\n", to: path)
      }
      _ = try await site.build()
      let names = try site.snapshot(".limber").names.filter { $0.hasPrefix("articles") }
      #expect(names.contains("articles") && names.contains("articles.es"))
      #expect(
        names.count { $0.hasPrefix("articles-") } <= 9 && names.count { $0.hasPrefix("articles.es-") } <= 9)
    }
    // A tag that begins as another does.
    try site.write(
      try site.text(of: "site.yaml").replacing("es: Español", with: "es: Español, es-MX: Español (México)"),
      to: "site.yaml")
    for path in [TranslatedSite.stretchWords, TranslatedSite.causeWords] {
      try site.write(try site.text(of: path), to: path.replacing(".es.", with: ".es-mx."))
    }
    #expect(try await site.build().cachedArticles == 0)
    #expect(try await site.check().cachedArticles == 9)
    try site.write(
      try site.text(of: TranslatedSite.stretchWords) + "\nAl final.\n", to: TranslatedSite.stretchWords)
    #expect(try await site.build().cachedArticles == 8)
    #expect(try await site.check().cachedArticles == 9)
  }
}
