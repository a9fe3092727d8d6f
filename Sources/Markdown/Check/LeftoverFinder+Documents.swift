import Text

/// What comes along from documents of word processors, from programs for literature and from messages.
extension LeftoverFinder {
  /// `{ REF _Ref1 \\h }`. Those with `HYPERLINK` and the like are found by their words, which may stand without braces.
  static func isFieldCode(_ inside: ArraySlice<UInt8>) -> Bool {
    let words = inside.drop { $0 == 0x20 }
    let name = words.prefix(while: \.isLetterOfASCII)
    let next = words[name.endIndex...].first ?? 0x20
    return next == 0x20 && fields.contains(String(decoding: name, as: UTF8.self))
  }

  private static let fields: Set = [
    "DATE", "EMBED", "FORMCHECKBOX", "FORMTEXT", "INCLUDEPICTURE", "NOTEREF", "NUMPAGES", "PAGE", "QUOTE",
    "REF",
    "SEQ", "STYLEREF", "SYMBOL", "TIME", "TOC", "XE",
  ]

  /// `{Griffin, 2016 #12}` as EndNote writes it before it formats a text, `\\cite{griffin2016}`, `{Formatting Citation}`.
  func isForeignCitation(_ inside: ArraySlice<UInt8>, at i: Int) -> Bool {
    if let command = command(before: i),
      command.starts(with: "cite".utf8) || command.starts(with: "textcite".utf8)
        || command.starts(with: "parencite".utf8)
    {
      return true
    }
    if inside.elementsEqual("Formatting Citation".utf8) { return true }
    guard let number = inside.lastIndex(of: UInt8(ascii: "#")), inside.contains(UInt8(ascii: ",")) else {
      return false
    }
    let digits = inside[(number + 1)...]
    return !digits.isEmpty && digits.allSatisfy { ProseByte.isDigit($0) || $0 == UInt8(ascii: ";") }
  }

  /// `textbf` of `\\textbf{`.
  func command(before i: Int) -> ArraySlice<UInt8>? {
    let before = bytes[range.lowerBound..<i].suffix(16)
    return before.lastIndex(of: UInt8(ascii: "\\")).map { before[($0 + 1)...] }
  }

  /// `<o:p>`, `<w:br>`: no tag of HTML has a colon in its name.
  mutating func officeTag(_ i: Int) {
    // Its hyphens have become a dash.
    if at(i + 1) == UInt8(ascii: "!"), at(i + 2) == 0xE2, at(i + 3) == 0x80,
      at(i + 4) & 0xFE == 0x92 || at(i + 4) == 0x94
    {
      return note(.openComment, i)
    }
    let name = bytes[i + 1..<range.upperBound].prefix(4).prefix(while: \.isWordOfASCII)
    let kinds = ["o", "v", "w", "m", "st1"]
    guard at(name.endIndex) == UInt8(ascii: ":"), at(name.endIndex + 1).isLetterOfASCII,
      kinds.contains(where: { name.elementsEqual($0.utf8) }),
      index(of: UInt8(ascii: ">"), from: i, within: 200) != nil
    else { return }
    note(.officeTag, i)
  }

  /// `Click or tap here to enter text.`, as empty fields of forms say.
  mutating func prompt(_ i: Int) {
    let text = bytes[i..<range.upperBound]
    for words in ["Click or tap", "Click here to enter"] where text.starts(with: words.utf8) {
      let end = text.firstIndex { [0x0A, 0x2E].contains($0) } ?? text.endIndex
      let prompt = text[..<end].prefix(60)
      if ByteSearch.first(Array(" enter".utf8), in: prompt) != nil { note(.unwritten(Array(prompt)), i) }
    }
  }

