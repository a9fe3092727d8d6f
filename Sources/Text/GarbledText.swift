import CBytes

/// Characters that were garbled when text was copied or converted: UTF-8 that was read as Windows-1252 (`Ã©`, `Â°`, `â€™`), and
/// U+FFFD, which stands where nobody knows what stood.
package enum GarbledText {
  /// Where the first one begins, and how many bytes of it are certain.
  package static func first(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    for i in firstLead(in: bytes)..<bytes.endIndex
    where bytes[i] == 0xC3 || bytes[i] == 0xEF {
      if bytes[i] == 0xC3 ? begins(at: i, in: bytes) : isReplacement(at: i, in: bytes) {
        var end = i + 2
        while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return i..<end
      }
    }
    return nil
  }

  private static func firstLead(in bytes: ArraySlice<UInt8>) -> Int {
    // The pointer is used only inside the closure.
    bytes.withUnsafeBufferPointer { buffer in
      bytes.startIndex
        + SixteenBytes.first(in: buffer, 0..<buffer.count) { cbytes_equal($0, 0xC3) | cbytes_equal($0, 0xEF) }
    }
  }

  private static func isReplacement(at i: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    bytes[i...].starts(with: [0xEF, 0xBF, 0xBD] as [UInt8])
  }

  /// Whether UTF-8 that was read as Windows-1252 begins at `i`, where 0xC3 stands.
  package static func begins(at i: Int, in bytes: ArraySlice<UInt8>) -> Bool {
    func at(_ i: Int) -> UInt8 { bytes.indices.contains(i) ? bytes[i] : 0 }
    let isSmall = at(i - 1) &- 0x61 < 26
    let (second, third) = (at(i + 2), at(i + 3))
    return switch at(i + 1) {
    case 0x82, 0x83:
      // A closing quotation mark may follow a capital.
      second == 0xC2 && (isSmall || third != 0xAB && third != 0xBB && (third != 0xA0 || at(i + 1) == 0x82))
        || second == 0xC5 || second == 0xC6 || second == 0xCB
        || second == 0xE2 && (third == 0x82 || third == 0x84 || third == 0x80 && isRemnant(at(i + 4)))
    case 0xA2:
      second == 0xE2 && (third == 0x82 || third == 0x84 || third == 0x80 && isRemnant(at(i + 4)))
        || second == 0xCB || second == 0xC5 && third == 0x93
    case 0xAF: second == 0xC2 && third == 0xBB
    case 0xB0: second == 0xC5 && third == 0xB8
    default: false
    }
  }

  /// The last byte of †, ‡, ‰, ‹, ‚ and „, which no word has in it.
  private static func isRemnant(_ byte: UInt8) -> Bool {
    [0xA0, 0xA1, 0xB0, 0xB9, 0x9A, 0x9E].contains(byte)
  }
}
