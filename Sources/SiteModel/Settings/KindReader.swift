import Diagnostics
import Text
import YAML

/// Reads the part `kinds` of `site.yaml`.
enum KindReader {
  /// Nil after an error that leaves no kinds at all. No field or relation can have one of the names `reserved`, and no
  /// field of what a programme collects one of those `parts`.
  static func read(
    _ node: Node, reserved: Set<String>, inParts parts: Set<String>, checker: CheckerSettings.Draft?,
    into diagnostics: inout [Diagnostic]
  ) -> [Kind]? {
    let reserved = reserved.union(FrontMatterKey.names)
    guard node.kind == .mapping else {
      node.reportWrongType(
        "kinds", mustBe: "a mapping of names to kinds", into: &diagnostics)
      return nil
    }
    let entries = KindDraft.block.entries(of: node)
    let names = entries.map { meantName($0.key) }
    var kinds: [Kind] = []
    for ((key, value), name) in zip(entries, names) {
      checkName(key, "a kind", into: &diagnostics)
      kinds.append(read(value, named: name, among: names, reserved, checker, into: &diagnostics))
    }
    reportSharedFolders(entries, kinds, into: &diagnostics)
    reportParts(entries, kinds, parts.subtracting(reserved), into: &diagnostics)
    reportInverses(kinds, reserved, into: &diagnostics)
    reportUnreviewed(entries, kinds, checker, into: &diagnostics)
    return Kind.knowingEachOther(kinds)
  }

  private static func read(
    _ node: Node, named name: String, among kinds: [String], _ reserved: Set<String>,
    _ checker: CheckerSettings.Draft?, into diagnostics: inout [Diagnostic]
  ) -> Kind {
    var draft = KindDraft()
    KindDraft.block.read(node, named: name, into: &draft, &diagnostics)
    let folder = draft.folder?.asText("folder", into: &diagnostics) ?? name
    if let node = draft.folder,
      !ArticleID.isValid(Array(folder.utf8)) || folder == "symptom-checker" || folder.utf8.count > 255
    {
      node.reportWrongType(
        "folder", mustBe: "a folder name in lowercase letters, such as `causes`",
        hint: ArticleID.isValid(Array(folder.lowercased().utf8))
          ? "Write `\(folder.lowercased())`." : nil, into: &diagnostics)
    }
    let names = draft.relations?.entries.map(\.key.text) ?? []
    let declared = FieldReader.read(
      draft.fields, reserved: reserved, besides: Set(names), into: &diagnostics)
    let relations = readRelations(
      draft.relations, of: name, among: kinds, reserved, checker, into: &diagnostics)
    return Kind(
      name: name, folder: folder, title: draft.title ?? name, summary: draft.summary, fields: declared,
      relations: relations,
      programme: readProgramme(draft.programme, relations, of: name, into: &diagnostics),
      mentions: draft.mentions, schemaType: draft.schemaType,
      list: ListReader.read(
        draft, of: name, fields: declared + FrontMatterKey.fields, relations: relations, into: &diagnostics),
      oversight: draft.oversight)
  }

  private static func readRelations(
    _ node: Node?, of kind: String, among names: [String], _ reserved: Set<String>,
    _ checker: CheckerSettings.Draft?, into diagnostics: inout [Diagnostic]
  ) -> [Relation] {
    guard let node else { return [] }
    guard node.kind == .mapping else {
      node.reportWrongType(
        "relations", mustBe: "a mapping of names to relations", into: &diagnostics)
      return []
    }
    var relations: [Relation] = []
    for (key, value) in node.entries {
      checkName(key, "a relation", into: &diagnostics)
      if reserved.contains(key.text) { reportTaken(key, into: &diagnostics) }
      var draft = RelationDraft()
      RelationDraft.block.read(value, named: key.text, into: &draft, &diagnostics)
      guard let to = draft.to else { continue }
      let targets = readTargets(to, among: names, into: &diagnostics)
      let inverse = draft.inverse.flatMap { node -> String? in
        checkName(node, "an inverse", into: &diagnostics)
        return node.asText("inverse", into: &diagnostics)
      }
      if draft.isSymmetric, let node = draft.inverse {
        diagnostics.append(
          .error(
            .badConfiguration, file: node.file, at: node.position,
            "`\(key.text)` is symmetric, so it cannot have an inverse.",
            hint: "Remove `inverse` or `symmetric`."))
      }
      if draft.isSymmetric, targets != names.firstIndex(of: kind).map({ [$0] }) {
        diagnostics.append(
          .error(
            .badConfiguration, file: to.file, at: to.position,
            "`\(key.text)` is symmetric, so it must lead to its own kind, `\(kind)`."))
      }
      if draft.isInOrderOfText, draft.inverse == nil {
        diagnostics.append(
          .error(
            .badConfiguration, file: key.file, at: key.position,
            "`\(key.text)` has no inverse, so `in-order-of-text` orders nothing.",
            hint: "Add `inverse`, or remove `in-order-of-text`."))
      }
      let isWarning = checker?.isWarning(key.text, of: kind) ?? false
      relations.append(
        Relation(
          name: key.text, targets: targets, inverse: inverse, isSymmetric: draft.isSymmetric,
          countsAsRelated: draft.countsAsRelated ?? !isWarning,
          isExpected: draft.isExpected ?? (!isWarning && !draft.isSymmetric && targets.count == 1),
          isInOrderOfText: draft.isInOrderOfText,
          position: key.position))
    }
    return relations
  }

