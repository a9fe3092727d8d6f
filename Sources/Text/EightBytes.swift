/// Looking at eight bytes at once in one machine word (Warren, Hacker's Delight, section 6-1). A loop over single bytes took
/// four times as long; `SIMD16` comparisons and loops without branches are not compiled to vector code.
///
/// Public, not `package`: only what is public is inlined where another room calls it.
public enum EightBytes {
  /// `byte` eight times.
  @inlinable @inline(__always)
  public static func every(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// Not zero when a byte of `word` is. The lowest bit that is set is in the first such byte.
  @inlinable @inline(__always)
  public static func zeros(_ word: UInt64) -> UInt64 { (word &- every(0x01)) & ~word & every(0x80) }

  /// Bit 7 of each byte that is a capital of ASCII.
  @inlinable @inline(__always)
  public static func capitals(_ word: UInt64) -> UInt64 {
    let low = word & every(0x7F)
    return (low &+ every(0x3F)) & ~(low &+ every(0x25)) & ~word & every(0x80)
  }
}
