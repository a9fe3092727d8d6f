import Diagnostics
import Files
import SiteModel
import SymptomTree
import Text

/// A site in one of its further languages: the articles of the original, each in its translation or, where there is none, as it is.
/// Its articles have the numbers that they have in the original.
package struct Edition: Sendable {
  package let language: SiteLanguage
  /// Of the original.
  let original: SiteLanguage
  let configuration: SiteConfiguration
  package private(set) var articles: [Article]
  /// For each article its translation's place among the tree's, where it has one that readers get or one day will.
  private(set) var translations: [Int?]
  /// Translations that readers do not get, since their originals have changed: by the article's number.
  private(set) var hidden: [Int: Article] = [:]
  /// All that readers do not get: those, drafts, and what was withdrawn in this language alone.
  private(set) var unshown: [Int: (article: Article, place: Int)] = [:]
  /// Addresses at which templates expect pages that are elsewhere in this language, and the numbers of their articles.
  private(set) var standIns: [(address: RedirectAddress, article: Int)] = []
  /// For each article which state of the original its translation was made from.
  let translated: [PlacedText?]
  /// For each article the texts of its translation's front matter, each beside the one that it translates.
  let pairs: [[TextComparison.Pair]]
  /// For each article what tells its translation, with its original, from others.
  let hashes: [SourceReading.ArticleHashes]
  /// How its texts are held against those of the original.
  let comparison: TextComparison
  let redFlags: RedFlags
  let cards: [CareLevel: CareLevelCard]
  let careLevels: [CareHeading]
  /// Pictures and downloads as its readers get them.
  let files: [ContentFile]
  let drawingWords: DrawingWords
  /// Texts that stand by ids, but for those of checkers.
  package let units: TranslatedUnits
  let diagnostics: [Diagnostic]

  /// A site's editions, in the order of its languages after the first.
  package static func all(
    of reading: SourceReading, options: BuildOptions, workers: Workers
  ) async throws -> [Edition] {
    let languages = reading.configuration.languages
    var editions: [Edition] = []
    for number in languages.indices.dropFirst() {
      editions.append(try await Edition(number, of: reading, options, workers))
    }
    return editions
  }

  private init(
    _ number: Int, of reading: SourceReading, _ options: BuildOptions, _ workers: Workers
  ) async throws {
    let configuration = reading.configuration
    language = configuration.languages[number]
    original = configuration.languages[0].among(configuration.languages[number].tag)
    comparison = TextComparison(from: original, to: language)
    var found: [Diagnostic] = []
    let ledgerFile = TranslationLedger.file(language)
    let ledger = TranslationLedger(
      reading.words.file(ledgerFile).map { Array($0.bytes) }, file: ledgerFile, into: &found)
    var units = TranslatedUnits(ledger, configuration.translations, comparison: comparison)
    let words = SiteTranslation(
      reading.words.settings[number]?.bytes, of: configuration, in: language, units: &units)
    found += words.diagnostics
    let own = configuration.edition(in: language, words: words)
    self.configuration = own
    let required = configuration.translations.required

    let places = Dictionary(
      reading.articles.enumerated().map { ($1.file, $0) }, uniquingKeysWith: { first, _ in first })
    let written = reading.tree.translations.indices.filter {
      reading.tree.translations[$0].language == number
    }
    let reader = ArticleReader(
      configuration: own, today: options.today, includesDrafts: options.includesDrafts)
    let read = try await workers.map(written.count) {
      place -> (
        article: Int?, translation: ArticleTranslation?, hashes: SourceReading.ArticleHashes?,
        diagnostics: [Diagnostic]
      ) in
      let file = reading.tree.translations[written[place]]
      var found: [Diagnostic] = []
      guard let article = places[file.original] else { return (nil, nil, nil, []) }
      // Of an original that cannot be read, nothing is known that could be compared.
      guard reading.articles[article].state != .faulty else { return (article, nil, nil, found) }
      let bytes = reading.words.articles[written[place]].bytes
      let translation = reader.readTranslation(
        bytes, path: file.path,
        of: OriginalArticle(reading.articles[article], bytes: reading.sources[article]), into: &found)
      let hashes = translation.map {
        reading.hashes[article].translated(FileHash(bytes), FileHash(bytes[..<$0.article.bodyStart]))
      }
      return (article, translation, hashes, found)
    }
    let original = original
    var articles = reading.articles.map { Article(ArticleContent($0, in: original)) }
    var translations = [Int?](repeating: nil, count: articles.count)
    var translated = [PlacedText?](repeating: nil, count: articles.count)
    var pairs = [[TextComparison.Pair]](repeating: [], count: articles.count)
    var hashes = reading.hashes
    var isFaulty = [Bool](repeating: false, count: articles.count)
    var orphans: OrphanedTranslations?
    for (place, one) in read.enumerated() {
      found += one.diagnostics
      guard let article = one.article else {
        let file = reading.tree.translations[written[place]]
        let bytes = reading.words.articles[written[place]].bytes
        orphans = orphans ?? OrphanedTranslations(in: reading.tree, number, language)
        if let fault = orphans?.fault(file.path, of: file.original, bytes) { found.append(fault) }
        continue
      }
      guard let translation = one.translation else {
        isFaulty[article] = true
        continue
      }
      // A translation that is a draft is not there yet.
      guard translation.article.state != .draft || reading.articles[article].state == .draft else {
        unshown[article] = (translation.article, written[place])
        continue
      }
      articles[article] = translation.article
      translations[article] = written[place]
      translated[article] = translation.translated
      pairs[article] = translation.pairs
      if let own = one.hashes { hashes[article] = own }
    }
    for (number, article) in articles.enumerated()
    where article.isPublished && article.foreign != nil && !isFaulty[number] {
      let kind = configuration.kinds[article.kind].name
      guard required.contains(.kind(kind)) else { continue }
      found.append(
        .error(
          .translationMissing, file: article.file, at: .start,
          "This article has no translation into \(language.name), and `translations` in `site.yaml` requires one of each \(kind).",
          hint:
            "Run `limber new \(kind) \(String(decoding: article.id, as: UTF8.self)) --language \(language.code)`."
        ))
    }
    self.articles = articles
    self.translations = translations
    self.translated = translated
    self.pairs = pairs
    self.hashes = hashes
    redFlags = reading.redFlags.translated(
      reading.words.others[language.file(of: RedFlags.file)]?.bytes, to: language, from: original,
      isRequired: required.contains(.redFlags), units: &units, into: &found)
    let cardFile = language.file(of: CareHeading.file)
    if let levels = reading.careLevelCards {
      cards = levels.translated(
        reading.words.file(cardFile), file: cardFile, to: language, from: original,
        isRequired: required.contains(.checker), units: &units, into: &found)
    } else {
      cards = [:]
    }
    let cards = cards
    careLevels = CareHeading.all { cards[$0]?.heading.value }.map { heading in
      var heading = heading
      let card = CareLevel(rawValue: heading.name).flatMap { cards[$0] }
      (heading.foreign, heading.isStale) = (card?.foreign, card?.isStale ?? false)
      return heading
    }
    units.reportUnmarked(into: &found)
    self.units = units
    let drawingFile = DrawingWords.file(language)
    let said = DrawingWords(
      reading.words.file(drawingFile), file: drawingFile, of: reading.files, comparison, into: &found)
    drawingWords = said
    files = reading.files.map { $0.saying(said, in: own) }
    diagnostics = found
  }

  /// What drawings say in its language, by what they say in the original's.
  package var drawnWords: [String: String] { drawingWords.all }
  package var drawnWordsFile: String { DrawingWords.file(language) }

  /// Whether an article's text is that of a translator.
  func isTranslated(_ number: Int) -> Bool { translations[number] != nil }

  /// The numbers of the articles of which readers get a translation.
  var shown: [Int] { articles.indices.filter { translations[$0] != nil && articles[$0].isPublished } }

  /// The number of the article whose translation at `path` readers do not get.
  package func hiddenArticle(at path: String) -> Int? { hidden.first { $0.value.file == path }?.key }

  /// The translation of an article, be it one that readers do not get.
  package func translation(of number: Int) -> Article? {
    translations[number] == nil ? unshown[number]?.article : articles[number]
  }

  /// How many there are, those left out that readers do not get.
  package var translationCount: Int { translations.count { $0 != nil } }

  /// The same without the translations of the articles at `numbers`, whose readers get the original.
  func hiding(_ numbers: [Int]) -> Edition {
    var edition = self
    for number in numbers {
      guard let original = articles[number].original, let place = translations[number] else { continue }
      edition.hidden[number] = articles[number]
      edition.unshown[number] = (articles[number], place)
      edition.articles[number] = Article(ArticleContent(original, in: self.original))
      edition.translations[number] = nil
    }
    return edition
  }

  /// The same with a page at each of the addresses that templates begin with `{{site.home-url}}`: where an article has another address in
  /// this language, or no translation, one that leads to it.
  func standingIn(for addresses: [TemplateAddress], _ original: SiteIndex) -> Edition {
    var edition = self
    var known: Set<[UInt8]> = []
    for address in addresses {
      guard let path = address.homePath, case .article(let number)? = original.target(at: path),
        articles[number].isPublished, known.insert(path).inserted
      else { continue }
      let own = Array(configuration.languagePath.utf8) + path
      if Array(articles[number].url.dropFirst(configuration.basePath.utf8.count)) == own { continue }
      if let place = RedirectAddress(own) { edition.standIns.append((place, number)) }
    }
    return edition
  }

  /// The same with every translation that there is, as if readers got them all: what it names, it names all the same.
  func showingAll() -> Edition {
    var edition = self
    for (number, one) in unshown {
      edition.articles[number] = one.article
      edition.translations[number] = one.place
    }
    edition.hidden = [:]
    edition.unshown = [:]
    return edition
  }
}
