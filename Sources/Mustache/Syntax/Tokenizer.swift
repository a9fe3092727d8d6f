/// Cuts a template's bytes into tokens (Mustache specification, "delimiters"). Linear in their number.
struct Tokenizer {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private let bytes: [UInt8]
  private var opening: [UInt8] = [UInt8](repeating: UInt8(ascii: "{"), count: 2)
  private var closing: [UInt8] = [UInt8](repeating: UInt8(ascii: "}"), count: 2)
  private var at: Int
  private(set) var tokens: [Token] = []
  private(set) var faults: [Fault] = []
  /// What is said of a tag that is never closed with these delimiters: made once, since one such tag may make many.
  private var unclosedWords: (opening: [UInt8], ending: [UInt8], message: String, hint: String)?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    at = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    while at < bytes.count {
      text()
      if at < bytes.count { tag() }
    }
  }

  /// Takes text up to the next tag or the end, one token a line.
  private mutating func text() {
    var start = at
    while at < bytes.count, !has(opening, at: at) {
      at += 1
      if bytes[at - 1] == UInt8(ascii: "\n") {
        tokens.append(Token(kind: .text, extent: start..<at, name: at..<at))
        start = at
      }
    }
    if start < at { tokens.append(Token(kind: .text, extent: start..<at, name: at..<at)) }
  }

  private mutating func tag() {
    let start = at
    var inside = skippingWhitespace(from: at + opening.count)
    let (kind, sigil) = kind(of: inside < bytes.count ? bytes[inside] : 0)
    if sigil != nil { inside += 1 }
    var ending = closing
    if sigil == UInt8(ascii: "{") { ending.insert(UInt8(ascii: "}"), at: 0) }
    if sigil == UInt8(ascii: "=") { ending.insert(UInt8(ascii: "="), at: 0) }
    guard let end = end(of: kind, from: inside, ending: ending) else {
      unclosed(kind, at: start, ending: ending)
      return
    }
    at = end + ending.count
    let name = trimmed(inside..<end)
    tokens.append(Token(kind: kind, extent: start..<at, name: name))
    if kind == .delimiters { changeDelimiters(to: name, tag: start) }
  }

  private func kind(of byte: UInt8) -> (Token.Kind, sigil: UInt8?) {
    switch byte {
    case UInt8(ascii: "#"): (.section, byte)
    case UInt8(ascii: "^"): (.inverted, byte)
    case UInt8(ascii: "/"): (.close, byte)
    case UInt8(ascii: "!"): (.comment, byte)
    case UInt8(ascii: "="): (.delimiters, byte)
    case UInt8(ascii: ">"): (.partial, byte)
    case UInt8(ascii: "<"): (.parent, byte)
    case UInt8(ascii: "$"): (.block, byte)
    case UInt8(ascii: "&"), UInt8(ascii: "{"): (.unescaped, byte)
    default: (.variable, nil)
    }
  }

  /// Where the tag's `ending` begins; nil when it never does, or when another tag begins before it. A comment
  /// may hold anything.
  private func end(of kind: Token.Kind, from start: Int, ending: [UInt8]) -> Int? {
    var place = start
    while place < bytes.count {
      if has(ending, at: place) { return place }
      if kind != .comment, kind != .delimiters, has(opening, at: place) { return nil }
      place += 1
    }
    return nil
  }

  /// Text goes on behind the opening delimiter, so that what follows is still read; but an open comment holds
  /// all the rest.
  private mutating func unclosed(_ kind: Token.Kind, at start: Int, ending: [UInt8]) {
    if unclosedWords?.opening != opening || unclosedWords?.ending != ending {
      let open = String(decoding: opening, as: UTF8.self)
      let close = String(decoding: ending, as: UTF8.self)
      unclosedWords = (
        opening, ending, "The tag that starts here with `\(open)` is never closed.",
        "Close it with `\(close)`."
      )
    }
    if let words = unclosedWords {
      faults.append(
        Fault(code: .templateUnclosedTag, offset: start, message: words.message, hint: words.hint))
    }
    at = kind == .comment || kind == .delimiters ? bytes.count : start + opening.count
  }

  private mutating func changeDelimiters(to range: Range<Int>, tag: Int) {
    let parts = bytes[range].split(whereSeparator: Self.isWhitespace)
    guard parts.count == 2, !bytes[range].contains(UInt8(ascii: "=")) else {
      faults.append(
        Fault(
          code: .templateBadDelimiters, offset: tag, message: "This tag must give two delimiters.",
          hint: "Write the new delimiters with a space between them and without `=`, such as `{{=<% %>=}}`."))
      return
    }
    opening = Array(parts[0])
    closing = Array(parts[1])
  }

  private func has(_ wanted: [UInt8], at place: Int) -> Bool {
    guard place + wanted.count <= bytes.count, bytes[place] == wanted[0] else { return false }
    for index in 1..<wanted.count where bytes[place + index] != wanted[index] { return false }
    return true
  }

  private func skippingWhitespace(from start: Int) -> Int {
    var place = start
    while place < bytes.count, Self.isWhitespace(bytes[place]) { place += 1 }
    return place
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isWhitespace(bytes[low]) { low += 1 }
    while low < high, Self.isWhitespace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  static func isWhitespace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
