/// Tables (GFM 0.29, section 4.10), which cmark reads as paragraphs.
///
/// Where a paragraph holds a table, every cell becomes a line of its own, a heading inside the same
/// containers: a block that holds one line of inline text, needs no blank line around it (which would loosen a
/// list), and whose line number tells which cell it is. Parsing again then finds links, definitions and all
/// else in the cells.
struct TableSource {
  struct Cell {
    var table: Int
    var row: Int
    var column: Int
    var columns: Int
    var isInLastRow: Bool
    var alignment: TableRow.Alignment
  }

  struct Fault {
    enum Kind {
      /// The row has more cells than the header; `column` is the first one too many.
      case rowTooLong(column: Int, columns: Int)
      case headerMismatch(header: Int, delimiters: Int)
      /// So many cells are missing that adding them would make a small source a huge page.
      case tooManyMissing
      /// The row has fewer cells than the header.
      case rowTooShort(cells: Int, columns: Int)
      /// A line right below the table, without a `|`, which becomes a row of it (GFM, section 4.10).
      case rowWithoutBar
      /// A second line of hyphens, which readers would see as a row.
      case rowOfHyphens
      /// Nothing stands in any row below the header.
      case noText
    }

    /// From 1, of the source before.
    var line: Int
    var kind: Kind
  }

  private(set) var text: [UInt8] = []
  /// For every line of `text` the line, from 0, of the source before.
  private(set) var lineMap: [Int32] = []
  /// For every line of `text`, from 0, the index in `cells`, or -1.
  private(set) var cellOfLine: [Int32] = []
  private(set) var cells: [Cell] = []
  private(set) var faults: [Fault] = []
  private var copiedLines = 0
  private var tables = 0
  private var missingCells = 0
  private var shortRows = 0
  /// More than anybody fills before the next check.
  private static let mostShortRows = 100
  private static let mostMissingCells = 100_000

  /// Whether `text` may hold a table at all: a line of nothing but dashes, colons, pipes and containers' marks.
  static func mayOccur(in text: [UInt8]) -> Bool {
    guard TextScanner.contains(UInt8(ascii: "|"), in: text) else { return false }
    var start = 0
    var isCandidate = true
    for i in text.indices {
      switch text[i] {
      case 0x0A:
        if isCandidate, i > start { return true }
        start = i + 1
        isCandidate = true
      case UInt8(ascii: "|"), UInt8(ascii: ":"), UInt8(ascii: "-"), 0x20, 0x09, UInt8(ascii: ">"): break
      default: isCandidate = false
      }
    }
    return isCandidate && start < text.count
  }

  /// Nil when there is no table (faults apart).
  init(_ source: [UInt8], tree: SyntaxTree) {
    let lines = SourceLines(source)
    var ancestors: [SyntaxTree.Node] = []
    var ends: [Int] = []
    for (i, node) in tree.nodes.enumerated() {
      while let end = ends.last, end <= i {
        ends.removeLast()
        ancestors.removeLast()
      }
      switch node.kind {
      case .quote, .item:
        ancestors.append(node)
        ends.append(Int(node.end))
      case .paragraph, .heading:
        if node.lastLine > node.firstLine { findTable(in: node, ancestors, lines) }
      default: break
      }
    }
    if !cells.isEmpty { copy(through: lines.count, lines) }
  }

  private mutating func findTable(
    in block: SyntaxTree.Node, _ ancestors: [SyntaxTree.Node], _ lines: SourceLines
  ) {
    let (first, last) = (Int(block.firstLine), Int(block.lastLine))
    guard
      TextScanner.contains(
        UInt8(ascii: "-"), in: lines.text, lines.range(first).lowerBound..<lines.range(last).upperBound)
    else { return }
    let prefix = ContainerPrefix(ancestors: ancestors, lines: lines)
    for number in first + 1...last {
      guard let start = prefix.offset(inLine: number, lines) else { continue }
      let row = start..<lines.range(number).upperBound
      guard let alignments = TableRow.alignments(lines.text, row), !TableRow.endsTable(lines.text[row]) else {
        continue
      }
      let headerStart = prefix.offset(inLine: number - 1, lines) ?? lines.range(number - 1).lowerBound
      let header = TableRow.cells(lines.text, headerStart..<lines.range(number - 1).upperBound)
      let hasPipe = TextScanner.contains(
        UInt8(ascii: "|"), in: lines.text, headerStart..<lines.range(number).upperBound)
      guard hasPipe else { continue }
      guard header.count == alignments.count else {
        faults.append(
          Fault(line: number, kind: .headerMismatch(header: header.count, delimiters: alignments.count)))
        return
      }
      return rewrite(header: number - 1, headerStart, last: last, alignments, prefix, lines)
    }
  }

