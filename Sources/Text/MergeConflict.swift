/// What Git leaves in a file when two people changed the same lines: both versions, for somebody to choose, between lines of seven
/// equal signs. Whoever chooses may forget one of those lines, so each is found by itself.
package enum MergeConflict {
  package static let message = "Git left this line here when it merged two versions of this text."
  package static let hint =
    "Keep one version, and delete every line that starts with `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`."

  /// What a row of equal signs may be instead.
  package enum EqualSigns {
    /// A mark of Git wherever it stands, as in YAML and JSON.
    case neverMeant
    /// The line below a heading of Markdown.
    case underline
    /// A line that somebody drew, as in comments of stylesheets and scripts.
    case ornament
  }

  /// Where the first of the lines begins.
  package static func mark(
    in text: ArraySlice<UInt8>, equalSigns: EqualSigns = .underline
  ) -> Int? {
    signs.compactMap { first(of: $0, in: text, equalSigns) }.min()
  }

  private static let signs = [
    UInt8(ascii: "<"), UInt8(ascii: "|"), UInt8(ascii: "="), UInt8(ascii: ">"),
  ]
  private static let length = 7

  private static func first(
    of sign: UInt8, in text: ArraySlice<UInt8>, _ equalSigns: EqualSigns
  ) -> Int? {
    if sign == UInt8(ascii: "="), equalSigns == .ornament { return nil }
    let row = [UInt8](repeating: sign, count: length)
    var rest = text
    while let found = ByteSearch.first(row, in: rest) {
      if found.lowerBound == text.startIndex || text[found.lowerBound - 1] == 0x0A,
        isMark(found, sign, in: text, equalSigns)
      {
        return found.lowerBound
      }
      // A long row of signs is one row.
      rest = rest[found.upperBound...].drop { $0 == sign }
    }
    return nil
  }

  private static func isMark(
    _ row: Range<Int>, _ sign: UInt8, in text: ArraySlice<UInt8>, _ equalSigns: EqualSigns
  ) -> Bool {
    let behind = text[row.upperBound...]
    let isAlone = behind.isEmpty || behind.first == 0x0A || behind.starts(with: [0x0D, 0x0A])
    guard sign == UInt8(ascii: "=") else { return isAlone || behind.first == 0x20 }
    return isAlone && (equalSigns == .neverMeant || !isUnderline(row.lowerBound, in: text))
  }

  /// Whether a row of equal signs may make a heading of the line above it (CommonMark, section 4.3).
  private static func isUnderline(_ start: Int, in text: ArraySlice<UInt8>) -> Bool {
    var line = text[..<start].dropLast()
    if line.last == 0x0D { line.removeLast() }
    line = line[((line.lastIndex(of: 0x0A) ?? line.startIndex - 1) + 1)...]
    guard let first = line.first(where: { $0 > 0x20 }), let last = line.last(where: { $0 > 0x20 }) else {
      return false
    }
    // A heading is no sentence, and no entry of a list or key with its value.
    return !"-*+>|#<".utf8.contains(first) && !".!:;,)|".utf8.contains(last)
      && ByteSearch.first(Array(": ".utf8), in: line) == nil
  }
}
