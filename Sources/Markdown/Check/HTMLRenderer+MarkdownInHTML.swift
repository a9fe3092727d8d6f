import Text

/// Markdown in a block of raw HTML, which ends at the next empty line and is put out as it is (CommonMark, section 4.6). What an
/// author writes right below a `<div>` is then shown as typed: a callout would be ordinary text.
extension HTMLRenderer {
  /// Reports what is meant as Markdown in the HTML block `i`; `warns` says whether anything but an error is wanted. How many warnings came.
  mutating func reportMarkdown(inHTMLBlock i: Int, warns: Bool) -> Int {
    guard options.rawHTML else { return 0 }
    let range = body.tree.nodes[i].text.range
    let told = article.diagnostics.count
    var warnings = 0
    var at = range.lowerBound
    while at < range.upperBound {
      if body.tree.bytes[at] == UInt8(ascii: "<"), let tag = RawTag(body.tree.bytes[at..<range.upperBound]) {
        at = max(tag.end, at + 1)
        if !tag.isEnd, Self.verbatim.contains(tag.name) {
          guard let end = RawTag.place(ofEnd: tag.name, in: body.tree.bytes, at..<range.upperBound) else {
            break
          }
          at = end
        }
        continue
      }
      let isFirst = at == range.lowerBound || body.tree.bytes[at - 1] == 0x0A
      var end = at + 1
      while end < range.upperBound, body.tree.bytes[end - 1] != 0x0A,
        body.tree.bytes[end] != UInt8(ascii: "<")
      { end += 1 }
      let line = body.tree.bytes[at..<end].trimmed
      at = end
      guard !line.isEmpty, article.diagnostics.count - told < Self.mostReported,
        let mark = MarkdownInHTML(line, startsLine: isFirst)
      else { continue }
      let place = position(ofByte: line.startIndex, inBlock: i)
      switch mark {
      case .callout:
        report(
          .unreadCallout, at: place,
          "Readers would see this callout as ordinary text, because it is part of the HTML above it.",
          hint: "Add an empty line above it and below it.")
        // With an empty line here, all that follows is Markdown.
        return warnings
      case .step where options.stepsURL != nil:
        report(
          .lostSteps, at: place,
          "The printed program would leave out this step, because it is part of the HTML above it.",
          hint: "Add an empty line above it.")
        return warnings
      case .step, .block:
        guard warns else { continue }
        warn(
          at: place,
          (
            "Markdown is not read here, because this line is part of the HTML above it.",
            "Add an empty line above it."
          ))
        return warnings + 1
      case .inline:
        guard warns else { continue }
        warnings += 1
        warn(
          at: place,
          (
            "Markdown is not read between HTML tags, so readers see its marks.",
            isFirst
              ? "Add an empty line above it."
              : "Write it on a line of its own with an empty line above and below, or use HTML, such as `<strong>words</strong>`."
          ))
        if isFirst { return warnings }
      }
    }
    return warnings
  }

  /// Elements whose text is code or none.
  private static let verbatim: Set = [
    "script", "style", "pre", "code", "kbd", "samp", "var", "textarea", "svg", "math",
  ]
}

/// What a piece of text between the tags of a block of HTML was meant as.
private enum MarkdownInHTML {
  case callout
  /// An item of a numbered list.
  case step
  /// A heading, a list, a quote or a row of a table.
  case block
  /// Bold words, a link, a picture or a citation.
  case inline

  /// Nil where it is ordinary text. `line` has no spaces around it and is not empty.
  init?(_ line: ArraySlice<UInt8>, startsLine: Bool) {
    if startsLine {
      let text = line.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 }
      let isMarked =
        text.first == UInt8(ascii: "[")
        && MisreadCallout.find(in: Array(text), 0..<text.count).contains { $0.range.lowerBound == 0 }
      if isMarked || ForeignCallout.begun(by: text) != nil {
        self = .callout
        return
      }
      if let block = Self.block(line) {
        self = block
        return
      }
    }
    guard Self.hasInline(line) else { return nil }
    self = .inline
  }

  private static func block(_ line: ArraySlice<UInt8>) -> Self? {
    func followsSpace(_ rest: ArraySlice<UInt8>) -> Bool { rest.first == 0x20 && rest.count > 1 }
    switch line[line.startIndex] {
    case UInt8(ascii: "#"):
      let marks = line.prefix { $0 == UInt8(ascii: "#") }
      return marks.count <= 6 && followsSpace(line[marks.endIndex...]) ? .block : nil
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ">"):
      return followsSpace(line.dropFirst()) ? .block : nil
    case UInt8(ascii: "|"):
      return line.count > 2 && line.last == UInt8(ascii: "|") ? .block : nil
    case let digit where ProseByte.isDigit(digit):
      let digits = line.prefix(while: ProseByte.isDigit)
      let mark = line[digits.endIndex...].first
      return digits.count < 4 && (mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")"))
        && followsSpace(line[digits.endIndex...].dropFirst()) ? .step : nil
    default: return nil
    }
  }

  /// `**bold**`, `__bold__`, `[text](address)`, `![text](picture)`, `[@key]`.
  private static func hasInline(_ line: ArraySlice<UInt8>) -> Bool {
    for mark in [UInt8(ascii: "*"), UInt8(ascii: "_")] {
      let pair = [mark, mark]
      guard let start = ByteSearch.first(pair, in: line)?.upperBound, start < line.endIndex,
        line[start] != 0x20, line[start] != mark,
        let end = ByteSearch.first(pair, in: line[start...])?.lowerBound, line[end - 1] != 0x20
      else { continue }
      return true
    }
    if let middle = ByteSearch.first(Array("](".utf8), in: line),
      line[..<middle.lowerBound].contains(UInt8(ascii: "[")),
      line[middle.upperBound...].contains(UInt8(ascii: ")"))
    {
      return true
    }
    guard let citation = ByteSearch.first(Array("[@".utf8), in: line) else { return false }
    return line[citation.upperBound...].first.map(ProseByte.isLetter) ?? false
      && line[citation.upperBound...].contains(UInt8(ascii: "]"))
  }
}
