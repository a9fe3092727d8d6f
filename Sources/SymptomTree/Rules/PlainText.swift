import Text

/// What a label or heading may be: it is shown as plain text and guides without telling what someone has.
package enum PlainText {
  /// What is wrong with a sentence of the tree, to be read after its name; nil when nothing is.
  package static func problem(in text: String) -> String? {
    if let problem = unshowable(text) { return problem }
    if holds("&", in: text), hasEntity(text) { return "contains HTML, but labels must be plain text." }
    if holds("%", in: text) || holds("percent", in: text) || holds("per cent", in: text) {
      return "contains a percentage, but the checker does not know how likely anything is."
    }
    if holds("diagnos", in: text) {
      return "mentions a diagnosis, but the checker guides and does not diagnose."
    }
    return nil
  }

  /// Whether a text holds `word`, which is in small basic Latin letters, in whatever case.
  private static func holds(_ word: StaticString, in text: String) -> Bool {
    word.withUTF8Buffer { word in
      let bytes = text.utf8
      var start = bytes.startIndex
      while let found = bytes[start...].firstIndex(where: { $0 | 0x20 == word[0] | 0x20 }) {
        start = bytes.index(after: found)
        let rest = bytes[found...].prefix(word.count)
        if rest.count == word.count, zip(rest, word).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) { return true }
      }
      return false
    }
  }

  /// What keeps a text from being shown at all.
  static func unshowable(_ text: String) -> String? {
    // A character has a byte at least.
    if text.utf8.count > TreeBounds.textLength, text.unicodeScalars.count > TreeBounds.textLength {
      return "is longer than \(TreeBounds.textLength) characters."
    }
    // Most texts are plain: nothing to be found among bytes means nothing to be looked for among characters.
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x3C || $0 == 0x3E || $0 >= 0x7F }) else {
      return nil
    }
    if text.utf8.contains(where: { $0 == 0x3C || $0 == 0x3E }) {
      return "contains `<` or `>`, but labels must be plain text without HTML."
    }
    let bytes = Array(text.utf8)
    // A line end is none in an article, and has no place in a label.
    let isHidden =
      bytes.contains { $0 < 0x20 } || HiddenCharacters.all(in: bytes[...]).contains { !$0.isSlight }
    return isHidden ? "contains an invisible character (a control character or a direction override)." : nil
  }

  /// The words, separated by single spaces.
  package static func words(in text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.joined(separator: " ")
  }

  /// Whether it matches `^/(?!/)[a-z0-9/_-]*(#[a-z0-9-]+)?$`.
  package static func isPath(_ url: String) -> Bool {
    func isWord(_ byte: UInt8) -> Bool {
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
    }
    let parts = url.utf8.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
    guard let path = parts.first, parts.count <= 2, path.first == UInt8(ascii: "/") else { return false }
    guard path.dropFirst().first != UInt8(ascii: "/") else { return false }
    guard path.allSatisfy({ isWord($0) || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "_") }) else {
      return false
    }
    return parts.count == 1 || (!parts[1].isEmpty && parts[1].allSatisfy(isWord))
  }

  /// `&amp;`, `&#160;`.
  private static func hasEntity(_ text: String) -> Bool {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let name = part.prefix { $0.isLetter || $0.isNumber || $0 == "#" }
      if !name.isEmpty, part.dropFirst(name.count).first == ";" { return true }
    }
    return false
  }
}
