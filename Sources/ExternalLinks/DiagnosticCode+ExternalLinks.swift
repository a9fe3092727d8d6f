import Diagnostics

extension DiagnosticCode {
  /// Another site says that nothing is at the address any more (a warning).
  static let goneLink: DiagnosticCode = "gone-link"
  /// Another site says that the page has another address for good (a warning).
  static let movedLink: DiagnosticCode = "moved-link"
  /// Another site does not answer as a browser needs it (a warning).
  static let unreachableLink: DiagnosticCode = "unreachable-link"
}
