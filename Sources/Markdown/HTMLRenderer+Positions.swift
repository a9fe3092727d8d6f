import Diagnostics

extension HTMLRenderer {
  /// How far the marks of the current block have been counted: reports come in order, so each is counted once.
  struct MarkCount {
    var leaf = -1
    var node = 0
    var links = 0
    var html = 0
    var referenceNode = 0
    var referenceOffset = 0
    var references = 0
  }

  /// Where the destination of link or image `i` is written.
  mutating func position(ofLink i: Int) -> Position {
    guard let mark = linkMark(i) else { return positionOfBlock(leaf) }
    return place(of: mark.destination.lowerBound)
  }

  /// Where image or HTML `i` begins: at its `!` or `<`.
  mutating func position(ofMark i: Int) -> Position {
    if tree.nodes[i].kind == .image {
      return linkMark(i).map { place(of: $0.offset) } ?? positionOfBlock(leaf)
    }
    count(through: i)
    let index = marks.html - 1
    return locator.html.indices.contains(index)
      ? place(of: locator.html[index].offset) : positionOfBlock(leaf)
  }

  /// Where the bracket of a citation or footnote reference is, whose text is at `offset` of the tree's bytes in
  /// node `i`; or where in it `@key` is.
  mutating func position(ofReferenceMark i: Int, _ offset: Int, key: [UInt8]?) -> Position {
    let index = countReferences(before: i, offset)
    guard locator.references.indices.contains(index) else { return positionOfBlock(leaf) }
    var start = locator.references[index].offset
    if let key {
      let wanted = [UInt8(ascii: "@")] + key
      var i = start
      while i < source.text.count, source.text[i] != UInt8(ascii: "]") {
        let after = i + wanted.count
        if source.text[i...].starts(with: wanted), after < source.text.count,
          isSpace(source.text[after]) || source.text[after] == UInt8(ascii: ";")
            || source.text[after] == UInt8(ascii: "]")
        {
          start = i
          break
        }
        i += 1
      }
    }
    return place(of: start)
  }

  /// Where `text` first stands in block `i`, or where the block's first line begins.
  mutating func position(of text: [UInt8], inBlock i: Int) -> Position {
    let start = TextScanner.first(text[...], in: source.text, sourceRange(ofBlock: i))
    return start.map { place(of: $0) } ?? positionOfBlock(i)
  }

  /// The first character of block `i`, after the marks of the containers around it.
  mutating func positionOfBlock(_ i: Int) -> Position {
    let range = sourceRange(ofBlock: i)
    let syntax = InlineSyntax(text: source.text, end: range.upperBound)
    return place(
      of: tree.nodes[i].kind == .tableCell ? range.lowerBound : Self.skippingMarks(syntax, range.lowerBound))
  }

  mutating func place(of offset: Int) -> Position { fixedPosition ?? source.position(of: offset) }

  /// The bytes of a block's lines, or of a cell.
  mutating func sourceRange(ofBlock i: Int) -> Range<Int> {
    let node = tree.nodes[i]
    let lines = source.range(
      ofLines: Int(node.firstLine) - 1, max(Int(node.lastLine), Int(node.firstLine)) - 1)
    guard node.kind == .tableCell else { return lines }
    let cells = Self.cells(of: source.text, lines)
    let column = tables[Int(node.number)].column
    return cells.indices.contains(column) ? cells[column] : lines
  }

  /// The cells of a table's line as it stands in the file, containers' marks before it.
  static func cells(of text: [UInt8], _ line: Range<Int>) -> [Range<Int>] {
    let start = skippingMarks(InlineSyntax(text: text, end: line.upperBound), line.lowerBound)
    return TableRow.cells(text, start..<line.upperBound)
  }

