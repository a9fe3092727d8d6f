import Diagnostics

/// An article's HTML and what the site has to know of it.
package struct RenderedArticle: Sendable {
  /// A fragment for the page's body, UTF-8.
  package var html: [UInt8] = []
  /// The headings in order.
  package var outline: [Heading] = []
  /// Links to articles and to fragments of this page, in order.
  package var links: [Link] = []
  /// The names of other articles that stand in the text, linked or not, each once (`MentionIndex.name(ofFolded:)`).
  package var mentionedNames: [UInt64] = []
  /// The references cited, in order of first mention: the number shown is the position here + 1, and the page's
  /// list has to give its entries the identifiers `ref-1`, `ref-2`, …
  package var citations: [Citation] = []
  /// The indices of the images shown, in order, repetitions included.
  package var images: [Int] = []
  /// The words as a reader meets them.
  package var text = ArticleText()
  /// Addresses outside the site that it links to, as they are written, in order.
  package var outsideLinks: [[UInt8]] = []
  /// The destinations of its links and pictures, filled when `ArticleOptions.keepsDestinations` is set.
  package var destinations: [WrittenDestination] = []
  /// The alternative texts of the pictures shown, in order, not escaped.
  package var pictureTexts: [[UInt8]] = []
  /// The videos shown, in order.
  package var videos: [ShownVideo] = []
  /// The steps of an exercise, filled when `ArticleOptions.stepsURL` is set.
  package var steps: [Step] = []
  package var diagnostics: [Diagnostic] = []
  /// How many footnotes the page shows.
  package var footnoteCount = 0
  /// Identifiers of headings and care cards.
  package internal(set) var identifiers: Set<[UInt8]> = []

  package init() {}

  package struct Heading: Sendable {
    /// 2…6.
    package var level: Int
    package var id: [UInt8]
    /// Inline HTML without links, citations and footnote references.
    package var html: [UInt8]
    /// The text alone, not escaped.
    package var text: [UInt8]
    /// In the file.
    package var line: Int
  }

  /// What to do at one time in an exercise: an item of its numbered list, with what stands between it and the next.
  package struct Step: Sendable, Equatable {
    package var number: Int
    /// Whether its list is tight: then a paragraph alone has no `<p>` (CommonMark, section 5.3).
    package var isTight: Bool
    /// The content of an `<li>`, fit to stand on another page: without ids, citations and footnote references, and with
    /// links to places of the article's page as links to that page.
    package var html: [UInt8]
    /// Of its first line, in the file.
    package var line: Int
  }

  /// Where a link or picture leads, and the bytes that say so.
  package struct WrittenDestination: Sendable {
    package let isPicture: Bool
    /// After CommonMark's unescaping.
    package let meant: [UInt8]
    /// As it is written; nil when its place is not known.
    package let written: Written?

    package struct Written: Sendable {
      package let bytes: [UInt8]
      /// Of its first byte, in the file; of a text that is no file's own lines, the field's place.
      package let position: Position
      /// Of its first byte, in the text that was rendered, line ends counted as one byte.
      package let offset: Int

      package init(bytes: [UInt8], position: Position, offset: Int) {
        self.bytes = bytes
        self.position = position
        self.offset = offset
      }
    }

    package init(isPicture: Bool, meant: [UInt8], written: Written?) {
      self.isPicture = isPicture
      self.meant = meant
      self.written = written
    }
  }

  /// Kept small: a site of 10,000 articles has 300,000 of them.
  package struct Link: Sendable {
    /// Without `#`, percent-decoded; empty when there is none.
    package let fragment: [UInt8]
    private let number: Int32
    private let line: Int32
    private let column: Int32
    package let kind: Kind

    /// The article's index; nil for this page.
    package var article: Int? { number < 0 ? nil : Int(number) }

    /// Where the destination is written; nil when there is no fragment to check.
    package var position: Position? { line > 0 ? Position(line: Int(line), column: Int(column)) : nil }

    package init(article: Int?, fragment: [UInt8], position: Position?, kind: Kind) {
      number = article.map { Int32(clamping: $0) } ?? -1
      self.fragment = fragment
      line = Int32(clamping: position?.line ?? 0)
      column = Int32(clamping: position?.column ?? 0)
      self.kind = kind
    }

    package enum Kind: Sendable {
      case written
      case automatic
    }
  }

  package struct Citation: Hashable, Sendable {
    /// The reference's index in the site's list.
    package var reference: Int
    /// How often the page cites it: mention m of number n has the identifier `cite-n-m`.
    package var mentions: Int
  }

  /// Whether a link to `#fragment` of this page leads somewhere in the body: a heading, a care card, a
  /// footnote or an entry of the list of references.
  package func hasAnchor(_ fragment: [UInt8]) -> Bool {
    identifiers.contains(fragment) || hasNumbered("fn-", footnoteCount, fragment)
      || hasNumbered("ref-", citations.count, fragment)
  }

  private func hasNumbered(_ prefix: String, _ count: Int, _ fragment: [UInt8]) -> Bool {
    guard fragment.starts(with: prefix.utf8), fragment.count < 16,
      let number = Int(String(decoding: fragment.dropFirst(prefix.utf8.count), as: UTF8.self))
    else { return false }
    return (1...max(count, 1)).contains(number) && count > 0
  }
}
