/// Looks at the lines of a source that is no YAML, for what was meant. For reports only.
enum SourceLines {
  /// The lines up to number `last`, from 0, without their ends.
  static func all(of source: UnsafeBufferPointer<UInt8>, upTo last: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var (start, at) = (0, 0)
    while at < source.count, lines.count <= last {
      let byte = source[at]
      at += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(start..<at - 1)
      if byte == 0x0D, at < source.count, source[at] == 0x0A { at += 1 }
      start = at
    }
    if start < source.count, at == source.count, lines.count <= last { lines.append(start..<at) }
    return lines
  }

  static func isInKey(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
  }

  /// The line with `key: value` as it is when the value stands in quotes; nil when it has none, is quoted all over, or would be
  /// read as text without them.
  static func quotedValue(onLine number: Int, in source: UnsafeBufferPointer<UInt8>) -> String? {
    let lines = all(of: source, upTo: number)
    guard number < lines.count else { return nil }
    let text = String(decoding: source[lines[number]], as: UTF8.self)
    guard text.count <= 250 else { return nil }
    var rest = text.drop { $0 == " " }
    let isItem = rest.hasPrefix("- ")
    if isItem { rest = rest.dropFirst(2) }
    let key = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    let hasKey = !key.isEmpty && rest[key.endIndex...].hasPrefix(": ")
    guard hasKey || isItem else { return nil }
    if hasKey { rest = rest[key.endIndex...].dropFirst(2) }
    let value = rest.split(separator: " ").joined(separator: " ")
    guard let first = value.first, let last = value.last, first != "{" || last != "}" else { return nil }
    // Only what YAML reads otherwise than as text.
    guard "@`%&*!|>?-[{]}\"'#,".contains(first) || value.contains(": ") || last == ":" else { return nil }
    let isQuoted = value.count > 1 && first == last && (first == "\"" || first == "'")
    // Curly quotes around the whole of it were meant as those.
    if value.count > 2, "“„".contains(first), "”“".contains(last) {
      return (hasKey ? "\(key): " : "- ") + quoted(String(value.dropFirst().dropLast()))
    }
    if let list = quotedList(value) { return (hasKey ? "\(key): " : "- ") + list }
    return isQuoted ? nil : (hasKey ? "\(key): " : "- ") + quoted(value)
  }

