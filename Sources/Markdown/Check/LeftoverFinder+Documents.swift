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
    let before = bytes[range.lowerBound..<i].suffix(16)
    let command = before.lastIndex(of: UInt8(ascii: "\\")).map { before[($0 + 1)...] }
    if let command,
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
    let goesOn = next == 0x20 && (at(end + 1) &- 0x61 < 26 || ProseByte.isDigit(at(end + 1)))
    let isAlone =
      before == UInt8(ascii: "(")
      ? next == UInt8(ascii: ")")
      : isSpace(before) && (goesOn || next == UInt8(ascii: ".") || next == UInt8(ascii: ","))
    if end - i > 1, isAlone { note(.unwritten(Array(bytes[i..<end])), i) }
    return end
  }

  static func mayBeginInstruction(_ byte: UInt8) -> Bool { "iItTpPcCfFsS".utf8.contains(byte) }

  /// `(insert phone number)`.
  mutating func instruction(_ i: Int) {
    guard Self.mayBeginInstruction(at(i + 1)), let end = index(of: UInt8(ascii: ")"), from: i, within: 80),
      UnfinishedText.isInstruction(inRoundBrackets: bytes[i + 1..<end])
    else { return }
    note(.unwritten(Array(bytes[i...end])), i)
  }
}
