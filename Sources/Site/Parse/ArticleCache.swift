import Files
import Markdown
import SiteModel
import Text

/// The articles that earlier builds parsed, for the next. An article is taken from there when its source is the same, all
/// that it asked of the names of its site has the answers that it had, and no name that is new or gone may stand in it.
package struct ArticleCache: Sendable {
  let folder: CacheFolder
  /// Of the program that runs.
  private let program: FileHash
  /// What the names of its files begin with.
  private let name: String

  init(folder: CacheFolder, program: FileHash, name: String = CachedArticles.file) {
    self.folder = folder
    self.program = program
    self.name = name
  }

  /// That of previews, beside that of builds, which are another program. Nil where nothing can be kept.
  package static func ofPreviews(of source: SourceFolder) -> ArticleCache? {
    let path = source.path(to: OwnFolder.name)
    do {
      try OwnFolder.make(in: source)
      // What is kept is believed where this system made the lock's file; nobody is kept out.
      if try SystemCalls.status(path + "/" + BuildLock.file) == nil { _ = try BuildLock(folder: path) }
    } catch { return nil }
    guard let folder = CacheFolder(path: path, exists: true),
      let program = RunningProgram.hash(folder).flatMap(folder.circumstances)
    else { return nil }
    return ArticleCache(folder: folder, program: program, name: CachedArticles.fileOfPreviews)
  }

  /// What is true of the site's articles from before.
  func articles(
    _ named: NamedSite, _ reading: SourceReading, workers: Workers
  ) async throws -> KeptArticles {
    try await articles(
      ArticleTexts(index: named.index, sources: reading.sources, hashes: reading.hashes),
      file: name, circumstances(named, reading.settings), workers: workers)
  }

  /// The same of what an edition's translators wrote: the texts at `numbers`.
  func articles(
    _ named: NamedSite, _ edition: Edition, at numbers: [Int], _ sources: [[UInt8]], _ reading: SourceReading,
    workers: Workers
  ) async throws -> KeptArticles {
    try await articles(
      ArticleTexts(index: named.index, sources: sources, hashes: edition.hashes, numbers: numbers),
      file: CachedArticles.file(name, edition.language),
      circumstances(named, FileHash(of: [reading.settings] + reading.words.hashes)), workers: workers)
  }

  private func articles(
    _ texts: ArticleTexts, file: String, _ circumstances: FileHash, workers: Workers
  ) async throws -> KeptArticles {
    let now = CachedArticles(circumstances: circumstances, site: SiteNames(texts.index))
    let bytes = folder.read(file)
    if bytes == nil, !folder.has(file) {
      return KeptArticles(folder, file, now, nil, texts, workers)
    }
    guard let bytes, let old = CachedArticles(bytes), old.circumstances == now.circumstances else {
      return KeptArticles(
        folder, file, now, nil, texts, workers,
        remark: "The kept articles are damaged, or come from a different program, site or settings.")
    }
    var kept = KeptArticles(folder, file, now, old, texts, workers)
    try await kept.read(old, texts)
    return kept
  }

  /// What every text depends on.
  private func circumstances(_ named: NamedSite, _ settings: FileHash) -> FileHash {
    var key = RecordWriter()
    key.hash(program)
    key.hash(settings)
    key.text(named.index.configuration.origin + named.index.configuration.basePath)
    for label in named.defaults.labels.all { key.text(label) }
    key.data(named.defaults.frameScript)
    key.list(named.defaults.reservedIdentifiers.sorted { $0.lexicographicallyPrecedes($1) })
    return FileHash(key.bytes)
  }
}

/// The texts of a site's articles in one of its languages.
struct ArticleTexts: Sendable {
  let index: SiteIndex
  /// By the site's numbers, as `hashes`.
  let sources: [[UInt8]]
  let hashes: [SourceReading.ArticleHashes]
  /// Those that are written in this language; nil for all.
  var numbers: [Int]?
}

