import Diagnostics
import Text
import YAML

/// Texts of front matter, settings, red flags and checkers that run a program wherever a template has browsers follow them: in fields, groups, lists and notes alike.
package enum ScriptText {
  /// Reports them, but for those of which something else was told, and those below a key that is looked at elsewhere.
  package static func report(
    in root: Node, besides key: String? = nil, from start: Int, into diagnostics: inout [Diagnostic]
  ) {
    var found: [(node: Node, scheme: String)] = []
    if let key, root.kind == .mapping {
      for entry in root.entries where entry.key.text != key { look(at: entry.value, &found) }
    } else {
      look(at: root, &found)
    }
    if found.isEmpty { return }
    let told = diagnostics[start...].compactMap(\.position)
    diagnostics += found.filter { !told.contains($0.node.position) }.map { node, scheme in
      .error(
        .unsafeLink, file: node.file, at: node.position,
        "This text starts with `\(scheme):`, which could run code in the reader's browser.",
        hint: "Write the address of a page, a file or another site.")
    }
  }

  private static func look(at node: Node, _ found: inout [(node: Node, scheme: String)]) {
    switch node.kind {
    case .scalar:
      if let scheme = UnsafeScheme.findScript(in: node.bytes) { found.append((node, scheme)) }
    case .sequence: for element in node.elements { look(at: element, &found) }
    case .mapping: for (_, value) in node.entries { look(at: value, &found) }
    }
  }
}
