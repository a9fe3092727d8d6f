import Files
import Markdown
import SiteModel
import Text

/// Every place of a site's source that names an article or a file of `Content`, drafts and the like included.
package enum WrittenReferences {
  /// `site` was checked, drafts included, from `reading`.
  package static func find(
    in site: CheckedSite, _ reading: SourceReading, source: SourceFolder, workers: Workers
  ) async throws -> [WrittenReference] {
    let index = site.index
    let found = try await workers.map(
      index.articles.count, start: ArticleParser(keepingDestinationsOf: site.named)
    ) { parser, number in
      index.articles[number].state == .faulty
        ? [] : parser.references(ofArticle: number, reading.sources[number])
    }
    var all =
      found.flatMap { $0 } + settings(index) + trees(site) + credits(reading.credits, index)
      + (try advice(index, reading, labels: site.named.defaults.labels, source))
    for edition in site.editions { all += try await translations(edition, reading, workers) }
    return all
  }

  /// What the translations of articles name, those included that readers of an edition do not get.
  private static func translations(
    _ site: CheckedSite, _ reading: SourceReading, _ workers: Workers
  ) async throws -> [WrittenReference] {
    guard let edition = site.edition?.showingAll() else { return [] }
    let own = edition.translations.indices.filter { edition.translations[$0] != nil }
    let named = NamedSite(edition, of: reading, design: site.named.design, today: site.named.today)
    return try await workers.map(own.count, start: ArticleParser(keepingDestinationsOf: named)) {
      parser, place -> [WrittenReference] in
      guard let text = edition.translations[own[place]] else { return [] }
      return parser.references(ofTranslation: own[place], reading.words.articles[text].bytes)
    }.flatMap { $0 }
  }

  /// What `site.yaml` names.
  private static func settings(_ index: SiteIndex) -> [WrittenReference] {
    let names = index.configuration.menuPages + (index.configuration.writing.glossary.map { [$0] } ?? [])
    return names.compactMap { name in
      let text = name.bytes
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")), let kind = index.kindNames[text[..<colon]],
        let article = index.ids[kind][text[(colon + 1)...]]
      else { return nil }
      return WrittenReference(
        file: SiteConfiguration.file, target: .article(article), place: .scalar(name.position, offset: 0),
        written: text)
    }
  }

  /// The files of which `Content/pictures.yaml` says whose they are.
  private static func credits(_ credits: PictureCredits, _ index: SiteIndex) -> [WrittenReference] {
    let files = Dictionary(
      index.files.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first })
    return credits.entries.compactMap { entry in
      guard let file = files[entry.path] else { return nil }
      return WrittenReference(
        file: PictureCredits.file, target: .file(file), place: .scalar(entry.position, offset: 0),
        written: Array(PictureCredits.name(of: entry.path).utf8), isPicture: true)
    }
  }

  /// What the outcomes of the checkers name.
  private static func trees(_ site: CheckedSite) -> [WrittenReference] {
    let index = site.index
    let settings = index.configuration.checker
    var found: [WrittenReference] = []
    for tree in site.checkers.checkers.compactMap(\.check.tree) {
      for outcome in tree.outcomes {
        for (kind, names) in [(settings.causes, outcome.causes), (settings.stretches, outcome.stretches)] {
          for name in names {
            guard let kind, let article = index.ids[kind][name.value.utf8] else { continue }
            found.append(
              WrittenReference(
                file: tree.file, target: .article(article), place: .scalar(name.position, offset: 0),
                written: Array(name.value.utf8)))
          }
        }
      }
    }
    return found
  }

  /// What the prose of the checkers links to.
  private static func advice(
    _ index: SiteIndex, _ reading: SourceReading, labels: MarkdownLabels, _ source: SourceFolder
  ) throws(FileFailure) -> [WrittenReference] {
    var found: [WrittenReference] = []
    let translated = reading.tree.wordFiles.filter { $0.hasSuffix(".md") }
    try eachAdvice(index, besides: translated, labels: labels, source) { file, destinations, references in
      let meanings = DestinationMeanings(references: references, index: index)
      found += meanings.written(destinations, in: file)
    }
    return found
  }

  /// Hands each text of the checkers, and the `others`, to `visit`, with the destinations in it and what they may be asked of.
  static func eachAdvice(
    _ index: SiteIndex, besides others: [String] = [], labels: MarkdownLabels, _ source: SourceFolder,
    _ visit: (String, [RenderedArticle.WrittenDestination], ArticleReferences) -> Void
  ) throws(FileFailure) {
    let references = ArticleReferences(index)
    references.reachesUnpublished = true
    var renderer = ArticleRenderer()
    let own = index.files.map(\.path).filter {
      $0.hasPrefix(SourceTree.checkerFolder + "/") && $0.hasSuffix(".md")
    }
    for file in own + others {
      let bytes = try source.readInside(file)
      var options = AdviceTexts.options(file, index, labels)
      options.keepsDestinations = true
      references.begin(file: file)
      references.allowsCitations = false
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
      let rendered = renderer.render(bytes[start...], options: options, references: references)
      visit(file, rendered.destinations, references)
    }
  }
}
