/// FNV-1a with 64 bits (Fowler, Noll, Vo): tells apart versions of a file, and is no protection against anybody.
package struct ContentHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  // Not generic: that would be looked up for each byte where another room calls it.
  package mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { add(byte) }
  }

  package mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Eight hexadecimal digits.
  package var digits: String {
    let folded = UInt32(truncatingIfNeeded: state ^ (state >> 32))
    let text = String(folded, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }
}
