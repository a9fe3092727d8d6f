import Text

/// How much a fault matters: an error keeps the site from being published, a warning does not.
package enum Severity: String, Hashable, Sendable {
  case error
  case warning
}

/// One fault, written for the person who can mend it: what is wrong, where, and what would be right.
package struct Diagnostic: Hashable, Sendable {
  package var severity: Severity
  package var code: DiagnosticCode
  /// Relative to the source folder, with `/` between names; nil when the fault belongs to no file.
  package var file: String?
  /// Nil when the fault belongs to the file as a whole.
  package var position: Position?
  package var message: String
  package var hint: String?
  /// Another file that has to change, or to be there, for this fault and all others that name it to go; nil for a fault that is
  /// mended where it stands. What is wrong with one such file is told once (`SharedCauses`).
  package var cause: String?
  /// Files whose own errors may be all that is behind this fault, which is then not told (`Premises`).
  package var restsOn: [String]

  package init(
    _ severity: Severity, _ code: DiagnosticCode, file: String?, at position: Position?,
    _ message: String, hint: String? = nil, cause: String? = nil, restsOn: [String] = []
  ) {
    self.cause = cause
    self.restsOn = restsOn
    self.severity = severity
    self.code = code
    self.file = file
    self.position = position
    self.message = LongQuote.cut(in: message)
    self.hint = hint.map { LongQuote.cut(in: $0) }
  }

  package static func error(
    _ code: DiagnosticCode, file: String?, at position: Position?, _ message: String, hint: String? = nil,
    cause: String? = nil, restsOn: [String] = []
  ) -> Diagnostic {
    Diagnostic(.error, code, file: file, at: position, message, hint: hint, cause: cause, restsOn: restsOn)
  }

  package static func warning(
    _ code: DiagnosticCode, file: String?, at position: Position?, _ message: String, hint: String? = nil,
    restsOn: [String] = []
  ) -> Diagnostic {
    Diagnostic(.warning, code, file: file, at: position, message, hint: hint, restsOn: restsOn)
  }
}

extension Diagnostic: Comparable {
  /// By file, place, then code, so that a report reads the same whatever order the faults were found in.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    // Compared one by one: a tuple of copies took most of the time of a long report.
    if left.file != right.file { return (left.file ?? "") < (right.file ?? "") }
    if left.position != right.position {
      let none = Position(line: 0, column: 0)
      return (left.position ?? none) < (right.position ?? none)
    }
    return left.isBeforeAtOnePlace(right)
  }

  /// Whether it comes before another fault of the same file and place.
  package func isBeforeAtOnePlace(_ other: Diagnostic) -> Bool {
    code == other.code ? message < other.message : code < other.code
  }
}

extension [Diagnostic] {
  /// How many of them are errors.
  package var errors: Int { count { $0.severity == .error } }
}
