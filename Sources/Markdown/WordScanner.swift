/// The words of a text, each with a hash of its letters in lower case (FNV-1a, 64 bits).
struct WordScanner {
  struct Word {
    var start: Int
    var end: Int
    var hash: UInt64
  }

  /// What each byte is to a word: 0 ends it; a letter or digit is itself in lower case; the rest need a look.
  private enum ByteClass {
    static let apostrophe: UInt8 = 0xFD
    static let bracket: UInt8 = 0xFE
    static let beyondASCII: UInt8 = 0xFF

    static func of(_ byte: UInt8) -> UInt8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
      case UInt8(ascii: "'"): apostrophe
      case UInt8(ascii: "["): bracket
      case 0xC2..<0xF8: beyondASCII
      default: 0
      }
    }
  }

  /// The classes of all bytes: made once for an index and handed to its scanners.
  static func byteClasses() -> [UInt8] { (0...255).map { ByteClass.of($0) } }

  private let text: [UInt8]
  private let start: Int
  private let end: Int
  private let classes: [UInt8]
  /// Just past the last word.
  var position: Int

  init(_ text: [UInt8], _ range: Range<Int>, classes: [UInt8]) {
    self.text = text
    self.classes = classes
    start = range.lowerBound
    end = range.upperBound
    position = start
  }

  mutating func next() -> Word? {
    guard let start = nextStart() else { return nil }
    var i = start
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while i < end {
      let byteClass = classes[Int(text[i])]
      if byteClass == 0 { break }
      if byteClass < 0x80 {
        hash = (hash ^ UInt64(byteClass)) &* 0x100_0000_01B3
        i += 1
      } else if !append(byteClass, &i, &hash) {
        break
      }
    }
    position = i
    return Word(start: start, end: i, hash: hash)
  }

  private mutating func nextStart() -> Int? {
    var i = position
    while i < end {
      switch classes[Int(text[i])] {
      case 0, ByteClass.apostrophe: i += 1
      case ByteClass.bracket:
        i += 1
        if i < end, text[i] == UInt8(ascii: "@") || text[i] == UInt8(ascii: "^") {
          // A citation or footnote reference is not text.
          while i < end, text[i] != UInt8(ascii: "]"), text[i] != UInt8(ascii: "[") { i += 1 }
        }
      case ByteClass.beyondASCII:
        if !isPunctuation(i) { return i }
        i += characterLength(i)
      default: return i
      }
    }
    position = end
    return nil
  }

  /// Takes what is not an ASCII letter or digit into the word; false when it ends the word.
  private func append(_ byteClass: UInt8, _ i: inout Int, _ hash: inout UInt64) -> Bool {
    let length = characterLength(i)
    if byteClass == ByteClass.bracket { return false }
    if byteClass == ByteClass.apostrophe || isApostrophe(i) {
      // Inside a word, whichever way it is written.
      guard i + length < end, isWord(text[i + length]) else { return false }
      hash = (hash ^ 0x27) &* 0x100_0000_01B3
    } else if isPunctuation(i) {
      return false
    } else if text[i] == 0xC3, length == 2, text[i + 1] < 0x9F, text[i + 1] != 0x97 {
      hash = ((hash ^ 0xC3) &* 0x100_0000_01B3 ^ UInt64(text[i + 1] | 0x20)) &* 0x100_0000_01B3
    } else {
      for byte in text[i..<i + length] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    i += length
    return true
  }

  /// Whether a hyphen or a similar sign ties the word at `offset` to the one before: "training" in
  /// "cross-training".
  func isTied(before offset: Int) -> Bool {
    offset - 1 > start && Self.isTie(text[offset - 1]) && isWord(text[offset - 2])
  }

  /// Whether the last word is tied so to the one after.
  var isTiedAfter: Bool { position + 1 < end && Self.isTie(text[position]) && isWord(text[position + 1]) }

  /// Whether what follows the last word may stand between the words of one term: spaces with at most one line
  /// end among them, or one hyphen.
  var separatorIsPlain: Bool {
    guard position < end else { return false }
    if text[position] == UInt8(ascii: "-") { return position + 1 < end && isWord(text[position + 1]) }
    var i = position
    while i < end, text[i] == 0x20 || text[i] == 0x0A || text[i] == 0x09 { i += 1 }
    return i > position && i < end && isWord(text[i])
  }

  /// U+2019 and U+2018, which a typographic apostrophe is.
  private func isApostrophe(_ i: Int) -> Bool {
    text[i] == 0xE2 && i + 2 < end && text[i + 1] == 0x80 && (text[i + 2] == 0x99 || text[i + 2] == 0x98)
  }

  /// General and CJK punctuation, and the signs of Latin-1.
  private func isPunctuation(_ i: Int) -> Bool {
    guard i + 1 < end else { return true }
    let next = text[i + 1]
    switch text[i] {
    case 0xC2: return next != 0xAA && next != 0xB5 && next != 0xBA
    case 0xE2: return next == 0x80 || next == 0x81
    case 0xE3: return next == 0x80
    default: return false
    }
  }

  private func characterLength(_ i: Int) -> Int {
    let length =
      switch text[i] {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF8: 4
      default: 1
      }
    return min(length, end - i)
  }

  private func isWord(_ byte: UInt8) -> Bool {
    let byteClass = classes[Int(byte)]
    return byteClass > 0 && byteClass < 0x80
      || byteClass == ByteClass.beyondASCII && byte != 0xE2 && byte != 0xC2
  }

  private static func isTie(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "/")
  }
}
