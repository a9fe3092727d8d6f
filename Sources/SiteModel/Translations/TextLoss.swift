/// How a translation says less than what it translates, as far as can be told without knowing the languages.
package enum TextLoss: Sendable {
  /// It has no letter and no digit, and the original has.
  case nothing
  /// It is less than three fifths as long. Signs of scripts with few take more bytes, so that bytes are a measure for all.
  case part

  /// Shorter texts may well be half as long: titles, labels, names.
  private static let shortest = 40

  /// Nil when as much may be said.
  package init?(_ text: ArraySlice<UInt8>, of original: ArraySlice<UInt8>) {
    if !Self.saysSomething(text) {
      guard Self.saysSomething(original) else { return nil }
      self = .nothing
    } else if original.count >= Self.shortest, text.count * 5 < original.count * 3 {
      self = .part
    } else {
      return nil
    }
  }

  private static func saysSomething(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 >= 0xC3 && $0 != 0xE2 }
  }
}
