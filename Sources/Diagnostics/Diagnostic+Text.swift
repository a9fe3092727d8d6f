extension Diagnostic {
  /// The fault as a person reads it in a terminal: a line that names it, the source line with a caret below
  /// the column, and the hint. `sourceLine` is the text of the line that `position` names, without its end.
  package func text(sourceLine: String?, color: Bool) -> String {
    guard let sourceLine, let position else { return text(excerpt: nil, color: color) }
    let bytes = Array(sourceLine.utf8)
    var (place, column) = (0, 1)
    while column < position.column, place < bytes.count {
      place = SourceExcerpts.next(bytes, place, bytes.count)
      column += 1
    }
    return text(
      excerpt: SourceExcerpts.excerpt(bytes, 0..<bytes.count, at: place, column: column), color: color)
  }

  /// The same with what stands around the place.
  package func text(excerpt: SourceExcerpts.Excerpt?, color: Bool) -> String {
    func paint(_ code: String, _ text: String) -> String { color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
    let label = severity == .error ? paint("1;31", "error") : paint("1;33", "warning")
    var out = ""
    if let file {
      out += Self.printable(file)
      if let position { out += ":\(position.line):\(position.column)" }
      out += ": "
    }
    out += "\(label): \(Self.printable(message)) [\(code.rawValue)]\n"
    if let excerpt, let position {
      let gutter = "\(position.line)"
      let margin = String(repeating: " ", count: gutter.count)
      let (prefix, suffix) = (excerpt.isCutBefore ? "…" : "", excerpt.isCutAfter ? "…" : "")
      let indent = String(repeating: " ", count: excerpt.caret + prefix.count)
      out += " \(gutter) | \(prefix)\(excerpt.text)\(suffix)\n \(margin) | \(indent)\(paint("1;32", "^"))\n"
    }
    if let hint { out += "  \(paint("1", "hint")): \(Self.printable(hint))\n" }
    return out
  }

  /// `text` without control characters and direction overrides, so that a file's content can neither move
  /// the cursor nor dress one message up as another.
  package static func printable(_ text: String) -> String {
    // None of them is written without one of these bytes, and most texts have none.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
    if isPlain { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09: out.append(" ")
      case 0x00..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: out.append("\u{FFFD}")
      default: out.append(scalar)
      }
    }
    return String(out)
  }
}
