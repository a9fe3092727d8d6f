import Diagnostics
import SiteModel
import Text

/// What is there and used by nothing: articles that nothing leads to, works that nothing cites, files that
/// nothing shows.
struct UseCheck {
  let index: SiteIndex
  let links: LinkIndex
  let parsed: [ParsedArticle]
  let backlinks: [[Int32]]
  /// Articles in the menus, and kinds whose lists are.
  let menus: Menus
  /// Addresses that templates link to, without the base path.
  let addresses: [TemplateAddress]
  /// Files that the symptom checker uses.
  let checkerFiles: [Int]
  let hasCheckers: Bool
  /// Files that are published as they are.
  let rootFiles: [RootFile]
  /// What stands in other languages.
  let translations: [ParsedArticle]

  func run() -> [Diagnostic] {
    // What an article that cannot be read links to, cites and shows is not known.
    if index.hasStrays || index.articles.contains(where: { $0.state == .faulty }) { return [] }
    return (index.configuration.hasFaultyMenus ? [] : orphans()) + unusedReferences() + unusedFiles()
  }

  private func orphans() -> [Diagnostic] {
    var isReached = [Bool](repeating: false, count: index.articles.count)
    for number in menus.articles { isReached[number] = true }
    let kinds = index.configuration.kinds
    let linked = Set(addresses.lazy.map(\.text))
    let linkedByTexts = Set(
      parsed.indices.filter { index.articles[$0].isPublished }.flatMap { parsed[$0].linkedLists })
    let isListed = kinds.indices.map { number in
      // Advice has to stand where its readers are; a team or a place is looked up.
      kinds[number].oversight == .exempt && !kinds[number].isPage
        && (menus.lists.contains(number) || linkedByTexts.contains(number)
          || linked.contains(Array(kinds[number].path.utf8))
          || linked.contains(Array(kinds[number].path.utf8.dropFirst())))
    }
    // Every page can name the clinic's places.
    if let places = index.configuration.clinic?.locations {
      for (number, article) in index.articles.enumerated() where article.kind == places {
        isReached[number] = true
      }
    }
    for (number, article) in index.articles.enumerated() {
      // News is found by its date, not from other pages; a team is found on its list.
      if kinds[article.kind].list.archive != nil || isListed[article.kind] { isReached[number] = true }
      for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated() {
        for target in links.relations[number][slot] {
          isReached[Int(target)] = true
          // The target's page lists the article, too.
          if relation.inverse != nil || relation.isSymmetric { isReached[number] = true }
        }
      }
      if !backlinks[number].isEmpty { isReached[number] = true }
    }
    let unpublishedLinks = linksOfUnpublished()
    return index.articles.indices.compactMap { number in
      let article = index.articles[number]
      let isHome = index.configuration.kinds[article.kind].isPage && article.id == Array("index".utf8)
      guard article.isPublished, !isReached[number], !isHome, article.writing[.orphan] else { return nil }
      return .warning(
        .orphan, file: article.file, at: .start, "Nothing links to this article.",
        hint: "Link to it from an article that its readers would come from, or add it to a relation.",
        restsOn: (unpublishedLinks[number] ?? []) + unpublishedTargets(of: article))
    }
  }

  /// The files of what an article's relations name that is not published: the pages of those would list it.
  private func unpublishedTargets(of article: Article) -> [String] {
    targets(of: article).lazy.map { index.articles[$0] }.filter { !$0.isPublished }.map(\.file)
  }

  /// What an article's relations name, published or not.
  private func targets(of article: Article) -> Set<Int> {
    var found: Set<Int> = []
    for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated() {
      for name in article.relations[slot] ?? [] {
        let id = name.bytes[(name.bytes.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? 0)...]
        for kind in relation.targets { index.ids[kind][id].map { _ = found.insert($0) } }
      }
    }
    return found
  }

  /// Of each article that something unpublished leads to, the files of that.
  private func linksOfUnpublished() -> [Int: [String]] {
    var files: [Int: [String]] = [:]
    for (number, article) in index.articles.enumerated() where !article.isPublished {
      let links = (parsed[number].body.links + parsed[number].fieldLinks).compactMap(\.article)
      for target in targets(of: article).union(links) { files[target, default: []].append(article.file) }
    }
    return files
  }

