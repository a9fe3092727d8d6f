/// The age at which English text is read with ease: five more than its grade of Flesch and Kincaid, which is 0.39
/// words per sentence + 11.8 syllables per word − 15.59 (Kincaid et al., 1975).
struct ReadingAge {
  /// In years.
  static let highest = 14.0
  /// The formula says nothing of fewer words.
  private static let fewestWords = 20

  var words = 0
  var syllables = 0
  var sentences = 0

  /// In years; nil for a text that is too short.
  var years: Double? {
    guard words >= Self.fewestWords, sentences > 0 else { return nil }
    return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59 + 5
  }
}
