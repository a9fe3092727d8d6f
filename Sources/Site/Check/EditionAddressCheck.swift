import Diagnostics
import SiteModel
import Text

/// Whether addresses that templates begin with `{{site.home-url}}` lead somewhere on the pages of another language, too: what has no
/// translation is not below its home page.
struct EditionAddressCheck {
  let edition: Edition
  let index: SiteIndex

  /// Those that lead somewhere in the original; of the others, it tells.
  func run(_ addresses: [TemplateAddress]) -> [Diagnostic] { addresses.compactMap(fault) }

  private func fault(in address: TemplateAddress) -> Diagnostic? {
    guard case .home = address.start else { return nil }
    let known = Array(ArticleReferences.path(of: address.text[...]))
    // Of a path that ends with a tag nothing is known.
    if address.goesOn, known.count == address.text.count { return nil }
    let path = Array("/".utf8) + URLText.decode(known[...])
    let own = Array(index.configuration.languagePath.utf8) + path
    guard index.target(at: own) == nil, let original = index.target(at: path) else { return nil }
    let hint: String
    if case .article(let number) = original {
      let article = index.articles[number]
      // Of one that cannot be read, that is told.
      if article.state == .faulty { return nil }
      let kind = index.configuration.kinds[article.kind].name
      hint =
        "Translate `\(article.file)`: run `limber new \(kind) \(text(article.id)) --language \(edition.language.code)`."
    } else {
      hint = "It is there once for all languages: write `\(text(index.basePath + path))`."
    }
    return .error(
      .brokenLink, file: address.file, at: address.position,
      "The address `{{site.home-url}}\(text(address.text))` leads nowhere on pages in \(edition.language.name).",
      hint: hint)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
