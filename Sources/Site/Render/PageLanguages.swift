import SiteModel

/// Where each page of a site is in each of its languages. A class for the same reason as `SiteRecords`.
final class PageLanguages: Sendable {
  /// The original, then the editions; empty for a site of one language.
  private let sites: [Side]

  private struct Side: Sendable {
    let language: SiteLanguage
    let index: SiteIndex
    let checkers: [PageTypes.CheckerLink]
    let hasHomeArticle: Bool
  }

  /// A page in a language.
  struct Alternate: Sendable {
    let tag: String
    /// The whole address.
    let address: [UInt8]
  }

  init(_ site: CheckedSite) {
    let languages = site.index.configuration.languages
    sites =
      languages.count < 2
      ? []
      : zip(languages, [site] + site.editions).map { language, site in
        Side(
          language: language, index: site.index,
          checkers: CheckerPage.links(to: site.checkers.checkers, site.index),
          hasHomeArticle: site.hasHomeArticle)
      }
  }

  /// The page in each language that has it; none where only one has.
  func alternates(of subject: PageSubject?) -> [Alternate] {
    guard let subject, !sites.isEmpty else { return [] }
    let all = sites.compactMap { site -> Alternate? in
      url(of: subject, on: site).map {
        Alternate(
          tag: site.language.tag, address: Array(site.index.configuration.origin.utf8) + $0)
      }
    }
    return all.count > 1 ? all : []
  }

  /// The languages for a switch on the page at `language`: each leads to the same page, or to the home page where there is none.
  func entries(for subject: PageSubject?, in language: String) -> [PageTypes.LanguageEntry] {
    sites.map { site in
      let own = subject.flatMap { url(of: $0, on: site) }
      return PageTypes.LanguageEntry(
        language: site.language.among(language), url: own ?? Array(site.index.configuration.homePath.utf8),
        origin: Array(site.index.configuration.origin.utf8), hasPage: own != nil,
        isCurrent: site.language.tag == language,
        isOriginal: site.language.tag == sites.first?.language.tag)
    }
  }

  private func url(of subject: PageSubject, on site: Side) -> [UInt8]? {
    let index = site.index
    let configuration = index.configuration
    func own(_ number: Int) -> Article? {
      index.articles[number].hasPage ? index.articles[number] : nil
    }
    return switch subject {
    case .home: Array(configuration.homePath.utf8)
    case .article(let number): own(number)?.url
    case .programme(let number): own(number).flatMap { Programme.url(of: $0, configuration) }
    case .list(let kind): index.basePath + Array(configuration.kinds[kind].path.utf8)
    case .checker(let number): number < site.checkers.count ? site.checkers[number].url : nil
    case .search: index.basePath + Array(configuration.address(of: GeneratedPages.searchURL).utf8)
    }
  }
}
