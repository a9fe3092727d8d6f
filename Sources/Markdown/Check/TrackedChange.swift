import Text

/// What Word writes beside a text whose changes are shown, and what comes along when such a text is copied: `Deleted: Rest for a week`.
enum TrackedChange {
  /// Whether a line begins so. Its first two letters tell nearly every line apart.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > 1 else { return false }
    switch (line[line.startIndex], line[line.startIndex + 1]) {
    case (UInt8(ascii: "D"), UInt8(ascii: "e")), (UInt8(ascii: "F"), UInt8(ascii: "i")),
      (UInt8(ascii: "F"), UInt8(ascii: "o")), (UInt8(ascii: "I"), UInt8(ascii: "n")),
      (UInt8(ascii: "M"), UInt8(ascii: "o")), (UInt8(ascii: "S"), UInt8(ascii: "t")):
      break
    default: return false
    }
    return marks.contains { line.starts(with: $0.utf8) }
  }

  private static let marks = [
    "Deleted: ", "Inserted: ", "Formatted: ", "Formatted Table", "Field Code Changed", "Style Definition: ",
    "Moved up [", "Moved down [", "Moved (insertion) [",
  ]
}
