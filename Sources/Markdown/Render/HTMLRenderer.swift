import Diagnostics

/// Walks a `ParsedBody` and appends HTML. What one kind of node becomes is in this type's extensions; here are the walk
/// and the state that they share.
struct HTMLRenderer {
  let dialect: ParsedBody.Dialect
  let isPage: Bool

  // What is rendered, and for whom.
  var body = ParsedBody()
  var options = ArticleOptions(file: "")
  var references: any MarkdownReferences = NoReferences()
  var places = Places()

  // Where the walk stands, and what it has numbered so far.
  var around = Surroundings()
  var headings = HeadingList()
  var citations = CitationList()
  var footnotes = FootnoteList()
  var mentions = MentionLinks()
  var openTags = OpenTags()
  /// The video of raw HTML that has begun and not ended.
  var video: (raw: RawVideo, position: Position?)?
  var emergencies = 0

  // What comes of it: gathered in buffers that are reused.
  var out: [UInt8] = []
  var article = RenderedArticle()
  var links: [RenderedArticle.Link] = []
  var collector = TextCollector()
  var steps = StepCollector()

  init(dialect: ParsedBody.Dialect) {
    self.dialect = dialect
    if case .page = dialect { isPage = true } else { isPage = false }
  }

  mutating func begin(options: ArticleOptions, references: any MarkdownReferences, mentions: MentionIndex?) {
    self.options = options
    self.references = references
    body.source.firstLine = options.firstLine
    places.removeAll()
    around.removeAll()
    headings.removeAll()
    citations.removeAll()
    footnotes.removeAll()
    self.mentions.begin(mentions)
    openTags.begin()
    video = nil
    emergencies = 0
    out.removeAll(keepingCapacity: true)
    article = RenderedArticle()
    links.removeAll(keepingCapacity: true)
    collector.begin()
    steps.begin(of: options.stepsURL)
  }

  /// Reads `text` and reports what of it can be told before it is rendered.
  mutating func load(_ text: ArraySlice<UInt8>) {
    body.read(text)
    if isPage, !acceptsSource() { return }
    body.parse(dialect, options.labels.quotationMarks)
    for fault in body.tableFaults { report(fault) }
    define(body.footnotes)
  }

  mutating func finish() -> RenderedArticle {
    reportOpenTags()
    endVideo()
    article.html = out.copied
    article.links = links.copied
    article.citations = citations.cited
    article.text = collector.copied
    article.mentionedNames = mentions.mentioned
    article.steps = steps.finish(out)
    dropMarksOfMisreadFootnotes()
    if isPage { reportHiddenReferences() }
    article.diagnostics.sort()
    let result = article
    article = RenderedArticle()
    return result
  }

  mutating func renderBody() {
    out.removeAll(keepingCapacity: true)
    out.reserveCapacity(body.source.text.count * 2)
    render(0..<body.tree.nodes.count)
    if isPage { renderFootnotes() }
  }

  /// Renders whole subtrees: `range` begins at a node and ends where one ends.
  mutating func render(_ range: Range<Int>) {
    let outer = around.elements.count
    var i = range.lowerBound
    while true {
      while around.elements.count > outer, let last = around.elements.last, last.end <= i {
        around.elements.removeLast()
        close(last)
      }
      if i >= range.upperBound { break }
      i = enter(i)
    }
  }

  /// Renders what comes before node `i`'s children. The index of the node to go on with: its first child's,
  /// or the one after its subtree.
  private mutating func enter(_ i: Int) -> Int {
    let node = body.tree.nodes[i]
    switch node.kind {
    case .text:
      let range = node.text.range
      text(around.shown.lowerBound == 0 ? range : range.clamped(to: around.shown), at: i)
    case .lineBreak:
      out.append(isPage ? "<br>\n" : "<br />\n")
      collector.append(foreign: CollectionOfOne(0x0A))
    case .code:
      out.append("<code>")
      out.append(escaping: body.tree.bytes, node.text.range)
      out.append("</code>")
      let run = collector.openRun(.code)
      collector.append(node.text.range, of: body.tree.bytes)
      collector.closeRun(run)
    case .emphasis:
      out.append("<em>")
      around.elements.append(Surroundings.Element(end: Int(node.end), closing: .emphasis))
    case .strong:
      out.append("<strong>")
      around.elements.append(Surroundings.Element(end: Int(node.end), closing: .strong))
    case .link: return enterLink(i, node)
    case .image: return image(i, node)
    case .htmlInline:
      if acceptsHTML(at: i) { appendHTML(i, node) }
    default: return enterBlock(i, node)
    }
    return i + 1
  }

  private mutating func close(_ element: Surroundings.Element) {
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
      steps.closeItem(depth: around.elements.count, out: out)
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
      steps.closeList(depth: around.elements.count, out: out)
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
