/// The letters and digits of ASCII at the beginning of eight bytes, found for all eight at once in one machine word
/// (Warren, Hacker's Delight, section 6-1): most words end within them, and no branch has to guess where.
struct LetterRun {
  /// How many there are, 0 to 8.
  let count: Int
  /// These, capitals as small letters, the first in the lowest byte; the other bytes are zero.
  let letters: UInt64

  /// The bytes at `start`, of which there are eight.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    let raw = UnsafeRawBufferPointer(bytes)
    self.init(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
  }

  /// As many bytes at `start` as there are up to `end`, at most eight.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, upTo end: Int) {
    if start &+ 8 <= end {
      self.init(bytes, at: start)
    } else {
      var word: UInt64 = 0
      for place in 0..<(end - start) { word |= UInt64(bytes[start + place]) << UInt64(8 * place) }
      self.init(word)
    }
  }

  @inline(__always)
  private init(_ word: UInt64) {
    let low = word & Self.every(0x7F)
    let small = low | Self.every(0x20)
    // Bit 7 of each byte: from a on and not past z, from 0 on and not past 9, and of ASCII.
    let isLetter = (small &+ Self.every(0x1F)) & ~(small &+ Self.every(0x05))
    let isDigit = (low &+ Self.every(0x50)) & ~(low &+ Self.every(0x46))
    let isOther = ~((isLetter | isDigit) & ~word) & Self.every(0x80)
    count = isOther.trailingZeroBitCount &>> 3
    // A shift by 64 gives zero.
    letters = small & ((1 << UInt64(8 &* count)) &- 1)
  }

  @inline(__always)
  private static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
