import Diagnostics

extension DiagnosticCode {
  /// The text is not YAML: a bracket or quote that is never closed, wrong indentation, a second document.
  package static let yamlSyntax: DiagnosticCode = "yaml-syntax"
  /// A tag (`!!str`, `!anything`): values are read as the schema wants them, so a tag can only mislead.
  package static let yamlTag: DiagnosticCode = "yaml-tag"
  /// More bytes, nodes or nesting than any file written by a person has, repetition by `*alias` included.
  package static let yamlTooLarge: DiagnosticCode = "yaml-too-large"
  /// A key that means nothing here, often a slip of the keyboard.
  package static let unknownKey: DiagnosticCode = "unknown-key"
  /// The same key twice in one mapping.
  package static let duplicateKey: DiagnosticCode = "duplicate-key"
  /// A key that has to be there and is not.
  package static let missingKey: DiagnosticCode = "missing-key"
  /// A value of another shape than its key wants: a text where a list belongs, a date that does not exist.
  package static let wrongType: DiagnosticCode = "wrong-type"
  /// A key with nothing behind it where something is needed.
  package static let emptyValue: DiagnosticCode = "empty-value"
  /// A value that is read otherwise than it can be meant (a warning).
  package static let doubtfulValue: DiagnosticCode = "doubtful-value"
}
