import Text

/// The lines of source files around what is wrong in them.
///
/// A file is read once for all that is wrong in it, and a line is counted through once: a report of ten thousand faults in
/// one line costs what one of them costs.
package struct SourceExcerpts {
  private let read: (String) -> [UInt8]?
  private var file: String?
  private var bytes: [UInt8] = []
  private var lines: [Range<Int>] = []
  /// How far a line was counted: `byte` is where its column `column` begins.
  private var counted = (line: 0, column: 1, byte: 0)
  /// Of a longer line, what stands around the place is shown.
  private static let width = 120

  /// `read` gives the bytes of a file by the name that diagnostics have for it, nil where they cannot be had.
  package init(read: @escaping (String) -> [UInt8]?) { self.read = read }

  /// Part of a line, fit for the eye.
  package struct Excerpt {
    package var text: String
    /// How many characters of the text stand before the place.
    package var caret: Int
    /// Whether the line begins before the text, and goes on after it.
    package var isCutBefore: Bool
    package var isCutAfter: Bool
  }

  /// The line in question as it is; nil when there is none.
  package mutating func line(of diagnostic: Diagnostic) -> String? {
    guard let range = range(of: diagnostic) else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// What stands around the place; nil when there is no such line.
  package mutating func excerpt(of diagnostic: Diagnostic) -> Excerpt? {
    guard let position = diagnostic.position, let range = range(of: diagnostic) else { return nil }
    if counted.line != position.line || counted.column > position.column {
      counted = (position.line, 1, range.lowerBound)
    }
    while counted.column < position.column, counted.byte < range.upperBound {
      counted.byte = Self.next(bytes, counted.byte, range.upperBound)
      counted.column += 1
    }
    return Self.excerpt(bytes, range, at: counted.byte, column: counted.column)
  }

  /// Of a line in `range`, what stands around the column that begins at `place`.
  static func excerpt(_ bytes: [UInt8], _ range: Range<Int>, at place: Int, column: Int) -> Excerpt {
    let width = 100
    let before = column > width - 10 ? width / 2 : column - 1
    var start = place
    for _ in 0..<before {
      start -= 1
      while start > range.lowerBound, (0x80..<0xC0).contains(bytes[start]) { start -= 1 }
    }
    var end = start
    for _ in 0..<width where end < range.upperBound { end = next(bytes, end, range.upperBound) }
    return Excerpt(
      text: Diagnostic.printable(String(decoding: bytes[start..<end], as: UTF8.self)), caret: before,
      isCutBefore: start > range.lowerBound, isCutAfter: end < range.upperBound)
  }

  /// Where the character after the one at `place` begins.
  static func next(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Int {
    var next = place + 1
    while next < end, (0x80..<0xC0).contains(bytes[next]) { next += 1 }
    return next
  }

  /// The line with two lines before it and one after, fit for the eye; empty when there is none.
  package mutating func around(_ diagnostic: Diagnostic) -> [(line: Int, text: String)] {
    guard let position = diagnostic.position, range(of: diagnostic) != nil else { return [] }
    let first = max(1, position.line - 2)
    let last = min(lines.count, position.line + 1)
    let skipped = Self.skipped(position)
    return (first...last).map { number in
      let line = String(decoding: bytes[lines[number - 1]], as: UTF8.self)
      let scalars = line.unicodeScalars.dropFirst(skipped).prefix(Self.width)
      return (number, Diagnostic.printable(String(scalars)))
    }
  }

  /// How many characters of the excerpt stand before the place; -1 without one.
  package func caret(_ diagnostic: Diagnostic) -> Int {
    guard let position = diagnostic.position, !lines.isEmpty, file == diagnostic.file else { return -1 }
    return max(0, position.column - 1 - Self.skipped(position))
  }

  private mutating func range(of diagnostic: Diagnostic) -> Range<Int>? {
    guard let name = diagnostic.file, let position = diagnostic.position else { return nil }
    if file != name {
      file = name
      let found = read(name)
      bytes = found ?? []
      lines = found.map(Self.lines) ?? []
      counted = (0, 1, 0)
    }
    return lines.indices.contains(position.line - 1) ? lines[position.line - 1] : nil
  }

  private static func skipped(_ position: Position) -> Int {
    position.column > width - 20 ? position.column - width / 2 : 0
  }

  /// What follows the last line's end is a line, too: a fault may be that the file ends there.
  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
    var cursor = LineCursor(bytes, from: start)
    var lines: [Range<Int>] = []
    while let line = cursor.next() { lines.append(line) }
    if bytes.count == start || bytes.last == 0x0A || bytes.last == 0x0D {
      lines.append(bytes.count..<bytes.count)
    }
    return lines
  }
}
