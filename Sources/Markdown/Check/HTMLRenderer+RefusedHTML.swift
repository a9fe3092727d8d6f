import Diagnostics

/// HTML on a site that does not allow it: one error for an element, and what to write in its place.
extension HTMLRenderer {
  /// Whether the HTML node `i` may go out; reports it when not. A comment does not go out, and is no fault.
  mutating func acceptsHTML(at i: Int) -> Bool {
    if !isPage || (options.rawHTML && !around.isQuoting) { return true }
    if !around.isQuoting { refuse(i) }
    return false
  }

  private mutating func refuse(_ i: Int) {
    let range = body.tree.nodes[i].text.range
    let block = body.tree.nodes[i].kind == .htmlBlock ? i : around.leaf
    var isTold = false
    var next = range.lowerBound
    while let start = TextScanner.first(UInt8(ascii: "<"), in: body.tree.bytes, next..<range.upperBound) {
      guard let tag = RawTag(body.tree.bytes[start..<range.upperBound]) else {
        next = start + 1
        continue
      }
      // What stands between a comment and a tag is lost as well; the tag is told of.
      next = max(tag.end, start + 1)
      if tag.isComment {
        if tag.isClosed { continue }
        isTold = true
        reportOpenComment(at: start, in: block)
      } else if tag.isEnd {
        if let begin = around.refused.lastIndex(of: tag.name) {
          around.refused.removeSubrange(begin...)
          isTold = true
        } else if !isTold {
          isTold = true
          report(tag, at: start, in: block)
        }
      } else {
        let isPart = Self.parts.contains(tag.name) && !around.refused.isEmpty
        if !isTold, !isPart { report(tag, at: start, in: block) }
        isTold = true
        if !tag.isVoid, body.tree.bytes[max(start, tag.end - 2)] != UInt8(ascii: "/") {
          around.refused.append(tag.name)
        }
      }
    }
    guard !isTold, let lost = textBehindComment(range) else { return }
    report(
      .rawHTML, at: position(ofByte: lost, inBlock: block),
      "This text shares a line with a comment, so it would be lost.",
      hint: "Move it to a line of its own, with an empty line above it.")
  }

  /// A comment without an end takes in all that follows, warnings among it, whether the site allows HTML or not.
  mutating func reportOpenComment(at start: Int, in block: Int) {
    report(
      .rawHTML, at: position(ofByte: start, inBlock: block),
      "This comment is never closed, so everything below it would be lost.",
      hint: "Add `-->` where it ends.")
  }

  /// Where words begin that belong to a comment's block (CommonMark, section 4.6, second kind).
  private func textBehindComment(_ range: Range<Int>) -> Int? {
    var i = range.lowerBound
    while i < range.upperBound {
      if isSpace(body.tree.bytes[i]) {
        i += 1
      } else if body.tree.bytes[i] == UInt8(ascii: "<"),
        let tag = RawTag(body.tree.bytes[i..<range.upperBound])
      {
        i = max(tag.end, i + 1)
      } else {
        return i
      }
    }
    return nil
  }

  private mutating func report(_ tag: RawTag, at offset: Int, in block: Int) {
    if reportComponent(tag, at: offset, in: block) { return }
    if !tag.isEnd, ["aside", "div", "p", "section"].contains(tag.name),
      let classes = tag.attributes(body.tree.bytes, offset).first(where: { $0.name == "class" }),
      let callout = ForeignCallout.callout(classes: body.tree.bytes[classes.value])
    {
      return report(foreign: callout, at: position(ofByte: offset, inBlock: block))
    }
    let number = tag.name == "sup" ? numberRaised(by: tag, at: offset, in: block) : nil
    report(
      .rawHTML, at: position(ofByte: offset, inBlock: block),
      "This is HTML. Articles cannot contain HTML.",
      hint: (number.map {
        "Write `[^\($0)]`, then `[^\($0)]: ` and the note on a line of its own. To cite a work, write `[@key]`."
      } ?? frame(tag, at: offset) ?? warningBox(tag, in: block)
        ?? Self.hint(for: tag.name, isInCell: body.tree.nodes[around.leaf].kind == .tableCell))
        + " To show a `<`, write `\\<`.")
  }

