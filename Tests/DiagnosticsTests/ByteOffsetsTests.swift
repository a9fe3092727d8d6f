import Testing

@testable import Diagnostics

@Suite struct ByteOffsetsTests {
  /// An offset's position leads back to the offset, whatever ends lines.
  @Test(arguments: ["one\nzwö\n\nthree", "a\r\nbü\r\n\r\nc", "a\rb\r\rc\r", "\u{FEFF}a\nb", "", "é", "\n"])
  func backAndForth(text: String) {
    let bytes = Array(text.utf8)
    let offsets = ByteOffsets(bytes)
    var cursor = PositionCursor(bytes)
    let start = text.unicodeScalars.first == "\u{FEFF}" ? 3 : 0
    for offset in start...max(bytes.count, start)
    where offset == bytes.count
      || bytes[offset] & 0xC0 != 0x80
        && !(bytes[offset] == 0x0A && offset > 0 && bytes[offset - 1] == 0x0D)
    {
      let position = cursor.position(ofByte: offset)
      #expect(offsets.offset(of: position) == offset, "\(position) of \(bytes)")
    }
  }

  @Test func placesThatThereAreNot() {
    let offsets = ByteOffsets(Array("ab\nc".utf8))
    #expect(offsets.offset(of: Position(line: 3, column: 1)) == nil)
    #expect(offsets.offset(of: Position(line: 0, column: 1)) == nil)
    #expect(offsets.offset(of: Position(line: 1, column: 0)) == nil)
    #expect(offsets.offset(of: Position(line: 1, column: 9)) == 2)
  }
}
