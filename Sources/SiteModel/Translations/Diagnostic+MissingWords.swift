import Diagnostics

extension Diagnostic {
  /// What readers of a language get in that of the original, since nobody has translated it: an error where the site requires it.
  package static func missingWords(
    _ what: String, file: String, at position: Position?, in language: SiteLanguage,
    from original: SiteLanguage, hint: String, isRequired: Bool
  ) -> Diagnostic {
    Diagnostic(
      isRequired ? .error : .warning, .translationMissing, file: file, at: position,
      "\(what) has no words in \(language.name), so readers get those in \(original.name).", hint: hint)
  }
}
