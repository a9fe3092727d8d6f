extension HTMLRenderer {
  mutating func enterTableCell(_ i: Int, _ node: SyntaxTree.Node) -> Int {
    around.leaf = i
    openText(.cell, i, node)
    let cell = body.cells[Int(node.number)]
    if cell.column == 0 { openRow(cell) }
    out.append(cell.row == 0 ? "<th" : "<td")
    if isPage, cell.row == 0 { out.append(" scope=\"col\"") }
    if cell.alignment != .none {
      out.append(isPage ? " class=\"align-" : " align=\"")
      out.append(cell.alignment.name)
      out.append(UInt8(ascii: "\""))
    }
    out.append(UInt8(ascii: ">"))
    around.elements.append(Surroundings.Element(end: Int(node.end), closing: .tableCell, number: node.number))
    return i + 1
  }

  mutating func closeTableCell(number: Int) {
    let cell = body.cells[number]
    out.append(cell.row == 0 ? "</th>\n" : "</td>\n")
    guard cell.column == cell.columns - 1 else { return }
    out.append("</tr>\n")
    if cell.row == 0 { out.append("</thead>\n") }
    guard cell.isInLastRow else { return }
    if cell.row > 0 { out.append("</tbody>\n") }
    out.append("</table>\n")
    if isPage { out.append("</div>\n") }
  }

  /// A wide table scrolls inside its own box, which the keyboard must reach and which therefore has a name.
  private mutating func openRow(_ cell: TableSource.Cell) {
    if cell.row == 0 {
      breakLine()
      if isPage {
        out.append("<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"")
        out.append(escaping: Array(options.labels.table.utf8))
        out.append(UInt8(ascii: " "))
        out.append(number: cell.table + 1)
        out.append("\">\n")
      }
      out.append("<table>\n<thead>\n")
    } else if cell.row == 1 {
      out.append("<tbody>\n")
    }
    out.append("<tr>\n")
  }
}
