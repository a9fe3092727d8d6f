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
    var cut: CutText?
    var flat: FlatMapping?
    // Rather one that is not there yet than one that would then stand there twice.
    lazy var absent = keys.names(absentIn: node)
    var unknown: [Synonyms.Unknown] = []
    var places: [Int] = []
    var kins: [String?] = []
    for (key, value) in node.entries where key.kind == .scalar {
      if let index = keys.index(of: key.bytes) {
        before = (index, key, value)
        if cut != nil { cut = nil }
        if flat != nil || value.isNull { flat = FlatMapping(key, value, keys) }
        if values[index] == nil { values[index] = value }
      } else if let owner = before, let place = flat?.take(key) {
        if place == 0 {
          values[owner.index] = nil
          misspelt.insert(owner.key.text)
          diagnostics.append(.tooFarLeft(key, of: owner.key))
        }
      } else if key.matches("<<"), value.kind != .scalar {
        // What YAML's own programs would take from it is not missing.
        misspelt.formUnion(value.entries.map(\.key.text))
        diagnostics.append(
          .error(
            .unknownKey, file: node.file, at: key.position, "The sign `<<`, which copies keys, is not read.",
            hint: "Delete it, and write each of those keys on a line of its own."))
      } else if let name = gluedKey(key, value) {
        misspelt.insert(name)
        diagnostics.append(
          .error(
            .unknownKey, file: node.file, at: key.position, "There is no space after `\(name):`.",
            hint: "Add a space after `\(name):`."))
      } else if cut?.goesOn(with: key, value, into: &diagnostics) == true {
        continue
      } else if value.isNull, let (index, name, start) = before, Self.isCut(start, before: key) {
        values[index] = nil
        misspelt.insert(name.text)
        before = nil
        cut = CutText(name, start, key, into: &diagnostics)
      } else if node.position != key.position, Self.isLike(node, key, value, keys) {
        let spaces = value.position.column - key.position.column
        let many = spaces == 1 ? "a space" : "\(spaces) spaces"
        diagnostics.append(
          .error(
            .unknownKey, file: node.file, at: key.position,
            "`\(key.text)` begins too far right, so it belongs to `\(name)`.",
            hint: "Remove \(many) in front of it and of each line below that belongs to it."))
      } else {
        var hint = keys.hint(for: key.text)?.text(in: node)
        var meant = hint == nil ? NearestName.to(key.text, among: absent) : nil
        let kin = hint == nil && meant == nil ? Self.kindred(key.text, among: absent) : nil
        // `care` is `level` where that is missing, rather than `seek-care-if`.
        if keys.awaited.isEmpty { meant = meant ?? kin }
        if let meant {
          misspelt.insert(meant)
          hint = NearestName.hint(for: key.text, among: absent) ?? "Did you mean `\(meant)`?"
        } else {
          unknown.append(Synonyms.Unknown(key: key, value: value, hint: hint))
          places.append(diagnostics.count)
          kins.append(kin)
          hint =
            hint ?? kin.map { "Did you mean `\($0)`?" } ?? NearestName.hint(for: key.text, among: keys.names)
        }
        diagnostics.append(
          .error(
            .unknownKey, file: node.file, at: key.position, "There is no key `\(key.text)` here.",
            hint: hint ?? "The keys are \(keys.listed.map { "`\($0)`" }.joined(separator: ", "))."))
      }
    }
    if !unknown.isEmpty, !keys.awaited.isEmpty { pair(unknown, places, kins, &diagnostics) }
  }

  /// Takes each unknown key, told at one of `places`, that can only be one which the mapping lacks for that one, and others for those
  /// with which they share a word.
  private mutating func pair(
    _ unknown: [Synonyms.Unknown], _ places: [Int], _ kins: [String?], _ diagnostics: inout [Diagnostic]
  ) {
    let lacking = keys.awaited.filter { self[$0.name] == nil && !misspelt.contains($0.name) }
    for (number, meant) in Synonyms(unknown: unknown, lacking: lacking).meant().enumerated() {
      guard !meant.isEmpty else {
        kins[number].map { _ = misspelt.insert($0) }
        continue
      }
      misspelt.formUnion(meant.map(\.name))
      if unknown[number].hint == nil {
        diagnostics[places[number]].hint = Synonyms.hint(unknown[number], meant)
      }
    }
  }

  /// Whether a value below its key is another mapping of the same sort.
  private static func isLike(_ node: Node, _ key: Node, _ value: Node, _ keys: KnownKeys) -> Bool {
    guard value.kind == .mapping, value.position.line > key.position.line,
      key.position.line > node.position.line
    else { return false }
    let own = value.entries.filter { $0.key.kind == .scalar && keys.index(of: $0.key.bytes) != nil }
    return own.count > 1 && own.count == value.entries.count
  }

  /// The entries of `node`, each of which is a mapping that may have the known `keys`, and those that stand too far in, inside of
  /// another: these are told when that is read.
  package static func entries(of node: Node, _ keys: KnownKeys) -> [(key: Node, value: Node)] {
    var found: [(key: Node, value: Node)] = []
    for entry in node.entries {
      found.append(entry)
      for (key, value) in entry.value.entries where key.kind == .scalar && keys.index(of: key.bytes) == nil {
        if isLike(entry.value, key, value, keys) { found.append((key, value)) }
      }
    }
    return found
  }

  /// The known key at the beginning of `next:today`, which is one word for YAML.
  private func gluedKey(_ key: Node, _ value: Node) -> String? {
    guard key.isPlain, let colon = key.bytes.firstIndex(of: UInt8(ascii: ":")),
      // `text:"A hot knee: …"` has another colon behind it.
      value.isNull || key.bytes[colon...].dropFirst().first.map("\"'".utf8.contains) ?? false,
      keys.index(of: key.bytes[..<colon]) != nil
    else { return nil }
    return String(decoding: key.bytes[..<colon], as: UTF8.self)
  }

  /// The only name that shares a word of some length, or its beginning, with another: `reviewed-by` and `reviewer`.
  private static func kindred(_ name: String, among names: [String]) -> String? {
    let words = name.lowercased().split(whereSeparator: { "-_ ".contains($0) })
    let found = names.filter { other in
      other.split(separator: "-").contains { part in
        words.contains { word in
          word == part && word.count > 1
            || word.count > 5 && part.count > 5 && word.prefix(6) == part.prefix(6)
        }
      }
    }
    return found.count == 1 ? found[0] : nil
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
