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
}
