/// The shapes of CommonMark's inline constructs (sections 6.1 to 6.6), recognised at one place of a source. Each
/// function gets the offset where the construct would begin and answers where it ends.
struct InlineSyntax {
  let text: [UInt8]
  let end: Int

  func byte(_ i: Int) -> UInt8 { i < end ? text[i] : 0 }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
      || (0x7B...0x7E).contains(byte)
  }

  /// Of ASCII.
  static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  func skippingSpace(_ start: Int) -> Int {
    var i = start
    while i < end, isSpace(text[i]) { i += 1 }
    return i
  }

  func backticks(_ start: Int) -> Int {
    var i = start
    while byte(i) == UInt8(ascii: "`") { i += 1 }
    return i
  }

  /// A link destination: the range of what names it, and where it ends.
  func destination(_ start: Int) -> (range: Range<Int>, end: Int)? {
    var i = start
    if byte(i) == UInt8(ascii: "<") {
      i += 1
      while i < end {
        switch text[i] {
        case UInt8(ascii: ">"): return (start + 1..<i, i + 1)
        case UInt8(ascii: "<"), 0x0A: return nil
        case UInt8(ascii: "\\") where Self.isPunctuation(byte(i + 1)): i += 2
        default: i += 1
        }
      }
      return nil
    }
    var depth = 0
    scanning: while i < end {
      switch text[i] {
      case UInt8(ascii: "\\") where Self.isPunctuation(byte(i + 1)): i += 1
      case UInt8(ascii: "("):
        depth += 1
        if depth > 32 { return nil }
      case UInt8(ascii: ")"):
        if depth == 0 { break scanning }
        depth -= 1
      case 0...0x20, 0x7F: break scanning
      default: break
      }
      i += 1
    }
    return depth == 0 ? (start..<i, i) : nil
  }

  /// A link title with its quotes.
  func title(_ start: Int) -> Int? {
    let close: UInt8
    switch byte(start) {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): close = text[start]
    case UInt8(ascii: "("): close = UInt8(ascii: ")")
    default: return nil
    }
    var i = start + 1
    while i < end {
      if text[i] == close { return i + 1 }
      i += text[i] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// What follows a link's text in parentheses.
  func inlineTarget(_ start: Int) -> (destination: Range<Int>, end: Int)? {
    guard byte(start) == UInt8(ascii: "("), let found = destination(skippingSpace(start + 1)) else {
      return nil
    }
    var i = skippingSpace(found.end)
    if i > found.end, let titleEnd = title(i) { i = skippingSpace(titleEnd) }
    return byte(i) == UInt8(ascii: ")") ? (found.range, i + 1) : nil
  }

  /// A label in brackets, which holds no bracket of its own: the range between them.
  func label(_ start: Int) -> Range<Int>? {
    guard byte(start) == UInt8(ascii: "[") else { return nil }
    var i = start + 1
    while i < end, i - start < 1001 {
      switch text[i] {
      case UInt8(ascii: "]"): return start + 1..<i
      case UInt8(ascii: "["): return nil
      case UInt8(ascii: "\\"): i += 2
      default: i += 1
      }
    }
    return nil
  }

  /// A link reference definition (section 4.7).
  func definition(_ start: Int) -> (label: Range<Int>, destination: Range<Int>, end: Int)? {
    guard let label = label(start), !text[label].allSatisfy(isSpace),
      byte(label.upperBound + 1) == UInt8(ascii: ":"),
      let target = destination(skippingSpace(label.upperBound + 2)), target.end > label.upperBound + 2
    else { return nil }
    func lineEnd(_ start: Int) -> Int? {
      var i = start
      while byte(i) == 0x20 || byte(i) == 0x09 { i += 1 }
      return i >= end ? end : text[i] == 0x0A ? i + 1 : nil
    }
    let next = skippingSpace(target.end)
    if next > target.end, let titleEnd = title(next), let end = lineEnd(titleEnd) {
      return (label, target.range, end)
    }
    return lineEnd(target.end).map { (label, target.range, $0) }
  }

  /// `<https://…>` or `<someone@somewhere>`.
  func autolink(_ start: Int) -> Int? {
    var i = start + 1
    var hasColon = false
    var hasAt = false
    guard Self.isLetter(byte(i)) || Self.isDigit(byte(i)) else { return nil }
    while i < end, text[i] > 0x20, text[i] != UInt8(ascii: "<"), text[i] != UInt8(ascii: ">") {
      if text[i] == UInt8(ascii: ":"), !hasColon {
        hasColon =
          (2...32).contains(i - start - 1)
          && text[start + 1..<i].allSatisfy {
            Self.isLetter($0) || Self.isDigit($0) || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
          }
      }
      if text[i] == UInt8(ascii: "@") { hasAt = true }
      i += 1
    }
    return byte(i) == UInt8(ascii: ">") && (hasColon || hasAt) ? i + 1 : nil
  }

  /// A tag, comment, instruction, declaration or CDATA section.
  func html(_ start: Int) -> Int? {
    switch byte(start + 1) {
    case UInt8(ascii: "?"): return find("?>", from: start + 2)
    case UInt8(ascii: "!"):
      if text[start..<end].starts(with: "<!--".utf8) { return find("-->", from: start + 4) }
      if text[start..<end].starts(with: "<![CDATA[".utf8) { return find("]]>", from: start + 9) }
      return Self.isLetter(byte(start + 2)) ? find(">", from: start + 3) : nil
    case UInt8(ascii: "/"):
      guard Self.isLetter(byte(start + 2)) else { return nil }
      let i = skippingSpace(tagName(start + 2))
      return byte(i) == UInt8(ascii: ">") ? i + 1 : nil
    case let first where Self.isLetter(first): return openTag(tagName(start + 1))
    default: return nil
    }
  }

  private func tagName(_ start: Int) -> Int {
    var i = start
    while Self.isLetter(byte(i)) || Self.isDigit(byte(i)) || byte(i) == UInt8(ascii: "-") { i += 1 }
    return i
  }

  private func openTag(_ start: Int) -> Int? {
    var i = start
    while true {
      let next = skippingSpace(i)
      if byte(next) == UInt8(ascii: ">") { return next + 1 }
      if byte(next) == UInt8(ascii: "/") { return byte(next + 1) == UInt8(ascii: ">") ? next + 2 : nil }
      guard next > i,
        Self.isLetter(byte(next)) || byte(next) == UInt8(ascii: "_") || byte(next) == UInt8(ascii: ":")
      else {
        return nil
      }
      i = next
      while Self.isLetter(byte(i)) || Self.isDigit(byte(i)) || [0x5F, 0x3A, 0x2E, 0x2D].contains(byte(i)) {
        i += 1
      }
      let equals = skippingSpace(i)
      guard byte(equals) == UInt8(ascii: "=") else { continue }
      i = skippingSpace(equals + 1)
      let quote = byte(i)
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        i += 1
        while i < end, text[i] != quote { i += 1 }
        guard i < end else { return nil }
        i += 1
      } else {
        let value = i
        while i < end, text[i] > 0x20, !Array("\"'=<>`".utf8).contains(text[i]) { i += 1 }
        guard i > value else { return nil }
      }
    }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    var i = start
    while i + length <= end {
      if text.withUTF8Buffer({ self.text[i..<i + length].elementsEqual($0) }) { return i + length }
      i += 1
    }
    return nil
  }
}
