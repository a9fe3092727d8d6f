import Text

/// How hard a text of the checker is to read.
enum ReadingLevel {
  /// The grade of what 14-year-olds read.
  static let highest = 9

  /// Nil for a text of fewer than ten words, of which the formula says nothing.
  static func grade(of text: String) -> Int? {
    // What ends a text ends its last sentence.
    let text = text + "."
    let bytes = Array(text.utf8)
    var count = Readability()
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
        count.words += 1
        count.syllables += Syllables.count(bytes.span, word)
      }
      word = end..<end
      if hasLetter, ".?!:;".unicodeScalars.contains(scalar) {
        count.sentences += 1
        hasLetter = false
      }
    }
    return count.grade(fewest: 10).map { Int($0.rounded()) }
  }
}
