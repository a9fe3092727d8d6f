/// Text broken into lines of a width, for drawings, which do not break it themselves.
enum WrappedText {
  /// Lines of at most `width`, in units of the type's size (2.5 is two and a half times the height of the type). A
  /// word longer than a line is cut.
  static func lines(_ text: String, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for word in text.split(whereSeparator: \.isWhitespace) {
      let length = Self.width(of: word)
      if !line.isEmpty, used + Self.width(of: " ") + length <= width {
        line += " \(word)"
        used += Self.width(of: " ") + length
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = ("", 0)
      for character in word {
        let step = Self.width(of: String(character))
        if used + step > width, !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += step
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// How wide a text is about, in units of the type's size: the widths of common sans-serif types, rounded up, since
  /// what draws it may have another type.
  static func width(of text: some StringProtocol) -> Double {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar {
      case "i", "j", "l", "I", "'", "’", ".", ",", ":", ";", "|", "!": sum + 0.27
      case " ", "f", "t", "r", "-", "(", ")", "/": sum + 0.34
      case "m", "w", "M", "W", "—", "→", "…", "%", "@": sum + 0.92
      case "A"..."Z": sum + 0.72
      case "a"..."z", "0"..."9": sum + 0.57
      default: sum + (scalar.value < 0x300 ? 0.6 : 1)
      }
    }
  }
}
