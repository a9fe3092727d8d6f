import Diagnostics

extension DiagnosticCode {
  /// The text is not YAML: a bracket or quote that is never closed, wrong indentation, a second document.
  public static let yamlSyntax: DiagnosticCode = "yaml-syntax"
  /// A tag (`!!str`, `!anything`): values are read as the schema wants them, so a tag can only mislead.
  public static let yamlTag: DiagnosticCode = "yaml-tag"
  /// More bytes, nodes or nesting than any file written by a person has, repetition by `*alias` included.
  public static let yamlTooLarge: DiagnosticCode = "yaml-too-large"
  /// A key that means nothing here, often a slip of the keyboard.
  public static let unknownKey: DiagnosticCode = "unknown-key"
  /// The same key twice in one mapping.
  public static let duplicateKey: DiagnosticCode = "duplicate-key"
  /// A key that has to be there and is not.
  public static let missingKey: DiagnosticCode = "missing-key"
  /// A value of another shape than its key wants: a text where a list belongs, a date that does not exist.
  public static let wrongType: DiagnosticCode = "wrong-type"
  /// A key with nothing behind it where something is needed.
  public static let emptyValue: DiagnosticCode = "empty-value"
}
