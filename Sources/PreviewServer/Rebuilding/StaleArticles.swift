import Markdown
import Site
import SiteModel

/// Which articles' texts have to be parsed again after a change. The text of an article depends on its own file
/// and on the names of others: where a link without text leads, and what it mentions.
struct StaleArticles {
  /// Those that have to be, whatever stands in them. Ascending.
  let numbers: [Int]
  private let isStale: [Bool]
  /// Titles and synonyms that are new, or are gone: where one may stand, the article has to be, too.
  private let names: [[UInt8]]

  /// Nil when so much is different that all have to be.
  init?(
    _ oldReading: SourceReading, _ oldSite: CheckedSite, _ reading: SourceReading, _ named: NamedSite,
    isChanged: [Bool], after change: SourceChange
  ) {
    let (old, new) = (oldSite.named.index, named.index)
    guard !change.contains(SiteConfiguration.file), !change.contains(References.file),
      old.articles.count == new.articles.count, old.articles.count == oldSite.parsed.count,
      old.hasFeed == new.hasFeed, oldSite.named.design.rootFiles == named.design.rootFiles,
      old.files.elementsEqual(
        new.files,
        by: {
          $0.path == $1.path && $0.size == $1.size && $0.photograph == $1.photograph && $0.faults == $1.faults
        }),
      oldSite.named.defaults.reservedIdentifiers == named.defaults.reservedIdentifiers,
      oldSite.named.defaults.labels == named.defaults.labels
    else { return nil }
    var isStale = isChanged
    var different: Set<[UInt8]> = []
    if !named.isSame(as: oldSite.named) {
      var isRenamed = [Bool](repeating: false, count: new.articles.count)
      for (number, (before, after)) in zip(old.articles, new.articles).enumerated() where before !== after {
        // Any text may link to an old address.
        guard before.file == after.file, before.state == after.state,
          before.redirects.map(\.bytes) == after.redirects.map(\.bytes)
        else { return nil }
        isRenamed[number] = before.title != after.title
        // A name that is gone may have kept another article's from being linked.
        different.formUnion(Self.names(of: before).symmetricDifference(Self.names(of: after)))
        // Names that are linked only because their article says so.
        if before.autoLink.isAlways != after.autoLink.isAlways { different.formUnion(Self.names(of: after)) }
      }
      Self.markLinking(to: isRenamed, oldSite, &isStale)
    }
    numbers = isStale.indices.filter { isStale[$0] }
    self.isStale = isStale
    names = Array(different)
  }

  /// Whether names of articles are new, or are gone.
  var asksForWords: Bool { !names.isEmpty }

  /// The others in which one of those names may stand: those whose `words` have it, and whose source has it then.
  func mentioning(_ words: [WordSet], _ sources: [[UInt8]], _ workers: Workers) async throws -> [Int] {
    let wanted = names.map { WordSet.Term($0) }
    let candidates = words.indices.filter { number in
      !isStale[number] && wanted.contains { words[number].mayMention($0) }
    }
    let terms = MentionIndex(phrases: names.map { Phrase(text: $0, article: 0, url: []) })
    let isMentioned = try await workers.map(candidates.count) { place in
      terms.mayBeMentioned(inSource: sources[candidates[place]])
    }
    return zip(candidates, isMentioned).filter { $0.1 }.map(\.0)
  }

  private static func names(of article: Article) -> Set<[UInt8]> {
    Set(([article.title] + article.synonyms.map(\.bytes)).map { MentionIndex.folded($0) })
  }

  private static func markLinking(to isRenamed: [Bool], _ site: CheckedSite, _ isStale: inout [Bool]) {
    guard isRenamed.contains(true) else { return }
    for (number, article) in site.parsed.enumerated() where !isStale[number] {
      func leadsToOne(_ link: RenderedArticle.Link) -> Bool { link.article.map { isRenamed[$0] } ?? false }
      isStale[number] =
        article.body.links.contains(where: leadsToOne) || article.fieldLinks.contains(where: leadsToOne)
    }
  }
}
