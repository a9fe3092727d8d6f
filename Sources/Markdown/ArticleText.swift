/// The words of an article as a reader meets them, and what role they play. Filled while the HTML is made, never by
/// reading HTML.
///
/// **How to read it.** For words alone, go through `bytes` as they are: blocks end in a line end, so that no word and
/// no phrase reaches from one into the next. For sentences, go through `blocks` and read `bytes[block.range]`; `kind`,
/// `place` and `callout` say what it is and where it stands. For what is not plain text in a block, go through
/// `runs[block.runRange]`: their ranges are of `bytes` too, in the order in which they begin, and may hold one another (code in
/// a link). What a callout says is `blocks[callout.blockRange]`, its title first.
///
/// What is not in it: numbers of citations and footnote references, alternative texts of pictures
/// (`RenderedArticle.pictureTexts`), scripts, styles, comments and tags of raw HTML.
///
/// **Where it is written.** `ArticleRenderer.position(ofText:)` and `position(ofBlock:)` give places in the file of the
/// article that was rendered last, so ask them before the same renderer renders the next.
///
/// Flat arrays of small values: 10,000 articles have half a million blocks.
package struct ArticleText: Sendable, Equatable {
  /// UTF-8, nothing escaped, quotes and dashes as they are shown. Line ends within a block are `\n`.
  package internal(set) var bytes: [UInt8] = []
  /// In the order in which they are shown: footnotes last.
  package internal(set) var blocks: [Block] = []
  package internal(set) var runs: [Run] = []
  /// In the order in which they begin.
  package internal(set) var callouts: [Aside] = []

  package init() {}

  /// A paragraph, a heading, a cell of a table or the like: what holds text and no other block.
  package struct Block: Sendable, Equatable, BitwiseCopyable {
    package let kind: Kind
    /// Heading: 1…6. Otherwise 0.
    package let level: UInt8
    package let place: Place
    /// Heading: its index in `RenderedArticle.outline`. Otherwise -1.
    package let heading: Int32
    /// The innermost callout that it stands in or is the title of: its index in `callouts`, or -1.
    package let callout: Int32
    /// In the file, from 1.
    package let firstLine: Int32
    package let lastLine: Int32
    let start: Int32
    var end: Int32
    let firstRun: Int32
    var endRun: Int32

    /// Of `bytes`, without the line end that ends it.
    package var range: Range<Int> { Int(start)..<Int(end) }
    /// Of `runs`.
    package var runRange: Range<Int> { Int(firstRun)..<Int(endRun) }
  }

  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// Text of its own, in a list's item or in a quote; the caption of a picture.
    case paragraph
    case heading
    /// Of a table.
    case cell
    /// A block of code.
    case code
    /// What Limber writes above a callout, with the title that its author gave it: `Warning: Not after surgery`.
    case calloutTitle
    /// What is left of a block of raw HTML without its tags.
    case html
  }

  /// What a block stands in. No `OptionSet`: other rooms would ask it through the library's protocols.
  package struct Place: Sendable, Equatable, BitwiseCopyable {
    package internal(set) var isList = false
    /// A quote that is no callout.
    package internal(set) var isQuote = false
    package internal(set) var isFootnotes = false
  }

  package struct Run: Sendable, Equatable, BitwiseCopyable {
    package let role: Role
    /// Links to articles and places of this page: the index in `RenderedArticle.links`. Links to the outside: that in
    /// `outsideLinks`. Pictures: that in `pictureTexts`. Otherwise -1.
    package let index: Int32
    let start: Int32
    var end: Int32

    /// Of `bytes`; empty for a picture, at the place where it is shown.
    package var range: Range<Int> { Int(start)..<Int(end) }
  }

  package enum Role: UInt8, Sendable, BitwiseCopyable {
    case code
    /// A link within the site that the author wrote.
    case link
    case outsideLink
    /// A first mention of another article.
    case automaticLink
    case picture
    /// Struck out: `~~words~~`.
    case deletion
  }

  /// A callout and the blocks in it, those of callouts inside it included.
  package struct Aside: Sendable, Equatable, BitwiseCopyable {
    package let kind: Callout
    let first: Int32
    var end: Int32

    /// Of `blocks`, the title first.
    package var blockRange: Range<Int> { Int(first)..<Int(end) }
  }
}
