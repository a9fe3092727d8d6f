import SiteModel

/// A page that collects what one relation of an article leads to, whole: the exercises of a cause, to be printed.
/// A kind asks for it in `site.yaml` with `programme`, the name of that relation. An article gets one when its front
/// matter names anything under it.
package enum Programme {
  /// Its address begins with the article's own.
  static let folder = "programme/"
  package static let template = "programme"

  /// The address of an article's programme, the site's base path included; nil when it has none.
  static func url(of article: Article, _ configuration: SiteConfiguration) -> [UInt8]? {
    guard article.hasPage, let relation = configuration.kinds[article.kind].programme,
      let written = article.relations[relation], !written.isEmpty
    else { return nil }
    return article.url + Array(folder.utf8)
  }

  /// The address of the article whose programme would be at `address`; nil when that is none's.
  static func articleAddress(ofProgramme address: [UInt8]) -> [UInt8]? {
    let end = Array(("/" + folder).utf8)
    guard address.suffix(end.count).elementsEqual(end) else { return nil }
    return Array(address.dropLast(folder.utf8.count))
  }

  /// All addresses, without the base path.
  static func addresses(of articles: [Article], _ configuration: SiteConfiguration) -> [String] {
    guard isWanted(configuration) else { return [] }
    let base = configuration.basePath.utf8.count
    return articles.compactMap { article in
      url(of: article, configuration).map { String(decoding: $0.dropFirst(base), as: UTF8.self) }
    }
  }

  static func isWanted(_ configuration: SiteConfiguration) -> Bool {
    configuration.kinds.contains { $0.programme != nil }
  }
}
