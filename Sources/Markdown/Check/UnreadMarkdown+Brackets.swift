import Text

/// Links, pictures, citations and what else stands in brackets.
extension UnreadMarkdown {
  mutating func open(_ i: Int) -> Int {
    let next = at(i + 1)
    let end = firstIndex(of: "]", from: i)
    // Citations and footnotes are read, or reported, where they are written out.
    if next == UInt8(ascii: "@") { return (end ?? i) + 1 }
    if next == UInt8(ascii: "^") {
      let name = bytes[i + 2..<max(end ?? 0, i + 2)]
      noteFootnote(name, at: i)
      return (end ?? i) + 1
    }
    if let end, isSpace(next), case let inside = bytes[i + 1..<end].trimmed, let mark = inside.first {
      if mark == UInt8(ascii: "^"), inside.count > 1 {
        noteFootnote(inside.dropFirst(), isSpaced: true, at: i)
        return end + 1
      }
      if mark == UInt8(ascii: "@"), case let key = Array(inside.dropFirst()), !key.isEmpty,
        key.allSatisfy(\.isInKey), references.citation(key) == nil
      {
        note(.leftover(.unknownKey(key)), at: i)
        return end + 1
      }
    }
    let before = i > range.lowerBound ? bytes[i - 1] : 0
    if before == UInt8(ascii: "^"), let end {
      note(.leftover(.inlineNote), at: i - 1)
      return end + 1
    }
    if before == UInt8(ascii: "!"), let end, case let text = bytes[i + 1..<end],
      text.starts(with: "if ".utf8) || text.elementsEqual("endif".utf8)
    {
      if text.first == UInt8(ascii: "i") { note(.leftover(.officeTag), at: i - 1) }
      return end + 1
    }
    if before == UInt8(ascii: "!") {
      let address = address(after: i)
      note(.picture(address: address), at: i - 1)
      return address?.upperBound ?? i + 1
    }
    if next == UInt8(ascii: "[") {
      let name = bytes[i + 2..<max(end ?? 0, i + 2)]
      let isMark = name.first == UInt8(ascii: "@") || name.first == UInt8(ascii: "^")
      note(
        isMark
          ? .leftover(.doubleBrackets(Array(name)))
          : Self.isContents(name) ? .leftover(.contents) : .reference, at: i)
      return (end ?? i) + 1
    }
    let beginsLine = i == range.lowerBound ? edges.startsLine : at(i - 1) == 0x0A
    if beginsLine, ProseByte.isDigit(next), let end, MessageStamp.begins(bytes[i..<range.upperBound]) {
      if !hasStamp { note(.leftover(.messageStamp), at: i) }
      hasStamp = true
      return end + 1
    }
    if let end {
      let text = bytes[i + 1..<end]
      if before == UInt8(ascii: ")"), let (leftover, start) = swapped(i, text) {
        note(.leftover(leftover), at: start)
        return end + 1
      }
      if let (slip, next) = forumTag(text, at: i) {
        note(.leftover(.slip(slip)), at: i)
        return next
      }
      if let leftover = leftover(text, at: i) {
        // What ends a command was told with what begins it.
        if leftover == .command, text.first == UInt8(ascii: "/"), begins(text.dropFirst(), before: i) {
          return end + 1
        }
        if leftover != .box || !list.isTold(.box, until: edges.listEnd) { note(.leftover(leftover), at: i) }
        return end + 1
      }
      if Self.isKindAndID(text), case .article = references.link(to: Array(text)) {
        note(.reference, at: i)
        return end + 1
      }
      let first = text.prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") }
      var key = first.trimmed
      if key.first == UInt8(ascii: "@") { key = key.dropFirst() }
      if !key.isEmpty, key.count < 80, references.citation(Array(key)) != nil {
        note(.citation(Array(key)), at: i)
        return end + 1
      }
    }
    bracket = i
    return i + 1
  }

  /// `page:care`, the address of an article.
  private static func isKindAndID(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.count < 80, let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
      colon + 1 < text.endIndex
    else { return false }
    return text.allSatisfy {
      $0 &- 0x61 < 26 || ProseByte.isDigit($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ":")
    }
  }

  /// A footnote's mark with a space in it: at an end of the name, or between its words.
  private mutating func noteFootnote(_ name: ArraySlice<UInt8>, isSpaced: Bool = false, at i: Int) {
    guard isSpaced || name.contains(where: isSpace), !name.contains(UInt8(ascii: "[")) else { return }
    let words = name.trimmed
    if words.isEmpty { return }
    note(
      .leftover(
        words.contains(where: isSpace)
          ? .footnoteName(words.map { isSpace($0) ? UInt8(ascii: "-") : $0 })
          : .spacedFootnote(Array(words))), at: i)
  }

