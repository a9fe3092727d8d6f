import SiteModel
import Text

/// Where readers of a language find its pages, and where they found what they do not get any more. Without the base path.
extension Edition {
  /// Addresses that lead on to others: those that its translations once had, and those of translations that readers do not get
  /// since their originals have changed.
  var oldAddresses: [(old: RedirectAddress, new: String)] {
    func text(_ article: Article) -> String {
      String(decoding: article.url.dropFirst(configuration.basePath.utf8.count), as: UTF8.self)
    }
    return articles.filter(\.hasPage).flatMap { article in
      article.redirects.compactMap { RedirectAddress($0.bytes) }.map { ($0, text(article)) }
    } + (hiddenAddresses + standIns).map { ($0.address, text(articles[$0.article])) }
  }

  /// Where readers found translations that they do not get any more since their originals have changed, and the numbers of the
  /// articles whose originals they get there.
  var hiddenAddresses: [(address: RedirectAddress, article: Int)] {
    hidden.sorted { $0.key < $1.key }.flatMap { number, translation in
      configuration.addresses(onceOf: translation).map { ($0, number) }
    }
  }

  /// Where readers found translations that were taken back on purpose, with or without their originals.
  var withdrawnAddresses: [(address: [UInt8], article: Article)] {
    let all = articles.filter { $0.state == .withdrawn && $0.foreign == nil } + withdrawn
    return all.flatMap { article in
      configuration.addresses(onceOf: article).filter(\.query.isEmpty).map { ($0.path, article) }
    }
  }

  /// Translations that were taken back while their originals were not.
  private var withdrawn: [Article] {
    unshown.sorted { $0.key < $1.key }.map(\.value.article).filter { $0.review.status == .withdrawn }
  }

  /// The translation whose address a path would be, were it and its original published.
  func unpublishedTranslation(at key: [UInt8]) -> Article? {
    let drafts =
      unshown.sorted { $0.key < $1.key }.map(\.value.article) + articles.filter { $0.original != nil }
    return drafts.first { article in
      !article.isPublished && article.review.status != .withdrawn
        && configuration.addresses(onceOf: article).contains { SiteIndexBuilder.folded($0.key) == key }
    }
  }

  /// The addresses of its lists and articles.
  var addresses: [String] {
    let base = configuration.basePath.utf8.count
    return ["\(configuration.languagePath)/"] + configuration.kinds.filter { !$0.isPage }.map(\.path)
      + articles.filter(\.hasPage).map { String(decoding: $0.url.dropFirst(base), as: UTF8.self) }
      + Programme.addresses(of: articles, configuration)
  }
}

extension SiteConfiguration {
  /// Where readers found an article that they do not get any more: its address, that of its programme, and those before them.
  func addresses(onceOf article: Article) -> [RedirectAddress] {
    let own = Array(article.url.dropFirst(basePath.utf8.count))
    let programme = kinds[article.kind].programme == nil ? [] : [own + Array(Programme.folder.utf8)]
    return ([own] + programme + article.redirects.map(\.bytes)).compactMap { RedirectAddress($0) }
  }
}

extension TemplateAddress {
  /// The path from the home page, decoded, of an address that begins there; nil where only a page knows it.
  var homePath: [UInt8]? {
    guard case .home = start else { return nil }
    let known = text.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    // Of a path that ends with a tag nothing is known.
    if goesOn, known.count == text.count { return nil }
    return Array("/".utf8) + URLText.decode(known)
  }
}
