import SiteModel
import Text

/// What to write for a path that leads nowhere.
extension ArticleReferences {
  /// What to write for a path of a computer's own (`C:\Users\me\hip.png`, `..\signs\hip.md`): the path with slashes where it
  /// leads to a file, else that of the file of this name.
  func ownPath(ofFile written: [UInt8]) -> String {
    let slashed = written.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let isRelative = schemeEnd(of: written) == nil
    if isRelative, resolve(Self.path(of: slashed)), index.filePaths[place] ?? index.articlePaths[place] != nil
    {
      return "Write `\(text(slashed[...]))`."
    }
    let name = slashed.split(separator: UInt8(ascii: "/")).last ?? []
    let ending = "/" + text(name)
    let paths = index.files.lazy.map(\.path) + index.articles.lazy.map(\.file)
    if let found = paths.first(where: { $0.hasSuffix(ending) }) {
      return "Write `\(pathFromHere(to: found))`."
    }
    return "Put the file beside the article, and write its name: `\(FileName.plain(text(name)))`."
  }

  /// A path from the source folder as it is written in this article.
  func pathFromHere(to path: String) -> String {
    let own = text(folder[...]).split(separator: "/")
    let parts = path.split(separator: "/")
    let shared = zip(own, parts).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: own.count - shared) + parts[shared...].map(String.init))
      .joined(separator: "/")
  }

  /// For a path with the right name of a picture and the wrong folder: the right one.
  func ownPicture(named destination: [UInt8]) -> String? {
    let written = text(URLText.decode(Self.path(of: destination))[...])
    let name = "/" + (written.split(separator: "/").last ?? "")
    let found = index.files.first { $0.isImage && $0.path.hasSuffix(name) }
    return found.map { "Did you mean `\(pathFromHere(to: $0.path))`?" }
  }
}
