import Diagnostics

/// Replacements of bytes in one file, at places that its readers know; all other bytes stay.
struct TextEdits {
  struct Edit {
    let range: Range<Int>
    let new: [UInt8]
  }

  /// Relative to the source folder.
  let file: String
  let bytes: [UInt8]
  var offsets: ByteOffsets
  /// By where they begin: what two links share is changed once.
  private var edits: [Int: Edit] = [:]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes
    offsets = ByteOffsets(bytes)
  }

  mutating func replace(_ range: Range<Int>, with new: [UInt8]) {
    edits[range.lowerBound] = Edit(range: range, new: new)
  }

  mutating func insert(_ new: [UInt8], at offset: Int) { replace(offset..<offset, with: new) }

  /// In file order.
  var all: [Edit] { edits.values.sorted { $0.range.lowerBound < $1.range.lowerBound } }

  /// Whether a change begins with the byte there.
  func changes(at offset: Int) -> Bool { edits[offset].map { !$0.range.isEmpty } ?? false }

  func changes(_ range: Range<Int>) -> Bool {
    edits.values.contains { $0.range.lowerBound < range.upperBound && range.lowerBound < $0.range.upperBound }
  }

  var isEmpty: Bool { edits.isEmpty }

  /// Whether `text` stands there.
  func has(_ text: [UInt8], at offset: Int) -> Bool {
    offset <= bytes.count && bytes[offset...].starts(with: text)
  }

  var result: [UInt8] {
    var out: [UInt8] = []
    var at = 0
    for edit in all {
      out += bytes[at..<edit.range.lowerBound]
      out += edit.new
      at = edit.range.upperBound
    }
    return out + bytes[at...]
  }

  /// The lines in which it changes something that is there already.
  var changedLines: [Int] {
    var cursor = PositionCursor(bytes)
    let lines = all.filter { !$0.range.isEmpty }.map { cursor.position(ofByte: $0.range.lowerBound).line }
    return lines.enumerated().filter { $0 == 0 || lines[$0 - 1] != $1 }.map(\.element)
  }
}
