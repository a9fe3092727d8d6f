/// The words of a text that is in small letters already.
package enum SmallWords {
  /// The runs of letters and digits, with the `'` in them where `apostrophes` count.
  package static func all(in text: String, apostrophes: Bool = false) -> [Substring] {
    guard isPlain(text) else {
      return text.split { !$0.isLetter && !$0.isNumber && !(apostrophes && $0 == "'") }
    }
    return text.utf8.split { byte in
      !(byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0xC3 || byte & 0xC0 == 0x80
        || apostrophes && byte == UInt8(ascii: "'"))
    }.map(Substring.init)
  }

  /// Whether it has only letters of Latin beyond ASCII, which take two bytes, and no mark of theirs. Reading letter by letter, as texts of
  /// other scripts need it, takes ten times as long.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte >= 0x80, byte < 0xC0 {
        // Of the signs in this row, × and ÷ are no letters.
        guard last == 0xC3, byte >= 0xA0 || byte == 0x9F, byte != 0xB7 else { return false }
      } else if byte >= 0x80, byte != 0xC3 {
        return false
      }
      last = byte
    }
    return true
  }
}
