/// What makes a drawing's file larger, and nothing in it different: comments, and spaces that XML and SVG pass over.
extension DrawingReader {
  mutating func drop(_ range: Range<Int>) {
    if range.isEmpty { return }
    while let last = redundant.last, last.lowerBound >= range.lowerBound { redundant.removeLast() }
    redundant.append(range)
  }

  mutating func skipRedundantSpace() {
    let start = at
    skipSpace()
    drop(start..<at)
  }

  /// Leaves one, as names of attributes are told apart by it; none at the end of the tag. True, so that it can begin a condition.
  mutating func skipSpaceBeforeAttribute() -> Bool {
    let start = at
    skipSpace()
    drop((has(">") || has("/>") ? start : min(start + 1, at))..<at)
    return true
  }

  mutating func dropRepeatedSpaces(in range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let start = place
      while place < range.upperBound, Self.isSpace(bytes[place]) { place += 1 }
      if start == place {
        place += 1
      } else {
        let isAtEdge = start == range.lowerBound || place == range.upperBound
        drop((isAtEdge ? start : start + 1)..<place)
      }
    }
  }
}
