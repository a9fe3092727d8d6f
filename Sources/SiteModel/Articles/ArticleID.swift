import Text

/// The name by which an article is known: its file's stem, `^[a-z0-9]+(-[a-z0-9]+)*$`.
package enum ArticleID {
  package static func isValid(_ bytes: some Collection<UInt8>) -> Bool {
    var previousIsHyphen = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        previousIsHyphen = false
      case UInt8(ascii: "-") where !previousIsHyphen: previousIsHyphen = true
      default: return false
      }
    }
    return !previousIsHyphen
  }

  /// The nearest id to a file name that is none: small letters, with hyphens for the rest.
  package static func nearest(to stem: String) -> String {
    var out = ""
    for character in BasicLetters.spelled(stem).lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        out.append(character)
      } else if !out.isEmpty, !out.hasSuffix("-") {
        out.append("-")
      }
    }
    return out.hasSuffix("-") ? String(out.dropLast()) : out
  }
}
