import Diagnostics
import SiteModel

/// What kinds and articles have for the symptom checker and `checker` in `site.yaml` does not name: a line that was deleted there
/// switches off what keeps an outcome from listing what a cause forbids.
struct UnnamedSettings {
  private(set) var faults: [Diagnostic] = []
  /// What is said of articles that do not have such a relation, which is no slip of theirs.
  private(set) var consequences: Set<String> = []

  init(_ index: SiteIndex, hasCheckers: Bool) {
    guard hasCheckers, !index.configuration.hasFaultyKinds else { return }
    let (settings, kinds) = (index.configuration.checker, index.configuration.kinds)
    guard let causes = settings.causes else {
      if index.configuration.checkerNames.allSatisfy(\.names.isEmpty) { lookForKind(kinds) }
      return
    }
    guard settings.managedWith != nil else { return }
    for relation in kinds[causes].relations where relation.targets == [settings.stretches] {
      if settings.neverWith.isEmpty, Self.forbids(relation.name) {
        report(relation, CheckerSettings.Key.neverWith, "outcomes may list what it forbids", kinds[causes])
      } else if settings.carefulWith.isEmpty, Self.cautions(relation.name) {
        report(relation, CheckerSettings.Key.carefulWith, "outcomes may list what needs care", kinds[causes])
      }
    }
    if settings.stages == nil { lookForStages(index, causes) }
  }

  private mutating func report(_ relation: Relation, _ key: String, _ effect: String, _ kind: Kind) {
    consequences.insert(RelationReader.missing(relation.name, of: kind.name))
    faults.append(
      .warning(
        .badConfiguration, file: SiteConfiguration.file, at: relation.position,
        "`\(CheckerSettings.Key.setting)` does not say what `\(relation.name)` of the kind `\(kind.name)` means, so \(effect).",
        hint: "Add `\(key): [\(relation.name)]` to `\(CheckerSettings.Key.setting)`."))
  }

  /// Of a site that says nothing at all: relations to one kind, one of which is of what not to do.
  private mutating func lookForKind(_ kinds: [Kind]) {
    for kind in kinds {
      guard let never = kind.relations.first(where: { Self.forbids($0.name) && $0.targets.count == 1 }),
        let helpful = kind.relations.first(where: {
          $0.targets == never.targets && !Self.forbids($0.name) && !Self.cautions($0.name)
        })
      else { continue }
      let others = kind.relations.filter { $0.targets == never.targets }
      for relation in others where Self.forbids(relation.name) || Self.cautions(relation.name) {
        consequences.insert(RelationReader.missing(relation.name, of: kind.name))
      }
      let careful = others.first { Self.cautions($0.name) }.map { ", careful-with: [\($0.name)]" } ?? ""
      faults.append(
        .warning(
          .badConfiguration, file: SiteConfiguration.file, at: never.position,
          "There is no `\(CheckerSettings.Key.setting)` in `\(SiteConfiguration.file)`, so nothing keeps outcomes of the symptom checker from listing what `\(never.name)` forbids.",
          hint:
            "Add `checker: {causes: \(kind.name), stretches: \(kinds[never.targets[0]].name), managed-with: \(helpful.name)\(careful), never-with: [\(never.name)]}`."
        ))
      return
    }
  }

  /// A list of numbers that goes along with `managed-with` in every cause.
  private mutating func lookForStages(_ index: SiteIndex, _ causes: Int) {
    let kind = index.configuration.kinds[causes]
    guard let name = index.configuration.checker.managedWith,
      let relation = kind.relations.firstIndex(where: { $0.name == name })
    else { return }
    let articles = index.articles.filter { $0.kind == causes && $0.isPublished }
    for (slot, field) in kind.fields.enumerated() where field.isListOfNumbers {
      let counts = articles.map { article -> (numbers: Int, targets: Int) in
        guard case .list(let numbers) = article.fields[slot] else { return (0, 0) }
        return (numbers.count, article.relations[relation]?.count ?? 0)
      }
      guard counts.allSatisfy({ $0.numbers == $0.targets }), counts.contains(where: { $0.numbers > 1 })
      else { continue }
      faults.append(
        .warning(
          .badConfiguration, file: SiteConfiguration.file, at: kind.relations[relation].position,
          "Each \(kind.name) has a number in `\(field.name)` for each of `\(name)`, but `\(CheckerSettings.Key.setting)` does not say that these are stages of care, so outcomes may list what comes later.",
          hint: "Add `\(CheckerSettings.Key.stages): \(field.name)` to `\(CheckerSettings.Key.setting)`."))
      return
    }
  }

  /// Whether a name is one of what not to do, in English or Spanish.
  private static func forbids(_ name: String) -> Bool {
    name.split(separator: "-").contains { forbidding.contains($0) } || name.contains("contraindica")
      || name.contains("leave-out")
  }

  private static func cautions(_ name: String) -> Bool {
    ["caution", "careful", "take-care", "care-with", "cuidado", "precaucion"].contains { name.contains($0) }
  }

  private static let forbidding: Set<Substring> = [
    "avoid", "avoids", "not", "never", "forbidden", "forbids", "without", "evitar", "evita", "nunca",
    "prohibido",
    "prohibidos",
  ]
}
