/// How tokens share lines, for the rule that a line holding nothing but a tag is dropped.
struct TokenLines {
  private let bytes: [UInt8]
  private let tokens: [Token]

  init(_ bytes: [UInt8], _ tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
  }

  /// Whether a line begins with token `index`.
  func startsLine(_ index: Int) -> Bool { index == 0 || endsLine(index - 1) }

  /// The whitespace before token `index`, when its line has nothing else before it.
  func indentation(before index: Int) -> Range<Int>? {
    let start = tokens[index].extent.lowerBound
    if startsLine(index) { return start..<start }
    return isBlank(index - 1) && startsLine(index - 1) ? tokens[index - 1].extent : nil
  }

  /// Whether nothing but whitespace follows token `index` on its line.
  func endsLine(after index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    return isBlank(index + 1) && (endsLine(index + 1) || index + 2 == tokens.count)
  }

  /// Whether token `index` is a tag that has its line to itself.
  func standsAlone(_ index: Int) -> Bool { indentation(before: index) != nil && endsLine(after: index) }

  private func endsLine(_ index: Int) -> Bool {
    tokens[index].kind == .text && bytes[tokens[index].extent.upperBound - 1] == UInt8(ascii: "\n")
  }

  private func isBlank(_ index: Int) -> Bool {
    tokens[index].kind == .text && bytes[tokens[index].extent].allSatisfy(Tokenizer.isWhitespace)
  }
}