  /// The place of the relation that `programme` names.
  private static func readProgramme(
    _ node: Node?, _ relations: [Relation], of kind: String, into diagnostics: inout [Diagnostic]
  ) -> Int? {
    guard let node, let name = node.asText("programme", into: &diagnostics) else { return nil }
    guard let place = relations.firstIndex(where: { $0.name == name }) else {
      diagnostics.append(
        .error(
          .badConfiguration, file: node.file, at: node.position,
          "`programme` refers to `\(name)`, but the kind `\(kind)` has no such relation.",
          hint: NearestName.hint(for: name, among: relations.map(\.name))))
      return nil
    }
    if relations[place].targets.count == 1 { return place }
    // That it leads nowhere has been told.
    if relations[place].targets.isEmpty { return nil }
    diagnostics.append(
      .error(
        .badConfiguration, file: node.file, at: node.position,
        "`programme` refers to `\(name)`, which leads to more than one kind. All parts of a program must be of one kind."
      ))
    return nil
  }

  private static func readTargets(_ node: Node, among names: [String], into diagnostics: inout [Diagnostic])
    -> [Int]
  {
    let nodes =
      node.kind == .sequence
      ? node.asTexts(
        "to", of: "kinds", example: "[cause, sign]",
        whenEmpty: "Write the kinds that it may lead to, such as `[\(names.first ?? "")]`.",
        into: &diagnostics) ?? []
      : (node.asText("to", into: &diagnostics) == nil ? [] : [node])
    return nodes.compactMap { target in
      if let index = names.firstIndex(of: target.text) { return index }
      diagnostics.append(
        .error(
          .unknownKind, file: target.file, at: target.position, "There is no kind `\(target.text)`.",
          hint: NearestName.hint(for: target.text, among: names)))
      return nil
    }
  }

  /// What the rest of the site calls a kind whose name is told to be wrong.
  private static func meantName(_ key: Node) -> String {
    if ArticleID.isValid(Array(key.bytes)) { return key.text }
    let near = ArticleID.nearest(to: key.text)
    return near.isEmpty ? key.text : near
  }

  /// Ids, kinds, fields and relations are all named by the one rule.
  static func checkName(_ node: Node, _ what: String, into diagnostics: inout [Diagnostic]) {
    guard !ArticleID.isValid(Array(node.bytes)) else { return }
    let near = ArticleID.nearest(to: node.text)
    diagnostics.append(
      .error(
        .badName, file: node.file, at: node.position,
        "`\(node.text)` cannot be the name of \(what). Use only lowercase letters and digits, with single hyphens between them.",
        hint: near.isEmpty ? nil : "Write `\(near)`."))
  }

  static func reportTaken(_ key: Node, into diagnostics: inout [Diagnostic]) {
    diagnostics.append(
      .error(
        .badName, file: key.file, at: key.position, "Every page already has `\(key.text)`.",
        hint: "Choose another name."))
  }

