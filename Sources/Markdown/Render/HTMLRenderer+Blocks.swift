extension HTMLRenderer {
  mutating func enterBlock(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    let end = Int(node.end)
    switch node.kind {
    case .quote:
      if isPage, let next = enterCallout(i, node) { return next }
      around.quoteEnd = max(around.quoteEnd, end)
      breakLine()
      out.append("<blockquote>\n")
      around.elements.append(Surroundings.Element(end: end, closing: .quote))
    case .list:
      breakLine()
      around.listEnd = max(around.listEnd, end)
      if node.number >= 0, !around.isInFootnotes {
        if let loss = steps.openList(node, depth: around.elements.count, out: out) { report(loss, at: i) }
      }
      if node.number < 0 {
        out.append("<ul>\n")
      } else if node.number == 1 {
        out.append("<ol>\n")
      } else {
        out.append("<ol start=\"")
        out.append(number: Int(node.number))
        out.append("\">\n")
      }
      around.elements.append(
        Surroundings.Element(
          end: end, closing: node.number < 0 ? .unorderedList : .orderedList, level: node.level))
    case .item:
      breakLine()
      out.append("<li>")
      around.elements.append(Surroundings.Element(end: end, closing: .item))
      steps.openItem(
        depth: around.elements.count - 1, out: out, line: options.firstLine - 1 + max(Int(node.firstLine), 1))
    case .paragraph: return enterParagraph(i, node)
    case .heading: return enterHeading(i, node)
    case .tableCell: return enterTableCell(i, node)
    case .codeBlock:
      codeBlock(node)
      openText(.code, i, node)
      collector.append(node.text.range, of: body.tree.bytes)
      collector.closeBlock()
    case .htmlBlock:
      breakLine()
      if acceptsHTML(at: i) {
        openText(.html, i, node)
        appendHTML(i, node)
        breakLine()
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

  /// A list that the printed program would not have.
  private mutating func report(_ loss: StepCollector.Loss, at i: Int) {
    let number = body.tree.nodes[i].number
    let (message, hint): (String, String) =
      switch loss {
      case .restart(let next):
        (
          "This list starts at \(number), but the next step is \(next), so the printed program would stop before it.",
          "Start it at `\(next).` if the steps continue. If it is a separate list, start each of its items with `- `."
        )
      case .heading(let next):
        (
          "Step \(next) comes after a heading, so the printed program would stop before it.",
          "Delete the heading. If this is a separate list, start each of its items with `- `."
        )
      case .second(let line):
        (
          "The printed program shows the numbered list on line \(line) as the steps, and leaves this one out.",
          "Number only the steps, in one list without a heading between them. In the other list, start each item with `- `."
        )
      case .nested:
        (
          "The printed program would use the numbered list above, which is inside another list or a quote, and leave this one out.",
          "Use `- ` in the list above, so that only the steps are numbered."
        )
      }
    guard case .second = loss else { return report(.lostSteps, at: positionOfNumber(i), message, hint: hint) }
    if around.isQuoting { return }
    article.diagnostics.append(
      .warning(.lostSteps, file: options.file, at: positionOfNumber(i), message, hint: hint))
  }

  private mutating func enterParagraph(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    around.leaf = i
    openText(.paragraph, i, node)
    if isPage, figure(i, node) { return Int(node.end) }
    if around.isInTightList {
      around.elements.append(Surroundings.Element(end: Int(node.end), closing: .nothing))
    } else {
      breakLine()
      out.append("<p>")
      around.elements.append(Surroundings.Element(end: Int(node.end), closing: .paragraph))
    }
    return i + 1
  }

  mutating func openText(
    _ kind: ArticleText.Kind, level: UInt8 = 0, heading: Int = -1, _ i: Int, _ node: SyntaxTree.Node
  ) {
    let place = ArticleText.Place(
      isList: i < around.listEnd, isQuote: i < around.quoteEnd, isFootnotes: around.isInFootnotes)
    let before = options.firstLine - 1
    collector.openBlock(
      kind, level: level, heading: heading, node: i,
      lines: (before + max(Int(node.firstLine), 1), before + max(Int(node.lastLine), 1)), place)
  }

  private mutating func codeBlock(_ node: SyntaxTree.Node) {
    breakLine()
    out.append(isPage ? "<pre tabindex=\"0\"><code" : "<pre><code")
    let info = node.extra.range
    if !info.isEmpty {
      var end = info.lowerBound
      while end < info.upperBound, !isSpace(body.tree.bytes[end]) { end += 1 }
      out.append(" class=\"language-")
      out.append(escaping: body.tree.bytes, info.lowerBound..<end)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    out.append(escaping: body.tree.bytes, node.text.range)
    out.append("</code></pre>\n")
  }
}

/// White space as cmark counts it in an info string.
func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
