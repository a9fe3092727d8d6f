import Diagnostics
import Text
import YAML

/// How the fields of a kind are translated.
extension Field {
  /// The value of a translation: its own words, and all else from the original's `value`, which stands at `original`. `root` is the
  /// mapping that lacks a `node`; words that are missing are an error unless `isOptional`.
  func translated(
    _ value: FieldValue, _ original: YAML.Node?, by node: YAML.Node?, in root: YAML.Node, isOptional: Bool,
    into diagnostics: inout [Diagnostic]
  ) -> FieldValue {
    guard type.holdsWords else {
      if let node {
        let place = original.map { "\($0.file):\($0.position.line)" } ?? "the original"
        diagnostics.append(.fact(name, again: node, of: place))
      }
      return value
    }
    if case .none = value {
      if let node {
        diagnostics.append(
          .error(
            .translationFact, file: node.file, at: node.position,
            "The original has no `\(name)`, so its translation cannot have one.",
            hint: "Delete it here, or write it in the original, too."))
      }
      return .none
    }
    guard let node else {
      if isOptional { return FrontMatterKey.fields.contains { $0 === self } ? .none : value }
      if hasNoWords { return value }
      // Of a group that holds numbers alone, no words are missing.
      if type.lacksWords(value) { return value }
      diagnostics.append(
        .error(
          .translationMissing, file: root.file, at: root.position,
          "The original has `\(name)`\(Self.place(original)), and this translation does not.",
          hint: "Add `\(name):` with the words of the original in this language."))
      return value
    }
    guard case .list(let values) = value else {
      return checked(type.translated(value, original, by: node, name, into: &diagnostics), node, &diagnostics)
    }
    let own = node.kind == .sequence ? Array(node.elements) : [node]
    let theirs = original.map { $0.kind == .sequence ? Array($0.elements) : [$0] } ?? []
    if own.count != values.count {
      diagnostics.append(
        .error(
          .translationMissing, file: node.file, at: node.position,
          "`\(name)` has \(own.count) \(own.count == 1 ? "text" : "texts") here and \(values.count) in the original\(Self.place(original)).",
          hint: "Write one for each of the original's, in the same order."))
    }
    return .list(
      values.enumerated().map { number, value in
        guard number < own.count else { return value }
        return type.translated(
          value, number < theirs.count ? theirs[number] : nil, by: own[number], name, into: &diagnostics)
      })
  }

  /// Whether it holds how much and how long: words beside quantities are facts, too.
  package var isDose: Bool { type.fields.contains { $0.type is RangeType || $0.type is DurationType } }

  private static func place(_ original: YAML.Node?) -> String {
    original.map { " (`\($0.file):\($0.position.line)`)" } ?? ""
  }
}

extension FieldType {
  /// Whether its values hold words that readers of another language need in that.
  package var holdsWords: Bool { false }

  package var schemaOfWords: Schema? { holdsWords ? schema : nil }

  /// One value in the words of a translation; what is no word comes from the original's value.
  package func translated(
    _ value: FieldValue, _ original: YAML.Node?, by node: YAML.Node, _ name: String,
    into diagnostics: inout [Diagnostic]
  ) -> FieldValue { value }

  package func lacksWords(_ value: FieldValue) -> Bool { false }
}
