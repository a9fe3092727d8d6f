import Text

/// What single words between brackets are.
extension UnreadMarkdown {
  /// `[a]`, right behind a word or the end of a sentence, or where a paragraph begins with the comment itself.
  func isCommentMark(_ text: ArraySlice<UInt8>) -> Bool {
    if isWordsCommentMark(text) { return true }
    // A formula such as `list[i]` uses later letters.
    guard text.count == 1, let letter = text.first, letter &- 0x61 < 8 else { return false }
    let start = text.startIndex - 1
    let next = at(text.endIndex + 1)
    if start == range.lowerBound ? edges.startsLine : at(start - 1) == 0x0A { return next &- 0x41 < 26 }
    let isBehindWord = at(start - 1).isLetterOfASCII && at(start - 2).isLetterOfASCII
    let isBehindMark = [0x2E, 0x2C, 0x3B, 0x3A, 0x21, 0x3F].contains(at(start - 1))
    return (isBehindWord || isBehindMark) && !ProseByte.isLetter(next)
  }

  /// `[AB1]`, the initials and number of a comment in Word, right behind a word or behind `Commented`.
  private func isWordsCommentMark(_ text: ArraySlice<UInt8>) -> Bool {
    let initials = text.prefix { $0 &- 0x41 < 26 }
    let number = text[initials.endIndex...]
    guard (2...3).contains(initials.count), (1...3).contains(number.count),
      number.allSatisfy(ProseByte.isDigit)
    else {
      return false
    }
    let before = bytes[range.lowerBound..<text.startIndex - 1]
    let isTitle = ["Commented ", "Comment "].contains { title in
      before.suffix(title.utf8.count).elementsEqual(title.utf8)
        && (before.count == title.utf8.count || before.dropLast(title.utf8.count).last == 0x0A)
    }
    return isTitle || !before.isEmpty && !isSpace(before.last ?? 0x20) && before.last != UInt8(ascii: "(")
  }

  /// `[b]words[/b]`, as forums write bold words: what to write, and where it ends.
  func forumTag(_ name: ArraySlice<UInt8>, at i: Int) -> (TextSlip, end: Int)? {
    guard name.count == 1, let letter = name.first, "bisu".utf8.contains(letter | 0x20),
      case let rest = bytes[(name.endIndex + 1)..<min(name.endIndex + Self.reach, range.upperBound)],
      let end = ByteSearch.first([UInt8(ascii: "["), UInt8(ascii: "/"), letter, UInt8(ascii: "]")], in: rest)
    else { return nil }
    return (.forumTag(letter | 0x20, Array(rest[..<end.lowerBound])), end.upperBound)
  }

  /// Whether the command that ends here begins in the same text.
  func begins(_ name: ArraySlice<UInt8>, before i: Int) -> Bool {
    ByteSearch.first([UInt8(ascii: "[")] + name, in: bytes[range.lowerBound..<i].suffix(Self.reach)) != nil
  }

  static func isContents(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count < 20, (text.first ?? 0) | 0x20 == UInt8(ascii: "t") || text.first == UInt8(ascii: "_")
    else { return false }
    let name = String(decoding: text, as: UTF8.self).lowercased()
    return name == "toc" || name == "_toc_" || name == "table of contents"
  }

  /// `1`, `1, 2`, `3-5`.
  func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first.map(ProseByte.isDigit) ?? false, text.first != UInt8(ascii: "0"),
      text.last.map(ProseByte.isDigit) ?? false
    else {
      return false
    }
    var digits = 0
    for byte in text {
      digits = ProseByte.isDigit(byte) ? digits + 1 : 0
      let isSign = byte == UInt8(ascii: ",") || byte == UInt8(ascii: "-") || byte == 0x20 || byte >= 0x80
      if digits > 3 || digits == 0 && !isSign { return false }
    }
    return true
  }

  /// A command of WordPress, `[gallery ids="1"]`, or of a forum, `[b]…[/b]`.
  static func isCommand(_ text: ArraySlice<UInt8>) -> Bool {
    let isEnd = text.first == UInt8(ascii: "/")
    let name = text.dropFirst(isEnd ? 1 : 0).prefix {
      $0.isWordOfASCII || $0 == 0x5F || $0 == UInt8(ascii: "-")
    }
    guard let first = name.first, first.isLetterOfASCII, first >= 0x61 else { return false }
    let rest = text[name.endIndex...]
    if isEnd { return rest.isEmpty }
    let word = String(decoding: name, as: UTF8.self)
    let isAssigned = rest.first == 0x20 && rest.contains(UInt8(ascii: "="))
    if rest.isEmpty || isAssigned && commands.contains(word) { return commands.contains(word) }
    if rest.first == UInt8(ascii: "=") { return forumCommands.contains(word) }
    guard rest.first == 0x20, name.count > 2, let sign = rest.firstIndex(of: UInt8(ascii: "=")) else {
      return false
    }
    let value = rest[(sign + 1)...].first ?? 0
    return rest[..<sign].dropFirst().allSatisfy { $0.isWordOfASCII || $0 == 0x5F || $0 == 0x2D }
      && (value == UInt8(ascii: "\"") || value == UInt8(ascii: "'") || value == 0xE2)
  }

  private static let commands: Set = [
    "audio", "caption", "embed", "gallery", "playlist", "video", "contact-form", "contact-form-7", "toggle",
  ]
  private static let forumCommands: Set = ["color", "font", "img", "quote", "size", "url"]
}
