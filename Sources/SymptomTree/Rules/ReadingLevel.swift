/// The Flesch-Kincaid grade of English text: 0.39 words per sentence + 11.8 syllables per word − 15.59
/// (Kincaid et al., 1975).
enum ReadingLevel {
  /// What 14-year-olds read.
  static let highest = 9

  /// Nil for a text of fewer than ten words, of which the formula says nothing.
  static func grade(of text: String) -> Int? {
    let words = text.split { !$0.isLetter && $0 != "'" && $0 != "’" && $0 != "-" }
    guard words.count >= 10 else { return nil }
    let sentences = max(
      1, text.split { ".?!:;".contains($0) }.filter { $0.contains(where: \.isLetter) }.count)
    let syllables = words.reduce(0) { $0 + Self.syllables(in: $1) }
    let count = Double(words.count)
    return Int((0.39 * count / Double(sentences) + 11.8 * Double(syllables) / count - 15.59).rounded())
  }

  /// Groups of vowels, without a silent `e` at the end.
  private static func syllables(in word: Substring) -> Int {
    let letters = Array(word.lowercased())
    var count = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    let endsSilently =
      letters.count > 2 && letters.last == "e" && !"aeiouyl".contains(letters[letters.count - 2])
    return max(1, endsSilently ? count - 1 : count)
  }
}
