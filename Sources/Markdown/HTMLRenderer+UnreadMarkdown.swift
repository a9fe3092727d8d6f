import Diagnostics

extension HTMLRenderer {
  /// Reports what was meant as Markdown and is none. What its author wrote with a backslash or as a character
  /// reference is meant to be seen. A callout that is none is an error, since its warning would be lost among the text; the
  /// rest are warnings.
  mutating func reportUnreadMarkdown() {
    var search = MarkSearch()
    var (warnings, callouts) = (0, 0)
    // Looking for one in the source takes time that grows with its block.
    var lookups = 0
    // An address that is a link's text is no address without a link.
    var linkEnd = 0
    for i in tree.nodes.indices {
      let node = tree.nodes[i]
      switch node.kind {
      case .paragraph, .heading, .tableCell: search = MarkSearch(leaf: i)
      case .codeBlock: reportIndentedText(i)
      case .link:
        linkEnd = Int(node.end)
        reportPictureAsLink(i, search)
      case .text:
        let isFirst = i == search.leaf + 1 || tree.nodes[i - 1].kind == .lineBreak
        let startsLine = isFirst && tree.nodes[search.leaf].kind == .paragraph
        let range = node.text.range
        for finding in UnreadMarkdown.find(
          in: tree.bytes, range, startsLine: startsLine, references: references)
        where !isCalloutRead(finding, at: i) && !(finding.kind == .address && i < linkEnd) {
          if case .callout = finding.kind {
            guard callouts < Self.mostCallouts else { continue }
            callouts += 1
            _ = report(finding, in: range, &search)
          } else if warnings < Self.mostWarnings, lookups < Self.mostWarnings * 10 {
            lookups += 1
            if report(finding, in: range, &search) { warnings += 1 }
          }
        }
      default: break
      }
    }
  }

  private static let mostWarnings = 20
  /// Far more than an article has: however many warnings there are, no callout that is lost goes without its error.
  private static let mostCallouts = 1000

  /// Where in the source the marks of one block were last found.
  private struct MarkSearch {
    var leaf = 0
    /// Nil until the block's lines are known.
    var place: Int?
  }

  /// Whether the mark stands where a callout's does: first in the first paragraph of a quote.
  private func isCalloutRead(_ finding: UnreadMarkdown.Finding, at i: Int) -> Bool {
    guard case .callout = finding.kind, finding.start == Int(tree.nodes[i].text.start), i >= 2,
      tree.nodes[i - 1].kind == .paragraph, tree.nodes[i - 2].kind == .quote
    else { return false }
    return calloutMarker(tree.nodes[i].text.range) != nil
  }

  /// Whether the finding was reported: not if the source has it otherwise.
  private mutating func report(
    _ finding: UnreadMarkdown.Finding, in range: Range<Int>, _ search: inout MarkSearch
  ) -> Bool {
    let block = sourceRange(ofBlock: search.leaf)
    var from = search.place ?? block.lowerBound
    let shown = tree.bytes[finding.start..<range.upperBound]
    let written =
      finding.kind == .bullet ? shown.prefix(3) : shown.prefix(24).prefix { Self.isTypedAsShown($0) }
    guard !written.isEmpty else { return false }
    while let place = Self.first(written, in: source.text, from..<block.upperBound) {
      search.place = place + 1
      if place > block.lowerBound, source.text[place - 1] == UInt8(ascii: "\\") {
        from = place + 1
        continue
      }
      if case .callout = finding.kind {
        let (message, hint) = words(for: finding.kind)
        report(.unreadCallout, at: self.place(of: place), message, hint: hint)
      } else {
        warn(at: self.place(of: place), words(for: finding.kind))
      }
      return true
    }
    return false
  }

  /// cmark replaces quotes, dashes and dots.
  private static func isTypedAsShown(_ byte: UInt8) -> Bool {
    byte != 0x0A && byte != 0xE2 && byte != UInt8(ascii: "&") && byte < 0xF8
  }

  private static func first(_ wanted: ArraySlice<UInt8>, in text: [UInt8], _ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    while let first = wanted.first, i < range.upperBound,
      let place = TextScanner.first(first, in: text, i..<range.upperBound)
    {
      if text[place..<range.upperBound].starts(with: wanted) { return place }
      i = place + 1
    }
    return nil
  }

  private mutating func warn(at position: Position, _ words: (message: String, hint: String)) {
    guard options.findsUnreadMarkdown else { return }
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
    case .picture(let address):
      if let address, tree.bytes[address].contains(0x20) {
        let name = String(decoding: tree.bytes[address], as: UTF8.self)
        return (
          "This picture is not shown: its file's name has a space in it.",
          "Rename the file, and write `\(name.split(separator: " ").joined(separator: "-"))`."
        )
      }
      return (
        "This picture is not shown.",
        "Write `![What it shows](file.svg)`, without a space between `]` and `(`."
      )
    case .link(let address):
      if let address, tree.bytes[address].contains(0x20) {
        return (
          "This is no link: there is a space in where it leads.",
          "Write `%20` for each space, or rename the file."
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
    case .address:
      return ("This address is no link.", "Write what it is, then the address: `[the guideline](https://…)`.")
    case .callout(let callout):
      return (
        "This looks like a callout, but would be ordinary text.",
        "Write `> [!\(callout.rawValue.uppercased())]` on a line of its own; begin the lines of its text with `> `, too."
      )
    }
  }

  // MARK: Blocks

  /// Text that is indented by four spaces becomes code (CommonMark, section 4.4), which writers of articles
  /// never mean.
  private mutating func reportIndentedText(_ i: Int) {
    let lines = source.range(ofLines: Int(tree.nodes[i].firstLine) - 1, Int(tree.nodes[i].firstLine) - 1)
    let mark = source.text[lines].first { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: ">") }
    // A fence may also follow the mark of a list.
    guard let mark, mark != UInt8(ascii: "`"), mark != UInt8(ascii: "~"),
      !source.text[lines].contains(UInt8(ascii: "`")),
      !source.text[lines].contains(UInt8(ascii: "~"))
    else { return }
    warn(
      at: positionOfBlock(i),
      (
        "This text is shown as program code, since it is indented by four spaces: nothing in it is read as Markdown.",
        "Begin it at the margin."
      ))
  }

  /// `! [What it shows](picture.svg)`.
  private mutating func reportPictureAsLink(_ i: Int, _ search: MarkSearch) {
    guard i > 0, tree.nodes[i - 1].kind == .text,
      tree.bytes[tree.nodes[i - 1].text.range].suffix(2).elementsEqual("! ".utf8)
    else { return }
    let address = String(decoding: tree.bytes[tree.nodes[i].text.range], as: UTF8.self).lowercased()
    guard [".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"].contains(where: { address.hasSuffix($0) }) else {
      return
    }
    leaf = search.leaf
    warn(
      at: position(ofLink: i),
      (
        "This is a link to a picture, which the page does not show.",
        "Take out the space between `!` and `[`."
      ))
  }
}
