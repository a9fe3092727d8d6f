import SiteModel
import Text

/// What this build writes, asked by address. Paths are without the site's base path.
extension SiteIndex {
  /// The article that readers get as the home page; nil where they get lists alone.
  var home: Int? {
    guard let page = configuration.kinds.firstIndex(where: \.isPage) else { return nil }
    return ids[page]["index".utf8].flatMap { articles[$0].hasPage ? $0 : nil }
  }

  /// What stands at a percent-decoded path, whatever the case of its letters, and with or without `index.html`.
  func target(at path: [UInt8]) -> URLTarget? {
    let folded = SiteIndexBuilder.folded(path)
    if let place = urls[folded] { return targets[place] }
    let page = Array("index.html".utf8)
    guard folded.count > page.count, folded.suffix(page.count).elementsEqual(page),
      folded[folded.count - page.count - 1] == UInt8(ascii: "/")
    else { return nil }
    return urls[folded.dropLast(page.count)].map { targets[$0] }
  }

  /// The article whose address a path would be, were it published.
  func unpublishedArticle(at path: [UInt8]) -> Int? {
    for (number, kind) in configuration.kinds.enumerated() {
      let start = kind.isPage ? Array("/".utf8) : Array(kind.path.utf8)
      guard path.starts(with: start) else { continue }
      let id = path.dropFirst(start.count).prefix { $0 != UInt8(ascii: "/") }
      if let article = ids[number][id], !articles[article].isPublished { return article }
    }
    return nil
  }

  /// The path, as it is to be written, of what stands there; nil for what is not written.
  func path(of target: URLTarget) -> [UInt8]? {
    let base = configuration.basePath.utf8.count
    switch target {
    case .article(let number): return Array(articles[number].url.dropFirst(base))
    case .kindIndex(let kind): return Array(configuration.kinds[kind].path.utf8)
    case .redirect(let number): return Array(articles[number].url.dropFirst(base))
    case .file(let file): return Array(files[file].url.dropFirst(base))
    case .rootFile(let file): return file.url
    case .generated(let path), .listPage(_, let path): return path
    case .unwritten: return nil
    }
  }

  /// The path of the URL at which visitors get a file, base path included: of a photograph, its largest version.
  func publishedURL(ofFile file: Int) -> [UInt8] {
    files[file].photograph.map { $0.url(of: $0.largest, basePath) } ?? files[file].url
  }

  /// The path of the article's URL without the site's base path.
  package func address(of article: Int) -> String {
    String(decoding: articles[article].url.dropFirst(configuration.basePath.utf8.count), as: UTF8.self)
  }

  /// Where readers found withdrawn articles, their programmes, and their old addresses, as far as nothing else is there now.
  /// Without the base path.
  var withdrawnAddresses: [(address: [UInt8], article: Article)] {
    articles.filter { $0.state == .withdrawn && $0.foreign == nil }.flatMap { article in
      configuration.addresses(onceOf: article).filter(\.query.isEmpty).map(\.path).filter {
        target(at: $0) == nil
      }.map { ($0, article) }
    }
  }

  /// Every path that a link may lead to, as it is to be written.
  var addresses: some Sequence<String> {
    targets.lazy.compactMap { self.path(of: $0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Whose machine an address of the web leads to.
  package enum Host: Equatable, Sendable {
    /// This site's: the rest is its path, with query and fragment.
    case own(rest: ArraySlice<UInt8>)
    /// That of whoever wrote it, which visitors cannot reach.
    case writersOwn(rest: ArraySlice<UInt8>)
    case another
  }

  /// `address` begins with `http:` or `https:`, in whatever letters.
  package func host(of address: [UInt8]) -> Host {
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")),
      address[colon...].starts(with: "://".utf8)
    else { return .another }
    let rest = address[(colon + 3)...]
    let authority = rest.prefix { !"/?#\\".utf8.contains($0) }
    let path = rest[authority.endIndex...]
    let host = String(decoding: SiteIndexBuilder.folded(authority), as: UTF8.self)
    for address in [configuration.address, configuration.writtenAddress] {
      let own = address.origin.drop { $0 != ":" }.dropFirst(3).lowercased()
      guard Self.withoutPort(host) == Self.withoutPort(own), host == own || !Self.hasUnusualPort(host) else {
        continue
      }
      if let rest = Self.part(of: path, below: address.path) { return .own(rest: rest) }
      if address == configuration.writtenAddress { return .another }
    }
    guard Self.isUnreachable(Self.withoutPort(host)) else { return .another }
    return .writersOwn(rest: Self.part(of: path, below: configuration.basePath) ?? path)
  }

  /// A whole address as this build writes it: one of this site goes where the build goes.
  func moved(_ address: [UInt8]) -> [UInt8] {
    guard configuration.isMoved, case .own(let rest) = host(of: address) else { return address }
    return Array((configuration.origin + configuration.basePath).utf8) + rest
  }

  /// What comes after a site's base path; nil for what is outside of it.
  private static func part(of path: ArraySlice<UInt8>, below base: String) -> ArraySlice<UInt8>? {
    let base = Array(base.utf8)
    guard path.starts(with: base),
      path.count == base.count || "/?#".utf8.contains(path[path.startIndex + base.count])
    else { return nil }
    return path.dropFirst(base.count)
  }

  private static func withoutPort(_ host: String) -> Substring {
    if host.hasPrefix("[") { return host.prefix { $0 != "]" } }
    return host.prefix { $0 != ":" }
  }

  private static func hasUnusualPort(_ host: String) -> Bool {
    host.contains(":") && !host.hasSuffix(":443") && !host.hasSuffix(":80")
  }

  /// Names and numbers that mean the machine itself or its own network (RFC 6761, RFC 6762, RFC 1918).
  private static func isUnreachable(_ host: Substring) -> Bool {
    if ["localhost", "0.0.0.0", "[::1"].contains(host) { return true }
    if host.hasSuffix(".localhost") || host.hasSuffix(".local") { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 4, let first = parts[0], let second = parts[1], parts.allSatisfy({ $0 != nil })
    else {
      return false
    }
    return first == 127 || first == 10 || (first == 192 && second == 168)
      || (first == 172 && (16...31).contains(second))
  }
}
