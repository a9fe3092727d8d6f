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
        "This row has \(columns) cells, but its table has \(column) columns, so the rest would be lost.",
        hint: "Remove a `|`, add a column to the header, or write `\\|` for a `|` that is text.")
    case .tooManyMissing:
      report(
        .tooComplex, at: place(of: line.lowerBound),
        "The tables up to this row lack more cells than can be filled in.",
        hint: "Give every row of a table the same number of cells.")
    case .headerMismatch(let header, let delimiters):
      report(
        .tableHeaderMismatch, at: place(of: line.lowerBound),
        "This line is divided into \(delimiters) columns, but the header above it into \(header), so no table results.",
        hint: "Give both lines the same number of cells.")
    }
  }
}
