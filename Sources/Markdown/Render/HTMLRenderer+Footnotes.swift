import Diagnostics
import Text

/// The footnotes of a page: written anywhere, numbered in the order in which they are first referred to.
struct FootnoteList {
  struct Footnote {
    var id: [UInt8]
    /// Line, from 0, of the article's text.
    var line: Int
    /// The list item in the tree that holds its blocks.
    var item: Int
    var number = 0
    var mentions = 0
  }

  private(set) var all: [Footnote] = []
  /// Indices in `all`, by number.
  private(set) var order: [Int] = []
  private var indices: [[UInt8]: Int] = [:]
  /// Once one is misspelt.
  private var names: NearestNames?
  /// What was said of the last one that there is no text for: many marks of it are one question.
  private var undefined: (name: [UInt8], message: String, hint: String)?
  /// Marks without a text: where each stands among what was found, and its name.
  private(set) var unread: [(place: Int, name: [UInt8])] = []
  /// The names of texts that are not read as such, which is told where they stand.
  var misread: Set<[UInt8]> = []

  mutating func removeAll() {
    names = nil
    undefined = nil
    unread.removeAll()
    misread.removeAll()
    guard !all.isEmpty else { return }
    all.removeAll(keepingCapacity: true)
    order.removeAll(keepingCapacity: true)
    indices.removeAll(keepingCapacity: true)
  }

  /// False when there is one of this name already.
  mutating func define(_ footnote: Footnote) -> Bool {
    guard indices[footnote.id] == nil else { return false }
    indices[footnote.id] = all.count
    all.append(footnote)
    return true
  }

  /// The number of the footnote, and which mention of it this is; nil when it is not defined.
  mutating func mention(_ id: [UInt8]) -> (number: Int, mention: Int)? {
    guard let index = indices[id] else { return nil }
    if all[index].number == 0 {
      order.append(index)
      all[index].number = order.count
    }
    all[index].mentions += 1
    return (all[index].number, all[index].mentions)
  }

  mutating func noteUnread(_ name: [UInt8], at place: Int) { unread.append((place, name)) }

  /// What to say of a mark without a text.
  mutating func words(ofUndefined name: [UInt8]) -> (message: String, hint: String) {
    if let undefined, undefined.name == name { return (undefined.message, undefined.hint) }
    if names == nil { names = NearestNames(all.map { String(decoding: $0.id, as: UTF8.self) }) }
    let text = String(decoding: name, as: UTF8.self)
    let message = "There is no text for the footnote `[^\(text)]`."
    let hint =
      names?.nearest(to: text).map { "Did you mean `[^\($0)]`?" }
      ?? "Add the text at the start of a line: `[^\(text)]: …`."
    undefined = (name, message, hint)
    return (message, hint)
  }
}

extension HTMLRenderer {
  /// `[^id]` at the start of `range`: where it ends, or nil when it is left as text.
  mutating func footnoteReference(_ range: Range<Int>, at i: Int) -> Int? {
    guard let close = closingBracket(range) else { return nil }
    let name = TypedText.restored(body.tree.bytes[range.lowerBound + 2..<close])
    guard !name.isEmpty, !name.contains(where: { $0 <= 0x20 || $0 == UInt8(ascii: "[") }) else { return nil }
    if around.isQuoting { return close + 1 }
    if i < around.linkEnd || around.isInAnchor {
      reportMark(
        range, .nestedLink, "A footnote mark is already a link, so it cannot be inside another link.",
        hint: "Put it after the link.")
      return close + 1
    }
    let id = name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    guard let place = footnotes.mention(id) else {
      let words = footnotes.words(ofUndefined: name)
      // No paragraph begins with a mark, but the note itself does.
      let isNote = i == around.leaf + 1 && range.lowerBound == body.tree.nodes[i].text.range.lowerBound
      if isNote {
        footnotes.misread.insert(id)
      } else {
        footnotes.noteUnread(id, at: article.diagnostics.count)
      }
      reportMark(
        range, .undefinedFootnote, words.message,
        hint: isNote
          ? "If this is the note itself, write a colon right after the `]`, with no space: `[^\(String(decoding: name, as: UTF8.self))]: …`."
          : words.hint)
      return close + 1
    }
    headings.hasLinks = true
    appendReference(place)
    return close + 1
  }

  private mutating func appendReference(_ place: (number: Int, mention: Int)) {
    let start = out.count
    out.append("<sup class=\"footnote\"><a href=\"#fn-")
    out.append(number: place.number)
    out.append("\" id=\"")
    appendReferenceID(place)
    out.append("\" role=\"doc-noteref\" aria-label=\"")
    out.append(escaping: Array(options.labels.footnote.utf8))
    out.append(UInt8(ascii: " "))
    out.append(number: place.number)
    out.append("\">")
    out.append(number: place.number)
    out.append("</a></sup>")
    steps.leaveOut(start..<out.count)
  }

