import Diagnostics

/// Headings that are none, and texts that are headings by accident.
extension HTMLRenderer {
  /// `**When to see a doctor**`, alone in its paragraph or on its first line, with text below. `i` is the bold text.
  mutating func reportBoldHeading(_ i: Int, _ walk: inout UnreadWalk) -> Bool {
    let (nodes, block) = (body.tree.nodes, walk.block)
    var end = body.tree.end(of: i)
    guard end == i + 2 else { return false }
    // Spaces that break a line leave an empty text.
    if end < nodes.count, nodes[end].kind == .text, nodes[end].text.isEmpty { end += 1 }
    let next = body.tree.end(of: block)
    guard walk.isOutermost, nodes[block].kind == .paragraph, nodes[i + 1].kind == .text,
      end == next || nodes[end].kind == .lineBreak || isQuestionAbove(end, i + 1)
    else { return false }
    if end == next {
      guard next < nodes.count, Self.mayFollowHeading(nodes[next].kind), !isBold(next) else { return false }
    }
    let text = body.tree.bytes[nodes[i + 1].text.range]
    guard let title = Self.title(text) ?? boldQuestion(text), unboxedCallout(at: i + 1, in: block) == nil,
      remnantOfDocument(at: i + 1, &walk) == nil
    else { return false }
    let marks = walk.headings > 0 ? "###" : "##"
    warn(
      at: positionOfBlock(block),
      (
        "This line is bold but not a heading: the table of contents leaves it out, and screen readers do not announce it.",
        title.last == UInt8(ascii: "?")
          ? "Write `\(marks) \(HeadingWords.plain(title))`. If it is not a heading, delete the `**` around it."
          : "Write `\(marks) \(HeadingWords.plain(title))`. If it is a sentence, end it with a period."
      ))
    return true
  }

  /// Whether bold text `i` asks something, and node `next` goes on with a line below it.
  private func isQuestionAbove(_ next: Int, _ i: Int) -> Bool {
    body.tree.nodes[next].kind == .text && body.tree.bytes[body.tree.nodes[next].text.range].first == 0x0A
      && body.tree.bytes[body.tree.nodes[i].text.range].last == UInt8(ascii: "?")
  }

  /// `**What is it?**`: a question that begins as those of readers do, or one of several in bold.
  private func boldQuestion(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard text.last == UInt8(ascii: "?"), text.count <= 80, !text.contains(0x0A) else { return nil }
    if HeadingWords.asks(text) { return text }
    let nodes = body.tree.nodes
    let questions = nodes.indices.lazy.filter { i in
      guard nodes[i].kind == .paragraph, i + 2 < nodes.count, nodes[i + 1].kind == .strong,
        Int(nodes[i + 1].end) == i + 3, nodes[i + 2].kind == .text
      else { return false }
      return body.tree.bytes[nodes[i + 2].text.range].last == UInt8(ascii: "?")
    }
    return questions.prefix(2).count == 2 ? text : nil
  }

  static func mayFollowHeading(_ kind: SyntaxTree.Kind) -> Bool {
    kind == .paragraph || kind == .list || kind == .tableCell || kind == .codeBlock
  }

  /// Whether a paragraph is bold from its beginning: one of several lines, as of an address.
  private func isBold(_ block: Int) -> Bool {
    body.tree.nodes[block].kind == .paragraph && body.tree.end(of: block) > block + 1
      && body.tree.nodes[block + 1].kind == .strong
      && body.tree.end(of: block + 1) == body.tree.end(of: block)
  }

  /// The words of a heading, without the colon behind them; nil for a sentence.
  static func title(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
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
    guard let hyphens = underline(UInt8(ascii: "-"), of: node) else { return false }
    let rule = hyphens.lowerBound
    let hasLines = (i + 1..<Int(node.end)).contains { part in
      let part = body.tree.nodes[part]
      return part.kind == .lineBreak || part.kind == .text && body.tree.bytes[part.text.range].contains(0x0A)
    }
    let text = i + 1 < Int(node.end) ? body.tree.nodes[Int(node.end) - 1] : node
    let isSentence = text.kind == .text && Self.endsSentence(body.tree.bytes[text.text.range])
    guard hasLines || isSentence || hyphens.count == 1 else { return false }
    headings.accidents.insert(i)
    warn(
      at: place(of: rule),
      (
        "This line turns the text right above it into a heading.",
        hyphens.count == 2
          ? "If what follows is the signature of a mail, delete it. If not, add an empty line above this line, or delete it."
          : "Add an empty line above it, or delete it."
      ))
    return true
  }

  /// `## 1.2 When to rest`, `## 3. <tab> Treatment`: as documents number their headings. One number and a space may count steps; in a row
  /// from 1 they count sections, but for those of an exercise.
  mutating func reportHeadingNumber(_ i: Int, _ walk: inout UnreadWalk) -> Bool {
    guard let (number, isRow) = headingNumber(i), !isRow || options.stepsURL == nil else { return false }
    if isRow {
      let rows = walk.numberedRows ?? numberedRows()
      walk.numberedRows = rows
      guard rows.contains(i) else { return false }
    }
    guard let place = sourceOffset(ofByte: number.startIndex, inBlock: i) else { return false }
    let shown = Array(number)
    warn(
      at: self.place(of: place),
      isRow ? Remnant.headingNumbers(shown).words : Leftover.headingNumber(shown).words)
    return true
  }

