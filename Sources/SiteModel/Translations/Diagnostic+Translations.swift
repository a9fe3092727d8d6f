import Diagnostics
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

  /// A translation gives a fact again; `place` says where the original has it.
  static func fact(_ name: String, again node: Node, of place: String) -> Diagnostic {
    .error(
      .translationFact, file: node.file, at: node.position,
      "A translation cannot have its own `\(name)`: it is what `\(place)` says, in every language.",
      hint: "Delete this line here. To change it for all languages, change the original.")
  }
}
