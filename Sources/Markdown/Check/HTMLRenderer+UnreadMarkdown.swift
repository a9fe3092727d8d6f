import Diagnostics

extension HTMLRenderer {
  /// Warns of what was meant as Markdown and is none. What its author wrote with a backslash or as a character
  /// reference is meant to be seen. A callout as another tool writes it is an error, which cannot be switched off.
  mutating func reportUnreadMarkdown() {
    var walk = UnreadWalk(
      leftovers: options.findsUnreadMarkdown ? LeftoverFinder(in: body.source.text) : nil, in: body.tree)
    let most = options.findsUnreadMarkdown ? Self.mostWarnings : 0
    walk.seeksCalls =
      most > 0 && options.article != nil && places.fixed == nil
    for i in body.tree.nodes.indices {
      let node = body.tree.nodes[i]
      switch node.kind {
      case .paragraph, .heading, .tableCell:
        if node.kind == .paragraph, walk.warnings < most, reportCutFromItem(i, &walk) { walk.warnings += 1 }
        walk.enter(i, node.kind, isNext: body.tree.end(of: walk.block) == i)
        if node.kind == .paragraph, walk.warnings < most, reportJoinedLines(i) { walk.warnings += 1 }
        if node.kind == .heading {
          walk.headings += 1
          if walk.warnings < most,
            reportAccidentalHeading(i) || reportHeadingNumber(i, &walk) || reportWarningHeading(i, &walk)
              || reportTypedWorks(i, &walk) || reportTypedContents(i, &walk)
          {
            walk.warnings += 1
          }
        }
      case .quote:
        reportLostSign(ofQuote: i)
        reportCutCallout(ofQuote: i, &walk)
        if walk.seeksCalls, let end = endOfWarning(i) { walk.warningEnd = max(walk.warningEnd, end) }
        walk.open(until: Int(node.end), at: i)
      case .item:
        walk.open(until: Int(node.end), at: i)
        if node.end == i + 1, walk.warnings < most, reportEmptyItem(i) { walk.warnings += 1 }
      case .text: reportUnread(i, &walk, most)
      case .link, .emphasis, .codeBlock, .list:
        if node.kind == .link { walk.linkEnd = Int(node.end) }
        if node.kind == .list {
          walk.listEnd = max(walk.listEnd, Int(node.end))
          enterList(i, &walk, most)
        }
        if walk.warnings < most, reportMisread(i, walk.block) { walk.warnings += 1 }
        if node.kind == .list, walk.warnings < most, reportNoteAsList(i, &walk) { walk.warnings += 1 }
        if node.kind == .list, reportAccidentalList(i, &walk, warns: walk.warnings < most) {
          walk.warnings += 1
        }
      case .strong:
        if i == walk.block + 1, walk.warnings < most, reportBoldHeading(i, &walk) { walk.warnings += 1 }
      case .htmlBlock: walk.warnings += reportMarkdown(inHTMLBlock: i, warns: walk.warnings < most)
      case .htmlInline: walk.note(body.tree.bytes[node.text.range])
      default: break
      }
    }
    if walk.warnings >= most, most > 0 {
      warn(
        at: positionOfBlock(walk.block),
        (
          "There are more places in this article where text is not read as Markdown.",
          "Fix those that are listed, then check again."
        ))
    }
  }

  /// A mark of a list with nothing behind it. Footnotes, which are told of as such, are items, too.
  private mutating func reportEmptyItem(_ i: Int) -> Bool {
    let range = body.sourceRange(ofBlock: i)
    guard let mark = range.first(where: { !isSpace(body.source.text[$0]) && body.source.text[$0] != 0x3E }),
      ProseByte.isDigit(body.source.text[mark]) || "-*+".utf8.contains(body.source.text[mark])
    else { return false }
    warn(
      at: place(of: mark),
      ("This list item has no text.", "Write its text after the mark, or delete the mark."))
    return true
  }

