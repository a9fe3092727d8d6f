import Diagnostics
import YAML

/// The value of a key, which knows what messages call it.
struct KeyedNode {
  let name: String
  let node: Node

  func date(into reading: inout ArticleReading) -> CalendarDate? {
    node.asDate(name, into: &reading.diagnostics)
  }

  func texts(of what: String, example: String, into reading: inout ArticleReading) -> [PlacedText] {
    node.asTexts(name, of: what, example: example, into: &reading.diagnostics)?.map(PlacedText.init) ?? []
  }

  /// A text for headings and lists: one line, not overlong.
  func line(limit: Int, into diagnostics: inout [Diagnostic]) -> [UInt8] {
    let bytes = node.bytes
    // Most titles and summaries need no look at their characters.
    if bytes.count <= limit, !node.isEmpty, Self.isOneLine(bytes) { return Array(bytes) }
    guard let text = node.asText(name, into: &diagnostics) else { return [] }
    let length = text.unicodeScalars.count
    if length > limit {
      diagnostics.append(
        .error(
          .textTooLong, file: node.file, at: node.position,
          "`\(name)` has \(length) characters; the limit is \(limit).",
          hint:
            "Take out \(length - limit) character\(length == limit + 1 ? "" : "s") or more: the rest can stand in the text of the article."
        ))
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    return Array(words.joined(separator: " ").utf8)
  }

  /// Whether single spaces are the only white space, and none is at an end.
  private static func isOneLine(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous = UInt8(ascii: " ")
    for byte in bytes {
      if byte < 0x20 || byte == UInt8(ascii: " ") && previous == byte { return false }
      previous = byte
    }
    return previous != UInt8(ascii: " ")
  }
}
