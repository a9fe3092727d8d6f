/// A brace that a stylesheet has lost: browsers drop the rule and the one behind it, or read all that follows as part of a rule.
enum LostBrace {
  struct Fault {
    let offset: Int
    let message: String
    let hint: String
  }

  /// What is open at a place of the stylesheet.
  private struct OpenRule {
    /// Where its first word stands, and where its brace does.
    let start: Int
    let brace: Int
  }

  /// The first; nil where each brace has its other one.
  static func find(in source: [UInt8]) -> Fault? {
    var open: [OpenRule] = []
    /// Where what is read began: a selector, or a declaration.
    var start: Int?
    /// The first rule that begins at the margin while another one is open.
    var unclosed: OpenRule?
    var at = 0
    while at < source.count {
      let end = CompactStylesheet.endOfPart(source, at)
      if source[at] > 0x20, !isComment(source, at) {
        switch source[at] {
        case UInt8(ascii: "{"):
          let rule = OpenRule(start: start ?? at, brace: at)
          if unclosed == nil, let last = open.last, isAtMargin(source, rule.start) { unclosed = last }
          open.append(rule)
          start = nil
        case UInt8(ascii: "}"):
          guard open.popLast() != nil else { return unopened(source, closing: at) }
          start = nil
        case UInt8(ascii: ";"): start = open.isEmpty ? start : nil
        default: start = start ?? at
        }
      }
      at = max(end, at + 1)
    }
    guard let rule = open.first.map({ unclosed ?? $0 }) else { return nil }
    return Fault(
      offset: rule.brace,
      message: "This `{` is never closed, so browsers read the rules below it as part of it.",
      hint: "Add a `}` where the rule ends.")
  }

  /// A `}` that closes nothing: the rule whose `{` is missing begins behind the last one that was closed.
  private static func unopened(_ source: [UInt8], closing end: Int) -> Fault {
    var (at, start) = (0, end)
    var depth = 0
    while at < end {
      let next = max(CompactStylesheet.endOfPart(source, at), at + 1)
      if source[at] > 0x20, !isComment(source, at) {
        if source[at] == UInt8(ascii: "{") { depth += 1 }
        if depth == 0, start == end { start = at }
        if source[at] == UInt8(ascii: "}") {
          depth -= 1
          if depth == 0 { start = end }
        }
        // `@import`, which has no braces.
        if source[at] == UInt8(ascii: ";"), depth == 0, start < end, source[start] == UInt8(ascii: "@") {
          start = end
        }
      }
      at = next
    }
    let line = source[start..<end].prefix { $0 != 0x0A }
    var selector = String(decoding: line, as: UTF8.self)[...]
    while let last = selector.last, last.isWhitespace { selector.removeLast() }
    // `body margin: 0; }`
    if let colon = selector.firstRange(of: ": ") {
      selector = selector[..<colon.lowerBound]
      selector = selector[..<(selector.lastIndex(of: " ") ?? selector.startIndex)]
      while selector.last == " " { selector.removeLast() }
    }
    let isSelector = !selector.isEmpty && selector.count < 80 && !selector.contains { ";@`".contains($0) }
    return Fault(
      offset: start, message: "There is a `}` but no `{` here, so browsers skip this rule and the next one.",
      hint: isSelector ? "Write `\(selector) {`." : "Write a `{` behind the selector, or delete the `}`.")
  }

  private static func isComment(_ source: [UInt8], _ at: Int) -> Bool {
    source[at] == UInt8(ascii: "/") && at + 1 < source.count && source[at + 1] == UInt8(ascii: "*")
  }

  private static func isAtMargin(_ source: [UInt8], _ at: Int) -> Bool { at == 0 || source[at - 1] == 0x0A }
}
