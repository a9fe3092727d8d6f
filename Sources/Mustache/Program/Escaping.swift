extension [UInt8] {
  /// Appends text so that HTML shows it as it is, in content and in quoted attributes: `&`, `<`, `>` and `"` are
  /// escaped as the Mustache specification says, `'` too. What needs no escape is copied in runs.
  mutating func append(escaping text: [UInt8]) {
    var start = 0
    for index in text.indices {
      let escape: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): escape = "&amp;"
      case UInt8(ascii: "<"): escape = "&lt;"
      case UInt8(ascii: ">"): escape = "&gt;"
      case UInt8(ascii: "\""): escape = "&quot;"
      case UInt8(ascii: "'"): escape = "&#39;"
      default: continue
      }
      append(contentsOf: text[start..<index])
      append(contentsOf: escape.description.utf8)
      start = index + 1
    }
    append(contentsOf: text[start...])
  }
}
