/// A number that a text gives in digits, in one form whatever the language: `1,000`, `1.000` and `1 000` are `1000`; `2.5`, `2,5` and
/// `2:50` are `2.5`; `5 p.m.` is `17`. Only the digits of both languages are compared, so what a form takes for another number does
/// no harm where both have it.
package struct WrittenNumber: Sendable {
  package let value: String
  /// Of its first byte.
  package let offset: Int

  /// In the order in which they stand.
  package static func all(in text: ArraySlice<UInt8>) -> [WrittenNumber] {
    var found: [WrittenNumber] = []
    var i = text.startIndex
    while i < text.endIndex {
      if let parts = fraction(text, i) {
        found += parts.map { WrittenNumber(value: $0, offset: i) }
        i += 2
      } else if digit(text, i) != nil {
        found.append(read(text, &i))
      } else {
        i += 1
      }
    }
    return found
  }

  private static func read(_ text: ArraySlice<UInt8>, _ i: inout Int) -> WrittenNumber {
    let start = i
    var whole = group(text, &i)
    var rest: [UInt8] = []
    let isShort = whole.count <= 3
    number: while let (mark, next) = separator(text, i), digit(text, next) != nil {
      var end = next
      let digits = group(text, &end)
      let isThousand = isShort && digits.count == 3
      switch mark {
      case .point where isThousand: break
      case .space where isThousand && !goesOn(text, end): break
      case .space: break number
      case .point, .colon:
        rest = digits
        i = end
        break number
      }
      whole += digits
      i = end
    }
    while rest.last == 0x30 { rest.removeLast() }
    if whole.count == 2, whole[0] == 0x30 { whole.removeFirst() }
    if let isAfternoon = halfOfDay(text, i), let hour = Int(String(decoding: whole, as: UTF8.self)),
      hour <= 12
    {
      whole = Array(String(hour % 12 + (isAfternoon ? 12 : 0)).utf8)
    }
    return WrittenNumber(
      value: String(decoding: rest.isEmpty ? whole : whole + [0x2E] + rest, as: UTF8.self), offset: start)
  }

  /// Digits in a row, as those of ASCII.
  private static func group(_ text: ArraySlice<UInt8>, _ i: inout Int) -> [UInt8] {
    var digits: [UInt8] = []
    while let (value, length) = digit(text, i) {
      digits.append(0x30 + value)
      i += length
    }
    return digits
  }

  private static func byte(_ text: ArraySlice<UInt8>, _ i: Int) -> UInt8 { i < text.endIndex ? text[i] : 0 }

  /// A digit of ASCII, Arabic, Persian, Devanagari or of full width, and how many bytes it takes.
  private static func digit(_ text: ArraySlice<UInt8>, _ i: Int) -> (value: UInt8, length: Int)? {
    let first = byte(text, i)
    if first &- 0x30 < 10 { return (first - 0x30, 1) }
    if first < 0xD9 { return nil }
    let (second, third) = (byte(text, i + 1), byte(text, i + 2))
    if first == 0xD9, second &- 0xA0 < 10 { return (second - 0xA0, 2) }
    if first == 0xDB, second &- 0xB0 < 10 { return (second - 0xB0, 2) }
    if first == 0xE0, second == 0xA5, third &- 0xA6 < 10 { return (third - 0xA6, 3) }
    if first == 0xEF, second == 0xBC, third &- 0x90 < 10 { return (third - 0x90, 3) }
    return nil
  }

  /// The numbers of `¼`, `½` and `¾`, which others write as `1/2`.
  private static func fraction(_ text: ArraySlice<UInt8>, _ i: Int) -> [String]? {
    guard byte(text, i) == 0xC2 else { return nil }
    switch byte(text, i + 1) {
    case 0xBC: return ["1", "4"]
    case 0xBD: return ["1", "2"]
    case 0xBE: return ["3", "4"]
    default: return nil
    }
  }

  private enum Mark { case point, colon, space }

  /// What may stand between the digits of one number, and where the next would begin.
  private static func separator(_ text: ArraySlice<UInt8>, _ i: Int) -> (Mark, next: Int)? {
    switch byte(text, i) {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "'"): return (.point, i + 1)
    case UInt8(ascii: ":"): return (.colon, i + 1)
    case 0x20: return (.space, i + 1)
    case 0xC2 where byte(text, i + 1) == 0xA0: return (.space, i + 2)
    case 0xD9 where byte(text, i + 1) == 0xAB || byte(text, i + 1) == 0xAC: return (.point, i + 2)
    case 0xE2 where byte(text, i + 1) == 0x80:
      switch byte(text, i + 2) {
      case 0x99: return (.point, i + 3)
      case 0x89, 0xAF: return (.space, i + 3)
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether digits go on behind three others, as those of a telephone number do.
  private static func goesOn(_ text: ArraySlice<UInt8>, _ i: Int) -> Bool {
    if byte(text, i) == UInt8(ascii: "-") { return digit(text, i + 1) != nil }
    guard case (.space, let next)? = separator(text, i) else { return false }
    var end = next
    return [1, 2, 4].contains(group(text, &end).count)
  }

  /// What `a.m.`, `PM` or `p. m.` behind a number says; nil for anything else.
  private static func halfOfDay(_ text: ArraySlice<UInt8>, _ start: Int) -> Bool? {
    var i = start
    func skipSpace() {
      if case (.space, let next)? = separator(text, i) { i = next }
    }
    skipSpace()
    let half = byte(text, i) | 0x20
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return nil }
    i += 1
    if byte(text, i) == UInt8(ascii: ".") { i += 1 }
    skipSpace()
    guard byte(text, i) | 0x20 == UInt8(ascii: "m") else { return nil }
    let next = byte(text, i + 1)
    return (next | 0x20) &- 0x61 < 26 || next >= 0x80 ? nil : half == UInt8(ascii: "p")
  }
}
