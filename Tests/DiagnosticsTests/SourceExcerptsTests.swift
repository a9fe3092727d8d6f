import Testing

@testable import Diagnostics

@Suite struct SourceExcerptsTests {
  private func fault(_ line: Int, _ column: Int = 1, in file: String? = "a.md") -> Diagnostic {
    .error("some-fault", file: file, at: Position(line: line, column: column), "Wrong.")
  }

  @Test func linesAreFoundWhateverEndsThem() {
    var excerpts = SourceExcerpts { $0 == "a.md" ? Array("\u{FEFF}one\r\ntwo\rthree\n\nfive\n".utf8) : nil }
    let lines = (1...7).map { excerpts.line(of: fault($0)) }
    #expect(lines == ["one", "two", "three", "", "five", "", nil])
    #expect(excerpts.line(of: fault(1, in: "b.md")) == nil)
    #expect(excerpts.line(of: fault(1, in: nil)) == nil)
    #expect(excerpts.caret(fault(1)) == -1)
  }

  @Test func anEmptyFileHasALine() {
    var excerpts = SourceExcerpts { _ in [] }
    #expect(excerpts.line(of: fault(1)) == "")
  }

  @Test func aLongLineIsShownAroundThePlace() {
    let long = String(repeating: "x", count: 300) + "\u{202E}\ty" + String(repeating: "z", count: 300)
    var excerpts = SourceExcerpts { _ in Array("first\nsecond\n\(long)\nlast".utf8) }
    let around = excerpts.around(fault(3, 303))
    #expect(around.map(\.line) == [1, 2, 3, 4])
    #expect(around[2].text.count == 120)
    #expect(around[2].text.contains("\u{FFFD} y"))
    #expect(excerpts.caret(fault(3, 303)) == 59)
    #expect(excerpts.around(fault(9)).isEmpty)
  }
}
