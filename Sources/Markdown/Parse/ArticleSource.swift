import Diagnostics

/// An article's text as its author wrote it, and where in the file its bytes are.
struct ArticleSource {
  /// The body with every line end as `\n`.
  private(set) var text: [UInt8] = []
  /// The line of the file on which the body begins.
  var firstLine = 1
  /// Offsets of the beginnings of lines, found when first needed.
  private var lineStarts: [Int] = []
  private var lastPlace = (line: 0, offset: 0, column: 1)

  mutating func replace(with body: ArraySlice<UInt8>) {
    text.removeAll(keepingCapacity: true)
    lineStarts.removeAll(keepingCapacity: true)
    lastPlace = (0, 0, 1)
    text.append(contentsOf: body)
    guard TextScanner.contains(0x0D, in: text) else { return }
    text.removeAll(keepingCapacity: true)
    var previous: UInt8 = 0
    for byte in body {
      if byte == 0x0D {
        text.append(0x0A)
      } else if byte != 0x0A || previous != 0x0D {
        text.append(byte)
      }
      previous = byte
    }
  }

  /// The bytes of lines `first`…`last` (from 0) of `text`.
  mutating func range(ofLines first: Int, _ last: Int) -> Range<Int> {
    findLines()
    let start = first < lineStarts.count ? lineStarts[first] : text.count
    let end = last + 1 < lineStarts.count ? lineStarts[last + 1] : text.count
    return start..<max(start, end)
  }

  mutating func line(_ line: Int) -> ArraySlice<UInt8> { text[range(ofLines: line, line)] }

  /// The place in the file of byte `offset` of `text`.
  mutating func position(of offset: Int) -> Position {
    findLines()
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    // Faults come in order: going on from the last one keeps many on one long line linear.
    var (start, column) = (lineStarts[low], 1)
    if lastPlace.line == low, lastPlace.offset <= offset, lastPlace.offset >= start {
      (start, column) = (lastPlace.offset, lastPlace.column)
    }
    column += TextScanner.characters(in: text, start..<min(max(offset, start), text.count))
    lastPlace = (low, max(offset, start), column)
    return Position(line: firstLine + low, column: column)
  }

  private mutating func findLines() {
    guard lineStarts.isEmpty else { return }
    lineStarts.append(0)
    while let start = lineStarts.last, let end = TextScanner.first(0x0A, in: text, start..<text.count) {
      lineStarts.append(end + 1)
    }
  }
}