  /// What whole text in brackets was meant as.
  private func leftover(_ text: ArraySlice<UInt8>, at i: Int) -> Leftover? {
    if Self.isContents(text) { return .contents }
    let isLink = at(text.endIndex + 1) == UInt8(ascii: "(") || at(text.endIndex + 1) == UInt8(ascii: "[")
    if isLink { return nil }
    if OpenNumber.isSign(text),
      let unit = OpenNumber.unit(behind: text.endIndex + 1, in: bytes[..<range.upperBound])
    {
      return .unwritten(Array(bytes[i..<unit]))
    }
    if text.count == 1, text.first == 0x20 || text.first.map({ $0 | 0x20 }) == UInt8(ascii: "x") {
      let isFirst = i == range.lowerBound ? edges.startsLine || edges.startsItem : at(i - 1) == 0x0A
      let next = bytes[text.endIndex..<range.upperBound].dropFirst(2).prefix(20).first { !isSpace($0) } ?? 0
      let isText = next.isWordOfASCII || next >= 0x80 || [0x2A, 0x5B, 0x28].contains(next) || next == 0
      return isFirst && isSpace(at(text.endIndex + 1)) && isText ? .box : nil
    }
    if isNumber(text) {
      // The interval of a statistic.
      let isInterval = bytes[range.lowerBound..<i].suffix(3).elementsEqual("CI ".utf8)
      return isInterval ? nil : .numberInBrackets
    }
    // `[Figure 1 about here]`.
    let isPlace =
      text.count < 60 && ByteSearch.begins(text.suffix(5), with: " here")
      && text.first.map { $0 &- 0x41 < 26 } ?? false
    if isPlace || UnfinishedText.isInstruction(text) || UnfinishedText.isBlank(text) {
      return .unwritten([UInt8(ascii: "[")] + text + [UInt8(ascii: "]")])
    }
    if isCommentMark(text) { return .commentMark }
    if text.starts(with: "cid:".utf8) || Self.pictures.contains(where: { ByteSearch.begins(text, with: $0) })
    {
      return .lostPicture
    }
    if NamedCitation.isWhole(text) { return .foreignCitation }
    // `[if !supportLists]`, of which only the first half is told.
    if text.starts(with: "if !".utf8) || text.starts(with: "if gte ".utf8) { return .officeTag }
    return Self.isCommand(text) ? .command : nil
  }

  /// What stands between brackets where a program left a picture out.
  private static let pictures: [StaticString] = ["image: ", "photo: ", "picture: ", "imagen: ", "foto: "]

  /// `(text)[address]` and `!(text)[picture]`: where they begin.
  private func swapped(_ i: Int, _ address: ArraySlice<UInt8>) -> (Leftover, start: Int)? {
    guard let start = bytes[max(range.lowerBound, i - 200)..<i].lastIndex(of: UInt8(ascii: "(")) else {
      return nil
    }
    if start > range.lowerBound, bytes[start - 1] == UInt8(ascii: "!"), !address.contains(0x20),
      address.suffix(6).contains(UInt8(ascii: "."))
    {
      return (.swappedPicture, start - 1)
    }
    return isDestination(address) ? (.swappedLink, start) : nil
  }

  mutating func close(_ i: Int) -> Int {
    defer { bracket = nil }
    guard let start = bracket else {
      // Of a link whose text has an empty line in it.
      if at(i + 1) == UInt8(ascii: "("), let end = firstIndex(of: ")", from: i + 2),
        isDestination(bytes[i + 2..<end])
      {
        note(.link(address: i + 2..<end), at: i)
        return end
      }
      return i + 1
    }
    switch at(i + 1) {
    case UInt8(ascii: "("):
      let end = firstIndex(of: ")", from: i + 2)
      note(.link(address: end.map { i + 2..<$0 }), at: start)
      // What stands behind the bracket is its address, and is told with it.
      return end ?? (i + 2..<range.upperBound).first { isSpace(bytes[$0]) } ?? range.upperBound
    case UInt8(ascii: "[") where at(i + 2) != UInt8(ascii: "@") && at(i + 2) != UInt8(ascii: "^"):
      note(.reference, at: start)
      return (firstIndex(of: "]", from: i + 2) ?? i + 1) + 1
    case 0x20:
      guard at(i + 2) == UInt8(ascii: "("), let end = firstIndex(of: ")", from: i + 3),
        isDestination(bytes[i + 3..<end])
      else { return i + 1 }
      note(.gap, at: start)
      return end
    default: return i + 1
    }
  }

