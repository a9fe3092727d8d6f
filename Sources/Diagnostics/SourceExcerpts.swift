import Text

/// The lines of source files around what is wrong in them.
package struct SourceExcerpts {
  private let read: (String) -> [UInt8]?
  private var file: String?
  private var lines: [String] = []
  /// Of a longer line, what stands around the place is shown.
  private static let width = 120

  /// `read` gives the bytes of a file by the name that diagnostics have for it, nil where they cannot be had.
  package init(read: @escaping (String) -> [UInt8]?) { self.read = read }

  /// The line in question as it is; nil when there is none.
  package mutating func line(of diagnostic: Diagnostic) -> String? {
    guard let name = diagnostic.file, let position = diagnostic.position else { return nil }
    if file != name {
      file = name
      lines = read(name).map(Self.lines) ?? []
    }
    return lines.indices.contains(position.line - 1) ? lines[position.line - 1] : nil
  }

  /// The same with two lines before it and one after, fit for the eye; empty when there is none.
  package mutating func around(_ diagnostic: Diagnostic) -> [(line: Int, text: String)] {
    guard let position = diagnostic.position, line(of: diagnostic) != nil else { return [] }
    let first = max(1, position.line - 2)
    let last = min(lines.count, position.line + 1)
    let skipped = Self.skipped(position)
    return (first...last).map { number in
      let scalars = lines[number - 1].unicodeScalars.dropFirst(skipped).prefix(Self.width)
      return (number, Diagnostic.printable(String(scalars)))
    }
  }

  /// How many characters of the excerpt stand before the place; -1 without one.
  package func caret(_ diagnostic: Diagnostic) -> Int {
    guard let position = diagnostic.position, !lines.isEmpty, file == diagnostic.file else { return -1 }
    return max(0, position.column - 1 - Self.skipped(position))
  }

  private static func skipped(_ position: Position) -> Int {
    position.column > width - 20 ? position.column - width / 2 : 0
  }

  /// What follows the last line's end is a line, too: a fault may be that the file ends there.
  private static func lines(of bytes: [UInt8]) -> [String] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) ? 3 : 0
    var cursor = LineCursor(bytes, from: start)
    var lines: [String] = []
    while let line = cursor.next() { lines.append(String(decoding: bytes[line], as: UTF8.self)) }
    if bytes.count == start || bytes.last == 0x0A || bytes.last == 0x0D { lines.append("") }
    return lines
  }
}
