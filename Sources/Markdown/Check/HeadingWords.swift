import Text

/// The words of headings of other documents, as a heading here has them.
enum HeadingWords {
  /// Without the number of another document, and in small letters where all are capitals: `3. EXERCISES` is `Exercises`.
  static func plain(_ title: ArraySlice<UInt8>) -> String {
    let number = title.prefix { ProseByte.isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ")") }
    let rest = title[number.endIndex...]
    let isNumbered = rest.first == 0x20 && number.contains { !ProseByte.isDigit($0) }
    let words = isNumbered ? rest.trimmed : title
    return isCapitals(words) ? inSmallLetters(words) : String(decoding: words, as: UTF8.self)
  }

  /// Whether a text has capitals, in more than one word or one that is no abbreviation, and no small letters.
  static func isCapitals(_ text: ArraySlice<UInt8>) -> Bool {
    var (letters, words, isInWord) = (0, 0, false)
    var last: UInt8 = 0
    for byte in text {
      if byte &- 0x61 < 26 || last == 0xC3 && byte >= 0xA0 { return false }
      let isLetter = byte &- 0x41 < 26 || byte == 0xC3
      if isLetter { letters += 1 }
      if byte == 0x20 || byte == UInt8(ascii: "-") {
        isInWord = false
      } else if isLetter, !isInWord {
        (words, isInWord) = (words + 1, true)
      }
      last = byte
    }
    return words > 1 ? letters > 5 : letters > 6
  }

  private static func inSmallLetters(_ text: ArraySlice<UInt8>) -> String {
    let words = text.split(separator: 0x20).enumerated().map { place, word in
      let word = String(decoding: word, as: UTF8.self)
      let letters = word.filter(\.isLetter)
      let hasVowel = letters.contains { "AEIOUYÁÉÍÓÚ".contains($0) }
      if abbreviations.contains(letters) || !hasVowel && letters.count > 1 { return word }
      return place == 0 ? word.prefix(1) + word.dropFirst().lowercased() : word.lowercased()
    }
    return words.joined(separator: " ")
  }

  private static let abbreviations: Set = [
    "ACL", "PCL", "MCL", "LCL", "MRI", "CT", "ITB", "AC", "SI", "TENS", "RICE", "NSAID", "NSAIDS", "DOMS",
    "UK",
    "USA", "OA", "RA", "I",
  ]

  /// Whether the title of a heading, behind its number, is one that documents divide into.
  static func namesSection(_ text: ArraySlice<UInt8>) -> Bool {
    let number = text.prefix { ProseByte.isDigit($0) || ". )".utf8.contains($0) }
    return asks(text) || sections.contains { ByteSearch.begins(text[number.endIndex...], with: $0) }
  }

  private static let sections: [StaticString] = [
    "introduction", "overview", "background", "definition", "anatomy", "causes", "symptoms", "signs",
    "diagnosis",
    "treatment", "exercises", "prevention", "prognosis", "summary", "conclusion", "references",
    "risk factors",
    "recovery", "about ", "introducci\u{F3}n", "causas", "s\u{ED}ntomas", "tratamiento", "ejercicios",
  ]

  /// Whether a question begins as one that a heading asks.
  static func asks(_ text: ArraySlice<UInt8>) -> Bool {
    let number = text.prefix { ProseByte.isDigit($0) || ". )¿".utf8.contains($0) }
    return questions.contains { ByteSearch.begins(text[number.endIndex...], with: $0) }
  }

  private static let questions: [StaticString] = [
    "what ", "what\u{2019}s ", "why ", "how ", "when ", "where ", "who ", "which ", "qu\u{E9} ",
    "por qu\u{E9} ",
    "c\u{F3}mo ", "cu\u{E1}ndo ", "cu\u{E1}nto ",
  ]
}