  /// Where the address of the picture whose `[` is at `i` stands.
  private func address(after i: Int) -> Range<Int>? {
    var close = firstIndex(of: "]", from: i)
    while let end = close, end - i < Self.reach {
      let start = end + (at(end + 1) == 0x20 ? 2 : 1)
      if at(start) == UInt8(ascii: "(") { return firstIndex(of: ")", from: start).map { start + 1..<$0 } }
      close = firstIndex(of: "]", from: end + 1)
    }
    return nil
  }

  /// Whether what stands between round brackets can hardly be anything but where a link leads.
  private func isDestination(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, !text.contains(0x20) else { return false }
    let isPath = first == UInt8(ascii: "#") || first == UInt8(ascii: "/") || text.starts(with: "../".utf8)
    return isPath || text.contains(UInt8(ascii: ":")) || text.suffix(3).elementsEqual(".md".utf8)
  }

  private func firstIndex(of scalar: Unicode.Scalar, from start: Int) -> Int? {
    let end = min(start + Self.reach, range.upperBound)
    return start < end ? TextScanner.first(UInt8(ascii: scalar), in: bytes, start..<end) : nil
  }

  // MARK: Citations

  /// An `@` with the key of a reference behind it, or within a mail address.
  mutating func mention(_ i: Int) -> Int {
    var end = i + 1
    while at(end).isInKey { end += 1 }
    // A full stop ends the sentence, not the key.
    while end > i + 1, [UInt8(ascii: "."), UInt8(ascii: ",")].contains(bytes[end - 1]) { end -= 1 }
    let key = Array(bytes[i + 1..<max(end, i + 1)])
    if let start = startOfMailAddress(i, key[...]) {
      note(.leftover(.mailAddress(Array(bytes[start..<end]))), at: start)
    } else if !key.isEmpty, !ProseByte.isLetter(at(i - 1)) {
      if references.citation(key) != nil {
        note(.citation(key), at: i)
      } else if bracket != nil || at(i - 1) == UInt8(ascii: "(") && at(end) == UInt8(ascii: ")"),
        Self.endsInYear(key[...])
      {
        note(.leftover(.unknownKey(key)), at: i)
      } else if isRequest(i, end) {
        note(.leftover(.colleague), at: i)
      }
    }
    return max(end, i + 1)
  }

  /// `@Ann can you check?`: a name that begins a sentence, and a question or request to whoever has it. What a clinic is called elsewhere
  /// ends its sentence: "Follow us at @clinic."
  private func isRequest(_ i: Int, _ end: Int) -> Bool {
    let before = bytes[range.lowerBound..<i].last { !isSpace($0) }
    guard before.map({ ".!?:(".utf8.contains($0) }) ?? edges.startsLine, at(i + 1).isLetterOfASCII else {
      return false
    }
    let words = bytes[end..<range.upperBound].drop { $0 == 0x20 || ",:-".utf8.contains($0) }
    return Self.requests.contains { ByteSearch.begins(words, with: $0) }
  }

  private static let requests: [StaticString] = [
    "can you", "can we", "could you", "could we", "would you", "please", "pls", "plz", "is this", "is that",
    "are these", "do we", "do you", "does this", "should we", "should this", "what ", "which ", "why ",
    "check ", "fix ", "review ", "update ", "see my ", "todo", "fyi", "thoughts", "ok?", "puedes", "podrías",
    "por favor", "revisa", "comprueba", "mira ",
  ]

  /// `griffin2016`, `lee1998b`: a name and the year of a work.
  private static func endsInYear(_ key: ArraySlice<UInt8>) -> Bool {
    let year = (key.last.map(ProseByte.isDigit) ?? true ? key : key.dropLast()).suffix(4)
    let isYear = year.starts(with: "19".utf8) || year.starts(with: "20".utf8)
    return isYear && year.count == 4 && year.allSatisfy(ProseByte.isDigit)
      && key[..<year.startIndex].last.map { !ProseByte.isDigit($0) } ?? false
  }

  private func startOfMailAddress(_ i: Int, _ domain: ArraySlice<UInt8>) -> Int? {
    guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), dot > domain.startIndex,
      case let ending = domain[(dot + 1)...], ending.count > 1, ending.allSatisfy(\.isLetterOfASCII),
      domain.allSatisfy({ $0.isWordOfASCII || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") })
    else { return nil }
    var start = i
    while start > range.lowerBound, i - start < 64, case let byte = bytes[start - 1],
      byte.isWordOfASCII || [0x2E, 0x5F, 0x25, 0x2B, 0x2D].contains(byte)
    {
      start -= 1
    }
    return start < i ? start : nil
  }
}

extension UInt8 {
  /// Goes on with the key of a reference in running text.
  fileprivate var isInKey: Bool {
    self &- 0x30 < 10 || (self | 0x20) &- 0x61 < 26
      || [UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ",")]
        .contains(self)
  }
}
