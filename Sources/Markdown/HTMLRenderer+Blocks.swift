extension HTMLRenderer {
  mutating func enterBlock(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    let end = Int(node.end)
    switch node.kind {
    case .quote:
      if isPage, let next = enterCallout(i, node) { return next }
      quoteEnd = max(quoteEnd, end)
      breakLine()
      out.append("<blockquote>\n")
      open.append(OpenElement(end: end, closing: .quote))
    case .list:
      breakLine()
      listEnd = max(listEnd, end)
      if node.number >= 0, !isInFootnotes { steps.openList(node, depth: open.count, out: out) }
      if node.number < 0 {
        out.append("<ul>\n")
      } else if node.number == 1 {
        out.append("<ol>\n")
      } else {
        out.append("<ol start=\"")
        out.append(number: Int(node.number))
        out.append("\">\n")
      }
      open.append(
        OpenElement(end: end, closing: node.number < 0 ? .unorderedList : .orderedList, level: node.level))
    case .item:
      breakLine()
      out.append("<li>")
      open.append(OpenElement(end: end, closing: .item))
      steps.openItem(depth: open.count - 1, out: out)
    case .paragraph: return enterParagraph(i, node)
    case .heading: return enterHeading(i, node)
    case .tableCell: return enterTableCell(i, node)
    case .codeBlock:
      codeBlock(node)
      openText(.code, i, node)
      collector.append(node.text.range, of: tree.bytes)
      collector.closeBlock()
    case .htmlBlock:
      breakLine()
      if acceptsHTML(at: i) {
        out.append(node.text.range, of: tree.bytes)
        breakLine()
        openText(.html, i, node)
        collector.append(html: node.text.range, of: tree.bytes)
        collector.removeTrailingSpaces()
        collector.closeBlock()
      }
    case .thematicBreak:
      breakLine()
      out.append("<hr")
      endVoidElement()
      out.append(0x0A)
    case .footnote, .separator: return end
    default: break
    }
    return i + 1
  }

  private mutating func enterParagraph(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    leaf = i
    recordBlock(i)
    openText(.paragraph, i, node)
    if isPage, figure(i, node) { return Int(node.end) }
    if isInTightList {
      open.append(OpenElement(end: Int(node.end), closing: .nothing))
    } else {
      breakLine()
      out.append("<p>")
      open.append(OpenElement(end: Int(node.end), closing: .paragraph))
    }
    return i + 1
  }

  mutating func openText(
    _ kind: ArticleText.Kind, level: UInt8 = 0, heading: Int = -1, _ i: Int, _ node: SyntaxTree.Node
  ) {
    var place: ArticleText.Place = isInFootnotes ? .footnotes : []
    if i < listEnd { place.insert(.list) }
    if i < quoteEnd { place.insert(.quote) }
    let before = options.firstLine - 1
    collector.openBlock(
      kind, level: level, heading: heading, node: i,
      lines: (before + max(Int(node.firstLine), 1), before + max(Int(node.lastLine), 1)), place)
  }

  /// Notes where block `i` comes from: what is put out from here on is its text.
  mutating func recordBlock(_ i: Int) {
    guard options.locatesText, !isQuoting else { return }
    let node = tree.nodes[i]
    let first = options.firstLine + max(Int(node.firstLine), 1) - 1
    let last = options.firstLine + max(Int(node.lastLine), 1) - 1
    article.blocks.append(.init(start: out.count, lines: first...max(first, last)))
  }

  /// Whether a paragraph here is an item of a tight list and gets no element (CommonMark, section 5.3).
  private var isInTightList: Bool {
    guard open.count >= 2, open[open.count - 1].closing == .item else { return false }
    return open[open.count - 2].level == 1
  }

  private mutating func codeBlock(_ node: SyntaxTree.Node) {
    breakLine()
    out.append(isPage ? "<pre tabindex=\"0\"><code" : "<pre><code")
    let info = node.extra.range
    if !info.isEmpty {
      var end = info.lowerBound
      while end < info.upperBound, !isSpace(tree.bytes[end]) { end += 1 }
      out.append(" class=\"language-")
      out.append(escaping: tree.bytes, info.lowerBound..<end)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    out.append(escaping: tree.bytes, node.text.range)
    out.append("</code></pre>\n")
  }
}

/// White space as cmark counts it in an info string.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
