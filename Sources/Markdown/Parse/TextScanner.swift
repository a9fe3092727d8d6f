import CBytes
import Text

/// Looking for single bytes, eight at a time.
enum TextScanner {
  /// The offset of the first byte in `range` that text does not copy as it is, or the end of `range`.
  static func nextSpecial(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    // The pointer is used only inside the closure.
    bytes.withUnsafeBufferPointer {
      SixteenBytes.first(in: $0, range) { bytes in
        // `"` and `&` differ in one bit, and so do `<` and `>`.
        cbytes_equal_with(bytes, 0x04, UInt8(ascii: "&")) | cbytes_equal_with(bytes, 0x02, UInt8(ascii: ">"))
          | cbytes_equal(bytes, UInt8(ascii: "[")) | cbytes_within(bytes, 0xF8, 0xFF)
      }
    }
  }

  /// The offset of the first byte in `range` that may be part of a mark of Markdown or that ends a line, or the end
  /// of `range`.
  static func nextSuspicious(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    // The pointer is used only inside the closure.
    bytes.withUnsafeBufferPointer {
      SixteenBytes.first(in: $0, range) { bytes in
        cbytes_equal(bytes, UInt8(ascii: "[")) | cbytes_equal(bytes, UInt8(ascii: "]"))
          | cbytes_equal(bytes, UInt8(ascii: "*")) | cbytes_equal(bytes, UInt8(ascii: ":"))
          | cbytes_equal(bytes, UInt8(ascii: "@")) | cbytes_equal(bytes, 0x0A)
      }
    }
  }

  static func contains(_ byte: UInt8, in bytes: [UInt8]) -> Bool {
    contains(byte, in: bytes, 0..<bytes.count)
  }

  static func contains(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    first(byte, in: bytes, range) != nil
  }

  /// The offset of the first `byte` in `range`. The pointer is used only inside the closure, and `rebasing` checks that the range
  /// is the array's.
  static func first(_ byte: UInt8, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      ByteSearch.first(byte, in: UnsafeRawBufferPointer(rebasing: buffer[range])).map {
        range.lowerBound + $0
      }
    }
  }

  /// The offset where `wanted` first stands in `range`; nil also when it is empty.
  static func first(_ wanted: ArraySlice<UInt8>, in bytes: [UInt8], _ range: Range<Int>) -> Int? {
    guard let head = wanted.first else { return nil }
    var i = range.lowerBound
    while i < range.upperBound, let place = first(head, in: bytes, i..<range.upperBound) {
      if bytes[place..<range.upperBound].starts(with: wanted) { return place }
      i = place + 1
    }
    return nil
  }

  /// How many bytes at the beginning of `range` are the same as those of `other`, up to a line end and to `\` and `&`,
  /// which may mean something else.
  static func plainPrefix(
    of bytes: [UInt8], _ range: Range<Int>, in other: [UInt8], _ otherRange: Range<Int>
  ) -> Int {
    let limit = min(range.count, otherRange.count)
    let (start, otherStart) = (range.lowerBound, otherRange.lowerBound)
    var count = 0
    let (raw, otherRaw) = (bytes.span.bytes, other.span.bytes)
    while count + 8 <= limit {
      let word = UInt64(
        littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: start + count, as: UInt64.self))
      let otherWord = UInt64(
        littleEndian: otherRaw.unsafeLoadUnaligned(fromByteOffset: otherStart + count, as: UInt64.self))
      // The lowest bit set is in the first byte that ends the prefix.
      let ends =
        word ^ otherWord | zeros(word ^ every(0x0A)) | zeros(word ^ every(UInt8(ascii: "\\")))
        | zeros(word ^ every(UInt8(ascii: "&")))
      if ends != 0 { return count + ends.trailingZeroBitCount / 8 }
      count += 8
    }
    while count < limit, case let byte = bytes[start + count], byte == other[otherStart + count],
      byte != 0x0A,
      byte != UInt8(ascii: "\\"), byte != UInt8(ascii: "&")
    {
      count += 1
    }
    return count
  }

  /// How many characters begin in `range` of a UTF-8 text.
  static func characters(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    var continued = 0
    var i = range.lowerBound
    let raw = bytes.span.bytes
    while i + 8 <= range.upperBound {
      let word = raw.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self)
      // Bit 7 of bytes that go on with a character: set, and bit 6 not.
      continued += (word & ~(word << 1) & every(0x80)).nonzeroBitCount
      i += 8
    }
    while i < range.upperBound {
      if bytes[i] & 0xC0 == 0x80 { continued += 1 }
      i += 1
    }
    return range.count - continued
  }

  /// Whether three spaces stand between words somewhere, or two behind a letter. Indentation does not count.
  static func hasGap(in bytes: [UInt8]) -> Bool {
    // The pointer is used only inside the closure.
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      while i < buffer.count {
        i = SixteenBytes.first(in: buffer, i..<buffer.count) { bytes in
          let spaces = cbytes_equal(bytes, 0x20)
          // A second may stand among the next sixteen.
          return spaces & (spaces >> 1 | 1 << 15)
        }
        let start = i
        while i < buffer.count, buffer[i] == 0x20 { i += 1 }
        let before = start == 0 ? 0x0A : buffer[start - 1]
        let isIndentation = before == 0x0A || before == UInt8(ascii: ">")
        let isGap = i - start > 2 || i - start == 2 && before.isWordOfASCII
        if isGap, i < buffer.count, buffer[i] > 0x20, !isIndentation { return true }
        i = max(i, start + 1)
      }
      return false
    }
  }

  @inline(__always)
  private static func every(_ byte: UInt8) -> UInt64 { EightBytes.every(byte) }

  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { EightBytes.zeros(word) }
}
