extension [Node] {
  /// The whitespace that all lines beginning in these nodes have in common; nil when none begins, or only
  /// blank ones. What a nested parent's blocks hold is not indented by where they stand and does not count.
  func commonIndentation(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
    var common: ArraySlice<UInt8>?
    func meet(_ other: ArraySlice<UInt8>) {
      guard let known = common else {
        common = other
        return
      }
      let length = zip(known, other).prefix { $0 == $1 }.count
      common = known.prefix(length)
    }
    for node in self {
      switch node {
      case .text(let range, startsLine: true):
        let line = bytes[range]
        let indentation = line.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        let isBlankLine = line.last == UInt8(ascii: "\n") && line.allSatisfy(Tokenizer.isWhitespace)
        if !isBlankLine { meet(indentation) }
      case .text, .variable: break
      case .section(_, _, let content):
        if let inner = content.commonIndentation(in: bytes) { meet(inner) }
      case .partial(let inclusion), .parent(let inclusion, _):
        if let indentation = inclusion.indentation { meet(bytes[indentation]) }
      case .block(let block):
        if let indentation = block.indentation { meet(bytes[indentation]) }
        if let inner = block.content.commonIndentation(in: bytes) { meet(inner) }
      }
    }
    return common
  }

  /// The same nodes with `count` bytes of whitespace fewer before each line, or as many as there are.
  func removingIndentation(of count: Int, in bytes: [UInt8]) -> [Node] {
    func removing(_ range: Range<Int>) -> Range<Int> {
      let blank = bytes[range].prefix(count).prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      return range.lowerBound + blank.count..<range.upperBound
    }
    return map { node in
      switch node {
      case .text(let range, startsLine: true): return .text(removing(range), startsLine: true)
      case .text, .variable: return node
      case .section(let name, let inverted, let content):
        return .section(name, inverted: inverted, content.removingIndentation(of: count, in: bytes))
      case .partial(var inclusion):
        inclusion.indentation = inclusion.indentation.map(removing)
        return .partial(inclusion)
      case .parent(var inclusion, let arguments):
        inclusion.indentation = inclusion.indentation.map(removing)
        return .parent(inclusion, arguments)
      case .block(var block):
        block.indentation = block.indentation.map(removing)
        block.content = block.content.removingIndentation(of: count, in: bytes)
        return .block(block)
      }
    }
  }
}

extension Block {
  /// The whitespace that lines of replacing content get here (Mustache specification, "inheritance").
  package func indentation(in bytes: [UInt8]) -> ArraySlice<UInt8> {
    if standsAlone, let intrinsic = content.commonIndentation(in: bytes) { return intrinsic }
    return indentation.map { bytes[$0] } ?? []
  }
}
