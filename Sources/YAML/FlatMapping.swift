import Diagnostics

/// A mapping whose keys stand in the column of the key that they belong to, so that this one is empty: `review:` above `status: approved`.
struct FlatMapping {
  private let owner: Node
  private let inner: [String]
  private var count = 0

  /// Below a known key; nil where that has a value, or holds no mapping.
  init?(_ key: Node, _ value: Node, _ keys: KnownKeys) {
    guard value.isNull, let inner = keys.inner[key.text] else { return nil }
    (owner, self.inner) = (key, inner)
  }

  /// How many came before a key that is not known here but is one of them; nil where it is none.
  mutating func take(_ key: Node) -> Int? {
    guard key.position.column == owner.position.column, key.position.line > owner.position.line,
      inner.contains(where: { key.matches($0) })
    else { return nil }
    count += 1
    return count - 1
  }
}

extension Diagnostic {
  static func tooFarLeft(_ key: Node, of owner: Node) -> Diagnostic {
    .error(
      .unknownKey, file: key.file, at: key.position,
      "`\(key.text)` begins too far left, so it does not belong to `\(owner.text)`.",
      hint: "Write two spaces in front of it and of each line below that belongs to `\(owner.text)`.")
  }
}
