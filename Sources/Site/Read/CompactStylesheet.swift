/// A stylesheet without its comments and with no more white space than it needs. Only what CSS Syntax Level 3
/// lets go anywhere is taken out: comments (section 4.3.2) and white space next to `{`, `}`, `;` and `,`; nothing
/// inside a string or `url(…)` is touched.
enum CompactStylesheet {
  static func bytes(of source: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(source.count)
    var at = 0
    var isSpacePending = false
    func isPunctuation(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";")
        || byte == UInt8(ascii: ",")
    }
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    while at < source.count {
      let byte = source[at]
      if byte == UInt8(ascii: "/"), at + 1 < source.count, source[at + 1] == UInt8(ascii: "*") {
        at = endOfComment(source, at)
        // Between two words an empty comment has to stay: neither one word nor two with a space mean the same.
        let isBetween =
          !isSpacePending && at < source.count && !isSpace(source[at]) && !isPunctuation(source[at])
        if isBetween, let last = out.last, !isPunctuation(last) { out += Array("/**/".utf8) }
        continue
      }
      if isSpace(byte) {
        isSpacePending = true
        at += 1
        continue
      }
      if isSpacePending, let last = out.last, !isPunctuation(last), !isPunctuation(byte) { out.append(0x20) }
      isSpacePending = false
      let end = endOfToken(source, at)
      out += source[at..<end]
      at = end
    }
    return out
  }

  /// Where what begins at a place ends: a comment, a string, an address, or one byte.
  static func endOfPart(_ source: [UInt8], _ start: Int) -> Int {
    if source[start] == UInt8(ascii: "/"), start + 1 < source.count, source[start + 1] == UInt8(ascii: "*") {
      return endOfComment(source, start)
    }
    return endOfToken(source, start)
  }

  private static func endOfComment(_ source: [UInt8], _ start: Int) -> Int {
    var at = start + 2
    while at + 1 < source.count {
      if source[at] == UInt8(ascii: "*"), source[at + 1] == UInt8(ascii: "/") { return at + 2 }
      at += 1
    }
    return source.count
  }

  /// A string and an unquoted `url(…)` are taken whole, anything else byte by byte; an escaped byte goes with
  /// its backslash.
  private static func endOfToken(_ source: [UInt8], _ start: Int) -> Int {
    let byte = source[start]
    if byte == UInt8(ascii: "\\") { return min(start + 2, source.count) }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return end(source, start + 1, at: byte) }
    if byte == UInt8(ascii: "("), start >= 3, source[(start - 3)..<start].elementsEqual("url".utf8) {
      return end(source, start + 1, at: UInt8(ascii: ")"))
    }
    return start + 1
  }

  private static func end(_ source: [UInt8], _ start: Int, at mark: UInt8) -> Int {
    var at = start
    while at < source.count {
      if source[at] == UInt8(ascii: "\\") {
        at += 2
      } else if source[at] == mark {
        return at + 1
      } else {
        at += 1
      }
    }
    return source.count
  }
}