  private mutating func reportUnread(_ i: Int, _ walk: inout UnreadWalk, _ most: Int) {
    if walk.isInCode { return }
    if walk.warnings < most { reportLine(i, &walk) }
    // Apart from the call: an argument that looks at the renderer by itself would have all of it copied.
    let isInner = !walk.isOutermost || body.tree.nodes[walk.block].kind == .tableCell
    if walk.seeksCalls, i >= walk.warningEnd, walk.warnings < most,
      let call = callForHelp(i, walk.block, isInner: isInner)
    {
      // One is enough, and so is one look for a callout.
      walk.seeksCalls = false
      if reportCallForHelp(at: call, inBlock: walk.block) { walk.warnings += 1 }
    }
    let range = body.tree.nodes[i].text.range
    let edges = edges(of: i, &walk)
    var findings = UnreadMarkdown.find(in: body.tree.bytes, range, edges, &walk.list, references: references)
    if walk.leftovers != nil, walk.warnings < most,
      let more = walk.leftovers?.find(in: body.tree.bytes, range, edges)
    {
      if !more.isEmpty { findings += more }
      if edges.startsLine, let finding = dividedRows(&walk) { findings.append(finding) }
    }
    for finding in findings {
      switch finding.kind {
      case .callout:
        // What ends a command has its name alone, as what begins it may.
        if walk.closesCommand(body.tree.bytes[finding.start..<range.upperBound]) { continue }
        if walk.callouts >= Self.mostReported { continue }
        walk.callouts += 1
      case .leftover(.gluedItem) where options.stepsURL != nil: break
      case .leftover(.numberInParentheses):
        // Steps and pictures have numbers of their own.
        if options.stepsURL != nil || walk.hasPictures || walk.warnings >= most { continue }
      case .leftover(.openEmphasis(UInt8(ascii: "*"))), .leftover(.looseStar):
        if walk.marksNotes == nil { walk.marksNotes = OpenEmphasis.hasMarkOfNote(in: body.tree) }
        if walk.marksNotes == true || walk.warnings >= most { continue }
        if finding.kind == .leftover(.looseStar), isNote(finding.start, range, &walk) { continue }
      case .leftover(.remnant(.unboxedCallout)):
        if !walk.isOutermost || walk.warnings >= most { continue }
      case .address, .leftover(.mailAddress):
        if i < walk.linkEnd || walk.isInAnchor || walk.warnings >= most { continue }
      default: if walk.warnings >= most { continue }
      }
      if report(finding, in: range, &walk), !finding.kind.isError { walk.warnings += 1 }
    }
  }

  /// Whether the `*` at `star` may begin a note to what stands above: one before a capital, below a table or a picture, or with nothing
  /// behind it in its section. A step of an exercise is none.
  private func isNote(_ star: Int, _ range: Range<Int>, _ walk: inout UnreadWalk) -> Bool {
    guard star + 1 < range.upperBound, body.tree.bytes[star + 1] &- 0x41 < 26 else { return false }
    let nodes = body.tree.nodes
    if isBelowCellOrPicture(walk) { return true }
    if options.stepsURL != nil { return false }
    if walk.makesStars == nil { walk.makesStars = OpenEmphasis.makesList(body.source.text) }
    if walk.makesStars == true { return false }
    let next = body.tree.end(of: walk.block)
    let isLast = next >= nodes.count || nodes[next].kind == .heading
    return isLast && !body.tree.bytes[star..<range.upperBound].contains(0x0A)
  }

  /// Where a sign with words behind it explains a table or a picture.
  func isBelowCellOrPicture(_ walk: UnreadWalk) -> Bool {
    let nodes = body.tree.nodes
    guard let previous = walk.previous else { return false }
    return nodes[previous].kind == .tableCell
      || nodes[previous..<body.tree.end(of: previous)].contains { $0.kind == .image }
  }

  /// Two paragraphs with a tab each: rows of a table from a word processor, in which each cell is a paragraph.
  private func dividedRows(_ walk: inout UnreadWalk) -> UnreadMarkdown.Finding? {
    guard walk.leftovers?.hasColumns == false, let tab = walk.leftovers?.startOfTabs else { return nil }
    guard let previous = walk.previous, let last = walk.lastTab else {
      walk.lastTab = tab
      return nil
    }
    // One message for all rows.
    walk.lastTab = -1
    guard last >= 0 else { return nil }
    return UnreadMarkdown.Finding(kind: .leftover(.tabs), start: last, block: previous)
  }

  private func edges(of i: Int, _ walk: inout UnreadWalk) -> UnreadMarkdown.Edges {
    let block = walk.block
    let next = Int(body.tree.nodes[i].end)
    var edges = UnreadMarkdown.Edges()
    let isFirst = i == block + 1
    let isParagraph = body.tree.nodes[block].kind == .paragraph
    edges.startsLine = isParagraph && (isFirst || body.tree.nodes[i - 1].kind == .lineBreak)
    edges.endsLine = next >= body.tree.end(of: block) || body.tree.nodes[next].kind == .lineBreak
    edges.startsItem = isParagraph && isFirst && block > 0 && body.tree.nodes[block - 1].kind == .item
    edges.isCell = body.tree.nodes[block].kind == .tableCell
    edges.nextNumber = walk.nextNumber
    edges.block = block
    edges.listEnd = walk.listEnd > block ? walk.listEnd : 0
    return edges
  }

  private mutating func enterList(_ i: Int, _ walk: inout UnreadWalk, _ most: Int) {
    if walk.warnings < most, reportCutFromItem(i, &walk) { walk.warnings += 1 }
    guard let next = nextNumber(afterList: i) else { return }
    if walk.warnings < most, reportLateStart(i, &walk) { walk.warnings += 1 }
    walk.noteNumberedList(i)
    walk.nextNumber = next
    walk.nextNumbers.insert(next)
  }

