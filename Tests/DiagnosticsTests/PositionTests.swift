import Testing

@testable import Diagnostics

@Suite struct PositionTests {
  private static func position(_ offset: Int, _ text: String) -> [Int] {
    let position = Position(ofByte: offset, in: Array(text.utf8))
    return [position.line, position.column]
  }

  @Test func countsLinesAndScalars() {
    #expect(Self.position(0, "abc") == [1, 1])
    #expect(Self.position(2, "abc") == [1, 3])
    #expect(Self.position(4, "ab\ncd") == [2, 2])
    #expect(Self.position(5, "ab\r\ncd") == [2, 2])
    #expect(Self.position(4, "ab\rcd") == [2, 2])
    #expect(Self.position(3, "ab\n\ncd") == [2, 1])
    #expect(Self.position(3, "éa!") == [1, 3])
    #expect(Self.position(7, "e\u{301}🦴x") == [1, 4], "columns are scalars, not characters")
    #expect(Self.position(99, "ab") == [1, 3])
  }

  @Test func byteOrderMarkTakesNoColumn() {
    #expect(Self.position(0, "\u{FEFF}ab") == [1, 1])
    #expect(Self.position(3, "\u{FEFF}ab") == [1, 1])
    #expect(Self.position(4, "\u{FEFF}ab") == [1, 2])
    #expect(Self.position(6, "\u{FEFF}a\nb") == [2, 2])
  }

  @Test func order() {
    #expect(
      Position(line: 1, column: 9) < Position(line: 2, column: 1)
        && Position.start < Position(line: 1, column: 2))
  }
}
