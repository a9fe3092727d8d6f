import Diagnostics
import Text

/// Lines that Markdown takes for the beginning of a quote or a list though they go on with a sentence, what an empty line cuts
/// off, and numbers that Markdown counts anew.
extension HTMLRenderer {
  /// `>5 out of 10` at the beginning of a line is a quote (CommonMark, section 5.1) that has lost its sign. An error, which cannot be
  /// switched off: readers would be told something else.
  mutating func reportLostSign(ofQuote i: Int) {
    guard i + 1 < body.tree.nodes.count, body.tree.nodes[i + 1].kind == .paragraph else { return }
    let (text, range) = (body.source.text, body.sourceRange(ofBlock: i + 1))
    let start = BlockMarks.skip(text, range, labels: false).text
    guard start > range.lowerBound else { return }
    if text[start - 1] != UInt8(ascii: ">") { return reportDoubtfulQuote(i, at: start, range) }
    var number = text[start..<range.upperBound]
    let isLeast = number.first == UInt8(ascii: "=")
    if isLeast { number = number.dropFirst().drop(while: isSpace) }
    let currency = number.prefix { [UInt8(ascii: "$"), 0xC2, 0xA3, 0xE2, 0x82, 0xAC].contains($0) }
    var digits = number[currency.endIndex...].prefix { ProseByte.isDigit($0) || $0 == UInt8(ascii: ".") }
    if digits.last == UInt8(ascii: ".") { digits.removeLast() }
    guard let first = digits.first, ProseByte.isDigit(first) else { return }
    let shown = String(decoding: currency + digits, as: UTF8.self)
    let sign = isLeast ? ">=" : ">"
    report(
      .lostSign, at: place(of: start - 1),
      "This `>` starts a quote, so readers would not see it.",
      hint:
        "Write `\(isLeast ? "at least" : "more than") \(shown)`, or `\\\(sign)\(shown)`. If this is a quote, add a space after the `>`."
    )
  }

  /// `> 3 months`: a quote may begin with a number, but before a unit, or right below a line of text, it nearly always means "more than".
  private mutating func reportDoubtfulQuote(_ i: Int, at start: Int, _ range: Range<Int>) {
    let text = body.source.text
    guard start >= 2, text[start - 1] == UInt8(ascii: " "), text[start - 2] == UInt8(ascii: ">") else {
      return
    }
    let number = text[start..<range.upperBound].prefix { ProseByte.isDigit($0) || $0 == UInt8(ascii: ".") }
    guard let first = number.first, ProseByte.isDigit(first), number.last != UInt8(ascii: ".") else { return }
    let unit = text[number.endIndex..<range.upperBound].drop(while: isSpace)
    let isBelowText = start >= 4 && text[start - 3] == 0x0A && !isSpace(text[start - 4])
    guard isBelowText || Self.units.contains(where: { ByteSearch.begins(unit, with: $0) }) else { return }
    let shown = String(decoding: number, as: UTF8.self)
    article.diagnostics.append(
      .warning(
        .lostSign, file: options.file, at: place(of: start - 2),
        "This `>` starts a quote. If it means “more than”, readers would not see it.",
        hint:
          "Write `more than \(shown)`, or `\\> \(shown)`. If this is a quote, begin it with its quotation mark."
      ))
  }

  private static let units: [StaticString] = [
    "second", "minute", "hour", "day", "week", "month", "year", "%", "\u{B0}", "kg", "g ", "mg", "ml", "lb",
    "cm", "mm", "km", "mile",
  ]

  /// A quote right below an emergency or a warning: what an empty line has cut off from it.
  mutating func reportCutCallout(ofQuote i: Int, _ walk: inout UnreadWalk) {
    let next = body.tree.end(of: i)
    guard next + 2 < body.tree.nodes.count, body.tree.nodes[next].kind == .quote, !walk.isEnd(next),
      i + 2 < next, body.tree.nodes[i + 2].kind == .text,
      let mark = calloutMarker(body.tree.nodes[i + 2].text.range)
    else { return }
    let name = String(decoding: body.tree.bytes[mark.name], as: UTF8.self).lowercased()
    guard let callout = Callout(rawValue: name), callout.isQuiet,
      body.tree.nodes[next + 1].kind == .paragraph, !isOfSomebody(next + 2)
    else { return }
    report(
      .unreadCallout, at: positionOfBlock(next + 1),
      "This is cut off from the callout above it, so it would appear as a quote.",
      hint:
        "Write `>` on the empty line above it. If it is a quote, write a line of text between the two.")
  }

  /// Whether text `i` begins a quote that stands for itself: with a quotation mark, or as another callout.
  private func isOfSomebody(_ i: Int) -> Bool {
    guard body.tree.nodes[i].kind == .text else { return false }
    let text = body.tree.bytes[body.tree.nodes[i].text.range]
    return text.first == UInt8(ascii: "[") || text.first == UInt8(ascii: "\"")
      || text.starts(with: [0xE2, 0x80] as [UInt8]) || text.starts(with: "«".utf8)
  }

