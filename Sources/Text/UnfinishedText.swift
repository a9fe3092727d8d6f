import CBytes

/// Words that stand for a text which is still to be written: `TODO`, `TBD`, `TBC`, `FIXME`, `XXX`, `TKTK`, Lorem ipsum; those
/// with which the fields of word processors begin: `HYPERLINK`, `PAGEREF`, `ADDIN EN.CITE`; and what tells somebody to put
/// something there: `[insert …]`, `(insert phone number)`. Front matter, data files and articles look for the same.
package enum UnfinishedText {
  /// The first of the words in UTF-8 text. Most texts are only looked through for three capitals in a row.
  package static func first(in text: ArraySlice<UInt8>) -> Range<Int>? {
    guard mayHold(text) else { return nil }
    for i in text.indices {
      switch text[i] {
      case UInt8(ascii: "T"), UInt8(ascii: "F"), UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "l"),
        UInt8(ascii: "A"), UInt8(ascii: "H"), UInt8(ascii: "P"), UInt8(ascii: "M"), UInt8(ascii: "S"),
        UInt8(ascii: "R"), UInt8(ascii: "N"), UInt8(ascii: "I"), UInt8(ascii: "E"), UInt8(ascii: "D"),
        UInt8(ascii: "W"):
        if let end = end(of: i, in: text) { return i..<end }
      default: break
      }
    }
    return nil
  }

  /// Where the one ends that begins at `start` without a bracket; nil where none begins.
  private static func end(of start: Int, in text: ArraySlice<UInt8>) -> Int? {
    let rest = text[start...]
    let before = lastLead(in: text[..<start])
    // `[!TODO]` is the mark of another tool's callout.
    guard !isWord(before), before != UInt8(ascii: "!") else { return nil }
    // A field between braces is told of as such.
    let isBraced =
      text[..<start].suffix(24).last { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }
      == UInt8(ascii: "{")
    if !isBraced, let field = fields.first(where: { rest.starts(with: $0.utf8) }) {
      return start + field.utf8.count
    }
    for phrase in latin where rest.starts(with: phrase.utf8) { return start + phrase.utf8.count }
    guard let word = words.first(where: { rest.starts(with: $0.utf8) }) else { return nil }
    var end = start + word.utf8.count
    // However many there are of it: `XXXX`.
    if word == "XXX" { while end < text.endIndex, text[end] == UInt8(ascii: "X") { end += 1 } }
    let next = end < text.endIndex ? text[end] : 0x20
    guard !isWord(next) else { return nil }
    return word == "TODO" && isOfSpanish(text, start..<end) ? nil : end
  }

  /// Whether what stands between brackets tells somebody to put something there: `insert name of the clinic`.
  package static func isInstruction(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, instructionInitials.contains(first | 0x20) else { return false }
    let words = String(decoding: text.prefix(24), as: UTF8.self).lowercased()
    return instructions.contains {
      words.hasPrefix($0) && (words.dropFirst($0.count).first.map { !$0.isLetter } ?? true)
    }
  }

  private static let instructions = [
    "insert", "placeholder", "fill in", "fill me in", "citation needed", "source needed", "to be written",
    "to be added", "to be completed", "name of", "your name", "your clinic", "clinic name", "clinic phone",
    "clinic address", "clinic email", "phone number",
    "photo of", "picture of", "image of", "diagram of", "screenshot of",
  ]
  private static let instructionInitials = Set(instructions.compactMap(\.utf8.first))

  /// Whether what stands between square brackets is the name of what belongs there, and nothing else: `phone`, `Date`.
  package static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
    text.count < 12 && blanks.contains(Substring(String(decoding: text, as: UTF8.self).lowercased()))
  }

  /// Whether it is the name of what somebody has still to look up, as `source` in `(source?)` is. "(When?)" asks the reader.
  package static func isAsked(_ text: ArraySlice<UInt8>) -> Bool {
    text.count < 10 && asked.contains(String(decoding: text, as: UTF8.self).lowercased())
  }

  private static let asked: Set = [
    "source", "cite", "citation", "ref", "refs", "reference", "link", "date", "name", "number", "dose",
    "check",
    "correct", "spelling", "fuente", "cita", "fecha", "nombre", "dosis", "enlace",
  ]

  /// The same between round brackets, where a sentence may well begin with "insert": only what names a thing that every clinic
  /// fills in, or ends in "here".
  package static func isInstruction(inRoundBrackets text: ArraySlice<UInt8>) -> Bool {
    guard isInstruction(text) else { return false }
    let words = String(decoding: text, as: UTF8.self).lowercased().split { !$0.isLetter }
    guard words.first == "insert" || words.first == "fill" else { return true }
    return words.last == "here" || words.dropFirst().contains { blanks.contains($0) }
  }

  private static let blanks: Set<Substring> = [
    "?", "address", "cite", "citation", "clinic", "date", "diagram", "dose", "email", "hours", "image",
    "link", "mail", "name",
    "number",
    "phone", "photo", "picture", "price", "ref", "source", "telephone", "text", "time", "times", "url",
    "website",
  ]

  private static let words = [
    "TODO", "TBD", "TBC", "FIXME", "XXX", "TKTK", "HYPERLINK", "PAGEREF", "MERGEFIELD", "ADDIN", "DRAFT",
    "WIP",
    "DO NOT PUBLISH",
  ]
  /// What the fields of Word go on with; in Markdown their `\\*` is a star.
  private static let fields = [
    "MERGEFORMAT", "NUMPAGES", "TOC \\", "SEQ Figure", "SEQ Table", "SEQ Figura",
    "SEQ Tabla",
    "REF _Ref", "STYLEREF", "INCLUDEPICTURE", "FORMTEXT", "FORMCHECKBOX", "EMBED Equation", "X-NONE",
  ]
  private static let latin = ["Lorem ipsum", "LOREM IPSUM", "lorem ipsum"]

  /// "Todo" is Spanish and Portuguese for all: `TODO el mundo`, `TODO SOBRE LA CADERA`.
  private static func isOfSpanish(_ text: ArraySlice<UInt8>, _ word: Range<Int>) -> Bool {
    let behind = text[word.upperBound...]
    guard behind.first == 0x20 else { return false }
    let next = behind.dropFirst().prefix { isWord($0) }
    if next.count > 1, next.allSatisfy({ !(0x61...0x7A).contains($0) }) { return true }
    return followers.contains(String(decoding: next, as: UTF8.self))
  }

  private static let followers: Set = [
    "a", "al", "aquel", "cuanto", "de", "del", "e", "el", "en", "es", "esa", "ese", "eso", "esta", "este",
    "esto",
    "está", "la", "lo", "mi", "mundo", "no", "o", "os", "que", "se", "seu", "su", "tipo", "tu", "un", "uma",
    "va",
    "y",
  ]

  /// Whether there may be three capitals in a row, or the middle of "ipsum".
  package static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
    // The pointer is used only inside the closure.
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      // Sixteen bytes overlap with the next by two, so that no three are missed.
      while i < buffer.count {
        let end = min(i + 16, buffer.count)
        let found = SixteenBytes.first(in: buffer, i..<end) { bytes in
          let capitals = cbytes_within(bytes, UInt8(ascii: "A"), UInt8(ascii: "Z"))
          let psu =
            cbytes_equal(bytes, UInt8(ascii: "p")) & cbytes_equal(bytes, UInt8(ascii: "s")) >> 1
            & cbytes_equal(bytes, UInt8(ascii: "u")) >> 2
          return capitals & capitals >> 1 & capitals >> 2 | psu
        }
        if found < end { return true }
        i += 14
      }
      return false
    }
  }

  /// The first byte of the last character.
  private static func lastLead(in text: ArraySlice<UInt8>) -> UInt8 {
    text.last { $0 & 0xC0 != 0x80 } ?? 0x20
  }

  /// Letters and digits; the first byte of a character beyond ASCII counts as one, but for those of quotes and dashes.
  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || (0xC3..<0xE2).contains(byte)
      || byte == UInt8(ascii: "_")
  }
}

/// Single characters for several letters (the Unicode Standard, U+FB00 to U+FB06), which come along from a PDF.
package enum Ligature {
  /// The first one in UTF-8 text: where it begins, and its letters.
  package static func first(in bytes: ArraySlice<UInt8>) -> (offset: Int, letters: String)? {
    guard mayHold(bytes) else { return nil }
    for place in bytes.indices where bytes[place] == 0xEF {
      if let letters = letters(at: place, in: bytes) { return (place, letters) }
    }
    return nil
  }

  private static func mayHold(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { ByteSearch.first(0xEF, in: $0) != nil }
  }

  /// The letters of the one that begins at `place`, where 0xEF stands.
  private static func letters(at place: Int, in bytes: ArraySlice<UInt8>) -> String? {
    guard place + 2 < bytes.endIndex, bytes[place + 1] == 0xAC else { return nil }
    return letters(last: bytes[place + 2])
  }

  /// By the last of its three bytes, `EF AC 80` to `EF AC 86`.
  package static func letters(last byte: UInt8) -> String? {
    let names = ["ff", "fi", "fl", "ffi", "ffl", "ft", "st"]
    let number = Int(byte) - 0x80
    return names.indices.contains(number) ? names[number] : nil
  }
}
