import Diagnostics
import Files
import Markdown
import SiteModel
import Text

/// The stage parse, of the site in its own language and in others.
extension CheckedSite {
  /// What is wrong with the files that visitors can get. Those of checkers are judged for the page that they stand in.
  static func fileFaults(
    _ index: SiteIndex, _ parsed: [ParsedArticle], _ checkers: CheckerStage, translations: [TranslatedTexts]
  ) -> [Diagnostic] {
    let faulty = index.files.indices.filter {
      !index.files[$0].faults.isEmpty && !index.files[$0].path.hasPrefix(SourceTree.checkerFolder + "/")
    }
    if faulty.isEmpty { return [] }
    var used = Set(checkers.usedFiles)
    for (number, article) in parsed.enumerated() where index.articles[number].isPublished {
      used.formUnion(article.usedFiles)
    }
    for article in translations.flatMap(\.own) { used.formUnion(article.usedFiles) }
    return faulty.filter(used.contains).flatMap { index.files[$0].faults }
  }

  /// The stage parse. `earlier` is what is known already, and the numbers of the articles that have to be parsed anew.
  package static func parse(
    _ named: NamedSite, _ sources: [[UInt8]], earlier: (site: CheckedSite, stale: [Int])? = nil,
    workers: Workers, progress: BuildProgress
  ) async throws -> ParsedTexts {
    let known = earlier.map {
      KnownArticles(
        $0.site.parsed, $0.site.commonNames, stale: $0.stale, isFirst: $0.stale.count == sources.count,
        isCounted: named.isSame(as: $0.site.named))
    }
    return try await parse(named, sources, known: known, workers: workers, progress: progress)
  }

  /// Articles that were parsed before.
  struct KnownArticles: Sendable {
    /// By number; what is at the stale ones does not matter.
    var articles: [ParsedArticle]
    let commonNames: CommonNames
    let stale: [Int]
    /// Whether nothing is known of which names are common.
    let isFirst: Bool
    /// Whether it is known of the very same names how many of these articles mention each.
    let isCounted: Bool

    init(
      _ articles: [ParsedArticle], _ commonNames: CommonNames, stale: [Int], isFirst: Bool,
      isCounted: Bool = false
    ) {
      (self.articles, self.commonNames, self.stale, self.isFirst) = (articles, commonNames, stale, isFirst)
      self.isCounted = isCounted
    }

    /// Whether the same names are common when `fresh` take the places of the stale ones.
    func areNamesAsCommon(with fresh: [ParsedArticle]) -> Bool {
      isCounted && !isFirst
        && zip(stale, fresh).allSatisfy { articles[$0].body.mentionedNames == $1.body.mentionedNames }
    }

    init(_ kept: KeptArticles) {
      let none = ParsedArticle()
      self.init(
        kept.articles.map { $0 ?? none }, kept.commonNames, stale: kept.missing, isFirst: kept.hasNone)
    }

    /// In another language than `original`, whose texts stand for what is not translated.
    init(_ original: [ParsedArticle], _ kept: KeptArticles?, translated: [Int]) {
      guard let kept else {
        self.init(original, CommonNames(), stale: translated, isFirst: true)
        return
      }
      self.init(
        zip(original, kept.articles).map { $1 ?? $0 }, kept.commonNames, stale: kept.missing,
        isFirst: kept.hasNone)
    }
  }

  static func parse(
    _ named: NamedSite, _ sources: [[UInt8]], known: KnownArticles?, keepsQuestions: Bool = false,
    workers: Workers, progress: BuildProgress
  ) async throws -> ParsedTexts {
    func parse(_ numbers: [Int]?, _ common: CommonNames) async throws -> [ParsedArticle] {
      let index = named.index
      return try await workers.map(
        numbers?.count ?? index.articles.count,
        start: ArticleParser(
          index, defaults: named.defaults, commonNames: common, keepsQuestions: keepsQuestions)
      ) { parser, place in
        progress.advance()
        let number = numbers?[place] ?? place
        if index.articles[number].state == .faulty { return ParsedArticle() }
        if index.articles[number].foreign != nil, let known { return known.articles[number] }
        return parser.parse(number, sources[number])
      }
    }
    var parsed = known?.articles ?? []
    var common = known?.commonNames ?? CommonNames()
    if known?.isFirst ?? true, let sample = CommonNames.sample(of: named.index, among: known?.stale) {
      // What is parsed on a wrong guess is parsed again below, so a guess can cost time but never a link.
      common = CommonNames(guessedFor: named.index, from: try await parse(sample, CommonNames()))
    }
    let fresh = try await parse(known?.stale, common)
    let isAsCommon = known?.areNamesAsCommon(with: fresh) ?? false
    if let known {
      for (number, article) in zip(known.stale, fresh) { parsed[number] = article }
    } else {
      parsed = fresh
    }
    // Which names too many articles mention is known when all were read: those that do are then read again.
    let commonNow = isAsCommon ? common : CommonNames(named.index, parsed)
    let again = CommonNames.articles(parsed, mentioningChangesFrom: common, to: commonNow)
    for (number, article) in zip(again, again.isEmpty ? [] : try await parse(again, commonNow)) {
      parsed[number] = article
    }
    return ParsedTexts(articles: parsed, again: again, commonNames: commonNow)
  }