  private mutating func rewrite(
    header: Int, _ headerStart: Int, last: Int, _ alignments: [TableRow.Alignment], _ prefix: ContainerPrefix,
    _ lines: SourceLines
  ) {
    copy(through: header - 1, lines)
    let marks = lines.text[lines.range(header).lowerBound..<headerStart]
    let continued = marks.map { $0 == UInt8(ascii: ">") || $0 == 0x09 ? $0 : 0x20 }
    let firstCell = cells.count
    append(
      row: TableRow.cells(lines.text, headerStart..<lines.range(header).upperBound), 0, header, alignments,
      Array(marks), continued, lines)
    var number = header + 2
    var row = 1
    var hasText = false
    while number <= last, let start = prefix.offset(inLine: number, lines) {
      let range = start..<lines.range(number).upperBound
      guard !TableRow.endsTable(lines.text[range]) else { break }
      let found = TableRow.cells(lines.text, range)
      guard !found.isEmpty else { break }
      hasText = hasText || found.contains { !$0.isEmpty }
      if found.count > 1, found.allSatisfy({ Self.isHyphens(lines.text[$0]) }) {
        faults.append(Fault(line: number, kind: .rowOfHyphens))
      }
      missingCells += max(0, alignments.count - found.count)
      if missingCells > Self.mostMissingCells {
        faults.removeAll { if case .rowTooShort = $0.kind { true } else { false } }
        faults.append(Fault(line: number, kind: .tooManyMissing))
        break
      }
      if found.count > alignments.count {
        faults.append(
          Fault(line: number, kind: .rowTooLong(column: alignments.count, columns: found.count)))
      }
      if alignments.count > 1, !lines.text[range].contains(UInt8(ascii: "|")) {
        faults.append(Fault(line: number, kind: .rowWithoutBar))
      } else if found.count < alignments.count, shortRows < Self.mostShortRows {
        shortRows += 1
        faults.append(
          Fault(line: number, kind: .rowTooShort(cells: found.count, columns: alignments.count)))
      }
      append(row: found, row, number, alignments, continued, continued, lines)
      row += 1
      number += 1
    }
    if row > 1, !hasText { faults.append(Fault(line: header + 2, kind: .noText)) }
    for cell in firstCell..<cells.count where cells[cell].row == row - 1 { cells[cell].isInLastRow = true }
    copiedLines = number - 1
    tables += 1
  }

  /// Two hyphens or dashes and more, with or without colons: one alone says that there is nothing.
  private static func isHyphens(_ cell: ArraySlice<UInt8>) -> Bool {
    let dashes = cell.count { $0 == UInt8(ascii: "-") || $0 == 0x93 || $0 == 0x94 }
    return dashes > 1
      && cell.allSatisfy {
        [UInt8(ascii: "-"), UInt8(ascii: ":"), 0x20, 0xE2, 0x80, 0x93, 0x94].contains($0)
      }
  }

  private mutating func append(
    row: [Range<Int>], _ index: Int, _ line: Int, _ alignments: [TableRow.Alignment], _ firstMarks: [UInt8],
    _ marks: [UInt8], _ lines: SourceLines
  ) {
    for (column, alignment) in alignments.enumerated() {
      text.append(contentsOf: column == 0 ? firstMarks : marks)
      text.append("# ")
      if column < row.count { TableRow.append(row[column], of: lines.text, to: &text) }
      // The closing sequence keeps a cell's own trailing `#`.
      text.append(" #\n")
      lineMap.append(Int32(truncatingIfNeeded: line - 1))
      cellOfLine.append(Int32(truncatingIfNeeded: cells.count))
      cells.append(
        Cell(
          table: tables, row: index, column: column, columns: alignments.count, isInLastRow: false,
          alignment: alignment))
    }
  }

  /// Copies the lines not yet copied, through line `last`.
  private mutating func copy(through last: Int, _ lines: SourceLines) {
    guard last > copiedLines else { return }
    text.append(lines.range(copiedLines + 1).lowerBound..<lines.range(last).upperBound, of: lines.text)
    for line in copiedLines..<last {
      lineMap.append(Int32(truncatingIfNeeded: line))
      cellOfLine.append(-1)
    }
    copiedLines = last
  }

  /// Turns the headings that stand for cells into cells.
  func mark(_ tree: inout SyntaxTree) {
    for i in tree.nodes.indices where tree.nodes[i].kind == .heading {
      let line = Int(tree.nodes[i].firstLine) - 1
      guard cellOfLine.indices.contains(line), cellOfLine[line] >= 0 else { continue }
      tree.nodes[i].kind = .tableCell
      tree.nodes[i].number = cellOfLine[line]
    }
  }
}
