import Diagnostics

/// What is told of lists and tables that are none.
extension HTMLRenderer {
  /// `offset` is where the bullet is written.
  func wordsForBullet(at offset: Int, isItem: Bool, isInner: Bool) -> (message: String, hint: String) {
    if isItem {
      return (
        "Readers see this bullet next to the one of the list.",
        "Delete it, in each item: the mark before it already makes this a list."
      )
    }
    let name = body.source.text[offset...].prefix(12).prefix { $0 != UInt8(ascii: ";") }
    let written =
      name.first == UInt8(ascii: "&") ? "`\(String(decoding: name, as: UTF8.self));`" : "the dot"
    let message = "This is not a list: each line of a list starts with `-` and a space."
    // From two to five columns, a mark belongs to the item above it (CommonMark, section 5.2).
    if isInner, !(2..<6).contains(indentation(before: offset)) {
      return (
        message,
        "Start this line with four spaces and `- ` in place of \(written), since it belongs to the item above. Deeper items get four more."
      )
    }
    return (message, "Replace \(written) with `- `, on each line of the list.")
  }

  /// `offset` is where its first mark is written.
  mutating func wordsForList(at offset: Int, isOneParagraph: Bool, _ block: Int) -> (
    message: String, hint: String
  ) {
    let mark = body.source.text[offset...].prefix(4)
    let isEscaped = mark.prefix { $0 != 0x20 }.contains(UInt8(ascii: "\\"))
    let isMarkdown =
      mark.first == UInt8(ascii: "-") && mark.dropFirst().first == 0x20
      || mark.first == UInt8(ascii: "*") || mark.first == UInt8(ascii: "+")
      || ProseByte.isDigit(mark.first ?? 0)
        && (mark.dropFirst().starts(with: ". ".utf8) || mark.dropFirst().starts(with: ") ".utf8))
    if isEscaped {
      return (
        "The backslashes keep these lines from being a list.",
        "Delete the backslash in the mark of each line."
      )
    }
    if isMarkdown {
      return (
        "These lines are not a list, because they are indented too far.",
        "Delete the spaces at the start of each line."
      )
    }
    if isInner(offset, block) {
      return (
        "These lines are not a list, so they run together.",
        "Start each of them with four spaces and `- ` in place of its mark, since they belong to the item above."
      )
    }
    return (
      isOneParagraph
        ? "These lines are not a list, so they run together."
        : "These paragraphs look like a list, but they are not one.",
      "Replace the mark of each line with `- `, or with `1. `, `2. ` and so on."
    )
  }

  /// How far in the mark at `offset` stands, if nothing but spaces is before it; a tab counts four.
  private func indentation(before offset: Int) -> Int {
    let spaces = body.source.text[..<offset].reversed().prefix { $0 == 0x20 || $0 == 0x09 }
    let start = offset - spaces.count
    guard start == 0 || body.source.text[start - 1] == 0x0A else { return 0 }
    return spaces.reduce(0) { $0 + ($1 == 0x09 ? 4 : 1) }
  }

  /// Whether the line at `offset` belongs to an item above it, and is not indented so far that its mark would begin a list in it.
  private mutating func isInner(_ offset: Int, _ block: Int) -> Bool {
    let columns = indentation(before: offset)
    guard block > 1, body.tree.nodes[block - 1].kind == .item else { return (1..<3).contains(columns) }
    let start = body.sourceRange(ofBlock: block).lowerBound
    guard start < offset, body.source.text[start..<offset].contains(0x0A) else { return false }
    return columns
      < (body.tree.nodes[block - 2].kind == .list && body.tree.nodes[block - 2].number < 0 ? 2 : 3)
  }

