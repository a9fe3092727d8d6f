import Diagnostics

extension HTMLRenderer {
  /// Reads `body` into `tree`. What cmark does not know (tables, footnotes, which brackets were escaped) is
  /// rewritten before parsing and put right afterwards; an article with none of it is parsed once, as it is.
  /// Afterwards the tree's lines are those of `source`.
  mutating func load(_ body: ArraySlice<UInt8>) {
    source.replace(with: body)
    tables.removeAll(keepingCapacity: true)
    if isPage, !acceptsSource() {
      tree.removeAll()
      return
    }
    var text = source.text
    var hasSentinels = false
    if extensions.strikethrough, let replaced = EscapeSentinels.applied(to: text, brackets: isPage) {
      text = replaced
      hasSentinels = true
    }
    if isPage, var notes = FootnoteSource(text) {
      parse(&notes)
      parseTables(in: notes.text, lineMap: notes.lineMap)
      _ = notes.find(in: tree)
      notes.mark(&tree)
      tree.translateLines(notes.lineMap)
      EscapeSentinels.restore(in: &tree)
      define(notes)
    } else {
      CMark.parse(text, smart: isPage, into: &tree)
      if extensions.tables { parseTables(in: text, lineMap: []) }
      if hasSentinels { EscapeSentinels.restore(in: &tree) }
    }
    if extensions.strikethrough { Strikethrough.mark(&tree) }
  }

  private var extensions: (tables: Bool, strikethrough: Bool) {
    switch dialect {
    case .plain(let tables, let strikethrough): (tables, strikethrough)
    case .page: (true, true)
    }
  }

  /// Parses until what was taken for a footnote's text is one: three times are enough unless someone tries.
  private mutating func parse(_ notes: inout FootnoteSource) {
    for _ in 0..<4 {
      CMark.parse(notes.text, smart: true, into: &tree)
      if notes.find(in: tree) { return }
    }
    CMark.parse(notes.text, smart: true, into: &tree)
  }

  /// `lineMap` leads from the lines of `text` to those of the source.
  private mutating func parseTables(in text: [UInt8], lineMap: [Int32]) {
    guard TableSource.mayOccur(in: text) else { return }
    let found = TableSource(text, tree: tree)
    for fault in found.faults { report(fault, lineMap: lineMap) }
    guard !found.cells.isEmpty else { return }
    tables = found.cells
    CMark.parse(found.text, smart: isPage, into: &tree)
    found.mark(&tree)
    tree.translateLines(found.lineMap)
  }

  private mutating func report(_ fault: TableSource.Fault, lineMap: [Int32]) {
    guard isPage else { return }
    func original(_ line: Int) -> Int {
      lineMap.indices.contains(line - 1) ? Int(lineMap[line - 1]) : line - 1
    }
    switch fault {
    case .rowTooLong(let line, let column, let columns):
      let range = source.range(ofLines: original(line), original(line))
      let cells = Self.cells(of: source.text, range)
      let offset = cells.indices.contains(column) ? cells[column].lowerBound : range.lowerBound
      report(
        .tableRowTooLong, at: place(of: offset),
        "This row has \(columns) cells, but its table has \(column) columns, so the rest would be lost.",
        hint: "Remove a `|`, add a column to the header, or write `\\|` for a `|` that is text.")
    case .tooManyMissing(let line):
      let range = source.range(ofLines: original(line), original(line))
      report(
        .tooComplex, at: place(of: range.lowerBound),
        "The tables up to this row lack more cells than can be filled in.",
        hint: "Give every row of a table the same number of cells.")
    case .headerMismatch(let line, let header, let delimiters):
      let range = source.range(ofLines: original(line), original(line))
      report(
        .tableHeaderMismatch, at: place(of: range.lowerBound),
        "This line is divided into \(delimiters) columns, but the header above it into \(header), so no table results.",
        hint: "Give both lines the same number of cells.")
    }
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
