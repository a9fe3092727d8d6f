import Markdown
import SiteModel
import Text

/// The names of a site as hints need them: put in order when something is misspelt for the first time, and asked from then
/// on. One for each worker.
final class NameHints {
  enum List: Hashable {
    case ids(kind: Int)
    case addresses, articleFiles, pictures, files, works, redFlags
  }

  private let index: SiteIndex
  private var lists: [List: NearestNames] = [:]
  /// The first article, and the first other file, of each file name, such as `/outer-hip-pain.md`.
  private lazy var articlesByName = Self.byName(index.articlePaths.names)
  private lazy var filesByName = Self.byName(index.files.lazy.map(\.path))

  init(_ index: SiteIndex) { self.index = index }

  func nearest(to name: String, in list: List) -> String? {
    lists[list, default: names(list)].nearest(to: name)
  }

  /// "Did you mean `step-ups`?", or nil when nothing is near.
  func hint(for name: String, in list: List) -> String? {
    nearest(to: name, in: list).map { "Did you mean `\($0)`?" }
  }

  /// The article that one was renamed to, by the words that the two names share: `get-help`, once `when-to-get-help`.
  func renamed(_ id: String, kind: Int) -> String? {
    let words = id.split(separator: "-")
    guard words.count > 2 else { return nil }
    let parts = (2..<words.count).flatMap { [words.suffix($0), words.prefix($0)] }
    let found = Set(parts.map { $0.joined(separator: "-") }).filter { index.ids[kind][$0.utf8] != nil }
    return found.count == 1 ? found.first : nil
  }

  /// The file that an article of that id would have, relative to the source folder.
  func file(of id: String, kind: Int) -> String {
    "Content/\(index.configuration.kinds[kind].folder)/\(id).md"
  }

  /// An article in another folder whose file has the name of the one at `path`.
  func article(namedLike path: String) -> String? { articlesByName[Self.fileName(of: path[...])] }

  /// Another file in another folder that has the name of the one at `path`.
  func file(namedLike path: String) -> String? { filesByName[Self.fileName(of: path[...])] }

  /// Articles by the titles and synonyms that readers know them by, as mentions are compared.
  private lazy var articlesByTitle: [[UInt8]: [Int]] = {
    var all: [[UInt8]: [Int]] = [:]
    for (number, article) in index.articles.enumerated() {
      for name in [article.title] + article.synonyms.map(\.bytes) {
        all[MentionIndex.folded(name), default: []].append(number)
      }
    }
    return all
  }()

  /// The article of one of `kinds` whose title, synonym or id `text` is, written as a person writes a name.
  func article(named text: [UInt8], kinds: [Int]) -> Int? {
    if let number = articlesByTitle[MentionIndex.folded(text)]?.first(where: { number in
      kinds.contains(index.articles[number].kind)
    }) {
      return number
    }
    let id = ArticleID.nearest(to: String(decoding: text, as: UTF8.self))
    return kinds.lazy.compactMap { [index] in index.ids[$0][id.utf8] }.first
  }

  /// How many letters were compared for all hints so far.
  var comparisons: Int { lists.values.reduce(0) { $0 + $1.comparisons } }

  private static func byName(_ paths: some Sequence<String>) -> [Substring: String] {
    Dictionary(paths.map { (fileName(of: $0[...]), $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func fileName(of path: Substring) -> Substring {
    path[(path.lastIndex(of: "/") ?? path.startIndex)...]
  }

  private func names(_ list: List) -> NearestNames {
    switch list {
    case .ids(let kind): NearestNames(index.ids[kind].names)
    case .addresses: NearestNames(index.addresses)
    case .articleFiles: NearestNames(index.articlePaths.names)
    case .pictures: NearestNames(index.files.lazy.filter(\.isImage).map(\.path))
    case .files: NearestNames(index.files.lazy.map(\.path))
    case .works: NearestNames(index.references.table.names)
    case .redFlags: NearestNames(index.redFlags.table.names)
    }
  }
}
