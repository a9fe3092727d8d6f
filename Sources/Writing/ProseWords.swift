/// The words of HTML or of plain text one after another, letters of ASCII in small ones. For the few places that
/// are looked at closely; `ProseScanner` has a faster way for whole articles.
package struct ProseWords: Sequence, IteratorProtocol {
  package struct Word {
    package let text: [UInt8]
    package let range: Range<Int>
  }

  package enum Form { case html, markdown }

  private let bytes: [UInt8]
  private var i: Int
  private let end: Int
  private let form: Form

  package init(_ bytes: [UInt8], _ range: Range<Int>, _ form: Form) {
    self.bytes = bytes
    i = range.lowerBound
    end = Swift.min(range.upperBound, bytes.count)
    self.form = form
  }

  package static func words(of text: String) -> [[UInt8]] {
    let bytes = Array(text.utf8)
    return ProseWords(bytes, 0..<bytes.count, .markdown).map(\.text)
  }

  package mutating func next() -> Word? {
    while i < end {
      let byte = bytes[i]
      if ProseText.beginsWord(byte) { return word() }
      switch (form, byte) {
      case (.html, UInt8(ascii: "<")): i = ProseText.skippingTag(bytes.span, i)
      case (.html, UInt8(ascii: "&")): i = ProseText.skippingEntity(bytes.span, i)
      // A link's destination, a citation and a footnote's mark are not text.
      case (.markdown, UInt8(ascii: "]")) where at(i + 1) == UInt8(ascii: "("): skip(to: UInt8(ascii: ")"))
      case (.markdown, UInt8(ascii: "["))
      where at(i + 1) == UInt8(ascii: "@") || at(i + 1) == UInt8(ascii: "^"):
        skip(to: UInt8(ascii: "]"))
      default: i += 1
      }
    }
    return nil
  }

  private func at(_ i: Int) -> UInt8 { i < end ? bytes[i] : 0 }

  private mutating func skip(to byte: UInt8) {
    while i < end, bytes[i] != byte { i += 1 }
    i += 1
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

  /// Behind the `>` of the tag at `i`.
  static func skippingTag(_ bytes: Span<UInt8>, _ i: Int) -> Int {
    var end = i
    while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
    return end + 1
  }

  /// Behind the `;` of the entity at `i`, if it is one.
  static func skippingEntity(_ bytes: Span<UInt8>, _ i: Int) -> Int {
    var end = i + 1
    while end < bytes.count, end < i + 8 {
      if bytes[end] == UInt8(ascii: ";") { return end + 1 }
      end += 1
    }
    return i + 1
  }
}
