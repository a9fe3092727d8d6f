import Diagnostics

extension HTMLRenderer {
  /// Warns of what was meant as Markdown and is none. What its author wrote with a backslash or as a character
  /// reference is meant to be seen.
  mutating func reportUnreadMarkdown() {
    guard options.findsUnreadMarkdown else { return }
    var block = 0
    var warnings = 0
    // An address that is a link's text is no address without a link.
    var linkEnd = 0
    for i in body.tree.nodes.indices {
      let node = body.tree.nodes[i]
      switch node.kind {
      case .paragraph, .heading, .tableCell: block = i
      case .text:
        let isFirst = i == block + 1 || body.tree.nodes[i - 1].kind == .lineBreak
        let startsLine = isFirst && body.tree.nodes[block].kind == .paragraph
        let range = node.text.range
        for finding in UnreadMarkdown.find(
          in: body.tree.bytes, range, startsLine: startsLine, references: references)
        where !(finding.kind == .address && i < linkEnd) {
          guard warnings < Self.mostWarnings else { return }
          if report(finding, in: range, block) { warnings += 1 }
        }
      case .link, .emphasis, .codeBlock, .list:
        if node.kind == .link { linkEnd = Int(node.end) }
        guard warnings < Self.mostWarnings else { return }
        if reportMisread(i, block) { warnings += 1 }
      default: break
      }
    }
  }

  private static let mostWarnings = 20

  /// Not if the source has it otherwise.
  private mutating func report(_ finding: UnreadMarkdown.Finding, in range: Range<Int>, _ block: Int) -> Bool
  {
    if finding.kind == .table, hasFault(in: body.sourceRange(ofBlock: block)) { return false }
    let shown = body.tree.bytes[finding.start..<range.upperBound]
    let written =
      finding.kind == .bullet ? shown.prefix(3) : shown.prefix(24).prefix { Self.isTypedAsShown($0) }
    guard !written.isEmpty, let place = sourceOffset(ofByte: finding.start, inBlock: block),
      body.source.text[place...].starts(with: written)
    else { return false }
    warn(at: self.place(of: place), words(for: finding.kind))
    return true
  }

  /// A table whose second line does not fit its first, or that is too large, is reported as such already.
  private mutating func hasFault(in block: Range<Int>) -> Bool {
    let lines = place(of: block.lowerBound).line...place(of: block.upperBound).line
    return article.diagnostics.contains {
      $0.severity == .error && $0.position.map { lines.contains($0.line) } ?? false
    }
  }

  /// cmark replaces quotes, dashes and dots.
  private static func isTypedAsShown(_ byte: UInt8) -> Bool {
    byte != 0x0A && byte != 0xE2 && byte != UInt8(ascii: "&") && byte < 0xF8
  }

  private mutating func warn(at position: Position, _ words: (message: String, hint: String)) {
    article.diagnostics.append(
      .warning(.unreadMarkdown, file: options.file, at: position, words.message, hint: words.hint))
  }

  // MARK: Words

  private func words(for kind: UnreadMarkdown.Kind) -> (message: String, hint: String) {
    switch kind {
    case .heading(let level):
      let marks = String(repeating: "#", count: level)
      return (
        "This is no heading: behind `\(marks)` a space is missing.", "Write `\(marks) `, then the heading."
      )
    case .space:
      return (
        "This is no heading and no list: the space behind the mark is another character, pasted from a word processor.",
        "Delete it and type the space again."
      )
    case .bullet:
      return (
        "This is no list: a list's lines begin with `-` and a space.", "Write `- ` in place of the dot."
      )
    case .item(let mark):
      let mark = String(decoding: body.tree.bytes[mark], as: UTF8.self)
      return ("This is no list: behind `\(mark)` a space is missing.", "Write `\(mark) `, then the text.")
    case .table:
      return (
        "This is no table: under its first line, the header, there is no line of hyphens.",
        "Write `|---|---|` there, with one `---` for each column."
      )
    case .picture(let address):
      if let address, body.tree.bytes[address].contains(0x20) {
        return SpacedAddress.picture(String(decoding: body.tree.bytes[address], as: UTF8.self))
      }
      return (
        "This picture is not shown.",
        "Write `![What it shows](file.svg)`, without a space between `]` and `(`."
      )
    case .link(let address):
      if let address, body.tree.bytes[address].contains(0x20) {
        return (
          "This is no link: there is a space in where it leads.",
          SpacedAddress.link(String(decoding: body.tree.bytes[address], as: UTF8.self))
        )
      }
      return ("This is no link.", "Write `[text](address)`, all on one line.")
    case .gap:
      return ("This is no link: there is a space between `]` and `(`.", "Take the space out.")
    case .reference:
      return ("This is no link.", "Write `[text](address)`, as in `[hip pain](sign:outer-hip-pain)`.")
    case .citation(let key):
      let key = String(decoding: key, as: UTF8.self)
      return ("This is no citation, though `\(key)` is a work in the references.", "Write `[@\(key)]`.")
    case .emphasis:
      return (
        "These `**` are shown as they are.",
        "Put one pair right before the first word and one right behind the last, without a space, or take them out."
      )
    case .times:
      return (
        "This `*` between two numbers is not shown: it makes text slanted.", "Write `×`, or `\\*` for a star."
      )
    case .address:
      return ("This address is no link.", "Write what it is, then the address: `[the guideline](https://…)`.")
    }
  }

