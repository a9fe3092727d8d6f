/// The list of pages for search engines (sitemaps.org protocol 0.9): at most 50,000 addresses in a file, so a
/// larger site gets several and an index of them.
enum Sitemap {
  struct Entry {
    /// The whole address.
    let address: [UInt8]
    /// `YYYY-MM-DD`, or empty.
    let changed: String
    /// The same page in each language, itself included; none for a page of one language.
    var alternates: [PageLanguages.Alternate] = []
  }

  static let limit = 50_000

  /// Files by name; `origin` and base path come before each part's name in the index.
  static func files(_ entries: [Entry], root: String) -> [(name: String, bytes: [UInt8])] {
    guard entries.count > limit else { return [("sitemap.xml", list(entries[...]))] }
    var files: [(name: String, bytes: [UInt8])] = []
    var index = Array("\(head)<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n".utf8)
    for start in stride(from: 0, to: entries.count, by: limit) {
      let name = "sitemap-\(files.count + 1).xml"
      files.append((name, list(entries[start..<min(entries.count, start + limit)])))
      index += Array("<sitemap><loc>\(root)/\(name)</loc></sitemap>\n".utf8)
    }
    return [("sitemap.xml", index + Array("</sitemapindex>\n".utf8))] + files
  }

  private static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  private static func list(_ entries: ArraySlice<Entry>) -> [UInt8] {
    let hasAlternates = entries.contains { !$0.alternates.isEmpty }
    let links = hasAlternates ? " xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"" : ""
    var out = Array("\(head)<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"\(links)>\n".utf8)
    for entry in entries {
      out += Array("<url><loc>".utf8)
      // Addresses are made of unreserved characters and slashes: nothing in them needs escaping in XML.
      out += entry.address
      out += Array("</loc>".utf8)
      if !entry.changed.isEmpty { out += Array("<lastmod>\(entry.changed)</lastmod>".utf8) }
      for alternate in entry.alternates {
        out += Array("<xhtml:link rel=\"alternate\" hreflang=\"\(alternate.tag)\" href=\"".utf8)
        out += alternate.address
        out += Array("\"/>".utf8)
      }
      out += Array("</url>\n".utf8)
    }
    return out + Array("</urlset>\n".utf8)
  }
}
