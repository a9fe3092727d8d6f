import Diagnostics
import Text
import YAML

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

  /// A file whose name says a language that the site has not, or not that way. `original` is the name of the file that it would
  /// translate; the languages are those of the site, and the original's as `language` says it.
  package static func wrongLanguage(
    _ code: String, of original: String, file: String, language: String, languages: [SiteLanguage]
  ) -> Diagnostic {
    let isOriginal = [language, LanguageCode.primary(of: language)].contains {
      $0.lowercased() == code.lowercased()
    }
    let meant = languages.dropFirst().first { $0.code == code.lowercased() }
    return .error(
      .badFileName, file: file, at: nil,
      isOriginal
        ? "The original of a text has no language in its file name."
        : meant == nil
          ? "`\(code)` is not a language of this site, so this translation is not published."
          : "This translation is not published, because of its name.",
      hint: isOriginal
        ? "Rename it to `\(original)`."
        : meant.map { "Rename it to `\($0.file(of: original))`." }
          ?? "Add the language to `languages` in `site.yaml`, such as `languages: {\(language): …, \(code): …}`."
    )
  }

  /// A translation gives a fact again; `place` says where the original has it.
  static func fact(_ name: String, again node: Node, of place: String) -> Diagnostic {
    .error(
      .translationFact, file: node.file, at: node.position,
      "A translation cannot have its own `\(name)`: it is what `\(place)` says, in every language.",
      hint: "Delete this line here. To change it for all languages, change the original.")
  }
}
