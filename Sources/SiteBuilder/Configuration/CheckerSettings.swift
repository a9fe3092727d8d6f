import Diagnostics
import YAML

/// What the symptom checker, and what search engines are told, needs to know of a site's kinds: `checker` in `site.yaml`.
public struct CheckerSettings: Sendable {
  /// The kinds whose articles outcomes name under `causes` and `stretches`; nil when they may name none.
  var causes: Int?
  var stretches: Int?
  /// Relations of the kind `causes`: to the stretches that it is managed with,
  var managedWith: String?
  /// to those that need care with it, and to those that are never done with it.
  var carefulWith: [String] = []
  var neverWith: [String] = []
  /// To what it feels like.
  var signs: String?

  /// What stands in `site.yaml`, before the kinds are known.
  struct Draft {
    fileprivate let place: Node
    fileprivate let names: [String: Node]
    fileprivate let lists: [String: [Node]]

    /// Whether a relation says what not to do: sharing a target makes no articles related then, and nobody has to have one.
    func isWarning(_ relation: String, of kind: String) -> Bool {
      names[Key.causes]?.text == kind
        && (lists[Key.carefulWith, default: []] + lists[Key.neverWith, default: []]).contains {
          $0.text == relation
        }
    }
  }

  enum Key {
    static let setting = "checker"
    static let causes = "causes"
    static let stretches = "stretches"
    static let managedWith = "managed-with"
    static let carefulWith = "careful-with"
    static let neverWith = "never-with"
    static let signs = "signs"
  }

  private static let keys: KnownKeys = [
    Key.causes, Key.stretches, Key.managedWith, Key.carefulWith, Key.neverWith, Key.signs,
  ]

  static func read(_ node: Node?, into diagnostics: inout [Diagnostic]) -> Draft? {
    guard let node, let fields = Fields(node, named: Key.setting, allowing: keys, into: &diagnostics) else {
      return nil
    }
    var names: [String: Node] = [:]
    for key in [Key.causes, Key.stretches, Key.managedWith, Key.signs] {
      guard let node = fields[key], node.asText(key, into: &diagnostics) != nil else { continue }
      names[key] = node
    }
    var lists: [String: [Node]] = [:]
    for key in [Key.carefulWith, Key.neverWith] {
      lists[key] = fields[key]?.asTexts(key, of: "relations", example: "[a-relation]", into: &diagnostics)
    }
    return Draft(place: node, names: names, lists: lists)
  }

  init() {}

  /// A kind or relation that is not there is reported and left out.
  init(_ draft: Draft, _ kinds: [Kind], into diagnostics: inout [Diagnostic]) {
    func kind(_ key: String) -> Int? {
      guard let node = draft.names[key] else { return nil }
      if let number = kinds.firstIndex(where: { $0.name == node.text }) { return number }
      diagnostics.append(
        .error(
          .unknownKind, file: node.file, at: node.position,
          "`\(key)` names `\(node.text)`, but there is no such kind.",
          hint: NearestName.hint(for: node.text, among: kinds.map(\.name))))
      return nil
    }
    causes = kind(Key.causes)
    stretches = kind(Key.stretches)
    if let causes, causes == stretches, let node = draft.names[Key.stretches] {
      diagnostics.append(
        .error(
          .badConfiguration, file: node.file, at: node.position,
          "`causes` and `stretches` are both the kind `\(node.text)`.", hint: "Name two kinds."))
      stretches = nil
    }
    needs(Key.causes, for: Key.stretches, draft, &diagnostics)
    if draft.names[Key.causes] != nil { needs(Key.managedWith, for: Key.stretches, draft, &diagnostics) }
    var taken: [String: String] = [:]
    func relation(_ node: Node, _ key: String, to target: Int?) -> String? {
      guard draft.names[Key.causes] != nil else {
        needs(Key.causes, for: key, draft, &diagnostics)
        return nil
      }
      // A kind that is not there is said once.
      guard let causes else { return nil }
      let own = kinds[causes].relations
      guard let found = own.first(where: { $0.name == node.text }) else {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(key)` names `\(node.text)`, but the kind `\(kinds[causes].name)` has no such relation.",
            hint: NearestName.hint(for: node.text, among: own.map(\.name))))
        return nil
      }
      if let target, found.targets != [target] {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(key)` names `\(node.text)`, which does not lead to the kind `\(kinds[target].name)` alone.",
            hint: "Name a relation with `to: \(kinds[target].name)`."))
        return nil
      }
      if let other = taken.updateValue(key, forKey: node.text) {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(node.text)` stands in both `\(other)` and `\(key)`.", hint: "Take it out of one of them."))
        return nil
      }
      return node.text
    }
    signs = draft.names[Key.signs].flatMap { relation($0, Key.signs, to: nil) }
    for key in [Key.managedWith, Key.carefulWith, Key.neverWith] {
      let nodes = draft.names[key].map { [$0] } ?? draft.lists[key, default: []]
      guard let first = nodes.first else { continue }
      guard draft.names[Key.stretches] != nil else {
        report(key, needs: Key.stretches, at: first, &diagnostics)
        continue
      }
      let names = nodes.compactMap { relation($0, key, to: stretches) }
      switch key {
      case Key.managedWith: managedWith = names.first
      case Key.carefulWith: carefulWith = names
      default: neverWith = names
      }
    }
  }

  private func needs(
    _ needed: String, for key: String, _ draft: Draft, _ diagnostics: inout [Diagnostic]
  ) {
    guard draft.names[needed] == nil, let node = draft.names[key] ?? draft.lists[key]?.first else { return }
    report(key, needs: needed, at: node, &diagnostics)
  }

  private func report(_ key: String, needs needed: String, at node: Node, _ diagnostics: inout [Diagnostic]) {
    diagnostics.append(
      .error(
        .badConfiguration, file: node.file, at: node.position,
        "`\(key)` means nothing without `\(needed)`.", hint: "Add `\(needed)` to `\(Key.setting)`."))
  }
}
