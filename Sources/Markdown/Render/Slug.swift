import Text

/// A heading's identifier by the rule that GitHub uses, so that links to it work in both places: lower case,
/// spaces to hyphens, punctuation removed.
enum Slug {
  /// Prefixes of the identifiers that a page makes itself.
  private static let ownPrefixes = ["ref-", "cite-", "fn-", "fnref-", "emergency-"]

  /// `source` is the heading as written: a dash that is not in it was typed as hyphens, which GitHub keeps.
  static func make(_ text: [UInt8], source: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var isASCII = true
    for byte in text {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        out.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): out.append(byte | 0x20)
      case 0x20: out.append(UInt8(ascii: "-"))
      case 0x80...0xFF: isASCII = false
      default: break
      }
    }
    if !isASCII { out = unicode(text, source: source) }
    if out.isEmpty { out = Array("section".utf8) }
    return isOwn(out) ? Array("section-".utf8) + out : out
  }

  private static func unicode(_ text: [UInt8], source: ArraySlice<UInt8>) -> [UInt8] {
    let typed = String(decoding: source, as: UTF8.self).unicodeScalars
    let hasDash = typed.contains("\u{2013}") || typed.contains("\u{2014}")
    var out = String.UnicodeScalarView()
    for scalar in String(decoding: ComposedText.composed(text), as: UTF8.self).unicodeScalars {
      switch scalar {
      case " ": out.append("-")
      case "-": out.append("-")
      case "\u{2013}" where !hasDash: out.append(contentsOf: "--".unicodeScalars)
      case "\u{2014}" where !hasDash: out.append(contentsOf: "---".unicodeScalars)
      default:
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .nonspacingMark,
          .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
          out.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
        default: break
        }
      }
    }
    return Array(String(out).utf8)
  }

  /// Whether a heading's slug looks like an identifier that the page makes: `ref-1`, `cite-1-2`.
  private static func isOwn(_ slug: [UInt8]) -> Bool {
    ownPrefixes.contains { prefix in
      slug.starts(with: prefix.utf8)
        && slug.dropFirst(prefix.utf8.count).allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    }
  }
}
