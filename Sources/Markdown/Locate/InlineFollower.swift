/// Finds where the text, the links and the HTML of one block are written.
///
/// cmark has said what each node is, but not rightly where: its inline columns are wrong after definitions, in links over
/// several lines and on continuation lines; its block lines are right. So this follows the block's nodes and the
/// bytes of its lines in lockstep. It decodes what is there, escapes, character references, typographic punctuation
/// and delimiters, and decides nothing: no rule of precedence is needed, since the nodes are known.
///
/// Where a block begins is only known once it has been followed to its end: definitions of links may stand before its
/// text. Each line is tried until one fits. When none does, what is known ends where the first attempt did.
///
/// Only runs for blocks of which a place is asked for; linear in their length.
struct InlineFollower {
  /// A link, image, piece of code or HTML.
  struct Mark {
    var node: Int32
    /// Its first byte: `[`, `!`, `<`, a backtick.
    var start: Int32
    /// Links and images: where the destination is written; -1 for one that a definition has.
    var destination: Int32 = -1
    /// Behind its last byte, where that is known.
    var destinationEnd: Int32 = -1
    /// The label of that definition.
    var label: ByteRange = .empty
  }

  /// From `tree` on, the tree's bytes are those at `source`.
  private struct Stretch {
    var tree: Int32
    var source: Int32
  }

  private struct Open {
    var node: SyntaxTree.Node
    /// `*` or `_`; `<` for an automatic link, `[` for another.
    var sign: UInt8
    /// The index in `marks`.
    var mark = -1
  }

  /// The node of the block that was followed last; -1 for none.
  private(set) var leaf = -1
  private var stretches: [Stretch] = []
  private var marks: [Mark] = []
  private var open: [Open] = []
  /// The tree's bytes from here on were not followed.
  private var followed = 0
  private var cursor = SourceCursor()

  mutating func removeAll() { leaf = -1 }

  /// The offset in the source of a byte of the tree.
  func source(of offset: Int) -> Int? {
    let next = stretches.partitioningIndex { Int($0.tree) > offset }
    guard next > 0, offset < followed else { return nil }
    return min(
      Int(stretches[next - 1].source) + offset - Int(stretches[next - 1].tree), max(cursor.end - 1, 0))
  }

  func mark(of node: Int) -> Mark? {
    let index = marks.partitioningIndex { Int($0.node) >= node }
    return index < marks.count && Int(marks[index].node) == node ? marks[index] : nil
  }

  // MARK: Blocks

  /// Follows block `leaf`, which `range` of the source holds: its lines, or a cell of a table.
  mutating func follow(_ leaf: Int, of tree: SyntaxTree, in source: [UInt8], _ range: Range<Int>) {
    self.leaf = leaf
    let kind = tree.nodes[leaf].kind
    let isCell = kind == .tableCell
    let first = isCell ? (text: range.lowerBound, quotes: 0) : BlockMarks.skip(source, range, labels: true)
    cursor = SourceCursor(source, first.text..<range.upperBound, quotes: first.quotes, isCell: isCell)
    // The cursor must not hold on to the buffers: they are reused.
    defer { cursor.release() }
    if follow(tree, from: first.text) { return }
    if !kind.hasText, follow(tree, from: cursor.skippingMargin(from: range.lowerBound)) { return }
    // Definitions of links take whole lines. Each attempt but the right one ends early.
    var effort = 4 * range.count + 4096
    var line = first.text
    while kind.hasText, !isCell, source[first.text] == UInt8(ascii: "["), effort > 0,
      let end = TextScanner.first(0x0A, in: source, line..<range.upperBound)
    {
      line = end + 1
      let text = cursor.skippingMargin(from: line)
      if follow(tree, from: text) { return }
      effort -= cursor.at - text + 16
    }
    _ = follow(tree, from: first.text)
  }

  /// False when the block does not begin at `start`.
  private mutating func follow(_ tree: SyntaxTree, from start: Int) -> Bool {
    stretches.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    followed = 0
    cursor.at = start
    let node = tree.nodes[leaf]
    guard node.kind.hasText else { return followBlock(node, tree.bytes) }
    var i = leaf + 1
    while true {
      while let last = open.last, last.node.end <= i {
        open.removeLast()
        guard close(last, tree.bytes) else { return false }
      }
      if i >= node.end { break }
      guard enter(i, tree.nodes[i], tree.bytes) else { return false }
      i += 1
    }
    guard node.kind == .tableCell || cursor.isAtEnd(ofHeading: node.kind == .heading) else { return false }
    followed = tree.bytes.count
    return true
  }

  /// Code or HTML: line by line, indented less than it is written.
  private mutating func followBlock(_ node: SyntaxTree.Node, _ bytes: [UInt8]) -> Bool {
    if node.kind == .codeBlock, cursor.byte == UInt8(ascii: "`") || cursor.byte == UInt8(ascii: "~") {
      cursor.skipLine()
    }
    var i = Int(node.text.start)
    let end = Int(node.text.end)
    while i < end {
      while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
      let lineEnd = TextScanner.first(0x0A, in: bytes, i..<end) ?? end
      note(i)
      guard cursor.starts(with: bytes[i..<lineEnd]) else { return false }
      cursor.skipLine()
      i = lineEnd + 1
      followed = i
    }
    return true
  }

  // MARK: Nodes

