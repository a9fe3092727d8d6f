extension Array {
  /// The elements in a buffer of their own size. An array made of another shares its buffer, capacity and all: what is kept
  /// of a buffer that is reused would hold on to that of the longest article, and the buffer would be made anew.
  var copied: [Element] {
    if isEmpty { return [] }
    var copy: [Element] = []
    copy.reserveCapacity(count)
    copy.append(contentsOf: self)
    return copy
  }
}

/// Appending text to HTML (WHATWG HTML, section 13.1.2): runs without special characters in one piece.
extension [UInt8] {
  @inline(__always)
  mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { append(contentsOf: $0) }
  }

  @inline(__always)
  mutating func append(_ range: Range<Int>, of source: [UInt8]) {
    // The pointer is used only inside the closure, and `rebasing` checks that the range is the array's.
    source.withUnsafeBufferPointer { append(contentsOf: UnsafeBufferPointer(rebasing: $0[range])) }
  }

  mutating func append(number: Int) {
    if number < 0 {
      append(UInt8(ascii: "-"))
      return append(number: -number)
    }
    if number >= 10 { append(number: number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Text for an element or a double-quoted attribute.
  mutating func append(escaping source: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      let byte = source[i]
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
        || byte == UInt8(ascii: "\"")
      {
        append(start..<i, of: source)
        append(entityFor: byte)
        start = i + 1
      }
      i += 1
    }
    append(start..<i, of: source)
  }

  mutating func append(escaping source: [UInt8]) { append(escaping: source, 0..<source.count) }

  mutating func append(entityFor byte: UInt8) {
    switch byte {
    case UInt8(ascii: "&"): append("&amp;")
    case UInt8(ascii: "<"): append("&lt;")
    case UInt8(ascii: ">"): append("&gt;")
    case UInt8(ascii: "\""): append("&quot;")
    default: append(byte)
    }
  }

  /// A destination for `href` or `src`: what may not stand in a URL is percent-encoded (RFC 3986), what is
  /// already encoded stays, as cmark does it.
  mutating func append(escapingURL source: [UInt8], _ range: Range<Int>) {
    var start = range.lowerBound
    var i = start
    while i < range.upperBound {
      let byte = source[i]
      if !Self.isSafeInURL(byte) {
        append(start..<i, of: source)
        switch byte {
        case UInt8(ascii: "&"): append("&amp;")
        case UInt8(ascii: "'"): append("&#x27;")
        default:
          append(UInt8(ascii: "%"))
          append(Self.hexDigit(byte >> 4))
          append(Self.hexDigit(byte & 15))
        }
        start = i + 1
      }
      i += 1
    }
    append(start..<i, of: source)
  }

  mutating func append(escapingURL source: [UInt8]) { append(escapingURL: source, 0..<source.count) }

  private static func isSafeInURL(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "?")...UInt8(ascii: "@"), UInt8(ascii: "(")...UInt8(ascii: ";"), UInt8(ascii: "!"),
      UInt8(ascii: "#")...UInt8(ascii: "%"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
