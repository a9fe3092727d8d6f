import Diagnostics
import Files
import Markdown
import SiteModel
import SymptomTree
import Text

/// A place of a site's source that leads readers to another site.
package struct OutsideLink: Sendable {
  /// Relative to the source folder.
  package let file: String
  /// Nil when only the file is known.
  package let position: Position?
  /// Whole, of http or https, without the fragment: that is the reader's browser's business.
  package let address: String

  fileprivate init(_ file: String, _ position: Position?, _ address: some Collection<UInt8>) {
    self.file = file
    self.position = position
    self.address = String(decoding: address.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
  }
}

/// Every place of a site's source that leads to another site: published articles, works, the checkers' prose, menus, the
/// clinic's addresses and templates.
package enum OutsideLinks {
  package static func find(in site: CheckedSite, source: SourceFolder, workers: Workers) async throws
    -> [OutsideLink]
  {
    let index = site.index
    let found = try await workers.map(
      index.articles.count, start: ArticleParser(keepingDestinationsOf: site.named)
    ) { parser, number in
      index.articles[number].isPublished ? try articleLinks(number, &parser, source) : []
    }
    var links = found.flatMap { $0 } + works(index) + credits(site) + settings(index) + templates(site)
    try WrittenReferences.eachAdvice(index, labels: site.named.defaults.labels, source) {
      file, destinations, _ in
      links += destinations.compactMap { link($0, in: file, index) }
    }
    return links.filter { !index.configuration.neverAsked.contains($0.address) }
  }

  private static func articleLinks(_ number: Int, _ parser: inout ArticleParser, _ source: SourceFolder)
    throws -> [OutsideLink]
  {
    let index = parser.index
    let article = index.articles[number]
    let bytes = ComposedText.composed(try source.readInside(article.file))
    // It may have been changed since it was read.
    guard bytes.count >= article.bodyStart else { return [] }
    let parsed = parser.parse(number, bytes)
    let fields = parsed.fieldDestinations.filter { leadsOutside($0.written.meant, index) }
    return parsed.body.destinations.compactMap { link($0, in: article.file, index) }
      + fields.map { OutsideLink(article.file, $0.field.position, $0.written.meant) }
      + addresses(in: .list(article.fields)).filter { leadsOutside($0, index) }.map {
        OutsideLink(article.file, position(of: $0, in: bytes[..<article.bodyStart]), $0)
      }
  }

  /// The values of fields that are addresses.
  private static func addresses(in value: FieldValue) -> [[UInt8]] {
    switch value {
    case .text(let text): [text]
    case .group(let values), .list(let values): values.flatMap(addresses)
    case .none, .flag, .choice, .placed, .html: []
    }
  }

  /// Where it is written first, if it is written as it is meant.
  private static func position(of text: [UInt8], in bytes: ArraySlice<UInt8>) -> Position? {
    guard let first = text.first else { return nil }
    for place in bytes.indices where bytes[place] == first && bytes[place...].starts(with: text) {
      return Position(ofByte: place - bytes.startIndex, in: bytes)
    }
    return nil
  }

  private static func link(
    _ one: RenderedArticle.WrittenDestination, in file: String, _ index: SiteIndex
  ) -> OutsideLink? {
    guard !one.isPicture, leadsOutside(one.meant, index) else { return nil }
    return OutsideLink(file, one.written?.position, one.meant)
  }

  private static func works(_ index: SiteIndex) -> [OutsideLink] {
    index.references.works.filter { leadsOutside($0.link, index) }.map {
      OutsideLink(References.file, $0.position, $0.link)
    }
  }

  /// Where the pictures that are shown are from, and their licenses.
  private static func credits(_ site: CheckedSite) -> [OutsideLink] {
    PictureCredit.each(of: site.usedFiles.map { site.index.files[$0].credit }).flatMap(\.addresses).filter {
      leadsOutside($0.bytes, site.index)
    }.map { OutsideLink(PictureCredits.file, $0.position, $0.bytes) }
  }

  /// Those of the menus and of the clinic.
  private static func settings(_ index: SiteIndex) -> [OutsideLink] {
    let clinic = index.configuration.clinic
    let addresses =
      index.configuration.menuAddresses + (clinic?.sameAs ?? []) + [clinic?.bookingURL].compactMap { $0 }
    return addresses.filter { leadsOutside($0.bytes, index) }.map {
      OutsideLink(SiteConfiguration.file, $0.position, $0.bytes)
    }
  }

  private static func templates(_ site: CheckedSite) -> [OutsideLink] {
    site.named.design.addresses.filter {
      // What a tag goes on with is known on pages only.
      !$0.goesOn && $0.start == .nothing && leadsOutside($0.text, site.index)
    }.map { OutsideLink($0.file, $0.position, $0.text) }
  }

  private static func leadsOutside(_ address: [UInt8], _ index: SiteIndex) -> Bool {
    WebAddressParts(address) != nil && index.host(of: address) == .another
  }
}
