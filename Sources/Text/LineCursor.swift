/// Line by line through bytes; a line's range is without its end (LF, CR LF or CR).
package struct LineCursor {
  private let bytes: [UInt8]
  /// Where the next line begins.
  package private(set) var offset: Int

  package init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  package mutating func next() -> Range<Int>? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    offset = end
    if offset < bytes.count {
      offset += bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
    }
    return start..<end
  }
}
