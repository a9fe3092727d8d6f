import Testing
import Text

@Suite struct ByteSearchTests {
  @Test(arguments: [
    ("a -->", "-->", 2), ("--->", "-->", 1), ("-->", "-->", 0), ("--", "-->", nil), ("", "x", nil),
    ("aab aabaa", "aabaa", 4), ("x", "", nil), ("äö", "ö", 2), ("abab", "b", 1),
  ])
  func places(text: String, wanted: String, place: Int?) {
    let found = ByteSearch.first(Array(wanted.utf8), in: Array(text.utf8)[...])
    #expect(found?.lowerBound == place && found?.count == place.map { _ in wanted.utf8.count })
  }

  /// Of a part, places are those of the whole.
  @Test func parts() {
    let bytes = Array("one, two, one".utf8)
    #expect(ByteSearch.first(Array("one".utf8), in: bytes[1...]) == 10..<13)
    #expect(ByteSearch.first(Array("one".utf8), in: bytes[1..<12]) == nil)
  }
}
