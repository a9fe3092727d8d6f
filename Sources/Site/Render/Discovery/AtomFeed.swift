import SiteModel
import Text
import YAML

/// The articles that changed last, for feed readers (Atom, RFC 4287). Nothing in it comes from a clock.
enum AtomFeed {
  static let limit = 50

  static func isEmpty(_ index: SiteIndex) -> Bool { !index.hasFeed }

  /// Of the whole site; nil when no article says when it changed: a feed must say when it did.
  static func bytes(_ index: SiteIndex, today: CalendarDate) -> [UInt8]? {
    let configuration = index.configuration
    let root = configuration.root
    return bytes(
      index, title: configuration.name, subtitle: configuration.description, page: "\(root)/",
      address: "\(root)/\(GeneratedPages.feedFile)", today: today
    ) { $0.updated }
  }

  /// Of the articles of one kind.
  static func bytes(_ index: SiteIndex, of number: Int, today: CalendarDate) -> [UInt8]? {
    let configuration = index.configuration
    let kind = configuration.kinds[number]
    let site = configuration.origin + configuration.basePath
    return bytes(
      index, title: "\(configuration.name) – \(kind.title)", subtitle: kind.summary, page: site + kind.path,
      address: site + kind.feedPath, today: today
    ) { $0.kind == number ? ListPages.feedDay(of: $0, kind) : nil }
  }

  /// Of the articles that have a `day`.
  private static func bytes(
    _ index: SiteIndex, title: String, subtitle: String, page: String, address: String, today: CalendarDate,
    day: (Article) -> CalendarDate?
  ) -> [UInt8]? {
    let dated = index.articles.compactMap { article -> (article: Article, updated: CalendarDate)? in
      guard article.hasPage, let updated = day(article) else { return nil }
      return (article, updated)
    }
    let newest = dated.sorted { left, right in
      if left.updated != right.updated { return left.updated > right.updated }
      return left.article.url.lexicographicallyPrecedes(right.article.url)
    }.prefix(limit)
    guard let last = newest.first?.updated else { return nil }
    // A day to come, such as that of an event, is no day on which the feed changed.
    let changed = newest.first { $0.updated <= today }?.updated ?? min(last, today)
    let configuration = index.configuration
    var out = Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"\(configuration.language)\">\n"
        .utf8)
    element("title", title.utf8, &out)
    if !subtitle.isEmpty { element("subtitle", subtitle.utf8, &out) }
    element("id", page.utf8, &out)
    out +=
      "<link rel=\"self\" type=\"application/atom+xml\" href=\"\(address)\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\"\(page)\"/>\n"
      .utf8
    element("updated", moment(changed), &out)
    out += "<author>\n".utf8
    element("name", configuration.name.utf8, &out)
    out += "</author>\n".utf8
    for (article, updated) in newest {
      let address = Array(configuration.origin.utf8) + article.url
      out += "<entry>\n".utf8
      element("title", article.title, &out)
      element("id", Array(configuration.origin.utf8) + firstAddress(of: article, configuration), &out)
      out += "<link rel=\"alternate\" type=\"text/html\" href=\"".utf8
      // Addresses are made of unreserved characters and slashes.
      out += address
      out += "\"/>\n".utf8
      element("updated", moment(updated), &out)
      element("summary", article.summary, &out)
      out += "</entry>\n".utf8
    }
    return out + Array("</feed>\n".utf8)
  }

  /// What names an article for good (RFC 4287, section 4.2.6): the first address that it had, which is the first of `redirect-from`.
  /// A feed reader shows an article that moved as a new one if its name changes.
  private static func firstAddress(of article: Article, _ configuration: SiteConfiguration) -> [UInt8] {
    guard let first = article.redirects.first else { return article.url }
    return Array(configuration.basePath.utf8)
      + URLText.encode(path: String(decoding: URLText.decode(first.bytes[...]), as: UTF8.self))
  }

  /// RFC 3339; front matter knows days only.
  private static func moment(_ day: CalendarDate) -> String.UTF8View { "\(day.text)T00:00:00Z".utf8 }

  private static func element(_ name: String, _ text: some Collection<UInt8>, _ out: inout [UInt8]) {
    out += "<\(name)>".utf8
    XMLText.escape(text, into: &out)
    out += "</\(name)>\n".utf8
  }
}
