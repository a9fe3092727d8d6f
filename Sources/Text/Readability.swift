/// What the grade of a text is reckoned from.
package struct Readability: Sendable {
  package var words = 0
  package var syllables = 0
  package var sentences = 0

  package init() {}

  /// The school grade in the United States of Flesch and Kincaid (Kincaid et al., 1975): 0.39 words per sentence + 11.8
  /// syllables per word − 15.59. Nil for fewer words than `fewest`, of which the formula says nothing.
  package func grade(fewest: Int) -> Double? {
    guard words >= fewest else { return nil }
    return 0.39 * Double(words) / Double(max(sentences, 1)) + 11.8 * Double(syllables) / Double(words) - 15.59
  }
}
