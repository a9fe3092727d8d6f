/// 128 bits that tell one content of a file from another. Two lanes of folded multiplication (as in wyhash by Wang
/// Yi) take 16 bytes each a step, and are mixed at the end: fast enough to hash a site in a fraction of the time it takes
/// to build it. No protection against somebody who seeks two contents with one hash.
package struct FileHash: Hashable, Sendable, BitwiseCopyable {
  package let high: UInt64
  package let low: UInt64

  private static let keys: (UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93
  )

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// As part of a file's name: small letters and digits.
  package var name: String { String(high, radix: 36) + String(low, radix: 36) }

  /// Of several, in their order.
  package init(of hashes: [FileHash]) {
    var key = RecordWriter()
    for hash in hashes { key.hash(hash) }
    self.init(key.bytes)
  }

  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  package init(_ bytes: ArraySlice<UInt8>) {
    var one = Self.keys.0
    var two = Self.keys.1
    var at = 0
    // Each step ends within the bytes, as its condition says; the pointer is used only inside the closure.
    bytes.withUnsafeBytes { raw in
      while at + 32 <= raw.count {
        one = Self.take(raw, at, Self.keys.2, into: one)
        two = Self.take(raw, at + 16, Self.keys.3, into: two)
        at += 32
      }
      if at + 16 <= raw.count {
        one = Self.take(raw, at, Self.keys.2, into: one)
        at += 16
      }
    }
    var rest: (UInt64, UInt64) = (0, 0)
    for (place, byte) in bytes.dropFirst(at).enumerated() {
      if place < 8 {
        rest.0 |= UInt64(byte) << UInt64(8 * place)
      } else {
        rest.1 |= UInt64(byte) << UInt64(8 * (place - 8))
      }
    }
    // The length comes last: beside the first bytes it could be taken for one of them.
    one = Self.fold(one ^ UInt64(bytes.count), Self.keys.2)
    two = Self.fold(two ^ rest.0, rest.1 ^ Self.keys.3)
    high = Self.fold(one ^ Self.keys.0, two ^ Self.keys.1)
    low = Self.fold(two ^ Self.keys.2, one ^ Self.keys.3)
  }

  /// 16 bytes from `at` on, which the caller knows to be there.
  @inline(__always)
  private static func take(_ raw: UnsafeRawBufferPointer, _ at: Int, _ key: UInt64, into lane: UInt64)
    -> UInt64
  {
    let first = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
    let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
    return fold(lane ^ first, second ^ key)
  }

  /// Multiplying loses nothing of either factor here: the halves of the product are combined, and where a
  /// factor is zero the other is kept.
  @inline(__always)
  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low ^ left ^ (right &<< 1 | right &>> 63)
  }
}
