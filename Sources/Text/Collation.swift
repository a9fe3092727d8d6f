/// The order of words in a language, from tables of ours: never the machine's locale.
///
/// Source: the root collation of CLDR (Unicode Technical Standard 35, part 5) and its tailorings (`common/collation`), reduced to what titles
/// need: white space, marks, digits, then letters; first the letters, then their marks, then small before capital.
package struct Collation: Sendable {
  /// Letters with a place of their own in the language, by letter or pair of letters in small: the place.
  private let own: [String: UInt8]
  /// Letters that differ from another only where all else is the same: the other.
  private let variants: [Unicode.Scalar: Unicode.Scalar]
  /// The order of marks in the language, as far as it is not the root's.
  private let marks: [UInt32: UInt8]
  private let hasPairs: Bool
  /// Whether a basic letter has another place than in English.
  private let movesBasic: Bool
  private let capitalsFirst: Bool

  /// `language` is a code of BCP 47; one without rules of its own has those of the root.
  package init(language: String) {
    let primary = LanguageCode.primary(of: language)
    var own: [String: UInt8] = [:]
    var variants: [Unicode.Scalar: Unicode.Scalar] = [:]
    var marks: [UInt32: UInt8] = [:]
    for chain in (Self.rules[primary] ?? "").split(separator: " ") {
      let scalars = Array(chain.unicodeScalars)
      if scalars.count == 3, scalars[1] == "~" {
        variants[scalars[2]] = scalars[0]
        continue
      }
      // A chain of marks, which have no letter to stand on.
      if chain.utf8.first == UInt8(ascii: "<") {
        for mark in scalars where mark != "<" { marks[mark.value] = UInt8(marks.count + 2) }
        continue
      }
      let steps = chain.split(separator: "<")
      guard let first = steps.first?.utf8.first else { continue }
      for (step, letters) in steps.enumerated() {
        for letter in letters.split(separator: "=") {
          if step == 0, letter.utf8.count == 1 { continue }
          own[String(letter)] = Self.place(of: first) + UInt8(truncatingIfNeeded: step)
        }
      }
    }
    (self.own, self.variants, self.marks) = (own, variants, marks)
    hasPairs = own.keys.contains { $0.unicodeScalars.count > 1 }
    movesBasic = own.keys.contains { $0.utf8.count == 1 } || variants.keys.contains { $0.isASCII }
    capitalsFirst = primary == "da"
  }

  /// A letter, those that follow it one after another, and with `=` those that share a place; `i~y` is a y that counts as an i until all
  /// else is the same; a chain without a letter is the order of marks.
  private static let rules: [String: String] = [
    "sv": "y=ü z<å<ä=æ<ö=ø", "fi": "y=ü z<å<ä=æ<ö=ø", "da": "y=ü z<æ=ä<ø=ö<å=aa", "nb": "y=ü z<æ=ä<ø=ö<å=aa",
    "no": "y=ü z<æ=ä<ø=ö<å=aa", "nn": "y=ü z<æ=ä<ø=ö<å=aa", "fo": "d<ð z<æ=ä<ø=ö<å",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ=ä<ö=ø<å",
    "es": "n<ñ", "gl": "n<ñ", "eu": "n<ñ", "tl": "n<ñ", "fil": "n<ñ",
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "cs": "c<č h<ch r<ř s<š z<ž", "sk": "a<ä c<č h<ch o<ô s<š z<ž", "sl": "c<č<ć d<đ s<š z<ž",
    "hr": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž", "bs": "c<č<ć d<dž<đ l<lj n<nj s<š z<ž",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü", "az": "c<ç e<ə g<ğ h<ı o<ö s<ş u<ü", "ro": "a<ă<â i<î s<ș=ş t<ț=ţ",
    "hu": "c<cs d<dz g<gy l<ly n<ny o<ö=ő s<sz t<ty u<ü=ű z<zs", "et": "s<š<z<ž w<õ<ä<ö<ü",
    "lt": "c<č i~y s<š z<ž",
    "vi": "a<ă<â d<đ e<ê o<ô<ơ u<ư <\u{300}<\u{309}<\u{303}<\u{301}<\u{323}",
    "lv": "c<č g<ģ k<ķ l<ļ n<ņ r<ŗ s<š z<ž", "sq": "c<ç d<dh e<ë g<gj l<ll n<nj r<rr s<sh t<th x<xh z<zh",
    "eo": "c<ĉ g<ĝ h<ĥ j<ĵ s<ŝ u<ŭ",
  ]

  /// Bytes that stand in the order of their texts.
  package func key(of text: [UInt8]) -> [UInt8] {
    var key = Key()
    key.letters.reserveCapacity(text.count * 2 + 2)
    if !hasPairs, !movesBasic, text.allSatisfy({ $0 < 0x80 }) {
      for byte in text { key.append(place: Self.place(of: byte), of: byte) }
      return key.bytes(capitalsFirst)
    }
    let scalars = Array(ComposedText.composed(String(decoding: text, as: UTF8.self)).unicodeScalars)
    var at = 0
    while at < scalars.count {
      let small = scalars[at].properties.lowercaseMapping
      let isCapital = small != String(scalars[at])
      if hasPairs, at + 1 < scalars.count,
        let place = own[small + scalars[at + 1].properties.lowercaseMapping]
      {
        key.append([place], marks: [], isCapital: isCapital)
        at += 2
        continue
      }
      at += 1
      if let place = own[small] {
        key.append([place], marks: [], isCapital: isCapital)
        continue
      }
      for scalar in small.unicodeScalars { append(scalar, isCapital, to: &key) }
    }
    return key.bytes(capitalsFirst)
  }

  private func append(_ small: Unicode.Scalar, _ isCapital: Bool, to key: inout Key) {
    // й is a letter of its own, whatever marks it is made of.
    var (letter, marks) = small == "й" ? (small, []) : ComposedText.parts(of: small)
    // ấ is an â with a mark.
    if marks.count > 1, let place = place(of: letter, &marks) {
      return key.append([place], marks: marks.map(weight), isCapital: isCapital)
    }
    if let other = variants[letter] {
      letter = other
      marks.insert(Self.variant, at: 0)
    }
    if let spelling = Self.ligatures[letter] {
      for part in spelling.utf8 {
        key.append([Self.place(of: part)], marks: [weight(Self.ligature)], isCapital: isCapital)
      }
      return
    }
    if let base = Self.struck[letter] {
      letter = base
      marks.insert(Self.stroke, at: 0)
    }
    if letter.value < 0x80 {
      let byte = UInt8(letter.value)
      let places = Self.isMark(byte) ? [Self.place(of: byte), byte] : [Self.place(of: byte)]
      key.append(places, marks: marks.map(weight), isCapital: isCapital)
    } else if letter.properties.isAlphabetic {
      key.append(
        [Self.otherLetter] + Array(String(letter).utf8), marks: marks.map(weight), isCapital: isCapital)
    } else {
      key.append(
        [letter.properties.isWhitespace ? Self.space : Self.mark] + Array(String(letter).utf8),
        marks: marks.map(weight),
        isCapital: false)
    }
  }

  /// The place of a letter with one of its marks, which is taken out of them; nil where the language has none for it.
  private func place(of letter: Unicode.Scalar, _ marks: inout [UInt32]) -> UInt8? {
    for (number, mark) in marks.enumerated() {
      guard let scalar = Unicode.Scalar(mark) else { continue }
      let joined = ComposedText.composed(String(String.UnicodeScalarView([letter, scalar])))
      guard let place = own[joined] else { continue }
      marks.remove(at: number)
      return place
    }
    return nil
  }

  /// What a mark counts, from 2.
  private func weight(_ mark: UInt32) -> UInt8 {
    marks[mark] ?? UInt8(truncatingIfNeeded: mark & 0x7F) + 2
  }

  /// What the parts of a text come to: its letters, then their marks, then their capitals.
  private struct Key {
    var letters: [UInt8] = []
    private var marks: [UInt8] = []
    private var capitals: [UInt8] = []
    private var hasMarks = false
    private var hasCapitals = false

    mutating func append(place: UInt8, of byte: UInt8) {
      letters.append(place)
      if Collation.isMark(byte) { letters.append(byte) }
      marks.append(1)
      let isCapital = byte &- 0x41 < 26
      capitals.append(isCapital ? 1 : 0)
      hasCapitals = hasCapitals || isCapital
    }

    mutating func append(_ places: [UInt8], marks more: [UInt8], isCapital: Bool) {
      letters += places
      marks.append(1)
      marks += more
      capitals.append(isCapital ? 1 : 0)
      hasMarks = hasMarks || !more.isEmpty
      hasCapitals = hasCapitals || isCapital
    }

    func bytes(_ capitalsFirst: Bool) -> [UInt8] {
      var out = letters
      out.append(0)
      if hasMarks { out += marks }
      out.append(0)
      if hasCapitals || capitalsFirst { out += capitals.map { 1 + (capitalsFirst ? 1 - $0 : $0) } }
      return out
    }
  }

  // Places, from 1: white space, other marks, digits, letters of the Latin script, of others.
  private static let space: UInt8 = 2
  private static let mark: UInt8 = 3
  private static let otherLetter: UInt8 = 0xF0
  /// Between two letters there is room for four.
  private static let step: UInt8 = 5

  private static func place(of byte: UInt8) -> UInt8 {
    let letter = (byte | 0x20) &- 0x61
    if letter < 26 { return 0x30 + letter * step }
    if byte &- 0x30 < 10 { return 0x10 + (byte - 0x30) }
    return byte <= 0x20 ? space : mark
  }

  /// Whether a character of ASCII shares its place with others.
  private static func isMark(_ byte: UInt8) -> Bool { byte > 0x20 && place(of: byte) == mark }

  /// Marks that Unicode does not write apart.
  private static let stroke: UInt32 = 0x338
  private static let ligature: UInt32 = 0x35C
  private static let variant: UInt32 = 0x35D

  private static let struck: [Unicode.Scalar: Unicode.Scalar] = [
    "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ŧ": "t", "ı": "i", "ŋ": "n", "ſ": "s",
  ]
  private static let ligatures: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ĳ": "ij",
  ]
}
