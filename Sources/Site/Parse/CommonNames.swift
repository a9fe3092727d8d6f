import Diagnostics
import Markdown
import SiteModel

/// Names of articles that so many others mention that links to them would only be noise.
package struct CommonNames: Equatable, Sendable {
  /// As `MentionIndex.name(ofFolded:)` gives them.
  private(set) var names: Set<UInt64> = []
  /// How many articles mention each.
  private var counts: [UInt64: Int] = [:]

  init() {}

  /// As an earlier build left them; how often each is mentioned is to be counted anew.
  init(names: Set<UInt64>) { self.names = names }

  /// More than this many articles, and more than a fifth of all.
  private static let fewest = 20

  init(_ index: SiteIndex, _ parsed: [ParsedArticle]) {
    let published = index.articles.count { $0.isPublished }
    let most = max(Self.fewest, published / 5)
    guard published > Self.fewest else { return }
    // Counts of all names with the same last bits: none is less than that of any of them, and most sites need no others.
    var sketch = [Int32](repeating: 0, count: 1 << 16)
    var isCommon = false
    for article in parsed {
      for name in article.body.mentionedNames {
        let slot = Int(truncatingIfNeeded: name & 0xFFFF)
        sketch[slot] += 1
        if sketch[slot] > most { isCommon = true }
      }
    }
    guard isCommon else { return }
    var counts: [UInt64: Int] = [:]
    for (number, article) in parsed.enumerated() where index.articles[number].isPublished {
      for name in article.body.mentionedNames
      where sketch[Int(truncatingIfNeeded: name & 0xFFFF)] > most { counts[name, default: 0] += 1 }
    }
    let always = Self.alwaysLinked(index)
    self.counts = counts.filter { $0.value > most && !always.contains($0.key) }
    names = Set(self.counts.keys)
  }

  /// The size of a sample that tells common names from others nearly always; smaller sites need none.
  private static let sampleSize = 256

  /// Articles from all over the site, which tell what `init(guessedFor:from:)` needs; nil where they would be most of it.
  /// `numbers` are those to choose from, all where none are given.
  static func sample(of index: SiteIndex, among numbers: [Int]? = nil) -> [Int]? {
    let count = numbers?.count ?? index.articles.count
    guard count >= 4 * sampleSize else { return nil }
    return (0..<sampleSize).map { $0 * count / sampleSize }.map { numbers?[$0] ?? $0 }
      .filter { index.articles[$0].isPublished }
  }

  /// A guess from the articles of a sample, parsed, made before the others are.
  init(guessedFor index: SiteIndex, from sample: [ParsedArticle]) {
    var counts: [UInt64: Int] = [:]
    for article in sample {
      for name in article.body.mentionedNames { counts[name, default: 0] += 1 }
    }
    counts = counts.filter { $0.value > sample.count / 5 }
    if counts.isEmpty { return }
    let always = Self.alwaysLinked(index)
    names = Set(counts.keys.lazy.filter { !always.contains($0) })
  }

  private static func alwaysLinked(_ index: SiteIndex) -> Set<UInt64> {
    Set(index.articles.lazy.filter { $0.autoLink.isAlways }.flatMap { names(of: $0).map(\.name) })
  }

  /// The articles in which a name stands that is common in only one of two states of the site.
  static func articles(_ parsed: [ParsedArticle], mentioningChangesFrom old: CommonNames, to new: CommonNames)
    -> [Int]
  {
    let changed = old.names.symmetricDifference(new.names)
    if changed.isEmpty { return [] }
    return parsed.indices.filter { parsed[$0].body.mentionedNames.contains(where: changed.contains) }
  }

  /// Says once of each that it is linked nowhere, where it is given.
  func diagnostics(_ index: SiteIndex) -> [Diagnostic] {
    if names.isEmpty { return [] }
    let published = index.articles.count { $0.isPublished }
    return index.articles.lazy.filter { $0.isPublished }.flatMap { article in
      Self.names(of: article).compactMap { name in
        counts[name.name].map {
          MentionNames.commonName(
            article.file, name.position,
            "`\(name.text)` is in \($0) of \(published) articles, so Limber does not link it in any of them.")
        }
      }
    }
  }

  private static func names(of article: Article) -> [(name: UInt64, text: String, position: Position)] {
    let title = (
      MentionIndex.name(ofFolded: MentionIndex.folded(article.title)),
      String(decoding: article.title, as: UTF8.self), article.titlePosition
    )
    return [title]
      + article.synonyms.map {
        (MentionIndex.name(ofFolded: MentionIndex.folded($0.bytes)), $0.text, $0.position)
      }
  }
}
