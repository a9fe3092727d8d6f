import Text

/// A key that a mapping needs, or one whose values are known when they are seen: what stands there under another name was meant as it.
package struct AwaitedKey: Sendable {
  let name: String
  /// Whether a mapping without it has a fault.
  let isRequired: Bool
  /// Whether a value may be one of it.
  let fits: @Sendable (Node) -> Bool

  package init(_ name: String, isRequired: Bool = true, fits: @escaping @Sendable (Node) -> Bool) {
    self.name = name
    self.isRequired = isRequired
    self.fits = fits
  }

  /// One text.
  package static func text(_ name: String) -> Self {
    Self(name) { $0.kind == .scalar && !$0.isNull && !$0.isEmpty }
  }

  /// One of a few words.
  package static func word(_ name: String, among words: [String]) -> Self {
    Self(name) { $0.kind == .scalar && words.contains($0.text) }
  }

  /// A whole number.
  package static func number(_ name: String) -> Self {
    Self(name) { $0.kind == .scalar && Int($0.text) != nil }
  }

  package static func mapping(_ name: String) -> Self {
    Self(name) { $0.kind == .mapping }
  }

  /// The path of a file, or the address of one.
  package static func file(_ name: String) -> Self {
    Self(name) { $0.kind == .scalar && $0.text.contains(".") && !$0.text.contains(" ") }
  }

  /// What is no such path.
  package static func words(_ name: String) -> Self {
    Self(name) { $0.kind == .scalar && $0.text.contains(" ") }
  }

  /// A text that begins so, which may be left out.
  package static func text(_ name: String, beginning start: String) -> Self {
    Self(name, isRequired: false) { $0.kind == .scalar && $0.text.hasPrefix(start) }
  }
}

/// Keys that are not known in a mapping, and those that it lacks: one slip where the first are the second under other names.
struct Synonyms {
  struct Unknown {
    let key: Node
    let value: Node
    /// What is said of this key wherever it stands.
    let hint: String?
  }

  let unknown: [Unknown]
  let lacking: [AwaitedKey]

  /// For each of the unknown keys, which of those that the mapping lacks it may be.
  func meant() -> [[AwaitedKey]] {
    var left = lacking
    var found: [[AwaitedKey]] = Array(repeating: [], count: unknown.count)
    // A hint that names one of them is right whatever else is wrong.
    for (number, one) in unknown.enumerated() {
      guard let hint = one.hint, let place = left.firstIndex(where: { hint == "Did you mean `\($0.name)`?" })
      else { continue }
      found[number] = [left.remove(at: place)]
    }
    let open = unknown.indices.filter { unknown[$0].hint == nil }
    let fitting = open.map { number in left.filter { $0.fits(unknown[number].value) } }
    let required = left.filter(\.isRequired)
    if required.count == 1, !fitting.isEmpty {
      // The only one that it can be, whatever the others are.
      let places = fitting.indices.filter { fitting[$0].contains { $0.name == required[0].name } }
      if places.count == 1 { found[open[places[0]]] = required }
    } else if required.count == open.count, fitting.allSatisfy({ $0.contains(where: \.isRequired) }),
      required.allSatisfy({ one in fitting.contains { $0.contains { $0.name == one.name } } })
    {
      for (number, keys) in zip(open, fitting) { found[number] = keys.filter(\.isRequired) }
    }
    for (number, keys) in zip(open, fitting) where found[number].isEmpty {
      found[number] = keys.filter { !$0.isRequired }
    }
    return found
  }

  /// What to do about one of them that may be one of `meant`.
  static func hint(_ one: Unknown, _ meant: [AwaitedKey]) -> String {
    let key = one.key.text
    // A file's name is said, so that nobody is told meanwhile that nothing uses it.
    let path =
      one.value.kind == .scalar && !one.value.text.contains(where: { " `\n".contains($0) })
        && one.value.text.contains(".") && one.value.text.count < 80 ? " \(one.value.text)" : ""
    guard meant.count == 1 else {
      let names = meant.map { "`\($0.name):\(path)`" }
      let listed = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
      return "Write \(listed) instead of `\(key):`."
    }
    let name = meant[0].name
    return "Write `\(name):\(path)` instead of `\(key):`."
      + (meant[0].isRequired ? " If it is something else, delete it and add `\(name):`." : "")
  }
}
