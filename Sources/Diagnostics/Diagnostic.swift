/// How much a fault matters: an error keeps the site from being published, a warning does not.
public enum Severity: String, Hashable, Sendable {
  case error
  case warning
}

/// One fault, written for the person who can mend it: what is wrong, where, and what would be right.
public struct Diagnostic: Hashable, Sendable {
  public var severity: Severity
  public var code: DiagnosticCode
  /// Relative to the source folder, with `/` between names; nil when the fault belongs to no file.
  public var file: String?
  /// Nil when the fault belongs to the file as a whole.
  public var position: Position?
  public var message: String
  public var hint: String?

  public init(
    _ severity: Severity, _ code: DiagnosticCode, file: String?, at position: Position?,
    _ message: String, hint: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.position = position
    self.message = message
    self.hint = hint
  }

  public static func error(
    _ code: DiagnosticCode, file: String?, at position: Position?, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, code, file: file, at: position, message, hint: hint)
  }

  public static func warning(
    _ code: DiagnosticCode, file: String?, at position: Position?, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, code, file: file, at: position, message, hint: hint)
  }
}

extension Diagnostic: Comparable {
  /// By file, place, then code, so that a report reads the same whatever order the faults were found in.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    func key(_ one: Diagnostic) -> (String, Position, DiagnosticCode, String) {
      (one.file ?? "", one.position ?? Position(line: 0, column: 0), one.code, one.message)
    }
    return key(left) < key(right)
  }
}
