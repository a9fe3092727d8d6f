/// What Git leaves in a file when two people changed the same lines: both versions, for somebody to choose.
package enum MergeConflict {
  package static let message = "Two versions of this text were merged here, and nobody chose one of them."
  package static let hint = "Keep one version, and delete the lines with `<<<<<<<`, `=======` and `>>>>>>>`."

  /// Where the first begins: a line that starts with `<<<<<<< `.
  package static func mark(in text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    while let mark = ByteSearch.first(Array("<<<<<<< ".utf8), in: rest) {
      if mark.lowerBound == text.startIndex || text[mark.lowerBound - 1] == 0x0A { return mark.lowerBound }
      rest = rest[mark.upperBound...]
    }
    return nil
  }
}
