import Diagnostics

/// Renders articles, one after another: its buffers are reused, so keep one for each thread.
package struct ArticleRenderer {
  var renderer = HTMLRenderer(dialect: .page)

  package init() {}

  /// The HTML of `body`, UTF-8 without byte-order mark, and what was found on the way. Faults do not stop it:
  /// all are in the result's diagnostics.
  package mutating func render(
    _ body: ArraySlice<UInt8>, options: ArticleOptions, references: any MarkdownReferences,
    mentions: MentionIndex? = nil
  ) -> RenderedArticle {
    renderer.begin(options: options, references: references, mentions: options.autoLink ? mentions : nil)
    if renderer.accepts(body) {
      renderer.load(body)
      renderer.reportMisreadCallouts()
      renderer.reportUnreadMarkdown()
      renderer.renderBody()
    }
    return renderer.finish()
  }
}

extension ArticleRenderer {
  /// Where byte `offset` of the text of the article that was rendered last is written; the beginning of its block where
  /// it is not its author's.
  package mutating func position(ofText offset: Int) -> Position? {
    guard let block = renderer.collector.block(at: offset) else { return nil }
    let node = renderer.collector.node(ofBlock: block)
    guard let byte = renderer.collector.treeOffset(of: offset, inBlock: block) else {
      return renderer.positionOfBlock(node)
    }
    return renderer.position(ofByte: byte, inBlock: node)
  }

  /// Whether its author wrote these bytes of `text`: the titles of other articles and of emergencies are written elsewhere.
  package func isWritten(_ range: Range<Int>, of text: ArticleText) -> Bool {
    guard let block = renderer.collector.block(at: range.lowerBound),
      let start = renderer.collector.treeOffset(of: range.lowerBound, inBlock: block)
    else { return false }
    return renderer.body.tree.bytes[start...].starts(with: text.bytes[range])
  }

  /// Whether that article's last block is a heading, but for comments and lines that divide.
  package var endsInHeading: Bool {
    let tree = renderer.body.tree
    var (i, isHeading) = (1, false)
    while i < tree.nodes.count {
      switch tree.nodes[i].kind {
      case .heading: isHeading = true
      case .thematicBreak: break
      case .htmlBlock:
        if !tree.bytes[tree.nodes[i].text.range].starts(with: "<!--".utf8) { isHeading = false }
      default: isHeading = false
      }
      i = tree.end(of: i)
    }
    return isHeading
  }

  /// Whether a block of that text is only a heading because of the line of hyphens below it, which has been told.
  package func isHeadingByAccident(_ block: Int) -> Bool {
    renderer.headings.accidents.contains(renderer.collector.node(ofBlock: block))
  }

  /// Where a block of that text begins: a heading at its `#`.
  package mutating func position(ofBlock block: Int) -> Position {
    renderer.positionOfBlock(renderer.collector.node(ofBlock: block))
  }
}
