/// Where stylesheets and scripts name other files.
enum AssetReferences {
  /// The bytes of the address in the file.
  typealias Place = Range<Int>

  /// What `url(…)` and `@import` name; comments and other strings are passed over (CSS Syntax, section 4).
  static func inStylesheet(_ css: [UInt8]) -> [Place] {
    var places: [Place] = []
    var at = 0
    while at < css.count {
      if has("/*", in: css, at: at) {
        at = end(of: "*/", in: css, from: at + 2)
      } else if has("url(", in: css, at: at), at == 0 || !isNameByte(css[at - 1]) {
        let start = skipSpace(css, at + 4)
        if let quoted = quoted(css, start) {
          places.append(quoted)
          at = quoted.upperBound + 1
        } else {
          let close = css[min(start, css.count)...].firstIndex(of: UInt8(ascii: ")")) ?? css.count
          var last = close
          while last > start, isSpace(css[last - 1]) { last -= 1 }
          places.append(start..<last)
          at = close
        }
      } else if has("@import", in: css, at: at) {
        at = skipSpace(css, at + 7)
        if let quoted = quoted(css, at) {
          places.append(quoted)
          at = quoted.upperBound + 1
        }
      } else if let string = quoted(css, at) {
        at = string.upperBound + 1
      } else {
        at += 1
      }
    }
    return places
  }

  /// What `import` and `from` name, where it begins with `.` or `/` (ECMAScript, section 16.2). Lines that begin as
  /// comments are passed over.
  static func inScript(_ script: [UInt8]) -> [Place] {
    var places: [Place] = []
    for line in lines(script) {
      let first = skipSpace(script, line.lowerBound)
      if has("//", in: script, at: first) || has("/*", in: script, at: first)
        || has("*", in: script, at: first)
      {
        continue
      }
      var at = line.lowerBound
      while at < line.upperBound {
        let word = ["import", "from"].first { has($0, in: script, at: at) }
        guard let word, at == 0 || !isNameByte(script[at - 1]) else {
          at += 1
          continue
        }
        at = skipSpace(script, at + word.utf8.count)
        if word == "import", at < script.count, script[at] == UInt8(ascii: "(") {
          at = skipSpace(script, at + 1)
        }
        if let quoted = quoted(script, at), let start = script[quoted].first,
          start == UInt8(ascii: ".") || start == UInt8(ascii: "/")
        {
          places.append(quoted)
          at = quoted.upperBound
        }
      }
    }
    return places
  }

  private static func lines(_ bytes: [UInt8]) -> [Range<Int>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: true).map { $0.startIndex..<$0.endIndex }
  }

  /// What stands between the quotation mark at `start` and the next one of its kind in the same line.
  private static func quoted(_ bytes: [UInt8], _ start: Int) -> Place? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: "\"") || bytes[start] == UInt8(ascii: "'") else {
      return nil
    }
    var at = start + 1
    while at < bytes.count, bytes[at] != 0x0A {
      if bytes[at] == bytes[start] { return start + 1..<at }
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private static func has(_ text: String, in bytes: [UInt8], at place: Int) -> Bool {
    var at = place
    for byte in text.utf8 {
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }

  private static func end(of mark: String, in bytes: [UInt8], from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if has(mark, in: bytes, at: at) { return at + mark.utf8.count }
      at += 1
    }
    return bytes.count
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func skipSpace(_ bytes: [UInt8], _ start: Int) -> Int {
    var at = start
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    return at
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
      || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
