import Diagnostics
import Text

extension HTMLRenderer {
  /// A quote that begins with `[!NOTE]` or the like. The index to go on with, or nil when it is just a quote.
  mutating func enterCallout(_ i: Int, _ node: SyntaxTree.Node) -> Int? {
    let paragraph = i + 1
    guard paragraph + 1 < Int(node.end), body.tree.nodes[paragraph].kind == .paragraph,
      body.tree.nodes[paragraph + 1].kind == .text,
      let marker = calloutMarker(body.tree.nodes[paragraph + 1].text.range)
    else { return nil }
    around.leaf = paragraph
    let name = String(decoding: body.tree.bytes[marker.name], as: UTF8.self)
    guard let callout = Callout(rawValue: name.lowercased()) else {
      report(
        .unknownCallout,
        at: position(ofByte: Int(body.tree.nodes[paragraph + 1].text.start), inBlock: paragraph),
        "`[!\(name)]` is not a kind of callout.",
        hint: NearestName.to(name, among: Callout.allCases.map(\.rawValue)).map {
          "Did you mean `[!\($0.uppercased())]`?"
        }
          ?? ForeignCallout.callout(named: name.utf8).map {
            "Write `[!\($0.rawValue.uppercased())]`"
              + ($0 == .caution ? ", or `[!EMERGENCY]` if readers must call for help." : ".")
          }
          ?? "The kinds are \(Callout.allCases.map { "`[!\($0.rawValue.uppercased())]`" }.joined(separator: ", "))."
      )
      return nil
    }
    reportFold(at: marker.end, of: callout, in: paragraph)
    var line = firstLine(of: paragraph, after: marker.end, isTitle: callout != .emergency)
    // What stands on the mark's line and has nothing below it is the text.
    if line.next == Int(node.end), callout != .emergency {
      line = firstLine(of: paragraph, after: marker.end, isTitle: false)
    }
    if line.next == Int(node.end) {
      report(
        .emptyCallout,
        at: position(ofByte: Int(body.tree.nodes[paragraph + 1].text.start), inBlock: paragraph),
        "This callout has no text.",
        hint: "Write its text on the next line, after a `>`.")
    }
    if callout.isQuiet { around.quietEnd = max(around.quietEnd, Int(node.end)) }
    breakLine()
    collector.openCallout(callout)
    if callout == .emergency {
      openCareCard(paragraph)
      around.elements.append(Surroundings.Element(end: Int(node.end), closing: .careCard))
    } else {
      openAside(callout, paragraph, line)
      around.elements.append(Surroundings.Element(end: Int(node.end), closing: .callout))
    }
    around.shown = line.rest..<Int.max
    if line.next < body.tree.end(of: paragraph) {
      breakLine()
      out.append("<p>")
      around.elements.append(Surroundings.Element(end: body.tree.end(of: paragraph), closing: .paragraph))
      openText(.paragraph, paragraph, body.tree.nodes[paragraph])
    }
    return line.next
  }

  /// `[!TIP]-` and `[!TIP]+`, which fold elsewhere.
  private mutating func reportFold(at end: Int, of callout: Callout, in paragraph: Int) {
    let text = body.tree.nodes[paragraph + 1].text.range
    guard end < text.upperBound, case let sign = body.tree.bytes[end],
      sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+"),
      end + 1 == text.upperBound || isSpace(body.tree.bytes[end + 1])
    else { return }
    let shown = String(UnicodeScalar(sign))
    report(
      .unreadCallout, at: position(ofByte: text.lowerBound, inBlock: paragraph),
      "Callouts do not fold here, so the `\(shown)` would be shown.",
      hint: "Write `[!\(callout.rawValue.uppercased())]` without the `\(shown)`.")
  }

  func calloutMarker(_ range: Range<Int>) -> (name: Range<Int>, end: Int)? {
    let bytes = body.tree.bytes
    var i = range.lowerBound
    guard range.count > 3, bytes[i] == UInt8(ascii: "["), bytes[i + 1] == UInt8(ascii: "!") else {
      return nil
    }
    i += 2
    let start = i
    while i < range.upperBound, (bytes[i] | 0x20) >= 0x61, (bytes[i] | 0x20) <= 0x7A { i += 1 }
    guard i > start, i < range.upperBound, bytes[i] == UInt8(ascii: "]") else { return nil }
    // A colon behind it is as good as none.
    let hasColon = i + 1 < range.upperBound && bytes[i + 1] == UInt8(ascii: ":")
    return (start..<i, i + (hasColon ? 2 : 1))
  }