  /// `for ?? weeks`, `(???)`: a number that has yet to be looked up. Some languages put a space before a question mark.
  mutating func questionMarks(_ i: Int) -> Int {
    var end = i
    while at(end) == UInt8(ascii: "?") { end += 1 }
    let before = i > range.lowerBound ? bytes[i - 1] : edges.startsLine ? 0x20 : 0
    let next = at(end)
    if end - i == 1, next == UInt8(ascii: ")"),
      let bracket = bytes[range.lowerBound..<i].suffix(12).lastIndex(of: UInt8(ascii: "(")),
      UnfinishedText.isAsked(bytes[(bracket + 1)..<i])
    {
      note(.unwritten(Array(bytes[bracket...end])), bracket)
    }
    let goesOn = next == 0x20 && (at(end + 1) &- 0x61 < 26 || ProseByte.isDigit(at(end + 1)))
    let isAlone =
      before == UInt8(ascii: "(")
      ? next == UInt8(ascii: ")")
      : isSpace(before) && (goesOn || next == UInt8(ascii: ".") || next == UInt8(ascii: ","))
    if end - i > 1, isAlone { note(.unwritten(Array(bytes[i..<end])), i) }
    return end
  }

  /// Or a citation, which begins with a name.
  static func mayBeginInstruction(_ byte: UInt8) -> Bool {
    byte &- 0x41 < 26 || byte == 0xC3 || byte &- 0x61 < 26 && initials & 1 << UInt32(byte &- 0x61) != 0
  }

  /// The small letters among them, one bit for each of the alphabet.
  private static let initials = "itpcfsedv".utf8.reduce(UInt32(0)) { $0 | 1 << UInt32($1 - 0x61) }

  /// Whether a `(` may begin one. Nearly every article has links, and their addresses, which hold no space, are no text.
  static func mayHoldInstruction(_ source: [UInt8], _ pairs: BytePairs) -> Bool {
    guard pairs.has(UInt8(ascii: "("), before: { mayBeginInstruction($0) || ProseByte.isDigit($0) }) else {
      return false
    }
    var from = 0
    while let place = TextScanner.first(UInt8(ascii: "("), in: source, from..<source.count) {
      from = place + 1
      guard from < source.count,
        mayBeginInstruction(source[from])
          || ProseByte.isDigit(source[from])
            && (TypedCitation(in: source[from...].prefix(TypedCitation.reach)) != nil
              || NamedCitation.mayBeNarrative(source[from...]))
      else { continue }
      let isAddress =
        place > 1 && source[place - 1] == UInt8(ascii: "]") && source[place - 2] != UInt8(ascii: "\\")
        && source[from...].prefix(300).first { $0 <= 0x20 || $0 == UInt8(ascii: ")") } == UInt8(ascii: ")")
      if !isAddress { return true }
    }
    return false
  }

  /// `It helps (1, 2).`
  mutating func typedCitation(_ i: Int) {
    if NamedCitation.isNarrative(bytes[range.lowerBound..<i], bytes[(i + 1)..<range.upperBound]) {
      return note(.foreignCitation, i)
    }
    guard let citation = TypedCitation(in: bytes[i + 1..<range.upperBound].prefix(TypedCitation.reach)),
      citation.isBehindClaim(bytes[range.lowerBound..<i]), [0, 0x0A, 0x2E].contains(at(citation.end))
    else { return }
    for place in typedCitation.add(citation, at: i, in: edges.block) {
      note(.leftover(.numberInParentheses), place.start, in: place.block)
    }
  }

  /// `(insert phone number)`.
  mutating func instruction(_ i: Int) {
    guard Self.mayBeginInstruction(at(i + 1)),
      let end = index(of: UInt8(ascii: ")"), from: i, within: NamedCitation.reach)
    else {
      return
    }
    if NamedCitation.isWhole(bytes[i + 1..<end]) { return note(.foreignCitation, i) }
    guard UnfinishedText.isInstruction(inRoundBrackets: bytes[i + 1..<end]) else { return }
    note(.unwritten(Array(bytes[i...end])), i)
  }

  /// U+3010, a dagger, U+3011.
  mutating func chatbotCitation(_ i: Int) -> Int {
    let text = bytes[i..<range.upperBound].prefix(60)
    guard text.starts(with: "\u{3010}".utf8), let end = ByteSearch.first(Array("\u{3011}".utf8), in: text),
      ByteSearch.first(Array("\u{2020}".utf8), in: text[..<end.lowerBound]) != nil
    else { return i + 3 }
    note(.foreignCitation, i)
    return end.upperBound
  }
}
