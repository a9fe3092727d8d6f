import SiteModel

/// The pages and files that a build makes of no article: their names and addresses, as the stages need them.
package enum GeneratedPages {
  package static let notFoundFile = "404.html"
  package static let feedFile = "feed.xml"
  package static let manifestFile = "site.webmanifest"
  package static let headersFile = "_headers"
  package static let redirectsFile = "_redirects"
  /// The file by which a build knows a folder that an earlier one made.
  static let outputMarker = ".limber-output"
  /// Where a site is made that cannot be made anywhere else.
  static let stagingFolder = ".limber-staging"
  /// What `checker` in the navigation leads to.
  package static let checkerURL = "/symptom-checker/"
  package static let withdrawnTemplate = "withdrawn"
  package static let searchTemplate = "search"
  package static let searchURL = "/search/"

  /// The files at the site's root that machines read, and every site has; the feed is for sites that say when they change.
  static let machineURLs = [manifestFile, headersFile, redirectsFile].map { "/" + $0 }
}

extension SiteConfiguration {
  /// The address of such a page in the site's language, without the base path; `page` begins with a slash.
  package func address(of page: String) -> String { languagePath + page }
}
