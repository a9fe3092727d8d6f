extension Diagnostic {
  /// The fault as a person reads it in a terminal: a line that names it, the source line with a caret below
  /// the column, and the hint. `sourceLine` is the text of the line that `position` names, without its end.
  package func text(sourceLine: String?, color: Bool) -> String {
    func paint(_ code: String, _ text: String) -> String { color ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
    let label = severity == .error ? paint("1;31", "error") : paint("1;33", "warning")
    var out = ""
    if let file {
      out += Self.printable(file)
      if let position { out += ":\(position.line):\(position.column)" }
      out += ": "
    }
    out += "\(label): \(Self.printable(message)) [\(code.rawValue)]\n"
    if let sourceLine, let position {
      out += excerpt(of: sourceLine, at: position, caret: paint("1;32", "^"))
    }
    if let hint { out += "  \(paint("1", "hint")): \(Self.printable(hint))\n" }
    return out
  }

  /// The source line and a caret. A long line is cut to a window around the column.
  private func excerpt(of sourceLine: String, at position: Position, caret: String) -> String {
    let width = 100
    let scalars = Array(sourceLine.unicodeScalars)
    let column = min(max(position.column, 1), scalars.count + 1)
    let first = column > width - 10 ? column - width / 2 : 1
    let last = min(scalars.count, first + width - 1)
    var shown = ""
    if first <= last { for scalar in scalars[(first - 1)..<last] { shown.unicodeScalars.append(scalar) } }
    let prefix = first > 1 ? "…" : ""
    let suffix = last < scalars.count ? "…" : ""
    let gutter = "\(position.line)"
    let margin = String(repeating: " ", count: gutter.count)
    let indent = String(repeating: " ", count: column - first + prefix.count)
    return " \(gutter) | \(prefix)\(Self.printable(shown))\(suffix)\n \(margin) | \(indent)\(caret)\n"
  }

  /// `text` without control characters and direction overrides, so that a file's content can neither move
  /// the cursor nor dress one message up as another.
  package static func printable(_ text: String) -> String {
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
