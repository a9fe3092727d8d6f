import CBytes

/// Text in which each letter is one character where Unicode has one for it: the normal form NFC (Unicode Standard Annex 15),
/// but for signs that stand for a letter, such as that of ångström. A Mac writes `é` in names of files as an `e` and a mark
/// behind it; readers see one letter, and so does Limber.
package struct ComposedText: Sendable {
  package let bytes: [UInt8]
  /// Where a mark was joined with the letter before it: line and column of the letter, both from 1, in the composed text.
  private let joints: [(line: Int, column: Int)]

  /// `bytes` composed; the same bytes where there is nothing to compose, which nearly every text comes to.
  package static func composed(_ bytes: [UInt8]) -> [UInt8] { ComposedText(bytes[...])?.bytes ?? bytes }

  package static func composed(_ text: String) -> String {
    ComposedText(Array(text.utf8)[...]).map { String(decoding: $0.bytes, as: UTF8.self) } ?? text
  }

  /// Nil where nothing changes, and for what is no UTF-8.
  package init?(_ slice: ArraySlice<UInt8>) {
    guard slice.withUnsafeBufferPointer(Self.mayHoldMarks) else { return nil }
    let source = Array(slice)
    guard UTF8Text.firstInvalidByte(in: source) == nil else { return nil }
    var out: [Unicode.Scalar] = []
    out.reserveCapacity(source.count)
    var joints: [(line: Int, column: Int)] = []
    var (line, column) = (1, 0)
    // The letter that marks may join, and the highest class of those behind it that did not.
    var starter: (index: Int, column: Int)?
    var lastClass: UInt8 = 0
    for scalar in String(decoding: source, as: UTF8.self).unicodeScalars {
      let markClass = scalar.properties.canonicalCombiningClass.rawValue
      if let starter, markClass > 0 ? lastClass < markClass : starter.index == out.count - 1,
        let joined = Self.joined(out[starter.index].value, scalar.value)
      {
        out[starter.index] = joined
        joints.append((line, starter.column))
        continue
      }
      out.append(scalar)
      column += 1
      if markClass > 0 {
        lastClass = max(lastClass, markClass)
        continue
      }
      (starter, lastClass) = ((out.count - 1, column), 0)
      switch scalar {
      case "\u{FEFF}" where out.count == 1: column = 0
      case "\n" where out.count > 1 && out[out.count - 2] == "\r": column = 0
      case "\n", "\r": (line, column) = (line + 1, 0)
      default: break
      }
    }
    guard !joints.isEmpty else { return nil }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: out)
    bytes = Array(String(text).utf8)
    self.joints = joints
  }

  /// The column in the text as it was written of what stands at a line and column of the composed one.
  package func writtenColumn(line: Int, column: Int) -> Int {
    column + joints.count { $0.line == line && $0.column < column }
  }

  /// A letter without its marks, and these in their order.
  package static func parts(of scalar: Unicode.Scalar) -> (letter: Unicode.Scalar, marks: [UInt32]) {
    var (letter, marks) = (scalar, [UInt32]())
    while let pair = ComposedLetters.pairs[letter.value], let inner = Unicode.Scalar(pair.letter) {
      letter = inner
      marks.insert(pair.mark, at: 0)
    }
    return (letter, marks)
  }

  private static func joined(_ letter: UInt32, _ mark: UInt32) -> Unicode.Scalar? {
    if let composed = ComposedLetters.byPair[ComposedLetters.Pair(letter: letter, mark: mark)] {
      return Unicode.Scalar(composed)
    }
    return syllable(letter, mark)
  }

  /// Syllables of Hangul are composed by reckoning (the Unicode Standard, section 3.12).
  private static func syllable(_ letter: UInt32, _ next: UInt32) -> Unicode.Scalar? {
    if (0x1100..<0x1113).contains(letter), (0x1161..<0x1176).contains(next) {
      return Unicode.Scalar(0xAC00 + ((letter - 0x1100) * 21 + next - 0x1161) * 28)
    }
    if (0xAC00...0xD7A3).contains(letter), (letter - 0xAC00).isMultiple(of: 28),
      (0x11A8..<0x11C3).contains(next)
    {
      return Unicode.Scalar(letter + next - 0x11A7)
    }
    return nil
  }

  /// Whether there is a byte with which a mark can begin: `CC` and `CD` for those of European letters, `D9` for Arabic,
  /// `E0`, `E1` and `E3` for scripts of Asia.
  package static func mayHoldMarks(_ source: UnsafeBufferPointer<UInt8>) -> Bool {
    SixteenBytes.first(in: source, 0..<source.count) { bytes in
      if cbytes_beyond_ascii(bytes) == 0 { return 0 }
      return cbytes_within(bytes, 0xCC, 0xCD) | cbytes_equal(bytes, 0xD9) | cbytes_within(bytes, 0xE0, 0xE1)
        | cbytes_equal(bytes, 0xE3)
    } < source.count
  }
}
