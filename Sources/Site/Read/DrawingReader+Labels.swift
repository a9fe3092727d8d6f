/// What a drawing says in words.
extension DrawingReader {
  /// SVG 2, sections 11.2 and 5.7.
  static let textElements: Set<String> = ["text", "title", "desc"]

  mutating func addLine(_ range: Range<Int>) {
    var range = range
    while let first = range.first, Self.isSpace(bytes[first]) { range.removeFirst() }
    while let last = range.last, Self.isSpace(bytes[last]) { range.removeLast() }
    if !range.isEmpty { lines.append(range) }
  }

  mutating func endLabel(of name: String) {
    addLabel(lines, isAlwaysShown: name == "text" || place == .page)
    lines = []
  }

  mutating func addLabel(_ lines: [Range<Int>], isAlwaysShown: Bool) {
    let text = lines.map { DrawingLabel.plain(words(in: $0)) }.joined(separator: DrawingLabel.separator)
    let label = DrawingLabel(text: text, lines: lines, isAlwaysShown: isAlwaysShown)
    if !lines.isEmpty, label.hasWords { labels.append(label) }
  }

  /// What was read before, with its references as the characters they stand for.
  private mutating func words(in range: Range<Int>) -> String {
    let end = at
    defer { at = end }
    var words = ""
    at = range.lowerBound
    while at < range.upperBound {
      let start = at
      while at < range.upperBound, bytes[at] != UInt8(ascii: "&") { at += 1 }
      words += text(start..<at)
      guard at < range.upperBound, let scalar = try? readReference() else { break }
      words.unicodeScalars.append(scalar)
    }
    return words
  }
}
