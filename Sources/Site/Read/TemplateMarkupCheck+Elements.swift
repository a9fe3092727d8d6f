import Diagnostics
import Markdown
import Mustache
import Text

/// Elements of templates that browsers read otherwise than they are meant.
extension TemplateMarkupCheck {
  /// `href=“/about/”`: to browsers, curly quotes are part of the value.
  static func curlyQuotes(_ markup: TemplateMarkup) -> [Diagnostic] {
    let bytes = markup.bytes
    var found: [Diagnostic] = []
    forEachTag(in: bytes) { tag, _ in
      let quoted = tag.attributes.first { attribute in
        let value = bytes[attribute.value]
        return bytes[attribute.value.lowerBound - 1] == UInt8(ascii: "=")
          && quotes.contains { value.starts(with: $0) }
      }
      guard let quoted else { return }
      found.append(
        .error(
          .badConfiguration, file: markup.source.file,
          at: Position(ofByte: quoted.value.lowerBound, in: bytes),
          "This quote is curly, so browsers take it for a part of what `\(quoted.name)` says.",
          hint: "Replace every curly quote in this tag with a straight one: `\(quoted.name)=\"…\"`."))
    }
    return found
  }

  private static let quotes = ["“", "”", "„", "‘", "’", "«", "»"].map { Array($0.utf8) }

  /// Elements without an end, and ends without a beginning. What one template opens, another one may close.
  static func unbalanced(_ markups: [TemplateMarkup]) -> [Diagnostic] {
    let all = markups.map { ($0, OpenElements(in: $0)) }
    let opened = Set(all.flatMap { $0.1.unclosed.map(\.name) })
    let ended = Set(all.flatMap { $0.1.allUnopened })
    return all.flatMap { markup, elements in
      let unclosed = elements.unclosed.filter { !ended.contains($0.name) }.map { name, offset in
        fault(
          markup, offset, "`<\(name)>` is never closed, so browsers guess what belongs in it.",
          hint: "Add `</\(name)>` where it ends.")
      }
      let unopened = elements.unopened.filter { !opened.contains($0.name) }.map { name, offset in
        fault(
          markup, offset, "`</\(name)>` ends an element that was never begun.",
          hint: "Delete it, or write `<\(name)>` where the element begins.")
      }
      return unclosed + unopened
    }
  }

  private static func fault(
    _ markup: TemplateMarkup, _ offset: Int, _ message: String, hint: String
  ) -> Diagnostic {
    .warning(
      .badConfiguration, file: markup.source.file, at: Position(ofByte: offset, in: markup.bytes), message,
      hint: hint)
  }

  /// Calls `body` with each tag and where it begins, but for what stands in scripts, styles and drawings.
  static func forEachTag(in bytes: [UInt8], _ body: (MarkupTag, Int) -> Void) {
    var at = 0
    while let start = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
      guard let tag = MarkupTag(bytes, at: start) else {
        at = start + 1
        continue
      }
      at = tag.end
      if tag.name.isEmpty { continue }
      body(tag, start)
      if !tag.isEnd, ["iframe", "script", "style", "svg", "textarea", "title"].contains(tag.name) {
        at = MarkupTag.end(of: tag.name, in: bytes, from: at)
      }
    }
  }
}

/// What a template opens and closes, section by section: what a section opens, another one may close.
private struct OpenElements {
  private struct Open {
    let name: String
    let offset: Int
    /// The sections around it, those that ended among them.
    var isConditional: Bool
  }

  private(set) var unclosed: [(name: String, offset: Int)] = []
  /// Of ends that stand in no section.
  private(set) var unopened: [(name: String, offset: Int)] = []
  private(set) var allUnopened: Set<String> = []
  private var open: [Open] = []
  /// How many elements were open where each section and block begins.
  private var sections: [(count: Int, isBlock: Bool)] = []

  init(in markup: TemplateMarkup) {
    var edges = markup.edges[...]
    TemplateMarkupCheck.forEachTag(in: markup.bytes) { tag, start in
      while let next = edges.first, next.offset < start {
        edges.removeFirst()
        pass(next.edge)
      }
      guard Self.names.contains(tag.name) else { return }
      if tag.isEnd { end(tag.name, at: start) } else { begin(tag.name, at: start) }
    }
    unclosed += open.map { ($0.name, $0.offset) }
  }

  private mutating func begin(_ name: String, at offset: Int) {
    open.append(Open(name: name, offset: offset, isConditional: false))
  }

  private mutating func pass(_ edge: TemplateMarkup.Edge) {
    guard edge == .end else {
      sections.append((open.count, edge == .block))
      return
    }
    guard let section = sections.popLast(), !section.isBlock else { return }
    for number in open.indices where number >= section.count { open[number].isConditional = true }
  }

  private mutating func end(_ name: String, at offset: Int) {
    guard let last = open.lastIndex(where: { $0.name == name }) else {
      allUnopened.insert(name)
      if sections.allSatisfy(\.isBlock) { unopened.append((name, offset)) }
      return
    }
    unclosed += open[(last + 1)...].map { ($0.name, $0.offset) }
    var first = last
    // Of two sections that open an element each, a page has one.
    while open[first].isConditional, first > 0, open[first - 1].isConditional, open[first - 1].name == name {
      first -= 1
    }
    open.removeSubrange(first...)
  }

  /// Elements whose end is never left out (HTML, section 13.1.2.4).
  private static let names: Set = [
    "a", "article", "aside", "audio", "b", "blockquote", "button", "code", "details", "dialog", "div", "dl",
    "em", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "i", "label", "main", "menu", "nav", "noscript", "ol", "picture", "pre", "script", "search",
    "section", "select", "small", "span", "strong", "style", "sub", "summary", "sup", "svg", "table",
    "textarea", "time", "title", "ul", "video",
  ]
}
