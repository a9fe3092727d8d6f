import Diagnostics

extension HTMLRenderer {
  mutating func report(_ fault: TableSource.Fault) {
    guard isPage else { return }
    let line = body.source.range(ofLines: fault.line - 1, fault.line - 1)
    switch fault.kind {
    case .rowTooLong(let column, let columns):
      let cells = TableRow.cells(ofLine: line, body.source.text)
      let offset = cells.indices.contains(column) ? cells[column].lowerBound : line.lowerBound
      report(
        .tableRowTooLong, at: place(of: offset),
        "This row has \(columns) cells, but the table has \(column) columns. The extra cells would be lost.",
        hint: "Remove a `|`, add a column to the header, or write `\\|` if the `|` is part of the text.")
    case .rowTooShort(let cells, let columns):
      guard options.findsUnreadMarkdown else { return }
      let above = body.source.range(ofLines: fault.line - 2, fault.line - 2)
      if fault.line > 1, body.source.text[above].trimmed.last == UInt8(ascii: "\\") {
        return warn(
          at: place(of: above.lowerBound),
          (
            "This row ends at its `\\`: a row stays on one line, and so does each of its cells.",
            "Write the row on one line, without the `\\`."
          ))
      }
      warn(
        at: place(of: line.lowerBound),
        (
          "This row has \(cells == 1 ? "1 cell" : "\(cells) cells"), but the table has \(columns) columns. Those at its end stay empty.",
          "Add the cells that are missing. Leave one empty with a space between two `|`."
        ))
    case .rowWithoutBar:
      guard options.findsUnreadMarkdown else { return }
      warn(
        at: place(of: line.lowerBound),
        (
          "This line becomes a row of the table above it.",
          "Add an empty line above it, or put `|` between its cells."
        ))
    case .rowOfHyphens:
      guard options.findsUnreadMarkdown else { return }
      warn(
        at: place(of: line.lowerBound),
        (
          "Readers see this line as a row of dashes: only the line right under the header divides it from the rows.",
          "Delete this line."
        ))
    case .noText:
      guard options.findsUnreadMarkdown else { return }
      warn(
        at: place(of: line.lowerBound),
        ("Nothing stands in this table below its header.", "Fill in its rows, or delete the table."))
    case .tooManyMissing:
      report(
        .tooComplex, at: place(of: line.lowerBound),
        "Too many cells are missing from the tables up to this row.",
        hint: "Give every row of a table the same number of cells.")
    case .headerMismatch(let header, let delimiters):
      report(
        .tableHeaderMismatch, at: place(of: line.lowerBound),
        "The number of columns here (\(delimiters)) differs from the header above (\(header)), so this is not a table.",
        hint: "Give both lines the same number of columns.")
    }
  }
}
