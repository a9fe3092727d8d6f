import Diagnostics
import SiteModel

/// What is there and used by nothing: articles that nothing leads to, works that nothing cites, files that
/// nothing shows.
struct UseCheck {
  let index: SiteIndex
  let links: LinkIndex
  let parsed: [ParsedArticle]
  let backlinks: [[Int32]]
  /// Articles in the navigation.
  let navigation: Set<Int>
  /// Files that the symptom checker uses.
  let checkerFiles: [Int]

  func run() -> [Diagnostic] {
    // What an article that cannot be read links to, cites and shows is not known.
    if index.articles.contains(where: { $0.state == .faulty }) { return [] }
    return orphans() + unusedReferences() + unusedFiles()
  }

  private func orphans() -> [Diagnostic] {
    var isReached = [Bool](repeating: false, count: index.articles.count)
    for number in navigation { isReached[number] = true }
    for (number, article) in index.articles.enumerated() {
      for (slot, relation) in index.configuration.kinds[article.kind].relations.enumerated() {
        for target in links.relations[number][slot] {
          isReached[Int(target)] = true
          // The target's page lists the article, too.
          if relation.inverse != nil || relation.isSymmetric { isReached[number] = true }
        }
      }
      if !backlinks[number].isEmpty { isReached[number] = true }
    }
    return index.articles.indices.compactMap { number in
      let article = index.articles[number]
      let isHome = index.configuration.kinds[article.kind].isPage && article.id == Array("index".utf8)
      guard article.isPublished, !isReached[number], !isHome, article.writing[.orphan] else { return nil }
      return .warning(
        .orphan, file: article.file, at: .start, "Nothing links to this article.",
        hint: "Link to it from an article that its readers come from, or name it in a relation.")
    }
  }

  private func unusedReferences() -> [Diagnostic] {
    var isCited = [Bool](repeating: false, count: index.references.works.count)
    for article in parsed {
      for citation in article.body.citations { isCited[citation.reference] = true }
    }
    for flag in index.redFlags.flags {
      for source in flag.sources {
        if let work = index.references.table[source.bytes] { isCited[work] = true }
      }
    }
    return index.references.works.indices.compactMap { number in
      guard !isCited[number] else { return nil }
      let work = index.references.works[number]
      return .warning(
        .unusedReference, file: References.file, at: work.position, "Nothing cites `\(work.key)`.",
        hint: "Cite it where it supports a claim, as in `[@\(work.key)]`, or take it out.")
    }
  }

  private static func withoutSpaces(_ path: String) -> String {
    path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...].split(separator: " ")
      .joined(separator: "-")
  }

  private func unusedFiles() -> [Diagnostic] {
    let used = Set(parsed.flatMap(\.usedFiles) + checkerFiles)
    return index.files.indices.compactMap { number in
      let path = index.files[number].path
      let isData = [References.file, RedFlags.file, CareHeading.file].contains(path)
      guard !isData, !used.contains(number) else { return nil }
      return .warning(
        .unusedFile, file: path, at: nil, "Nothing refers to this file, so it is not published.",
        hint: path.contains(" ")
          ? "An address in Markdown has no spaces: rename the file, such as to `\(Self.withoutSpaces(path))`."
          : "Use it in an article, or remove it.")
    }
  }
}
