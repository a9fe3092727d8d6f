/// Finds where the text, the links and the HTML of one block are written.
///
/// cmark has said what each node is, but not rightly where: its inline columns are wrong after definitions, in links over
/// several lines and on continuation lines; its block lines are right. So this follows the block's nodes and the
/// bytes of its lines in lockstep. It decodes what is there, escapes, character references, typographic punctuation
/// and delimiters, and decides nothing: no rule of precedence is needed, since the nodes are known.
///
/// Where a block begins is only known once it has been followed to its end: definitions of links may stand before its
/// text. Each line is tried until one fits. When none does, the last resort is to look for the text's next words.
///
/// Only runs for blocks of which a place is asked for; linear in their length.
struct InlineFollower {
  /// From `tree` on, the tree's bytes are those at `source`; -1 where that is not known.
  private struct Stretch {
    var tree: Int32
    var source: Int32
  }

  /// A link, image, piece of code or HTML.
  struct Mark {
    var node: Int32
    /// Its first byte: `[`, `!`, `<`, a backtick.
    var start: Int32
    /// Links and images: where the destination is written; -1 for one that a definition has.
    var destination: Int32 = -1
    /// The label of that definition.
    var label: ByteRange = .empty
  }

  private struct Open {
    var end: Int32
    var kind: SyntaxTree.Kind
    /// The sign of emphasis; `<` for an automatic link.
    var sign: UInt8
    /// The index in `marks`.
    var mark: Int32 = -1
  }

  /// How bytes of the tree may be written.
  private enum Form {
    /// As in text: everything below.
    case text
    /// Destinations and titles: with escapes and character references.
    case string
    /// Automatic links: with character references.
    case address
    /// HTML; and code, where a space may be a line end.
    case literal, code
  }

  /// The node of the block that was followed last; -1 for none.
  private(set) var leaf = -1
  private var stretches: [Stretch] = []
  private var marks: [Mark] = []
  private var open: [Open] = []
  private var isCell = false
  /// How many `>` each line may begin with.
  private var quotes = 0
  private var at = 0
  private var end = 0
  private var isLenient = false
  private var isLost = false

  mutating func removeAll() { leaf = -1 }

  /// The offset in the source of a byte of the tree.
  func source(of offset: Int) -> Int? {
    let next = stretches.partitioningIndex { Int($0.tree) > offset }
    guard next > 0, case let stretch = stretches[next - 1], stretch.source >= 0 else { return nil }
    return min(Int(stretch.source) + offset - Int(stretch.tree), max(end - 1, 0))
  }

  func mark(of node: Int) -> Mark? {
    let index = marks.partitioningIndex { Int($0.node) >= node }
    return index < marks.count && Int(marks[index].node) == node ? marks[index] : nil
  }

  // MARK: Blocks

  /// Follows block `leaf`, which `range` of the source holds: its lines, or a cell of a table.
  mutating func follow(_ leaf: Int, of tree: SyntaxTree, in source: [UInt8], _ range: Range<Int>) {
    self.leaf = leaf
    end = range.upperBound
    let kind = tree.nodes[leaf].kind
    isCell = kind == .tableCell
    let start = isCell ? (text: range.lowerBound, quotes: 0) : BlockMarks.skip(source, range, labels: true)
    quotes = start.quotes
    isLenient = false
    if follow(tree, source, from: start.text) { return }
    // Definitions of links before the text take whole lines; each attempt but the right one ends early.
    var effort = 4 * range.count + 4096
    var line =
      kind.hasText && !isCell && start.text < end && source[start.text] == UInt8(ascii: "[")
      ? start.text : end
    while effort > 0, let lineEnd = TextScanner.first(0x0A, in: source, line..<end), lineEnd + 1 < end {
      line = lineEnd + 1
      let text = skippingMargin(source, from: line)
      if follow(tree, source, from: text) { return }
      effort -= at - text + 16
    }
    if !kind.hasText, follow(tree, source, from: skippingMargin(source, from: range.lowerBound)) { return }
    isLenient = true
    _ = follow(tree, source, from: start.text)
  }

