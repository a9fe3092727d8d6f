import Text

/// The Flesch-Kincaid grade of English text: 0.39 words per sentence + 11.8 syllables per word − 15.59
/// (Kincaid et al., 1975).
enum ReadingLevel {
  /// What 14-year-olds read.
  static let highest = 9

  /// Nil for a text of fewer than ten words, of which the formula says nothing.
  static func grade(of text: String) -> Int? {
    // What ends a text ends its last sentence.
    let text = text + "."
    let bytes = Array(text.utf8)
    var (words, syllables, sentences) = (0, 0, 0)
    var word = 0..<0
    var hasLetter = false
    for scalar in text.unicodeScalars {
      let end = word.upperBound + UTF8.width(scalar)
      let isLetter =
        scalar.isASCII ? (0x61...0x7A).contains(scalar.value | 0x20) : scalar.properties.isAlphabetic
      if isLetter || scalar == "'" || scalar == "’" || scalar == "-" {
        hasLetter = hasLetter || isLetter
        word = word.lowerBound..<end
        continue
      }
      if !word.isEmpty {
        words += 1
        syllables += Syllables.count(bytes.span, word)
      }
      word = end..<end
      if hasLetter, ".?!:;".unicodeScalars.contains(scalar) {
        sentences += 1
        hasLetter = false
      }
    }
    guard words >= 10 else { return nil }
    let wordsPerSentence = Double(words) / Double(max(1, sentences))
    return Int((0.39 * wordsPerSentence + 11.8 * Double(syllables) / Double(words) - 15.59).rounded())
  }
}