  /// The first line of a callout.
  private struct FirstLine {
    /// Its title: nodes, and which of the tree's bytes.
    var title: Range<Int>
    var shown: Range<Int>
    /// The node where the callout's text begins, and its first byte.
    var next: Int
    var rest: Int
  }

  /// `start` is where the marker ends. An emergency has one heading, the site's: what stands on its first line is the
  /// first of its text.
  private func firstLine(of paragraph: Int, after start: Int, isTitle: Bool) -> FirstLine {
    let end = body.tree.end(of: paragraph)
    let first = paragraph + 1
    var (start, split) = (start, first)
    let text = body.tree.nodes[first].text.range
    while start < text.upperBound, isSpace(body.tree.bytes[start]), !isTitle || body.tree.bytes[start] != 0x0A
    {
      start += 1
    }
    if !isTitle {
      if start == text.upperBound {
        split += 1
        if split < end, body.tree.nodes[split].kind == .lineBreak { split += 1 }
      }
      return FirstLine(title: first..<first, shown: start..<start, next: split, rest: start)
    }
    while split < end, body.tree.nodes[split].kind != .lineBreak {
      let range = body.tree.nodes[split].text.range.clamped(to: start..<Int.max)
      if body.tree.nodes[split].kind == .text, let line = TextScanner.first(0x0A, in: body.tree.bytes, range)
      {
        return FirstLine(title: first..<split + 1, shown: start..<line, next: split, rest: line + 1)
      }
      split = body.tree.end(of: split)
    }
    return FirstLine(
      title: first..<split, shown: start..<Int.max, next: min(split + 1, end), rest: start)
  }

  /// The callout's own word is only heard when there is a title to be seen.
  private mutating func openAside(_ callout: Callout, _ paragraph: Int, _ line: FirstLine) {
    let label = Array(callout.label(in: options.labels).utf8)
    out.append("<aside class=\"callout callout--")
    out.append(contentsOf: callout.rawValue.utf8)
    out.append("\" role=\"note\">\n<p class=\"callout__title\">")
    openTitle(paragraph)
    let start = out.count
    appendHeardLabel(label)
    let titleStart = out.count
    let quiet = around.quietEnd
    around.quietEnd = max(around.quietEnd, body.tree.end(of: paragraph))
    around.shown = line.shown
    render(line.title)
    around.quietEnd = quiet
    while out.count > titleStart, let last = out.last, isSpace(last) { out.removeLast() }
    if out.count == titleStart {
      out.removeSubrange(start...)
      out.append(escaping: label)
      collector.removeLast(2)
    } else {
      collector.removeTrailingSpaces()
    }
    collector.closeBlock()
    out.append("</p>\n")
  }

  private mutating func openTitle(_ paragraph: Int) {
    var node = body.tree.nodes[paragraph]
    node.lastLine = node.firstLine
    openText(.calloutTitle, paragraph, node)
  }

  private mutating func appendHeardLabel(_ label: [UInt8]) {
    out.append("<span class=\"visually-hidden\">")
    out.append(escaping: label)
    out.append(": </span>")
    collector.append(foreign: label)
    collector.append(foreign: ": ".utf8)
  }

  private mutating func openCareCard(_ paragraph: Int) {
    emergencies += 1
    let level = min(around.sectionLevel + 1, 6)
    let id = Array("emergency-\(emergencies)".utf8)
    article.identifiers.insert(id)
    out.append("<section class=\"care-card care-card--emergency\"")
    appendOwn(" aria-labelledby=\"", id)
    out.append(">\n<h")
    out.append(number: level)
    out.append(" class=\"care-card__heading\"")
    appendOwn(" id=\"", id)
    out.append(UInt8(ascii: ">"))
    openTitle(paragraph)
    let heading = Array(options.labels.emergencyHeading.utf8)
    let label = Array(options.labels.emergency.utf8)
    if heading.isEmpty {
      out.append(escaping: label)
      collector.append(foreign: label)
    } else {
      appendHeardLabel(label)
      out.append(escaping: heading)
      collector.append(foreign: heading)
    }
    collector.closeBlock()
    out.append("</h")
    out.append(number: level)
    out.append(">\n<div class=\"care-card__body\">\n")
  }
}
