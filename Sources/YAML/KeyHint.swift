/// What to say of a key that does not belong where it stands.
package enum KeyHint: Sendable, ExpressibleByStringInterpolation {
  /// Other programs call these so.
  case means([String])
  /// What to do instead, in sentences.
  case advice(String)

  package init(stringLiteral text: String) { self = .advice(text) }

  /// In a mapping that may have the key that is meant as well.
  func text(in mapping: Node) -> String {
    switch self {
    case .advice(let text): text
    case .means(let names) where names.count == 1 && mapping.value(for: names[0]) != nil:
      "Delete this line: `\(names[0])` is there already."
    case .means(let names): "Did you mean \(names.map { "`\($0)`" }.joined(separator: " or "))?"
    }
  }
}
