import Diagnostics
import Text
import YAML

/// What `writing` in `site.yaml` says.
package struct WritingSettings: Sendable {
  package var switches = WritingSwitches()
  /// The article whose headings are the words that the site explains, as `kind:id`.
  package var glossary: PlacedText?
  /// What is looked for beside the words that Limber knows, as the site writes it.
  package var jargon: [String] = []
  package var claims: [String] = []
  package var vagueLinks: [String] = []

  /// The same for another language: the site's own words are in that of the original, and a formula is one for its language.
  func translated(to language: SiteLanguage) -> WritingSettings {
    var other = self
    (other.jargon, other.claims, other.vagueLinks) = ([], [], [])
    if ReadingFormula(language: language.tag) == nil { other.switches[.hardToRead] = false }
    return other
  }

  /// The checks, each on or off: for the site, and in front matter for an article.
  package static let checks = SettingBlock<WritingSettings>(switchKeys)

  package static let block = SettingBlock<WritingSettings>(
    switchKeys + [
      SettingKey(
        "glossary", "The article that explains words, as `kind:id`.",
        more: "Each of its headings is a word or phrase, or several separated by commas.", without: "None",
        schema: { .choice($0.articles) },
        take: { $1.glossary = $0.asPlacedText("glossary", into: &$2) }),
      .words(
        "jargon", "Words and phrases that articles can use only if the site explains them.",
        more: "Uppercase or lowercase, singular or plural: it makes no difference."
      ) {
        // A word that is there twice counts once.
        var seen: Set<String> = []
        $1.jargon = $0.map(\.text).filter { seen.insert($0.lowercased()).inserted }
      },
      .words(
        "claims",
        "Phrases that promise too much, in addition to the built-in ones (\"cure\", \"guarantee\", \"you have\" and so on)."
      ) { $1.claims = $0.map(\.text) },
      .words(
        "vague-links",
        "Link texts that say nothing, in addition to the built-in ones (\"here\", \"read more\" and so on)."
      ) { $1.vagueLinks = $0.map(\.text) },
    ])

  private static let switchKeys = WritingCheck.allCases.map { check in
    SettingKey<WritingSettings>.flag(
      check.rawValue, "Whether to warn about \(check.meaning).", without: "`true`"
    ) { $1.switches[check] = $0 }
  }

  /// The checks that are on for a page whose front matter has this `writing`.
  package func switches(changedBy node: Node, into diagnostics: inout [Diagnostic]) -> WritingSwitches {
    var changed = self
    Self.checks.read(node, named: "writing", into: &changed, &diagnostics)
    return changed.switches
  }
}

extension SettingKey<WritingSettings> {
  fileprivate static func words(
    _ name: String, _ description: String, more: String = "",
    take: @escaping @Sendable ([Node], inout WritingSettings) -> Void
  ) -> Self {
    .texts(
      name, of: "words", example: "[isometric]", description, more: more, without: "None", take: take)
  }
}
