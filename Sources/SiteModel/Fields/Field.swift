import Diagnostics
import YAML

/// One typed value that a kind's front matter may hold beside the common keys. A class for the same reason as `Kind`.
package final class Field: Sendable {
  package let name: String
  package let type: any FieldType
  /// One value or a list of them.
  package let isList: Bool
  package let isRequired: Bool
  /// What it is for, in a sentence; nil for what `site.yaml` declares.
  package let description: String?
  /// What cards write before its value; nil for nothing.
  package let label: String?

  package init(
    name: String, type: any FieldType, isList: Bool = false, isRequired: Bool = false,
    description: String? = nil, label: String? = nil
  ) {
    self.name = name
    self.type = type
    self.isList = isList
    self.isRequired = isRequired
    self.description = description
    self.label = label
  }

  /// The same with another label.
  func labeled(_ label: String?) -> Field {
    label == self.label
      ? self
      : Field(
        name: name, type: type, isList: isList, isRequired: isRequired, description: description, label: label
      )
  }

  /// Whether it holds one day.
  package var isDay: Bool { type is DateType && !isList }

  /// Its value in an article's front matter, as its type wants it.
  func read(_ node: Node, into diagnostics: inout [Diagnostic]) -> FieldValue {
    guard isList else { return type.read(node, name, into: &diagnostics) }
    guard node.kind == .sequence else {
      // One is a list of one: an editor need not know.
      return .list([type.read(node, name, into: &diagnostics)])
    }
    return .list(node.elements.map { type.read($0, name, into: &diagnostics) })
  }

  /// What its value comes to when the whole site is known.
  package func complete(_ value: FieldValue, in site: inout some FieldSite) -> FieldValue {
    guard case .list(let entries) = value else { return type.complete(value, in: &site) }
    return .list(entries.map { type.complete($0, in: &site) })
  }

  /// Its value in words, for who compares two.
  package func words(of value: FieldValue) -> String {
    guard case .list(let entries) = value else { return type.words(of: value) }
    return entries.map { type.words(of: $0) }.joined(separator: "; ")
  }
}

extension Node {
  /// Tells of a value that is still the example of a draft.
  func warnOfSample(_ name: String, into diagnostics: inout [Diagnostic]) {
    diagnostics.append(
      .warning(
        .unfinishedText, file: file, at: position, "`\(name)` still has the sample text of a new article.",
        hint: "Write your own text."))
  }
}
