/// One line of a table (GFM 0.29, section 4.10).
enum TableRow {
  enum Alignment: UInt8 {
    case none, left, center, right

    /// The word that HTML and class names use.
    var name: StaticString {
      switch self {
      case .none: ""
      case .left: "left"
      case .center: "center"
      case .right: "right"
      }
    }
  }

  /// The cells of the row in `range` of `text`: between pipes that no backslash precedes, without the spaces
  /// around. A pipe at either end belongs to no cell.
  static func cells(_ text: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    if start < end, text[start] == UInt8(ascii: "|") { start += 1 }
    guard start < end else { return [] }
    var cells: [Range<Int>] = []
    var i = start
    while i < end {
      switch text[i] {
      case UInt8(ascii: "\\"): i += 1
      case UInt8(ascii: "|"):
        cells.append(trimmed(text, start..<i))
        start = i + 1
      default: break
      }
      i += 1
    }
    if start < end { cells.append(trimmed(text, start..<end)) }
    return cells
  }

  /// The cells of a line as it stands in the file, containers' marks before it.
  static func cells(ofLine line: Range<Int>, _ text: [UInt8]) -> [Range<Int>] {
    cells(text, BlockMarks.skip(text, line, labels: false).text..<line.upperBound)
  }

  private static func trimmed(_ text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(text[start]) { start += 1 }
    while end > start, isSpace(text[end - 1]) { end -= 1 }
    return start..<end
  }

  /// The alignments that a delimiter row such as `| :-- | --: |` sets; nil when the line is not one.
  static func alignments(_ text: [UInt8], _ range: Range<Int>) -> [Alignment]? {
    var hasDash = false
    for byte in text[range] {
      switch byte {
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20, 0x09, 0x0A: break
      default: return nil
      }
    }
    guard hasDash else { return nil }
    var alignments: [Alignment] = []
    for cell in cells(text, range) {
      let dashes = text[cell].drop { $0 == UInt8(ascii: ":") }
      let left = text[cell].first == UInt8(ascii: ":")
      let right = text[cell].last == UInt8(ascii: ":")
      let count = cell.count - (left ? 1 : 0) - (right ? 1 : 0)
      guard count > 0, dashes.prefix(count).allSatisfy({ $0 == UInt8(ascii: "-") }) else { return nil }
      alignments.append(left ? (right ? .center : .left) : (right ? .right : .none))
    }
    return alignments.isEmpty ? nil : alignments
  }

  /// Appends a cell's text as the parser gets it: `\|` is `|`, in code too.
  static func append(_ cell: Range<Int>, of text: [UInt8], to out: inout [UInt8]) {
    var i = cell.lowerBound
    while i < cell.upperBound {
      if text[i] == UInt8(ascii: "\\"), i + 1 < cell.upperBound, text[i + 1] == UInt8(ascii: "|") { i += 1 }
      out.append(text[i])
      i += 1
    }
  }

  /// Whether a line, beginning after its containers' marks, begins a block that ends a table: what cannot
  /// interrupt a paragraph and so is still part of it after parsing (an indented line, any list item, a
  /// thematic break, HTML).
  static func endsTable(_ line: ArraySlice<UInt8>) -> Bool {
    var columns = 0
    var i = line.startIndex
    while i < line.endIndex, line[i] == 0x20 || line[i] == 0x09 {
      columns += line[i] == 0x09 ? 4 - columns % 4 : 1
      i += 1
    }
    guard columns < 4, i < line.endIndex, line[i] != 0x0A else { return true }
    var rest = line[i...]
    switch line[i] {
    case UInt8(ascii: "<"): return isTagAlone(rest)
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"):
      rest.removeFirst()
      if rest.first.map(isSpace) ?? true { return true }
      return line[i...].filter { !isSpace($0) }.allSatisfy { $0 == line[i] }
        && rest.filter { $0 == line[i] }.count > 1
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while let digit = rest.first, (0x30...0x39).contains(digit) { rest.removeFirst() }
      guard let mark = rest.popFirst(), mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else {
        return false
      }
      return rest.first.map(isSpace) ?? true
    default: return false
    }
  }

  /// Whether a line is one tag and nothing else (CommonMark, section 4.6, seventh kind): all other HTML would have ended
  /// the paragraph already.
  private static func isTagAlone(_ line: ArraySlice<UInt8>) -> Bool {
    let name = line.dropFirst(line.dropFirst().first == UInt8(ascii: "/") ? 2 : 1)
    guard let letter = name.first, letter.isLetterOfASCII, let tag = RawTag(line) else { return false }
    return line[..<tag.end].last == UInt8(ascii: ">") && line[tag.end...].allSatisfy(isSpace)
  }
}
