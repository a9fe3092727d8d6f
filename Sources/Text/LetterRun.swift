/// The letters and digits of ASCII at the beginning of eight bytes, found for all eight at once: most words end within them, and no branch has to guess where.
///
/// Public, not `package`: only what is public is inlined where another room calls it.
public struct LetterRun {
  /// How many there are, 0 to 8.
  public let count: Int
  /// These, capitals as small letters, the first in the lowest byte; the other bytes are zero.
  public let letters: UInt64

  /// As many bytes at `start` as there are up to `end`, at most eight; there is at least one.
  @inlinable @inline(__always)
  public init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, upTo end: Int) {
    if start &+ 8 <= end {
      let raw = UnsafeRawBufferPointer(bytes)
      self.init(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)))
    } else {
      var word: UInt64 = 0
      for place in 0..<(end - start) { word |= UInt64(bytes[start + place]) << UInt64(8 * place) }
      self.init(word)
    }
  }

  @inlinable @inline(__always)
  init(_ word: UInt64) {
    let low = word & EightBytes.every(0x7F)
    let small = low | EightBytes.every(0x20)
    // Bit 7 of each byte: from a on and not past z, from 0 on and not past 9, and of ASCII.
    let isLetter = (small &+ EightBytes.every(0x1F)) & ~(small &+ EightBytes.every(0x05))
    let isDigit = (low &+ EightBytes.every(0x50)) & ~(low &+ EightBytes.every(0x46))
    let isOther = ~((isLetter | isDigit) & ~word) & EightBytes.every(0x80)
    count = isOther.trailingZeroBitCount &>> 3
    // A shift by 64 gives zero.
    letters = small & ((1 << UInt64(8 &* count)) &- 1)
  }
}

/// A word's hash, eight letters at a time. Up to eight letters it is another way of writing them: each of its steps can be
/// undone, so that two such words of one hash are the same.
public struct WordHash {
  @usableFromInline var packed: UInt64

  /// How many letters the hash tells apart for sure.
  ///
  /// A computed value, not a constant that is stored: other rooms ask for it for each word.
  @inlinable @inline(__always)
  public static var wholeLength: Int { 8 }

  /// Of the first eight letters.
  @inlinable @inline(__always)
  public init(_ first: LetterRun) { packed = first.letters }

  /// Those that come after eight others.
  @inlinable @inline(__always)
  public mutating func add(_ further: LetterRun) { add(further.letters) }

  @inlinable @inline(__always)
  mutating func add(_ letters: UInt64) { packed = (packed &* 0xD6E8_FEB8_6659_FD93) ^ letters }

  /// All of its bits are as good as any.
  @inlinable @inline(__always)
  public var value: UInt64 {
    let mixed = packed &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed &>> 32
  }

  /// Of letters that are small already, and may be beyond ASCII.
  package init(_ word: some Collection<UInt8>) {
    packed = 0
    var (chunk, filled, isFirst) = (UInt64(0), UInt64(0), true)
    func close(_ hash: inout WordHash) {
      if isFirst { hash.packed = chunk } else { hash.add(chunk) }
      (chunk, filled, isFirst) = (0, 0, false)
    }
    for byte in word {
      if filled == 8 { close(&self) }
      chunk |= UInt64(byte) << (8 * filled)
      filled += 1
    }
    if filled > 0 { close(&self) }
  }
}
