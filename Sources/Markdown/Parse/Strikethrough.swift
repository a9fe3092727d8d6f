/// Strikethrough (GFM 0.29, section 6.5): pairs of two tildes, or of one where a dialect has it so, among the texts of one
/// parent become `InlineMark`s. On pages a single tilde is text: `10~15` is a dose. Works on the tree, so it can neither begin inside emphasis and end outside nor reach into code.
enum Strikethrough {
  private struct Run {
    var start: Int
    /// 1 or 2; 0 for a barrier that no pair crosses.
    var length: Int
    var canOpen: Bool
    var canClose: Bool
  }

  /// On a page only two tildes strike, and no pair reaches from a callout's first line, which becomes its title, into
  /// its text.
  static func mark(_ tree: inout SyntaxTree, isPage: Bool) {
    guard TextScanner.contains(UInt8(ascii: "~"), in: tree.bytes) else { return }
    var runs: [Run] = []
    for parent in tree.nodes.indices {
      switch tree.nodes[parent].kind {
      case .paragraph, .heading, .tableCell, .emphasis, .strong, .link:
        runs.removeAll(keepingCapacity: true)
        collect(tree, parent, isCallout: isPage && isCallout(tree, parent), into: &runs)
        if isPage { runs.removeAll { $0.length == 1 } }
        if runs.count > 1 { pair(runs, &tree.bytes) }
      default: break
      }
    }
  }

  /// Each closer takes the nearest opener of its length; openers between them are text.
  private static func pair(_ runs: [Run], _ bytes: inout [UInt8]) {
    var openers: [Int] = []
    var count = [0, 0, 0]
    for (index, run) in runs.enumerated() {
      if run.length == 0 {
        openers.removeAll()
        count = [0, 0, 0]
      } else if run.canClose, count[run.length] > 0 {
        while let opener = openers.popLast() {
          count[runs[opener].length] -= 1
          guard runs[opener].length == run.length else { continue }
          mark(runs[opener], InlineMark.deletionStart, &bytes)
          mark(run, InlineMark.deletionEnd, &bytes)
          break
        }
      } else if run.canOpen {
        openers.append(index)
        count[run.length] += 1
      }
    }
  }

  private static func mark(_ run: Run, _ mark: UInt8, _ bytes: inout [UInt8]) {
    bytes[run.start] = mark
    if run.length == 2 { bytes[run.start + 1] = InlineMark.nothing }
  }

  private static func collect(_ tree: SyntaxTree, _ parent: Int, isCallout: Bool, into runs: inout [Run]) {
    let end = tree.end(of: parent)
    let isBlock = !tree.nodes[parent].kind.isInline
    var child = parent + 1
    var isAfterBreak = isBlock
    var isInTitle = isCallout
    while child < end {
      let node = tree.nodes[child]
      let next = Int(node.end)
      if node.kind == .text {
        let isBeforeBreak = next >= end ? isBlock : tree.nodes[next].kind == .lineBreak
        var range = node.text.range
        if isInTitle, let line = TextScanner.first(0x0A, in: tree.bytes, range) {
          collect(tree.bytes, range.lowerBound..<line, isAfterBreak, true, into: &runs)
          runs.append(Run(start: line, length: 0, canOpen: false, canClose: false))
          range = line..<range.upperBound
          isInTitle = false
        }
        collect(tree.bytes, range, isAfterBreak, isBeforeBreak, into: &runs)
      } else if isInTitle, node.kind == .lineBreak {
        runs.append(Run(start: 0, length: 0, canOpen: false, canClose: false))
        isInTitle = false
      }
      isAfterBreak = node.kind == .lineBreak
      child = next
    }
  }

  /// Whether paragraph `i` begins with the mark of a callout, `[!`, in a quote.
  private static func isCallout(_ tree: SyntaxTree, _ i: Int) -> Bool {
    guard i > 0, tree.nodes[i - 1].kind == .quote, i + 1 < tree.end(of: i), tree.nodes[i + 1].kind == .text
    else {
      return false
    }
    return tree.bytes[tree.nodes[i + 1].text.range].starts(with: "[!".utf8)
  }

  enum Side { case space, punctuation, letter }

  private static func collect(
    _ bytes: [UInt8], _ range: Range<Int>, _ isAfterBreak: Bool, _ isBeforeBreak: Bool, into runs: inout [Run]
  ) {
    var i = range.lowerBound
    while i < range.upperBound {
      guard bytes[i] == UInt8(ascii: "~") else {
        i += 1
        continue
      }
      let start = i
      while i < range.upperBound, bytes[i] == UInt8(ascii: "~") { i += 1 }
      guard i - start <= 2 else { continue }
      let before =
        start > range.lowerBound
        ? side(before: start, bytes, range) : isAfterBreak ? Side.space : .punctuation
      let after = i < range.upperBound ? side(at: i, bytes, range) : isBeforeBreak ? Side.space : .punctuation
      // The flanking rules of emphasis (CommonMark, section 6.2).
      let canOpen = after != .space && (after == .letter || before != .letter)
      let canClose = before != .space && (before == .letter || after != .letter)
      if canOpen || canClose {
        runs.append(Run(start: start, length: i - start, canOpen: canOpen, canClose: canClose))
      }
    }
  }

  static func side(before i: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Side {
    var start = i - 1
    while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return side(at: start, bytes, range)
  }

  static func side(at i: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Side {
    let next = i + 1 < range.upperBound ? bytes[i + 1] : 0
    switch bytes[i] {
    case 0...0x20: return .space
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return .letter
    case 0xC2:
      return next == 0xA0 ? .space : next == 0xAA || next == 0xB5 || next == 0xBA ? .letter : .punctuation
    case 0xE2: return next == 0x80 || next == 0x81 ? .punctuation : .letter
    case 0xE3: return next == 0x80 ? .punctuation : .letter
    case 0xEF where next == 0xBC || next == 0xBD:
      // Punctuation in full width, U+FF01 and on.
      let last = i + 2 < range.upperBound ? bytes[i + 2] : 0
      let isLetter =
        next == 0xBC ? 0x90...0x99 ~= last || 0xA1...0xBA ~= last : 0x81...0x9A ~= last || last > 0xA5
      return isLetter ? .letter : .punctuation
    case 0xC3..<0xF8: return .letter
    default: return .punctuation
    }
  }
}
