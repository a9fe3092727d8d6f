import Diagnostics
import Text

extension HTMLRenderer {
  /// A quote that begins with `[!NOTE]` or the like. The index to go on with, or nil when it is just a quote.
  mutating func enterCallout(_ i: Int, _ node: SyntaxTree.Node) -> Int? {
    let paragraph = i + 1
    guard paragraph + 1 < Int(node.end), tree.nodes[paragraph].kind == .paragraph,
      tree.nodes[paragraph + 1].kind == .text,
      let marker = calloutMarker(tree.nodes[paragraph + 1].text.range)
    else { return nil }
    leaf = paragraph
    let name = String(decoding: tree.bytes[marker.name], as: UTF8.self)
    guard let callout = Callout(rawValue: name.lowercased()) else {
      report(
        .unknownCallout, at: position(of: Array("[!\(name)".utf8), inBlock: paragraph),
        "There is no callout `[!\(name)]`.",
        hint: NearestName.to(name, among: Callout.allCases.map(\.rawValue)).map {
          "Did you mean `[!\($0.uppercased())]`?"
        }
          ?? "There are \(Callout.allCases.map { "`[!\($0.rawValue.uppercased())]`" }.joined(separator: ", "))."
      )
      return nil
    }
    // An emergency has one heading, the site's. What stands on its first line is the first of its text.
    let title =
      callout == .emergency
      ? (html: [], next: textAfterMarker(paragraph, from: marker.end))
      : calloutTitle(paragraph, from: marker.end)
    if title.next == Int(node.end) {
      report(
        .emptyCallout, at: position(of: Array("[!\(name)".utf8), inBlock: paragraph),
        "This callout says nothing.",
        hint: "Write its text on the next line, after a `>`.")
    }
    recordBlock(paragraph)
    if callout.isQuiet { quietEnd = Int(node.end) }
    breakLine()
    if callout == .emergency {
      openCareCard()
      open.append(OpenElement(end: Int(node.end), closing: .careCard))
    } else {
      openAside(callout, title.html)
      open.append(OpenElement(end: Int(node.end), closing: .callout))
    }
    if title.next < tree.end(of: paragraph) {
      breakLine()
      out.append("<p>")
      open.append(OpenElement(end: tree.end(of: paragraph), closing: .paragraph))
    }
    return title.next
  }

  func calloutMarker(_ range: Range<Int>) -> (name: Range<Int>, end: Int)? {
    let bytes = tree.bytes
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

  /// Takes the marker out of the paragraph: the node where the rest of it begins, or its end.
  private mutating func textAfterMarker(_ paragraph: Int, from start: Int) -> Int {
    let end = tree.end(of: paragraph)
    let first = paragraph + 1
    var text = ByteRange(start, Int(tree.nodes[first].text.end))
    while !text.isEmpty, isSpace(tree.bytes[Int(text.start)]) { text.start += 1 }
    tree.nodes[first].text = text
    guard text.isEmpty else { return first }
    let next = first + 1
    return next < end && tree.nodes[next].kind == .lineBreak ? next + 1 : next
  }

  /// The HTML of what stands after the marker on its line, and the node where the rest begins.
  private mutating func calloutTitle(_ paragraph: Int, from start: Int) -> (html: [UInt8], next: Int) {
    let end = tree.end(of: paragraph)
    let first = paragraph + 1
    tree.nodes[first].text.start = Int32(truncatingIfNeeded: start)
    var split = first
    var rest: ByteRange?
    while split < end {
      let node = tree.nodes[split]
      if node.kind == .lineBreak { break }
      if node.kind == .text, let line = tree.bytes[node.text.range].firstIndex(of: 0x0A) {
        tree.nodes[split].text.end = Int32(truncatingIfNeeded: line)
        rest = ByteRange(line + 1, Int(node.text.end))
        break
      }
      split = Int(node.end)
    }
    let quiet = quietEnd
    quietEnd = max(quietEnd, end)
    let length = out.count
    render(first..<(rest == nil ? split : split + 1))
    let title = Array(out[length...].trimmed)
    out.removeSubrange(length...)
    quietEnd = quiet
    guard let rest else { return (title, min(split + 1, end)) }
    tree.nodes[split].text = rest
    return (title, rest.isEmpty && split + 1 == end ? end : split)
  }

  private mutating func openAside(_ callout: Callout, _ title: [UInt8]) {
    let label = Array(callout.label(in: options.labels).utf8)
    out.append("<aside class=\"callout callout--")
    out.append(contentsOf: callout.rawValue.utf8)
    out.append("\" role=\"note\">\n<p class=\"callout__title\">")
    appendHeading(label, title)
    out.append("</p>\n")
  }

  private mutating func openCareCard() {
    emergencies += 1
    let level = min(sectionLevel + 1, 6)
    let id = Array("emergency-\(emergencies)".utf8)
    article.identifiers.insert(id)
    out.append("<section class=\"care-card care-card--emergency\" aria-labelledby=\"")
    out.append(contentsOf: id)
    out.append("\">\n<h")
    out.append(number: level)
    out.append(" class=\"care-card__heading\" id=\"")
    out.append(contentsOf: id)
    out.append("\">")
    var heading: [UInt8] = []
    heading.append(escaping: Array(options.labels.emergencyHeading.utf8))
    appendHeading(Array(options.labels.emergency.utf8), heading)
    out.append("</h")
    out.append(number: level)
    out.append(">\n<div class=\"care-card__body\">\n")
  }

  /// The callout's own word, which is only heard when there is a title to be seen.
  private mutating func appendHeading(_ label: [UInt8], _ title: [UInt8]) {
    guard !title.isEmpty else { return out.append(escaping: label) }
    out.append("<span class=\"visually-hidden\">")
    out.append(escaping: label)
    out.append(": </span>")
    out.append(contentsOf: title)
  }
}
