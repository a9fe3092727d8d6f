/// A place in a text file: line and column, both counted from 1. Columns count Unicode scalars.
package struct Position: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Where a file begins; a missing front-matter key is reported here, at the opening `---`.
  package static let start = Position(line: 1, column: 1)

  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

extension Position {
  /// The position of byte `offset` in `bytes`. A byte-order mark takes no column. Linear in the bytes: for the moment
  /// something is reported, not for every page.
  package init(ofByte offset: Int, in bytes: some Sequence<UInt8>) {
    var cursor = PositionCursor(Array(bytes))
    self = cursor.position(ofByte: offset)
  }
}

/// Positions of ascending offsets, each byte read once.
package struct PositionCursor {
  private let bytes: [UInt8]
  private var read: Int
  private var line = 1
  private var column = 1

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    read = bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
  }

  package mutating func position(ofByte offset: Int) -> Position {
    while read < min(offset, bytes.count) {
      switch bytes[read] {
      case 0x0A:
        if read == 0 || bytes[read - 1] != 0x0D { line += 1 }
        column = 1
      case 0x0D:
        line += 1
        column = 1
      case 0x80..<0xC0: break
      default: column += 1
      }
      read += 1
    }
    return Position(line: line, column: column)
  }
}
