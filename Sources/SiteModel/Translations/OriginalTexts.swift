/// The sentences of an original, to find those that a translation still has word for word.
package struct OriginalTexts: Sendable {
  /// The line of each sentence, by its words.
  private var lines: [UInt64: Int32] = [:]

  package init() {}

  /// `line` is that of the original's file on which the text begins; 0 when it is not known.
  package mutating func add(_ text: ArraySlice<UInt8>, line: Int) {
    SentenceReader.read(text, butFor: []) { sentence in
      if sentence.isTelling, lines[sentence.hash] == nil {
        lines[sentence.hash] = Int32(clamping: line)
      }
    }
  }

  /// The first sentence of a text that the original has, too. Words in `names`, which are in order, do not count: names of sites and
  /// the like, which stay as they are.
  package func first(in text: ArraySlice<UInt8>, butFor names: [Range<Int>] = []) -> Found? {
    if lines.isEmpty { return nil }
    var found: Found?
    SentenceReader.read(text, butFor: names) { sentence in
      if found == nil, sentence.isTelling, let line = lines[sentence.hash] {
        found = Found(range: sentence.range, line: Int(line))
      }
    }
    return found
  }

  package struct Found {
    /// Of the text's bytes.
    package let range: Range<Int>
    /// Of the original; 0 when it is not known.
    package let line: Int
  }
}

/// Goes through the sentences of a text, in one pass.
private enum SentenceReader {
  struct Sentence {
    let range: Range<Int>
    /// Of its words, whatever stands between them: FNV-1a, 64 bits.
    let hash: UInt64
    /// How many have a letter. Two signs of a script without spaces count as one.
    let words: Int
    /// How many have three letters or more: units, doses and marks have few.
    let longWords: Int

    /// Shorter ones may well be equal: names, doses, Latin terms, titles.
    var isTelling: Bool { words >= 6 && longWords >= 3 }
  }

  static func read(_ text: ArraySlice<UInt8>, butFor names: [Range<Int>], _ body: (Sentence) -> Void) {
    text.withUnsafeBufferPointer { read($0, from: text.startIndex, butFor: names, body) }
  }

  /// `first` is the place of the first byte in the array that it is from.
  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, from first: Int, butFor names: [Range<Int>],
    _ body: (Sentence) -> Void
  ) {
    let none: UInt64 = 0xCBF2_9CE4_8422_2325
    var (hash, words, longWords, signs) = (none, 0, 0, 0)
    var (start, end) = (text.startIndex, text.startIndex)
    var (isInWord, letters) = (false, 0)
    var name = 0
    func take(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    func endWord() {
      guard isInWord else { return }
      if letters > 0 { words += 1 }
      if letters > 2 { longWords += 1 }
      take(0x20)
      (isInWord, letters) = (false, 0)
    }
    func endSentence() {
      endWord()
      if hash != none {
        body(
          Sentence(
            range: first + start..<first + end, hash: hash, words: words + signs / 2,
            longWords: longWords + signs / 2)
        )
      }
      (hash, words, longWords, signs) = (none, 0, 0, 0)
    }
    var i = text.startIndex
    while i < text.endIndex {
      let byte = text[i]
      let length = separator(text, i)
      if length == 0 {
        if hash == none, !isInWord { start = i }
        while name < names.count, names[name].upperBound <= first + i { name += 1 }
        let counts = name == names.count || !names[name].contains(first + i)
        let letter = byte | 0x20
        if byte >= 0xE3, byte <= 0xE9 {
          if counts { signs += 1 }
        } else if counts, letter &- 0x61 < 26 || byte >= 0x80 {
          letters += 1
        }
        take(byte &- 0x41 < 26 ? letter : byte)
        isInWord = true
        i += 1
        end = i
        continue
      }
      // An apostrophe is within a word, however it is written.
      let isApostrophe =
        byte == UInt8(ascii: "'") || length == 3 && text[i + 1] == 0x80 && text[i + 2] == 0x99
      if !isApostrophe {
        endWord()
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
          || byte == 0xE3, i + length >= text.endIndex || byte == 0xE3 || separator(text, i + length) > 0
        {
          end = max(end, byte == 0xE3 ? end : i + 1)
          endSentence()
        }
      }
      i += length
    }
    endSentence()
  }

  /// How many bytes the sign takes that stands between words at `i`; 0 for a sign of a word.
  private static func separator(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    let byte = text[i]
    if byte < 0x80 {
      return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 ? 0 : 1
    }
    // Signs of Latin-1 (U+00A0 to U+00BF), general punctuation (U+2000 to U+203F), signs of CJK (U+3000 to U+303F).
    if byte == 0xC2, i + 1 < text.endIndex { return 2 }
    guard i + 2 < text.endIndex, text[i + 1] == 0x80 else { return 0 }
    return byte == 0xE2 || byte == 0xE3 ? 3 : 0
  }
}
