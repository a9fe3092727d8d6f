import Diagnostics
import Text
import YAML

/// What the symptom checker, and what search engines are told, needs to know of a site's kinds: `checker` in `site.yaml`.
public struct CheckerSettings: Sendable {
  /// The kinds whose articles outcomes name under `causes` and `stretches`; nil when they may name none.
  package var causes: Int?
  package var stretches: Int?
  /// Relations of the kind `causes`: to the stretches that it is managed with,
  package var managedWith: String?
  /// to those that need care with it, and to those that are never done with it.
  package var carefulWith: [String] = []
  package var neverWith: [String] = []
  /// A field of the kind `causes`, a list of numbers: the stage in which each of `managedWith` comes.
  package var stages: String?
  /// To what it feels like.
  package var signs: String?

  /// What stands in `site.yaml`, before the kinds are known.
  package struct Draft: Sendable {
    fileprivate var names: [String: Node] = [:]
    fileprivate var lists: [String: [Node]] = [:]

    /// Whether a relation says what not to do: sharing a target makes no articles related then, and nobody has to have one.
    func isWarning(_ relation: String, of kind: String) -> Bool {
      names[Key.causes]?.text == kind
        && (lists[Key.carefulWith, default: []] + lists[Key.neverWith, default: []]).contains {
          $0.text == relation
        }
    }

    /// Whether the checker or what search engines get of it shows articles of that kind.
    func names(kind number: Int, of kinds: [Kind]) -> Bool {
      if [Key.causes, Key.stretches].contains(where: { names[$0]?.text == kinds[number].name }) {
        return true
      }
      guard let causes = kinds.first(where: { $0.name == names[Key.causes]?.text }),
        let signs = causes.relations.first(where: { $0.name == names[Key.signs]?.text })
      else { return false }
      return signs.targets.contains(number)
    }
  }

  package enum Key {
    package static let setting = "checker"
    package static let causes = "causes"
    package static let stretches = "stretches"
    package static let managedWith = "managed-with"
    package static let carefulWith = "careful-with"
    package static let neverWith = "never-with"
    package static let stages = "stages"
    package static let signs = "signs"
  }

  package static let block = SettingBlock<Draft>([
    .kind(Key.causes, "The kind of article that outcomes list under `causes`."),
    .kind(
      Key.stretches, "The kind of article that outcomes list under `stretches`.",
      more: "Needs `causes` and `managed-with`."),
    .relation(
      Key.managedWith, "The relation from a cause to the stretches that may help.",
      more: "An outcome can list only stretches that one of its causes has there."),
    .relations(
      Key.carefulWith, "Relations from a cause to stretches that need care.",
      more:
        "An outcome cannot list one of these together with that cause. They do not make articles related, and leaving them out gets no warning ([`related` and `expected`](#relations))."
    ),
    .relations(
      Key.neverWith, "Relations from a cause to stretches to avoid.",
      more: "The same rules apply."),
    .name(
      Key.stages,
      "The field of a cause that gives the stage of care of each stretch in `managed-with`.",
      more:
        "Its type is `number` with `list: true`, in the order of `managed-with`: 1 for what comes first, 0 for what fits any time. An outcome can then list only stretches of the first stage."
    ) { $0.fieldsOfCauses },
    .relation(
      Key.signs, "The relation from a cause to its signs.",
      more: "Search engines get it, as they get `managed-with` ([`schema-type`](#schema-type))."),
  ])

  init() {}

