import Testing

@testable import Diagnostics

@Suite struct ByteOffsetsTests {
  /// An offset's position leads back to the offset, whatever ends lines.
  @Test(arguments: ["one\nzwö\n\nthree", "a\r\nbü\r\n\r\nc", "a\rb\r\rc\r", "\u{FEFF}a\nb", "", "é", "\n"])
  func backAndForth(text: String) {
    let bytes = Array(text.utf8)
    var offsets = ByteOffsets(bytes)
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

  @Test func inAnyOrder() {
    var offsets = ByteOffsets(Array("äbc\ndef".utf8))
    let places = [(1, 3), (1, 1), (1, 2), (2, 3), (2, 2), (1, 4), (1, 4), (2, 1)]
    #expect(
      places.map { offsets.offset(of: Position(line: $0.0, column: $0.1)) } == [3, 0, 2, 7, 6, 4, 4, 5])
  }

  @Test func placesThatThereAreNot() {
    var offsets = ByteOffsets(Array("ab\nc".utf8))
    #expect(offsets.offset(of: Position(line: 3, column: 1)) == nil)
    #expect(offsets.offset(of: Position(line: 0, column: 1)) == nil)
    #expect(offsets.offset(of: Position(line: 1, column: 0)) == nil)
    #expect(offsets.offset(of: Position(line: 1, column: 9)) == 2)
  }
}
