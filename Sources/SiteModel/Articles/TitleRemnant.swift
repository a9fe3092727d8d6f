import Text

/// What a title has from the name of a file, or from those who wrote it, and readers would see: `Kneecap pain (draft)`, `Copy of Kneecap
/// pain`, `Kneecap pain.md`.
enum TitleRemnant {
  /// What is too much, and the title without it; nil for most.
  static func find(in title: ArraySlice<UInt8>) -> (remnant: String, meant: String)? {
    guard let last = title.last,
      mayEnd(last) || title.first.map({ $0 | 0x20 == 0x63 || $0 | 0x20 == 0x6B }) ?? false
    else {
      return nil
    }
    let text = String(decoding: title, as: UTF8.self)
    guard let place = ending(of: text) ?? beginning(of: text) else { return nil }
    let meant = text.replacingCharacters(in: place)
    if meant.isEmpty { return nil }
    let isPlain = !meant.contains(": ") && !meant.contains(" #") && meant.first?.isLetter ?? false
    return (trimmed(String(text[place])), isPlain || meant.contains("\"") ? meant : "\"\(meant)\"")
  }

  /// `)`, a digit, and the last letters of the words below.
  private static func mayEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte &- 0x30 < 10
      || "yYdDfFaAeEtTxXlLkK".utf8.contains(byte)
  }

  private static func ending(of text: String) -> Range<String.Index>? {
    if let close = text.last, close == ")" || close == "]",
      let open = text.lastIndex(of: close == ")" ? "(" : "["), open > text.startIndex
    {
      let word = text[text.index(after: open)...].dropLast().lowercased()
      return isMark(word) ? open..<text.endIndex : nil
    }
    if let dot = text.lastIndex(of: "."), fileEndings.contains(text[text.index(after: dot)...].lowercased()),
      text[..<dot].last.map({ $0.isLetter || $0.isNumber || $0 == ")" }) ?? false
    {
      return dot..<text.endIndex
    }
    for dash in [" - ", " – ", " — ", "_", " "] {
      guard let place = text.range(ofLast: dash) else { continue }
      let word = text[place.upperBound...].lowercased()
      // Behind a space alone, only what is no word of a language.
      let isMark = dash == " " ? isVersion(word) : Self.isMark(word)
      if isMark { return place.lowerBound..<text.endIndex }
    }
    return nil
  }

  private static func beginning(of text: String) -> Range<String.Index>? {
    for words in ["Copy of ", "COPY OF ", "copy of ", "Copia de ", "Kopie von "] where text.hasPrefix(words) {
      let rest = text.dropFirst(words.count)
      // "Copy of your records" is a title.
      guard rest.first?.isUppercase ?? false else { return nil }
      return text.startIndex..<rest.startIndex
    }
    return nil
  }

  private static func isMark(_ word: String) -> Bool {
    marks.contains(word) || isVersion(word)
      || marks.contains { word.hasPrefix($0 + " ") && word.dropFirst($0.count + 1).allSatisfy(\.isNumber) }
  }

  /// `v2`, `v1.3`, `version 2`, `rev 3`.
  private static func isVersion(_ word: String) -> Bool {
    for name in ["version ", "versión ", "rev ", "rev. ", "v. ", "v"] where word.hasPrefix(name) {
      let number = word.dropFirst(name.count)
      return !number.isEmpty && number.first?.isNumber ?? false
        && number.allSatisfy { $0.isNumber || $0 == "." }
    }
    return false
  }

  private static let marks: Set = [
    "draft", "copy", "final", "final draft", "old", "wip", "unfinished", "to review", "for review",
    "do not publish",
    "borrador", "copia", "kopie", "entwurf",
  ]
  private static let fileEndings: Set = [
    "md", "markdown", "doc", "docx", "odt", "pdf", "txt", "html", "htm", "pages",
  ]

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, " -–—_".contains(last) { text.removeLast() }
    while let first = text.first, " -–—_".contains(first) { text.removeFirst() }
    return String(text)
  }
}

extension String {
  fileprivate func range(ofLast text: String) -> Range<Index>? {
    ranges(of: text).last
  }

  /// Without a part of it, and without the space that was around it.
  fileprivate func replacingCharacters(in part: Range<Index>) -> String {
    var rest = (self[..<part.lowerBound] + self[part.upperBound...])[...]
    while let last = rest.last, " -–—_".contains(last) { rest.removeLast() }
    while rest.first == " " { rest.removeFirst() }
    return String(rest)
  }
}
