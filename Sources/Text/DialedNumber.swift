/// What a phone can dial: the number behind `tel:` (RFC 3966, section 3) and `sms:` (RFC 5724), or short numbers such as 911.
package enum DialedNumber {
  /// 3 to 15 digits with `-`, `.`, spaces and brackets between them and perhaps `+` before them; `*` and `#` count as digits. What follows
  /// `;` or `?` says how to dial, not what.
  package static func isValid(_ text: some Collection<UInt8>) -> Bool {
    let number = text.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "?") }
    // A phone would dial it.
    if trunkZero(in: Array(number)[...]) != nil || UndialableNumber.hint(number) != nil { return false }
    var digits = 0
    for (place, byte) in number.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "*"), UInt8(ascii: "#"): digits += 1
      case UInt8(ascii: "+"): if place > 0 { return false }
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: " "):
        continue
      default: return false
      }
    }
    return (3...15).contains(digits)
  }

  /// Where a number for callers from abroad has the 0 of those who call from within, which both never dial: `+44 (0)20 …`.
  package static func trunkZero(in number: ArraySlice<UInt8>) -> Range<Int>? {
    number.first == UInt8(ascii: "+") ? ByteSearch.first(Array("(0)".utf8), in: number) : nil
  }

  /// The number without it.
  package static func withoutTrunkZero(_ number: String) -> String {
    var bytes = Array(number.utf8)
    if let zero = trunkZero(in: bytes[...]) { bytes.removeSubrange(zero) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A number as people write it as what follows `tel:` or `sms:` in an address: its digits, `+`, `*` and `#`, without what stands between
  /// them, and `;ext=` before those of an extension (RFC 3966, section 3). A text without digits comes back as it is.
  package static func dialed(_ text: [UInt8]) -> [UInt8] {
    var number = text[...]
    if let zero = trunkZero(in: number) {
      number = (text[..<zero.lowerBound] + text[zero.upperBound...])[...]
    }
    var out: [UInt8] = []
    var digits = 0
    for (place, byte) in zip(number.indices, number) {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "*"): out.append(byte)
      case UInt8(ascii: "#"): out += "%23".utf8
      case UInt8(ascii: "+") where out.isEmpty: out.append(byte)
      case UInt8(ascii: ";"), UInt8(ascii: "?"): return digits > 0 ? out + number[place...] : text
      case UInt8(ascii: "x") where digits > 4: out += ";ext=".utf8
      default: continue
      }
      digits += byte &- 0x30 < 10 ? 1 : 0
    }
    return digits > 0 ? out : text
  }

  /// What to write instead of an address of a number that is none.
  package static func hint(_ address: some Collection<UInt8>) -> String {
    let number = address.drop { $0 != UInt8(ascii: ":") }.dropFirst().prefix { $0 != UInt8(ascii: ";") }
    let isMarked = number.allSatisfy { $0 &- 0x30 < 10 || "+-.() ".utf8.contains($0) }
    return isMarked ? UndialableNumber.hint(number) ?? hint : hint
  }

  private static let hint = "Write the digits of the number, such as `tel:+15550100`."
}
