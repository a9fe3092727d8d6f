import Diagnostics
import Markdown

/// Every name by which one part of a site can refer to another: made once from all front matter, then only
/// read, by all threads.
final class SiteIndex: Sendable {
  let configuration: SiteConfiguration
  let articles: [Article]
  /// For each article its kind.
  let articleKinds: [UInt16]
  /// Kinds by name.
  let kindNames: NameTable
  /// For each kind, id to article.
  let ids: [NameTable]
  /// Path relative to the source folder, to article.
  let articlePaths: NameTable
  /// Files below `Content` that are no articles.
  let files: [ContentFile]
  /// Path relative to the source folder, to file.
  let filePaths: NameTable
  /// The path of a URL without base path, in small letters, to what is there.
  let urls: NameTable
  let targets: [URLTarget]
  let references: References
  let redFlags: RedFlags
  let careLevels: [CareHeading]
  let mentions: MentionIndex

  /// What stands at a URL.
  enum URLTarget: Sendable {
    case article(Int)
    case kindIndex(Int)
    /// A redirect, by the article it leads to.
    case redirect(Int)
    case file(Int)
    /// Anything else that a build writes, such as an asset or the sitemap.
    case generated
  }

  init(
    configuration: SiteConfiguration, articles: [Article], ids: [NameTable], articlePaths: NameTable,
    files: [ContentFile], filePaths: NameTable, urls: NameTable, targets: [URLTarget], references: References,
    redFlags: RedFlags, careLevels: [CareHeading], mentions: MentionIndex
  ) {
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
  }

  /// The same site with other titles and synonyms, every address and id being as it was.
  init(_ other: SiteIndex, articles: [Article], mentions: MentionIndex) {
    configuration = other.configuration
    self.articles = articles
    articleKinds = other.articleKinds
    kindNames = other.kindNames
    ids = other.ids
    articlePaths = other.articlePaths
    files = other.files
    filePaths = other.filePaths
    urls = other.urls
    targets = other.targets
    references = other.references
    redFlags = other.redFlags
    careLevels = other.careLevels
    self.mentions = mentions
  }

  /// The site's own addresses begin with this.
  var basePath: [UInt8] { Array(configuration.basePath.utf8) }

  /// "`sign:outer-hip-pain`", as editors write it.
  func name(of article: Int) -> String {
    let one = articles[article]
    return "\(configuration.kinds[one.kind].name):\(String(decoding: one.id, as: UTF8.self))"
  }
}

/// A file below `Content` that is no article: a picture, a download, data.
struct ContentFile: Sendable {
  /// Relative to the source folder.
  let path: String
  /// The path of its URL, base path included.
  let url: [UInt8]
  /// For pictures whose size can be read.
  let size: ImageSize?
  /// What is wrong with a drawing, told where the file is used.
  var faults: [Diagnostic] = []

  /// File name endings of what browsers show as pictures.
  static let imageEndings = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"]

  var isImage: Bool {
    let name = path.lowercased()
    return Self.imageEndings.contains { name.hasSuffix($0) }
  }
}
