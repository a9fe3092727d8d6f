import Diagnostics

/// What is known of the headings so far.
struct HeadingList {
  /// Of the last: where its content begins in what is put out, and whether it has links or reference marks.
  var start = 0
  var hasLinks = false
  /// The text of one, while it is made.
  var text: [UInt8] = []
  /// The last number given to each slug that occurred before.
  var slugCounts: [[UInt8]: Int] = [:]

  /// The nodes of those that a line of hyphens below them made, which has been told.
  var accidents: Set<Int> = []

  mutating func removeAll() {
    slugCounts.removeAll(keepingCapacity: true)
    accidents.removeAll()
  }
}

extension HTMLRenderer {
  mutating func enterHeading(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    around.leaf = i
    steps.heading(depth: around.elements.count)
    breakLine()
    out.append("<h")
    out.append(UInt8(ascii: "0") + node.level)
    if isPage {
      openPageHeading(i, node)
      openText(.heading, level: node.level, heading: article.outline.count - 1, i, node)
    }
    out.append(UInt8(ascii: ">"))
    around.elements.append(Surroundings.Element(end: Int(node.end), closing: .heading, level: node.level))
    headings.start = out.count
    return i + 1
  }

  mutating func closeHeading(level: UInt8) {
    if isPage, !article.outline.isEmpty { completeOutline() }
    out.append("</h")
    out.append(UInt8(ascii: "0") + level)
    out.append(">\n")
  }

  private mutating func openPageHeading(_ i: Int, _ node: SyntaxTree.Node) {
    around.headingEnd = Int(node.end)
    headings.hasLinks = false
    around.sectionLevel = Int(node.level)
    let line = Int(node.firstLine) - 1
    collectText(of: i)
    let text = headings.text.copied
    let id = identifier(for: text, line: line)
    appendOwn(" id=\"", id)
    if node.level == 1 {
      report(
        .headingLevelOne, at: positionOfBlock(i),
        "A heading with one `#` is a page title, and this page already has one in `title`.",
        hint: doubleUnderline(ofHeading: i)
          ? "The line of `=` below it makes it one. Delete that line, and start a heading with `##`."
          : "Start it with `##`.")
    }
    if text.allSatisfy(isSpace) {
      report(
        .emptyHeading, at: positionOfBlock(i), "This heading has no text.",
        hint: "Add text after the `#`, or remove the heading.")
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
    if headings.hasLinks {
      let length = out.count
      around.isQuoting = true
      let wasOpen = collector.pause()
      render(around.leaf + 1..<body.tree.end(of: around.leaf))
      collector.resume(wasOpen)
      around.isQuoting = false
      article.outline[last].html = Array(out[length...])
      out.removeSubrange(length...)
    } else {
      article.outline[last].html = Array(out[headings.start...])
    }
  }

  /// The text of node `i` into `headings.text`: what a reader sees, without citations and footnote references.
  private mutating func collectText(of i: Int) {
    headings.text.removeAll(keepingCapacity: true)
    for child in i + 1..<body.tree.end(of: i) {
      let node = body.tree.nodes[child]
      switch node.kind {
      case .text:
        var markEnd = node.text.range.lowerBound
        for i in node.text.range where i >= markEnd {
          let byte = body.tree.bytes[i]
          switch byte {
          case UInt8(ascii: "[") where i + 1 < node.text.range.upperBound && isReferenceMark(i + 1):
            let close = body.tree.bytes[i..<node.text.range.upperBound].firstIndex(of: UInt8(ascii: "]"))
            markEnd = (close ?? i) + 1
          case 0x0A: headings.text.append(0x20)
          case InlineMark.escapedBracket: headings.text.append(UInt8(ascii: "["))
          case InlineMark.escapedTilde: headings.text.append(UInt8(ascii: "~"))
          case InlineMark.narrowSpace: headings.text += InlineMark.writtenSpace
          case 0xF8...0xFF: break
          default: headings.text.append(byte)
          }
        }
      case .code: headings.text.append(node.text.range, of: body.tree.bytes)
      case .lineBreak: headings.text.append(0x20)
      default: break
      }
    }
    while let last = headings.text.last, isSpace(last) { headings.text.removeLast() }
  }

  private func isReferenceMark(_ i: Int) -> Bool {
    body.tree.bytes[i] == UInt8(ascii: "@") || body.tree.bytes[i] == UInt8(ascii: "^")
  }

  /// A unique identifier, by GitHub's rule: a second "Causes" is `causes-1`.
  private mutating func identifier(for text: [UInt8], line: Int) -> [UInt8] {
    let slug =
      text.contains(0xE2) ? Slug.make(text, source: body.source.line(line)) : Slug.make(text, source: [])
    if !options.reservedIdentifiers.contains(slug), article.identifiers.insert(slug).inserted { return slug }
    var id = slug
    var number = headings.slugCounts[slug] ?? 0
    repeat {
      number += 1
      id = slug
      id.append(UInt8(ascii: "-"))
      id.append(number: number)
    } while options.reservedIdentifiers.contains(id) || !article.identifiers.insert(id).inserted
    headings.slugCounts[slug] = number
    return id
  }
}