  private static func reportSharedFolders(
    _ entries: [(key: Node, value: Node)], _ kinds: [Kind], into diagnostics: inout [Diagnostic]
  ) {
    for (index, kind) in kinds.enumerated() {
      guard let other = kinds[..<index].first(where: { $0.folder == kind.folder }) else { continue }
      let place = entries[index].value.value(for: "folder") ?? entries[index].key
      diagnostics.append(
        .error(
          .badConfiguration, file: place.file, at: place.position,
          "The kinds `\(other.name)` and `\(kind.name)` have the same folder, `\(kind.folder)`."))
    }
  }

  /// A part of a programme has names of its own beside the fields of its kind.
  private static func reportParts(
    _ entries: [(key: Node, value: Node)], _ kinds: [Kind], _ parts: Set<String>,
    into diagnostics: inout [Diagnostic]
  ) {
    for target in Set(kinds.compactMap { kind in kind.programme.map { kind.relations[$0].targets[0] } })
      .sorted()
    {
      guard let fields = entries[target].value.value(for: "fields") else { continue }
      for (key, _) in fields.entries where parts.contains(key.text) {
        diagnostics.append(
          .error(
            .badName, file: key.file, at: key.position,
            "Every part of a program already has `\(key.text)`, and `\(kinds[target].name)` is used as one.",
            hint: "Choose another name."))
      }
    }
  }

  /// What advises patients is approved by a clinician.
  private static func reportUnreviewed(
    _ entries: [(key: Node, value: Node)], _ kinds: [Kind], _ checker: CheckerSettings.Draft?,
    into diagnostics: inout [Diagnostic]
  ) {
    let parts = Set(kinds.compactMap { kind in kind.programme.map { kind.relations[$0].targets } }.joined())
    for (number, kind) in kinds.enumerated() where kind.oversight == .exempt {
      guard let place = entries[number].value.value(for: Kind.Oversight.setting) else { continue }
      let reason: String
      if checker?.names(kind: number, of: kinds) == true {
        reason = "the symptom checker shows its articles to patients"
      } else if kind.programme != nil || parts.contains(number) {
        reason = "its articles stand in programs of exercises"
      } else if !SchemaType.doses(of: kind).isEmpty {
        reason = "its articles say how much of an exercise to do"
      } else if let type = kind.schemaType, type.isClinical {
        reason = "`schema-type: \(type.rawValue)` says that its articles are clinical"
      } else {
        continue
      }
      diagnostics.append(
        .error(
          .badConfiguration, file: place.file, at: place.position,
          "The kind `\(kind.name)` cannot do without a clinical review: \(reason).",
          hint: "Delete `review: none`."))
    }
  }

  /// An inverse is a name on the target's page: it must not hide a field, a relation or another inverse.
  private static func reportInverses(
    _ kinds: [Kind], _ reserved: Set<String>, into diagnostics: inout [Diagnostic]
  ) {
    var taken = kinds.map { Set($0.fields.map(\.name) + $0.relations.map(\.name)).union(reserved) }
    for kind in kinds {
      for relation in kind.relations {
        guard let inverse = relation.inverse else { continue }
        for target in relation.targets {
          let names = [inverse, Relation.cuts.first + inverse, Relation.cuts.rest + inverse]
          guard let name = names.first(where: { !taken[target].insert($0).inserted }) else { continue }
          let also = name == inverse ? "" : ", which makes `\(name)`"
          diagnostics.append(
            .error(
              .badName, file: SiteConfiguration.file, at: relation.position,
              "`\(relation.name)` has the inverse `\(inverse)`\(also), but `\(kinds[target].name)` already uses that name.",
              hint: "Choose another name."))
        }
      }
    }
  }
}

extension KindReader {
  /// A report of `kinds` that begins further right than it should, and so belongs to the setting above it: all that it holds would be told.
  static func indentedKinds(in root: Node) -> Diagnostic? {
    guard root.value(for: "kinds") == nil else { return nil }
    for (owner, value) in root.entries where value.kind == .mapping {
      guard let (key, kinds) = value.entries.first(where: { $0.key.matches("kinds") }),
        kinds.isNull || kinds.kind == .mapping, key.position.column > 1,
        key.position.line > owner.position.line
      else { continue }
      let spaces = key.position.column - 1
      return .error(
        .missingKey, file: SiteConfiguration.file, at: key.position,
        "`kinds` begins too far right, so it belongs to `\(owner.text)`.",
        hint:
          "Remove the \(spaces == 1 ? "space" : "\(spaces) spaces") in front of `kinds:`, and of no line below it."
      )
    }
    return nil
  }
}