  private static func skippingMarks(_ syntax: InlineSyntax, _ start: Int) -> Int {
    var i = start
    while i < syntax.end {
      let byte = syntax.text[i]
      if byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ">") {
        i += 1
        continue
      }
      var after = i
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*") {
        after += 1
      } else {
        while (0x30...0x39).contains(syntax.byte(after)) { after += 1 }
        guard after > i, syntax.byte(after) == UInt8(ascii: ".") || syntax.byte(after) == UInt8(ascii: ")")
        else { return i }
        after += 1
      }
      guard syntax.byte(after) == 0x20 || syntax.byte(after) == 0x09 else { return i }
      i = after
    }
    return min(i, max(syntax.end - 1, start))
  }

  private mutating func linkMark(_ i: Int) -> InlineLocator.Mark? {
    count(through: i)
    let index = marks.links - 1
    let url = Array(tree.bytes[tree.nodes[i].text.range])
    let links = locator.links
    if links.indices.contains(index), names(links[index].destination, url) { return links[index] }
    // The count is off where the scan reads a bracket otherwise than cmark: the next such destination, then.
    return links.dropFirst(max(index, 0)).first { source.text[$0.destination].elementsEqual(url) }
      ?? links.last { source.text[$0.destination].elementsEqual(url) }
      ?? (links.indices.contains(index) ? links[index] : nil)
  }

  /// Whether the destination written in `range` may be `url`.
  private func names(_ range: Range<Int>, _ url: [UInt8]) -> Bool {
    let written = source.text[range]
    return written.elementsEqual(url) || written.contains(UInt8(ascii: "&"))
      || written.contains(UInt8(ascii: "\\"))
      || (url.starts(with: "mailto:".utf8) && written.elementsEqual(url.dropFirst(7)))
  }

  private mutating func prepareMarks() {
    guard marks.leaf != leaf || locator.leaf != leaf else { return }
    if definitions == nil { definitions = LinkDefinitions.find(in: source.text) }
    var range = sourceRange(ofBlock: leaf)
    // A footnote's own label is no mark of its text.
    let syntax = InlineSyntax(text: source.text, end: range.upperBound)
    if let label = syntax.label(range.lowerBound), source.text[label].first == UInt8(ascii: "^"),
      syntax.byte(label.upperBound + 1) == UInt8(ascii: ":")
    {
      range = label.upperBound + 2..<range.upperBound
    }
    locator.scan(source.text, range, leaf: leaf, definitions: definitions ?? [:])
    marks = MarkCount(leaf: leaf, node: leaf, referenceNode: leaf + 1)
  }

  /// Counts the links, images and HTML of the block up to and with node `i`.
  private mutating func count(through i: Int) {
    prepareMarks()
    if i < marks.node {
      marks.node = leaf
      marks.links = 0
      marks.html = 0
    }
    while marks.node < i {
      marks.node += 1
      switch tree.nodes[marks.node].kind {
      case .link, .image: marks.links += 1
      case .htmlInline: marks.html += 1
      default: break
      }
    }
  }

  /// How many brackets of citations and footnote references the block's text has before `offset` in node `i`.
  private mutating func countReferences(before i: Int, _ offset: Int) -> Int {
    prepareMarks()
    if i < marks.referenceNode || offset < marks.referenceOffset {
      marks.referenceNode = leaf + 1
      marks.references = 0
      marks.referenceOffset = 0
    }
    while marks.referenceNode <= i {
      let node = tree.nodes[marks.referenceNode]
      if node.kind == .text {
        let range = node.text.range
        let end = marks.referenceNode == i ? offset : range.upperBound
        var k = max(range.lowerBound, marks.referenceOffset)
        while k < end {
          let isMark =
            tree.bytes[k] == InlineMark.misplacedFootnote
            || tree.bytes[k] == UInt8(ascii: "[") && k + 1 < range.upperBound
              && (tree.bytes[k + 1] == UInt8(ascii: "@") || tree.bytes[k + 1] == UInt8(ascii: "^"))
          if isMark { marks.references += 1 }
          k += 1
        }
        marks.referenceOffset = max(marks.referenceOffset, end)
      }
      if marks.referenceNode == i { break }
      marks.referenceNode += 1
    }
    return marks.references
  }
}
