import Text

extension RecordWriter {
  package mutating func diagnostics(_ diagnostics: [Diagnostic]) {
    number(diagnostics.count)
    for diagnostic in diagnostics {
      number(diagnostic.severity == .error ? 0 : 1)
      text(diagnostic.code.rawValue)
      optional(diagnostic.file)
      position(diagnostic.position)
      text(diagnostic.message)
      optional(diagnostic.hint)
      optional(diagnostic.cause)
    }
  }

  package mutating func position(_ position: Position?) {
    number(position?.line ?? 0)
    number(position?.column ?? 0)
  }
}

extension RecordReader {
  package mutating func diagnostics() -> [Diagnostic]? {
    guard let count = number() else { return nil }
    var diagnostics: [Diagnostic] = []
    for _ in 0..<count {
      guard let severity = number(), let code = text(), let file = optional(), let position = position(),
        let message = text(), let hint = optional(), let cause = optional()
      else { return nil }
      diagnostics.append(
        Diagnostic(
          severity == 0 ? .error : .warning, DiagnosticCode(rawValue: code), file: file, at: position,
          message, hint: hint, cause: cause))
    }
    return diagnostics
  }

  /// Nil for what cannot be read; a nil inside for no place.
  package mutating func position() -> Position?? {
    guard let line = number(), let column = number() else { return nil }
    return .some(line > 0 ? Position(line: line, column: column) : nil)
  }
}
