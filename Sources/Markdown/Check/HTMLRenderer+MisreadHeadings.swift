import Diagnostics

/// Headings that are none, and texts that are headings by accident.
extension HTMLRenderer {
  /// `**When to see a doctor**`, alone in its paragraph or on its first line, with text below. `i` is the bold text.
  mutating func reportBoldHeading(_ i: Int, _ walk: UnreadWalk) -> Bool {
    let (nodes, block) = (body.tree.nodes, walk.block)
    var end = body.tree.end(of: i)
    guard end == i + 2 else { return false }
    // Spaces that break a line leave an empty text.
    if end < nodes.count, nodes[end].kind == .text, nodes[end].text.isEmpty { end += 1 }
    let next = body.tree.end(of: block)
    guard walk.isOutermost, nodes[block].kind == .paragraph, end == next || nodes[end].kind == .lineBreak,
      nodes[i + 1].kind == .text
    else { return false }
    if end == next {
      guard next < nodes.count, Self.mayFollowHeading(nodes[next].kind), !isBold(next) else { return false }
    }
    let text = body.tree.bytes[nodes[i + 1].text.range]
    guard let title = Self.title(text), unboxedCallout(at: i + 1, in: block) == nil else { return false }
    let marks = walk.headings > 0 ? "###" : "##"
    warn(
      at: positionOfBlock(block),
      (
        "This line is bold but not a heading: the table of contents leaves it out, and screen readers do not announce it.",
        "Write `\(marks) \(String(decoding: title, as: UTF8.self))`. If it is a sentence, end it with a period."
      ))
    return true
  }

  private static func mayFollowHeading(_ kind: SyntaxTree.Kind) -> Bool {
    kind == .paragraph || kind == .list || kind == .tableCell || kind == .codeBlock
  }

  /// Whether a paragraph is bold from its beginning: one of several lines, as of an address.
  private func isBold(_ block: Int) -> Bool {
    body.tree.nodes[block].kind == .paragraph && body.tree.end(of: block) > block + 1
      && body.tree.nodes[block + 1].kind == .strong
      && body.tree.end(of: block + 1) == body.tree.end(of: block)
  }

  /// The words of a heading, without the colon behind them; nil for a sentence.
  private static func title(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard text.count <= 80, !text.contains(0x0A),
      text.contains(where: \.isLetterOfASCII) || text.contains(where: { $0 >= 0xC3 })
    else { return nil }
    var last = text
    // What stands behind the end of a sentence: brackets and quotation marks.
    while let byte = last.last, byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") {
      last = last.dropLast()
    }
    while last.count > 2, last.suffix(3).starts(with: [0xE2, 0x80] as [UInt8]),
      (0x98...0x9F).contains(last[last.endIndex - 1])
    {
      last = last.dropLast(3)
    }
    if sentenceEnds.contains(where: { end in last.suffix(end.count).elementsEqual(end) }) { return nil }
    return text.last == UInt8(ascii: ":") ? text.dropLast() : text
  }

  private static let sentenceEnds = [".", "!", "?", ",", ";", "…", "。", "！", "？", "؟", "।"].map {
    Array($0.utf8)
  }

  /// A paragraph that a line of hyphens right below it makes a heading (CommonMark, section 4.3), and that can hardly be meant as one:
  /// it has several lines, ends as a sentence does, or stands above a single hyphen.
  mutating func reportAccidentalHeading(_ i: Int) -> Bool {
    let node = body.tree.nodes[i]
    // One line: its mark is a `#`. A heading of the first level is an error.
    guard node.lastLine > node.firstLine, node.level == 2 else { return false }
    // cmark says that the block ends with its last line or with the one below.
    guard let hyphens = hyphens(onLine: Int(node.lastLine) - 1) ?? hyphens(onLine: Int(node.lastLine)) else {
      return false
    }
    let rule = hyphens.lowerBound
    let hasLines = (i + 1..<Int(node.end)).contains { part in
      let part = body.tree.nodes[part]
      return part.kind == .lineBreak || part.kind == .text && body.tree.bytes[part.text.range].contains(0x0A)
    }
    let text = i + 1 < Int(node.end) ? body.tree.nodes[Int(node.end) - 1] : node
    let end = text.kind == .text ? body.tree.bytes[text.text.range].last ?? 0 : 0
    let isSentence =
      end == UInt8(ascii: ".") || end == UInt8(ascii: ",") || end == UInt8(ascii: ";")
      || end == UInt8(ascii: ":")
    guard hasLines || isSentence || hyphens.count == 1 else { return false }
    warn(
      at: place(of: rule),
      (
        "This line turns the text right above it into a heading.",
        "Add an empty line above it, or delete it."
      ))
    return true
  }

  /// The hyphens on a line, from 1, of nothing else.
  private mutating func hyphens(onLine number: Int) -> Range<Int>? {
    let line = body.source.range(ofLines: number - 1, number - 1)
    guard !line.isEmpty else { return nil }
    let text = body.source.text
    // A single hyphen is no mark of a list here.
    var start = line.lowerBound
    while start < line.upperBound, [0x20, 0x09, UInt8(ascii: ">")].contains(text[start]) { start += 1 }
    let hyphens = text[start..<line.upperBound].prefix { $0 == UInt8(ascii: "-") }
    return hyphens.isEmpty || !text[hyphens.endIndex..<line.upperBound].allSatisfy(isSpace)
      ? nil : start..<hyphens.endIndex
  }
}
