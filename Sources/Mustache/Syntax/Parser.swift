import Diagnostics

/// Makes a tree of tokens. It goes on after a fault, so that all of them are found in one reading.
struct Parser {
  /// Sections more deeply inside each other than this are refused, so that nothing that walks the tree runs
  /// out of stack.
  static let maximumDepth = 64

  let bytes: [UInt8]
  private let tokens: [Token]
  let lines: TokenLines
  /// The token in hand.
  private(set) var index = 0
  /// A token that a standalone tag before it has taken the place of.
  private var swallowed: Int?
  var faults: [Fault] = []
  /// The place of the last tag that closes each name, once somebody asked.
  private var lastEnds: [String: Int]?
  /// What is open, outermost first; the first is the template itself.
  var open: [Construct] = [Construct(kind: .text, name: TagName(text: "", offset: 0, tag: 0))]
  /// How often each name is open.
  var openNames: [String: Int] = [:]

  init(_ bytes: [UInt8], _ tokens: [Token]) {
    self.bytes = bytes
    self.tokens = tokens
    lines = TokenLines(bytes, tokens)
  }

  mutating func parse() -> [Node] {
    while index < tokens.count {
      if index != swallowed { take(tokens[index]) }
      index += 1
    }
    while open.count > 1 { abandon(before: "the template ends") }
    return open[0].nodes
  }

  private mutating func take(_ token: Token) {
    switch token.kind {
    case .text:
      if open[open.count - 1].kind == .parent {
        if let first = token.extent.first(where: { !Tokenizer.isWhitespace(bytes[$0]) }) { drop(first) }
      } else {
        open[open.count - 1].nodes.append(.text(token.extent, startsLine: lines.startsLine(index)))
      }
    case .comment, .delimiters: if !takeLine() { beginLine(at: token) }
    case .variable, .unescaped:
      beginLine(at: token)
      guard let name = name(of: token) else { return }
      append(.variable(name, escaped: token.kind == .variable))
    case .partial:
      let indentation = lines.standsAlone(index) ? lines.indentation(before: index) : nil
      if !takeLine() { beginLine(at: token) }
      guard let inclusion = inclusion(of: token, indentation: indentation) else { return }
      append(.partial(inclusion))
    case .section, .inverted, .parent, .block: begin(token)
    case .close: close(token)
    }
  }

  /// Whether a tag below the one in hand closes a name.
  mutating func isClosed(_ name: String) -> Bool {
    var ends = lastEnds ?? [:]
    if lastEnds == nil {
      for (number, token) in tokens.enumerated() where token.kind == .close {
        ends[String(decoding: bytes[token.name], as: UTF8.self)] = number
      }
    }
    lastEnds = ends
    return ends[name].map { $0 > index } ?? false
  }

  // MARK: Lines

  /// Drops the line around a tag that has it to itself.
  mutating func takeLine() -> Bool {
    guard lines.standsAlone(index) else { return false }
    takeIndentation()
    takeLineEnd()
    return true
  }

  /// Drops the whitespace before a tag that is the first of its line: it is the last node, if there is any.
  mutating func takeIndentation() {
    guard let indentation = lines.indentation(before: index), !indentation.isEmpty else { return }
    if case .text(indentation, _) = open[open.count - 1].nodes.last {
      open[open.count - 1].nodes.removeLast()
    }
  }

  mutating func takeLineEnd() { swallowed = index + 1 }

  /// Marks where a line begins with a tag.
  mutating func beginLine(at token: Token) {
    guard lines.startsLine(index), open[open.count - 1].kind != .parent else { return }
    let start = token.extent.lowerBound
    open[open.count - 1].nodes.append(.text(start..<start, startsLine: true))
  }

  // MARK: Nodes

  mutating func append(_ node: Node) {
    guard open[open.count - 1].kind == .parent else {
      open[open.count - 1].nodes.append(node)
      return
    }
    switch node {
    case .block(let block): open[open.count - 1].arguments.blocks.append(block)
    case .text: break
    case .variable(let name, _), .section(let name, _, _): drop(name.tag)
    case .partial(let inclusion), .parent(let inclusion, _): drop(inclusion.name.tag)
    }
  }

  /// Notes what a parent's tags hold outside its blocks.
  private mutating func drop(_ offset: Int) {
    let dropped = open[open.count - 1].arguments.dropped
    open[open.count - 1].arguments.dropped = min(dropped ?? offset, offset)
  }

  // MARK: Names

  mutating func name(of token: Token) -> TagName? {
    let tag = token.extent.lowerBound
    guard !token.name.isEmpty else {
      faults.append(
        Fault(
          code: .templateEmptyTag, offset: tag, message: "This tag has no name.",
          hint: "Write the name of a value, as in `{{title}}`, or remove the tag."))
      return nil
    }
    let text = String(decoding: bytes[token.name], as: UTF8.self)
    if bytes[token.name].contains(where: Tokenizer.isWhitespace) {
      if let fault = ForeignTag.fault(text, token) {
        faults.append(fault)
        return nil
      }
      faults.append(
        Fault(
          code: .templateBadName, offset: token.name.lowerBound,
          message: "`\(text)` is not a valid name: names cannot contain spaces.",
          hint: "Write one name, with hyphens in place of spaces."))
      return nil
    }
    return TagName(text: text, offset: token.name.lowerBound, tag: tag)
  }

  /// The name after `>` or `<`; an asterisk before it may be set off by whitespace.
  mutating func inclusion(of token: Token, indentation: Range<Int>?) -> Inclusion? {
    var token = token
    let isDynamic = token.name.first.map { bytes[$0] == UInt8(ascii: "*") } ?? false
    if isDynamic {
      var start = token.name.lowerBound + 1
      while start < token.name.upperBound, Tokenizer.isWhitespace(bytes[start]) { start += 1 }
      token.name = start..<token.name.upperBound
    }
    return name(of: token).map { Inclusion(name: $0, isDynamic: isDynamic, indentation: indentation) }
  }
}