/// A site's articles as far as a cache has them, and what it needs to take in the others.
package struct KeptArticles: Sendable {
  let folder: CacheFolder
  /// The name of the list's file.
  let file: String
  let workers: Workers
  /// Why there are none, or not all that there should be.
  private(set) var remark: String?
  /// By the site's numbers.
  private(set) var articles: [ParsedArticle?]
  /// Those that it is about.
  private let numbers: [Int]
  var entries: [CachedArticles.Entry?]
  /// As the next build finds it, without the articles that are new.
  private(set) var list: CachedArticles
  /// The list as it was, nil when all is new.
  let before: CachedArticles?
  let toSite: Renumbering
  let fromSite: Renumbering
  /// Whether every article and file has a path of its own, without which nothing can be told of them.
  let hasPlainPaths: Bool

  init(
    _ folder: CacheFolder, _ file: String, _ now: CachedArticles, _ before: CachedArticles?,
    _ texts: ArticleTexts, _ workers: Workers, remark: String? = nil
  ) {
    let index = texts.index
    (self.folder, self.file) = (folder, file)
    numbers = texts.numbers ?? Array(index.articles.indices)
    self.workers = workers
    self.remark = remark
    self.before = before
    var list = now
    if let before {
      (list.articles, list.files, list.works) = (before.articles, before.files, before.works)
      (list.packs, list.commonNames) = (before.packs, before.commonNames)
    }
    let articles = list.articles.matched(index.articles.count) {
      ComposedText.composed(Array(index.articles[$0].file.utf8))
    } number: {
      index.articlePaths[$0]
    }
    let files = list.files.matched(index.files.count) {
      ComposedText.composed(Array(index.files[$0].path.utf8))
    } number: {
      index.filePaths[$0]
    }
    let works = list.works.matched(index.references.works.count) {
      Array(index.references.works[$0].key.utf8)
    } number: {
      index.references.table[$0]
    }
    toSite = Renumbering(articles: articles.toSite, files: files.toSite, references: works.toSite)
    fromSite = Renumbering(articles: articles.fromSite, files: files.fromSite, references: works.fromSite)
    hasPlainPaths = !articles.fromSite.contains(-1) && !files.fromSite.contains(-1)
    self.list = list
    self.articles = Array(repeating: nil, count: index.articles.count)
    entries = Array(repeating: nil, count: index.articles.count)
  }

  var commonNames: CommonNames { CommonNames(names: Set(list.commonNames)) }
  /// For each article the hash of what became of its text, if that is from before; not of those parsed anew.
  func texts(without anew: [Int]) -> [FileHash?] {
    var texts = entries.map { $0?.hash }
    for number in anew { texts[number] = nil }
    return texts
  }

  /// Whether nothing was there of what it is about.
  var hasNone: Bool { before == nil || numbers.allSatisfy { articles[$0] == nil } }

  var missing: [Int] { numbers.filter { articles[$0] == nil } }

  /// What tells an article that is kept from others of its path.
  static func key(_ source: FileHash, _ article: Article) -> FileHash {
    var key = RecordWriter()
    key.hash(source)
    key.text(article.state.rawValue)
    return FileHash(key.bytes)
  }

  /// Takes over what is still true.
  fileprivate mutating func read(_ old: CachedArticles, _ texts: ArticleTexts) async throws {
    guard hasPlainPaths else { return }
    let index = texts.index
    let packs = old.packs.map { OpenFile(folder.path(to: $0)) }
    var known: [CachedArticles.Entry?] = Array(repeating: nil, count: index.articles.count)
    for entry in old.entries where toSite.articles.indices.contains(Int(entry.article)) {
      let number = Int(toSite.articles[Int(entry.article)])
      if number >= 0, packs.indices.contains(Int(entry.pack)) { known[number] = entry }
    }
    let mentions = list.site.differences(from: old.site)
    let areAddressesSame = list.site.addresses == old.site.addresses
    let areTitlesSame = list.site.titles == old.site.titles
    articles = try await workers.map(
      index.articles.count, start: (references: ArticleReferences(index), bytes: [UInt8]())
    ) { [toSite, known, sources = texts.sources, hashes = texts.hashes] state, number -> ParsedArticle? in
      let article = index.articles[number]
      guard article.state != .faulty, let entry = known[number], let pack = packs[Int(entry.pack)],
        entry.key == Self.key(hashes[number].file, article),
        mentions?.mayBeMentioned(inSource: sources[number]) != true,
        pack.read(Int(entry.length), from: entry.start, into: &state.bytes)
      else { return nil }
      let bytes = state.bytes[..<Int(entry.length)]
      guard FileHash(bytes) == entry.hash else { return nil }
      var source = RecordReader(bytes)
      guard let questions = source.slice(), let answers = source.hash() else { return nil }
      if !areAddressesSame || entry.asksTitles && !areTitlesSame {
        state.references.begin(article)
        guard state.references.answers(to: questions) == answers else { return nil }
      }
      return ParsedArticle(&source, toSite)
    }
    for (number, article) in articles.enumerated() where article != nil { entries[number] = known[number] }
    var ends = [Int](repeating: 0, count: packs.count)
    for case let entry? in known {
      ends[Int(entry.pack)] = max(ends[Int(entry.pack)], Int(entry.start) + Int(entry.length))
    }
    let isAnyLost = ends.indices.contains { pack in
      ends[pack] > 0 && ((try? SystemCalls.status(folder.path(to: old.packs[pack])))??.size ?? 0) < ends[pack]
    }
    if isAnyLost { remark = "Some of the kept articles are missing or damaged." }
  }
}
