import Text

/// What the words of a language state, in whatever form they stand: `six`, `seis`, `weeks`, `semanas`, `not`, `sin`.
struct FactWords: Sendable {
  typealias Entry = (facts: StatedFacts, words: String)

  /// By the hash of a word: there are few, and all are known to differ.
  private var slots = [(key: UInt64, facts: StatedFacts)](repeating: (0, StatedFacts()), count: Self.size)
  /// What says one of two opposites.
  let senses: SenseWords
  /// Whether `-less` and `un-` may say that something is not so.
  private let isEnglish: Bool

  /// Whether a sentence says *not* before each verb, so that other languages say it less often.
  var repeatsNegation: Bool { !isEnglish }

  private static let size = 1024

  /// Words have single spaces between them; accents do not matter, but for `ñ`.
  init(_ entries: [Entry], senses: SenseWords, isEnglish: Bool = false) {
    (self.isEnglish, self.senses) = (isEnglish, senses)
    for (facts, words) in entries {
      for word in words.split(separator: " ") {
        StatedWord.forEach(in: Array(word.utf8)[...]) { word in
          guard let word else { return false }
          // A word may stand under more than one head.
          slots[place(of: word.key)].facts.add(entry: facts)
          slots[place(of: word.key)].key = word.key
          return false
        }
      }
    }
  }

  /// The slot of a word, or the one in which it would be.
  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: key ^ key >> 32) & (Self.size - 1)
    while slots[place].key != 0, slots[place].key != key { place = (place + 1) & (Self.size - 1) }
    return place
  }

  /// What each sentence of a text states.
  func sentences(of text: ArraySlice<UInt8>) -> [StatedFacts] {
    var found: [StatedFacts] = []
    var sentence = StatedFacts()
    var hasWords = false
    StatedWord.forEach(in: text) { word in
      guard let word else {
        if hasWords { found.append(sentence) }
        (sentence, hasWords) = (StatedFacts(), false)
        return false
      }
      let facts = facts(of: word, in: text)
      sentence.add(word: facts, isBehindNumber: word.isBehindNumber)
      hasWords = true
      return facts.counts
    }
    return found
  }

  /// The first word of a text that states one of `wanted`, as it is written: one that says it for sure, if there is one.
  func word(stating wanted: UInt64, in text: ArraySlice<UInt8>) -> String? {
    var (sure, other): (Range<Int>?, Range<Int>?)
    StatedWord.forEach(in: text) { word in
      guard let word else { return false }
      let facts = facts(of: word, in: text)
      if sure == nil, (facts.certain | facts.counted) & wanted != 0 { sure = word.range }
      if other == nil, facts.possible & wanted != 0 { other = word.range }
      return facts.counts
    }
    return (sure ?? other).map { String(decoding: text[$0], as: UTF8.self) }
  }

  /// Whether a text has a number, in digits or in words.
  func says(_ number: Int, in text: ArraySlice<UInt8>) -> Bool {
    let wanted = StatedFacts.number(number)
    return wanted != 0 && sentences(of: text).reduce(0) { $0 | $1.all } & wanted == wanted
  }

  private func facts(of word: StatedWord, in text: ArraySlice<UInt8>) -> StatedFacts {
    if let value = word.value { return StatedFacts(possible: StatedFacts.number(value)) }
    let slot = slots[place(of: word.key)]
    if slot.key != 0 { return slot.facts }
    guard isEnglish, word.range.count > 4 else { return StatedFacts() }
    let (beginning, end) = (text[word.range].prefix(2), text[word.range].suffix(4))
    let saysNot =
      end.elementsEqual("less".utf8) || end.elementsEqual("free".utf8)
      || ["un", "in", "im"].contains { beginning.elementsEqual($0.utf8) }
    return saysNot ? StatedFacts(possible: StatedFacts.negation) : StatedFacts()
  }
}

/// A word of a text, or a number in digits.
struct StatedWord {
  let range: Range<Int>
  /// Of its letters, small and without accents: FNV-1a, 64 bits.
  let key: UInt64
  /// What digits say; nil for a word.
  let value: Int?
  let isBehindNumber: Bool

  /// The words of a text in order, and nil where a sentence ends. `body` says of each whether it is a number.
  static func forEach(in text: ArraySlice<UInt8>, _ body: (StatedWord?) -> Bool) {
    text.withUnsafeBufferPointer { forEach(in: $0, from: text.startIndex, body) }
  }

  /// `first` is the place of the first byte in the array that it is from.
  private static func forEach(
    in text: UnsafeBufferPointer<UInt8>, from first: Int, _ body: (StatedWord?) -> Bool
  ) {
    var (i, isBehindNumber) = (0, false)
    while i < text.count {
      let (begin, byte) = (i, text[i])
      var (key, value): (UInt64, Int?) = (0xCBF2_9CE4_8422_2325, nil)
      if byte &- 0x30 < 10 {
        value = number(text, &i)
      } else if let one = letter(text, i), !one.isApostrophe {
        while let (sign, length, _) = letter(text, i) {
          key = (key ^ UInt64(sign)) &* 0x100_0000_01B3
          i += length
        }
      } else {
        // Signs of Latin-1 and general punctuation.
        i += byte == 0xC2 ? 2 : byte == 0xE2 ? 3 : 1
        let isEnd = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
        if isEnd, i >= text.count || text[i] &- 0x30 >= 10 { isBehindNumber = body(nil) }
        continue
      }
      isBehindNumber = body(
        StatedWord(
          range: first + begin..<first + i, key: key, value: value, isBehindNumber: isBehindNumber))
    }
    _ = body(nil)
  }

  /// Digits in a row. Long ones are no number that words would say.
  private static func number(_ text: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Int {
    var value = 0
    while i < text.count, text[i] &- 0x30 < 10 {
      value = min(value * 10 + Int(text[i] - 0x30), 1_000_000)
      i += 1
    }
    return value
  }

  /// The letter at `i`, as a small one without its accent, and how many bytes it takes; an apostrophe within a word is one, too.
  private static func letter(
    _ text: UnsafeBufferPointer<UInt8>, _ i: Int
  ) -> (sign: UInt8, length: Int, isApostrophe: Bool)? {
    guard i < text.count else { return nil }
    let byte = text[i]
    if byte < 0x80 {
      if (byte | 0x20) &- 0x61 < 26 { return (byte | 0x20, 1, false) }
      return byte == UInt8(ascii: "'") && begins(text, i + 1) ? (byte, 1, true) : nil
    }
    if byte == 0xC3, i + 1 < text.count { return (plain(text[i + 1]), 2, false) }
    if byte == 0xC2 { return nil }
    guard byte == 0xE2, i + 2 < text.count, text[i + 1] == 0x80 else { return (byte, 1, false) }
    return text[i + 2] == 0x99 && begins(text, i + 3) ? (UInt8(ascii: "'"), 3, true) : nil
  }

  private static func begins(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    i < text.count && ((text[i] | 0x20) &- 0x61 < 26 || text[i] == 0xC3)
  }

  /// A letter of Latin-1 by its second byte: vowels of Spanish without accents, all others as they are, but small.
  private static func plain(_ byte: UInt8) -> UInt8 {
    let small = byte < 0x9F ? byte | 0x20 : byte
    switch small {
    case 0xA1: return UInt8(ascii: "a")
    case 0xA9: return UInt8(ascii: "e")
    case 0xAD: return UInt8(ascii: "i")
    case 0xB3: return UInt8(ascii: "o")
    case 0xBA, 0xBC: return UInt8(ascii: "u")
    default: return small
    }
  }
}
