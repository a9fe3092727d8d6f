/// Letters beyond ASCII as the search compares them: small, those of the Latin and the Greek script without accents, those of the Arabic
/// and the Hebrew script without vowel signs and other marks, which few people write.
/// `search.js` folds what visitors type in the same way.
struct LetterFolding {
  /// What a scalar is in a word: nil when it is in none, empty when it is passed over.
  private var known: [UInt32: [UInt8]?] = [:]

  mutating func folded(_ scalar: Unicode.Scalar) -> [UInt8]? {
    if let found = known[scalar.value] { return found }
    let bytes = Self.find(scalar)
    known[scalar.value] = .some(bytes)
    return bytes
  }

  /// Scripts that are written without spaces: each of their characters is a word.
  static func isWholeWord(_ value: UInt32) -> Bool {
    (0x3041...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value)
      || (0x20000...0x3FFFF).contains(value)
  }

  /// What French, Italian and Catalan put before a word with an apostrophe, folded: `l'été` is found as `été`, and so typed. `search.js`
  /// has the same.
  static let elisions = [
    "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "presqu", "dell",
    "nell", "all", "sull", "dall", "quell", "un", "mezz",
  ]

  private static let elided = Set(elisions.map { Array($0.utf8) })

  /// Whether that is all of a word before its first apostrophe.
  static func isElision(_ folded: [UInt8]) -> Bool { folded.count <= 6 && elided.contains(folded) }

  private static func find(_ scalar: Unicode.Scalar) -> [UInt8]? {
    // Apostrophes and the soft hyphen: "runner’s" is found as "runners".
    if scalar.value == 0x2019 || scalar.value == 0x2BC || scalar.value == 0xAD { return [] }
    if scalar.value >= 0x591, scalar.value <= 0x8FF, isPassedOver(scalar.value) { return [] }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      break
    case .nonspacingMark:
      // The accents of Latin and Greek letters that are written apart.
      if (0x300...0x36F).contains(scalar.value) { return [] }
    case .spacingMark, .enclosingMark: break
    default: return nil
    }
    var out: [UInt8] = []
    for small in scalar.properties.lowercaseMapping.unicodeScalars
    where !(0x300...0x36F).contains(small.value) {
      out += special[small] ?? Array(String(withoutAccent(small)).utf8)
    }
    return out
  }

  /// A letter's name says what it is made of: `LATIN SMALL LETTER E WITH ACUTE`.
  private static func withoutAccent(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0xC0, let name = scalar.properties.name,
      let with = name.utf8.firstRange(of: " WITH ".utf8)
    else { return scalar }
    let base = String(name[..<with.lowerBound])
    if base.hasPrefix("LATIN SMALL LETTER "), let letter = base.unicodeScalars.last,
      base.utf8.count == "LATIN SMALL LETTER A".utf8.count,
      let small = Unicode.Scalar(letter.value | 0x20)
    {
      return small
    }
    if base.hasPrefix("GREEK SMALL LETTER ") {
      return (0x3B1...0x3C9).compactMap { Unicode.Scalar($0) }.first { $0.properties.name == base } ?? scalar
    }
    if base.hasPrefix("HEBREW LETTER ") {
      return (0x5D0...0x5EA).compactMap { Unicode.Scalar($0) }.first { $0.properties.name == base } ?? scalar
    }
    return scalar
  }

  /// Hebrew points and accents; Arabic vowel signs (tashkil), hamza and madda that are written apart, signs of the Koran, and the line
  /// that only stretches a word (tatweel).
  private static func isPassedOver(_ value: UInt32) -> Bool {
    switch value {
    case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: true
    case 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670: true
    case 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8, 0x6EA...0x6ED: true
    case 0x8CA...0x8E1, 0x8E3...0x8FF: true
    default: false
    }
  }

  private static let special: [Unicode.Scalar: [UInt8]] = [
    "ß": Array("ss".utf8), "æ": Array("ae".utf8), "œ": Array("oe".utf8), "ı": Array("i".utf8),
    "ς": Array("σ".utf8), "þ": Array("th".utf8), "ð": Array("d".utf8),
    // Arabic letters that are written with hamza or madda, as one character or two, and a Yiddish pair with its vowel.
    "\u{622}": Array("\u{627}".utf8), "\u{623}": Array("\u{627}".utf8), "\u{625}": Array("\u{627}".utf8),
    "\u{624}": Array("\u{648}".utf8), "\u{626}": Array("\u{64A}".utf8), "\u{6C0}": Array("\u{6D5}".utf8),
    "\u{6C2}": Array("\u{6C1}".utf8), "\u{6D3}": Array("\u{6D2}".utf8), "\u{FB1F}": Array("\u{5F2}".utf8),
  ]
}
