/// Codes of languages (BCP 47).
package enum LanguageCode {
  /// The language without region or script, in small letters: `en` of `en-US`.
  package static func primary(of code: String) -> String { code.prefix { $0 != "-" }.lowercased() }

  /// Whether a text has the shape of a tag (RFC 5646, section 2.1): subtags of letters and digits, the first a language.
  package static func isTag(_ text: String) -> Bool {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(subtags.first?.utf8.count ?? 0)
      && subtags.allSatisfy { subtag in
        (1...8).contains(subtag.utf8.count)
          && subtag.utf8.allSatisfy { $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 }
      }
  }

  /// Whether its script is written from right to left, as the likely script of each language has it (CLDR, `likelySubtags`).
  package static func isRightToLeft(_ code: String) -> Bool {
    let subtags = code.lowercased().split(separator: "-").map(String.init)
    if let script = subtags.dropFirst().first(where: { $0.utf8.count == 4 }) {
      return ["arab", "hebr", "thaa", "syrc", "nkoo", "adlm", "rohg"].contains(script)
    }
    return [
      "ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb", "syr", "arc", "nqo", "prs", "arz", "ary",
    ].contains(subtags.first ?? "")
  }
}
