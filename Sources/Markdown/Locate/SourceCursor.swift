/// A place in the lines of one block, and the ways in which what is shown can be written there.
struct SourceCursor {
  /// How bytes of the tree may be written.
  enum Form {
    /// As in text: everything below.
    case text
    /// Destinations and titles: with escapes and character references.
    case string
    /// Automatic links: with character references.
    case address
    /// HTML; and code, where a space may be a line end.
    case literal, code
  }

  var at = 0
  private(set) var end = 0
  private var source: [UInt8] = []
  /// How many `>` each line may begin with.
  private var quotes = 0
  /// Of a table: then `\|` is a `|` even in code.
  private var isCell = false

  init() {}

  init(_ source: [UInt8], _ range: Range<Int>, quotes: Int, isCell: Bool) {
    (at, end) = (range.lowerBound, range.upperBound)
    (self.source, self.quotes, self.isCell) = (source, quotes, isCell)
  }

  mutating func release() { source = [] }

  /// The byte there, 0 at the end, and the one behind it.
  var byte: UInt8 { at < end ? source[at] : 0 }
  var next: UInt8 { at + 1 < end ? source[at + 1] : 0 }

  func starts(with line: ArraySlice<UInt8>) -> Bool { source[min(at, end)..<end].starts(with: line) }

  /// Whether nothing is left but white space and, of a heading, what closes or underlines it.
  func isAtEnd(ofHeading isHeading: Bool) -> Bool {
    var i = at
    // cmark counts the line behind an underline to its heading.
    let last = isHeading ? TextScanner.first(0x0A, in: source, min(at, end)..<end) ?? end : end
    while i < last, isSpace(source[i]) || isHeading && source[i] == UInt8(ascii: "#") { i += 1 }
    guard i >= last, isHeading, last < end else { return i >= last }
    i = skippingMargin(from: last + 1)
    return i >= end || source[i] == UInt8(ascii: "=") || source[i] == UInt8(ascii: "-") || isSpace(source[i])
  }

  // MARK: Going on

  /// Goes over one byte, and behind a line end over the margin of the next line.
  mutating func take(_ wanted: UInt8) -> Bool {
    guard at < end, source[at] == wanted else { return false }
    at += 1
    if wanted == 0x0A { at = skippingMargin(from: at) }
    return true
  }

  mutating func take(_ wanted: Unicode.Scalar) -> Bool { take(UInt8(ascii: wanted)) }

  mutating func take(_ wanted: UInt8, times: Int) -> Bool {
    for _ in 0..<times where !take(wanted) { return false }
    return true
  }

  /// A label in square brackets, if it is not empty.
  mutating func takeLabel() -> ByteRange? {
    guard take("[") else { return nil }
    let start = at
    while at < end, source[at] != UInt8(ascii: "]") { at += source[at] == UInt8(ascii: "\\") ? 2 : 1 }
    at = min(at, end)
    defer { _ = take("]") }
    return at > start ? ByteRange(start, at) : nil
  }

  mutating func skipBlanks() { while byte == 0x20 || byte == 0x09 { at += 1 } }

  mutating func skipSpace() { while isSpace(byte) { _ = take(byte) } }

  mutating func skipLine() {
    at = skippingMargin(from: TextScanner.first(0x0A, in: source, min(at, end)..<end).map { $0 + 1 } ?? end)
  }

  /// Behind white space and the marks of the quotes around the block.
  func skippingMargin(from start: Int) -> Int {
    var i = start
    var left = quotes
    while i < end {
      if source[i] == UInt8(ascii: ">"), left > 0 {
        left -= 1
      } else if source[i] != 0x20, source[i] != 0x09 {
        break
      }
      i += 1
    }
    return i
  }

  // MARK: Characters

  /// Goes over what is written as it is shown, up to what may mean something else: how many bytes.
  mutating func takePlain(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var count = TextScanner.plainPrefix(of: bytes, range, in: source, min(at, end)..<end)
    // Whole characters: two that begin alike are told apart by their last byte.
    if count < range.count {
      while count > 0, bytes[range.lowerBound + count] & 0xC0 == 0x80 { count -= 1 }
    }
    at += count
    return count
  }

