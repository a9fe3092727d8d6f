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

  /// How easy a Spanish text is, from 0 to 100 and beyond (Fernández Huerta, 1959): 206.84 − 60 syllables per word − 1.02 words per
  /// sentence. 60 and more is read with ease from 12 to 14 years on. Nil for fewer words than `fewest`.
  package func ease(fewest: Int) -> Double? {
    guard words >= fewest else { return nil }
    return 206.84 - 60 * Double(syllables) / Double(words) - 1.02 * Double(words) / Double(max(sentences, 1))
  }
}
