import Text

/// What prose checks ask of each word, kept for those that were met before: a text of 700 words has some 250 different
/// ones, and the next article has most of them again.
///
/// A table in which each word has one place and drives out the one that had it: a word that is not in it is only looked at
/// again.
struct KnownWords {
  struct Word {
    var syllables: UInt8 = 0
    /// Whether some phrase of the lists may begin with it.
    var mayBeginPhrase = false
  }

  private struct Place {
    /// The word's letters, small; zero for none. Longer words are in no place.
    var first: UInt64 = 0
    var second: UInt64 = 0
    var word = Word()
  }

  private let lists: WordLists
  private var places = [Place](repeating: Place(), count: placeCount)

  private static let placeCount = 1 << 13

  init(_ lists: WordLists) { self.lists = lists }

  /// The word at `start` and where it ends. `bytes` are those of `text`.
  @inline(__always)
  mutating func word(
    _ text: UnsafeBufferPointer<UInt8>, _ start: Int, upTo limit: Int, _ bytes: Span<UInt8>
  ) -> (end: Int, Word) {
    let first = LetterRun(text, at: start, upTo: limit)
    var second: UInt64 = 0
    var end = start &+ first.count
    if first.count == 8, end < limit {
      let run = LetterRun(text, at: end, upTo: limit)
      second = run.letters
      end &+= run.count
    }
    // What a hyphen, an apostrophe or a letter beyond ASCII goes on with, and what is longer, is looked at letter by letter.
    let next = end < limit ? text[end] : 0x20
    if first.count == 0 || end &- start == 16 || next >= 0x80 || next == UInt8(ascii: "-")
      || next == UInt8(ascii: "'")
    {
      return look(bytes, start, upTo: limit)
    }
    let hash = (first.letters ^ second &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: hash >> 51)
    let known = places[place]
    if known.first == first.letters, known.second == second { return (end, known.word) }
    let (_, word) = look(bytes, start, upTo: end)
    places[place] = Place(first: first.letters, second: second, word: word)
    return (end, word)
  }

  /// Goes through the word at `start` letter by letter.
  @inline(never)
  private func look(_ bytes: Span<UInt8>, _ start: Int, upTo limit: Int) -> (end: Int, Word) {
    var groups = 0
    var wasVowel: UInt8 = 0
    var i = start
    while i < limit {
      let letter = (bytes[i] | 0x20) &- 0x61
      if letter < 26 {
        let isVowel = Syllables.isVowel(letter)
        groups &+= Int(isVowel & ~wasVowel)
        if isVowel & wasVowel != 0, Syllables.isHiatus(bytes, i, in: start) { groups &+= 1 }
        wasVowel = isVowel
        i &+= 1
        continue
      }
      let length = ProseText.continuesWord(bytes, i)
      if length == 0 { break }
      // A letter of Latin-1 is mostly a vowel with an accent.
      if bytes[i] == 0xC3 { groups &+= 1 }
      wasVowel = 0
      i += length
    }
    let syllables =
      lists.formula == .fernandezHuerta
      ? Syllables.spanish(bytes, start..<i) : Syllables.count(bytes, start..<i, groups: groups)
    return (
      i,
      Word(
        syllables: UInt8(clamping: syllables), mayBeginPhrase: lists.mayBegin(WordLists.key(bytes, start..<i))
      )
    )
  }
}