  /// A list in brackets with its entries in quotes: they are the texts of such a list.
  private static func quotedList(_ value: String) -> String? {
    guard value.hasPrefix("["), value.hasSuffix("]"), !value.contains("\""), !value.contains("'"),
      case let inner = value.dropFirst().dropLast(), !inner.contains(where: { "[]{}".contains($0) })
    else { return nil }
    let entries = inner.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }
    return entries.isEmpty || entries.contains("") ? nil : "[\(entries.map(quoted).joined(separator: ", "))]"
  }

  /// The line with `key: {{name}}` as it is when the text stands in quotes.
  static func placeholder(onLine number: Int, in source: UnsafeBufferPointer<UInt8>) -> String? {
    let lines = all(of: source, upTo: number)
    guard lines.indices.contains(number) else { return nil }
    let text = String(decoding: source[lines[number]], as: UTF8.self).split(separator: " ").joined(
      separator: " ")
    guard let colon = text.firstRange(of: ": "), text[colon.upperBound...].hasPrefix("{{"),
      text.hasSuffix("}}"), !text.contains("\"")
    else { return nil }
    return "\(text[..<colon.lowerBound]): \"\(text[colon.upperBound...])\""
  }

  /// By how much a line is further in than the nearest above it that is not; nil where none is.
  static func spacesTooMany(onLine number: Int, in source: UnsafeBufferPointer<UInt8>) -> Int? {
    let lines = all(of: source, upTo: number)
    guard lines.indices.contains(number) else { return nil }
    func column(_ line: Range<Int>) -> Int { line.prefix { source[$0] == 0x20 }.count }
    let own = column(lines[number])
    let above = lines[..<number].last { line in
      column(line) < own && line.contains { source[$0] > 0x20 }
        && source[line.lowerBound] != UInt8(ascii: "#")
    }
    return above.map { own - column($0) }
  }

  /// The name in a line such as `#calf:` or `  # calf:`, which is nothing but a key behind a `#`.
  static func commentedName(_ line: some Collection<UInt8>) -> String? {
    let text = line.drop { $0 == 0x20 }
    guard text.first == UInt8(ascii: "#") else { return nil }
    let name = text.drop { $0 == UInt8(ascii: "#") || $0 == 0x20 }.prefix { isInKey($0) }
    let rest = text[name.endIndex...]
    guard !name.isEmpty, rest.first == UInt8(ascii: ":"), rest.dropFirst().allSatisfy({ $0 <= 0x20 }) else {
      return nil
    }
    return String(decoding: Array(name), as: UTF8.self)
  }

  /// Whether the text of a line, behind its key or dash, begins with "more than" a number: `summary: > 3 months`.
  static func beginsWithMore(onLine number: Int, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    let lines = all(of: source, upTo: number)
    guard number < lines.count else { return false }
    let line = String(decoding: source[lines[number]], as: UTF8.self)
    guard let sign = line.firstIndex(of: ">") else { return false }
    return line[sign...].dropFirst().first { $0 != " " }?.isNumber ?? false
  }

  /// The last `-` up to line `last`, from 0, that begins a line right before a word where a line next to it begins with `- `.
  static func gluedDash(upTo last: Int, in source: UnsafeBufferPointer<UInt8>) -> Int? {
    let lines = all(of: source, upTo: last)
    func dash(_ line: Range<Int>) -> (offset: Int, isGlued: Bool)? {
      guard let start = line.first(where: { source[$0] != 0x20 }), source[start] == UInt8(ascii: "-"),
        start + 1 < line.upperBound
      else { return nil }
      let next = source[start + 1]
      guard next == 0x20 || isInKey(next) && next != UInt8(ascii: "-") else { return nil }
      return (start, next != 0x20)
    }
    for number in lines.indices.reversed() {
      guard let one = dash(lines[number]), one.isGlued else { continue }
      let others = [number - 1, number + 1].filter(lines.indices.contains).compactMap { dash(lines[$0]) }
      if others.contains(where: { !$0.isGlued }) { return one.offset }
    }
    return nil
  }

  /// The byte at a mark, unless the source ends there.
  static func byte(at mark: EventReader.Mark, in source: UnsafeBufferPointer<UInt8>) -> UInt8? {
    var character = -1
    for byte in source where byte & 0xC0 != 0x80 {
      character += 1
      if character == mark.index { return byte }
    }
    return nil
  }

  /// Where a comment begins on a line on which a bracket is open, if one does.
  static func comment(onLine number: Int, in source: UnsafeBufferPointer<UInt8>) -> Int? {
    let lines = all(of: source, upTo: number)
    guard number < lines.count else { return nil }
    var quote: UInt8?
    for i in lines[number].dropFirst() {
      switch (quote, source[i]) {
      case (nil, UInt8(ascii: "\"")), (nil, UInt8(ascii: "'")):
        if " [{,".utf8.contains(source[i - 1]) { quote = source[i] }
      case (nil, UInt8(ascii: "#")) where source[i - 1] == 0x20: return i
      case (let open?, let byte) where open == byte: quote = nil
      default: break
      }
    }
    return nil
  }

  /// The line with `key: "value"` or `- "value"` as it is when a text with quotes in it stands in quotes of the other kind.
  static func requotedValue(onLine number: Int, in source: UnsafeBufferPointer<UInt8>) -> String? {
    let lines = all(of: source, upTo: number)
    guard number < lines.count, lines[number].count <= 250 else { return nil }
    var text = String(decoding: source[lines[number]], as: UTF8.self).drop { $0 == " " }
    let isItem = text.hasPrefix("- ")
    if isItem { text = text.dropFirst(2).drop { $0 == " " } }
    let key = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    let hasKey = !key.isEmpty && text[key.endIndex...].hasPrefix(": ")
    guard hasKey || isItem else { return nil }
    var value = hasKey ? text[key.endIndex...].dropFirst(2) : text
    while value.first == " " { value = value.dropFirst() }
    while value.last == " " { value = value.dropLast() }
    guard let first = value.first, first == "\"" || first == "'", value.count > 2 else { return nil }
    // What follows the text's own end is part of it.
    let whole = value.last == first ? value.dropFirst().dropLast() : value
    return (hasKey ? "\(key): " : "- ") + quoted(String(whole))
  }

  /// In double quotes, or in single ones when there are double ones or a backslash in it.
  static func quoted(_ value: String) -> String {
    if !value.contains("\"") && !value.contains("\\") { return "\"\(value)\"" }
    return "'" + value.map { $0 == "'" ? "''" : String($0) }.joined() + "'"
  }

  /// The last line up to `last`, from 0, and above the first that is no such line, that begins where line `last` does with a word
  /// and has no colon behind it. `mayGoOn`: it may as well go on with a text above it.
  static func lineWithoutColon(
    upTo last: Int, in source: UnsafeBufferPointer<UInt8>
  ) -> (offset: Int, key: String, value: String, mayGoOn: Bool, margin: Int)? {
    let lines = all(of: source, upTo: last)
    func indentation(_ line: Range<Int>) -> Int { line.prefix { source[$0] == 0x20 }.count }
    let margin = lines.last.map(indentation) ?? 0
    for number in stride(from: min(last, lines.count - 1), through: max(0, last - 2), by: -1) {
      guard indentation(lines[number]) == margin else { continue }
      let line = lines[number].dropFirst(margin)
      let end = line.first { !isInKey(source[$0]) } ?? line.upperBound
      guard end > line.lowerBound, source[line.lowerBound] != UInt8(ascii: "-") else { continue }
      let next = source[end..<line.upperBound].first { $0 != 0x20 }
      let isBracket = next == UInt8(ascii: "{") || next == UInt8(ascii: "[")
      // `draft = true`, as other formats have it, a semicolon, and a colon as Chinese and Japanese write it.
      let signs = [[UInt8(ascii: "=")], [UInt8(ascii: ";"), 0x20], [0xEF, 0xBC, 0x9A]].filter {
        source[end..<line.upperBound].drop { $0 == 0x20 }.starts(with: $0)
      }
      guard end < line.upperBound, source[end] == 0x20 || !signs.isEmpty,
        isBracket || !signs.isEmpty
          || !line.contains(where: {
            source[$0] == UInt8(ascii: ":") && ($0 + 1 == line.upperBound || source[$0 + 1] == 0x20)
          })
      else { continue }
      let rest = source[end..<line.upperBound].drop { $0 == 0x20 }.dropFirst(signs.first?.count ?? 0)
      let value = String(decoding: rest, as: UTF8.self).split(separator: " ")
      // Where a text may go on, the line above has one.
      let above = number > 0 ? Array(source[lines[number - 1]]) : []
      let hasText = above.drop { $0 != UInt8(ascii: ":") }.dropFirst().contains { $0 > 0x20 }
      return (
        line.lowerBound, String(decoding: source[line.lowerBound..<end], as: UTF8.self),
        value.joined(separator: " "), hasText && signs.isEmpty, margin
      )
    }
    return nil
  }

  /// The bracket at a mark, which has no partner, and the last of what was plainly meant to stand in it: what follows on its line and on
  /// those below, up to the next key that is no further in. Nil where nothing follows.
  static func unclosedBracket(
    at mark: EventReader.Mark, in source: UnsafeBufferPointer<UInt8>
  ) -> (bracket: Character, last: String)? {
    let lines = all(of: source, upTo: source.count)
    guard mark.line < lines.count, let byte = byte(at: mark, in: source), "[{".utf8.contains(byte) else {
      return nil
    }
    let first = lines[mark.line]
    let margin = first.prefix { source[$0] == 0x20 }.count
    guard let start = first.dropFirst(margin).first(where: { source[$0] == byte }) else { return nil }
    var last = start + 1..<first.upperBound
    for line in lines[(mark.line + 1)...] {
      let text = line.drop { source[$0] == 0x20 }
      let end = text.first { !isInKey(source[$0]) } ?? text.endIndex
      let isKey = end > text.startIndex && end < text.endIndex && source[end] == UInt8(ascii: ":")
      if line.count - text.count <= margin, isKey || source[line].starts(with: "---".utf8) { break }
      if text.allSatisfy({ " ,".utf8.contains(source[$0]) }) { continue }
      last = text.startIndex..<line.upperBound
    }
    let text = String(decoding: source[last], as: UTF8.self)
    let entries = text.split(separator: ",").map { $0.drop { $0 == " " } }
    guard var entry = entries.last(where: { !$0.isEmpty }) else { return nil }
    while entry.last == " " { entry.removeLast() }
    guard !entry.isEmpty, entry.count <= 60 else { return nil }
    return (byte == UInt8(ascii: "[") ? "[" : "{", String(entry))
  }

  /// Whether the bracket at a mark has its partner, quotes left out.
  static func isBracketClosed(at mark: EventReader.Mark, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    var character = 0
    var depth = 0
    var quote: UInt8?
    var at = 0
    while at < source.count {
      let byte = source[at]
      if byte & 0xC0 != 0x80 {
        character += 1
        if character > mark.index {
          if let open = quote {
            if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\""), at + 1 < source.count,
              source[at + 1] < 0x80
            {
              at += 1
              character += 1
            } else if byte == open {
              quote = nil
            }
          } else {
            switch byte {
            case UInt8(ascii: "\""): quote = byte
            // An apostrophe within a word is none.
            case UInt8(ascii: "'") where at == 0 || " ,[{:\n".utf8.contains(source[at - 1]): quote = byte
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
              depth -= 1
              if depth == 0 { return true }
            default: break
            }
          }
        }
      }
      at += 1
    }
    return false
  }
}
