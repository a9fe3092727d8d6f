import Diagnostics

@testable import YAML

/// What a test reads: the document and all that was reported.
func read(_ text: String, firstLine: Int = 1, limits: Limits = .standard) -> (YAMLDocument?, [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let document = YAMLDocument.parse(
    ArraySlice(Array(text.utf8)), file: "a.yaml", firstLine: firstLine, limits: limits, into: &diagnostics)
  return (document, diagnostics)
}

func fault(
  _ code: DiagnosticCode, _ line: Int, _ column: Int, _ message: String, hint: String? = nil
) -> Diagnostic {
  .error(code, file: "a.yaml", at: Position(line: line, column: column), message, hint: hint)
}

/// The tree in one line: `{key: value}`, `[one, two]`, scalars in `'` when they are not plain.
func outline(_ node: Node) -> String {
  switch node.kind {
  case .scalar: node.isPlain ? node.text : "'\(node.text)'"
  case .sequence: "[\(node.elements.map(outline).joined(separator: ", "))]"
  case .mapping:
    "{\(node.entries.map { "\(outline($0.key)): \(outline($0.value))" }.joined(separator: ", "))}"
  }
}
