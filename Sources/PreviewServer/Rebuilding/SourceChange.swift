import Files
import Site
import Text

/// Which files of a source folder may have changed.
struct SourceChange: Sendable {
  /// Files or folders, relative to the source folder.
  private let paths: Set<String>

  init(_ paths: Set<String>) { self.paths = paths }

  /// Whether the file, or a folder it lies in, may have changed.
  func contains(_ path: String) -> Bool {
    if paths.contains(path) { return true }
    var folder = PathText.folder(of: path)
    while !folder.isEmpty {
      if paths.contains(String(folder)) { return true }
      folder = PathText.folder(of: String(folder))
    }
    return false
  }

  /// Whether anything in the folder, or the folder itself, may have changed.
  func contains(below folder: String) -> Bool {
    paths.contains { $0 == folder || $0.hasPrefix(folder + "/") }
  }

  /// For each article of an index whether its file may have changed.
  func articles(of index: SiteIndex) -> [Bool] {
    var isChanged = [Bool](repeating: false, count: index.articles.count)
    for path in paths {
      if let number = index.articlePaths[path.utf8] {
        isChanged[number] = true
      } else if index.filePaths[path.utf8] == nil {
        // It may be a folder.
        let start = Array((path + "/").utf8)
        for (number, article) in index.articles.enumerated() where article.file.utf8.starts(with: start) {
          isChanged[number] = true
        }
      }
    }
    return isChanged
  }

  /// The numbers of the changed articles in the tree, in order, when nothing else can have changed: each was
  /// there before and still is.
  func articlesOnly(in tree: SourceTree, _ source: SourceFolder) throws(FileFailure) -> [Int]? {
    var numbers: [Int] = []
    for path in paths {
      guard let number = tree.article(at: path), try SystemCalls.status(source.path(to: path))?.kind == .file
      else { return nil }
      numbers.append(number)
    }
    return numbers.sorted()
  }

  /// Whether both readings differ in nothing but bodies of articles, so that every name is the same.
  func leavesFrontMatter(of old: SourceReading, as new: SourceReading) -> Bool {
    guard old.tree.articles.count == new.tree.articles.count,
      paths.allSatisfy({
        old.tree.article(at: $0) != nil && old.tree.article(at: $0) == new.tree.article(at: $0)
      })
    else { return false }
    return paths.allSatisfy { path in
      guard let number = new.tree.article(at: path),
        let before = old.readings[number].article, let after = new.readings[number].article,
        before.state != .faulty, after.state != .faulty, before.bodyStart == after.bodyStart
      else { return false }
      return old.readings[number].bytes[..<before.bodyStart] == new.readings[number].bytes[..<after.bodyStart]
    }
  }
}

extension SourceTree {
  /// The number of the article whose file is at `path`.
  package func article(at path: String) -> Int? {
    var (low, high) = (0, articles.count)
    while low < high {
      let middle = (low + high) / 2
      if articles[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < articles.count && articles[low].path == path ? low : nil
  }
}