  /// Goes over one character that may be written in another way: how many bytes of the tree it has; nil when something
  /// else is written.
  mutating func takeCharacter(_ bytes: [UInt8], _ range: Range<Int>, _ form: Form) -> Int? {
    let shown = bytes[range.lowerBound]
    switch byte {
    case UInt8(ascii: "\\"):
      let isEscape =
        form == .text || form == .string ? next.isPunctuation : isCell && next == UInt8(ascii: "|")
      let isMark = shown == InlineMark.escapedBracket || shown == InlineMark.escapedTilde
      if isEscape, shown == next || isMark {
        at += 2
        return 1
      }
    case UInt8(ascii: "&") where form != .literal && form != .code:
      if let length = takeReference(bytes, range) { return length }
    case 0x0A where form == .code: return shown == 0x20 && take("\n") ? 1 : nil
    default: if shown == 0x0A, form == .text { skipBlanks() }
    }
    if shown == 0xE2, byte == 0xE2, let length = takePunctuation(bytes, range, form) { return length }
    if take(shown) { return 1 }
    // A straight quotation mark may have become one that begins with a space.
    return shown >= 0xF8 && byte != UInt8(ascii: "\"")
      ? takeMark(shown) : takePunctuation(bytes, range, form)
  }

  /// A character reference: nil when the source means the `&` itself.
  private mutating func takeReference(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let name = source[at + 1..<min(end, at + 40)].prefix { $0 == UInt8(ascii: "#") || $0.isWordOfASCII }
    guard name.endIndex < end, source[name.endIndex] == UInt8(ascii: ";") else { return nil }
    let shown = bytes[range.lowerBound]
    if shown == UInt8(ascii: "&") {
      let name = String(decoding: name, as: UTF8.self).lowercased()
      guard ["amp", "#38", "#x26", "#038", "#x026"].contains(name) else { return nil }
    }
    at = name.endIndex + 1
    var length = Self.length(of: shown)
    // A few names stand for two characters.
    if length < range.count, case let next = bytes[range.lowerBound + length], next != byte,
      (0xC2..<0xF8).contains(next), byte.isWordOfASCII || at == end
    {
      length += Self.length(of: next)
    }
    return min(length, range.count)
  }

  /// What stands in the tree for a sign that the dialect reads itself.
  private mutating func takeMark(_ mark: UInt8) -> Int? {
    // The noncharacter itself, typed.
    if byte == 0xEF, at + 3 <= end {
      at += 3
      return 1
    }
    return take(mark == InlineMark.misplacedFootnote ? "[" : "~") ? 1 : nil
  }

  /// Quotes, dashes and dots as cmark replaces them, and what it puts for bytes that are no text.
  private mutating func takePunctuation(_ bytes: [UInt8], _ range: Range<Int>, _ form: Form) -> Int? {
    guard range.count >= 3 else { return nil }
    let start = range.lowerBound
    let length =
      switch (bytes[start], bytes[start + 1], bytes[start + 2], byte) {
      case (0xEF, 0xBF, 0xBD, 0), (0xEF, 0xBF, 0xBD, 0x80...): 1
      case _ where form != .text: 0
      case (_, _, _, UInt8(ascii: "\"")): QuotationMarks.isMark(bytes, at: start) ? 1 : 0
      case (0xE2, 0x80, 0x98...0x99, UInt8(ascii: "'")): 1
      // An apostrophe that was typed as an opening quote.
      case (0xE2, 0x80, 0x98...0x99, 0xE2)
      where source[at..<end].starts(with: [0xE2, 0x80, bytes[start + 2] ^ 0x01]):
        3
      case (0xE2, 0x80, 0x93, UInt8(ascii: "-")): 2
      case (0xE2, 0x80, 0x94, UInt8(ascii: "-")), (0xE2, 0x80, 0xA6, UInt8(ascii: ".")): 3
      default: 0
      }
    guard length > 0, at + length <= end else { return nil }
    at += length
    return 3
  }

  /// Of a character's UTF-8, by its first byte.
  private static func length(of byte: UInt8) -> Int {
    switch byte {
    case 0xC2..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0..<0xF8: 4
    default: 1
    }
  }
}

extension UInt8 {
  /// Of ASCII (CommonMark, section 2.1).
  var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }
  var isLetterOfASCII: Bool { (0x61...0x7A).contains(self | 0x20) }
  /// A letter or digit.
  var isWordOfASCII: Bool { isLetterOfASCII || (0x30...0x39).contains(self) }
}
