import Diagnostics
import Foundation

/// The lines of source files around what is wrong in them.
struct SourceExcerpts {
  let source: String
  private var file: String?
  private var lines: [Substring] = []
  /// Of a longer line, what stands around the place is shown.
  private static let width = 120
  private static let mostBytes = 4 << 20

  init(source: String) { self.source = source }

  /// The line in question as it is; nil when there is none.
  mutating func line(of diagnostic: Diagnostic) -> String? {
    guard let name = diagnostic.file, let position = diagnostic.position else { return nil }
    if file != name {
      file = name
      lines = read(name)
    }
    return lines.indices.contains(position.line - 1) ? String(lines[position.line - 1]) : nil
  }

  /// The same with two lines before it and one after, fit for the eye; empty when there is none.
  mutating func around(_ diagnostic: Diagnostic) -> [(line: Int, text: String)] {
    guard let position = diagnostic.position, line(of: diagnostic) != nil else { return [] }
    let first = max(1, position.line - 2)
    let last = min(lines.count, position.line + 1)
    let skipped = Self.skipped(position)
    return (first...last).map { number in
      let scalars = lines[number - 1].unicodeScalars.dropFirst(skipped).prefix(Self.width)
      return (number, String(String.UnicodeScalarView(scalars.map(Self.printable))))
    }
  }

  /// How many characters of the excerpt stand before the place; -1 without one.
  func caret(_ diagnostic: Diagnostic) -> Int {
    guard let position = diagnostic.position, !lines.isEmpty, file == diagnostic.file else { return -1 }
    return max(0, position.column - 1 - Self.skipped(position))
  }

  private static func skipped(_ position: Position) -> Int {
    position.column > width - 20 ? position.column - width / 2 : 0
  }

  private func read(_ name: String) -> [Substring] {
    let descriptor = open(source + "/" + name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard let bytes = try? handle.read(upToCount: Self.mostBytes) else { return [] }
    var text = String(decoding: bytes, as: UTF8.self)
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
  }

  /// A tab is as wide as any character, so that the caret stands where it should.
  private static func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0x00..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: scalar
    }
  }
}
