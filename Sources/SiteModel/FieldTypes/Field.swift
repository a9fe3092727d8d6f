import Diagnostics
import YAML

/// One typed value that a kind's front matter may hold beside the common keys.
package struct Field: Sendable {
  package let name: String
  package let type: any FieldType
  /// One value or a list of them.
  package let isList: Bool
  package let isRequired: Bool

  package init(name: String, type: any FieldType, isList: Bool, isRequired: Bool) {
    self.name = name
    self.type = type
    self.isList = isList
    self.isRequired = isRequired
  }

  /// Its value in an article's front matter, as its type wants it.
  func read(_ node: Node, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard isList else { return type.read(node, name, into: &diagnostics) }
    guard node.kind == .sequence else {
      // One is a list of one: an editor need not know.
      return .list([type.read(node, name, into: &diagnostics)])
    }
    return .list(node.elements.map { type.read($0, name, into: &diagnostics) })
  }
}
