/// What chat and mail programs write before a message that is copied: `[12/05/26, 09:14:22] Ann: `, `12/05/26, 09:14 - Ann: `,
/// `On Mon, May 12, 2026 at 9:14 AM Ann wrote:`.
enum MessageStamp {
  /// Whether a line begins with the day and time of a message and the name of who sent it.
  static func begins(_ line: ArraySlice<UInt8>) -> Bool {
    let isBracketed = line.first == UInt8(ascii: "[")
    let stamp = line.dropFirst(isBracketed ? 1 : 0).prefix(longestStamp).prefix { isPart($0) }
    guard stamp.first.map(ProseByte.isDigit) ?? false, stamp.contains(UInt8(ascii: ":")),
      stamp.count(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") }) > 1
    else { return false }
    var rest = line[stamp.endIndex...]
    for half in ["AM", "PM", "am", "pm"] where rest.starts(with: half.utf8) { rest = rest.dropFirst(2) }
    let end = rest.drop { $0 == 0x20 }
    // A hyphen between spaces has become a dash.
    guard
      end.first == (isBracketed ? UInt8(ascii: "]") : UInt8(ascii: "-")) || !isBracketed && end.first == 0xE2
    else {
      return false
    }
    rest = end.dropFirst()
    return rest.prefix(longestName).prefix { $0 != 0x0A }.contains(UInt8(ascii: ":"))
  }

  private static let longestStamp = 28
  private static let longestName = 60

  private static func isPart(_ byte: UInt8) -> Bool {
    ProseByte.isDigit(byte) || "/.,: ".utf8.contains(byte)
  }

  /// Whether a paragraph is the line above a message that is answered: its first text and its last.
  static func introduces(_ first: ArraySlice<UInt8>, _ last: ArraySlice<UInt8>) -> Bool {
    let end = last[..<(last.lastIndex { $0 != 0x20 && $0 != 0x0A }.map { $0 + 1 } ?? last.startIndex)]
    let isOne = [("On ", " wrote:"), ("El ", " escribió:")].contains { begin, answer in
      first.starts(with: begin.utf8) && end.suffix(answer.utf8.count).elementsEqual(answer.utf8)
    }
    return isOne && first.contains(where: ProseByte.isDigit)
  }
}
