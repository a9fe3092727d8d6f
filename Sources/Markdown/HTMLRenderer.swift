import Diagnostics

/// Walks a `SyntaxTree` and appends HTML. What one kind of node becomes is in this type's extensions; here
/// are the walk and the state that they share.
///
/// The walk has its own stack, so nesting costs heap, not stack.
struct HTMLRenderer {
  enum Dialect {
    case plain(tables: Bool, strikethrough: Bool)
    case page
  }

  /// An element that waits for its end tag.
  struct OpenElement {
    enum Closing: UInt8 {
      case nothing, quote, unorderedList, orderedList, item, paragraph, heading, emphasis, strong, link
      case callout, careCard, tableCell
    }

    var end: Int
    var closing: Closing
    /// Heading: its level. Lists: 1 when tight.
    var level: UInt8 = 0
    /// Table cell: its index in the page's cells. Link: its run.
    var number: Int32 = 0
  }

  let dialect: Dialect
  let isPage: Bool
  var source = ArticleSource()
  var tree = SyntaxTree()
  var out: [UInt8] = []
  var open: [OpenElement] = []

  var options = ArticleOptions(file: "")
  var references: any MarkdownReferences = NoReferences()
  var mentions: MentionIndex?
  var article = RenderedArticle()
  var follower = InlineFollower()
  /// The article's link definitions, once they are needed.
  var definitions: [[UInt8]: Int]?
  /// Where everything is reported when the text is not a file's own lines.
  var fixedPosition: Position?
  /// The node of the paragraph, heading or cell being rendered: where inline faults are looked for.
  var leaf = 0
  /// Nodes before these indices are inside a link, a heading, a callout in which nothing is linked automatically.
  var linkEnd = 0
  var headingEnd = 0
  var quietEnd = 0
  /// The level of the heading that text now stands under.
  var sectionLevel = 1
  var emergencies = 0
  var headingStart = 0
  var headingHasLinks = false
  /// What is shown of the tree's bytes: less than all where a callout's first line is taken apart.
  var shown = 0..<Int.max
  /// Nodes before these indices are in a list, in a quote that is no callout, in the footnotes.
  var listEnd = 0
  var quoteEnd = 0
  var isInFootnotes = false
  var collector = TextCollector()
  var steps = StepCollector()
  /// Rendering again for the outline: links and reference marks are left out and nothing is recorded.
  var isQuoting = false
  /// What becomes `article.links`: gathered in a buffer that is reused.
  var links: [RenderedArticle.Link] = []
  var citations = CitationList()
  var footnotes = FootnoteList()
  var tables: [TableSource.Cell] = []
  var linkedArticles: Set<Int> = []
  var mentionMatches: [MentionIndex.Match] = []
  var words: [WordScanner.Word] = []
  var slugText: [UInt8] = []
  /// The last number given to each slug that occurred before.
  var slugCounts: [[UInt8]: Int] = [:]

  init(dialect: Dialect) {
    self.dialect = dialect
    if case .page = dialect { isPage = true } else { isPage = false }
  }

  mutating func renderBody() {
    out.removeAll(keepingCapacity: true)
    out.reserveCapacity(source.text.count * 2)
    render(0..<tree.nodes.count)
    if isPage { renderFootnotes() }
  }

  /// Renders whole subtrees: `range` begins at a node and ends where one ends.
  mutating func render(_ range: Range<Int>) {
    let outer = open.count
    var i = range.lowerBound
    while true {
      while open.count > outer, let last = open.last, last.end <= i {
        open.removeLast()
        close(last)
      }
      if i >= range.upperBound { break }
      i = enter(i)
    }
  }

  /// Renders what comes before node `i`'s children. The index of the node to go on with: its first child's,
  /// or the one after its subtree.
  private mutating func enter(_ i: Int) -> Int {
    let node = tree.nodes[i]
    switch node.kind {
    case .text:
      let range = node.text.range
      text(shown.lowerBound == 0 ? range : range.clamped(to: shown), at: i)
    case .lineBreak:
      out.append(isPage ? "<br>\n" : "<br />\n")
      collector.append(foreign: CollectionOfOne(0x0A))
    case .code:
      out.append("<code>")
      out.append(escaping: tree.bytes, node.text.range)
      out.append("</code>")
      let run = collector.openRun(.code)
      collector.append(node.text.range, of: tree.bytes)
      collector.closeRun(run)
    case .emphasis:
      out.append("<em>")
      open.append(OpenElement(end: Int(node.end), closing: .emphasis))
    case .strong:
      out.append("<strong>")
      open.append(OpenElement(end: Int(node.end), closing: .strong))
    case .link: return enterLink(i, node)
    case .image: return image(i, node)
    case .htmlInline:
      if acceptsHTML(at: i) {
        out.append(node.text.range, of: tree.bytes)
        collector.append(html: node.text.range, of: tree.bytes)
      }
    default: return enterBlock(i, node)
    }
    return i + 1
  }

  private mutating func close(_ element: OpenElement) {
    switch element.closing {
    case .nothing: collector.closeBlock()
    case .paragraph:
      out.append("</p>\n")
      collector.closeBlock()
    case .emphasis: out.append("</em>")
    case .strong: out.append("</strong>")
    case .link:
      out.append("</a>")
      collector.closeRun(element.number)
    case .item:
      steps.closeItem(depth: open.count, out: out)
      out.append("</li>\n")
    case .heading:
      closeHeading(level: element.level)
      collector.closeBlock()
    case .tableCell:
      closeTableCell(number: Int(element.number))
      collector.closeBlock()
    case .unorderedList: out.append("</ul>\n")
    case .orderedList:
      out.append("</ol>\n")
      steps.closeList(depth: open.count, out: out)
    case .quote:
      breakLine()
      out.append("</blockquote>\n")
    case .callout:
      out.append("</aside>\n")
      collector.closeCallout()
    case .careCard:
      out.append("</div>\n</section>\n")
      collector.closeCallout()
    }
  }

  /// Begins a line of output unless one has just begun.
  mutating func breakLine() {
    if let last = out.last, last != 0x0A { out.append(0x0A) }
  }

  /// The byte just past the tag name: `>` closes void elements on pages, ` />` in the specification's examples.
  mutating func endVoidElement() {
    if isPage { out.append(UInt8(ascii: ">")) } else { out.append(" />") }
  }
}
