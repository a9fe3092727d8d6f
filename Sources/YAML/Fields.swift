import Diagnostics
import Text

/// A mapping read against the keys that may stand in it.
package struct Fields: Sendable {
  /// The mapping.
  package let node: Node
  private let keys: KnownKeys
  /// The value of each known key, in the order of `keys.names`.
  private var values: [Node?]
  /// The known keys that misspelt ones were meant to be.
  private var misspelt: Set<String> = []

  /// Nil, with `wrong-type` or `empty-value` reported, when `node` is not a mapping. Each key that is not known is
  /// reported (`unknown-key`) with the nearest known one. `name` is what a message calls the mapping: its key, or
  /// words such as "front matter".
  package init?(
    _ node: Node, named name: String, allowing keys: KnownKeys, into diagnostics: inout [Diagnostic]
  ) {
    guard node.kind == .mapping else {
      if node.isNull {
        diagnostics.append(
          .error(
            .emptyValue, file: node.file, at: node.position, "`\(name)` is empty.",
            hint: name.contains(" ")
              ? nil : "Write its keys below it, each with two more spaces in front, or delete it."))
      } else {
        node.reportWrongType(
          name, mustBe: "a mapping (`key: value` lines)",
          hint: name.contains(" ") ? nil : Self.hint(keys.names), into: &diagnostics)
      }
      return nil
    }
    self.node = node
    self.keys = keys
    values = Array(repeating: nil, count: keys.names.count)
    var before: (index: Int, key: Node, value: Node)?
    for (key, value) in node.entries where key.kind == .scalar {
      if let index = keys.index(of: key.bytes) {
        before = (index, key, value)
        if values[index] == nil { values[index] = value }
      } else if value.isNull, let (index, name, start) = before, Self.isCut(start, before: key) {
        values[index] = nil
        before = nil
        let text = "\(start.text), \(key.text)"
        let (first, rest) = (start.text.last?.isNumber == true, key.text.first?.isNumber == true)
        let isNumber = first && rest && key.position.column == start.position.column + start.text.count + 1
        diagnostics.append(
          .error(
            .wrongType, file: node.file, at: start.position,
            "`\(name.text)` ends at the comma: in braces, a comma starts another key.",
            hint: isNumber
              ? "Write `\(name.text): \(start.text).\(key.text)`, with a point."
              : text.contains("\"")
                ? "Put the whole text in quotes."
                : "Put the whole text in quotes: `\(name.text): \"\(text)\"`."
          ))
      } else {
        var hint = keys.hint(for: key.text)
        if hint == nil {
          hint = NearestName.hint(for: key.text, among: keys.names)
          if hint != nil { NearestName.to(key.text, among: keys.names).map { _ = misspelt.insert($0) } }
        }
        diagnostics.append(
          .error(
            .unknownKey, file: node.file, at: key.position, "There is no key `\(key.text)` here.",
            hint: hint ?? "The keys are \(keys.names.map { "`\($0)`" }.joined(separator: ", "))."))
      }
    }
  }

  /// Whether what stands between braces as a key without a value goes on with the text before it.
  private static func isCut(_ text: Node, before key: Node) -> Bool {
    text.kind == .scalar && text.isPlain && !text.isEmpty && key.isPlain
      && text.position.line == key.position.line && !key.text.contains(where: \.isNewline)
  }

  /// How to write a mapping on one line.
  private static func hint(_ names: [String]) -> String? {
    guard let first = names.first else { return nil }
    let listed = names.map { "`\($0)`" }.joined(separator: ", ")
    return "Put it in braces, with a key in front: `{\(first): …}`. The keys are \(listed)."
  }

  /// The value of a key that may be left out.
  package subscript(key: String) -> Node? {
    keys.index(of: key.utf8).flatMap { values[$0] }
  }

  /// Whether a key is there under a misspelt name, so that nobody has to be told that it is missing.
  package func isMisspelt(_ key: String) -> Bool { misspelt.contains(key) }

  /// The value of a key that has to be there; reported (`missing-key`) at `position` when it is not, by default
  /// where the mapping begins.
  package func required(
    _ key: String, missingAt position: Position? = nil, into diagnostics: inout [Diagnostic]
  ) -> Node? {
    if let value = self[key] { return value }
    if isMisspelt(key) { return nil }
    diagnostics.append(
      .error(
        .missingKey, file: node.file, at: position ?? node.position, "The key `\(key)` is missing.",
        hint: Self.hint(forMissing: key)))
    return nil
  }

  /// How a key that is not there is to be written.
  package static func hint(forMissing key: String) -> String {
    "Add `\(key):`, then its value."
  }
}
