import SiteModel
import Text

/// What to write for a path that leads nowhere.
extension ArticleReferences {
  /// What to write for a path of a computer's own (`C:\Users\me\hip.png`, `..\signs\hip.md`): the path with slashes where it
  /// leads to a file, else that of the file of this name.
  func ownPath(ofFile written: [UInt8]) -> String {
    let slashed = written.map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let isRelative = Self.schemeEnd(of: written) == nil
    if isRelative, resolve(Self.path(of: slashed[...])),
      index.filePaths[place] ?? index.articlePaths[place] != nil
    {
      return "Write `\(text(slashed[...]))`."
    }
    let name = text(URLText.decode(slashed.split(separator: UInt8(ascii: "/")).last ?? [])[...])
    if let found = hints.file(namedLike: "/" + name) ?? hints.article(namedLike: "/" + name) {
      return "Write `\(relativePath(to: found))`."
    }
    return "Save the file next to the article, and write its name: `\(FileName.plain(name))`."
  }
}