  /// False when the block does not begin at `start`.
  private mutating func follow(_ tree: SyntaxTree, _ source: [UInt8], from start: Int) -> Bool {
    stretches.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    at = start
    isLost = false
    let node = tree.nodes[leaf]
    guard node.kind.hasText else {
      if node.kind == .codeBlock, at < end, source[at] == UInt8(ascii: "`") || source[at] == UInt8(ascii: "~")
      {
        at = TextScanner.first(0x0A, in: source, at..<end).map { $0 + 1 } ?? end
        at = skippingMargin(source, from: at)
      }
      return block(node.text.range, tree.bytes, source) || isLenient
    }
    var i = leaf + 1
    let last = Int(node.end)
    while true {
      while let element = open.last, element.end <= i {
        open.removeLast()
        if !isLost, !close(element, tree, source) {
          if !isLenient { return false }
          isLost = true
        }
      }
      if i >= last { break }
      if isLost {
        isLost = !resume(tree.nodes[i], tree.bytes, source)
      } else if !enter(i, tree, source) {
        if !isLenient { return false }
        isLost = true
      }
      i += 1
    }
    return isLenient || isAtEnd(of: node, source)
  }

  private func isAtEnd(of node: SyntaxTree.Node, _ source: [UInt8]) -> Bool {
    switch node.kind {
    case .paragraph: source[at..<end].allSatisfy(isSpace)
    // An underline, or marks that close.
    case .heading: source[at..<end].allSatisfy { isSpace($0) || "=->#".utf8.contains($0) }
    default: true
    }
  }

  /// Code or HTML: line by line, indented less than it is written.
  private mutating func block(_ range: Range<Int>, _ bytes: [UInt8], _ source: [UInt8]) -> Bool {
    var i = range.lowerBound
    while i < range.upperBound {
      while i < range.upperBound, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
      let lineEnd = TextScanner.first(0x0A, in: bytes, i..<range.upperBound) ?? range.upperBound
      stretches.append(Stretch(tree: Int32(truncatingIfNeeded: i), source: Int32(truncatingIfNeeded: at)))
      guard source[at..<end].starts(with: bytes[i..<lineEnd]) || i == lineEnd else { return false }
      at = TextScanner.first(0x0A, in: source, at..<end).map { $0 + 1 } ?? end
      at = skippingMargin(source, from: at)
      i = lineEnd + 1
    }
    return true
  }

  /// Goes on where the words of a text or piece of code stand next.
  private mutating func resume(_ node: SyntaxTree.Node, _ bytes: [UInt8], _ source: [UInt8]) -> Bool {
    guard node.kind == .text || node.kind == .code, let start = find(node.text.range, bytes, source) else {
      return false
    }
    if node.kind == .text { return match(start..<Int(node.text.end), .text, bytes, source) }
    guard match(start..<Int(node.text.end), .code, bytes, source) else { return false }
    while byte(source, at) == 0x20 || byte(source, at) == UInt8(ascii: "`") { at += 1 }
    return true
  }

  /// The place in `range` of the tree's bytes of the first words that are found, and goes there in the source.
  private mutating func find(_ range: Range<Int>, _ bytes: [UInt8], _ source: [UInt8]) -> Int? {
    let word = bytes[range].prefix(40).drop { !ProseByte.isLetter($0) }.prefix {
      ProseByte.isLetter($0) || $0 == 0x20
    }
    guard !word.isEmpty, at < end else { return nil }
    guard let place = TextScanner.first(word, in: source, at..<end) else {
      // What is not there is not looked for again.
      at = end
      return nil
    }
    at = place
    return word.startIndex
  }

  // MARK: Nodes

