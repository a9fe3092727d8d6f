import Diagnostics
import YAML

/// Reads `params` of `site.yaml`, whose names and shapes are the site's own.
package enum Parameters {
  package static let setting = "params"
  /// What other programs take for true and false (YAML 1.1, the type `bool`).
  private static let meantFlags = [
    "true": true, "false": false, "yes": true, "no": false, "on": true, "off": false,
  ]
  /// As deep as mappings may stand in each other.
  private static let deepest = 4

  static let schema: Schema = ["type": "object", "propertyNames": .name]

  static func read(_ node: Node, into diagnostics: inout [Diagnostic]) -> [Parameter.Member] {
    guard case .group(let members) = read(node, named: setting, depth: 0, into: &diagnostics) else {
      return []
    }
    return members
  }

  private static func read(
    _ node: Node, named name: String, depth: Int, into diagnostics: inout [Diagnostic]
  ) -> Parameter? {
    if depth == 0, node.kind != .mapping || node.isNull {
      node.reportWrongType(name, mustBe: "a mapping of names to values", into: &diagnostics)
      return nil
    }
    switch node.kind {
    case .scalar:
      if node.isPlain, ["true", "false"].contains(node.text) { return .flag(node.text == "true") }
      if node.isPlain, let meant = Self.meantFlags[node.text.lowercased()] {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(node.text)` is a word here, which a template takes for true.",
            hint: "Write `\(name): \(meant)`, or `\(name): \"\(node.text)\"` if pages show the word."))
        return .flag(meant)
      }
      // What it should say keeps its name: templates ask for it.
      if node.isEmpty { node.reportEmpty(name, hint: "Write its value.", into: &diagnostics) }
      return .text(PlacedText(Array(node.text.utf8), at: node.position))
    case .sequence:
      if node.elements.isEmpty { node.reportEmpty(name, hint: Node.hintForNothing, into: &diagnostics) }
      let entries = node.elements.compactMap { entry -> Parameter? in
        if entry.kind == .sequence {
          entry.reportWrongType(name, mustBe: "a list of texts or of mappings", into: &diagnostics)
          return nil
        }
        return read(entry, named: name, depth: depth + 1, into: &diagnostics)
      }
      return .list(sameShape(entries, name, node, into: &diagnostics))
    case .mapping:
      guard depth < deepest else {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(name)` is more than \(deepest) levels deep in `params`.", hint: "Move it up."))
        return nil
      }
      let members = node.entries.compactMap { key, value -> Parameter.Member? in
        KindReader.checkName(key, "a parameter", into: &diagnostics)
        return read(value, named: key.text, depth: depth + 1, into: &diagnostics).map {
          Parameter.Member(name: key.text, value: $0)
        }
      }
      return .group(members)
    }
  }

  /// A template goes through a list with one set of names: what stands in it has one shape.
  private static func sameShape(
    _ entries: [Parameter], _ name: String, _ node: Node, into diagnostics: inout [Diagnostic]
  ) -> [Parameter] {
    guard let first = entries.first, !entries.allSatisfy({ $0.hasShape(of: first) }) else { return entries }
    diagnostics.append(
      .error(
        .badConfiguration, file: node.file, at: node.position, "The entries of `\(name)` differ in kind.",
        hint: keyHint(entries) ?? "Write only texts, or only mappings with the same keys."))
    // As most of them are, so that what templates ask of them is not missed.
    let alike = entries.map { one in entries.filter { one.hasShape(of: $0) } }
    let most = alike.max { $0.count < $1.count } ?? []
    // Of mappings, each with the keys of all.
    guard case .group(let members)? = most.first else { return most }
    var all = members
    for case .group(let members) in entries {
      all += members.filter { one in !all.contains { $0.name == one.name } }
    }
    return all.count == members.count ? most : [.group(all)]
  }

  /// How two mappings with other keys are to be mended.
  private static func keyHint(_ entries: [Parameter]) -> String? {
    let names = entries.compactMap { entry in
      if case .group(let members) = entry { members.map(\.name) } else { nil }
    }
    guard names.count == entries.count, let first = names.first,
      let other = names.first(where: { Set($0) != Set(first) })
    else { return nil }
    let own = first.filter { !other.contains($0) }.map { "`\($0)`" }
    let others = other.filter { !first.contains($0) }.map { "`\($0)`" }
    return switch (own.first, others.first) {
    case (let own?, let other?): "Write the same keys in each: one has \(own), another \(other)."
    case (let only?, nil), (nil, let only?): "Write the same keys in each: only some have \(only)."
    case (nil, nil): nil
    }
  }
}

extension Parameter {
  /// Whether a template could use both in one place.
  fileprivate func hasShape(of other: Parameter) -> Bool {
    switch (self, other) {
    case (.text, .text), (.flag, .flag): true
    case (.list(let own), .list(let others)):
      own.first.flatMap { own in others.first.map(own.hasShape) } ?? true
    case (.group(let own), .group(let others)):
      own.count == others.count
        && own.allSatisfy { member in
          others.contains { $0.name == member.name && member.value.hasShape(of: $0.value) }
        }
    default: false
    }
  }
}
