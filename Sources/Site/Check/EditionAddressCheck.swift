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
    guard let path = address.homePath else { return nil }
    let own = Array(index.configuration.languagePath.utf8) + path
    guard index.target(at: own) == nil, let original = index.target(at: path) else { return nil }
    let shown = "`{{site.home-url}}\(text(address.text))`"
    guard case .article(let number) = original else {
      return .error(
        .brokenLink, file: address.file, at: address.position,
        "The address \(shown) leads nowhere on pages in \(edition.language.name).",
        hint: "It is there once for all languages: write `\(text(index.basePath + path))`.")
    }
    let article = index.articles[number]
    // Of one that cannot be read, or is out of date, that is told. One with a `slug` has a page there that leads to it.
    guard article.state != .faulty, edition.hidden[number] == nil,
      article.foreign != nil || !article.isPublished
    else { return nil }
    let kind = index.configuration.kinds[article.kind].name
    return .warning(
      .translationMissing, file: address.file, at: address.position,
      "`\(article.file)` has no translation, so \(shown) leads to the page in \(edition.original.name) on pages in \(edition.language.name).",
      hint:
        "Translate it: run `limber new \(kind) \(text(article.id)) --language \(edition.language.code)`.")
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
