extension HTMLRenderer {
  mutating func enterTableCell(_ i: Int, _ node: SyntaxTree.Node) -> Int { i + 1 }
  mutating func closeTableCell(number: Int) {}
}