  /// `offset` is where the first row of the paragraph is written; nil where what is wrong has been told of at a row above.
  mutating func wordsForTable(at offset: Int, _ walk: inout UnreadWalk) -> (message: String, hint: String)? {
    let block = walk.block
    let isEscaped = body.source.text[offset] == UInt8(ascii: "\\")
    let isRule = isTableRule(block)
    let before =
      walk.previous.map { body.tree.nodes[$0].kind == .paragraph && mayBeRow($0, isBare: isRule) } ?? false
    if before, !isRule || beginsWithBar(walk.previous ?? 0) { return nil }
    let next = body.tree.end(of: block)
    let hasNext =
      next < body.tree.nodes.count && next != walk.containerEnd && body.tree.nodes[next].kind == .paragraph
    let isDivided = before || hasNext && (beginsWithBar(next) || isTableRule(next))
    let hasRule = isRule || hasNext && isTableRule(next) || hasRule(belowFirstLineOf: block)
    if isEscaped {
      // A single row, or a bar that is meant to be seen.
      guard isDivided || body.tree.bytes[body.tree.nodes[block + 1].text.range].contains(0x0A) else {
        return nil
      }
      return (
        "The backslashes keep these rows from being a table.",
        hasRule
          ? "Delete every backslash in these rows, and any empty lines between them."
          : "Delete every backslash in these rows, and any empty lines between them. Add the line `|---|---|` under the first, with one `---` for each column."
      )
    }
    if let previous = walk.previous, body.tree.nodes[previous].kind == .tableCell {
      return ("This row is cut off from the table above it.", "Delete the empty line above it.")
    }
    if isDivided {
      return (
        "The empty lines between these rows keep them from being a table.",
        hasRule
          ? "Delete the empty lines between the rows."
          : "Delete the empty lines between the rows, and add the line `|---|---|` under the first, with one `---` for each column."
      )
    }
    if isRule { return nil }
    if next < body.tree.nodes.count, body.tree.nodes[next].kind == .tableCell,
      body.tree.nodes[next].firstLine == body.tree.nodes[block].lastLine + 1
    {
      return (
        "This line is not part of the table below it: a table has one line of headers.",
        "Write the words of both lines in one, and delete the other."
      )
    }
    if hasRule {
      return (
        "This is not a table: the line under the header has dashes in place of hyphens.",
        "Replace that line with `|---|---|`, with one `---` for each column."
      )
    }
    return (
      "This is not a table: the line of hyphens under the header is missing.",
      "Add the line `|---|---|` under the header, with one `---` for each column."
    )
  }

  private func beginsWithBar(_ block: Int) -> Bool {
    guard body.tree.end(of: block) > block + 1, body.tree.nodes[block + 1].kind == .text else { return false }
    return body.tree.bytes[body.tree.nodes[block + 1].text.range].first == UInt8(ascii: "|")
  }

  /// Whether a paragraph may be a row; one with bars only between its cells when a line of hyphens follows.
  private func mayBeRow(_ block: Int, isBare: Bool) -> Bool {
    if beginsWithBar(block) { return true }
    guard isBare, body.tree.end(of: block) > block + 1, body.tree.nodes[block + 1].kind == .text else {
      return false
    }
    return body.tree.bytes[body.tree.nodes[block + 1].text.range].contains(UInt8(ascii: "|"))
  }

  /// Whether a paragraph is the line below a table's header and nothing else; its hyphens have become dashes.
  private func isTableRule(_ block: Int) -> Bool {
    guard body.tree.end(of: block) == block + 2, body.tree.nodes[block + 1].kind == .text else {
      return false
    }
    let text = body.tree.bytes[body.tree.nodes[block + 1].text.range]
    return text.contains(UInt8(ascii: "|")) && Self.isTableRule(text)
  }

  private static func isTableRule(_ line: ArraySlice<UInt8>) -> Bool {
    var hasDash = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "-"), 0x93, 0x94: hasDash = true
      case 0x20, UInt8(ascii: ":"), UInt8(ascii: "|"), 0xE2, 0x80: break
      default: return false
      }
    }
    return hasDash
  }

  private func hasRule(belowFirstLineOf block: Int) -> Bool {
    let text = body.tree.bytes[body.tree.nodes[block + 1].text.range]
    let rest = text.drop { $0 != 0x0A }.dropFirst()
    return Self.isTableRule(rest.prefix { $0 != 0x0A })
  }
}