  private mutating func enter(_ i: Int, _ tree: SyntaxTree, _ source: [UInt8]) -> Bool {
    let node = tree.nodes[i]
    switch node.kind {
    case .text:
      let isAddress = open.last?.sign == UInt8(ascii: "<")
      return match(node.text.range, isAddress ? .address : .text, tree.bytes, source)
    case .lineBreak:
      skipBlanks(source)
      if byte(source, at) == UInt8(ascii: "\\") { at += 1 }
      return take(0x0A, source)
    case .emphasis, .strong:
      let sign = byte(source, at)
      guard sign == UInt8(ascii: "*") || sign == UInt8(ascii: "_") else { return false }
      open.append(Open(end: node.end, kind: node.kind, sign: sign))
      return take(sign, source) && (node.kind == .emphasis || take(sign, source))
    case .code:
      note(mark: i)
      return code(node.text.range, tree.bytes, source)
    case .htmlInline:
      note(mark: i)
      return match(node.text.range, .literal, tree.bytes, source)
    case .link, .image:
      note(mark: i)
      let mark = Int32(truncatingIfNeeded: marks.count - 1)
      if node.kind == .link, take(UInt8(ascii: "<"), source) {
        marks[Int(mark)].destination = Int32(truncatingIfNeeded: at)
        open.append(Open(end: node.end, kind: .link, sign: UInt8(ascii: "<"), mark: mark))
        return true
      }
      open.append(Open(end: node.end, kind: node.kind, sign: UInt8(ascii: "["), mark: mark))
      if node.kind == .image, !take(UInt8(ascii: "!"), source) { return false }
      return take(UInt8(ascii: "["), source)
    default: return false
    }
  }

  private mutating func close(_ element: Open, _ tree: SyntaxTree, _ source: [UInt8]) -> Bool {
    switch element.kind {
    case .emphasis: return take(element.sign, source)
    case .strong: return take(element.sign, source) && take(element.sign, source)
    default:
      if element.sign == UInt8(ascii: "<") { return take(UInt8(ascii: ">"), source) }
      let mark = Int(element.mark)
      let label = at
      guard take(UInt8(ascii: "]"), source) else { return false }
      let node = tree.nodes[Int(marks[mark].node)]
      let end = at
      if let destination = target(node, tree.bytes, source) {
        marks[mark].destination = Int32(truncatingIfNeeded: destination)
        if node.end == marks[mark].node + 1 {
          stretches.append(Stretch(tree: node.text.start, source: marks[mark].destination))
        }
        return true
      }
      at = end
      marks[mark].label = ByteRange(Int(marks[mark].start) + (node.kind == .image ? 2 : 1), label)
      if take(UInt8(ascii: "["), source) {
        let start = at
        while at < self.end, source[at] != UInt8(ascii: "]") {
          at += source[at] == UInt8(ascii: "\\") ? 2 : 1
        }
        if at > start { marks[mark].label = ByteRange(start, min(at, self.end)) }
        at += 1
      }
      return at <= self.end
    }
  }

  /// The round brackets behind a link's text: where the destination is written; nil when there are none.
  private mutating func target(_ link: SyntaxTree.Node, _ bytes: [UInt8], _ source: [UInt8]) -> Int? {
    let before = stretches.count
    guard take(UInt8(ascii: "("), source) else { return nil }
    skipSpace(source)
    let isPointed = take(UInt8(ascii: "<"), source)
    let destination = at
    if isPointed { skipBlanks(source) }
    var isTarget = match(link.text.range, .string, bytes, source)
    if isPointed {
      skipBlanks(source)
      isTarget = isTarget && take(UInt8(ascii: ">"), source)
    }
    skipSpace(source)
    let titleStart = stretches.count
    let quote = byte(source, at)
    if isTarget, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") || quote == UInt8(ascii: "(") {
      at += 1
      isTarget =
        match(link.extra.range, .string, bytes, source)
        && take(quote == UInt8(ascii: "(") ? UInt8(ascii: ")") : quote, source)
      skipSpace(source)
    }
    isTarget = isTarget && take(UInt8(ascii: ")"), source)
    if isTarget, link.kind == .image, titleStart < stretches.count {
      // The title is a caption; in the tree's bytes it comes before the text between the brackets.
      stretches.removeSubrange(before..<titleStart)
      stretches.sort { $0.tree < $1.tree }
    } else {
      stretches.removeSubrange(before...)
    }
    return isTarget ? destination : nil
  }

