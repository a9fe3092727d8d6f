import Testing

@testable import Text

/// How hard a text is, reckoned by hand from the published formulas.
@Suite struct ReadabilityTests {
  private static func text(_ words: Int, _ syllables: Int, _ sentences: Int) -> Readability {
    var text = Readability()
    (text.words, text.syllables, text.sentences) = (words, syllables, sentences)
    return text
  }

  @Test(arguments: [(100, 200, 10, 11.91, 76.64), (40, 50, 0, 14.76, 91.04), (30, 60, 3, 11.91, 76.64)])
  func isReckoned(words: Int, syllables: Int, sentences: Int, grade: Double, ease: Double) throws {
    let text = Self.text(words, syllables, sentences)
    #expect(abs(try #require(text.grade(fewest: 30)) - grade) < 0.001)
    #expect(abs(try #require(text.ease(fewest: 30)) - ease) < 0.001)
  }

  /// Of a few words, a formula says nothing.
  @Test func isNotReckonedOfTooLittle() {
    #expect(Self.text(29, 60, 3).grade(fewest: 30) == nil)
    #expect(Self.text(29, 60, 3).ease(fewest: 30) == nil)
  }
}
