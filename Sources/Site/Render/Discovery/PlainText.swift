/// The words of HTML that this program made: without tags, with character references resolved, with single
/// spaces. Numbers that lead to references and footnotes are left out, and so are the footnotes.
package enum PlainText {
  package static func of(_ html: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(html.count)
    let bytes = html.span
    var at = 0
    var needsSpace = false
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case UInt8(ascii: "<"):
        if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "s") {
          if html[at...].starts(with: "<section class=\"footnotes\"".utf8) { return out }
          if html[at...].starts(with: "<sup class=".utf8) {
            at = end(of: "</sup>", in: html, from: at)
            // What follows the number, such as a full stop, follows the word before it.
            needsSpace = false
            continue
          }
        }
        if !isInline(bytes, at + 1) { needsSpace = true }
        repeat { at += 1 } while at < bytes.count && bytes[at] != UInt8(ascii: ">")
        at += 1
      case 0x20, 0x09...0x0D:
        needsSpace = true
        at += 1
      case UInt8(ascii: "&"):
        let (character, length) = reference(html[at...])
        if needsSpace, !out.isEmpty { out.append(0x20) }
        needsSpace = false
        out.append(character)
        at += length
      default:
        if needsSpace, !out.isEmpty { out.append(0x20) }
        needsSpace = false
        let start = at
        repeat { at += 1 } while at < bytes.count && !isMark(bytes[at])
        out += html[start..<at]
      }
    }
    return out
  }

  /// Whether a word of plain characters ends at such a byte.
  @inline(__always)
  private static func isMark(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == UInt8(ascii: "<") || byte == UInt8(ascii: "&") || byte &- 0x09 < 5
  }

  /// Whether the tag whose name begins at `start` stands inside a line of text.
  private static func isInline(_ html: Span<UInt8>, _ start: Int) -> Bool {
    var at = start < html.count && html[start] == UInt8(ascii: "/") ? start + 1 : start
    var name: UInt64 = 0
    while at < html.count, html[at] &- 0x61 < 26 {
      name = name << 8 | UInt64(html[at])
      at += 1
    }
    return inlineNames.contains(name)
  }

  /// The letters of each name in one number.
  private static let inlineNames = [
    "a", "em", "strong", "code", "del", "cite", "i", "b", "span", "sub", "sup", "abbr",
  ].map { $0.utf8.reduce(0 as UInt64) { $0 << 8 | UInt64($1) } }

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
