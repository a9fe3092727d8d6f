/// The syllables of English words: groups of vowels, without the silent endings `-e`, `-es` and `-ed`.
///
/// Public, not `package`: only what is public is inlined where another room calls it, which saves 3,600 instructions for
/// each article (callgrind).
public enum Syllables {
  /// 1 for a, e, i, o, u and y, given as their places in the alphabet from 0 on.
  package static func isVowel(_ letter: UInt8) -> UInt8 {
    UInt8(truncatingIfNeeded: (0x110_4111 as UInt32) &>> UInt32(letter)) & 1
  }

  /// How many a word of `groups` groups of vowels has: at least one, as of an abbreviation.
  @inlinable @inline(__always)
  public static func count(_ bytes: Span<UInt8>, _ word: Range<Int>, groups: Int) -> Int {
    if groups <= 1 { return 1 }
    let last = bytes[word.upperBound - 1] | 0x20
    let mayBeSilent = last == UInt8(ascii: "e") || last == UInt8(ascii: "s") || last == UInt8(ascii: "d")
    return mayBeSilent && word.count > 2 && endsSilently(bytes, word.upperBound) ? groups - 1 : groups
  }

  /// How many a word has.
  package static func count(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int {
    var groups = 0
    var wasVowel = false
    for i in word {
      let letter = (bytes[i] | 0x20) &- 0x61
      let isVowel = letter < 26 && self.isVowel(letter) == 1
      // A letter of Latin-1 is mostly a vowel with an accent.
      if isVowel && (!wasVowel || isHiatus(bytes, i, in: word.lowerBound)) || bytes[i] == 0xC3 { groups += 1 }
      wasVowel = isVowel
    }
    return count(bytes, word, groups: groups)
  }

  /// Whether the vowel at `i` behind another begins a syllable of its own, as in `iliac` and `radius`, not in
  /// `partial` and `station`. `start` is where the word begins.
  @inlinable @inline(__always)
  public static func isHiatus(_ bytes: Span<UInt8>, _ i: Int, in start: Int) -> Bool {
    let letter = bytes[i] | 0x20
    guard i &- start > 1, bytes[i - 1] | 0x20 == UInt8(ascii: "i"),
      letter == UInt8(ascii: "a") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "u")
    else { return false }
    let before = bytes[i - 2]
    return (before | 0x20) &- 0x61 < 26 && !contains("tcsgxh", before)
  }

  @usableFromInline
  static func endsSilently(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    let (before, middle) = (bytes[end - 3], bytes[end - 2])
    switch bytes[end - 1] | 0x20 {
    case UInt8(ascii: "e"):
      return contains("l", middle) ? contains("aeiouy", before) : !contains("aeiouy", middle)
    case UInt8(ascii: "s"): return contains("e", middle) && !contains("aeiouylszxcgh", before)
    default: return contains("e", middle) && !contains("aeiouyltd", before)
    }
  }

  @inlinable
  static func contains(_ letters: StaticString, _ byte: UInt8) -> Bool {
    letters.withUTF8Buffer { $0.contains(byte | 0x20) }
  }

  /// The syllables of a Spanish word in UTF-8. Each is one vowel or a run of them, which two strong vowels (a, e, o) or a weak one with
  /// an accent (í, ú) part (Real Academia Española, Ortografía, 3.4.2). The `u` of `que`, `gue` and the like is silent.
  package static func spanish(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Int {
    var count = 0
    // 0: no vowel, 1: a weak one, 2: a strong one, 3: a weak one with an accent.
    var last = 0
    var i = word.lowerBound
    while i < word.upperBound {
      var letter = bytes[i] | 0x20
      var isAccented = false
      if bytes[i] == 0xC3, i + 1 < word.upperBound {
        (letter, isAccented) = spanishVowel(bytes[i + 1])
        i += 1
      }
      i += 1
      var now = 0
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "o"): now = 2
      case UInt8(ascii: "i"), UInt8(ascii: "u"): now = isAccented ? 3 : 1
      case UInt8(ascii: "y") where i == word.upperBound: now = 1
      default: break
      }
      if letter == UInt8(ascii: "u"), !isAccented, i - 2 >= word.lowerBound, i < word.upperBound,
        bytes[i - 2] | 0x20 == UInt8(ascii: "q") || bytes[i - 2] | 0x20 == UInt8(ascii: "g"),
        bytes[i] | 0x20 == UInt8(ascii: "e") || bytes[i] | 0x20 == UInt8(ascii: "i") || bytes[i] == 0xC3
      {
        now = 0
      }
      if now > 0, last == 0 || now == 2 && last == 2 || now == 3 || last == 3 { count += 1 }
      last = now
    }
    return max(count, 1)
  }

  /// The letter that the second byte of an accented one stands for, small, and whether the accent parts vowels.
  private static func spanishVowel(_ byte: UInt8) -> (UInt8, Bool) {
    switch byte | 0x20 {
    case 0xA1: (UInt8(ascii: "a"), false)
    case 0xA9: (UInt8(ascii: "e"), false)
    case 0xAD: (UInt8(ascii: "i"), true)
    case 0xB3: (UInt8(ascii: "o"), false)
    case 0xBA: (UInt8(ascii: "u"), true)
    case 0xBC: (UInt8(ascii: "u"), false)
    default: (0, false)
    }
  }
}