  /// A list of one item, or one whose numbers are not those that readers see; whether it was warned of.
  mutating func reportAccidentalList(_ i: Int, _ walk: inout UnreadWalk, warns: Bool) -> Bool {
    let item = i + 1
    guard item + 2 < body.tree.nodes.count, body.tree.nodes[item].kind == .item else { return false }
    let number = body.tree.nodes[i].number
    guard body.tree.end(of: item) == body.tree.end(of: i) else { return warns && reportCounting(i) }
    guard body.tree.nodes[item + 1].kind == .paragraph, body.tree.nodes[item + 2].kind == .text else {
      return false
    }
    let text = body.tree.bytes[body.tree.nodes[item + 2].text.range]
    guard number == 1 || number < 0 && text.first.map(ProseByte.isDigit) ?? false else { return false }
    let mark = mark(ofItem: item)
    guard mark < body.source.text.count else { return false }
    if number == 1 {
      return warns && (reportSteps(inOneItem: text, item + 1) || reportLine(i, mark, &walk))
    }
    let sign = body.source.text[mark]
    let shown = String(
      decoding: text.prefix { $0 != 0x0A && $0 != 0x2C && $0 != 0x2E }.prefix(24), as: UTF8.self)
    if sign == UInt8(ascii: "+") {
      report(
        .lostSign, at: place(of: mark), "This `+` starts a list, so readers would not see it.",
        hint: "Write `\\+ \(shown)`, with a backslash. If this is a list, start it with `-`.")
      return false
    }
    return warns && sign == UInt8(ascii: "-") && reportLine(i, mark, &walk)
  }

  /// A line that goes on with the sentence above it and has become a list of one item.
  private mutating func reportLine(_ i: Int, _ mark: Int, _ walk: inout UnreadWalk) -> Bool {
    let (nodes, above) = (body.tree.nodes, walk.block)
    guard above > 0, nodes[above].kind == .paragraph, body.tree.end(of: above) == i, !walk.isEnd(i),
      nodes[above].lastLine == nodes[i].firstLine - 1,
      nodes[i - 1].kind == .text, let last = body.tree.bytes[nodes[i - 1].text.range].last,
      last.isWordOfASCII || last >= 0x80 || last == UInt8(ascii: ","),
      // Steps with a picture between them are lists of one item each.
      nodes[i].number < 0 || !nodes.contains(where: { $0.kind == .list && $0.number == 2 })
    else { return false }
    let isNumber = nodes[i].number > 0
    warn(
      at: place(of: mark),
      (
        "This line becomes a list, although the line above it does not end.",
        isNumber
          ? "If it continues that line, write `1\\.`, with a backslash. If it is a list, add an empty line above it."
          : "If it continues that line, write `\\-`, with a backslash. If it is a list, add an empty line above it."
      ))
    return true
  }

  /// `1. Lie down. 2. Bend the knee.`: `text` is the only item of a numbered list.
  private mutating func reportSteps(inOneItem text: ArraySlice<UInt8>, _ paragraph: Int) -> Bool {
    var from = text.startIndex
    while let two = text[from...].firstIndex(of: UInt8(ascii: "2")) {
      from = two + 1
      let next = text[from...].prefix(3)
      guard two > text.startIndex, text[two - 1] == 0x20, next.count == 3,
        next.first == UInt8(ascii: ".") || next.first == UInt8(ascii: ")"), next[from + 1] == 0x20,
        next[from + 2] &- 0x41 < 26 || next[from + 2] >= 0xC3
      else { continue }
      // `Walk for 2. Then rest.`
      let before = text[..<(two - 1)].suffix(8).split(separator: 0x20).last ?? []
      if Self.beforeAmounts.contains(String(decoding: before, as: UTF8.self)) { continue }
      warn(
        at: position(ofByte: two, inBlock: paragraph),
        (
          "These items are all on one line, so they are read as one.",
          "Start each item on a line of its own."
        ))
      return true
    }
    return false
  }

  /// `2. Walk`, `3. Rest`, where no list goes before that ends with 1. Of a single item the number may end a sentence.
  mutating func reportLateStart(_ i: Int, _ walk: inout UnreadWalk) -> Bool {
    let number = Int(body.tree.nodes[i].number)
    guard (2..<100).contains(number), !walk.nextNumbers.contains(number),
      case let second = body.tree.end(of: i + 1), second < body.tree.end(of: i),
      body.source.text[mark(ofItem: second)...].prefix(3).starts(with: String(number + 1).utf8)
    else { return false }
    warn(
      at: positionOfNumber(i),
      (
        "This list starts at \(number), and no list above it ends with \(number - 1).",
        "Start it with `1.`, or add the items that are missing above it."
      ))
    return true
  }

  /// Words behind which a number is an amount.
  private static let beforeAmounts: Set = [
    "about", "and", "at", "by", "for", "from", "in", "level", "of", "or", "page", "stage", "step", "than",
    "to",
    "week", "with",
  ]

  /// `1.`, `3.`, `4.`, or `3.`, `2.`, `1.`: Markdown counts up from the first number (CommonMark, section 5.3). The same number again, and the first, is
  /// how some write lists.
  private mutating func reportCounting(_ i: Int) -> Bool {
    let first = Int(body.tree.nodes[i].number)
    guard first >= 0 else { return false }
    var (item, shown, last) = (i + 1, first, first)
    while item < body.tree.end(of: i) {
      let mark = mark(ofItem: item)
      let digits = body.source.text[mark...].prefix(9).prefix(while: ProseByte.isDigit)
      // Behind the mark of another list.
      guard !digits.isEmpty else { return false }
      let written = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      if item > i + 1, written != last, written != last + 1, written != first {
        warn(
          at: place(of: mark),
          (
            "This item has the number \(written), but readers see \(shown): a list counts up from its first number.",
            "Write `\(shown).`, or add the item that is missing above it."
          ))
        return true
      }
      (last, shown) = (written, shown + 1)
      item = body.tree.end(of: item)
    }
    return false
  }

  /// Where the mark of a list's item stands, if it is the first on its line.
  mutating func mark(ofItem item: Int) -> Int {
    let line = Int(body.tree.nodes[item].firstLine) - 1
    let range = body.source.range(ofLines: line, line)
    return range.first { !isSpace(body.source.text[$0]) && body.source.text[$0] != UInt8(ascii: ">") }
      ?? range.upperBound
  }
}