  /// A kind or relation that is not there is reported and left out.
  init(_ draft: Draft, _ kinds: [Kind], into diagnostics: inout [Diagnostic]) {
    func kind(_ key: String) -> Int? {
      guard let node = draft.names[key] else { return nil }
      if let number = kinds.firstIndex(where: { $0.name == node.text }) { return number }
      diagnostics.append(
        .error(
          .unknownKind, file: node.file, at: node.position,
          "`\(key)` refers to `\(node.text)`, but there is no such kind.",
          hint: NearestName.hint(for: node.text, among: kinds.map(\.name))))
      return nil
    }
    causes = kind(Key.causes)
    stretches = kind(Key.stretches)
    if let causes, causes == stretches, let node = draft.names[Key.stretches] {
      diagnostics.append(
        .error(
          .badConfiguration, file: node.file, at: node.position,
          "`causes` and `stretches` are both the kind `\(node.text)`.", hint: "Choose two different kinds."))
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
            "`\(key)` refers to `\(node.text)`, but the kind `\(kinds[causes].name)` has no such relation.",
            hint: NearestName.hint(for: node.text, among: own.map(\.name))))
        return nil
      }
      // That it leads nowhere has been told.
      if found.targets.isEmpty { return nil }
      if let target, found.targets != [target] {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(key)` refers to `\(node.text)`, which does not lead only to the kind `\(kinds[target].name)`.",
            hint: "Choose a relation with `to: \(kinds[target].name)`."))
        return nil
      }
      if key == Key.carefulWith || key == Key.neverWith,
        let programme = kinds[causes].programme, own[programme].name == node.text
      {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(node.text)` is in `\(key)`, but the kind `\(kinds[causes].name)` prints it as its program.",
            hint: "Remove it from `\(key)`, or name another relation in `programme` of that kind."))
        return nil
      }
      if let other = taken.updateValue(key, forKey: node.text) {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(node.text)` is in both `\(other)` and `\(key)`.", hint: "Remove it from one of them."))
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
    stages = draft.names[Key.stages].flatMap { field($0, kinds, draft, &diagnostics) }
  }

  /// The field that `stages` names.
  private func field(
    _ node: Node, _ kinds: [Kind], _ draft: Draft, _ diagnostics: inout [Diagnostic]
  ) -> String? {
    guard draft.names[Key.managedWith] != nil else {
      report(Key.stages, needs: Key.managedWith, at: node, &diagnostics)
      return nil
    }
    // A kind that is not there is said once.
    guard let causes else { return nil }
    let fields = kinds[causes].fields
    guard let field = fields.first(where: { $0.name == node.text }) else {
      diagnostics.append(
        .error(
          .badConfiguration, file: node.file, at: node.position,
          "`stages` refers to `\(node.text)`, but the kind `\(kinds[causes].name)` has no such field.",
          hint: NearestName.hint(for: node.text, among: fields.map(\.name))))
      return nil
    }
    guard field.type is NumberType, field.isList else {
      diagnostics.append(
        .error(
          .badConfiguration, file: node.file, at: node.position,
          "`stages` refers to `\(node.text)`, which is not a list of numbers.",
          hint: "Write `\(node.text): {type: number, list: true}` under `fields`."))
      return nil
    }
    return field.name
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
        "`\(key)` has no effect without `\(needed)`.", hint: "Add `\(needed)` to `\(Key.setting)`."))
  }
}

extension SettingKey<CheckerSettings.Draft> {
  fileprivate static func kind(_ name: String, _ description: String, more: String = "") -> Self {
    .name(name, description, more: more) { $0.kinds }
  }

  fileprivate static func relation(_ name: String, _ description: String, more: String = "") -> Self {
    .name(name, description, more: more) { $0.relations }
  }

  fileprivate static func relations(_ name: String, _ description: String, more: String = "") -> Self {
    .texts(
      name, of: "relations", example: "[a-relation]", description, more: more, without: "None",
      schema: { .choice($0.relations) },
      take: { $1.lists[name] = $0 })
  }

  fileprivate static func name(
    _ name: String, _ description: String, more: String = "",
    among names: @escaping @Sendable (SettingNames) -> [String]
  ) -> Self {
    Self(
      name, description, more: more, without: "None", schema: { .choice(names($0)) },
      take: {
        if $0.asText(name, into: &$2) != nil { $1.names[name] = $0 }
      })
  }
}
