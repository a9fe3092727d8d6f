import Files
import SiteModel

/// A draft of a new article, with the front matter that its kind needs.
package struct NewArticle: Sendable {
  /// Relative to the source folder.
  package let path: String
  package let text: String
  private let source: SourceFolder

  /// File systems allow names of 255 bytes, and a title 200 characters.
  private static let longestID = 100

  /// Refuses what could not be published: an unknown kind, an id that is none, and one whose name, file or
  /// address is taken.
  package init(kind name: String, id: String, in site: SiteInventory) throws {
    let number = try site.kind(named: name)
    let kind = site.index.configuration.kinds[number]
    try Self.checkShape(id)
    if let other = site.index.ids[number][id.utf8] {
      throw Refusal.sentence(
        "There is already a \(kind.name) `\(id)`: `\(site.index.articles[other].file)`. Choose another id.")
    }
    let isHome = kind.isPage && id == "index"
    let url = isHome ? "/" : "\(kind.path)\(id)/"
    if site.index.urls[url.utf8] != nil {
      throw Refusal.sentence(
        "Another page already has the address `\(url)`. Choose another id.")
    }
    source = site.source
    path = "Content/\(kind.folder)/\(id).md"
    for folder in ["Content", "Content/\(kind.folder)"] {
      guard let status = try SystemCalls.status(source.path(to: folder)), status.kind != .folder else {
        continue
      }
      throw Refusal.sentence("`\(folder)` is not a folder, so the article cannot be saved there.")
    }
    if try SystemCalls.status(source.path(to: path)) != nil {
      throw Refusal.sentence("The file `\(path)` already exists. Choose another id.")
    }
    text = ArticleDraft(kind: kind, id: id, site: site).text
  }

  static func checkShape(_ id: String) throws(Refusal) {
    guard ArticleID.isValid(Array(id.utf8)) else {
      // The name of a file is what people have before their eyes.
      let bare = id.hasSuffix(".md") ? String(id.dropLast(3)) : id
      let nearest = String(ArticleID.nearest(to: bare).prefix(longestID))
      throw .sentence(
        "`\(id)` cannot be an id. Use only lowercase letters and digits, with single hyphens between them."
          + (ArticleID.isValid(Array(nearest.utf8)) ? " Use `\(nearest)`." : ""))
    }
    if id.utf8.count > longestID {
      throw .sentence("The id has \(id.utf8.count) characters; the limit is \(longestID).")
    }
  }

  /// Writes the file. A file that came to be there meanwhile is a failure and stays as it is; after another
  /// failure no half of the article is left.
  package func write() throws(FileFailure) {
    try NewFile.write(Array(text.utf8), to: source.path(to: path))
  }
}
