/// The Flesch-Kincaid grade of English text: 0.39 words per sentence + 11.8 syllables per word − 15.59
/// (Kincaid et al., 1975).
enum ReadingLevel {
  /// What 14-year-olds read.
  static let highest = 9

  /// Nil for a text of fewer than ten words, of which the formula says nothing.
  static func grade(of text: String) -> Int? {
    var count = Count()
    for scalar in text.unicodeScalars { count.take(scalar) }
    count.endWord()
    count.endSentence()
    guard count.words >= 10 else { return nil }
    let words = Double(count.words)
    return Int(
      (0.39 * words / Double(max(1, count.sentences)) + 11.8 * Double(count.syllables) / words - 15.59)
        .rounded())
  }

  /// What has been met of a text so far.
  private struct Count {
    var words = 0
    var sentences = 0
    var syllables = 0
    /// Of the word and the sentence that are being read.
    private var length = 0
    private var vowels = 0
    private var hasLetter = false
    /// The word's last two characters, small.
    private var last: Unicode.Scalar = " "
    private var beforeLast: Unicode.Scalar = " "

    mutating func take(_ scalar: Unicode.Scalar) {
      let isLetter = scalar.isLetter
      if isLetter || scalar == "'" || scalar == "’" || scalar == "-" {
        let small = scalar.small
        if small.isVowel, length == 0 || !last.isVowel { vowels += 1 }
        (beforeLast, last) = (last, small)
        length += 1
        if isLetter { hasLetter = true }
        return
      }
      endWord()
      if scalar == "." || scalar == "?" || scalar == "!" || scalar == ":" || scalar == ";" { endSentence() }
    }

    /// A word has a syllable for each group of vowels, not counting a silent `e` at its end, and at least one.
    mutating func endWord() {
      guard length > 0 else { return }
      let endsSilently = length > 2 && last == "e" && !beforeLast.isVowel && beforeLast != "l"
      syllables += max(1, endsSilently ? vowels - 1 : vowels)
      words += 1
      (length, vowels, last) = (0, 0, " ")
    }

    mutating func endSentence() {
      if hasLetter { sentences += 1 }
      hasLetter = false
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isLetter: Bool {
    isASCII ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
  }

  /// Without its capital, of the basic Latin letters: those that vowels are looked for among.
  fileprivate var small: Unicode.Scalar {
    (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value | 0x20)) : self
  }

  fileprivate var isVowel: Bool {
    switch self {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }
}
