import Diagnostics
import YAML

/// Lines of `Content/red-flags.yaml` that slipped, and what is wrong with the file as a whole.
extension RedFlags {
  /// Whether an entry is no flag, but a line of the one above it that begins too far left.
  static func isLost(_ key: Node, _ value: Node) -> Bool {
    key.kind == .scalar && keys.index(of: key.bytes) != nil && value.kind != .mapping && !value.isNull
  }

  /// Told at the first of several such lines.
  static func reportLost(
    _ entries: [(key: Node, value: Node)], _ number: Int, into diagnostics: inout [Diagnostic]
  ) {
    if number > 0, isLost(entries[number - 1].key, entries[number - 1].value) { return }
    let key = entries[number].key
    let count = entries[number...].prefix { isLost($0.key, $0.value) }.count
    let flag = entries[..<number].last { $0.value.kind == .mapping }
    let spaces = max(2, flag.map { $0.value.position.column - key.position.column } ?? 2)
    diagnostics.append(
      .error(
        .badRedFlag, file: key.file, at: key.position,
        "`\(key.text)` begins too far left, so it belongs to no red flag.",
        hint: count == 1
          ? "Add \(spaces) spaces in front of `\(key.text):`."
          : "Add \(spaces) spaces in front of this line and of the next \(count == 2 ? "one" : "\(count - 1)")."
      ))
  }

  /// Two flags with one id: somebody who deletes one of them, as is right for other keys, deletes a sign.
  static func tellSharedIDs(_ root: Node, since before: Int, _ diagnostics: inout [Diagnostic]) -> Bool {
    var hasFound = false
    let ids = root.entries.map(\.key.position)
    for number in diagnostics.indices[before...] where diagnostics[number].code == .duplicateKey {
      guard let place = diagnostics[number].position, ids.contains(place) else { continue }
      diagnostics[number].hint =
        "Give this red flag an id of its own, or the one that it had. Delete it only if it is the same sign as the first."
      hasFound = true
    }
    return hasFound
  }

  /// The key of a flag that begins so far right that it is part of the one above, and the keys that went with it.
  static func indented(_ value: Node) -> (key: Node, value: Node)? {
    guard value.kind == .mapping else { return nil }
    return value.entries.first { key, inner in
      key.kind == .scalar && keys.index(of: key.bytes) == nil && inner.kind == .mapping
        && inner.position.line > key.position.line
        && inner.entries.allSatisfy { $0.key.kind == .scalar && keys.index(of: $0.key.bytes) != nil }
        && !inner.entries.isEmpty
    }
  }

  static func tooFarRight(_ inner: (key: Node, value: Node), in flag: Node) -> Diagnostic {
    let spaces = inner.key.position.column - flag.position.column
    let names = inner.value.entries.map { "`\($0.key.text):`" }
    let listed =
      names.count < 3 ? names.joined(separator: " and of ") : "each of the \(names.count) keys below it"
    return .error(
      .badRedFlag, file: file, at: inner.key.position,
      "`\(inner.key.text)` begins too far right, so it is part of the red flag `\(flag.text)`.",
      hint: "Remove \(spaces) spaces in front of `\(inner.key.text):` and of \(listed).")
  }
}
