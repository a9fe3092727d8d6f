/// The house: each room with the most that it may name, from the roof down. `docs/architecture.md` says what each is for.
enum Storeys {
  /// What every room above them may name.
  private static let ground: Set = ["Diagnostics", "Text"]

  /// Below `Site` and above the ground, with what lies outside the house or under it.
  static let rooms: [(name: String, names: Set<String>)] = [
    (
      "LimberCommand",
      Set(["Comparison", "ExternalLinks", "Authoring", "Site", "ArgumentParser"]).union(belowSite)
    ),
    ("LimberPreview", Set(["PreviewServer", "Site"]).union(belowSite)),
    ("PreviewServer", Set(["Site", "FlyingFox", "FlyingSocks"]).union(belowSite)),
    ("Comparison", Set(["Site"]).union(belowSite)),
    ("ExternalLinks", Set(["Site"]).union(belowSite)),
    ("Authoring", Set(["StarterFiles", "Site"]).union(belowSite)),
    ("StarterFiles", []),
    ("EmbedStarter", ["FolderEmbedder"]),
    ("FolderEmbedder", []),
    ("StampVersion", ["VersionStamper"]),
    ("VersionStamper", []),
    ("ListFieldTypes", ["FieldTypeLister"]),
    ("FieldTypeLister", []),
    ("Site", belowSite),
    ("Search", ["SiteModel", "Markdown", "Diagnostics", "Text"]),
    ("Writing", ["SiteModel", "Markdown", "Diagnostics", "Text"]),
    ("SymptomTree", ["SiteModel", "YAML", "Diagnostics", "Text"]),
    ("SiteModel", ["YAML", "Diagnostics", "Text"]),
    ("Markdown", ["CCmark", "CArena", "CBytes", "Diagnostics", "Text"]),
    ("Mustache", ["Diagnostics", "Text"]),
    ("YAML", ["CYAML", "CArena", "CBytes", "Diagnostics", "Text"]),
    ("Files", ["CSystem", "Diagnostics", "Text"]),
    ("Diagnostics", ["Text"]),
    ("Text", ["CBytes"]),
    ("CCmark", []), ("CYAML", []), ("CSystem", []), ("CArena", []), ("CBytes", []),
  ]

  private static let belowSite: Set = [
    "Search", "Writing", "SymptomTree", "SiteModel", "Markdown", "Mustache", "YAML", "Files", "CSystem",
    "Diagnostics", "Text",
  ]

  /// What targets of the house need that they may not: something beside, above or outside.
  static func faults(in targets: [PackageManifest.Target]) -> [String] {
    let names = Dictionary(uniqueKeysWithValues: rooms.map { ($0.name, $0.names) })
    return targets.filter { !$0.path.hasPrefix("Tests/") }.flatMap { target -> [String] in
      guard let allowed = names[target.name] else { return ["`\(target.name)` has no place in the house"] }
      return target.dependencies.filter { !allowed.contains($0) }
        .map { "`\(target.name)` may not name `\($0)`" }
    }
  }

  /// Targets that need themselves, directly or through others.
  static func circles(in targets: [PackageManifest.Target]) -> [String] {
    let needs = Dictionary(targets.map { ($0.name, $0.dependencies) }, uniquingKeysWith: +)
    return targets.map(\.name).filter { name in
      var reached: Set<String> = []
      var next = needs[name] ?? []
      while let one = next.popLast() {
        if reached.insert(one).inserted { next += needs[one] ?? [] }
      }
      return reached.contains(name)
    }
  }
}
