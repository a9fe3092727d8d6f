import Text

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

/// The offsets of positions, for who changes a file where its reader says that something stands.
package struct ByteOffsets {
  private let bytes: [UInt8]
  /// Where each line begins, a byte-order mark passed over.
  private var lineStarts: [Int]
  /// What was found last: going on from there keeps many places of one long line linear.
  private var last = (line: 0, column: 1, offset: 0)

  /// Linear in the bytes.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = [bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0]
    var lines = LineCursor(bytes)
    while let line = lines.next() {
      if lines.offset > line.upperBound { lineStarts.append(lines.offset) }
    }
  }

  /// The offset of the byte with which the character there begins, the end of the line at most; nil for a line that there
  /// is not. Linear in the line, or in what lies behind the place that was asked for last.
  package mutating func offset(of position: Position) -> Int? {
    guard lineStarts.indices.contains(position.line - 1), position.column > 0 else { return nil }
    if last.line != position.line || last.column > position.column {
      last = (position.line, 1, lineStarts[position.line - 1])
    }
    while last.column < position.column, last.offset < bytes.count, bytes[last.offset] != 0x0A,
      bytes[last.offset] != 0x0D
    {
      last.offset += 1
      while last.offset < bytes.count, bytes[last.offset] & 0xC0 == 0x80 { last.offset += 1 }
      last.column += 1
    }
    return last.offset
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
