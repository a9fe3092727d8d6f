import Diagnostics
import Markdown
import SiteModel
import Text

/// Enters every article, file and address of a site into one index and reports names that clash.
package struct SiteIndexBuilder {
  private let configuration: SiteConfiguration
  private let articles: [Article]
  private let files: [ContentFile]
  private var urls: NameTable
  /// The folders that files need, but for those of articles, which are addresses themselves, and what needs each.
  private var folders = NameTable()
  private var folderOwners: [SiteIndex.URLTarget] = []
  private var targets: [SiteIndex.URLTarget] = []
  private var diagnostics: [Diagnostic] = []

  private init(_ configuration: SiteConfiguration, _ articles: [Article], _ files: [ContentFile]) {
    self.configuration = configuration
    self.articles = articles
    self.files = files
    urls = NameTable(expecting: articles.count + files.count + 64)
  }

  /// An index and what was found in making it.
  package struct Made {
    package let index: SiteIndex
    let diagnostics: [Diagnostic]
    /// Of titles and synonyms that are linked nowhere.
    let nameWarnings: [Diagnostic]
  }

  package static func build(
    configuration: SiteConfiguration, articles: [Article], files: [ContentFile], references: References,
    redFlags: RedFlags, careLevels: [CareHeading], strays: Set<String> = [], generated: [String],
    rootFiles: [RootFile] = [], showsListPages: Bool = true
  ) -> Made {
    var builder = SiteIndexBuilder(configuration, articles, files)
    let ids = builder.enterIDs()
    var articlePaths = NameTable(expecting: articles.count)
    for (index, article) in articles.enumerated() {
      articlePaths.insert(ComposedText.composed(article.file).utf8, index)
      if let original = article.original {
        // Translators may name the original's file, and readers get the translation.
        articlePaths.insert(ComposedText.composed(original.file).utf8, index)
      }
    }
    var filePaths = NameTable(expecting: files.count)
    for (index, file) in files.enumerated() { filePaths.insert(ComposedText.composed(file.path).utf8, index) }
    let lists = ListPages(configuration.kinds, showsPages: showsListPages)
    builder.enterAddresses(generated: generated, lists)
    builder.enterRootFiles(rootFiles)
    let names = MentionNames(articles, configuration)
    let index = SiteIndex(
      configuration: configuration, articles: articles, ids: ids, articlePaths: articlePaths, files: files,
      filePaths: filePaths, urls: builder.urls, targets: builder.targets, references: references,
      redFlags: redFlags, careLevels: careLevels, mentions: names.index, lists: lists, strays: strays)
    return Made(index: index, diagnostics: builder.diagnostics, nameWarnings: names.diagnostics)
  }

  /// The index after articles got other titles or synonyms, all else about them being as it was.
  package static func rename(_ index: SiteIndex, to articles: [Article]) -> Made {
    let names = MentionNames(articles, index.configuration)
    return Made(
      index: SiteIndex(index, articles: articles, mentions: names.index), diagnostics: [],
      nameWarnings: names.diagnostics)
  }

  private mutating func enterIDs() -> [NameTable] {
    var ids = configuration.kinds.map { _ in
      NameTable(expecting: articles.count / max(configuration.kinds.count, 1))
    }
    for (index, article) in articles.enumerated() {
      guard let other = ids[article.kind].insert(article.id, index) else { continue }
      let kind = configuration.kinds[article.kind].name
      diagnostics.append(
        .error(
          .duplicateID, file: article.file, at: nil,
          "The \(kind) `\(String(decoding: article.id, as: UTF8.self))` is also in `\(articles[other].file)`.",
          hint: "Rename one of the two files."))
    }
    return ids
  }

  private mutating func enterAddresses(generated: [String], _ lists: ListPages) {
    for path in generated {
      enter(Array(path.utf8), .generated(Array(path.utf8)))
      enterFolders(of: Array(path.utf8), .generated(Array(path.utf8)))
    }
    // The search's index lies there, under names that come of its content.
    if generated.contains(configuration.address(of: GeneratedPages.searchURL)) {
      enterFolders(of: Array("/assets/search/index".utf8), .generated(Array(GeneratedPages.searchURL.utf8)))
    }
    let feed = configuration.address(of: "/" + GeneratedPages.feedFile)
    enter(
      Array(feed.utf8),
      articles.contains { $0.hasPage && $0.updated != nil }
        ? .generated(Array(feed.utf8))
        : .unwritten(
          reason: "no article has `updated`, so there is no feed",
          hint: "Add a line such as `updated: 2026-11-28` to an article, and the site gets a feed."))
    for (index, kind) in configuration.kinds.enumerated() where !kind.isPage {
      enter(Array(kind.path.utf8), .kindIndex(index))
    }
    for (address, kind) in lists.furtherAddresses(articles, configuration.kinds) {
      let path = Array(address.utf8)
      enter(path, .listPage(kind, path))
      enterFolders(of: path, .listPage(kind, path))
    }
    let feeds = ListPages.feeds(articles, configuration.kinds)
    for (index, kind) in configuration.kinds.enumerated() where feeds[index] {
      let path = Array(kind.feedPath.utf8)
      enter(path, .generated(path))
    }
    for (index, article) in articles.enumerated() where article.isPublished || article.state == .faulty {
      guard let other = enter(withoutBase(article.url), .article(index)) else { continue }
      if case .article(let twin) = other, articles[twin].kind == article.kind, articles[twin].id == article.id
      {
        continue
      }
      diagnostics.append(
        .error(
          .duplicateURL, file: article.file, at: nil,
          "The address `\(text(article.url))` is already taken by \(description(of: other)).",
          hint: article.original == nil ? "Rename the file." : "Give one of them another `slug`."))
    }
    // In a translation, the address of an original leads to that of its translation.
    for (index, article) in articles.enumerated() where article.isPublished {
      if let original = article.original { enter(withoutBase(original.url), .article(index)) }
    }
    if !configuration.languagePath.isEmpty {
      for (index, kind) in configuration.kinds.enumerated() where !kind.isPage {
        enter(Array("/\(kind.folder)/".utf8), .kindIndex(index))
      }
    }
    // Of a site without a page `index` Limber makes the home page.
    let home = Array(configuration.address(of: "/").utf8)
    enter(home, .generated(home))
    let hasLetters = files.contains { !$0.path.utf8.allSatisfy { $0 < 0x80 } }
    var letters: [String: Int] = [:]
    for (index, file) in files.enumerated() {
      let path = withoutBase(file.url)
      let twin = hasLetters ? letters.updateValue(index, forKey: LetterCase.folded(file.path)) : nil
      if let other = obstacle(to: path) ?? twin.map({ .file($0) }) {
        diagnostics.append(
          .error(
            .duplicateURL, file: file.path, at: nil,
            "The address `\(text(file.url))` is already taken by \(description(of: other)).",
            hint: "Rename the file."))
      }
      enter(path, .file(index))
      enterFolders(of: path, .file(index))
    }
    for (index, article) in articles.enumerated() where article.hasPage {
      for redirect in article.redirects { enterRedirect(redirect, of: index) }
    }
  }

  /// Last of all, so that a clash is told at the root file.
  private mutating func enterRootFiles(_ rootFiles: [RootFile]) {
    for file in rootFiles {
      let path = Array(file.address.utf8)
      if let taken = urls[Self.folded(path)], case .unwritten = targets[taken] {
        targets[taken] = .rootFile(file)
      } else if let other = obstacle(to: path) ?? enter(path, .rootFile(file)) {
        diagnostics.append(
          .error(
            .duplicateURL, file: file.path, at: nil,
            "The address `\(file.address)` is already taken by \(description(of: other)).",
            hint: "Rename the file, or delete it.",
            restsOn: takenFile(other).map { [$0] } ?? []))
      }
      enterFolders(of: path, .rootFile(file))
    }
  }

  /// The file of `Content` that has an address.
  private func takenFile(_ target: SiteIndex.URLTarget) -> String? {
    if case .file(let file) = target { files[file].path } else { nil }
  }

  private mutating func enterRedirect(_ redirect: PlacedText, of index: Int) {
    func report(_ code: DiagnosticCode, _ message: String, hint: String?, restsOn: [String] = []) {
      diagnostics.append(
        .error(
          code, file: articles[index].file, at: redirect.position, message, hint: hint, restsOn: restsOn))
    }
    let path = redirect.text
    guard let address = RedirectAddress(redirect.bytes) else {
      report(
        .badRedirect, "`\(path)` cannot be an old address of this article.",
        hint: RedirectAddress.hint(for: path, origin: configuration.origin))
      return
    }
    let place = address.file.map { [UInt8(ascii: "/")] + Array($0.utf8) }
    guard let other = place.flatMap({ obstacle(to: $0) }) ?? enter(address.key, .redirect(index)) else {
      if let place { enterFolders(of: place, .redirect(index)) }
      return
    }
    // `/old` and `/old/` of one article are one file.
    if case .redirect(index) = other, !isRepeated(address, in: index), hasTwin(address, in: index) { return }
    // Of a copied article that is told once (`CopiedArticles`).
    let twin: [String] =
      if case .redirect(let other) = other, other != index { [articles[other].file] } else { [] }
    report(
      .duplicateURL, "The old address `\(path)` is already taken by \(description(of: other)).",
      hint: "Remove it, or give the other page a different address.", restsOn: twin)
  }

  /// Whether the article has the same old address twice, in whatever form and case.
  private func isRepeated(_ address: RedirectAddress, in index: Int) -> Bool {
    let key = Self.folded(address.key)
    return articles[index].redirects.count {
      RedirectAddress($0.bytes).map { Self.folded($0.key) } == key
    } > 1
  }

  /// Whether another old address of the article is the same file.
  private func hasTwin(_ address: RedirectAddress, in index: Int) -> Bool {
    let file = address.file.map { Self.folded($0.utf8) }
    return articles[index].redirects.count {
      RedirectAddress($0.bytes)?.file.map { Self.folded($0.utf8) } == file
    } > 1
  }

  /// Enters an address; when it is taken (by letter case or not), what has it. Some file systems and servers
  /// do not tell `/A/` from `/a/`.
  @discardableResult
  private mutating func enter(_ path: [UInt8], _ target: SiteIndex.URLTarget) -> SiteIndex.URLTarget? {
    if let other = urls.insert(Self.folded(path), targets.count) { return targets[other] }
    targets.append(target)
    return nil
  }

  private mutating func enterFolders(of path: [UInt8], _ target: SiteIndex.URLTarget) {
    let place = Self.folded(path)
    guard let last = place.lastIndex(of: UInt8(ascii: "/")) else { return }
    for end in place[...last].indices where end > 0 && place[end] == UInt8(ascii: "/") {
      if folders.insert(place[..<end], folderOwners.count) == nil { folderOwners.append(target) }
    }
  }

  /// What has the place where a new address would be published: its file, a file where it needs a folder, or a
  /// folder where it would be a file.
  private func obstacle(to path: [UInt8]) -> SiteIndex.URLTarget? {
    let slash = UInt8(ascii: "/")
    let name = Array("index.html".utf8)
    let place = Self.folded(path.last == slash ? path + name : path)
    for end in place.indices where end > 0 && (place[end] == slash || end == place.count - 1) {
      let part = place[end] == slash ? place[..<end] : place[...]
      let page = part.suffix(name.count + 1).elementsEqual([slash] + name) ? part.dropLast(name.count) : part
      if let other = urls[part] ?? urls[page] { return targets[other] }
    }
    return urls[place + [slash]].map { targets[$0] } ?? folders[place].map { folderOwners[$0] }
  }

  package static func folded(_ path: some Collection<UInt8>) -> [UInt8] {
    path.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 + 32 : $0 }
  }

  private func withoutBase(_ url: [UInt8]) -> [UInt8] {
    Array(url.dropFirst(configuration.basePath.utf8.count))
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private func description(of target: SiteIndex.URLTarget) -> String {
    switch target {
    case .article(let index): "`\(articles[index].file)`"
    case .kindIndex(let kind), .listPage(let kind, _):
      "the list of \(configuration.kinds[kind].title.lowercased())"
    case .redirect(let index): "a redirect to `\(articles[index].file)`"
    case .file(let index): "`\(files[index].path)`"
    case .rootFile(let file): "`\(file.path)`"
    case .generated, .unwritten: "a file that every build writes"
    }
  }
}
