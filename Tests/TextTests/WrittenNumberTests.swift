import Testing
import Text

@Suite struct WrittenNumberTests {
  @Test(
    arguments: [
      ("Call 911.", ["911"]),
      ("2 to 3 times, 20–30 s", ["2", "3", "20", "30"]),
      ("1,000 mg", ["1000"]), ("1.000 mg", ["1000"]), ("1 000 mg", ["1000"]), ("1\u{202F}000 mg", ["1000"]),
      ("1’000 mg", ["1000"]), ("1,234,567 steps", ["1234567"]), ("10 000 steps", ["10000"]),
      ("2.5 cm", ["2.5"]), ("2,5 cm", ["2.5"]), ("2.50 cm", ["2.5"]), ("0.5", ["0.5"]), ("0,5", ["0.5"]),
      ("at 8:30", ["8.3"]), ("a las 8.30", ["8.3"]), ("8:00", ["8"]), ("08:00", ["8"]),
      ("5 p.m.", ["17"]), ("5 p. m.", ["17"]), ("5pm", ["17"]), ("17:00", ["17"]), ("12 a.m.", ["0"]),
      ("12 p.m.", ["12"]), ("3 a mano", ["3"]), ("3 amigos", ["3"]),
      ("212-555-0100", ["212", "555", "0100"]), ("1 212-555-0100", ["1", "212", "555", "0100"]),
      ("+34 600 123 456", ["34600123456"]),
      ("½ tablet", ["1", "2"]), ("1/2 tablet", ["1", "2"]), ("1½", ["1", "1", "2"]),
      ("50%", ["50"]), ("50 %", ["50"]), ("L5 and COVID-19", ["5", "19"]),
      ("٣ مرات", ["3"]), ("۱۲٫۵", ["12.5"]), ("३ बार", ["3"]),
      ("", []), ("three weeks", []), ("1.", ["1"]), ("3,", ["3"]), (":5", ["5"]),
    ] as [(String, [String])]) func isRead(_ text: String, _ expected: [String])
  {
    #expect(WrittenNumber.all(in: Array(text.utf8)[...]).map(\.value) == expected)
  }

  @Test func placesAreOfTheWholeText() {
    let text = Array("In 6 weeks, 12 times".utf8)
    #expect(WrittenNumber.all(in: text[4...]).map(\.offset) == [12])
  }

  @Test func missing() {
    func numbers(_ text: String) -> [WrittenNumber] { WrittenNumber.all(in: Array(text.utf8)[...]) }
    #expect(["6", "8", "6"].places(lackingIn: ["8", "6"]) == [2])
    #expect(["6", "8"].places(lackingIn: ["8", "6", "6"]).isEmpty)
  }
}
