import Diagnostics
import Text

/// One YAML 1.1 document as libyaml's events give it: a tree of texts with positions. No scalar is ever turned into
/// a number, boolean, date or null here; whoever reads a node says what it ought to be.
package struct YAMLDocument: Sendable {
  let storage: Storage

  /// Parses one document.
  ///
  /// `file` names it in diagnostics; `firstLine` is the line of the file on which `bytes` begins (front matter starts
  /// at line 2), so that positions are those of the original file. Nil when the text cannot be read as a tree
  /// (`yaml-syntax`, `yaml-tag`, `yaml-too-large`). A key given twice (`duplicate-key`) or that is not a text
  /// (`wrong-type`) is reported and the tree returned all the same, so that its other faults can be found too;
  /// of equal keys the first counts. `keepsEnds` is for who changes the file: nodes then know where they end and what
  /// aliases stand for.
  package static func parse(
    _ bytes: ArraySlice<UInt8>, file: String, firstLine: Int = 1, limits: Limits = .standard,
    keepsEnds: Bool = false, into diagnostics: inout [Diagnostic]
  ) -> YAMLDocument? {
    var source = bytes
    if source.starts(with: [0xEF, 0xBB, 0xBF] as [UInt8]) { source = source.dropFirst(3) }
    guard source.count <= limits.bytes else {
      diagnostics.append(
        .error(
          .yamlTooLarge, file: file, at: Position(line: firstLine, column: 1),
          "This file has \(source.count) bytes; the limit is \(limits.bytes)."))
      return nil
    }
    if firstLine == 1, let foreign = ForeignFile(source) {
      diagnostics.append(
        .error(
          .yamlSyntax, file: file, at: Position(line: firstLine, column: 1), foreign.message,
          hint: foreign.hint))
      return nil
    }
    // Escapes of JSON; in YAML there are none.
    let pairs = file.hasSuffix(".json") ? SurrogatePairs(joiningIn: &source) : nil
    let storage = source.withUnsafeBufferPointer { buffer in
      var builder = TreeBuilder(
        source: buffer, file: file, firstLine: firstLine, limits: limits, pairs: pairs)
      builder.keepsEnds = keepsEnds
      let storage = builder.build()
      diagnostics += builder.diagnostics
      return storage
    }
    return storage.map(YAMLDocument.init)
  }

  /// Every node, in the order in which they begin.
  package var nodes: some RandomAccessCollection<Node> {
    storage.records.indices.lazy.map { [storage] in Node(storage: storage, index: $0) }
  }

  /// The outermost node; nil when the document is empty (nothing, or only blank lines and comments).
  package var root: Node? { storage.records.isEmpty ? nil : Node(storage: storage, index: 0) }
}
