/// The words of a text, each with a hash of its letters in lower case.
struct WordScanner {
  struct Word {
    var start: Int
    var end: Int
    var hash: UInt64
    /// Whether a hyphen or a similar sign ties it to the word before: "training" in "cross-training".
    var joinsPrevious: Bool
  }

  private let text: ArraySlice<UInt8>
  private var position: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
  }

  mutating func skip(to offset: Int) { position = offset }

  /// Whether what follows the last word ties it to the next: a hyphen or `@`, `_`, `/` before a letter.
  var isJoined: Bool {
    position + 1 < text.endIndex && Self.isTie(text[position]) && Self.isWord(text[position + 1])
  }

  /// Whether what follows the last word may stand between the words of one term: spaces with at most one line
  /// end among them, or one hyphen.
  var separatorIsPlain: Bool {
    guard position < text.endIndex else { return false }
    if text[position] == UInt8(ascii: "-") {
      return position + 1 < text.endIndex && Self.isWord(text[position + 1])
    }
    var i = position
    while i < text.endIndex, text[i] == 0x20 || text[i] == 0x0A || text[i] == 0x09 { i += 1 }
    return i > position && i < text.endIndex && Self.isWord(text[i])
  }

  mutating func next() -> Word? {
    var i = position
    let end = text.endIndex
    while i < end, !isWordStart(i) {
      if text[i] == UInt8(ascii: "["), i + 1 < end,
        text[i + 1] == UInt8(ascii: "@") || text[i + 1] == UInt8(ascii: "^")
      {
        // A citation or footnote reference is not text.
        while i < end, text[i] != UInt8(ascii: "]") { i += 1 }
      } else {
        i += characterLength(i)
      }
    }
    guard i < end else {
      position = end
      return nil
    }
    let start = i
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while i < end {
      let byte = text[i]
      if Self.isASCIIWord(byte) {
        hash = (hash ^ UInt64(Self.lowered(byte))) &* 0x100_0000_01B3
        i += 1
      } else if byte >= 0xC2, byte < 0xF8 {
        let length = characterLength(i)
        if isApostrophe(i) {
          guard i + 3 < end, Self.isWord(text[i + 3]) else { break }
          hash = (hash ^ 0x27) &* 0x100_0000_01B3
        } else if isPunctuation(i) {
          break
        } else if byte == 0xC3, text[i + 1] < 0x9F, text[i + 1] != 0x97 {
          hash = ((hash ^ 0xC3) &* 0x100_0000_01B3 ^ UInt64(text[i + 1] | 0x20)) &* 0x100_0000_01B3
        } else {
          for byte in text[i..<i + length] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        }
        i += length
      } else if byte == 0x27, i + 1 < end, Self.isWord(text[i + 1]) {
        hash = (hash ^ 0x27) &* 0x100_0000_01B3
        i += 1
      } else {
        break
      }
    }
    position = i
    let joins =
      start > text.startIndex && Self.isTie(text[start - 1]) && start - 1 > text.startIndex
      && Self.isWord(text[start - 2])
    return Word(start: start, end: i, hash: hash, joinsPrevious: joins)
  }

  private func isWordStart(_ i: Int) -> Bool {
    let byte = text[i]
    if byte < 0x80 { return Self.isASCIIWord(byte) }
    return byte >= 0xC2 && byte < 0xF8 && !isPunctuation(i)
  }

  /// U+2019 and U+2018, which the typographic apostrophe is.
  private func isApostrophe(_ i: Int) -> Bool {
    text[i] == 0xE2 && i + 2 < text.endIndex && text[i + 1] == 0x80
      && (text[i + 2] == 0x99 || text[i + 2] == 0x98)
  }

  /// General and CJK punctuation, and the signs of Latin-1.
  private func isPunctuation(_ i: Int) -> Bool {
    guard i + 1 < text.endIndex else { return true }
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
    return min(length, text.endIndex - i)
  }

  private static func isASCIIWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isASCIIWord(byte) || (0xC3..<0xF8).contains(byte) && byte != 0xE2
  }

  private static func isTie(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "@") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "/")
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}

extension MentionIndex {
  /// `text` as terms are compared: lower case, one space between words, straight apostrophes.
  public static func folded(_ text: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var space = false
    var i = 0
    while i < text.count {
      let byte = text[i]
      i += 1
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "-"):
        space = !out.isEmpty
        continue
      case _ where space:
        out.append(0x20)
        space = false
      default: break
      }
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case 0xE2 where i + 1 < text.count && text[i] == 0x80 && (text[i + 1] == 0x99 || text[i + 1] == 0x98):
        out.append(0x27)
        i += 2
      case 0xC3 where i < text.count && text[i] < 0x9F && text[i] != 0x97:
        out.append(0xC3)
        out.append(text[i] | 0x20)
        i += 1
      default: out.append(byte)
      }
    }
    return out
  }
}
