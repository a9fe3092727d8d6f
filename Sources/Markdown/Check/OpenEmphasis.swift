/// One `*` or `_` that was meant to begin slanted words, and that nothing ends.
enum OpenEmphasis {
  /// Whether the sign at `i`, which CommonMark has left in the text, stands before a word and behind a space or a bracket. What stands
  /// at the beginning of a line and goes on with an abbreviation, a single letter or a sign is a note to a table or a figure: `*p < 0.05`.
  static func begins(at i: Int, _ bytes: [UInt8], _ range: Range<Int>, _ edges: UnreadMarkdown.Edges) -> Bool
  {
    func at(_ i: Int) -> UInt8 { range.contains(i) ? bytes[i] : 0 }
    guard !edges.isCell, ProseByte.isLetter(at(i + 1)),
      at(i + 1) >= 0x80 || ProseByte.isLetter(at(i + 2))
    else { return false }
    let before = at(i - 1)
    if startsLine(i, bytes, range, edges) { return at(i + 1) &- 0x41 >= 26 || at(i + 2) &- 0x41 >= 26 }
    guard isSpace(before) || before == UInt8(ascii: "(") else { return false }
    // Names of programs, `_headers`, and of variables, `_name_of`, go on with such signs.
    let word = bytes[(i + 1)..<range.upperBound].prefix { $0 > 0x20 }
    return !word.contains(bytes[i]) && (bytes[i] == UInt8(ascii: "*") || !word.contains(UInt8(ascii: "/")))
  }

  static func startsLine(_ i: Int, _ bytes: [UInt8], _ range: Range<Int>, _ edges: UnreadMarkdown.Edges)
    -> Bool
  {
    i == range.lowerBound ? edges.startsLine : bytes[i - 1] == 0x0A
  }

  /// Whether several lines begin with a `*` right before a capital, and hold no other: a list whose marks lack their space.
  static func makesList(_ source: [UInt8]) -> Bool {
    var from = 0
    var count = 0
    while let star = TextScanner.first(UInt8(ascii: "*"), in: source, from..<source.count) {
      from = star + 1
      let before = source[..<star].last { $0 != 0x20 && $0 != UInt8(ascii: ">") }
      guard before ?? 0x0A == 0x0A, star + 2 < source.count,
        source[star + 1] >= 0xC3 || source[star + 1] &- 0x41 < 26 && source[star + 2].isLetterOfASCII
      else { continue }
      let end = TextScanner.first(0x0A, in: source, from..<source.count) ?? source.count
      if TextScanner.first(UInt8(ascii: "*"), in: source, from..<end) == nil { count += 1 }
      if count > 1 { return true }
      from = end
    }
    return false
  }

  /// Whether text somewhere has a `*` right behind a word, a number or a bracket, to which a note may belong.
  static func hasMarkOfNote(in tree: SyntaxTree) -> Bool {
    for i in tree.nodes.indices where tree.nodes[i].kind == .text {
      let range = tree.nodes[i].text.range
      var from = range.lowerBound
      while let star = TextScanner.first(UInt8(ascii: "*"), in: tree.bytes, from..<range.upperBound) {
        from = star + 1
        // Behind bold words or a link.
        if star == range.lowerBound ? tree.nodes[i - 1].kind == .text : endsWord(tree.bytes[star - 1]) {
          return true
        }
      }
    }
    return false
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte.isWordOfASCII || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "%") || byte >= 0x80
  }
}
