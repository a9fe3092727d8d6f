import Diagnostics
import Text

/// What `site.yaml` says.
package struct SiteConfiguration: Sendable {
  package var name = ""
  package var description = ""
  /// Of an edition: which of these words translate an earlier state of the original's.
  package internal(set) var staleTexts: Set<String> = []
  /// Where this build's site is served, and where `site.yaml` says it is: one, unless a build is told otherwise.
  package var address = BaseAddress()
  package var writtenAddress = BaseAddress()
  /// BCP 47.
  package var language = "en"
  /// The languages in which the site is published, the original's first; none for a site of one language.
  package var languages: [SiteLanguage] = []
  /// Whether errors were found in what it says of its languages, so that what they lack may only seem to be missing.
  package var hasFaultyLanguages = false
  package var translations = TranslationPolicy()
  /// What stands before the addresses of this language's own pages, behind the base path: empty for the original, else such as `/es`.
  package var languagePath = ""
  /// What the clinic is, in the words of schema.org.
  package var clinicType = SchemaType.clinics[0]
  package var navigation: [MenuEntry] = []
  package var footer: [MenuEntry] = []
  /// Whether some of what menus lead to could not be read, which has been told.
  package var hasFaultyMenus = false
  package var review = ReviewPolicy()
  package var kinds: [Kind] = []
  /// Whether errors were found in what it says of kinds, so that what articles have of them may only look wrong.
  package var hasFaultyKinds = false
  /// Which of them the symptom checker names.
  package var checker = CheckerSettings()
  /// Where the site says that articles which give no day of their last change have that of their last commit; nil when it does not.
  package var datesFromCommits: Position?
  package var allowsRawHTML = false
  /// From where pages may load beside the site itself.
  package var sources = ContentSources()
  /// Whether some of what pages may load could not be read, which has been told.
  package var hasFaultySources = false
  /// Nil when nobody counts visits.
  package var analytics: Analytics?
  /// What of it could be read where the rest could not.
  package var faultyAnalytics: Analytics?
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

  /// The kinds that are about causes and signs, whose texts patients come for.
  package var textKinds: [Int] {
    guard let causes = checker.causes else { return [] }
    let signs = kinds[causes].relations.first { $0.name == checker.signs }?.targets ?? []
    return [causes] + signs.filter { $0 != causes }
  }

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
  /// The address of the home page, without the host.
  package var homePath: String { "\(basePath)\(languagePath)/" }
  /// The address of the site in this language, without a slash at the end.
  package var root: String { origin + basePath + languagePath }
  /// Whether addresses that authors wrote out in full are those of another place.
  package var isMoved: Bool { address != writtenAddress }

  package func kind(named name: String) -> Int? { kinds.firstIndex { $0.name == name } }

  /// The name that was probably meant by one that is none of a kind: the kind's whose folder it is, else the nearest among `names`.
  package func kindName(meantBy name: String, among names: [String]) -> String? {
    kinds.first { $0.folder == name && names.contains($0.name) }?.name ?? NearestName.to(name, among: names)
  }

  /// The site as readers of another of its languages get it; `words` are what translators wrote of these settings.
  package func edition(in language: SiteLanguage, words: SiteTranslation) -> SiteConfiguration {
    var edition = self
    edition.language = language.tag
    edition.languagePath = "/\(language.code)"
    edition.description = words.description ?? description
    edition.staleTexts = words.stale
    edition.kinds = kinds.map { $0.edition(below: edition.languagePath, words: words) }
    edition.writing = writing.translated(to: language)
    edition.navigation = navigation.map { $0.translated(words) }
    edition.footer = footer.map { $0.translated(words) }
    return edition
  }
}
