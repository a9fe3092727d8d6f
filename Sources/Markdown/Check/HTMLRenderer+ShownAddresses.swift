import Diagnostics
import Text

/// Links that show one telephone number or mail address and lead to another: what readers see is what they believe.
extension HTMLRenderer {
  mutating func reportOtherThanShown(_ destination: [UInt8], ofLink i: Int) {
    let isNumber = destination.starts(with: "tel:".utf8) || destination.starts(with: "sms:".utf8)
    guard isNumber || destination.starts(with: "mailto:".utf8) else { return }
    let target = destination.drop { $0 != UInt8(ascii: ":") }.dropFirst().prefix {
      $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "?")
    }
    let label = alternativeText(of: i)
    let shown =
      isNumber
      ? ShownNumber.otherThan(target, in: label)
      : label.split { isSpace($0) || "<>(),;".utf8.contains($0) }.first { word in
        word.contains(UInt8(ascii: "@"))
          && String(decoding: word, as: UTF8.self).lowercased()
            != String(decoding: target, as: UTF8.self).lowercased()
      }
    guard let shown else { return }
    let (seen, meant) = (
      String(decoding: shown.trimmed, as: UTF8.self), String(decoding: target, as: UTF8.self)
    )
    reportLink(
      i, .misleadingLink, "This link shows `\(seen)`, but leads to `\(meant)`.",
      hint: "Write the same in both places.")
  }
}

/// The telephone numbers in the words of a link.
enum ShownNumber {
  /// The first number that is another one than `target`, unless one of them is the same.
  static func otherThan(_ target: ArraySlice<UInt8>, in label: [UInt8]) -> ArraySlice<UInt8>? {
    let dialed = digits(target)
    guard dialed.count >= 3 else { return nil }
    var other: ArraySlice<UInt8>?
    let parts = label.split {
      !ProseByte.isDigit($0) && !" .()+-/".utf8.contains($0) && $0 != 0xC2 && $0 != 0xA0
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

  /// Without the 0 in brackets that nobody dials from abroad.
  private static func digits(_ text: ArraySlice<UInt8>) -> [UInt8] {
    let zero = ByteSearch.first(Array("(0)".utf8), in: text)
    return text.indices.filter { ProseByte.isDigit(text[$0]) && zero?.contains($0) != true }.map { text[$0] }
  }
}
