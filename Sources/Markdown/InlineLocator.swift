import Diagnostics

struct InlineLocator {}

extension HTMLRenderer {
  mutating func position(ofLink i: Int) -> Position { positionOfBlock(leaf) }
  mutating func position(ofMark i: Int) -> Position { positionOfBlock(leaf) }
  mutating func position(ofReferenceMark i: Int, _ offset: Int, key: [UInt8]?) -> Position {
    positionOfBlock(leaf)
  }
  mutating func position(of text: [UInt8], inBlock i: Int) -> Position { positionOfBlock(i) }
  mutating func positionOfBlock(_ i: Int) -> Position {
    source.position(of: source.range(ofLines: Int(tree.nodes[i].firstLine) - 1, 0).lowerBound)
  }
}
