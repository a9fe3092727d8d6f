import Foundation
import Testing

@testable import Text

@Suite struct JSONTextTests {
  @Test func escapes() {
    #expect(JSONText.quoted("a\"b\\c\n\r\t\u{1}\u{7F}é") == #""a\"b\\c\n\r\t\u0001\u007fé""#)
    #expect(
      JSONText.quoted("</script>\u{2028}\u{2029}\u{2027}") == "\"\\u003c/script>\\u2028\\u2029\u{2027}\"")
    // Bytes of the same values end other characters: rupees, and the sign of an ohm.
    #expect(
      JSONText.quoted("\u{20A8}\u{2128}\u{3028}\u{C028}\u{28}") == "\"\u{20A8}\u{2128}\u{3028}\u{C028}(\"")
  }

  /// Each sign that is written in another way is, in a text with nothing else as well.
  @Test(arguments: [
    ("<", "\\u003c"), ("\"", "\\\""), ("\\", "\\\\"), ("\n", "\\n"), ("\u{1F}", "\\u001f"),
    ("\u{7F}", "\\u007f"),
    ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029"), (" ", " "), ("é", "é"), ("<<", "\\u003c\\u003c"),
    ("", ""),
  ])
  func areWritten(text: String, written: String) {
    var json = JSONWriter()
    json.array { $0.text(text) }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[\"\(written)\"]")
  }

  /// What is quoted reads back as what it was, whatever the scalars.
  @Test func readsBack() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("JSONTextTests.readsBack: seed \(seed)")
    var state = seed
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0..<20 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let ranges: [ClosedRange<UInt32>] = [0...0x7F, 0x80...0x2FF, 0x2020...0x2030, 0x1F300...0x1F310]
        let range = ranges[Int(state >> 62)]
        if let scalar = Unicode.Scalar(
          range.lowerBound + UInt32(truncatingIfNeeded: state >> 33) % UInt32(range.count))
        {
          text.append(scalar)
        }
      }
      let read = try JSONDecoder().decode(
        [String].self, from: Data("[\(JSONText.quoted(String(text)))]".utf8))
      #expect(Array(read.first?.unicodeScalars ?? "".unicodeScalars) == Array(text), "seed \(seed)")
    }
  }
}
