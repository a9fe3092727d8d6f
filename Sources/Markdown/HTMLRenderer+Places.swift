import Diagnostics

extension HTMLRenderer {
  /// Where the destination of link or image `i`, in the block being rendered, is written.
  mutating func position(ofLink i: Int) -> Position {
    if let fixedPosition { return fixedPosition }
    follow(leaf)
    guard let mark = follower.mark(of: i) else { return positionOfBlock(leaf) }
    if mark.destination >= 0 { return place(of: Int(mark.destination)) }
    if mark.label.isEmpty { return place(of: Int(mark.start)) }
    if definitions == nil { definitions = LinkDefinitions.find(in: source.text) }
    let label = LinkDefinitions.normalized(source.text[mark.label.range])
    return place(of: definitions?[label] ?? Int(mark.start))
  }

  /// Where image or HTML `i`, in the block being rendered, begins: at its `!` or `<`.
  mutating func position(ofMark i: Int) -> Position {
    if let fixedPosition { return fixedPosition }
    follow(leaf)
    return follower.mark(of: i).map { place(of: Int($0.start)) } ?? positionOfBlock(leaf)
  }

  /// Where byte `offset` of the tree's, in block `block`, is written; or where the block begins.
  mutating func position(ofByte offset: Int, inBlock block: Int) -> Position {
    if let fixedPosition { return fixedPosition }
    return sourceOffset(ofByte: offset, inBlock: block).map { place(of: $0) } ?? positionOfBlock(block)
  }

  /// The offset in the source of that byte; nil when it is not known.
  mutating func sourceOffset(ofByte offset: Int, inBlock block: Int) -> Int? {
    follow(block)
    return follower.source(of: offset)
  }

  private mutating func follow(_ block: Int) {
    guard follower.leaf != block else { return }
    let range = sourceRange(ofBlock: block)
    follower.follow(block, of: tree, in: source.text, range)
  }

  /// The first character of block `i`, after the marks of the containers around it.
  mutating func positionOfBlock(_ i: Int) -> Position {
    let range = sourceRange(ofBlock: i)
    return place(
      of: tree.nodes[i].kind == .tableCell
        ? range.lowerBound : BlockMarks.skip(source.text, range, labels: false).text)
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
    TableRow.cells(text, BlockMarks.skip(text, line, labels: false).text..<line.upperBound)
  }
}

/// The link definitions of an article (CommonMark, section 4.7): where each destination is written. A line that looks
/// like one counts; this decides about places in reports, not about HTML.
enum LinkDefinitions {
  static func find(in text: [UInt8]) -> [[UInt8]: Int] {
    var found: [[UInt8]: Int] = [:]
    var line = 0
    while line < text.count {
      let end = TextScanner.first(0x0A, in: text, line..<text.count) ?? text.count
      let start = BlockMarks.skip(text, line..<end, labels: false).text
      line = end + 1
      guard start < end, text[start] == UInt8(ascii: "["), let close = labelEnd(text, start),
        close + 1 < text.count, text[close + 1] == UInt8(ascii: ":")
      else { continue }
      var destination = close + 2
      while destination < text.count, isSpace(text[destination]) { destination += 1 }
      if destination < text.count, text[destination] == UInt8(ascii: "<") { destination += 1 }
      let label = normalized(text[start + 1..<close])
      if found[label] == nil { found[label] = destination }
    }
    return found
  }

  /// The `]` that closes the label at `start`, which has at most 999 characters.
  private static func labelEnd(_ text: [UInt8], _ start: Int) -> Int? {
    var i = start + 1
    while i < min(text.count, start + 4000), text[i] != UInt8(ascii: "[") {
      if text[i] == UInt8(ascii: "]") { return i }
      i += text[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// White space collapsed, letter case folded.
  static func normalized(_ label: ArraySlice<UInt8>) -> [UInt8] {
    let words = String(decoding: label, as: UTF8.self).lowercased().utf8.split(whereSeparator: isSpace)
    return Array(words.joined(separator: CollectionOfOne(0x20)))
  }
}
