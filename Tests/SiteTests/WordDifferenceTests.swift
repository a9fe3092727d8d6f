import Testing

@testable import Authoring
@testable import Comparison
@testable import Files
@testable import PreviewServer
@testable import Search
@testable import Site
@testable import SiteModel
@testable import Text
@testable import Writing

@Suite struct WordDifferenceTests {
  private func passages(_ old: String, _ new: String) -> [[String?]] {
    WordDifference(old, new).passages.map { [$0.was, $0.now] }
  }

  @Test func places() {
    #expect(passages("a b c", "a b c").isEmpty)
    #expect(passages("", "").isEmpty)
    #expect(passages("Hold for 20 s.", "Hold for 30 s.") == [["Hold for «20» s.", "Hold for «30» s."]])
    #expect(passages("Do not run.", "Do run.") == [["Do «not» run.", nil]])
    #expect(passages("", "New.") == [[nil, "«New.»"]])
    #expect(passages("Old.", "") == [["«Old.»", nil]])
    // Two places far apart stay two; those with few words between become one.
    #expect(
      passages("a 1 b c d e f 2 g", "a 9 b c d e f 8 g") == [
        ["a «1» b c d e f 2 g", "a «9» b c d e f 8 g"], ["a 1 b c d e f «2» g", "a 9 b c d e f «8» g"],
      ])
    #expect(passages("a 1 b c 2 d", "a 9 b c 8 d") == [["a «1 b c 2» d", "a «9 b c 8» d"]])
  }

  /// What both texts begin and end with is not read as words, and nothing of that shows.
  @Test func longTextsWithOneDifference() {
    func text(_ range: Range<Int>) -> String { range.map { "w\($0)" }.joined(separator: " ") }
    let (before, after) = (text(0..<500), text(500..<1000))
    #expect(
      passages("\(before) old \(after)", "\(before) new words \(after)") == [
        [
          "… \(text(493..<500)) «old» \(text(500..<507)) …",
          "… \(text(493..<500)) «new words» \(text(500..<507)) …",
        ]
      ])
    // Words that begin or end alike, one text that the other begins or ends with, and one that repeats itself.
    #expect(
      passages("\(before) cold \(after)", "\(before) colt \(after)").first?[0]
        == "… \(text(493..<500)) «cold» \(text(500..<507)) …")
    #expect(passages(before, "\(before) more") == [[nil, "… \(text(493..<500)) «more»"]])
    #expect(passages("old \(after)", after) == [["«old» \(text(500..<507)) …", nil]])
    let same = Array(repeating: "a", count: 300).joined(separator: " ")
    #expect(passages(same, "\(same) a a") == [[nil, "… a a a a a a a «a a»"]])
    // Eight words before and behind are one more than are shown, seven are all.
    #expect(
      passages("1 2 3 4 5 6 7 8 x 1 2 3 4 5 6 7 8", "1 2 3 4 5 6 7 8 y 1 2 3 4 5 6 7 8").first?[0]
        == "… 2 3 4 5 6 7 8 «x» 1 2 3 4 5 6 7 …")
    #expect(
      passages("1 2 3 4 5 6 7 x 1 2 3 4 5 6 7", "1 2 3 4 5 6 7 y 1 2 3 4 5 6 7").first?[0]
        == "1 2 3 4 5 6 7 «x» 1 2 3 4 5 6 7")
  }

  @Test func longTexts() {
    let many = (0..<1000).map { "w\($0)" }
    let old = many.joined(separator: " ")
    let new = many.reversed().joined(separator: " ")
    let found = passages(old, new)
    #expect(found.count == 1)
    #expect(found.first?[0]?.contains(" … [940 words] … ") == true)
    #expect(WordDifference.whole(Array(old.utf8)).contains("[940 words]"))
  }

  /// Every word that one text alone has is in a passage of its side.
  @Test func nothingIsLost() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<300 {
      let old = (0..<next(30)).map { _ in "w\(next(12))" }
      let new = (0..<next(30)).map { _ in "w\(next(12))" }
      let found = WordDifference(old.joined(separator: " "), new.joined(separator: " ")).passages
      #expect(found.isEmpty == (old == new), "seed \(seed)")
      for word in Set(old).subtracting(new) {
        #expect(
          found.contains {
            $0.was?.split(whereSeparator: { " «»".contains($0) }).contains(word[...]) == true
          }, "seed \(seed)")
      }
      for word in Set(new).subtracting(old) {
        #expect(
          found.contains {
            $0.now?.split(whereSeparator: { " «»".contains($0) }).contains(word[...]) == true
          }, "seed \(seed)")
      }
    }
  }
}
