import SiteModel

/// Files that tell a host how to serve the site, in the format that Netlify and Cloudflare Pages read.
enum HostFiles {
  /// Cloudflare Pages reads 100 rules; the rest of a large site's pages get the host's own caching.
  private static let cachingLimit = 90

  /// No header is set by two rules that fit one address: hosts join such values, each in its own way.
  static func headers(
    _ index: SiteIndex, _ policy: ContentPolicy, hasChecker: Bool, hasSearch: Bool
  ) -> [UInt8] {
    let configuration = index.configuration
    let base = configuration.basePath
    var out = """
      \(base)/*
        Content-Security-Policy: \(policy.forHosts)
        Referrer-Policy: no-referrer
        X-Content-Type-Options: nosniff
        Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
      \(base)/assets/*
        Cache-Control: public, max-age=31536000, immutable
      \(base)/\(GeneratedPages.manifestFile)
        Content-Type: application/manifest+json

      """
    var places = ["/"] + configuration.kinds.filter { !$0.isPage }.map { "\($0.path)*" }
    if hasChecker { places.append("\(GeneratedPages.checkerURL)*") }
    if hasSearch { places.append("\(GeneratedPages.searchURL)*") }
    places += configuration.languages.dropFirst().map { "/\($0.code)/*" }
    let home = Array("\(base)/".utf8)
    for article in index.articles
    where article.hasPage && configuration.kinds[article.kind].isPage && article.url != home {
      places.append(String(decoding: article.url.dropFirst(base.utf8.count), as: UTF8.self) + "*")
    }
    for place in places.prefix(cachingLimit) { out += "\(base)\(place)\n  Cache-Control: no-cache\n" }
    return Array(out.utf8)
  }

  /// The old addresses of a site in all its languages; nil without any. A query stands between spaces, as Netlify reads it.
  ///
  /// Each old address has a page, too, for hosts that do not read this file, and Netlify serves such a page before it
  /// looks at a rule, unless the rule's status ends with `!` ("shadowing"). Cloudflare Pages always follows the rule, but
  /// passes over a line whose status it does not know. So each rule stands twice: the first is Netlify's, the second that
  /// of all others.
  static func redirects(_ languages: [CheckedSite]) -> [UInt8]? {
    var rules: [UInt8] = []
    // Hosts take the first rule that fits: a path fits whatever query follows it.
    var rulesOfQueries: [UInt8] = []
    for site in languages {
      for (address, article) in oldAddresses(of: site) {
        var rule = site.index.basePath + address.urlPath
        for pair in address.query.split(separator: UInt8(ascii: "&")) {
          rule.append(UInt8(ascii: " "))
          rule += pair
        }
        rule.append(UInt8(ascii: " "))
        rule += article.url
        rule += Array(" 301!\n".utf8) + rule + Array(" 301\n".utf8)
        if address.query.isEmpty { rules += rule } else { rulesOfQueries += rule }
      }
    }
    // What is not there is told in the language of the pages beside it. Cloudflare looks for such a page by itself, and passes
    // over the line.
    for site in languages.dropFirst() {
      let folder = site.index.basePath + Array(site.index.configuration.languagePath.utf8) + Array("/".utf8)
      rules += folder + Array("* ".utf8) + folder + Array("\(GeneratedPages.notFoundFile) 404\n".utf8)
    }
    let out = rulesOfQueries + rules
    return out.isEmpty ? nil : out
  }

  /// What leads to each article of a site in one language, translations included that readers do not get any more.
  private static func oldAddresses(of site: CheckedSite) -> [(RedirectAddress, Article)] {
    let index = site.index
    let hidden = (site.edition?.hiddenAddresses ?? []).filter { index.target(at: $0.address.key) == nil }
    return index.articles.filter(\.hasPage).flatMap { article in
      article.redirects.compactMap { RedirectAddress($0.bytes) }.map { ($0, article) }
    } + hidden.map { ($0.address, index.articles[$0.article]) }
  }
}
