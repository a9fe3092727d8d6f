/// Latin letters as the basic ones, for names of files: `über` is `uber`, `Größe` is `Grosse`.
package enum BasicLetters {
  /// `text` without the marks of its letters; letters of other scripts stay.
  package static func spelled(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in ComposedText.composed(text).unicodeScalars {
      let letter = ComposedText.parts(of: scalar).letter
      if (0x300...0x36F).contains(letter.value) { continue }
      if let spelling = special[letter] {
        out.append(contentsOf: spelling.unicodeScalars)
      } else {
        out.append(letter)
      }
    }
    return String(out)
  }

  /// Letters that are no basic one with a mark.
  private static let special: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "d",
    "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H", "ŧ": "t", "Ŧ": "T",
    "ŋ": "ng",
    "Ŋ": "Ng", "ſ": "s", "ĸ": "k", "ə": "e", "Ə": "E",
  ]
}

/// Names of files beside articles, which stand in addresses.
package enum FileName {
  /// The nearest name that needs no thought where it is written: basic Latin letters, digits, `.`, `_` and `-`.
  package static func plain(_ name: String) -> String {
    var out = ""
    for character in BasicLetters.spelled(name) {
      if character.isASCII, character.isLetter || character.isNumber || "._".contains(character) {
        if character == ".", out.hasSuffix("-") { out.removeLast() }
        out.append(character)
      } else if !out.isEmpty, !out.hasSuffix("-"), !out.hasSuffix(".") {
        out.append("-")
      }
    }
    return out.hasSuffix("-") ? String(out.dropLast()) : out
  }
}
