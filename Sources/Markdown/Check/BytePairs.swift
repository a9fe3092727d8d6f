/// Which bytes stand next to each other in a text: one bit for each pair of bytes, set in one pass. What begins with a rare pair, and most
/// leftovers of other programs do, is then known not to be there without looking for it.
struct BytePairs {
  /// Bit `second & 63` of word `first * 4 + second / 64`. The last byte of the text counts as followed by 0.
  private var bits = [UInt64](repeating: 0, count: 1024)

  init(in text: [UInt8]) {
    // The pointers are used only inside the closures: a pair of bytes is less than 65,536, so its word is one of the 1,024.
    bits.withUnsafeMutableBufferPointer { bits in
      text.withUnsafeBufferPointer { text in
        var first = 0
        for (place, byte) in text.enumerated() {
          let pair = first << 8 | Int(byte)
          if place > 0 { bits[pair >> 6] |= 1 << UInt64(pair & 63) }
          first = Int(byte)
        }
        if !text.isEmpty { bits[first << 2] |= 1 }
      }
    }
  }

  func has(_ byte: UInt8) -> Bool {
    let row = Int(byte) << 2
    return bits[row] | bits[row + 1] | bits[row + 2] | bits[row + 3] != 0
  }

  func has(_ first: UInt8, _ second: UInt8) -> Bool {
    bits[Int(first) << 2 | Int(second >> 6)] & 1 << UInt64(second & 63) != 0
  }

  /// Whether such a byte stands somewhere with one behind it that is `next`.
  func has(_ first: UInt8, before next: (UInt8) -> Bool) -> Bool {
    for part in 0..<4 {
      var row = bits[Int(first) << 2 | part]
      while row != 0 {
        if next(UInt8(truncatingIfNeeded: part << 6 | row.trailingZeroBitCount)) { return true }
        row &= row &- 1
      }
    }
    return false
  }
}