  private mutating func appendReferenceID(_ place: (number: Int, mention: Int)) {
    out.append("fnref-")
    out.append(number: place.number)
    guard place.mention > 1 else { return }
    out.append(UInt8(ascii: "-"))
    out.append(number: place.mention)
  }

  /// The section of footnotes at the end of the article. One footnote may be the first to refer to another, so
  /// all are rendered before any is put out: how many references each must lead back to is known then.
  mutating func renderFootnotes() {
    guard !footnotes.all.isEmpty else { return }
    let start = out.count
    var bodies: [[UInt8]] = []
    while bodies.count < footnotes.order.count {
      let item = footnotes.all[footnotes.order[bodies.count]].item
      // The notes stand elsewhere in the tree: no link, heading or callout around them is open.
      around.beginFootnote()
      render(item + 1..<body.tree.end(of: item))
      bodies.append(Array(out[start...]))
      out.removeSubrange(start...)
    }
    reportUnused()
    article.footnoteCount = bodies.count
    guard !bodies.isEmpty else { return }
    breakLine()
    out.append("<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"")
    out.append(escaping: Array(options.labels.footnotes.utf8))
    out.append("\">\n<ol>\n")
    for (index, body) in bodies.enumerated() {
      append(footnote: index + 1, body)
    }
    out.append("</ol>\n</section>\n")
  }

  private mutating func append(footnote number: Int, _ body: [UInt8]) {
    out.append("<li id=\"fn-")
    out.append(number: number)
    out.append("\">\n")
    let end = Array("</p>\n".utf8)
    let endsInParagraph = body.suffix(end.count).elementsEqual(end)
    out.append(contentsOf: endsInParagraph ? body.dropLast(end.count) : body[...])
    if !endsInParagraph {
      breakLine()
      out.append("<p>")
    }
    for mention in 1...max(footnotes.all[footnotes.order[number - 1]].mentions, 1) {
      out.append(" <a href=\"#")
      appendReferenceID((number, mention))
      out.append("\" role=\"doc-backlink\" aria-label=\"")
      out.append(escaping: Array(options.labels.backToFootnote.utf8))
      out.append(UInt8(ascii: " "))
      out.append(number: number)
      if mention > 1 {
        out.append(", ")
        out.append(number: mention)
      }
      out.append("\">\u{21A9}\u{FE0E}</a>")
    }
    out.append("</p>\n</li>\n")
  }

  private mutating func reportUnused() {
    for footnote in footnotes.all where footnote.number == 0 {
      article.diagnostics.append(
        .warning(
          .unusedFootnote, file: options.file,
          at: Position(line: options.firstLine + footnote.line, column: 1),
          "The footnote `[^\(String(decoding: footnote.id, as: UTF8.self))]` is not used in the text, so it is not shown.",
          hint: "Add its mark to the text, or remove the footnote."))
    }
  }

  /// Takes over the footnotes found in the source.
  mutating func define(_ definitions: [FootnoteSource.Definition]) {
    for definition in definitions {
      guard let item = definition.item else { continue }
      let place = Position(line: options.firstLine + definition.line, column: 1)
      let name = String(decoding: definition.id, as: UTF8.self)
      if !footnotes.define(.init(id: definition.id, line: definition.line, item: item)) {
        report(
          .duplicateFootnote, at: place, "There is already a footnote `[^\(name)]` above.",
          hint: "Give one of them a different name.")
      } else if body.tree.end(of: item) == item + 1 {
        report(
          .emptyFootnote, at: place, "The footnote `[^\(name)]` has no text on its first line.",
          hint: "Start its text right after the colon.")
      }
    }
  }

  /// One slip, one message: what is wrong with a text that is not read is told there, not at its marks.
  mutating func dropMarksOfMisreadFootnotes() {
    guard !footnotes.misread.isEmpty else { return }
    for (place, name) in footnotes.unread.reversed() where footnotes.misread.contains(name) {
      article.diagnostics.remove(at: place)
    }
  }

  mutating func reportMisplacedFootnote(at offset: Int) {
    let name = body.tree.bytes[offset...].dropFirst(2).prefix(80).prefix { $0 != UInt8(ascii: "]") }
    footnotes.misread.insert(name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 })
    report(
      .misplacedFootnote, at: position(ofByte: offset, inBlock: around.leaf),
      "A footnote's text must start at the left margin, outside lists and quotes.",
      hint: "Move it to the end of the file, with nothing before its `[`.")
  }
}
