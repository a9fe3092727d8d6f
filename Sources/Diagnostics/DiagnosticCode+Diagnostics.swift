/// What more than one room reports.
extension DiagnosticCode {
  /// The body is longer than the site allows.
  package static let articleTooLarge: DiagnosticCode = "article-too-large"
  /// A character that nobody sees, or that is no text.
  package static let badCharacter: DiagnosticCode = "bad-character"
  /// An image without alternative text.
  package static let missingAlt: DiagnosticCode = "missing-alt"
}
