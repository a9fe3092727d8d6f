/// Letters without their case, as file systems that do not tell two names apart by it read them (macOS, Windows).
package enum LetterCase {
  /// Composed, and each letter the small one of its capital one: `\u{C9}`, `e` with a mark behind it and `\u{E9}` come to the same, and so do
  /// `\u{DF}` and `ss` (close to the full case folding of Unicode, section 5.18).
  package static func folded(_ text: String) -> String {
    var out = ""
    for scalar in ComposedText.composed(text).unicodeScalars {
      for capital in scalar.properties.uppercaseMapping.unicodeScalars {
        out += capital.properties.lowercaseMapping
      }
    }
    return out
  }
}

extension UInt8 {
  /// A letter of ASCII as the small one; any other byte as it is.
  @inlinable package var small: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
