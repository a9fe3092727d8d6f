import CBytes

/// Characters that nobody sees where they stand, or that XML cannot hold. Front matter, data files and articles are held to
/// the same list.
package enum HiddenCharacters {
  package struct Found: Sendable, Equatable {
    /// Of its first byte, from the beginning of the text.
    package let offset: Int
    package let scalar: UInt32
    /// Whether it does no harm but to keep the word around it from being found. Some languages have a use for it.
    package let isSlight: Bool
    /// The character reference that stands for it, as it is written; nil for the character itself.
    package var reference: String?

    /// `U+200B`.
    package var name: String {
      let digits = String(scalar, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// Whether a designer may mean it: a place where a line may break or may not, a mark of direction beside words from elsewhere.
    package var isLayout: Bool { isSlight || [0x61C, 0x200B, 0x200E, 0x200F, 0x2060].contains(scalar) }

    package var message: String {
      if let reference {
        return "`\(reference)` stands for an invisible character that is not text: \(name)."
      }
      return isSlight
        ? "There is an invisible character here, \(name). Search cannot find a word that contains it."
        : "There is an invisible character here that is not text: \(name)."
    }

    /// Whether other programs break lines with it.
    package var breaksLines: Bool { [0x0B, 0x0C, 0x85, 0x2028, 0x2029].contains(scalar) }

    package var hint: String {
      if reference != nil {
        return breaksLines ? "Write a line break or a space in its place." : "Delete it."
      }
      return breaksLines
        ? "Other programs break lines with it: write a line break or a space in its place."
        : "Delete it, or type the words around it again."
    }
  }

  /// Those in UTF-8 text, at most `limit` of them: control characters but tab and line ends, changes of writing direction,
  /// characters without width and noncharacters (the Unicode Standard, section 23.7). What some scripts need is none where
  /// it stands among their letters: U+200C and U+200D, which join letters and parts of pictures, U+200B between words that
  /// no space divides, and the marks of direction in a text that has letters written from the right. `whole` is what the text is
  /// a part of.
  package static func all(
    in text: ArraySlice<UInt8>, upTo limit: Int = .max, of whole: ArraySlice<UInt8>? = nil
  ) -> [Found] {
    var found: [Found] = []
    var isFromRight: Bool?
    var i = text.startIndex
    while i < text.endIndex, found.count < limit {
      i = nextUnusual(in: text, i)
      guard i < text.endIndex else { break }
      let (scalar, width) = scalar(text, i)
      let isHidden =
        switch scalar {
        case 0x61C, 0x200E, 0x200F:
          !({
            let known = isFromRight ?? hasLettersFromRight(whole ?? text)
            isFromRight = known
            return known
          }())
        case 0x200B: !isUnspaced(before(i, in: text)) && !isUnspaced(after(i + width, in: text))
        case 0x200C, 0x200D: isLatin(before(i, in: text)) && isLatin(after(i + width, in: text))
        default: isAlwaysHidden(scalar)
        }
      if isHidden {
        let isSlight = scalar == 0xAD || scalar == 0x200C || scalar == 0x200D
        found.append(Found(offset: i - text.startIndex, scalar: scalar, isSlight: isSlight))
      }
      i += width
    }
    return found
  }

  static func isAlwaysHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0xAD, 0x180E, 0x3164, 0xFFA0, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFC: true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }

  // MARK: Scripts

  /// Thai, Lao, Tibetan, Burmese and Khmer, which write no space between words.
  private static func isUnspaced(_ scalar: UInt32?) -> Bool {
    guard let scalar else { return false }
    return 0xE00..<0x10A0 ~= scalar || 0x1780..<0x1800 ~= scalar || 0x19E0..<0x1A00 ~= scalar
  }

  /// Letters that are never joined, and whatever else has no use for a joiner.
  private static func isLatin(_ scalar: UInt32?) -> Bool { scalar ?? 0x20 < 0x370 }

  /// Hebrew, Arabic, Syriac, Thaana and N'Ko with their older relatives, and the forms of their letters (U+0590 to U+08FF,
  /// U+FB1D to U+FDFF, U+FE70 to U+FEFC).
  static func hasLettersFromRight(_ text: ArraySlice<UInt8>) -> Bool {
    var i = text.startIndex
    while i < text.endIndex {
      i = nextUnusual(in: text, i)
      guard i < text.endIndex else { return false }
      let (scalar, width) = scalar(text, i)
      switch scalar {
      case 0x61C: break
      case 0x590..<0x900, 0xFB1D..<0xFDD0, 0xFDF0..<0xFE00, 0xFE70..<0xFEFD: return true
      default: break
      }
      i += width
    }
    return false
  }

  // MARK: Bytes

  /// The first byte from `start` with which such a character may begin, or the end.
  private static func nextUnusual(in bytes: ArraySlice<UInt8>, _ start: Int) -> Int {
    let first = bytes.startIndex
    // The pointer is used only inside the closure.
    return bytes.withUnsafeBufferPointer { buffer in
      first
        + SixteenBytes.first(in: buffer, start - first..<buffer.count) { bytes in
          let controls =
            cbytes_within(bytes, 0, 0x1F) & ~cbytes_within(bytes, 0x09, 0x0A) & ~cbytes_equal(bytes, 0x0D)
          let found = controls | cbytes_equal(bytes, 0x7F)
          if cbytes_beyond_ascii(bytes) == 0 { return found }
          return found | cbytes_equal(bytes, 0xC2) | cbytes_within(bytes, 0xD6, 0xFF)
        }
    }
  }

  /// The character that begins at `at` and its bytes; what is no UTF-8 counts byte by byte.
  private static func scalar(_ bytes: ArraySlice<UInt8>, _ at: Int) -> (UInt32, width: Int) {
    let first = bytes[at]
    let width = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard width > 1, at + width <= bytes.endIndex else { return (first < 0x80 ? UInt32(first) : 0xFFFD, 1) }
    let lead = UInt32(first) & (0xFF >> UInt32(width + 1))
    return (bytes[at + 1..<at + width].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }, width)
  }

  private static func before(_ i: Int, in text: ArraySlice<UInt8>) -> UInt32? {
    text[..<i].lastIndex { $0 & 0xC0 != 0x80 }.map { scalar(text, $0).0 }
  }

  private static func after(_ i: Int, in text: ArraySlice<UInt8>) -> UInt32? {
    i < text.endIndex ? scalar(text, i).0 : nil
  }
}
