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
  private var targets: [SiteIndex.URLTarget] = []
  private var diagnostics: [Diagnostic] = []
  private var sharedNames: [Diagnostic] = []

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
    /// Of titles and synonyms that two articles share.
    let sharedNames: [Diagnostic]
  }

  package static func build(
    configuration: SiteConfiguration, articles: [Article], files: [ContentFile], references: References,
    redFlags: RedFlags, careLevels: [CareHeading], generated: [String]
  ) -> Made {
    var builder = SiteIndexBuilder(configuration, articles, files)
    let ids = builder.enterIDs()
    var articlePaths = NameTable(expecting: articles.count)
    for (index, article) in articles.enumerated() {
      articlePaths.insert(ComposedText.composed(article.file).utf8, index)
    }
    var filePaths = NameTable(expecting: files.count)
    for (index, file) in files.enumerated() { filePaths.insert(ComposedText.composed(file.path).utf8, index) }
    builder.enterAddresses(generated: generated)
    let mentions = builder.mentionIndex()
    let index = SiteIndex(
      configuration: configuration, articles: articles, ids: ids, articlePaths: articlePaths, files: files,
      filePaths: filePaths, urls: builder.urls, targets: builder.targets, references: references,
      redFlags: redFlags, careLevels: careLevels, mentions: mentions)
    return Made(index: index, diagnostics: builder.diagnostics, sharedNames: builder.sharedNames)
  }

  /// The index after articles got other titles or synonyms, all else about them being as it was.
  package static func rename(_ index: SiteIndex, to articles: [Article]) -> Made {
    var builder = SiteIndexBuilder(index.configuration, articles, [])
    let mentions = builder.mentionIndex()
    return Made(
      index: SiteIndex(index, articles: articles, mentions: mentions), diagnostics: [],
      sharedNames: builder.sharedNames)
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

  private mutating func enterAddresses(generated: [String]) {
    for path in generated { enter(Array(path.utf8), .generated) }
    for (index, kind) in configuration.kinds.enumerated() where !kind.isPage {
      enter(Array(kind.path.utf8), .kindIndex(index))
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
          "The address `\(text(article.url))` is already that of \(description(of: other)).",
          hint: "Rename the file."))
    }
    for (index, file) in files.enumerated() {
      let path = withoutBase(file.url)
      if let other = obstacle(to: path) {
        diagnostics.append(
          .error(
            .duplicateURL, file: file.path, at: nil,
            "The address `\(text(file.url))` is already that of \(description(of: other)).",
            hint: "Rename the file."))
      }
      enter(path, .file(index))
    }
    for (index, article) in articles.enumerated() where article.isPublished {
      for redirect in article.redirects { enterRedirect(redirect, of: index) }
    }
  }

  private mutating func enterRedirect(_ redirect: PlacedText, of index: Int) {
    func report(_ code: DiagnosticCode, _ message: String, hint: String?) {
      diagnostics.append(.error(code, file: articles[index].file, at: redirect.position, message, hint: hint))
    }
    let path = redirect.text
    guard let address = RedirectAddress(redirect.bytes) else {
      report(
        .badRedirect, "`\(path)` cannot be an old address of this article.",
        hint: RedirectAddress.hint(for: path))
      return
    }
    let clash = address.file.flatMap { obstacle(to: [UInt8(ascii: "/")] + Array($0.utf8)) }
    guard let other = clash ?? enter(address.key, .redirect(index)) else { return }
    // `/old` and `/old/` of one article are one file.
    if case .redirect(index) = other, !isRepeated(address, in: index) { return }
    report(
      .duplicateURL, "The old address `\(path)` is already that of \(description(of: other)).",
      hint: "Take it out, or give the other page another address.")
  }

  /// Whether the article has the same old address twice, in whatever form and case.
  private func isRepeated(_ address: RedirectAddress, in index: Int) -> Bool {
    let key = Self.folded(address.key)
    return articles[index].redirects.count {
      RedirectAddress($0.bytes).map { Self.folded($0.key) } == key
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
    return urls[place + [slash]].map { targets[$0] }
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
    case .kindIndex(let kind): "the list of all \(configuration.kinds[kind].title.lowercased())"
    case .redirect(let index): "a redirect to `\(articles[index].file)`"
    case .file(let index): "`\(files[index].path)`"
    case .generated: "a file that every build writes"
    }
  }

  /// The titles and synonyms that are linked where other articles mention them. One that two articles share
  /// leads to neither.
  private mutating func mentionIndex() -> MentionIndex {
    var never = NameTable()
    for term in configuration.neverLinked { never.insert(MentionIndex.folded(Array(term.utf8)), 0) }
    var owners = NameTable(expecting: articles.count * 2)
    var titles = NameTable(expecting: articles.count)
    var phrases: [Phrase] = []
    var isShared: [Bool] = []
    for (index, article) in articles.enumerated() where article.isPublished {
      let kind = configuration.kinds[article.kind]
      let folded = MentionIndex.folded(article.title)
      if let twin = titles.insert(folded, index) {
        reportTitle(of: article, sharedWith: articles[twin], as: "the title")
      }
      guard kind.mentions != .none else { continue }
      if kind.mentions == .titlesAndSynonyms {
        if never[folded] == nil {
          if let other = owners.insert(folded, phrases.count) {
            isShared[other] = true
            let owner = articles[phrases[other].article]
            if titles[folded] == index { reportTitle(of: article, sharedWith: owner, as: "a name") }
          } else {
            phrases.append(Phrase(text: article.title, article: index, url: article.url))
            isShared.append(false)
          }
        }
      }
      for synonym in article.synonyms {
        let folded = MentionIndex.folded(synonym.bytes)
        if never[folded] != nil { continue }
        guard let other = owners.insert(folded, phrases.count) else {
          phrases.append(Phrase(text: synonym.bytes, article: index, url: article.url))
          isShared.append(false)
          continue
        }
        if phrases[other].article == index { continue }
        isShared[other] = true
        sharedNames.append(
          .warning(
            .sharedSynonym, file: article.file, at: synonym.position,
            "`\(synonym.text)` also names `\(articles[phrases[other].article].file)`, so a mention of it is not linked.",
            hint: "Leave it with one of the two."))
      }
    }
    return MentionIndex(phrases: zip(phrases, isShared).filter { !$0.1 }.map(\.0))
  }

  private mutating func reportTitle(of article: Article, sharedWith other: Article, as what: String) {
    sharedNames.append(
      .warning(
        .sharedSynonym, file: article.file, at: article.titlePosition,
        "`\(text(article.title))` is also \(what) of `\(other.file)`: readers cannot tell the two apart, and a mention of it is not linked.",
        hint: "Give one of the two another title."))
  }
}
