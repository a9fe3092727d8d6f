import Diagnostics

/// Callouts that other tools read and this dialect does not: errors, since their advice would look like any other text.
extension HTMLRenderer {
  mutating func report(foreign callout: Callout, at position: Position) {
    let mark = callout.rawValue.uppercased()
    // What is dangerous elsewhere may be an emergency here.
    let other = callout == .caution ? ", or `> [!EMERGENCY]` if readers must call for help" : ""
    report(
      .unreadCallout, at: position,
      "This is how another tool writes a callout, so it would appear as ordinary text.",
      hint:
        "Write it as a quote instead: a first line `> [!\(mark)]`\(other), then `> ` before each line of its text."
    )
  }

  /// Whether text `i` is the first thing in a quote.
  private func beginsQuote(_ i: Int) -> Bool {
    i >= 2 && body.tree.nodes[i - 1].kind == .paragraph && body.tree.nodes[i - 2].kind == .quote
  }

  /// A quote that begins with a warning sign, or with a `[!` that is no mark: `[!danger|red]`, `[!div class="x"]`.
  func foreignCallout(at i: Int) -> Callout? {
    guard beginsQuote(i) else { return nil }
    let text = body.tree.bytes[body.tree.nodes[i].text.range]
    guard text.starts(with: "[!".utf8) else {
      // A quote may well begin with "Warning:"; in capitals it is a callout.
      return ForeignCallout.callout(signedBy: text) ?? WarningOpening.callout(ofQuote: text)
    }
    let name = text.dropFirst(2).prefix(while: \.isLetterOfASCII)
    guard !name.isEmpty, calloutMarker(body.tree.nodes[i].text.range) == nil,
      MisreadCallout.find(in: body.tree.bytes, body.tree.nodes[i].text.range).isEmpty
    else { return nil }
    return ForeignCallout.callout(named: name) ?? .note
  }

  /// `> **Warning**`.
  mutating func reportTitle(_ i: Int) {
    let node = body.tree.nodes[i]
    guard beginsQuote(i), node.kind == .strong || node.kind == .emphasis else { return }
    // `***Warning***` is both.
    var inner = i + 1
    while inner + 1 < Int(node.end), body.tree.nodes[inner].end == node.end { inner += 1 }
    guard Int(node.end) == inner + 1, body.tree.nodes[inner].kind == .text else { return }
    let next = Int(node.end)
    let isText = next < body.tree.end(of: i - 1) && body.tree.nodes[next].kind == .text
    let following = isText ? body.tree.bytes[body.tree.nodes[next].text.range] : []
    let title = body.tree.bytes[body.tree.nodes[inner].text.range]
    guard let callout = ForeignCallout.callout(titled: title, before: following) else { return }
    report(foreign: callout, at: positionOfBlock(i - 1))
  }

  /// Where a sentence of a paragraph tells readers to call for help. What begins a paragraph of its own with a number is told as a box that
  /// is none; `isInner` is what stands in a quote, a list or a table.
  func callForHelp(_ i: Int, _ block: Int, isInner: Bool) -> Int? {
    guard [.paragraph, .tableCell].contains(body.tree.nodes[block].kind) else { return nil }
    var range = body.tree.nodes[i].text.range
    // Behind the mark of a callout, and its title, the text begins.
    if beginsQuote(i), let mark = calloutMarker(range) {
      let line = TextScanner.first(0x0A, in: body.tree.bytes, range)
      var start = line.map { $0 + 1 } ?? mark.end
      while start < range.upperBound, isSpace(body.tree.bytes[start]) { start += 1 }
      range = start..<range.upperBound
    }
    let text = body.tree.bytes[range]
    let isFirst = i == block + 1
    let isNumber = isInner && isFirst && EmergencyWords.names(callIn: text, before: boldText(i + 1))
    let call =
      isNumber ? text.startIndex : EmergencyWords.call(in: text, isFirst: isFirst, before: boldText(i + 1))
    // "It hurts. Call 911." may be part of a story, or of a list in which every item says whom to call.
    return call.flatMap { !isInner || EmergencyWords.isUrgent(text[$0...]) ? $0 : nil }
  }

  /// Where quote `i` ends, if it is a box that nobody passes over.
  func endOfWarning(_ i: Int) -> Int? {
    guard i + 2 < body.tree.nodes.count, body.tree.nodes[i + 2].kind == .text, beginsQuote(i + 2),
      let mark = calloutMarker(body.tree.nodes[i + 2].text.range),
      let callout = Callout(
        rawValue: String(decoding: body.tree.bytes[mark.name], as: UTF8.self).lowercased()),
      callout.warns
    else { return nil }
    return Int(body.tree.nodes[i].end)
  }

  /// Warns of one in an article that has no emergency's callout.
  mutating func reportCallForHelp(at call: Int, inBlock block: Int) -> Bool {
    if hasEmergency { return false }
    warn(
      at: position(ofByte: call, inBlock: block),
      (
        "This tells readers to call for help at once, and looks like any other sentence.",
        "Put it in a callout of its own: the line `> [!EMERGENCY]`, then each line of its text with `> ` before it."
      ))
    return true
  }

