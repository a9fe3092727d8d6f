/// The body of an article as it is written and as cmark has read it. What cmark does not know (tables, footnotes, which
/// brackets were escaped) is rewritten before parsing and put right afterwards; an article with none of it is parsed
/// once, as it is.
struct ParsedBody {
  enum Dialect {
    /// CommonMark, with extensions of GitHub Flavored Markdown.
    case plain(tables: Bool, strikethrough: Bool)
    case page
  }

  var source = ArticleSource()
  /// Its lines are those of `source`.
  private(set) var tree = SyntaxTree()
  /// The cells of the tables.
  private(set) var cells: [TableSource.Cell] = []
  private(set) var tableFaults: [TableSource.Fault] = []
  private(set) var footnotes: [FootnoteSource.Definition] = []

  /// Takes `body` as the source, with nothing parsed.
  mutating func read(_ body: ArraySlice<UInt8>) {
    source.replace(with: body)
    tree.removeAll()
    cells.removeAll(keepingCapacity: true)
    tableFaults.removeAll()
    footnotes.removeAll()
  }

  mutating func parse(_ dialect: Dialect, _ marks: QuotationMarks? = nil) {
    let (isPage, hasTables, hasStrikethrough) =
      switch dialect {
      case .plain(let tables, let strikethrough): (false, tables, strikethrough)
      case .page: (true, true, true)
      }
    let replaced = hasStrikethrough ? EscapeSentinels.applied(to: source.text, brackets: isPage) : nil
    let text = replaced ?? source.text
    if isPage, var notes = FootnoteSource(text) {
      notes.parse(into: &tree)
      parseTables(in: notes.text, smart: isPage, lineMap: notes.lineMap)
      _ = notes.find(in: tree)
      notes.mark(&tree)
      tree.translateLines(notes.lineMap)
      EscapeSentinels.restore(in: &tree)
      footnotes = notes.definitions.filter { !$0.isRejected }
    } else {
      CMark.parse(text, smart: isPage, into: &tree)
      if hasTables { parseTables(in: text, smart: isPage, lineMap: []) }
      if replaced != nil { EscapeSentinels.restore(in: &tree) }
    }
    if hasStrikethrough { Strikethrough.mark(&tree, isPage: isPage) }
    if isPage { Apostrophes.mend(&tree) }
    if isPage, let marks { marks.put(into: &tree, of: source.text) }
  }

  /// `lineMap` leads from the lines of `text` to those of the source.
  private mutating func parseTables(in text: [UInt8], smart: Bool, lineMap: [Int32]) {
    guard TableSource.mayOccur(in: text) else { return }
    let found = TableSource(text, tree: tree)
    tableFaults = found.faults.map { fault in
      var fault = fault
      if lineMap.indices.contains(fault.line - 1) { fault.line = Int(lineMap[fault.line - 1]) + 1 }
      return fault
    }
    guard !found.cells.isEmpty else { return }
    cells = found.cells
    CMark.parse(found.text, smart: smart, into: &tree)
    found.mark(&tree)
    tree.translateLines(found.lineMap)
  }

  // MARK: Places

  /// The bytes of a block's lines, or of a cell.
  mutating func sourceRange(ofBlock i: Int) -> Range<Int> {
    let node = tree.nodes[i]
    let lines = source.range(
      ofLines: Int(node.firstLine) - 1, max(Int(node.lastLine), Int(node.firstLine)) - 1)
    guard node.kind == .tableCell else { return lines }
    let ranges = TableRow.cells(ofLine: lines, source.text)
    let column = cells[Int(node.number)].column
    return ranges.indices.contains(column) ? ranges[column] : lines
  }
}

extension SyntaxTree {
  /// Replaces the lines of blocks, from 1, by those that they were written on. `map` counts from 0.
  mutating func translateLines(_ map: [Int32]) {
    for i in nodes.indices where !nodes[i].kind.isInline {
      nodes[i].firstLine = translated(nodes[i].firstLine, map)
      nodes[i].lastLine = translated(nodes[i].lastLine, map)
    }
  }

  private func translated(_ line: Int32, _ map: [Int32]) -> Int32 {
    let index = Int(line) - 1
    return map.indices.contains(index) ? map[index] + 1 : line
  }
}
