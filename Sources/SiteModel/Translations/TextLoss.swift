/// How a translation says less than what it translates, as far as can be told without knowing the languages.
package enum TextLoss: Sendable {
  /// It has no letter and no digit, and the original has.
  case nothing
  /// It is less than three fifths as long. Signs of scripts with few take more bytes, so that bytes are a measure for all.
  case part

  /// What is between `;`: so many of the original's, and fewer here.
  case items(wanted: Int, written: Int)

  /// Shorter texts may well be half as long: titles, labels, names.
  private static let shortest = 40

  /// Nil when as much may be said.
  package init?(_ text: ArraySlice<UInt8>, of original: ArraySlice<UInt8>) {
    if !Self.saysSomething(text) {
      guard Self.saysSomething(original) else { return nil }
      self = .nothing
    } else if original.count >= Self.shortest, text.count * 5 < original.count * 3 {
      self = .part
    } else if let items = Self.items(text, original) {
      self = items
    } else {
      return nil
    }
  }

  /// Of one item alone, a translation may make what it will, as long as it says as much. What a comma or a period parts is no loss.
  private static func items(_ text: ArraySlice<UInt8>, _ original: ArraySlice<UInt8>) -> TextLoss? {
    func count(_ sign: Unicode.Scalar, in text: ArraySlice<UInt8>) -> Int {
      text.count { $0 == UInt8(ascii: sign) }
    }
    let (wanted, written) = (count(";", in: original), count(";", in: text))
    guard written < wanted else { return nil }
    let others: [Unicode.Scalar] = [",", ".", ":"]
    let instead = others.reduce(0) { $0 + max(0, count($1, in: text) - count($1, in: original)) }
    guard written + instead < wanted, wanted > 1 || text.count * 4 < original.count * 3 else { return nil }
    return .items(wanted: wanted + 1, written: written + 1)
  }

  private static func saysSomething(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 || $0 >= 0xC3 && $0 != 0xE2 }
  }
}