  // MARK: Nodes

  /// Whether node `i` is not what its author can have meant, which is then warned of.
  private mutating func reportMisread(_ i: Int, _ block: Int) -> Bool {
    switch body.tree.nodes[i].kind {
    case .link: reportPictureAsLink(i, block)
    case .emphasis: reportTimes(i, block)
    case .codeBlock: reportIndentedText(i)
    case .list: reportYear(i)
    default: false
    }
  }

  /// Text that is indented by four spaces becomes code (CommonMark, section 4.4), which writers of articles
  /// never mean.
  private mutating func reportIndentedText(_ i: Int) -> Bool {
    let lines = body.source.range(
      ofLines: Int(body.tree.nodes[i].firstLine) - 1, Int(body.tree.nodes[i].firstLine) - 1)
    // A fence may also follow the mark of a list.
    if body.source.text[lines].contains(where: { $0 == UInt8(ascii: "`") || $0 == UInt8(ascii: "~") }) {
      return false
    }
    warn(
      at: positionOfBlock(i),
      (
        "This text is shown as program code, since it is indented by four spaces or a tab: nothing in it is read as Markdown.",
        "Begin it at the margin."
      ))
    return true
  }

  /// A paragraph that begins with `2016. ` becomes a list (CommonMark, section 5.2).
  private mutating func reportYear(_ i: Int) -> Bool {
    let number = body.tree.nodes[i].number
    guard number >= 100 else { return false }
    let line = Int(body.tree.nodes[i].firstLine) - 1
    let digits = Array(String(number).utf8)
    let place = TextScanner.first(digits[...], in: body.source.text, body.source.range(ofLines: line, line))
    warn(
      at: place.map { self.place(of: $0) } ?? positionOfBlock(i),
      (
        "This is shown as a list whose first number is \(number).",
        "If it is a sentence, write `\(number)\\.`, with a backslash before the full stop."
      ))
    return true
  }

  /// `! [What it shows](picture.svg)`.
  private mutating func reportPictureAsLink(_ i: Int, _ block: Int) -> Bool {
    guard i > 0, body.tree.nodes[i - 1].kind == .text else { return false }
    let text = body.tree.bytes[body.tree.nodes[i - 1].text.range]
    // "It hurts! [A picture](…)" ends a sentence.
    guard text.suffix(2).elementsEqual("! ".utf8), text.dropLast(2).last.map({ $0 <= 0x20 }) ?? true else {
      return false
    }
    let address = String(decoding: body.tree.bytes[body.tree.nodes[i].text.range], as: UTF8.self).lowercased()
    guard
      [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"].contains(where: { address.hasSuffix($0) })
    else { return false }
    around.leaf = block
    warn(
      at: position(ofLink: i),
      (
        "This is a link to a picture, which the page does not show.",
        "Take out the space between `!` and `[`."
      ))
    return true
  }

  /// `3*10 a day, then 2*15`.
  private mutating func reportTimes(_ i: Int, _ block: Int) -> Bool {
    guard i > 0, i + 1 < body.tree.end(of: i), body.tree.nodes[i - 1].kind == .text,
      body.tree.nodes[i + 1].kind == .text,
      body.tree.bytes[body.tree.nodes[i - 1].text.range].last.map(ProseByte.isDigit) ?? false,
      body.tree.bytes[body.tree.nodes[i + 1].text.range].first.map(ProseByte.isDigit) ?? false
    else { return false }
    warn(at: position(ofByte: Int(body.tree.nodes[i - 1].text.end) - 1, inBlock: block), words(for: .times))
    return true
  }
}