  /// What the stage parse gives.
  package struct ParsedTexts: Sendable {
    package let articles: [ParsedArticle]
    /// Those that were parsed though they were known, since names turned out to be common, or no longer to be.
    package let again: [Int]
    let commonNames: CommonNames
  }

  /// The texts of an edition, those that were not translated as in the original.
  package struct TranslatedTexts: Sendable {
    let edition: Edition
    let named: NamedSite
    let texts: ParsedTexts
    /// What a cache had of them, and the numbers of those that were parsed anew.
    var kept: (articles: KeptArticles, anew: [Int])?
    /// Whether all that its translators wrote, and all names, are what the site had before.
    var isAsBefore = false

    /// What its translators wrote.
    var own: [ParsedArticle] {
      edition.translations.indices.filter { edition.translations[$0] != nil }.map { texts.articles[$0] }
    }
  }

  /// The stages index and parse of the other languages.
  package static func parse(
    _ editions: [Edition], _ reading: SourceReading, of named: NamedSite, _ parsed: ParsedTexts,
    workers: Workers, cache: ArticleCache? = nil
  ) async throws -> [TranslatedTexts] {
    var all: [TranslatedTexts] = []
    for edition in editions {
      let edition = hidingStale(edition, named.index, parsed.articles)
        .standingIn(for: named.design.addresses, named.index)
      let own = NamedSite(edition, of: reading, design: named.design, today: named.today)
      let numbers = edition.translations.indices.filter { edition.translations[$0] != nil }
      let sources = edition.translations.map { $0.map { reading.words.articles[$0].bytes } ?? [] }
      let kept = try await cache?.articles(own, edition, at: numbers, sources, reading, workers: workers)
      let texts = try await parse(
        own, sources, known: KnownArticles(parsed.articles, kept, translated: numbers),
        keepsQuestions: kept != nil, workers: workers, progress: BuildProgress())
      all.append(
        TranslatedTexts(
          edition: edition, named: own, texts: texts,
          kept: kept.map { ($0, Set($0.missing + texts.again).intersection(numbers).sorted()) }))
    }
    return all
  }

  /// The same when nothing changed but texts of articles of which there is no translation: readers of other languages get these as
  /// they are. Nil where more may be different.
  package static func translated(after earlier: Earlier, _ parsed: ParsedTexts) -> [TranslatedTexts]? {
    var all: [TranslatedTexts] = []
    for site in earlier.site.editions {
      guard let edition = site.edition, earlier.changed.allSatisfy({ edition.translation(of: $0) == nil })
      else { return nil }
      var texts = site.parsed
      var isAsCommon = true
      for number in earlier.changed {
        let text = parsed.articles[number]
        if texts[number].body.mentionedNames != text.body.mentionedNames { isAsCommon = false }
        texts[number] = text
      }
      guard isAsCommon || CommonNames(site.index, texts) == site.commonNames else { return nil }
      all.append(
        TranslatedTexts(
          edition: edition, named: site.named,
          texts: ParsedTexts(articles: texts, again: [], commonNames: site.commonNames), isAsBefore: true))
    }
    return all
  }

  /// The edition without translations that are not true of their originals any more, where the site wants that.
  private static func hidingStale(
    _ edition: Edition, _ index: SiteIndex, _ parsed: [ParsedArticle]
  ) -> Edition {
    guard index.configuration.translations.stale == .hide else { return edition }
    return edition.hiding(
      edition.translations.indices.filter { number in
        guard edition.translations[number] != nil, let known = edition.translated[number] else {
          return false
        }
        return known.text != OriginalState.mark(of: number, in: index, parsed[number])
      })
  }

  /// Keeps the articles that were parsed anew, in every language. For each language and article the hash of what became of
  /// its text, if it is kept; and why some are not.
  package func keepTexts(of reading: SourceReading) async -> (texts: [[FileHash?]], remark: String?) {
    var texts: [[FileHash?]] = []
    var remark: String?
    for side in [self] + editions {
      guard let kept = side.kept else {
        texts.append([])
        continue
      }
      do {
        texts.append(
          try await kept.articles.store(
            side.parsed, anew: kept.anew, common: side.commonNames, side.index,
            side.edition?.hashes ?? reading.hashes))
      } catch {
        remark = "The articles could not be kept: \((error as? FileFailure)?.sentence ?? "\(error)")"
        texts.append(kept.articles.texts(without: kept.anew))
      }
    }
    return (texts, remark)
  }
}
