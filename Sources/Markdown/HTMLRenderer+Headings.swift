import Diagnostics

extension HTMLRenderer {
  mutating func enterHeading(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    leaf = i
    recordBlock(i)
    steps.heading(depth: open.count)
    breakLine()
    out.append("<h")
    out.append(UInt8(ascii: "0") + node.level)
    if isPage {
      openPageHeading(i, node)
      openText(.heading, level: node.level, heading: article.outline.count - 1, i, node)
    }
    out.append(UInt8(ascii: ">"))
    open.append(OpenElement(end: Int(node.end), closing: .heading, level: node.level))
    headingStart = out.count
    return i + 1
  }

  mutating func closeHeading(level: UInt8) {
    if isPage, !article.outline.isEmpty { completeOutline() }
    out.append("</h")
    out.append(UInt8(ascii: "0") + level)
    out.append(">\n")
  }

  private mutating func openPageHeading(_ i: Int, _ node: SyntaxTree.Node) {
    headingEnd = Int(node.end)
    headingHasLinks = false
    sectionLevel = Int(node.level)
    let line = Int(node.firstLine) - 1
    collectText(of: i)
    let text = slugText.copied
    let id = identifier(for: text, line: line)
    appendOwn(" id=\"", id)
    if node.level == 1 {
      report(
        .headingLevelOne, at: positionOfBlock(i),
        "A heading with one `#` is the page's title, which is already in `title`.",
        hint: "Begin it with `##`.")
    }
    if text.allSatisfy(isSpace) {
      report(
        .emptyHeading, at: positionOfBlock(i), "This heading has no text.",
        hint: "Write its text after the `#`, or remove it.")
    }
    article.outline.append(
      .init(level: Int(node.level), id: id, html: [], text: text, line: options.firstLine + line))
  }

  /// An attribute that belongs to this page alone.
  mutating func appendOwn(_ attribute: StaticString, _ id: [UInt8]) {
    let start = out.count
    out.append(attribute)
    out.append(escaping: id)
    out.append(UInt8(ascii: "\""))
    steps.leaveOut(start..<out.count)
  }

  /// The heading as the table of contents shows it. Rendered again only when it has links in it.
  private mutating func completeOutline() {
    let last = article.outline.count - 1
    if headingHasLinks {
      let length = out.count
      isQuoting = true
      let wasOpen = collector.pause()
      render(leaf + 1..<tree.end(of: leaf))
      collector.resume(wasOpen)
      isQuoting = false
      article.outline[last].html = Array(out[length...])
      out.removeSubrange(length...)
    } else {
      article.outline[last].html = Array(out[headingStart...])
    }
  }

  /// The text of node `i` into `slugText`: what a reader sees, without citations and footnote references.
  private mutating func collectText(of i: Int) {
    slugText.removeAll(keepingCapacity: true)
    for child in i + 1..<tree.end(of: i) {
      let node = tree.nodes[child]
      switch node.kind {
      case .text:
        var markEnd = node.text.range.lowerBound
        for i in node.text.range where i >= markEnd {
          let byte = tree.bytes[i]
          switch byte {
          case UInt8(ascii: "[") where i + 1 < node.text.range.upperBound && isReferenceMark(i + 1):
            let close = tree.bytes[i..<node.text.range.upperBound].firstIndex(of: UInt8(ascii: "]"))
            markEnd = (close ?? i) + 1
          case 0x0A: slugText.append(0x20)
          case InlineMark.escapedBracket: slugText.append(UInt8(ascii: "["))
          case InlineMark.escapedTilde: slugText.append(UInt8(ascii: "~"))
          case 0xF8...0xFF: break
          default: slugText.append(byte)
          }
        }
      case .code: slugText.append(node.text.range, of: tree.bytes)
      case .lineBreak: slugText.append(0x20)
      default: break
      }
    }
    while let last = slugText.last, isSpace(last) { slugText.removeLast() }
  }

  private func isReferenceMark(_ i: Int) -> Bool {
    tree.bytes[i] == UInt8(ascii: "@") || tree.bytes[i] == UInt8(ascii: "^")
  }

  /// A unique identifier, by GitHub's rule: a second "Causes" is `causes-1`.
  private mutating func identifier(for text: [UInt8], line: Int) -> [UInt8] {
    let slug = text.contains(0xE2) ? Slug.make(text, source: source.line(line)) : Slug.make(text, source: [])
    if !options.reservedIdentifiers.contains(slug), article.identifiers.insert(slug).inserted { return slug }
    var id = slug
    var number = slugCounts[slug] ?? 0
    repeat {
      number += 1
      id = slug
      id.append(UInt8(ascii: "-"))
      id.append(number: number)
    } while options.reservedIdentifiers.contains(id) || !article.identifiers.insert(id).inserted
    slugCounts[slug] = number
    return id
  }
}
