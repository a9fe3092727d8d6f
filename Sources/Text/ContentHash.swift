/// FNV-1a with 64 bits (Fowler, Noll, Vo): tells apart versions of a file, and is no protection against anybody.
package struct ContentHash {
  @usableFromInline package var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  @inlinable package mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  }

  /// Eight hexadecimal digits.
  package var digits: String {
    let folded = UInt32(truncatingIfNeeded: state ^ (state >> 32))
    let text = String(folded, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }
}
