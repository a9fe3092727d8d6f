/// A word, text or mark of Swift source.
struct SwiftToken: Equatable {
  enum Kind { case word, text, mark }
  let kind: Kind
  /// A text's is what stands between its quotes, with `…` for each interpolation.
  let text: String
  /// From 1.
  let line: Int
}

/// Swift source taken apart, as far as finding names asks for: comments and numbers are left out, what is interpolated
/// into a text stands after it.
struct SwiftTokens {
  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var tokens: [SwiftToken] = []

  static func of(_ source: String) -> [SwiftToken] {
    var lexer = SwiftTokens(bytes: Array(source.utf8))
    lexer.read(untilParenthesis: false)
    return lexer.tokens
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private func peek(_ distance: Int = 0) -> Character {
    at + distance < bytes.count ? Character(Unicode.Scalar(bytes[at + distance])) : "\n"
  }

  private func stands(_ text: String) -> Bool { bytes[at...].starts(with: text.utf8) }

  private mutating func step(_ count: Int = 1) {
    for _ in 0..<count where at < bytes.count {
      if bytes[at] == 0x0A { line += 1 }
      at += 1
    }
  }

  private mutating func read(untilParenthesis: Bool) {
    var depth = 0
    while at < bytes.count {
      if stands("//") {
        while at < bytes.count, peek() != "\n" { step() }
      } else if stands("/*") {
        skipComment()
      } else if isWord(peek()) {
        readWord()
      } else if let hashes = hashesOfText() {
        readText(hashes)
      } else if isPattern {
        step()
        while peek() != "/" { step(peek() == "\\" ? 2 : 1) }
        step()
      } else if peek().isWhitespace {
        step()
      } else {
        if peek() == "(" { depth += 1 }
        if peek() == ")" {
          if untilParenthesis, depth == 0 { return step() }
          depth -= 1
        }
        tokens.append(SwiftToken(kind: .mark, text: String(peek()), line: line))
        step()
      }
    }
  }

  private func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "`" || !character.isASCII
  }

  private mutating func readWord() {
    let start = at
    while at < bytes.count, isWord(peek()) { step() }
    let text = String(decoding: bytes[start..<at].filter { $0 != UInt8(ascii: "`") }, as: UTF8.self)
    if text.first?.isNumber != true { tokens.append(SwiftToken(kind: .word, text: text, line: line)) }
  }

  private mutating func skipComment() {
    var depth = 0
    repeat {
      if stands("/*") {
        depth += 1
        step(2)
      } else if stands("*/") {
        depth -= 1
        step(2)
      } else {
        step()
      }
    } while depth > 0 && at < bytes.count
  }

  /// A regular expression between slashes, which stands where a value may begin and ends on its line.
  private var isPattern: Bool {
    guard peek() == "/", !peek(1).isWhitespace, let last = tokens.last, "([{,:=".contains(last.text) else {
      return false
    }
    return bytes[(at + 1)...].prefix { $0 != 0x0A }.contains(UInt8(ascii: "/"))
  }

  private func hashesOfText() -> Int? {
    var count = 0
    while peek(count) == "#" { count += 1 }
    return peek(count) == "\"" ? count : nil
  }

  private mutating func readText(_ hashes: Int) {
    let begins = line
    let place = tokens.count
    step(hashes)
    let quotes = stands("\"\"\"") ? "\"\"\"" : "\""
    step(quotes.count)
    let end = quotes + String(repeating: "#", count: hashes)
    let escape = "\\" + String(repeating: "#", count: hashes)
    var text: [UInt8] = []
    while at < bytes.count, !stands(end) {
      if stands(escape + "(") {
        step(hashes + 2)
        text += "…".utf8
        read(untilParenthesis: true)
      } else {
        let length = stands(escape) ? hashes + 2 : 1
        text += bytes[at...].prefix(length)
        step(length)
      }
    }
    step(end.count)
    tokens.insert(
      SwiftToken(kind: .text, text: String(decoding: text, as: UTF8.self), line: begins), at: place)
  }
}
