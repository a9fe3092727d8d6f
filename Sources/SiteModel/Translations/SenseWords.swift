/// What a sentence says of senses that exclude each other: one bit for each sense.
struct StatedSenses: Equatable, Sendable {
  fileprivate(set) var certain: UInt64 = 0
  fileprivate(set) var possible: UInt64 = 0

  var all: UInt64 { certain | possible }

  mutating func add(_ other: StatedSenses) {
    certain |= other.certain
    possible |= other.possible
  }
}

/// The words and phrases of a language that say one of two opposites: `keep off`, `deje de`.
struct SenseWords: Sendable {
  /// Senses that exclude each other, and what follows where the first is not said at all.
  struct Group: Sendable {
    let mask: UInt64
    let first: UInt64
    let losesFirst: Bool
    let isNegation: Bool
    let turns: Bool
    let isOfSides: Bool
    let isOfDoses: Bool
  }

  private struct Meaning {
    var senses = StatedSenses()
    /// All senses of its groups: behind a *not* it may be any.
    var group: UInt64 = 0
    var isNegation = false
  }

  /// A phrase by the keys of its words.
  private var meanings: [UInt64: Meaning] = [:]
  /// How many words the longest phrase has that begins with a word.
  private var lengths: [UInt64: Int] = [:]

  /// So many words behind a *not* belong to it.
  private static let reach = 3

  static let groups: [Group] = {
    var next: UInt64 = 1
    return SenseGroup.all.map { group in
      let first = next
      var mask: UInt64 = 0
      for _ in group.senses {
        mask |= next
        next <<= 1
      }
      return Group(
        mask: mask, first: first, losesFirst: group.losesFirst, isNegation: group.isNegation,
        turns: group.turns, isOfSides: group.isOfSides, isOfDoses: group.isOfDoses)
    }
  }()

  static let english = SenseWords(\.english, \.perhapsEnglish, negations: SenseGroup.english)
  static let spanish = SenseWords(\.spanish, \.perhapsSpanish, negations: SenseGroup.spanish)

  private init(_ certain: KeyPath<Sense, String>, _ perhaps: KeyPath<Sense, String>, negations: String) {
    add(negations) { $0.isNegation = true }
    var bit: UInt64 = 1
    for (group, stated) in zip(SenseGroup.all, Self.groups) {
      for sense in group.senses {
        let own = bit
        add(sense[keyPath: certain]) {
          $0.senses.certain |= own
          $0.group |= stated.mask
        }
        add(sense[keyPath: perhaps]) {
          $0.senses.possible |= own
          $0.group |= stated.mask
        }
        bit <<= 1
      }
    }
  }

  private mutating func add(_ phrases: String, _ body: (inout Meaning) -> Void) {
    for phrase in phrases.split(separator: ";") {
      let digits = phrase.utf8.map { $0 == UInt8(ascii: "#") ? UInt8(ascii: "0") : $0 }
      let words = Self.words(of: digits[...]).compactMap { $0?.key }
      guard let first = words.first else { continue }
      let key = words.reduce(0, Self.key)
      lengths[first] = max(lengths[first] ?? 0, words.count)
      body(&meanings[key, default: Meaning()])
    }
  }

  // MARK: Reading

  /// A word by its key, and where it stands; any number has the same key.
  private typealias Word = (key: UInt64, range: Range<Int>)

  /// Nil ends a sentence.
  private static func words(of text: ArraySlice<UInt8>) -> [Word?] {
    var found: [Word?] = []
    StatedWord.forEach(in: text) { word in
      found.append(word.map { ($0.value == nil ? $0.key : 0, $0.range) })
      return false
    }
    return found
  }

  /// That of a phrase, with one more word.
  private static func key(_ phrase: UInt64, with word: UInt64) -> UInt64 { phrase &* 0x100_0000_01B3 ^ word }

  /// What each sentence of a text says.
  func sentences(of text: ArraySlice<UInt8>) -> [StatedSenses] {
    var found: [StatedSenses] = []
    read(text) { senses, _ in
      found.append(senses)
    } found: { _, _ in
    }
    return found
  }

  /// The first words of a text that say one of `wanted`, as they are written.
  func words(stating wanted: UInt64, in text: ArraySlice<UInt8>) -> String? {
    var place: Range<Int>?
    read(text) { _, _ in
    } found: { senses, range in
      if place == nil, senses.certain & wanted != 0 { place = range }
    }
    return place.map { String(decoding: text[$0], as: UTF8.self) }
  }

  private func read(
    _ text: ArraySlice<UInt8>, sentence ended: (StatedSenses, Int) -> Void,
    found: (StatedSenses, Range<Int>) -> Void
  ) {
    let words = Self.words(of: text)
    var (sentence, count, number) = (StatedSenses(), 0, 0)
    var negation: Int?
    while number < words.count {
      guard let word = words[number] else {
        if count > 0 { ended(sentence, count) }
        (sentence, count, negation) = (StatedSenses(), 0, nil)
        number += 1
        continue
      }
      count += 1
      guard let (meaning, length) = longest(at: number, of: words) else {
        number += 1
        continue
      }
      if meaning.isNegation { negation = number }
      var senses = meaning.senses
      if !meaning.isNegation, let negation, number - negation <= Self.reach {
        senses = StatedSenses(certain: 0, possible: meaning.group)
      }
      sentence.add(senses)
      found(senses, word.range.lowerBound..<(words[number + length - 1]?.range.upperBound ?? 0))
      number += length
    }
  }

  /// The longest phrase that begins with a word.
  private func longest(at place: Int, of words: [Word?]) -> (meaning: Meaning, length: Int)? {
    guard let first = words[place], let most = lengths[first.key] else { return nil }
    var key: UInt64 = 0
    var found: (meaning: Meaning, length: Int)?
    for number in place..<min(place + most, words.count) {
      guard let word = words[number] else { break }
      key = Self.key(key, with: word.key)
      if let meaning = meanings[key] { found = (meaning, number - place + 1) }
    }
    return found
  }
}
