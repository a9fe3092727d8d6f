/// Codes of languages (BCP 47).
package enum LanguageCode {
  /// The language without region or script, in small letters: `en` of `en-US`.
  package static func primary(of code: String) -> String { code.prefix { $0 != "-" }.lowercased() }
}
