import Text

/// The words of a text, each with a hash of its letters in lower case.
enum WordScanner {
  struct Word {
    private let first: Int32
    private let last: Int32
    let hash: UInt64

    init(start: Int, end: Int, hash: UInt64) {
      first = Int32(truncatingIfNeeded: start)
      last = Int32(truncatingIfNeeded: end)
      self.hash = hash
    }

    /// Offsets in the text, which is far smaller than 2 GB.
    var start: Int { Int(first) }
    var end: Int { Int(last) }
  }

  /// Appends the words in `range` of `text`. Citations and footnote references are not text.
  static func scan(_ text: [UInt8], _ range: Range<Int>, into words: inout [Word]) {
    // The pointer is used only inside the closure, at places below its count.
    text.span.extracting(range).withUnsafeBufferPointer { bytes in
      let base = range.lowerBound
      let end = bytes.count
      var i = 0
      while i < end {
        var run = LetterRun(bytes, at: i, upTo: end)
        if run.count == 0 {
          let byte = bytes[i]
          if byte < 0x80 {
            i = byte == UInt8(ascii: "[") ? skippingReference(bytes, i) : i &+ 1
            continue
          }
          if isPunctuation(bytes, i) {
            i += characterLength(bytes, i)
            continue
          }
        }
        let start = i
        var hash = WordHash(run)
        i &+= run.count
        while run.count == 8, i < end {
          run = LetterRun(bytes, at: i, upTo: end)
          if run.count > 0 { hash.add(run) }
          i &+= run.count
        }
        let next = i < end ? bytes[i] : 0x20
        if next >= 0x80 || next == UInt8(ascii: "'") {
          // Few words have more than letters and digits of ASCII.
          let letters = letters(bytes, start, &i)
          hash = WordHash(letters)
        }
        words.append(Word(start: base + start, end: base + i, hash: hash.value))
        if next == 0x20 { i &+= 1 }
      }
    }
  }

  /// The letters of the word at `start`, small and with straight apostrophes; `i` is moved to where it ends.
  private static func letters(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ i: inout Int) -> [UInt8] {
    var letters: [UInt8] = []
    i = start
    while i < bytes.count {
      let byte = bytes[i]
      if isLetterOrDigit(byte) {
        // Digits have this bit already.
        letters.append(byte | 0x20)
        i += 1
      } else if byte < 0x80, byte != UInt8(ascii: "'") {
        break
      } else if !append(bytes, &i, to: &letters) {
        break
      }
    }
    return letters
  }

  @inline(__always)
  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Takes an apostrophe or what is beyond ASCII into the word; false when it ends the word.
  private static func append(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int, to letters: inout [UInt8])
    -> Bool
  {
    let length = characterLength(bytes, i)
    if bytes[i] == UInt8(ascii: "'") || isApostrophe(bytes, i) {
      // Inside a word, whichever way it is written.
      guard i + length < bytes.count, isWord(bytes[i + length]) else { return false }
      letters.append(0x27)
    } else if isPunctuation(bytes, i) {
      return false
    } else if bytes[i] == 0xC3, length == 2, bytes[i + 1] < 0x9F, bytes[i + 1] != 0x97 {
      letters.append(0xC3)
      letters.append(bytes[i + 1] | 0x20)
    } else {
      letters.append(contentsOf: bytes[i..<i + length])
    }
    i += length
    return true
  }

  /// Past `[@…` or `[^…`, or just past the bracket.
  private static func skippingReference(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var i = start + 1
    guard i < bytes.count, bytes[i] == UInt8(ascii: "@") || bytes[i] == UInt8(ascii: "^") else { return i }
    while i < bytes.count, bytes[i] != UInt8(ascii: "]"), bytes[i] != UInt8(ascii: "[") { i += 1 }
    return i
  }

  /// U+2019 and U+2018, which a typographic apostrophe is.
  private static func isApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    bytes[i] == 0xE2 && i + 2 < bytes.count && bytes[i + 1] == 0x80
      && (bytes[i + 2] == 0x99 || bytes[i + 2] == 0x98)
  }

  /// General and CJK punctuation, the signs of Latin-1, and the dialect's marks.
  private static func isPunctuation(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Bool {
    guard i + 1 < bytes.count else { return true }
    let next = bytes[i + 1]
    switch bytes[i] {
    case 0xC2: return next != 0xAA && next != 0xB5 && next != 0xBA
    case 0xE2: return next == 0x80 || next == 0x81
    case 0xE3: return next == 0x80
    case 0x80..<0xC2, 0xF8...0xFF: return true
    default: return false
    }
  }

  private static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    let length =
      switch bytes[i] {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF8: 4
      default: 1
      }
    return min(length, bytes.count - i)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || (0xC3..<0xF8).contains(byte) && byte != 0xE2
  }
}
