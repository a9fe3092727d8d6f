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
    return found.flatMap { $0 } + settings(index) + trees(site)
      + (try advice(index, labels: site.named.defaults.labels, source))
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
    _ index: SiteIndex, labels: MarkdownLabels, _ source: SourceFolder
  ) throws(FileFailure) -> [WrittenReference] {
    var found: [WrittenReference] = []
    try eachAdvice(index, labels: labels, source) { file, destinations, references in
      let meanings = DestinationMeanings(references: references, index: index)
      found += meanings.written(destinations, in: file)
    }
    return found
  }

  /// Hands each text of the checkers to `visit`, with the destinations in it and what they may be asked of.
  static func eachAdvice(
    _ index: SiteIndex, labels: MarkdownLabels, _ source: SourceFolder,
    _ visit: (String, [RenderedArticle.WrittenDestination], ArticleReferences) -> Void
  ) throws(FileFailure) {
    let references = ArticleReferences(index)
    references.reachesUnpublished = true
    var renderer = ArticleRenderer()
    for file in index.files
    where file.path.hasPrefix(SourceTree.checkerFolder + "/") && file.path.hasSuffix(".md") {
      let bytes = try source.readInside(file.path)
      var options = AdviceTexts.options(file.path, index, labels)
      options.keepsDestinations = true
      references.begin(file: file.path)
      references.allowsCitations = false
      let start = bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
      let rendered = renderer.render(bytes[start...], options: options, references: references)
      visit(file.path, rendered.destinations, references)
    }
  }
}