  /// What to write for an `<aside>` whose text warns, as Notion exports its boxes.
  private func warningBox(_ tag: RawTag, in block: Int) -> String? {
    guard tag.name == "aside", !tag.isEnd else { return nil }
    let nodes = body.tree.nodes
    var text = body.tree.bytes[
      min(tag.end, nodes[block].text.range.upperBound)..<nodes[block].text.range.upperBound
    ].trimmed
    // An empty line below the tag ends the block.
    if text.isEmpty,
      let next = nodes[min(body.tree.end(of: block), nodes.count)...].first(where: { $0.kind == .text })
    {
      text = body.tree.bytes[next.text.range].trimmed
    }
    let words = text.drop { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }
    let found =
      EmergencyWords.begin(words)
      ? .emergency
      : ForeignCallout.callout(signedBy: words)
        ?? WarningOpening.callout(of: words, .init(isMarked: words.startIndex > text.startIndex))
    guard let found, found != .tip else { return nil }
    return
      "Write the line `> [!\(found.rawValue.uppercased())]` in place of `<aside>`, start each line below it with `> `, and delete `</aside>`."
  }

  /// What to write for a video or page of another site in a frame, as other sites offer it to be copied.
  private func frame(_ tag: RawTag, at offset: Int) -> String? {
    guard tag.name == "iframe", !tag.isEnd,
      let source = tag.attributes(body.tree.bytes, offset).first(where: { $0.name == "src" })
    else { return nil }
    let address = String(decoding: body.tree.bytes[source.value], as: UTF8.self)
    let name = address.split(separator: "/").last?.prefix { $0 != "?" && $0 != "&" && $0 != "#" } ?? ""
    if address.contains("youtube.com/embed/") || address.contains("youtube-nocookie.com/embed/") {
      return "Write `![What it shows](https://youtu.be/\(name))`."
    }
    if address.contains("player.vimeo.com/video/") {
      return "Write `![What it shows](https://vimeo.com/\(name))`."
    }
    return address.hasPrefix("https://") ? "Link to it: `[words](\(address))`." : nil
  }

  /// The number of a note in `pain.<sup>1</sup>`; nil for a power, as of `10<sup>3</sup>`.
  private mutating func numberRaised(by tag: RawTag, at offset: Int, in block: Int) -> String? {
    guard !tag.isEnd, let start = sourceOffset(ofByte: offset, inBlock: block), start > 0 else { return nil }
    let before = body.source.text[..<start].suffix(4)
    let isUnit = before.count < 4 || !before.allSatisfy(\.isLetterOfASCII)
    let isBehindMark = [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F, 0x22].contains(before.last ?? 0)
    guard isBehindMark || !isUnit else { return nil }
    let inside = body.source.text[start...].drop { $0 != UInt8(ascii: ">") }.dropFirst()
    let number = inside.prefix(4).prefix { $0 &- 0x30 < 10 }
    guard (1...3).contains(number.count), inside.dropFirst(number.count).first == UInt8(ascii: "<") else {
      return nil
    }
    return String(decoding: number, as: UTF8.self)
  }

  /// Elements that are part of another, which is told of.
  private static let parts: Set = [
    "caption", "dd", "dt", "figcaption", "li", "option", "source", "summary", "tbody", "td", "tfoot", "th",
    "thead", "tr", "track",
  ]

  /// What does the same in Markdown, or works in place of it.
  private static func hint(for name: String, isInCell: Bool) -> String {
    switch name {
    case "br":
      isInCell
        ? "Delete it, and use a comma or a row of its own."
        : "End the line with a `\\` to break it there."
    case "b", "strong", "mark", "u": "Write `**words**`."
    case "i", "em", "cite", "dfn": "Write `*words*`."
    case "s", "del", "strike": "Write `~~words~~`."
    case "sub": "Type the subscript character itself, such as `₂`, or delete the tags."
    case "sup": "Type the superscript character itself, such as `²`, or delete the tags."
    case "a": "Write `[words](address)`."
    case "img", "picture", "figure": "Write `![What it shows](file.svg)`."
    case "h1", "h2", "h3", "h4", "h5", "h6": "Write `## ` before the words."
    case "ul", "li": "Start each item with `- `."
    case "ol": "Start the items with `1. `, `2. ` and so on."
    case "blockquote":
      "Delete `<blockquote>` and `</blockquote>`, and start each line between them with `> `."
    case "aside":
      "Write the line `> [!TIP]` in place of `<aside>`, start each line below it with `> `, and delete `</aside>`."
    case "table", "tr", "td", "th", "thead", "tbody":
      "Write its rows as `| first | second |`, with `|---|---|` below the first row."
    case "code", "kbd", "pre", "samp", "tt": "Put the words between backticks: `` `words` ``."
    case "hr": "Write `---` between two empty lines."
    case "details", "summary": "Write a heading with the text below it: nothing folds on a page."
    default:
      "Delete the tags and keep the words, or allow HTML with `markdown: {raw-html: true}` in `site.yaml`."
    }
  }
}
