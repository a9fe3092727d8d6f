import Markdown
import SiteModel
import Writing

/// Every name by which one part of a site can refer to another: made once from all front matter, then only
/// read, by all threads.
package final class SiteIndex: Sendable {
  package let configuration: SiteConfiguration
  package let articles: [Article]
  /// For each article its kind.
  let articleKinds: [UInt16]
  /// Kinds by name.
  package let kindNames: NameTable
  /// For each kind, id to article.
  package let ids: [NameTable]
  /// Ids of articles that lie in no kind's folder, and names of their folders, which has been told: whatever names one is not wrong for that.
  let strays: Set<String>
  /// Path relative to the source folder, to article.
  package let articlePaths: NameTable
  /// Files below `Content` that are no articles.
  package let files: [ContentFile]
  /// Path relative to the source folder, to file.
  package let filePaths: NameTable
  /// The path of a URL without base path, in small letters, to what is there.
  package let urls: NameTable
  package let targets: [URLTarget]
  package let references: References
  package let redFlags: RedFlags
  package let careLevels: [CareHeading]
  package let mentions: MentionIndex
  package let lists: ListPages
  /// What is looked for in how articles read.
  package let words: WordLists

  /// What stands at a URL.
  package enum URLTarget: Sendable {
    case article(Int)
    case kindIndex(Int)
    /// A further page of a kind's list, or its list for a year, by the kind and its path.
    case listPage(Int, [UInt8])
    /// A redirect, by the article it leads to.
    case redirect(Int)
    case file(Int)
    /// A file of `Templates/root`.
    case rootFile(RootFile)
    /// Anything else that a build writes, such as an asset or the sitemap, by its path.
    case generated([UInt8])
    /// A file that other sites have there and this one does not: why, and what to do.
    case unwritten(reason: String, hint: String)
  }

  package init(
    configuration: SiteConfiguration, articles: [Article], ids: [NameTable], articlePaths: NameTable,
    files: [ContentFile], filePaths: NameTable, urls: NameTable, targets: [URLTarget], references: References,
    redFlags: RedFlags, careLevels: [CareHeading], mentions: MentionIndex, lists: ListPages,
    strays: Set<String> = []
  ) {
    self.strays = strays
    self.configuration = configuration
    var kindNames = NameTable()
    for (number, kind) in configuration.kinds.enumerated() { kindNames.insert(kind.name.utf8, number) }
    self.kindNames = kindNames
    self.articles = articles
    articleKinds = articles.map { UInt16(truncatingIfNeeded: $0.kind) }
    self.ids = ids
    self.articlePaths = articlePaths
    self.files = files
    self.filePaths = filePaths
    self.urls = urls
    self.targets = targets
    self.references = references
    self.redFlags = redFlags
    self.careLevels = careLevels
    self.mentions = mentions
    self.lists = lists
    words = WordLists(configuration.writing, language: configuration.language)
  }

  /// The same site with other titles and synonyms, every address and id being as it was.
  package init(_ other: SiteIndex, articles: [Article], mentions: MentionIndex) {
    configuration = other.configuration
    self.articles = articles
    articleKinds = other.articleKinds
    kindNames = other.kindNames
    ids = other.ids
    strays = other.strays
    articlePaths = other.articlePaths
    files = other.files
    filePaths = other.filePaths
    urls = other.urls
    targets = other.targets
    references = other.references
    redFlags = other.redFlags
    careLevels = other.careLevels
    self.mentions = mentions
    lists = other.lists
    words = other.words
  }

  /// Whether articles lie where they are not read, so that what uses what is not known.
  package var hasStrays: Bool { !strays.isEmpty }

  /// Whether a path, an address or an id ends with the name of such an article.
  package func isStray(_ path: some Collection<UInt8>) -> Bool {
    guard hasStrays, let name = path.split(whereSeparator: { $0 == 0x2F || $0 == 0x3A }).last else {
      return false
    }
    let text = String(decoding: name, as: UTF8.self)
    return strays.contains(text.hasSuffix(".md") ? String(text.dropLast(3)) : text)
  }

  /// Whether there is a feed: one must say when something changed.
  package var hasFeed: Bool { articles.contains { $0.hasPage && $0.updated != nil } }

  package static let listOfFlags = "red-flags"

  /// Whether a choice in its front matter is `red-flags`, as `shows: red-flags` is: the page that says when to get help.
  package func listsRedFlags(_ article: Article) -> Bool {
    zip(configuration.kinds[article.kind].fields, article.fields).contains { field, value in
      guard case .choice(let names) = field.type.shown, case .choice(let choice) = value else { return false }
      return names[choice] == Self.listOfFlags
    }
  }

  /// The site's own addresses begin with this.
  package var basePath: [UInt8] { Array(configuration.basePath.utf8) }

  /// "`sign:outer-hip-pain`", as editors write it.
  package func name(of article: Int) -> String {
    let one = articles[article]
    return "\(configuration.kinds[one.kind].name):\(String(decoding: one.id, as: UTF8.self))"
  }
}
