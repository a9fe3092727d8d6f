import Text
import YAML

/// The texts of a work as readers see them: programs put HTML, entities, line ends and marks of their own into every field.
struct WorkField {
  /// Without markup, entities resolved, one space between words and no mark at its end that the list puts itself. Raised and
  /// lowered letters stand between control characters, as in `raised`.
  let text: String

  /// What stands for `<sup>`, `</sup>`, `<sub>` and `</sub>` in a text.
  static let raised: [Character: String] = [
    "\u{1}": "<sup>", "\u{2}": "</sup>", "\u{3}": "<sub>", "\u{4}": "</sub>",
  ]

  /// Nil for a key that is missing, empty or no text. Of a list, as Crossref's own format has for titles, the first counts.
  init?(_ node: Node?) {
    guard let node, let scalar = node.kind == .sequence ? node.elements.first : node, !scalar.isEmpty,
      scalar.kind == .scalar
    else { return nil }
    self.init(scalar.text)
  }

  init?(_ raw: String) {
    // Most fields are as they should be.
    if Self.isPlain(raw.utf8) {
      text = raw
      return
    }
    let plain = Self.withoutMarkup(EntityText.decoded(raw))
    let words = plain.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    text = Self.withoutEnd(words)
    if text.isEmpty { return nil }
  }

  /// Whether a text holds nothing that has to be undone: letters and digits of ASCII at both ends, single spaces, no markup.
  private static func isPlain(_ bytes: String.UTF8View) -> Bool {
    func isLetter(_ byte: UInt8?) -> Bool {
      byte.map { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 } ?? false
    }
    guard isLetter(bytes.first), isLetter(bytes.last) else { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      if byte < 0x20 || byte > 0x7E || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") { return false }
      if byte == 0x20, previous == 0x20 { return false }
      previous = byte
    }
    return true
  }

  /// An ellipsis and the point of a last initial stay, and so do question and exclamation marks.
  private static func withoutEnd(_ text: String) -> String {
    var rest = Substring(text)
    while let last = rest.last, ".,;: ".contains(last), !rest.hasSuffix("...") { rest = rest.dropLast() }
    while let first = rest.first, ".,;: ".contains(first), !rest.hasPrefix("...") { rest = rest.dropFirst() }
    return String(rest)
  }

  /// The elements that CSL-JSON allows (citeproc-js, "HTML-like formatting tags"), that Crossref and PubMed send (JATS) and
  /// that come along when a title is copied from a page.
  private static let elements: Set<String> = [
    "i", "b", "em", "strong", "u", "sc", "scp", "span", "p", "br", "div", "a", "title", "italic", "bold",
    "sub", "sup",
    "inf", "small", "font", "math", "mi", "mn", "mo", "mrow", "msub", "msup", "mtext", "styled-content",
    "named-content",
    "monospace", "underline", "sec", "abstract", "h1", "h2", "h3", "ul", "li",
  ]

  private static func withoutMarkup(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var out = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      out += rest[..<open]
      rest = rest[open...]
      if let (name, isEnd, after) = tag(at: rest) {
        switch name {
        case "sup": out += isEnd ? "\u{2}" : "\u{1}"
        case "sub", "inf": out += isEnd ? "\u{4}" : "\u{3}"
        case "br", "p", "div", "title", "sec", "li": out += " "
        default: break
        }
        rest = rest[after...]
      } else {
        out.append("<")
        rest = rest.dropFirst()
      }
    }
    return out + rest
  }

  /// The tag with which `text` begins, if it is one of those.
  private static func tag(at text: Substring) -> (name: String, isEnd: Bool, after: Substring.Index)? {
    var rest = text.dropFirst()
    let isEnd = rest.first == "/"
    if isEnd { rest = rest.dropFirst() }
    let written = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ":" || $0 == "-") }
    let name = written.split(separator: ":").last.map { $0.lowercased() } ?? ""
    rest = rest[written.endIndex...]
    guard elements.contains(name), let next = rest.first, next == ">" || next == "/" || next.isWhitespace,
      let close = rest.firstIndex(of: ">"), !rest[..<close].contains("<")
    else { return nil }
    return (name, isEnd, rest.index(after: close))
  }
}
