import Search
import SymptomTree
import Text

/// The pages of a site that its search finds: every published article in the order of their files, then the symptom
/// checkers.
package struct SiteSearch: Sendable {
  /// Where a page's words come from.
  package enum Content: Sendable {
    case article(Int)
    case checker(Tree)
  }

  private let site: CheckedSite
  private let pages: [SearchedPage]
  private let contents: [Content]

  package init(_ site: CheckedSite) {
    let index = site.index
    let numbers = index.articles.indices.filter { index.articles[$0].hasPage }
    let trees = site.checkers.checkers.compactMap { $0.check.proven }
    self.site = site
    contents = numbers.map { .article($0) } + trees.map { .checker($0) }
    pages =
      numbers.map { number in
        let article = index.articles[number]
        return SearchedPage(
          group: article.kind, title: article.title, url: article.url, summary: article.summary)
      }
      + trees.enumerated().map { number, tree in
        let address =
          index.configuration.address(of: GeneratedPages.checkerURL)
          + (number == 0 ? "" : "\(tree.id.value)/")
        return SearchedPage(
          group: index.configuration.kinds.count, title: Array(tree.title.value.utf8),
          url: index.basePath + Array(address.utf8), summary: [])
      }
  }

  /// What was made of the words.
  struct Made: Sendable {
    let files: SearchFiles
    let sections: [SearchSection]
  }

  /// Nothing depends on the number of threads: the sections are always the same. Those in `kept` whose keys are known are not
  /// read again.
  func made(_ workers: Workers, _ kept: KeptSections? = nil, keys: [FileHash?] = []) async throws -> Made {
    let count = SearchFiles.sectionCount(pages.count)
    let sections = try await workers.map(count, runLength: 1, start: ()) { _, number in
      kept?.section(keys.indices.contains(number) ? keys[number] : nil) ?? section(number)
    }
    return Made(files: files(sections), sections: sections)
  }

  /// For each section the hash of all that it is read from; nil where `words`, which has that of an article, does not know it.
  /// `others` is that of all that is no article.
  func keys(others: FileHash, _ words: (Int) -> FileHash?) -> [FileHash?] {
    (0..<SearchFiles.sectionCount(pages.count)).map { section in
      var key = RecordWriter()
      key.hash(others)
      for page in SearchFiles.pages(of: section, among: pages.count) {
        if case .article(let number) = contents[page] {
          guard let words = words(number) else { return nil }
          key.hash(words)
        } else {
          key.number(page)
        }
      }
      return FileHash(key.bytes)
    }
  }

  /// The same on one thread.
  package func files() -> SearchFiles {
    files((0..<SearchFiles.sectionCount(pages.count)).map { section($0) })
  }

  private func files(_ sections: [SearchSection]) -> SearchFiles {
    let groups =
      site.index.configuration.kinds.map(\.title)
      + [String(decoding: site.checkerName, as: UTF8.self)]
    return SearchFiles(sections, pages, groups: groups)
  }

  private func section(_ number: Int) -> SearchSection {
    SearchFiles.section(number, of: pages.count) { reader, page in
      reader.addPage(pages[page], contents[page], of: site)
    }
  }
}

extension CheckedSite {
  /// What its symptom checkers are called.
  var checkerName: [UInt8] { named.design.words(in: index.configuration.language)[.symptomChecker] }
}
