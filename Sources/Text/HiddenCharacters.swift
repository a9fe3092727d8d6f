/// Characters that nobody sees where they stand, or that XML cannot hold.
package enum HiddenCharacters {
  package struct Found: Sendable, Equatable {
    /// Of its first byte.
    package let offset: Int
    package let scalar: UInt32

    /// `U+200B`.
    package var name: String {
      let digits = String(scalar, radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
  }

  /// The first one in UTF-8 text: control characters but tab and line ends, changes of writing direction, characters without
  /// width and noncharacters (the Unicode Standard, section 23.7). U+200C and U+200D join letters of some scripts and parts of
  /// pictures, and a soft hyphen may be seen: they stay.
  package static func first(in bytes: ArraySlice<UInt8>) -> Found? {
    guard mayHold(bytes) else { return nil }
    var at = bytes.startIndex
    while at < bytes.endIndex {
      let (scalar, width) = scalar(bytes, at)
      if isHidden(scalar) { return Found(offset: at - bytes.startIndex, scalar: scalar) }
      at += width
    }
    return nil
  }

  package static func isHidden(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x61C, 0x180E, 0x3164, 0xFFA0, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F: true
    case 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB: true
    default: scalar & 0xFFFE == 0xFFFE
    }
  }

  /// Most texts hold no byte with which such a character begins, but for those of quotes and dashes.
  private static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBufferPointer { buffer in
      var found: UInt8 = 0
      // Without branches, so that it runs over many bytes at once.
      for byte in buffer {
        found |=
          (byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xC2 || byte == 0xD8 || byte >= 0xE1)
          ? 1 : 0
      }
      return found != 0
    }
  }

  /// The character that begins at `at` and its bytes; what is no UTF-8 counts byte by byte.
  private static func scalar(_ bytes: ArraySlice<UInt8>, _ at: Int) -> (UInt32, width: Int) {
    let first = bytes[at]
    let width = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard width > 1, at + width <= bytes.endIndex else { return (first < 0x80 ? UInt32(first) : 0xFFFD, 1) }
    let lead = UInt32(first) & (0xFF >> UInt32(width + 1))
    return (bytes[at + 1..<at + width].reduce(lead) { $0 << 6 | UInt32($1 & 0x3F) }, width)
  }
}
