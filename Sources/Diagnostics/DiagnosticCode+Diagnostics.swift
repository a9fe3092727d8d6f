/// What more than one room reports.
extension DiagnosticCode {
  /// The body is longer than the site allows.
  package static let articleTooLarge: DiagnosticCode = "article-too-large"
  /// A character that nobody sees, or that is no text.
  package static let badCharacter: DiagnosticCode = "bad-character"
  /// An image without alternative text.
  package static let missingAlt: DiagnosticCode = "missing-alt"
  /// A link to a document in the cloud that visitors can perhaps not open (a warning).
  package static let privateLink: DiagnosticCode = "private-link"
  /// A text that is still to be written (a warning).
  package static let unfinishedText: DiagnosticCode = "unfinished-text"
  /// A link or image that would run a script or carry its content in the address.
  package static let unsafeLink: DiagnosticCode = "unsafe-link"
  /// A link that shows one telephone number or mail address and leads to another.
  package static let misleadingLink: DiagnosticCode = "misleading-link"
}
