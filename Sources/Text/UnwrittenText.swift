/// What authors put where a text has yet to be written: `TODO`, `TBD`, `FIXME`, `XXX`, `[insert …]`, `[citation needed]`,
/// `Lorem ipsum`. Front matter, data files and articles look for the same.
package enum UnwrittenText {
  /// What one begins with. Whoever looks through a long text can find out first that none of them is in it.
  package static let beginnings: [[UInt8]] = (words + latin).map { Array($0.utf8) }

  /// The first one in a text, in brackets or not.
  package static func first(in text: ArraySlice<UInt8>) -> Range<Int>? {
    var i = text.startIndex
    while i < text.endIndex {
      switch text[i] {
      case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"), UInt8(ascii: "L"):
        if let end = end(of: i, in: text) { return i..<end }
      case UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "<"):
        let inside = text[(i + 1)...].prefix(200)
        if let close = inside.firstIndex(where: isClosing), isInstruction(inside[..<close]) {
          return i..<close + 1
        }
      default: break
      }
      i += 1
    }
    return nil
  }

  /// Where the one ends that begins at `start` without a bracket; nil where none begins.
  package static func end(of start: Int, in text: ArraySlice<UInt8>) -> Int? {
    let rest = text[start...]
    let before = lastLead(in: text[..<start])
    // `[!TODO]` is the mark of another tool's callout.
    guard !isWord(before), before != UInt8(ascii: "!") else { return nil }
    for phrase in latin where rest.starts(with: phrase.utf8) { return start + phrase.utf8.count }
    guard let word = words.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    var end = start + word.utf8.count
    // However many there are of it: `XXXX`.
    if word == "XXX" { while end < text.endIndex, text[end] == UInt8(ascii: "X") { end += 1 } }
    let next = end < text.endIndex ? text[end] : 0x20
    guard !isWord(next) else { return nil }
    return word == "TODO" && isOfSpanish(text, start..<end) ? nil : end
  }

  /// Whether what stands between brackets tells somebody to put something there: `insert name of the clinic`.
  package static func isInstruction(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, instructionInitials.contains(first | 0x20) else { return false }
    let words = String(decoding: text.prefix(24), as: UTF8.self).lowercased()
    return instructions.contains {
      words.hasPrefix($0) && (words.dropFirst($0.count).first.map { !$0.isLetter } ?? true)
    }
  }

  private static let words = ["TODO", "TBD", "FIXME", "XXX"]
  private static let latin = ["Lorem ipsum", "LOREM IPSUM"]
  private static let instructions = [
    "insert", "placeholder", "fill in", "fill me in", "citation needed", "source needed", "to be written",
    "to be added", "to be completed",
  ]
  private static let instructionInitials = Set(instructions.compactMap(\.utf8.first))

  /// "Todo" is Spanish and Portuguese for all: `TODO el mundo`, `TODO SOBRE LA CADERA`.
  private static func isOfSpanish(_ text: ArraySlice<UInt8>, _ word: Range<Int>) -> Bool {
    let behind = text[word.upperBound...]
    guard behind.first == 0x20 else { return false }
    let next = behind.dropFirst().prefix { isWord($0) }
    if next.count > 1, next.allSatisfy({ !(0x61...0x7A).contains($0) }) { return true }
    return followers.contains(String(decoding: next, as: UTF8.self))
  }

  private static let followers: Set = [
    "a", "al", "aquel", "cuanto", "de", "del", "e", "el", "en", "es", "esa", "ese", "eso", "esta", "este",
    "esto",
    "está", "la", "lo", "mi", "mundo", "no", "o", "os", "que", "se", "seu", "su", "tipo", "tu", "un", "uma",
    "va",
    "y",
  ]

  private static func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "]") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ">")
  }

  /// The first byte of the last character.
  private static func lastLead(in text: ArraySlice<UInt8>) -> UInt8 {
    text.last { $0 & 0xC0 != 0x80 } ?? 0x20
  }

  /// Letters and digits; the first byte of a character beyond ASCII counts as one, but for those of quotes and dashes.
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || (0xC3..<0xE2).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}