  private mutating func enter(_ i: Int, _ node: SyntaxTree.Node, _ bytes: [UInt8]) -> Bool {
    switch node.kind {
    case .text:
      return match(node.text, open.last?.sign == UInt8(ascii: "<") ? .address : .text, bytes)
    case .lineBreak:
      cursor.skipBlanks()
      _ = cursor.take("\\")
      return cursor.take("\n")
    case .emphasis, .strong:
      let sign = cursor.byte
      guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_") else { return false }
      open.append(Open(node: node, sign: sign))
      return cursor.take(sign, times: node.kind == .strong ? 2 : 1)
    default: break
    }
    marks.append(
      Mark(node: Int32(truncatingIfNeeded: i), start: Int32(truncatingIfNeeded: cursor.at)))
    switch node.kind {
    case .code: return code(node.text, bytes)
    case .htmlInline: return match(node.text, .literal, bytes)
    default:
      if node.kind == .link, cursor.take("<") {
        marks[marks.count - 1].destination = Int32(truncatingIfNeeded: cursor.at)
        open.append(Open(node: node, sign: UInt8(ascii: "<"), mark: marks.count - 1))
        return true
      }
      open.append(Open(node: node, sign: UInt8(ascii: "["), mark: marks.count - 1))
      return (node.kind == .link || cursor.take("!")) && cursor.take("[")
    }
  }

  private mutating func close(_ element: Open, _ bytes: [UInt8]) -> Bool {
    switch element.sign {
    case UInt8(ascii: "<"):
      marks[element.mark].destinationEnd = Int32(truncatingIfNeeded: cursor.at)
      return cursor.take(">")
    case UInt8(ascii: "["): break
    default: return cursor.take(element.sign, times: element.node.kind == .strong ? 2 : 1)
    }
    let label = cursor.at
    guard cursor.take("]") else { return false }
    let end = cursor.at
    if let destination = target(element.node, bytes) {
      marks[element.mark].destination = Int32(truncatingIfNeeded: destination.lowerBound)
      marks[element.mark].destinationEnd = Int32(truncatingIfNeeded: destination.upperBound)
      // What stands in for the text of a link without any comes from its destination.
      if Int(element.node.end) == Int(marks[element.mark].node) + 1 {
        note(Int(element.node.text.start), at: destination.lowerBound)
      }
      return true
    }
    cursor.at = end
    let start = Int(marks[element.mark].start) + (element.node.kind == .image ? 2 : 1)
    marks[element.mark].label = cursor.takeLabel() ?? ByteRange(start, label)
    return true
  }

  /// The round brackets behind a link's text: where the destination is written; nil when there are none.
  private mutating func target(_ link: SyntaxTree.Node, _ bytes: [UInt8]) -> Range<Int>? {
    let before = stretches.count
    guard cursor.take("(") else { return nil }
    cursor.skipSpace()
    let isPointed = cursor.take("<")
    let destination = cursor.at
    if isPointed { cursor.skipBlanks() }
    var isTarget = match(link.text, .string, bytes)
    let end = max(cursor.at, destination)
    if isPointed {
      cursor.skipBlanks()
      isTarget = isTarget && cursor.take(">")
    }
    cursor.skipSpace()
    let titleStart = stretches.count
    let quote = cursor.byte
    if isTarget, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "(") {
      cursor.at += 1
      isTarget =
        match(link.extra, .string, bytes)
        && cursor.take(quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote)
      cursor.skipSpace()
    }
    isTarget = isTarget && cursor.take(")")
    if isTarget, link.kind == .image, titleStart < stretches.count {
      // The title is a caption; in the tree's bytes it comes before the text between the brackets.
      stretches.removeSubrange(before..<titleStart)
      stretches.sort { $0.tree < $1.tree }
    } else {
      stretches.removeSubrange(before...)
    }
    return isTarget ? destination..<end : nil
  }

  private mutating func code(_ text: ByteRange, _ bytes: [UInt8]) -> Bool {
    let start = cursor.at
    while cursor.take("`") {}
    let length = cursor.at - start
    // One space at each end may have been taken off.
    let first = cursor.byte
    if isSpace(first), text.isEmpty || bytes[Int(text.start)] != 0x20 || first == 0x20 && isSpace(cursor.next)
    {
      _ = cursor.take(first)
    }
    guard length > 0, match(text, .code, bytes) else { return false }
    cursor.skipSpace()
    return cursor.take(UInt8(ascii: "`"), times: length)
  }

  // MARK: Bytes

  private mutating func note(_ tree: Int, at source: Int? = nil) {
    stretches.append(
      Stretch(tree: Int32(truncatingIfNeeded: tree), source: Int32(truncatingIfNeeded: source ?? cursor.at)))
  }

  /// Follows some of the tree's bytes. False when the source has something else.
  private mutating func match(_ text: ByteRange, _ form: SourceCursor.Form, _ bytes: [UInt8]) -> Bool {
    var i = Int(text.start)
    let end = Int(text.end)
    while i < end {
      note(i)
      let same = cursor.takePlain(bytes, i..<end)
      i += same
      if i < end {
        if same > 0 { note(i) }
        guard let length = cursor.takeCharacter(bytes, i..<end, form) else { return false }
        i += length
      }
      followed = max(followed, i)
    }
    return true
  }
}

extension SyntaxTree.Kind {
  /// Whether its children are text.
  var hasText: Bool { self == .paragraph || self == .heading || self == .tableCell }
}
