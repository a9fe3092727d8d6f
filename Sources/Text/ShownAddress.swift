/// A telephone number or mail address in the words of a link, which readers take for what it leads to.
package enum ShownAddress {
  /// What `label` shows where `destination` (`tel:`, `sms:`, `mailto:`) leads to another; nil where it shows the same or none.
  package static func other(
    than destination: [UInt8], in label: @autoclosure () -> [UInt8]
  ) -> (shown: String, target: String)? {
    // Nearly every link leads to `https:`, and nobody asks for its words.
    guard let first = destination.first, "tsmTSM".utf8.contains(first),
      let colon = destination.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let target = destination[(colon + 1)...].prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "?") }
    let shown: ArraySlice<UInt8>?
    switch String(decoding: destination[..<colon], as: UTF8.self).lowercased() {
    case "tel", "sms": shown = number(otherThan: target, in: label())
    case "mailto": shown = mailAddress(otherThan: target, in: label())
    default: return nil
    }
    return shown.map {
      (
        String(decoding: $0, as: UTF8.self).split(separator: " ").joined(separator: " "),
        String(decoding: target, as: UTF8.self)
      )
    }
  }

  /// The site whose address `label` begins with, and the one that `destination` leads to, if these are two. One that passes the address on,
  /// as an archive does, is told by what it is.
  package static func otherSite(
    than destination: [UInt8], in label: ArraySlice<UInt8>
  ) -> (shown: String, target: String)? {
    let start = label.starts(with: "http".utf8) ? [] : Array("https://".utf8)
    guard let shown = WebAddressParts(start + label.prefix { $0 > 0x20 }),
      let target = WebAddressParts(destination),
      case (let shown, let other) = (withoutWWW(shown.host), withoutWWW(target.host)), shown.contains("."),
      shown != other,
      !String(decoding: destination, as: UTF8.self).lowercased().contains(shown)
    else { return nil }
    return (shown, other)
  }

  private static func withoutWWW(_ host: String) -> String {
    host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  private static func mailAddress(otherThan target: ArraySlice<UInt8>, in label: [UInt8]) -> ArraySlice<
    UInt8
  >? {
    label.split { $0 <= 0x20 || "<>(),;:".utf8.contains($0) }.first { word in
      word.contains(UInt8(ascii: "@"))
        && String(decoding: word, as: UTF8.self).lowercased()
          != String(decoding: target, as: UTF8.self).lowercased()
    }
  }

  /// The first number that is another one than `target`, unless one of them is the same.
  private static func number(otherThan target: ArraySlice<UInt8>, in label: [UInt8]) -> ArraySlice<UInt8>? {
    let dialed = digits(target)
    guard dialed.count >= 3 else { return nil }
    var other: ArraySlice<UInt8>?
    let parts = label.split {
      !isDigit($0) && !" .()+-/".utf8.contains($0) && $0 != 0xC2 && $0 != 0xA0
    }
    for part in parts {
      let number = digits(part)
      // Short numbers are compared with short ones: hours, rooms and years are none.
      guard dialed.count > 4 ? number.count > 4 : (3...4).contains(number.count) else { continue }
      let national = number.drop { $0 == 0x30 }
      if number.elementsEqual(dialed)
        || !national.isEmpty && dialed.count > 4 && dialed.suffix(national.count).elementsEqual(national)
      {
        return nil
      }
      if other == nil { other = part }
    }
    return other
  }

  /// Without the 0 that nobody dials from abroad.
  private static func digits(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let number = text.drop { $0 != UInt8(ascii: "+") && !isDigit($0) }
    let zero = DialedNumber.trunkZero(in: number)
    return number.indices.filter { isDigit(number[$0]) && zero?.contains($0) != true }.map { number[$0] }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
