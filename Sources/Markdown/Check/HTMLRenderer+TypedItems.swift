import Text

/// Single items of lists: one whose mark was typed, and what an item has lost.
extension HTMLRenderer {
  /// Where the only item of a list stands that was typed in the paragraph at hand: `☐ Rest`, `(a) Rest`, or `– Rest` below a line that
  /// ends in a colon. `i` is a text of the paragraph. Rows are told of as such.
  func typedItem(_ i: Int, _ walk: inout UnreadWalk) -> Int? {
    let (nodes, block) = (body.tree.nodes, walk.block)
    guard i == block + 1, nodes[block].kind == .paragraph else { return nil }
    let (bytes, range) = (body.tree.bytes, nodes[i].text.range)
    guard Self.mayHoldItem(bytes[range]) else { return nil }
    var (line, found) = (range.lowerBound, Int?.none)
    var isBelowColon = walk.previous.map { lastByte(of: $0) == UInt8(ascii: ":") } ?? false
    while line < range.upperBound {
      let end = TextScanner.first(0x0A, in: bytes, line..<range.upperBound) ?? range.upperBound
      if let mark = TypedMark(bytes, line..<end) {
        if found != nil { return nil }
        let isAlone = line == range.lowerBound && (mark.isTick || mark.isFirstLetter)
        let isAbove = line == range.lowerBound && mark.isDash && isAboveItsList(block, walk)
        guard isAlone || isAbove || mark.isSign && isBelowColon, beginsSentence(bytes[line..<end]) else {
          return nil
        }
        found = line
      }
      isBelowColon = end > line && bytes[end - 1] == UInt8(ascii: ":")
      line = end + 1
    }
    let next = body.tree.end(of: block)
    guard let found, walk.previous.map({ !beginsWithMark($0) }) ?? true, !beginsWithMark(next) else {
      return nil
    }
    return found
  }

  /// Where a line of a list's item begins that was meant as the next item, with a dash or tick: `- Walk` and below it `– Rest`.
  func swallowedItem(_ i: Int, _ block: Int) -> Int? {
    let nodes = body.tree.nodes
    guard i == block + 1, block > 0, nodes[block].kind == .paragraph, nodes[block - 1].kind == .item else {
      return nil
    }
    let (bytes, range) = (body.tree.bytes, nodes[i].text.range)
    var line = range.lowerBound
    while let end = TextScanner.first(0x0A, in: bytes, line..<range.upperBound) {
      line = end + 1
      // Bullets are told of one by one.
      guard line + 2 < range.upperBound, bytes[line] == 0xE2,
        bytes[line + 1] != 0x80 || bytes[line + 2] != 0xA2
      else { continue }
      let next = TextScanner.first(0x0A, in: bytes, line..<range.upperBound) ?? range.upperBound
      if let mark = TypedMark(bytes, line..<next), mark.isDash || mark.isTick,
        beginsSentence(bytes[line..<next])
      {
        return line
      }
    }
    return nil
  }

  /// Most texts begin with a letter, and have no line that begins otherwise.
  private static func mayHoldItem(_ text: ArraySlice<UInt8>) -> Bool {
    func begins(_ byte: UInt8?) -> Bool { byte.map { $0 >= 0xE2 || $0 == 0x28 } ?? false }
    if begins(text.first) || text.dropFirst().first == UInt8(ascii: ")") { return true }
    guard let colon = ByteSearch.first([UInt8(ascii: ":"), 0x0A], in: text) else { return false }
    return begins(text[colon.upperBound...].first)
  }

  /// Whether a list follows a paragraph that can be no line of a talk and no name below what was quoted: nothing stands above it but a
  /// heading, or what introduces it.
  private func isAboveItsList(_ block: Int, _ walk: UnreadWalk) -> Bool {
    let nodes = body.tree.nodes
    let next = body.tree.end(of: block)
    guard next < nodes.count, nodes[next].kind == .list, nodes[next].number < 0 else { return false }
    if let previous = walk.previous {
      return nodes[previous].kind == .heading || lastByte(of: previous) == UInt8(ascii: ":")
    }
    return !nodes[..<block].indices.suffix(200).contains {
      nodes[$0].kind == .quote && body.tree.end(of: $0) == block
    }
  }

  /// Whether a capital follows the mark of a line.
  private func beginsSentence(_ line: ArraySlice<UInt8>) -> Bool {
    // `–Walk`.
    if line.first == 0xE2, let next = line.dropFirst(3).first, next &- 0x41 < 26 || next == 0xC3 {
      return true
    }
    guard let space = line.firstIndex(of: 0x20) else { return false }
    let first = line[(space + 1)...].first ?? 0
    return first &- 0x41 < 26 || first == 0xC3
  }

  private func beginsWithMark(_ block: Int) -> Bool {
    guard block + 1 < body.tree.nodes.count, body.tree.nodes[block].kind == .paragraph,
      body.tree.nodes[block + 1].kind == .text
    else { return false }
    return TypedMark(body.tree.bytes, body.tree.nodes[block + 1].text.range) != nil
  }

  private func lastByte(of block: Int) -> UInt8? {
    let last = body.tree.end(of: block) - 1
    return body.tree.nodes[last].kind == .text ? body.tree.bytes[body.tree.nodes[last].text.range].last : nil
  }

  /// A list or paragraph right behind the numbered list that `walk` knows, with fewer spaces before it than the text of that list's last
  /// item has: `4.` and a tab, or `10. `, and below it three spaces.
  mutating func reportCutFromItem(_ i: Int, _ walk: inout UnreadWalk) -> Bool {
    guard let list = walk.numberedList(before: i, end: { body.tree.end(of: $0) }) else { return false }
    let line = Int(body.tree.nodes[i].firstLine) - 1
    let range = body.source.range(ofLines: line, line)
    let columns = body.source.text[range].prefix { $0 == 0x20 }.count
    guard columns > 1 else { return false }
    var item = list + 1
    while body.tree.end(of: item) < body.tree.end(of: list) { item = body.tree.end(of: item) }
    let mark = mark(ofItem: item)
    let number = body.source.text[mark...].prefix(9).prefix(while: ProseByte.isDigit)
    let start = number.endIndex + 1
    guard !number.isEmpty, start < body.source.text.count else { return false }
    let margin = body.source.text[..<mark].reversed().prefix { $0 == 0x20 }.count
    let behindMark = margin + number.count + 1
    let spaces = body.source.text[start...].prefix { $0 == 0x20 }.count
    let text = body.source.text[start] == 0x09 ? (behindMark / 4 + 1) * 4 : behindMark + spaces
    guard columns < text, columns >= margin + 2 else { return false }
    warn(at: place(of: range.lowerBound + columns), Remnant.cutFromItem(behindMark + 1).words)
    return true
  }
}