  private var hasEmergency: Bool {
    body.tree.nodes.indices.contains { i in
      guard body.tree.nodes[i].kind == .text, beginsQuote(i),
        let mark = calloutMarker(body.tree.nodes[i].text.range)
      else { return false }
      let name = String(decoding: body.tree.bytes[mark.name], as: UTF8.self).lowercased()
      return name == Callout.emergency.rawValue
    }
  }

  /// The text of node `i` where it is bold and nothing else.
  func boldText(_ i: Int) -> ArraySlice<UInt8> {
    guard i + 1 < body.tree.nodes.count, body.tree.nodes[i].kind == .strong,
      body.tree.nodes[i + 1].kind == .text
    else { return [] }
    return body.tree.bytes[body.tree.nodes[i + 1].text.range]
  }

  /// Whether the paragraph's neighbors, or its own further lines, begin with a sign as well: what is right, and what is wrong.
  func isInRow(_ block: Int) -> Bool {
    let (nodes, bytes) = (body.tree.nodes, body.tree.bytes)
    func beginsWithSign(_ i: Int) -> Bool {
      i + 1 < nodes.count && nodes[i].kind == .paragraph && nodes[i + 1].kind == .text
        && ForeignCallout.isMark(bytes[nodes[i + 1].text.range])
    }
    let previous = stride(from: block - 1, through: max(0, block - 12), by: -1).first {
      body.tree.end(of: $0) == block && nodes[$0].kind == .paragraph
    }
    let lines = bytes[nodes[block + 1].text.range].split(separator: 0x0A).dropFirst()
    return beginsWithSign(body.tree.end(of: block)) || previous.map(beginsWithSign) ?? false
      || lines.contains(where: ForeignCallout.isMark)
  }

  /// A callout that is indented so far that it becomes code (CommonMark, section 4.4).
  mutating func reportIndentedCallout(_ i: Int) {
    let text = body.tree.nodes[i].text.range
    guard !isFenced(i) else {
      // Quarto, MyST and Obsidian have callouts between fences.
      let info = body.tree.bytes[body.tree.nodes[i].extra.range]
      let name = info.starts(with: "ad-".utf8) ? info.dropFirst(3) : info.drop { $0 == UInt8(ascii: "{") }
      guard name.startIndex > info.startIndex || ForeignCallout.isTitle(info),
        let callout = ForeignCallout.callout(named: name.prefix(while: \.isLetterOfASCII))
      else { return reportFencedCallout(i, info) }
      return report(foreign: callout, at: positionOfBlock(i))
    }
    var line = text.lowerBound
    while line < text.upperBound {
      let end = TextScanner.first(0x0A, in: body.tree.bytes, line..<text.upperBound) ?? text.upperBound
      let words = body.tree.bytes[line..<end].drop { isSpace($0) || $0 == UInt8(ascii: ">") }
      let name = words.starts(with: "[!".utf8) ? words.dropFirst(2).prefix(while: \.isLetterOfASCII) : []
      let isMarked = words.dropFirst(name.count + 2).first == UInt8(ascii: "]")
      let callout = isMarked ? ForeignCallout.callout(named: name) : ForeignCallout.begun(by: words)
      if let callout {
        return report(
          .unreadCallout, at: position(ofByte: line, inBlock: i),
          "This callout is indented by four spaces or a tab, so it would appear as program code.",
          hint:
            "Start its lines at the margin: `> [!\(callout.rawValue.uppercased())]`, then `> ` before each line of its text."
        )
      }
      line = end + 1
    }
  }

  /// A callout of Limber's own that a fence makes program code of. With a language's name the code may be meant as an example.
  private mutating func reportFencedCallout(_ i: Int, _ info: ArraySlice<UInt8>) {
    guard info.isEmpty, let callout = calloutInCode(i) else { return }
    report(
      .unreadCallout, at: positionOfBlock(i),
      "This callout is inside a code fence, so it would appear as program code.",
      hint:
        "Delete this line and the closing fence, so that `> [!\(callout.rawValue.uppercased())]` starts the callout. To show how a callout is written, add `text` behind the marks of this line."
    )
  }

  /// The callout that block of code `i` is, from its first line to its last.
  func calloutInCode(_ i: Int) -> Callout? {
    let lines = body.tree.bytes[body.tree.nodes[i].text.range].drop(while: isSpace)
    let mark = lines.dropFirst().drop { $0 == 0x20 }
    guard lines.first == UInt8(ascii: ">"), mark.starts(with: "[!".utf8),
      case let name = mark.dropFirst(2).prefix(while: \.isLetterOfASCII),
      mark.dropFirst(name.count + 2).first == UInt8(ascii: "]")
    else { return nil }
    let isQuote = lines.split(separator: 0x0A).allSatisfy { line in
      line.first { !isSpace($0) } ?? UInt8(ascii: ">") == UInt8(ascii: ">")
    }
    return isQuote ? ForeignCallout.callout(named: name) : nil
  }

  /// Whether block of code `i` stands between fences.
  mutating func isFenced(_ i: Int) -> Bool {
    let line = Int(body.tree.nodes[i].firstLine) - 1
    let range = body.source.range(ofLines: line, line)
    let text = body.source.text[
      BlockMarks.skip(body.source.text, range, labels: true).text..<range.upperBound]
    return text.starts(with: "```".utf8) || text.starts(with: "~~~".utf8)
  }
}
