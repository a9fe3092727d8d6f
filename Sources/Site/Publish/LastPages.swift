import Files
import Text

/// The pages of the last build, and what this one knows of what they were made from.
struct LastPages: Sendable {
  /// Of the program and of every file of the source that is no article.
  let others: FileHash
  let articles: [SourceReading.ArticleHashes]
  /// For each article the hash of what became of its text, if a cache has it.
  let texts: [FileHash?]
  private let pages: [String: BuildRecord.Entry]

  init(
    _ record: BuildRecord?, program: FileHash, others: [BuildRecord.Entry],
    articles: [SourceReading.ArticleHashes],
    _ site: CheckedSite
  ) {
    var key = RecordWriter()
    key.hash(program)
    for other in others {
      key.text(other.path)
      key.hash(other.hash)
    }
    self.others = FileHash(key.bytes)
    self.articles = articles
    texts = site.kept.map { $0.articles.texts(without: $0.anew) } ?? []
    pages = Dictionary(
      (record?.outputs ?? []).lazy.filter { $0.fingerprint != nil }.map { ($0.path, $0) },
      uniquingKeysWith: { $1 })
  }

  /// The page or photograph, when it was made from the same.
  func page(_ path: String, _ fingerprint: FileHash?) -> BuildRecord.Entry? {
    guard let fingerprint, let page = pages[path], page.fingerprint == fingerprint else { return nil }
    return page
  }
}

/// What a build has just published.
struct PublishedSite: Sendable {
  /// How many files are new or have changed.
  var written = 0
  /// Every file that is there now.
  var files: [BuildRecord.Entry] = []
  /// Whether none of them is an asset of the build before, and nothing of the old site is left, which the next takes away.
  var isSettled = true
  /// Why what is left of the old site could not be removed.
  var remains: FileFailure?
  /// When it was whole, and not yet in its place.
  var madeBefore = 0
  /// What articles' pages are made from, without their texts, and by what paths they go.
  var fingerprints: PageFingerprints?
  var frames: [FileHash?] = []
  var paths: [(path: String, article: Int)] = []
  /// What photographs are made from.
  var photographs: [(path: String, made: FileHash)] = []

  /// The files with what pages were made from, now that what became of every text is known.
  func entries(_ texts: [FileHash?]) -> [BuildRecord.Entry] {
    var pages = Dictionary(photographs.map { ($0.path, $0.made) }, uniquingKeysWith: { $1 })
    if let fingerprints, !texts.isEmpty {
      for (path, article) in paths {
        if let frame = frames[article] { pages[path] = fingerprints.page(article, frame, texts) }
      }
    }
    if pages.isEmpty { return files }
    return files.map { file in
      var file = file
      file.fingerprint = pages[file.path]
      return file
    }
  }
}