  private func nextNumber(afterList i: Int) -> Int? {
    guard body.tree.nodes[i].number >= 0 else { return nil }
    var number = Int(body.tree.nodes[i].number)
    var item = i + 1
    while item < body.tree.end(of: i) {
      number += 1
      item = body.tree.end(of: item)
    }
    return number
  }

  /// More than anybody fixes before the next check; the last one says that there are more.
  private static let mostWarnings = 1_000

  /// Not if the source has it otherwise.
  private mutating func report(
    _ finding: UnreadMarkdown.Finding, in range: Range<Int>, _ walk: inout UnreadWalk
  ) -> Bool {
    let block = finding.block ?? walk.block
    if finding.kind == .table, hasFault(in: body.sourceRange(ofBlock: block)) { return false }
    guard let offset = sourceOffset(ofByte: finding.start, inBlock: block),
      isTyped(finding, in: range, at: offset)
    else { return false }
    let place = place(of: offset)
    // One slip, one message.
    if article.diagnostics.contains(where: { $0.code == .unreadCallout && $0.position == place }) {
      return false
    }
    switch finding.kind {
    case .callout(let callout): report(foreign: callout, at: place)
    case .leftover(.gluedItem(let number)) where options.stepsURL != nil:
      report(
        .lostSteps, at: place,
        "Step \(number) runs into the text above it, so the printed program would leave it out.",
        hint: "Add an empty line before `\(number).`.")
    case .bullet(let isItem, let isInner):
      warn(at: place, wordsForBullet(at: offset, isItem: isItem, isInner: isInner))
    case .list: warn(at: place, wordsForList(at: offset, isOneParagraph: block == walk.block, block))
    case .table:
      guard let words = wordsForTable(at: offset, &walk) else { return false }
      warn(at: place, words)
    default: warn(at: place, words(for: finding.kind))
    }
    return true
  }

  /// Whether what was found is written in the source as it is shown, without a backslash.
  private func isTyped(_ finding: UnreadMarkdown.Finding, in range: Range<Int>, at place: Int) -> Bool {
    let source = body.source.text[place...]
    switch finding.kind {
    case .leftover(.entity): return source.first == UInt8(ascii: "&")
    // It may stand in a block before the one at hand.
    case .leftover(.numberInParentheses): return source.first == UInt8(ascii: "(")
    case .leftover(.escapedCitation(let key)):
      // One backslash is meant; programs that export Markdown write two.
      return source.starts(with: "\\[@".utf8) && source.dropFirst(3 + key.count).starts(with: "\\]".utf8)
    // Programs that export Markdown put a backslash before them, or write their names.
    case .list, .table, .bullet, .leftover(.tabs), .leftover(.bareRows), .leftover(.remnant(.localPath)),
      .leftover(.remnant(.pageNumber)), .leftover(.remnant(.tabbedLine)):
      return true
    case .leftover(.contents) where body.tree.bytes[finding.start] == 0xE2:
      return source.first == UInt8(ascii: ".") || source.first == 0xE2
    // Typed apostrophes have become curly ones.
    case .leftover(.slip(.apostrophes)): return source.first == UInt8(ascii: "'") || source.first == 0xE2
    case .leftover(.commentMark), .leftover(.unwritten): if source.starts(with: "\\[".utf8) { return true }
    default: break
    }
    let shown = body.tree.bytes[finding.start..<range.upperBound]
    guard let first = shown.first else { return false }
    if first >= 0x80 {
      return source.starts(with: shown.prefix(1 + shown.dropFirst().prefix { $0 & 0xC0 == 0x80 }.count))
    }
    // What follows a mark may have backslashes of its own; a key goes on to its end.
    let reach = if case .citation = finding.kind { 24 } else { 4 }
    let written = shown.prefix(reach).prefix { Self.isTypedAsShown($0) }
    return !written.isEmpty && source.starts(with: written)
  }

  /// A table whose second line does not fit its first, or that is too large, is reported as such already.
  mutating func hasFault(in block: Range<Int>) -> Bool {
    let lines = place(of: block.lowerBound).line...place(of: block.upperBound).line
    return article.diagnostics.contains {
      $0.severity == .error && $0.position.map { lines.contains($0.line) } ?? false
    }
  }

  /// cmark replaces quotes, dashes and dots.
  private static func isTypedAsShown(_ byte: UInt8) -> Bool {
    byte != 0x0A && byte != 0xE2 && byte != UInt8(ascii: "&") && byte < 0xF8
  }

  mutating func warn(at position: Position, _ words: (message: String, hint: String)) {
    article.diagnostics.append(
      .warning(.unreadMarkdown, file: options.file, at: position, words.message, hint: words.hint))
  }
}