  private mutating func code(_ range: Range<Int>, _ bytes: [UInt8], _ source: [UInt8]) -> Bool {
    let start = at
    while byte(source, at) == UInt8(ascii: "`") { at += 1 }
    let length = at - start
    guard length > 0 else { return false }
    // One space at each end may have been taken off.
    let first = byte(source, at)
    let isDoubled = first == 0x20 && isSpace(byte(source, at + 1))
    if isSpace(first), range.isEmpty || bytes[range.lowerBound] != 0x20 || isDoubled, !take(first, source) {
      return false
    }
    guard match(range, .code, bytes, source) else { return false }
    while isSpace(byte(source, at)) { _ = take(source[at], source) }
    for _ in 0..<length where !take(UInt8(ascii: "`"), source) { return false }
    return true
  }

  private mutating func note(mark node: Int) {
    marks.append(Mark(node: Int32(truncatingIfNeeded: node), start: Int32(truncatingIfNeeded: at)))
  }

  // MARK: Bytes

  @inline(__always)
  private func byte(_ source: [UInt8], _ i: Int) -> UInt8 { i < end ? source[i] : 0 }

  /// Goes over one byte, and behind a line end over the margin of the next line.
  private mutating func take(_ wanted: UInt8, _ source: [UInt8]) -> Bool {
    guard at < end, source[at] == wanted else { return false }
    at += 1
    if wanted == 0x0A { at = skippingMargin(source, from: at) }
    return true
  }

  private mutating func skipBlanks(_ source: [UInt8]) {
    while byte(source, at) == 0x20 || byte(source, at) == 0x09 { at += 1 }
  }

  private mutating func skipSpace(_ source: [UInt8]) {
    while at < end, isSpace(source[at]) { _ = take(source[at], source) }
  }

  /// White space and the marks of the quotes around the block.
  private func skippingMargin(_ source: [UInt8], from start: Int) -> Int {
    var i = start
    var left = quotes
    while i < end {
      if source[i] == UInt8(ascii: ">"), left > 0 {
        left -= 1
      } else if source[i] != 0x20, source[i] != 0x09 {
        break
      }
      i += 1
    }
    return i
  }

  /// Follows `range` of the tree's bytes. False when the source has something else.
  private mutating func match(_ range: Range<Int>, _ form: Form, _ bytes: [UInt8], _ source: [UInt8]) -> Bool
  {
    var i = range.lowerBound
    while i < range.upperBound {
      stretches.append(Stretch(tree: Int32(truncatingIfNeeded: i), source: Int32(truncatingIfNeeded: at)))
      let same = TextScanner.plainPrefix(of: bytes, i..<range.upperBound, in: source, at..<end)
      i += same
      at += same
      if i == range.upperBound { break }
      if same > 0 {
        stretches.append(Stretch(tree: Int32(truncatingIfNeeded: i), source: Int32(truncatingIfNeeded: at)))
      }
      if let step = step(bytes, i..<range.upperBound, form, source) {
        i += step
        continue
      }
      guard isLenient else { return false }
      stretches.append(Stretch(tree: Int32(truncatingIfNeeded: i), source: -1))
      guard form == .text, let next = find(i..<range.upperBound, bytes, source) else { return false }
      i = next
    }
    return true
  }

