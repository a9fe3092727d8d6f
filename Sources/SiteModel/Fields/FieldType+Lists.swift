import Text

/// What lists of articles make of fields: some types are neither sorted by nor shown on cards.
extension FieldType {
  package var isSortable: Bool { false }
  package func rank(of value: FieldValue, _ collation: Collation) -> [UInt8]? { nil }
  package var standsOnCards: Bool { false }
}

/// A type whose values are texts that stand on cards as they are.
protocol CardText: FieldType {}

extension CardText {
  package var standsOnCards: Bool { true }

  package func part(of value: FieldValue, in language: String) -> FieldPart? {
    if case .text(let text) = value, !text.isEmpty { .text(text) } else { nil }
  }
}

/// A type whose values are numbers, or begin with one, and have it as their rank.
protocol RankedByNumber: FieldType {}

extension RankedByNumber {
  package var isSortable: Bool { true }

  package func rank(of value: FieldValue, _ collation: Collation) -> [UInt8]? {
    guard case .text(let text) = value else { return nil }
    return Self.rank(of: text)
  }

  /// Digits, perhaps a point and further digits, perhaps minutes: bytes that stand in the order of the amounts, and are the same for
  /// the same amount. Minutes count as seconds.
  private static func rank(of text: [UInt8]) -> [UInt8] {
    var whole = text.prefix { $0 &- 0x30 < 10 }
    let rest = text[whole.endIndex...]
    var parts = rest.first == UInt8(ascii: ".") ? rest.dropFirst().prefix { $0 &- 0x30 < 10 } : [][...]
    if text.suffix(4).elementsEqual(" min".utf8) {
      // A number of minutes has six digits at most, and two behind the point.
      let hundredths = (Array(parts) + Array("00".utf8)).prefix(2)
      let seconds = (Array(whole) + hundredths).reduce(0) { $0 * 10 + Int($1 - 0x30) } * 60
      whole = Array(String(seconds / 100).utf8)[...]
      parts = Array(String(100 + seconds % 100).utf8)[1...]
    }
    let digits = whole.drop { $0 == UInt8(ascii: "0") }
    while parts.last == UInt8(ascii: "0") { parts.removeLast() }
    return [UInt8(clamping: digits.count)] + digits + parts
  }
}
