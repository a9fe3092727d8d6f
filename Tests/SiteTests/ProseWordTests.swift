import Testing

@testable import Text
@testable import Writing

/// Words as prose checks see them: where they end, and of how many syllables they are.
@Suite struct ProseWordTests {
  @Test(arguments: [
    ("Don’t stop.", ["don't", "stop"]), ("it's e-mail", ["it's", "e-mail"]),
    ("well- being", ["well", "being"]),
    ("the knees’ ", ["the", "knees"]), ("’tis -so 'x'", ["tis", "so", "x"]),
    ("2nd of 3", ["2nd", "of", "3"]),
    ("Knie–Hüfte…ja", ["knie", "hüfte", "ja"]), ("a“b”c«d»e", ["a", "b", "c", "d", "e"]), ("ß’ß", ["ß'ß"]),
    ("x’", ["x"]), ("AZ[az]@", ["az", "az"]), ("", []), ("…", []), ("a\u{A0}b", ["a", "b"]),
  ])
  func areTold(text: String, words: [String]) {
    #expect(ProseWords.words(of: text).map { String(decoding: $0, as: UTF8.self) } == words)
  }

  /// The fast way through an article says of each word what going through it letter by letter says, the second time as well.
  @Test func aWordThatWasMetIsTheSameWord() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pieces = [
      "a", "e", "i", "io", "ia", "y", "t", "c", "l", "le", "es", "ed", "z", "A", "Z", "é", "’", "'", "-", "0",
      "9", "²", "ễ",
      "–", "x", "station", "radius",
    ]
    let lists = WordLists(language: "en", jargon: ["bursa", "iliac"])
    var known = KnownWords(lists)
    for _ in 0..<4000 {
      let text = Array(("k" + (0...next(9)).map { _ in pieces[next(pieces.count)] }.joined()).utf8)
      let bytes = text + Array(" after".utf8)
      let first = ProseWords(text, 0..<text.count).map(\.range).first ?? 0..<0
      for limit in [text.count, bytes.count] {
        for _ in 0..<2 {
          let (end, word) = bytes.withUnsafeBufferPointer { known.word($0, 0, upTo: limit, bytes.span) }
          let wanted = bytes.span
          #expect(end == first.upperBound, "seed \(seed): \(String(decoding: text, as: UTF8.self))")
          #expect(
            Int(word.syllables) == Syllables.count(wanted, first),
            "seed \(seed): \(String(decoding: text, as: UTF8.self))")
          #expect(word.mayBeginPhrase == lists.mayBegin(WordLists.key(wanted, first)), "seed \(seed)")
        }
      }
    }
  }
}
