/// Looks at sixteen bytes at once.
///
/// Public, not `package`: only what is public is inlined where another room calls it.
public enum SixteenBytes {
  /// The first place in `range` whose bit is set in what `mask` says of the sixteen bytes at a pointer, or the end. Bit i stands for byte i.
  @inlinable @inline(__always)
  public static func first(
    in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ mask: (UnsafePointer<UInt8>) -> UInt32
  ) -> Int {
    // The pointer is used only at places below the buffer's count: `range` lies in it.
    guard let start = bytes.baseAddress else { return range.upperBound }
    var i = range.lowerBound
    while i &+ 16 <= range.upperBound {
      let found = mask(start + i)
      if found != 0 { return i &+ found.trailingZeroBitCount }
      i &+= 16
    }
    return i < range.upperBound ? firstInRest(start, i..<range.upperBound, mask) : i
  }

  /// The same for fewer than sixteen bytes: together with those before them, or else filled up.
  @inlinable @inline(__always)
  static func firstInRest(
    _ start: UnsafePointer<UInt8>, _ range: Range<Int>, _ mask: (UnsafePointer<UInt8>) -> UInt32
  ) -> Int {
    let found: UInt32
    if range.upperBound >= 16 {
      let seen = UInt32(truncatingIfNeeded: 16 &- (range.upperBound &- range.lowerBound))
      found = mask(start + (range.upperBound &- 16)) &>> seen
    } else {
      var filled = (UInt64(0), UInt64(0))
      found = withUnsafeMutableBytes(of: &filled) { filled in
        filled.copyMemory(from: UnsafeRawBufferPointer(start: start + range.lowerBound, count: range.count))
        // A tuple of two words holds sixteen bytes, and they stay where they are while the closure runs.
        return filled.withMemoryRebound(to: UInt8.self) { bytes in
          bytes.baseAddress.map { mask(UnsafePointer($0)) } ?? 0
        }
      }
    }
    return min(range.lowerBound &+ found.trailingZeroBitCount, range.upperBound)
  }
}
