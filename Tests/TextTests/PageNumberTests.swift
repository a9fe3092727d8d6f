import Testing

@testable import Text

@Suite struct PageNumberTests {
  private func last(in line: String) -> String? {
    let bytes = Array("x\(line)".utf8)
    return PageNumber.last(in: bytes[1...]).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test(arguments: [
    ("Page 1 of 2", "Page 1 of 2"), ("Page 3", "Page 3"), ("page 1/4 ", "page 1/4"), ("1 | Page", "1 | Page"),
    ("1 | P a g e", "1 | P a g e"), ("The clinic | Page 1", "Page 1"), ("Knee – Page 1 of 2", "Page 1 of 2"),
    ("The clinic\tKnee\tPage 1", "Page 1"), ("Página 1 de 2", "Página 1 de 2"), ("– 3 –", "– 3 –"),
    ("Page\u{A0}1 of\u{A0}2", "Page\u{A0}1 of\u{A0}2"), ("Knee pain   page 2", "page 2"),
  ])
  func isFound(_ line: String, _ number: String) { #expect(last(in: line) == number) }

  @Test(arguments: [
    "", "-", "See page 3", "The page", "Page", "Page 1 of the book", "Page 1 of 2.", "3", "2 – 3", "1 of 2",
    "Homepage 2", "Do 3 of 4", "– three –", "1 | 2 | Page",
  ])
  func isText(_ line: String) { #expect(last(in: line) == nil) }

  @Test func titles() {
    let titles = ["Knee – Page 1 of 2", "Page 1 of 2", "Page 2", "Knee | page 2", "Knee"].map {
      PageNumber.inTitle(Array($0.utf8)[...]) != nil
    }
    #expect(titles == [true, true, false, true, false])
  }
}
