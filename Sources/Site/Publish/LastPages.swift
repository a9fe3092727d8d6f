import Files
import Text

/// The pages of the last build, and what this one knows of what they were made from.
struct LastPages: Sendable {
  /// Of the program and of every file of the source that is no article.
  let others: FileHash
  /// In the order of the site's languages.
  let languages: [LanguageTexts]
  private let pages: [String: BuildRecord.Entry]

  /// The articles in one language.
  struct LanguageTexts: Sendable {
    let articles: [SourceReading.ArticleHashes]
    /// For each article the hash of what became of its text, if a cache has it.
    let texts: [FileHash?]
  }

  /// Nil when nothing is known of what became of texts.
  init?(
    _ record: BuildRecord?, program: FileHash, others: [BuildRecord.Entry], _ reading: SourceReading,
    _ site: CheckedSite
  ) {
    guard site.kept != nil else { return nil }
    let texts = site.textsByLanguage(
      ([site] + site.editions).map { $0.kept.map { $0.articles.texts(without: $0.anew) } ?? [] })
    languages = zip([reading.hashes] + site.editions.compactMap { $0.edition?.hashes }, texts).map(
      LanguageTexts.init)
    let translations = Set(reading.tree.translations.map(\.path))
    var key = RecordWriter()
    key.hash(program)
    // A translation is an article's text in one language.
    for other in others where !translations.contains(other.path) {
      key.text(other.path)
      key.hash(other.hash)
    }
    self.others = FileHash(key.bytes)
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
  /// What articles' pages are made from, without their texts, and by what paths they go: for each language.
  var sides: [LanguagePages] = []
  /// What photographs are made from.
  var photographs: [(path: String, made: FileHash)] = []

  struct LanguagePages: Sendable {
    let fingerprints: PageFingerprints
    var search: SearchedLanguage?
    /// By article.
    var frames: [FileHash?] = []
    var paths: [(path: String, article: Int)] = []
  }

  /// What the search of one language was made from.
  struct SearchedLanguage: Sendable {
    let search: SiteSearch
    let made: SiteSearch.Made
    let kept: KeptSections
    let language: String
  }

  /// Leaves what the search was made from for the next build, now that what became of every text is known in each language.
  /// `others` is the hash of all that is no article.
  func keepSections(_ texts: [[FileHash?]], others: FileHash, in folder: CacheFolder) {
    for (side, texts) in zip(sides, texts) {
      guard let searched = side.search else { continue }
      let keys = searched.search.keys(others: others) { side.fingerprints.words(of: $0, texts) }
      // The next build reads them anew where the disk has no room.
      try? searched.kept.store(searched.made.sections, keys, in: folder, language: searched.language)
    }
  }

  /// The files with what pages were made from, now that what became of every text is known in each language.
  func entries(_ texts: [[FileHash?]]) -> [BuildRecord.Entry] {
    var pages = Dictionary(photographs.map { ($0.path, $0.made) }, uniquingKeysWith: { $1 })
    for (side, texts) in zip(sides, texts) where !texts.isEmpty {
      for (path, article) in side.paths {
        if let frame = side.frames[article] {
          pages[path] = side.fingerprints.page(article, frame, texts)
        }
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

extension CheckedSite {
  /// For each language and article the hash of what became of the text that its readers get, from what is `known` of those that
  /// were written in that language: of what is not translated that is the original's.
  func textsByLanguage(_ known: [[FileHash?]]) -> [[FileHash?]] {
    known.enumerated().map { number, own in
      guard number > 0, let edition = editions[number - 1].edition else { return own }
      if own.isEmpty || known[0].isEmpty { return [] }
      return own.indices.map { edition.isTranslated($0) ? own[$0] : known[0][$0] }
    }
  }
}
