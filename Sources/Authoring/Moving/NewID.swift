import Files
import Site
import SiteModel

/// An id that an article is to get: whether it can.
struct NewID {
  private let id: String
  private let number: Int
  private let index: SiteIndex
  private let newFile: String
  private let addresses: [(old: [UInt8], new: [UInt8])]
  private let source: SourceFolder

  init(
    _ id: String, of number: Int, _ index: SiteIndex, newFile: String,
    addresses: [(old: [UInt8], new: [UInt8])], source: SourceFolder
  ) {
    self.id = id
    self.number = number
    self.index = index
    self.newFile = newFile
    self.addresses = addresses
    self.source = source
  }

  /// Throws `Refusal` and `FileFailure`.
  func check() throws {
    let article = index.articles[number]
    let kind = index.configuration.kinds[article.kind]
    let bare = id.hasPrefix(kind.name + ":") ? String(id.dropFirst(kind.name.utf8.count + 1)) : nil
    if let bare, ArticleID.isValid(Array(bare.utf8)) {
      throw Refusal.sentence("An article keeps its kind. Write only the new id, `\(bare)`.")
    }
    try NewArticle.checkShape(id)
    if Array(id.utf8) == article.id {
      throw Refusal.sentence("`\(index.name(of: number))` already has that id.")
    }
    if kind.isPage, id == "index" {
      throw Refusal.sentence("`index` is the id of the home page. Choose another id.")
    }
    if let other = index.ids[article.kind][id.utf8] {
      throw Refusal.sentence(
        "There is already a \(kind.name) `\(id)`: `\(index.articles[other].file)`. Choose another id.")
    }
    for address in addresses { try checkAddress(address.new) }
    try checkPlace(newFile)
  }

  func checkAddress(_ address: [UInt8]) throws(Refusal) {
    guard let place = index.urls[SiteIndexBuilder.folded(address)] else { return }
    let shown = String(decoding: address, as: UTF8.self)
    switch index.targets[place] {
    case .redirect(number): return
    case .redirect(let other):
      throw .sentence(
        "The address `\(shown)` redirects to `\(index.articles[other].file)`, which lists it in `redirect-from`. Choose another id, or remove it there."
      )
    default:
      throw .sentence("Another page already has the address `\(shown)`. Choose another id.")
    }
  }

  func checkPlace(_ path: String) throws {
    if try SystemCalls.status(source.path(to: path)) != nil {
      throw Refusal.sentence("The file `\(path)` already exists. Choose another id.")
    }
  }
}
