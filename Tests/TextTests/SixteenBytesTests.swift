import CBytes
import FixtureSite
import Testing

@testable import Text

@Suite struct SixteenBytesTests {
  /// As a loop over single bytes finds it, at each length and place.
  @Test func findsWhatALoopFinds() {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("SixteenBytesTests.findsWhatALoopFinds: seed \(seed)")
    var random = SeededGenerator(seed)
    func next(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    for _ in 0..<5000 {
      let bytes = (0..<next(70)).map { _ in next(20) == 0 ? UInt8(next(256)) : UInt8(0x61 + next(4)) }
      let start = next(bytes.count + 1)
      let range = start..<start + next(bytes.count - start + 1)
      let wanted = UInt8(next(256))
      let last = UInt8(min(Int(wanted) + next(40), 255))
      func expect(_ mask: (UnsafePointer<UInt8>) -> UInt32, _ test: (UInt8) -> Bool) {
        let found = bytes.withUnsafeBufferPointer { SixteenBytes.first(in: $0, range, mask) }
        #expect(found == range.first { test(bytes[$0]) } ?? range.upperBound, "\(bytes) \(range) \(wanted)")
      }
      expect({ cbytes_equal($0, wanted) }, { $0 == wanted })
      expect({ cbytes_equal_with($0, 0x06, wanted | 0x06) }, { $0 | 0x06 == wanted | 0x06 })
      expect({ cbytes_within($0, wanted, last) }, { $0 >= wanted && $0 <= last })
      expect(cbytes_beyond_ascii, { $0 >= 0x80 })
    }
  }

  @Test func comparesTwo() {
    var other = Array(0..<16 as Range<UInt8>)
    let bytes = other
    other[3] = 9
    other[15] = 9
    #expect(cbytes_same(bytes, other) == 0xFFFF & ~(1 << 3) & ~(1 << 15))
  }
}