  /// The number with which a heading begins before a title, and whether it says so only in a row.
  private func headingNumber(_ i: Int) -> (number: ArraySlice<UInt8>, isRow: Bool)? {
    guard i + 1 < Int(body.tree.nodes[i].end), body.tree.nodes[i + 1].kind == .text else { return nil }
    let text = body.tree.bytes[body.tree.nodes[i + 1].text.range]
    guard text.first.map(ProseByte.isDigit) ?? false else { return nil }
    let number = text.prefix { ProseByte.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
    let rest = text[number.endIndex...]
    let space = rest.prefix { isSpace($0) || $0 == 0xC2 || $0 == 0xA0 }
    // A quantity goes on with its unit, in small letters.
    let isTitle = (rest[space.endIndex...].first ?? 0) &- 0x41 < 26
    guard !space.isEmpty, isTitle, number.count < 10 else { return nil }
    let levels = number.split(separator: UInt8(ascii: ".")).count
    return (number, levels == 1 && space.first == 0x20)
  }

  /// The headings that the next of the same level goes on counting from, and that go on from none: `## 1. What it is` above
  /// `## 2. What helps`. One is told for all. Steps and tips are numbered on purpose: one of the titles has to be that of a section.
  private func numberedRows() -> Set<Int> {
    var levels = [[Int]](repeating: [], count: 7)
    for (i, node) in body.tree.nodes.enumerated() where node.kind == .heading {
      levels[Int(node.level)].append(i)
    }
    var rows: Set<Int> = []
    for headings in levels {
      var isOfSections = false
      // The number of each, and whether a mark stands behind it.
      let numbers = headings.map { heading -> (value: Int, isMarked: Bool)? in
        guard let (number, _) = headingNumber(heading) else { return nil }
        isOfSections =
          isOfSections
          || HeadingWords.namesSection(body.tree.bytes[body.tree.nodes[heading + 1].text.range])
        let digits = number.prefix(while: ProseByte.isDigit).prefix(3)
        return (digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }, !(number.last.map(ProseByte.isDigit) ?? false))
      }
      guard isOfSections else { continue }
      func follows(_ one: Int, _ other: Int) -> Bool {
        guard numbers.indices.contains(one), numbers.indices.contains(other), let first = numbers[one],
          let second = numbers[other]
        else { return false }
        return second.value == first.value + 1 && first.isMarked == second.isMarked
      }
      for place in headings.indices where follows(place, place + 1) && !follows(place - 1, place) {
        rows.insert(headings[place])
      }
    }
    return rows
  }

  /// Whether a sentence ends here, before its citations, notes, brackets and quotation marks. A heading may ask or call.
  private static func endsSentence(_ text: ArraySlice<UInt8>) -> Bool {
    var text = text.trimmed
    while let last = text.last {
      if last == UInt8(ascii: "]"), let open = text.lastIndex(of: UInt8(ascii: "[")),
        open + 1 < text.endIndex, [UInt8(ascii: "@"), UInt8(ascii: "^")].contains(text[open + 1])
      {
        text = text[..<open].trimmed
      } else if last == UInt8(ascii: ")") || last == UInt8(ascii: "]") {
        text = text.dropLast()
      } else if text.count > 2, text.suffix(3).starts(with: [0xE2, 0x80] as [UInt8]),
        (0x98...0x9F).contains(last)
      {
        text = text.dropLast(3)
      } else {
        return [0x2E, 0x2C, 0x3A, 0x3B].contains(last)
      }
    }
    return false
  }

  /// The `=` below a heading of the first level, which is written without a `#`.
  mutating func doubleUnderline(ofHeading i: Int) -> Bool {
    underline(UInt8(ascii: "="), of: body.tree.nodes[i]) != nil
  }

  /// What stands below a heading in place of a `#` before it (CommonMark, section 4.3). cmark says that the block ends with its last line or with
  /// the one below.
  private mutating func underline(_ sign: UInt8, of node: SyntaxTree.Node) -> Range<Int>? {
    guard node.lastLine > node.firstLine else { return nil }
    return marks(sign, onLine: Int(node.lastLine) - 1) ?? marks(sign, onLine: Int(node.lastLine))
  }

  /// The hyphens or equals signs on a line, from 1, of nothing else.
  private mutating func marks(_ sign: UInt8, onLine number: Int) -> Range<Int>? {
    let line = body.source.range(ofLines: number - 1, number - 1)
    guard !line.isEmpty else { return nil }
    let text = body.source.text
    // A single hyphen is no mark of a list here.
    var start = line.lowerBound
    while start < line.upperBound, [0x20, 0x09, UInt8(ascii: ">")].contains(text[start]) { start += 1 }
    let hyphens = text[start..<line.upperBound].prefix { $0 == sign }
    return hyphens.isEmpty || !text[hyphens.endIndex..<line.upperBound].allSatisfy(isSpace)
      ? nil : start..<hyphens.endIndex
  }
}
