import Diagnostics
import Files
import Markdown
import SiteModel

/// A site of which everything is known and every check was made: what is left is to render and to publish it.
package struct CheckedSite: Sendable {
  package let named: NamedSite
  package private(set) var parsed: [ParsedArticle]
  let backlinks: [[Int32]]
  package let checkers: CheckerStage
  /// What is wrong with texts by themselves; nil for an edition.
  let texts: TextFaults?
  /// What is wrong with links of an edition's texts to places in pages.
  private let fragmentFaults: [[Diagnostic]]
  /// What nothing uses.
  private let unused: [Diagnostic]
  /// Names that too many articles mention.
  let commonNames: CommonNames
  private let commonNameFaults: [Diagnostic]
  /// What a cache had of its articles, and the numbers of those that were parsed anew.
  let kept: (articles: KeptArticles, anew: [Int])?
  /// Everything that the stages up to this one found.
  package let diagnostics: [Diagnostic]
  private let needs: Needs
  package let review: ReviewReport
  /// The site in its other languages.
  package let editions: [CheckedSite]
  /// The numbers of its translations whose originals have changed since.
  let staleTranslations: Set<Int>
  /// Which of them this one is; nil for the original.
  package let edition: Edition?

  package var index: SiteIndex { named.index }

  /// What readers need and templates or stylesheets do not show.
  package var unshown: [Diagnostic] { needs.warnings + needs.faults }

  private struct Needs: Sendable {
    var warnings: [Diagnostic] = []
    var faults: [Diagnostic] = []
    /// Those that no template uses since it shows none of that.
    var words: Set<String> = []

    init() {}

    init(_ named: NamedSite, _ parsed: [ParsedArticle], _ checkers: CheckerStage) {
      warnings = UnshownWarnings.run(named.index, parsed, named.design.templates)
      (faults, words) = UnshownNeeds.run(named.index, parsed, named.design, checkers)
    }

    /// Whether the same is asked of templates for both texts.
    static func areSame(_ one: ParsedArticle, _ other: ParsedArticle) -> Bool {
      UnshownWarnings.warns(one) == UnshownWarnings.warns(other)
        && one.body.text.blocks.isEmpty == other.body.text.blocks.isEmpty
    }
  }

  /// The stages parse, index and check.
  package static func check(
    _ reading: SourceReading, source: SourceFolder, options: BuildOptions, workers: Workers,
    progress: BuildProgress, cache: ArticleCache? = nil
  ) async throws -> CheckedSite {
    let (design, editions) = try await workers.both {
      try SiteDesign(reading, from: source)
    } _: {
      try await Edition.all(of: reading, options: options, workers: workers)
    }
    progress.enter(.index)
    let named = NamedSite(reading, design: design, today: options.today, editions: editions)
    progress.enter(.parse)
    let kept = try await cache?.articles(named, reading, workers: workers)
    let stale = kept?.missing
    let parsed = try await parse(
      named, reading.sources, known: kept.map(KnownArticles.init), keepsQuestions: kept != nil,
      workers: workers, progress: progress)
    let translated = try await parse(editions, reading, of: named, parsed, workers: workers, cache: cache)
    progress.enter(.check)
    return try await CheckedSite(
      reading, named, parsed, translated, source: source, workers: workers,
      kept: kept.map { ($0, Set((stale ?? []) + parsed.again).sorted()) })
  }

  /// The same site before some of its articles changed.
  package struct Earlier: Sendable {
    let site: CheckedSite
    /// The numbers of the articles whose text may be another.
    let changed: [Int]
    /// Whether all files but those of articles are as they were.
    let areOtherFilesSame: Bool

    package init(_ site: CheckedSite, changed: [Int], areOtherFilesSame: Bool) {
      (self.site, self.changed, self.areOtherFilesSame) = (site, changed, areOtherFilesSame)
    }
  }

  /// The stage check. `earlier` is what is known of the same site as it was.
  package init(
    _ reading: SourceReading, _ named: NamedSite, _ texts: ParsedTexts, _ translated: [TranslatedTexts] = [],
    source: SourceFolder, workers: Workers, earlier: Earlier? = nil,
    kept: (articles: KeptArticles, anew: [Int])? = nil
  ) async throws {
    let (index, parsed) = (named.index, texts.articles)
    var found: [Diagnostic] = []
    // A large site has tens of thousands, which are not to be moved again and again.
    found.reserveCapacity(earlier.map { $0.site.diagnostics.count * 5 / 4 } ?? 0)
    found += reading.diagnostics + named.design.diagnostics + named.diagnostics
    // Drafts are read for what they use, but their text is their author's business until it is published.
    for (number, article) in parsed.enumerated() where index.articles[number].isPublished {
      found += article.diagnostics
    }
    self.named = named
    self.parsed = parsed
    self.kept = kept
    edition = nil
    staleTranslations = []
    commonNames = texts.commonNames
    if let earlier, earlier.site.commonNames == commonNames, named.isSame(as: earlier.site.named) {
      commonNameFaults = earlier.site.commonNameFaults
    } else {
      commonNameFaults = commonNames.diagnostics(index)
    }
    found += commonNameFaults
    let usesAreSame = earlier.map { Self.usesAreSame($0, named, parsed) } ?? false
    let backlinks =
      if let earlier, usesAreSame { earlier.site.backlinks } else {
        Backlinks.build(index, named.links, parsed)
      }
    self.backlinks = backlinks
    let settled = usesAreSame && earlier?.areOtherFilesSame == true ? earlier?.site : nil
    let areNeedsSame = earlier.map { earlier in
      earlier.changed.allSatisfy { Needs.areSame(earlier.site.parsed[$0], parsed[$0]) }
    }
    // What checkers need takes as long as all that is looked for in texts.
    let ((checkers, needs), textFaults) = try await workers.both {
      let checkers =
        try settled?.checkers
        ?? CheckerStage(
          index, named.links, parsed: parsed, files: reading.checkers, labels: named.defaults.labels,
          from: source, today: named.today)
      if let settled, areNeedsSame == true { return (checkers, settled.needs) }
      return (checkers, Needs(named, parsed, checkers))
    } _: {
      try await TextFaults(named, parsed, backlinks, reading.careLevelCards, earlier, workers)
    }
    self.checkers = checkers
    self.texts = textFaults
    fragmentFaults = []
    self.needs = needs
    textFaults.append(to: &found)
    found += RedFlagCheck.run(index)
    found += needs.warnings
    found += checkers.diagnostics
    let unnamed = UnnamedSettings(index, hasCheckers: !checkers.checkers.isEmpty)
    if !unnamed.faults.isEmpty {
      found.removeAll { $0.code == .missingRelation && unnamed.consequences.contains($0.message) }
      found += unnamed.faults
    }
    found += MissingRedFlags.run(index, named.design.templates, hasCheckers: !checkers.checkers.isEmpty)
    found.removeAll { $0.code == .unusedWord && $0.isAbout(wordIn: needs.words) }
    found += needs.faults
    found += UnstatedAnalytics(index: index, parsed: parsed, design: named.design).faults
    if reading.readings.contains(where: { $0.article == nil }) {
      // What an article whose name cannot be used links to, cites and shows is not known.
      unused = []
    } else if let earlier, usesAreSame, earlier.site.checkers.usedFiles == checkers.usedFiles {
      unused = earlier.site.unused
    } else {
      unused = UseCheck(
        index: index, links: named.links, parsed: parsed, backlinks: backlinks,
        menus: named.menus, addresses: named.design.addresses, checkerFiles: checkers.usedFiles,
        hasCheckers: !checkers.checkers.isEmpty, rootFiles: named.design.rootFiles,
        translations: translated.flatMap(\.own)
      ).run()
    }
    found += unused
    if !reading.addresses.isEmpty {
      found += SiteAddresses(index, parsed, translated.map(\.edition)).faults(AddressList(reading.addresses))
    }
    found += Self.fileFaults(index, parsed, checkers, translations: translated)
    found += named.design.pages?.brokenFragments(in: named.design.addresses, index, parsed) ?? []
    let addressFaults = TemplateAddressCheck(
      index, named.design.assets, parsed, identifiers: named.design.templates?.identifiers ?? []
    ).run(
      named.design.addresses,
      values: named.design.templates.map { ShownAddresses(index, named.design, $0) }, reading.sources)
    found += addressFaults + ContentPolicyCheck(index).run(named.design, besides: addressFaults)
    found += AssetPathCheck(index, named.design).run()
    found += try HostNameCheck.run(named.design.rootFiles, index.configuration, in: source)
    var review = ReviewCheck.run(index, today: named.today, into: &found)
    var editions: [CheckedSite] = []
    for (place, one) in translated.enumerated() {
      let edition = try await CheckedSite(
        one, of: (reading, named, parsed, checkers), source: source, workers: workers,
        known: one.isAsBefore ? settled?.editions[place] : nil)
      review.add(edition.review, in: one.edition.language, besides: one.edition.original)
      found += edition.diagnostics
      editions.append(edition)
    }
    self.editions = editions
    self.review = review
    found = CopiedArticles(index, backlinks, reading.addresses).told(found)
    found = reading.asWritten(Consequences(index, found, reading.sources).removed(from: found))
    found = SameSlip.told(found, index.configuration)
    diagnostics = SharedCauses(index).told(MovedArticles(index, parsed, reading.addresses).told(found))
  }

  /// The stage check of an edition: what its translators wrote, by itself and beside the original. `known` is the same before texts
  /// changed that its readers get as they are.
  private init(
    _ translated: TranslatedTexts,
    of original: (reading: SourceReading, named: NamedSite, parsed: [ParsedArticle], checkers: CheckerStage),
    source: SourceFolder, workers: Workers, known: CheckedSite?
  ) async throws {
    let (edition, named, parsed) = (translated.edition, translated.named, translated.texts.articles)
    let index = named.index
    let (reading, own) = (original.reading, edition.shown)
    let fragmentFaults = try await FragmentCheck(
      index: index, parsed: parsed, original: edition.original.name, hidden: Set(edition.hidden.keys),
      originals: original.parsed
    ).run(workers, only: own)
    if let known, known.fragmentFaults == fragmentFaults {
      self = known
      self.parsed = parsed
      return
    }
    self.fragmentFaults = fragmentFaults
    var found = edition.diagnostics
    for number in own { found += parsed[number].diagnostics }
    self.named = named
    self.parsed = parsed
    self.edition = edition
    kept = translated.kept
    editions = []
    commonNames = translated.texts.commonNames
    commonNameFaults = []
    unused = []
    needs = Needs()
    backlinks = Backlinks.build(index, named.links, parsed)
    texts = nil
    let words = ProseCheck(index: index, parsed: parsed, glossary: named.glossary)
    let prose = words.run(words.explained(), only: own)
    let boxes = EmergencyBoxCheck(index, reading.careLevelCards)
    for (place, number) in own.enumerated() {
      found += fragmentFaults[place] + prose[place]
      found += boxes.diagnostics(of: number, parsed[number].body.text)
    }
    found += DeniedCounting(index: index, parsed: parsed, design: named.design).faults(in: own)
    let files = Set(own.map { index.articles[$0].file })
    found += named.diagnosticsOfNames.filter { $0.file.map(files.contains) ?? false }
    checkers = try CheckerStage(
      original.checkers, edition, reading, index, named.links, parsed, labels: named.defaults.labels,
      from: source, today: named.today)
    found += checkers.diagnostics
    let comparison = TranslationCheck(
      edition: edition, original: original.named.index, texts: original.parsed, sources: reading.sources,
      index: index, parsed: parsed, words: reading.words)
    let translations = try await comparison.run(own + edition.hidden.keys.sorted(), workers)
    found += translations.diagnostics + comparison.faultsOfHome
    found += DrawingWordsCheck(edition: edition, index: index).run(
      Set(own.flatMap { parsed[$0].usedFiles }), inPages: Set(original.checkers.drawings))
    staleTranslations = translations.stale.intersection(own)
    found += EditionAddressCheck(edition: edition, index: index).run(named.design.addresses)
    review = ReviewCheck.run(index, today: named.today, into: &found)
    diagnostics = CopiedArticles(index, backlinks, []).told(found)
  }

  /// Whether the changed texts link to, cite and show what they did before.
  private static func usesAreSame(
    _ earlier: Earlier, _ named: NamedSite, _ parsed: [ParsedArticle]
  ) -> Bool {
    guard named.isSame(as: earlier.site.named) else { return false }
    return earlier.changed.allSatisfy { number in
      let (old, new) = (earlier.site.parsed[number], parsed[number])
      return old.usedFiles == new.usedFiles && old.linkedLists == new.linkedLists
        && old.body.citations == new.body.citations
        && old.body.links.lazy.map(\.article).elementsEqual(new.body.links.lazy.map(\.article))
        && old.fieldLinks.lazy.map(\.article).elementsEqual(new.fieldLinks.lazy.map(\.article))
    }
  }

  /// Articles and their programmes, lists of kinds, the home page and the page for what does not exist.
  package var pageCount: Int {
    let articles = named.index.articles
    let configuration = named.index.configuration
    let published = articles.count { $0.hasPage }
    let programmes = articles.count { Programme.url(of: $0, configuration) != nil }
    let lists = configuration.kinds.count { !$0.isPage }
    return published + programmes + lists + (hasHomeArticle ? 0 : 1) + 1 + checkers.checkers.count
      + editions.reduce(0) { $0 + $1.pageCount }
  }

  /// The files below `Content` that visitors get, ascending.
  var usedFiles: [Int] {
    var used = Set(editions.flatMap(\.usedFiles))
    for (number, article) in parsed.enumerated() where index.articles[number].isPublished {
      used.formUnion(article.usedFiles)
    }
    return used.sorted()
  }

  /// The photographs among them.
  var photographs: [Photograph] { usedFiles.compactMap { index.files[$0].photograph } }

  /// Articles whose text was not looked into, since they are drafts or not published today.
  var unpublishedCount: Int {
    index.articles.count { !$0.isPublished && $0.state != .faulty && $0.state != .withdrawn }
  }

  var hasHomeArticle: Bool { named.index.home != nil }
}
