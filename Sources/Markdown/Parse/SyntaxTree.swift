/// A parsed document as Swift values: nodes in document order (each before its children) and the bytes of
/// their texts in one buffer, both reused from article to article.
///
/// Neighbouring text nodes and soft line ends are one `text` node here, with `\n` for a soft line end, so
/// that what spans them (citations, footnote references, mentions) is found in one run of bytes.
struct SyntaxTree {
  enum Kind: UInt8 {
    case document, quote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak, tableCell,
      footnote, separator
    case text, lineBreak, code, htmlInline, emphasis, strong, link, image

    var isInline: Bool { rawValue >= Kind.text.rawValue }
  }

  struct Node {
    var kind: Kind
    /// Heading: 1…6. List: 1 when it is tight.
    var level: UInt8 = 0
    /// List: the first number when it is ordered, otherwise -1. Table cell: its index in the page's cells.
    var number: Int32 = 0
    /// The index just past the node's last descendant.
    var end: Int32 = 0
    /// Literal text; a link's or image's destination. A range of `bytes`.
    var text: ByteRange = .empty
    /// A link's or image's title, a code block's info string. A range of `bytes`.
    var extra: ByteRange = .empty
    /// Blocks: the first and last line of the parsed source, from 1.
    var firstLine: Int32 = 0
    var lastLine: Int32 = 0
  }

  var nodes: [Node] = []
  var bytes: [UInt8] = []

  mutating func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// The index just past node `node`'s last descendant: its next sibling's, if it has one.
  func end(of node: Int) -> Int { Int(nodes[node].end) }
}

/// A half-open range of byte offsets, half the size of `Range<Int>`: an article is far smaller than 2 GB.
struct ByteRange: Sendable {
  var start: Int32
  var end: Int32

  static let empty = ByteRange(0, 0)

  init(_ start: Int, _ end: Int) {
    self.start = Int32(truncatingIfNeeded: start)
    self.end = Int32(truncatingIfNeeded: end)
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var isEmpty: Bool { start == end }
}
