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

/// Counts the syllables of a word letter by letter: groups of vowels, without the silent endings `-e`, `-es` and `-ed`.
struct SyllableCounter {
  private var groups = 0
  private var wasVowel = false
  /// The last three letters, the latest lowest.
  private var last: UInt32 = 0

  /// A letter in lower case.
  @inline(__always)
  mutating func add(_ letter: UInt8) {
    // a, e, i, o, u and y, as bits from a on.
    let isVowel = (0x110_4111 as UInt32) >> UInt32(letter &- 0x61) & 1 == 1
    if isVowel {
      if !wasVowel || isHiatus(before: letter) { groups += 1 }
    }
    wasVowel = isVowel
    last = last << 8 | UInt32(letter)
  }

  /// A digit, hyphen or apostrophe.
  @inline(__always)
  mutating func interrupt() {
    wasVowel = false
    last = last << 8
  }

  /// A letter beyond ASCII: mostly a vowel with an accent.
  mutating func addForeign() {
    if !wasVowel { groups += 1 }
    wasVowel = true
    last = last << 8
  }

  /// At least one, as of an abbreviation.
  var count: Int {
    guard groups > 1 else { return 1 }
    return endsSilently ? groups - 1 : groups
  }

  /// Whether an `i` and what follows are two syllables, as in `iliac` and `radius`, not in `partial` and `station`.
  @inline(__always)
  private func isHiatus(before letter: UInt8) -> Bool {
    guard last & 0xFF == 0x69, letter == 0x61 || letter == 0x6F || letter == 0x75 else { return false }
    switch UInt8(truncatingIfNeeded: last >> 8) {
    case UInt8(ascii: "t"), UInt8(ascii: "c"), UInt8(ascii: "s"), UInt8(ascii: "g"), UInt8(ascii: "x"),
      UInt8(ascii: "h"), 0:
      return false
    default: return true
    }
  }

  private var endsSilently: Bool {
    let (before, middle, end) = (
      UInt8(truncatingIfNeeded: last >> 16), UInt8(truncatingIfNeeded: last >> 8),
      UInt8(truncatingIfNeeded: last)
    )
    func isOne(of letters: StaticString, _ letter: UInt8) -> Bool {
      letters.withUTF8Buffer { $0.contains(letter) }
    }
    switch end {
    case UInt8(ascii: "e"):
      return !isOne(of: "aeiouyl", middle) || middle == UInt8(ascii: "l") && isVowel(before)
    case UInt8(ascii: "s") where middle == UInt8(ascii: "e"): return !isOne(of: "aeiouylszxcgh", before)
    case UInt8(ascii: "d") where middle == UInt8(ascii: "e"): return !isOne(of: "aeiouyltd", before)
    default: return false
    }
  }

  private func isVowel(_ letter: UInt8) -> Bool {
    letter &- 0x61 < 26 && (0x110_4111 as UInt32) >> UInt32(letter &- 0x61) & 1 == 1
  }
}
