import CBytes
import Text

extension UsualForm {
  /// A value that goes to the end of the line.
  mutating func readValue(_ range: Range<Int>) -> Bool {
    switch source[range.lowerBound] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      guard let end = readQuoted(range) else { return false }
      return isBlank(end..<range.upperBound)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      guard let end = readFlow(range) else { return false }
      return isBlank(end..<range.upperBound)
    default: return readPlain(range)
    }
  }

  private func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { source[$0] == 0x20 } }

  /// A text in quotes without escapes; gives what comes after it.
  private mutating func readQuoted(_ range: Range<Int>) -> Int? {
    let quote = source[range.lowerBound]
    let start = range.lowerBound + 1
    let end = Self.first(quote, in: source, start..<range.upperBound)
    guard end < range.upperBound else { return nil }
    // Two are one of the text.
    if quote == UInt8(ascii: "'"), end + 1 < range.upperBound, source[end + 1] == quote { return nil }
    note(.scalar, range.lowerBound, start..<end, isPlain: false)
    return end + 1
  }

  private mutating func readPlain(_ range: Range<Int>) -> Bool {
    guard Self.mayBegin(source[range.lowerBound]) else { return false }
    var end = range.upperBound
    while source[end - 1] == 0x20 { end -= 1 }
    var at = range.lowerBound
    while true {
      at = SixteenBytes.first(in: source, at..<end) {
        cbytes_equal($0, UInt8(ascii: ":")) | cbytes_equal($0, UInt8(ascii: "#"))
      }
      if at == end { break }
      if source[at] == UInt8(ascii: "#") ? source[at - 1] == 0x20 : at + 1 == end || source[at + 1] == 0x20 {
        return false
      }
      at += 1
    }
    note(.scalar, range.lowerBound, range.lowerBound..<end, isPlain: true)
    return true
  }

  /// A plain text begins with a letter or digit here, or with what is no sign of YAML's.
  private static func mayBegin(_ byte: UInt8) -> Bool {
    if isInName(byte) || byte >= 0x80 { return true }
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: "+"), UInt8(ascii: "$"),
      UInt8(ascii: "~"), UInt8(ascii: "<"):
      return true
    default: return false
    }
  }

  /// `[a, "b", {c: d}]` or `{a: b, c: [d]}`; gives what comes after it.
  private mutating func readFlow(_ range: Range<Int>, level: Int = 0) -> Int? {
    let isList = source[range.lowerBound] == UInt8(ascii: "[")
    let last = isList ? UInt8(ascii: "]") : UInt8(ascii: "}")
    guard level < Self.deepestFlow else { return nil }
    note(isList ? .sequence : .mapping, range.lowerBound)
    var at = skipSpaces(range.lowerBound + 1, range.upperBound)
    guard at < range.upperBound else { return nil }
    if source[at] != last {
      while true {
        if !isList {
          guard let start = readFlowKey(at..<range.upperBound) else { return nil }
          at = start
        }
        guard let end = readFlowValue(at..<range.upperBound, level: level) else { return nil }
        at = skipSpaces(end, range.upperBound)
        guard at < range.upperBound else { return nil }
        if source[at] == last { break }
        guard source[at] == UInt8(ascii: ",") else { return nil }
        at = skipSpaces(at + 1, range.upperBound)
        guard at < range.upperBound else { return nil }
      }
    }
    noteEnd()
    return at + 1
  }

  /// Collections in brackets inside one another.
  static let deepestFlow = 3

  /// Gives where the value begins.
  private mutating func readFlowKey(_ range: Range<Int>) -> Int? {
    guard let colon = colon(ofKeyAt: range.lowerBound, range.upperBound) else { return nil }
    note(.scalar, range.lowerBound, range.lowerBound..<colon, isPlain: true)
    let start = skipSpaces(colon + 1, range.upperBound)
    return start < range.upperBound ? start : nil
  }

  private mutating func readFlowValue(_ range: Range<Int>, level: Int) -> Int? {
    switch source[range.lowerBound] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): readQuoted(range)
    case UInt8(ascii: "["), UInt8(ascii: "{"): readFlow(range, level: level + 1)
    default: readItem(range)
    }
  }

  private func skipSpaces(_ start: Int, _ end: Int) -> Int {
    var at = start
    while at < end, source[at] == 0x20 { at += 1 }
    return at
  }

  private mutating func readItem(_ range: Range<Int>) -> Int? {
    guard Self.mayBegin(source[range.lowerBound]) else { return nil }
    var at = range.lowerBound
    var end = at
    while at < range.upperBound {
      let byte = source[at]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { break }
      // As in `cause:hip-labral-tear`.
      let isName = byte == UInt8(ascii: ":") && at + 1 < range.upperBound && Self.isInName(source[at + 1])
      guard isName || Self.mayStandInItem(byte) else { return nil }
      at += 1
      if byte != 0x20 { end = at }
    }
    note(.scalar, range.lowerBound, range.lowerBound..<end, isPlain: true)
    return at
  }

  private static func mayStandInItem(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "#"), UInt8(ascii: "["), UInt8(ascii: "{"),
      UInt8(ascii: "\""):
      false
    default: true
    }
  }
}
