/// What a label or heading may be: it is shown as plain text and guides without telling what someone has.
enum PlainText {
  /// What is wrong with a sentence of the tree, to be read after its name; nil when nothing is.
  static func problem(in text: String) -> String? {
    if let problem = unshowable(text) { return problem }
    let lower = text.lowercased()
    if hasEntity(lower) { return "holds HTML; labels are plain text." }
    if lower.contains("%") || words(in: lower).contains("percent") || lower.contains("per cent") {
      return "holds a percentage; the checker does not know how likely anything is."
    }
    if lower.contains("diagnos") { return "speaks of a diagnosis; the checker guides and does not diagnose." }
    return nil
  }

  /// What keeps a text from being shown at all.
  static func unshowable(_ text: String) -> String? {
    if text.unicodeScalars.count > TreeBounds.textLength {
      return "is longer than \(TreeBounds.textLength) characters."
    }
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3C, 0x3E: return "holds `<` or `>`; labels are plain text without HTML."
      case 0x00..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x061C:
        return "holds a character that cannot be seen (control or direction override)."
      default: break
      }
    }
    return nil
  }

  /// The words, separated by single spaces.
  static func words(in text: String) -> String {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }.joined(separator: " ")
  }

  /// Whether it matches `^/(?!/)[a-z0-9/_-]*(#[a-z0-9-]+)?$`.
  static func isPath(_ url: String) -> Bool {
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

  /// A phone number in a text: seven digits or more with nothing but spaces and `-.()+/` between them, or one of those
  /// that the care levels declare.
  static func phone(in text: String, known: [String]) -> String? {
    let separators = Set<Character>(" -.()+/\u{A0}\u{2011}")
    let declared = Set(known.map { $0.filter(\.isNumber) }.filter { $0.count >= 3 })
    var run = ""
    for character in text + "x" {
      if character.isNumber || (separators.contains(character) && !run.isEmpty) {
        run.append(character)
        continue
      }
      while let last = run.last, separators.contains(last) { run.removeLast() }
      let digits = run.filter(\.isNumber)
      if digits.count >= 7 || declared.contains(digits) { return run }
      run = ""
    }
    return nil
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