  private func unusedReferences() -> [Diagnostic] {
    // What flags that cannot be read rest on is not known.
    guard index.redFlags.isReadable else { return [] }
    var isCited = [Bool](repeating: false, count: index.references.works.count)
    for article in parsed + translations {
      for citation in article.body.citations { isCited[citation.reference] = true }
    }
    for flag in index.redFlags.flags {
      for source in flag.sources {
        if let work = index.references.table[source.bytes] { isCited[work] = true }
      }
    }
    return index.references.works.indices.compactMap { number in
      let work = index.references.works[number]
      guard !isCited[number], !work.isFaulty else { return nil }
      return .warning(
        .unusedReference, file: References.file, at: work.position, "`\(work.key)` is not cited anywhere.",
        hint: "Cite it where it supports a claim, as in `[@\(work.key)]`, or remove it.")
    }
  }

  private func unusedFiles() -> [Diagnostic] {
    let used = Set((parsed + translations).flatMap(\.usedFiles) + checkerFiles)
    let strays = Set(index.files.indices.filter { Self.isStrayChecker(index.files[$0].path) })
    var leftBehind = hasCheckers || !strays.isEmpty ? [] : partsOfCheckers()
    if leftBehind.count == 1 { leftBehind = [] }
    let alone: [Diagnostic] =
      leftBehind.isEmpty
      ? []
      : [
        .warning(
          .unusedFile, file: SourceTree.checkerFolder, at: nil,
          "Nothing uses the \(leftBehind.count) texts and drawings in this folder, because it has no checker.",
          hint: "Put the checker's `.yaml` file back, or delete the folder.")
      ]
    return alone
      + index.files.indices.compactMap { number -> Diagnostic? in
        let path = index.files[number].path
        // What belongs to a checker in a folder where none is read is told with it.
        if !strays.isEmpty, path.hasPrefix(SourceTree.checkerFolder + "/"), !strays.contains(number) {
          return nil
        }
        let isData = [References.file, RedFlags.file, CareHeading.file, PictureCredits.file].contains(path)
        guard !isData, !used.contains(number), !leftBehind.contains(number) else { return nil }
        let name = String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
        if let fault = Self.unread(path, named: name, in: index) { return fault }
        return .warning(
          .unusedFile, file: path, at: nil, "Nothing uses this file, so it is not published.",
          hint: UnusedFile(
            path, named: name, index.configuration, rootFiles: rootFiles,
            isThere: { index.filePaths[$0.utf8] != nil }
          ).hint)
      }
  }

  /// `Content/symptom-checker/old/knee-pain.yaml` and `Content/symptom-checker/knee-pain.yml`.
  static func isStrayChecker(_ path: String) -> Bool {
    let folder = SourceTree.checkerFolder + "/"
    guard path.hasPrefix(folder) else { return false }
    let rest = path.dropFirst(folder.count)
    if rest.hasSuffix(".yml") { return rest.count { $0 == "." } == 1 }
    return rest.hasSuffix(".yaml") && rest.contains("/") && rest.count { $0 == "." } == 1
  }

  /// The texts and drawings in the folder of checkers.
  private func partsOfCheckers() -> Set<Int> {
    Set(
      index.files.indices.filter { number in
        let path = index.files[number].path
        return path.hasPrefix(SourceTree.checkerFolder + "/")
          && [".md", ".svg"].contains(where: path.hasSuffix)
      })
  }

  /// Texts of other programs in the folder of a kind, where only Markdown is read.
  private static let textEndings: Set<String> = [
    "doc", "docx", "docm", "odt", "rtf", "pages", "wpd",
  ]

  private static func unread(_ path: String, named name: String, in index: SiteIndex) -> Diagnostic? {
    let folders = path.split(separator: "/")
    if name.hasPrefix("~$") {
      return .warning(
        .unusedFile, file: path, at: nil, "Word made this file while the document was open.",
        hint: "Close the document, then delete this file.")
    }
    if let fault = MisnamedData.otherEnding(path) { return fault }
    guard let dot = name.lastIndex(of: "."), textEndings.contains(PathText.ending(of: name)),
      folders.count > 2, index.configuration.kinds.contains(where: { $0.folder == folders[1] })
    else { return nil }
    let id = ArticleID.nearest(to: String(name[..<dot]))
    return .error(
      .badFileName, file: path, at: nil,
      "`\(name)` is not published, because articles must be text files in Markdown.",
      hint:
        "Save its text as `\(id.isEmpty ? "name" : id).md`. If it is a download, link to it from an article."
    )
  }
}
