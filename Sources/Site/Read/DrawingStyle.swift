/// Looks through a drawing's stylesheet or one value of CSS (CSS Syntax, level 3) for what loads anything. Escapes are no
/// part of it: without them a name is what it looks like, and a string ends where it seems to.
struct DrawingStyle {
  private let bytes: ArraySlice<UInt8>
  private var at: Int

  /// What may not be there, with the offset at which it stands.
  static func faults(in bytes: ArraySlice<UInt8>) -> [(offset: Int, what: String)] {
    var faults: [(offset: Int, what: String)] = []
    var style = DrawingStyle(bytes: bytes, at: bytes.startIndex)
    while let byte = style.next {
      let offset = style.at
      style.at += 1
      let problem: String? =
        switch byte {
        case UInt8(ascii: "\\"): style.escape()
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
          style.skipString(endingWith: byte) ? nil : "a quote that is never closed"
        case UInt8(ascii: "/") where style.next == UInt8(ascii: "*"):
          style.skipComment() ? nil : "a comment that is never closed"
        case UInt8(ascii: "@"): style.rule()
        case _ where Self.isName(byte): style.function(from: offset)
        default: nil
        }
      if let problem { faults.append((offset, problem)) }
    }
    return faults
  }

  private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

  /// Letters, digits, `-`, `_` and whatever is not ASCII (section 4.2, "ident code point").
  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func escape() -> String {
    while let byte = next, Self.isName(byte) { at += 1 }
    return "\\"
  }

  private mutating func skipString(endingWith quote: UInt8) -> Bool {
    while let byte = next, byte != 0x0A, byte != 0x0C, byte != 0x0D, byte != UInt8(ascii: "\\") {
      at += 1
      if byte == quote { return true }
    }
    return false
  }

  private mutating func skipComment() -> Bool {
    at += 1
    while let byte = next {
      at += 1
      if byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        at += 1
        return true
      }
    }
    return false
  }

  private mutating func name(from start: Int) -> String {
    while let byte = next, Self.isName(byte) { at += 1 }
    return String(decoding: bytes[start..<at], as: UTF8.self)
  }

  private mutating func rule() -> String? {
    let name = name(from: at)
    return Drawing.rules.contains(name.lowercased()) ? nil : "@\(name)"
  }

  /// A name is a function's when `(` follows at once.
  private mutating func function(from start: Int) -> String? {
    while let byte = next, Self.isName(byte) { at += 1 }
    // Most are numbers, and the commands of a path.
    guard next == UInt8(ascii: "(") else { return nil }
    let name = String(decoding: bytes[start..<at], as: UTF8.self)
    at += 1
    let lowercase = name.lowercased()
    if lowercase == "url" {
      if isInside() { return nil }
      while let byte = next, byte != UInt8(ascii: ")") { at += 1 }
      return "\(name)(…)"
    }
    return Drawing.functions.contains(lowercase) ? nil : "\(name)(…)"
  }

  /// Whether `#id)` follows, with or without quotes.
  private mutating func isInside() -> Bool {
    skipSpace()
    let quote = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") ? next : nil
    if quote != nil { at += 1 }
    guard next == UInt8(ascii: "#") else { return false }
    at += 1
    let start = at
    while let byte = next, Self.isName(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") {
      at += 1
    }
    guard at > start else { return false }
    if let quote {
      guard next == quote else { return false }
      at += 1
    }
    skipSpace()
    guard next == UInt8(ascii: ")") else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, DrawingReader.isSpace(byte) { at += 1 }
  }
}
