import Diagnostics

/// A fault at a byte of a template; `Diagnostic` once its line and column are counted.
package struct Fault: Hashable, Sendable {
  package var code: DiagnosticCode
  package var offset: Int
  package var message: String
  package var hint: String?
}

extension Fault {
  /// The diagnostics of all `faults` of one source, each once, in the order they stand in the file. One pass
  /// over the bytes, however many faults there are.
  package static func diagnostics(of faults: some Sequence<Fault>, in source: TemplateSource) -> [Diagnostic]
  {
    var inOrder: [Fault] = []
    for fault in faults.sorted(by: { $0.offset < $1.offset }) {
      // Equal ones have one offset, which few others have.
      let isThere = inOrder.reversed().prefix { $0.offset == fault.offset }.contains(fault)
      if !isThere { inOrder.append(fault) }
    }
    var cursor = PositionCursor(source.bytes)
    return inOrder.map { fault in
      .error(
        fault.code, file: source.file, at: source.place ?? cursor.position(ofByte: fault.offset),
        fault.message,
        hint: fault.hint)
    }
  }
}
