import Text

/// What `site.yaml` says.
package struct SiteConfiguration: Sendable {
  package var name = ""
  package var description = ""
  /// Where this build's site is served, and where `site.yaml` says it is: one, unless a build is told otherwise.
  package var address = BaseAddress()
  package var writtenAddress = BaseAddress()
  /// BCP 47.
  package var language = "en"
  /// What the clinic is, in the words of schema.org.
  package var clinicType = SchemaType.clinics[0]
  package var navigation: [MenuEntry] = []
  package var footer: [MenuEntry] = []
  package var review = ReviewPolicy()
  package var kinds: [Kind] = []
  /// Whether errors were found in what it says of kinds, so that what articles have of them may only look wrong.
  package var hasFaultyKinds = false
  /// Which of them the symptom checker names.
  package var checker = CheckerSettings()
  package var allowsRawHTML = false
  /// From where pages may load beside the site itself.
  package var sources = ContentSources()
  /// Nil when nobody counts visits.
  package var analytics: Analytics?
  package var pictures = PictureSettings()
  /// The largest article that is read.
  package var maximumArticleBytes = 1_048_576
  /// Terms that are never linked automatically.
  package var neverLinked: [String] = []
  /// What is looked for in the words of articles.
  package var writing = WritingSettings()
  package var neverAsked = UnaskedAddresses()
  /// Nil when nothing is said of it.
  package var clinic: ClinicFacts?
  /// What only the site's own templates know.
  package var parameters: [Parameter.Member] = []

  package static let file = "site.yaml"

  /// What the symptom checker's causes and stretches are called as kinds of article.
  package var causeKind: String? { checker.causes.map { kinds[$0].name } }
  package var stretchKind: String? { checker.stretches.map { kinds[$0].name } }

  /// The setting `checker`, key by key.
  package var checkerNames: [(key: String, names: String)] {
    typealias Key = CheckerSettings.Key
    return [
      (Key.causes, causeKind ?? ""), (Key.stretches, stretchKind ?? ""),
      (Key.managedWith, checker.managedWith ?? ""),
      (Key.carefulWith, checker.carefulWith.joined(separator: ", ")),
      (Key.neverWith, checker.neverWith.joined(separator: ", ")), (Key.stages, checker.stages ?? ""),
      (Key.signs, checker.signs ?? ""),
    ]
  }

  /// Scheme and host, without a slash at the end.
  package var origin: String { address.origin }
  /// The path under which the site is served: empty, or `/clinic` without a slash at the end.
  package var basePath: String { address.path }
  /// Whether addresses that authors wrote out in full are those of another place.
  package var isMoved: Bool { address != writtenAddress }

  package func kind(named name: String) -> Int? { kinds.firstIndex { $0.name == name } }
}
