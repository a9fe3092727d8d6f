import Diagnostics

extension HTMLRenderer {
  /// Reports every callout that is none. An error, since what it warns of would be lost among the text, or not be there at
  /// all; it cannot be switched off.
  mutating func reportMisreadCallouts() {
    reportDefinedCallouts()
    var leaf = 0
    var reported = 0
    // Of most articles no text has one.
    let bytes = body.tree.bytes
    let hasBracket = TextScanner.first(UInt8(ascii: "["), in: bytes, bytes.indices) != nil
    for i in body.tree.nodes.indices {
      let node = body.tree.nodes[i]
      switch node.kind {
      case .paragraph, .heading, .tableCell: leaf = i
      case .text:
        guard reported < Self.mostReported else { return }
        if reportEscapedMark(i, leaf) {
          reported += 1
          continue
        }
        if let callout = calloutMeant(at: i) {
          reported += 1
          report(callout, at: positionOfBlock(i - 1))
          continue
        }
        if let callout = foreignCallout(at: i) {
          reported += 1
          report(foreign: callout, at: position(ofByte: node.text.range.lowerBound, inBlock: leaf))
          continue
        }
        guard hasBracket else { continue }
        for found in MisreadCallout.find(in: body.tree.bytes, node.text.range)
        where !isRead(found, at: i) {
          guard reported < Self.mostReported else { return }
          reported += 1
          report(found, inBlock: leaf)
        }
      case .emphasis, .strong, .code, .link:
        reportMarkAround(i, leaf)
        reportTitle(i)
      case .codeBlock: reportIndentedCallout(i)
      default: break
      }
    }
  }

  /// More than anybody mends at once; the site is not published anyway.
  static let mostReported = 100

  mutating func report(_ callout: Callout, at position: Position, hint: String? = nil) {
    report(
      .unreadCallout, at: position, "This looks like a callout, but readers would see it as ordinary text.",
      hint: hint
        ?? "Start with the line `> [!\(callout.rawValue.uppercased())]`, and start each line of its text with `> `."
    )
  }

  /// Whether the mark stands where a callout's does: first in the first paragraph of a quote.
  private func isRead(_ found: MisreadCallout, at i: Int) -> Bool {
    guard found.range.lowerBound == Int(body.tree.nodes[i].text.start), i >= 2,
      body.tree.nodes[i - 1].kind == .paragraph, body.tree.nodes[i - 2].kind == .quote
    else { return false }
    return calloutMarker(body.tree.nodes[i].text.range) != nil
  }

  /// A mark at the beginning of a paragraph whose two brackets have a backslash, as programs that export Markdown write it. One
  /// backslash is what an author writes who wants it to be seen.
  private mutating func reportEscapedMark(_ i: Int, _ leaf: Int) -> Bool {
    let text = body.tree.bytes[body.tree.nodes[i].text.range]
    guard i == leaf + 1, text.first == InlineMark.escapedBracket, text.dropFirst().first == UInt8(ascii: "!")
    else { return false }
    let name = text.dropFirst(2).prefix(while: \.isLetterOfASCII)
    guard let callout = ForeignCallout.callout(named: name),
      let place = sourceOffset(ofByte: text.startIndex, inBlock: leaf),
      body.source.text[place...].starts(with: "\\[!".utf8),
      body.source.text[(place + 3 + name.count)...].starts(with: "\\]".utf8)
    else { return false }
    report(callout, at: self.place(of: place))
    return true
  }

  /// What was written with a backslash is meant to be seen.
  private mutating func report(_ found: MisreadCallout, inBlock leaf: Int) {
    let place = sourceOffset(ofByte: found.range.lowerBound, inBlock: leaf)
    if let place, body.source.text[place] == UInt8(ascii: "\\") { return }
    let name = found.callout.rawValue.uppercased()
    var hint: String?
    if body.tree.nodes[leaf].kind == .tableCell {
      hint =
        "A table cannot hold a callout. Write it below the table: the line `> [!\(name)]`, then its text with `> `."
    } else if let place, isBelowQuotedLine(place) {
      hint = "Put an empty line above it, without a `>`."
    }
    report(found.callout, at: place.map { self.place(of: $0) } ?? positionOfBlock(leaf), hint: hint)
  }

  /// Whether nothing but a quote's marks stands before byte `offset` of its line, and the line above is quoted as well.
  private func isBelowQuotedLine(_ offset: Int) -> Bool {
    let source = body.source.text
    let start = source[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let above = source[..<max(start - 1, 0)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    guard start > 0, source[start..<offset].contains(UInt8(ascii: ">")),
      source[start..<offset].allSatisfy({ $0 == UInt8(ascii: ">") || isSpace($0) })
    else { return false }
    return source[above..<start].first { !isSpace($0) } == UInt8(ascii: ">")
  }

  /// The callout that the first line of a quote seems to be meant as, where text `i` is the first thing in it.
  private mutating func calloutMeant(at i: Int) -> Callout? {
    guard i >= 2, body.tree.nodes[i - 1].kind == .paragraph, body.tree.nodes[i - 2].kind == .quote,
      calloutMarker(body.tree.nodes[i].text.range) == nil
    else { return nil }
    let shown = body.tree.bytes[body.tree.nodes[i].text.range].prefix { $0 != 0x0A }
    let next = Int(body.tree.nodes[i].end)
    // What is bold or linked behind the text belongs to the same line.
    let isWhole =
      shown.endIndex < Int(body.tree.nodes[i].text.end) || next >= body.tree.end(of: i - 1)
      || body.tree.nodes[next].kind == .lineBreak
    guard let callout = MisreadCallout.callout(inFirstLine: isWhole ? shown : shown + [UInt8(ascii: "0")])
    else {
      return nil
    }
    // What begins with a backslash or a character reference is meant to be seen.
    let line = Int(body.tree.nodes[i - 1].firstLine) - 1
    let signs = Array("> \t-+*.)0123456789".utf8)
    let first = body.source.text[body.source.range(ofLines: line, line)].first { !signs.contains($0) }
    return first == UInt8(ascii: "\\") || first == UInt8(ascii: "&") ? nil : callout
  }

  /// Whether the text before node `i` ends in `[!`.
  private func isBehindMark(_ i: Int) -> Bool {
    guard i > 0, body.tree.nodes[i - 1].kind == .text else { return false }
    let end = Int(body.tree.nodes[i - 1].text.end)
    return end - Int(body.tree.nodes[i - 1].text.start) > 1 && body.tree.bytes[end - 1] == UInt8(ascii: "!")
      && body.tree.bytes[end - 2] == UInt8(ascii: "[")
  }

  /// `[!**EMERGENCY**]`, and `[!EMERGENCY](tel:112)`, a link whose text is the mark.
  private mutating func reportMarkAround(_ i: Int, _ leaf: Int) {
    let node = body.tree.nodes[i]
    let text: ArraySlice<UInt8>
    if node.kind == .code {
      text = body.tree.bytes[node.text.range]
    } else if i + 1 < Int(node.end), body.tree.nodes[i + 1].kind == .text {
      text = body.tree.bytes[body.tree.nodes[i + 1].text.range]
    } else {
      return
    }
    guard node.kind == .link ? text.first == UInt8(ascii: "!") : isBehindMark(i),
      let callout = Callout(
        rawValue: String(decoding: text.drop { $0 == UInt8(ascii: "!") || $0 == 0x20 }, as: UTF8.self)
          .lowercased())
    else { return }
    report(callout, at: positionOfBlock(leaf))
  }
}
