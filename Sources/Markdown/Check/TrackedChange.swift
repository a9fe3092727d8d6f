import Text

/// What Word writes beside a text whose changes are shown, and what comes along when such a text is copied: `Deleted: Rest for a week`.
enum TrackedChange {
  /// Whether a line begins so. Its first letter tells nearly every line apart.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, "DFIMS".utf8.contains(first) else { return false }
    return marks.contains { line.starts(with: $0.utf8) }
  }

  private static let marks = [
    "Deleted: ", "Inserted: ", "Formatted: ", "Formatted Table", "Field Code Changed", "Style Definition: ",
    "Moved up [", "Moved down [", "Moved (insertion) [",
  ]
}
