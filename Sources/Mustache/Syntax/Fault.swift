import Diagnostics

/// A fault at a byte of a template; `Diagnostic` once its line and column are counted.
package struct Fault: Hashable, Sendable {
  package var code: DiagnosticCode
  package var offset: Int
  package var message: String
  package var hint: String?
}

extension Fault {
  /// The diagnostics of all `faults` of one source, each once, in the order they stand in the file. One pass
  /// over the bytes, however many faults there are.
  package static func diagnostics(of faults: some Sequence<Fault>, in source: TemplateSource) -> [Diagnostic]
  {
    var seen: Set<Fault> = []
    let inOrder = faults.filter { seen.insert($0).inserted }.sorted { $0.offset < $1.offset }
    var cursor = PositionCursor(source.bytes)
    return inOrder.map { fault in
      .error(
        fault.code, file: source.file, at: cursor.position(ofByte: fault.offset), fault.message,
        hint: fault.hint)
    }
  }
}

/// Positions of ascending offsets, each byte read once. It counts as `Position(ofByte:in:)` does.
private struct PositionCursor {
  private let bytes: [UInt8]
  private var read: Int
  private var line = 1
  private var column = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    read = bytes.starts(with: Tokenizer.byteOrderMark) ? Tokenizer.byteOrderMark.count : 0
  }

  mutating func position(ofByte offset: Int) -> Position {
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
