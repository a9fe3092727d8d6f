/// The words of a text one after another, letters of ASCII in small ones. For the few places that
/// are looked at closely; `ProseScanner` has a faster way for whole articles.
package struct ProseWords: Sequence, IteratorProtocol {
  package struct Word {
    package let text: [UInt8]
    package let range: Range<Int>
  }

  private let bytes: [UInt8]
  private var i: Int
  private let end: Int

  package init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    i = range.lowerBound
    end = Swift.min(range.upperBound, bytes.count)
  }

  package static func words(of text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    return ProseWords(bytes, 0..<bytes.count).map(\.text)
  }

  package mutating func next() -> Word? {
    while i < end {
      if ProseText.beginsWord(bytes[i]) { return word() }
      i += 1
    }
    return nil
  }

  private mutating func word() -> Word {
    let start = i
    var text: [UInt8] = []
    while i < end {
      let length = ProseText.continuesWord(bytes.span, i)
      if length == 0 { break }
      if length == 3 || bytes[i] == UInt8(ascii: "'") {
        text.append(UInt8(ascii: "'"))
        i += length
      } else {
        text.append((0x41...0x5A).contains(bytes[i]) ? bytes[i] | 0x20 : bytes[i])
        i += 1
      }
    }
    return Word(text: text, range: start..<i)
  }
}

/// What bytes mean in running text.
enum ProseText {
  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  @inline(__always)
  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  /// A letter or digit; beyond ASCII anything but the general punctuation and the signs of Latin-1.
  @inline(__always)
  static func beginsWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || isDigit(byte) || byte >= 0xC3 && byte != 0xE2
  }

  /// How many bytes at `i` go on with a word; 0 where it ends. Hyphens and apostrophes belong to it between letters.
  @inline(__always)
  static func continuesWord(_ bytes: Span<UInt8>, _ i: Int) -> Int {
    let byte = bytes[i]
    if isLetter(byte) || isDigit(byte) { return 1 }
    if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'") {
      return i + 1 < bytes.count && beginsWord(bytes[i + 1]) ? 1 : 0
    }
    if byte < 0x80 || byte == 0xC2 { return 0 }
    if byte != 0xE2 { return 1 }
    let isApostrophe = i + 3 < bytes.count && bytes[i + 1] == 0x80 && bytes[i + 2] == 0x99
    return isApostrophe && beginsWord(bytes[i + 3]) ? 3 : 0
  }
}
