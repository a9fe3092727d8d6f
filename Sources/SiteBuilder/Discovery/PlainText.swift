/// The words of HTML that this program made: without tags, with character references resolved, with single
/// spaces. Numbers that lead to references and footnotes are left out, and so are the footnotes.
enum PlainText {
  static func of(_ html: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(html.count)
    var at = 0
    var needsSpace = false
    while at < html.count {
      let byte = html[at]
      if byte == UInt8(ascii: "<") {
        if html[at...].starts(with: "<section class=\"footnotes\"".utf8) { break }
        if html[at...].starts(with: "<sup class=".utf8) {
          at = end(of: "</sup>", in: html, from: at)
          // What follows the number, such as a full stop, follows the word before it.
          needsSpace = false
          continue
        }
        if !isInline(html, at + 1) { needsSpace = true }
        at = end(of: ">", in: html, from: at)
        continue
      }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        needsSpace = true
        at += 1
        continue
      }
      if needsSpace, !out.isEmpty { out.append(0x20) }
      needsSpace = false
      let (character, length) = byte == UInt8(ascii: "&") ? reference(html[at...]) : (byte, 1)
      out.append(character)
      at += length
    }
    return out
  }

  /// Whether the tag whose name begins at `start` stands inside a line of text.
  private static func isInline(_ html: [UInt8], _ start: Int) -> Bool {
    let begin = start < html.count && html[start] == UInt8(ascii: "/") ? start + 1 : start
    let name = html[min(begin, html.count)...].prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    return inlineNames.contains { name.elementsEqual($0.utf8) }
  }

  private static let inlineNames = [
    "a", "em", "strong", "code", "del", "cite", "i", "b", "span", "sub", "sup", "abbr",
  ]

  /// The place after the next `mark`; the end when there is none.
  private static func end(of mark: String, in html: [UInt8], from start: Int) -> Int {
    guard let first = mark.utf8.first else { return html.count }
    var at = start
    while at < html.count {
      if html[at] == first, html[at...].starts(with: mark.utf8) { return at + mark.utf8.count }
      at += 1
    }
    return html.count
  }

  private static func reference(_ rest: ArraySlice<UInt8>) -> (UInt8, Int) {
    for (name, character) in references where rest.starts(with: name.utf8) {
      return (character, name.utf8.count)
    }
    return (UInt8(ascii: "&"), 1)
  }

  private static let references: [(String, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")),
    ("&#39;", UInt8(ascii: "'")),
  ]
}
