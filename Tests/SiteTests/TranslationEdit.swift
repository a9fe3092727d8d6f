import FixtureSite
import Foundation

@testable import Authoring
@testable import Site

/// Changes that people make to a site in two languages, at random.
enum TranslationEdit: CaseIterable {
  case words, title, summary, slug, draft, remove, mention, warning, dose, steps, accept, foreign, restore
  case untranslated, untranslatedHeading, headingNamed
  case originalText, originalTitle, originalWarning, originalFlag, withdraw, newOriginal, commonWord, rename
  case settings, flagWords, stale, drawing, template, picture, twice, dayPasses, label

  static func random(using random: inout SeededGenerator) -> Self {
    // What breaks a site is soon mended, or there would be little to compare.
    Int.random(in: 0..<4, using: &random) == 0 ? .restore : allCases.randomElement(using: &random) ?? .words
  }

  /// Makes the change; what it was.
  func apply(
    to site: FixtureSite, step: Int, day: inout Int, using random: inout SeededGenerator
  ) async throws -> String {
    let isCause = Bool.random(using: &random)
    let words = isCause ? TranslatedSite.causeWords : TranslatedSite.stretchWords
    let original = isCause ? TranslatedSite.cause : TranslatedSite.stretch
    switch self {
    case .words: try Self.change(site, words) { $0 + "\nMás texto \(step), escalón.\n" }
    case .title:
      try Self.change(site, words) { Self.replacing("title:", with: "title: Título \(step % 3)", in: $0) }
    case .summary:
      try Self.change(site, words) { Self.replacing("summary:", with: "summary: Resumen \(step).", in: $0) }
    case .slug:
      try Self.change(site, words) { $0.replacing("review: {", with: "slug: otro-\(step % 2)\nreview: {") }
    case .draft: try Self.change(site, words) { $0.replacing("review: {", with: "draft: true\nreview: {") }
    case .remove: try? site.remove(words)
    case .mention: try Self.change(site, words) { $0 + "\nSubir un escalón, dolor del tendón, step-ups.\n" }
    case .warning:
      try Self.change(site, TranslatedSite.causeWords) {
        $0.replacing("> [!WARNING]\n> Pare si empeora.\n", with: "")
      }
    case .dose:
      try Self.change(site, TranslatedSite.stretch) { $0.replacing("sets: 2-3", with: "sets: \(step)") }
    case .steps:
      try Self.change(site, TranslatedSite.stretchWords) {
        $0.replacing("3. Baje.", with: "3. Baje \(step).")
      }
    case .accept:
      let path = TranslatedSite.translations.randomElement(using: &random) ?? words
      guard (try? site.text(of: path)) != nil else { break }
      let all = try await SiteTranslations.read(try site.options())
      _ = try? all.accept(path)
    case .foreign:
      try site.write(
        "---\ntitle: Dolor \(step % 2)\nsummary: Algo.\nreview: {status: pending}\n---\nVea [esto](../causes/tendon-pain.md#qué-ayuda).\n",
        to: "Content/signs/outer-pain.es.md")
    case .untranslated:
      try Self.change(site, "Content/signs/outer-pain.md") { $0 + "\nMore \(step).\n" }
    case .untranslatedHeading:
      try Self.change(site, "Content/signs/outer-pain.md") {
        $0.contains("## Where") ? $0.replacing("## Where", with: "## When") : $0 + "\n## Where\n\nHere.\n"
      }
    case .headingNamed:
      try Self.change(site, words) { $0 + "\nVea [dónde](../signs/outer-pain.md#where).\n" }
    case .originalText: try Self.change(site, original) { $0 + "\nMore text \(step), step-ups.\n" }
    case .originalTitle:
      try Self.change(site, original) { Self.replacing("title:", with: "title: Title \(step % 3)", in: $0) }
    case .originalWarning:
      try Self.change(site, TranslatedSite.cause) {
        $0.replacing("Stop if it gets worse.", with: "Stop at once \(step).")
      }
    case .originalFlag:
      try Self.change(site, TranslatedSite.flags) { $0.replacing("level: urgent", with: "level: emergency") }
    case .withdraw:
      try Self.change(site, original) { $0.replacing("summary:", with: "status: withdrawn\nsummary:") }
    case .newOriginal:
      try site.write(
        FixtureSite.article("New \(step)", body: "Tendon pain."), to: "Content/faqs/new-\(step % 3).md")
      try site.write(
        "---\ntitle: Nuevo \(step)\nsummary: Algo.\nreview: {status: pending}\n---\nDolor del tendón.\n",
        to: "Content/faqs/new-\(step % 3).es.md")
    case .commonWord:
      // More than twenty articles mention it, or as many as that.
      let count = step.isMultiple(of: 2) ? 24 : 19
      for number in 0..<24 {
        let text = number < count ? "Es dolor del tendón." : "Es otra cosa."
        try site.write(FixtureSite.article("Question \(number)"), to: "Content/faqs/q-\(number).md")
        try site.write(
          "---\ntitle: Pregunta \(number)\nsummary: Algo.\nreview: {status: pending}\n---\n\(text)\n",
          to: "Content/faqs/q-\(number).es.md")
      }
    case .rename:
      guard let text = try? site.text(of: words) else { break }
      try site.write(text, to: "Content/faqs/new-0.es.md")
      try site.remove(words)
    case .settings:
      try Self.change(site, "site.es.yaml") { $0.replacing("title: Causas", with: "title: Causas \(step)") }
    case .flagWords:
      try Self.change(site, TranslatedSite.flagWords) { $0.replacing("fuerte", with: "muy fuerte \(step)") }
    case .stale:
      try Self.change(site, "site.yaml") {
        $0.contains("translations:")
          ? $0 : "translations: {stale: \(step.isMultiple(of: 2) ? "hide" : "warn")}\n" + $0
      }
    case .drawing:
      try Self.change(site, "Content/causes/hip.svg") { $0.replacing("0 0 40 30", with: "0 0 4\(step) 30") }
    case .template:
      try Self.change(site, "Templates/stretch.mustache") { $0.replacing(" sets,", with: " sets \(step),") }
    case .picture:
      try Self.change(site, TranslatedSite.causeWords) {
        $0.replacing("![Una pierna](leg.svg)", with: "![Otra](hip.svg)")
      }
    case .twice:
      try Self.change(site, original) { $0 + "\nAgain \(step).\n" }
      try Self.change(site, words) { $0 + "\nOtra vez \(step).\n" }
    case .dayPasses: day = day % 9 + 1
    case .label:
      try site.write("program: Plan \(step % 2)\n", to: "Templates/words/es.yaml")
    case .restore:
      for (path, text) in FixtureSite.files.merging(TranslatedSite.files, uniquingKeysWith: { $1 })
      where (try? site.text(of: path)) != text {
        try site.write(text, to: path)
      }
      try? site.remove("Templates/words/es.yaml")
    }
    return "\(self) \(isCause ? "cause" : "stretch")"
  }

  /// Changes a file if it is there.
  private static func change(_ site: FixtureSite, _ path: String, _ edit: (String) -> String) throws {
    guard let text = try? site.text(of: path) else { return }
    try site.write(edit(text), to: path)
  }

  /// With another line in place of the one that begins so.
  private static func replacing(_ start: String, with line: String, in text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.hasPrefix(start) ? line : String($0)
    }.joined(separator: "\n")
  }
}