  /// Goes over one character that may be written in another way: how many bytes of the tree it has.
  private mutating func step(_ bytes: [UInt8], _ range: Range<Int>, _ form: Form, _ source: [UInt8]) -> Int? {
    let shown = bytes[range.lowerBound]
    let written = byte(source, at)
    if shown == 0x0A, written != UInt8(ascii: "&") {
      if form == .text { skipBlanks(source) }
      return take(0x0A, source) ? 1 : nil
    }
    switch written {
    case 0x0A where form == .code: return shown == 0x20 && take(0x0A, source) ? 1 : nil
    case UInt8(ascii: "\\"):
      let next = byte(source, at + 1)
      let isEscape =
        form == .text || form == .string ? next.isPunctuation : isCell && next == UInt8(ascii: "|")
      let isMark = shown == InlineMark.escapedBracket || shown == InlineMark.escapedTilde
      guard isEscape, shown == next || isMark else { break }
      at += 2
      return 1
    case UInt8(ascii: "&") where form != .literal && form != .code:
      guard let step = reference(bytes, range, source) else { break }
      return step
    default: break
    }
    if shown == written {
      at += 1
      return 1
    }
    if shown >= 0xF8 { return mark(shown, written) }
    return form == .text ? punctuation(bytes, range, written) : nil
  }

  /// A character reference: nil when the source means the `&` itself.
  private mutating func reference(_ bytes: [UInt8], _ range: Range<Int>, _ source: [UInt8]) -> Int? {
    var semicolon = at + 1
    while semicolon < min(end, at + 40),
      source[semicolon] == UInt8(ascii: "#") || source[semicolon].isWordOfASCII
    {
      semicolon += 1
    }
    guard byte(source, semicolon) == UInt8(ascii: ";") else { return nil }
    var step = Self.length(of: bytes[range.lowerBound])
    if bytes[range.lowerBound] == UInt8(ascii: "&") {
      let name = String(decoding: source[at + 1..<semicolon], as: UTF8.self).lowercased()
      guard ["amp", "#38", "#x26", "#038", "#x026"].contains(name) else { return nil }
    }
    at = semicolon + 1
    // A few names stand for two characters.
    if range.lowerBound + step < range.upperBound, case let next = bytes[range.lowerBound + step],
      next >= 0xC2,
      next < 0xF8, next != byte(source, at), byte(source, at).isWordOfASCII || at == end
    {
      step += Self.length(of: next)
    }
    return min(step, range.count)
  }

  private mutating func mark(_ mark: UInt8, _ written: UInt8) -> Int? {
    switch (mark, written) {
    case (InlineMark.deletionStart, UInt8(ascii: "~")), (InlineMark.deletionEnd, UInt8(ascii: "~")),
      (InlineMark.nothing, UInt8(ascii: "~")), (InlineMark.misplacedFootnote, UInt8(ascii: "[")):
      at += 1
      return 1
    // The noncharacter itself, typed.
    case (_, 0xEF) where at + 3 <= end:
      at += 3
      return 1
    default: return nil
    }
  }

  /// Quotes, dashes and dots as cmark replaces them, and what it puts for bytes that are no text.
  private mutating func punctuation(_ bytes: [UInt8], _ range: Range<Int>, _ written: UInt8) -> Int? {
    guard range.count >= 3 else { return nil }
    let start = range.lowerBound
    let length =
      switch (bytes[start], bytes[start + 1], bytes[start + 2], written) {
      case (0xE2, 0x80, 0x9C...0x9D, UInt8(ascii: "\"")), (0xE2, 0x80, 0x98...0x99, UInt8(ascii: "'")): 1
      case (0xE2, 0x80, 0x93, UInt8(ascii: "-")): 2
      case (0xE2, 0x80, 0x94, UInt8(ascii: "-")), (0xE2, 0x80, 0xA6, UInt8(ascii: ".")): 3
      case (0xEF, 0xBF, 0xBD, _) where written == 0 || written >= 0x80: 1
      default: 0
      }
    guard length > 0, at + length <= end else { return nil }
    at += length
    return 3
  }

  /// Of a character's UTF-8, by its first byte.
  private static func length(of byte: UInt8) -> Int {
    switch byte {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF8: 4
    default: 1
    }
  }
}

extension SyntaxTree.Kind {
  /// Whether its children are text.
  var hasText: Bool { self == .paragraph || self == .heading || self == .tableCell }
}

extension UInt8 {
  /// Of ASCII (CommonMark, section 2.1).
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
  var isLetterOfASCII: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// A letter or digit.
  var isWordOfASCII: Bool { isLetterOfASCII || (0x30...0x39).contains(self) }
}
