/// The line of stages inside `Site`: a folder needs those before it and none after it.
enum Stages {
  /// In order; files beside the folders are below all of them.
  static let order = ["Read", "Index", "Parse", "Check", "Render", "Publish", "Build"]

  /// Uses of what only a later stage declares: its types and functions, and what it adds to types from elsewhere.
  /// `sources` are by path, relative to `Site`; names that those of the rooms `below` declare, too, are meant to be theirs.
  static func faults(in sources: [String: String], below: some Collection<String> = []) -> [String] {
    let shared = below.reduce(into: Set<String>()) { $0.formUnion(SwiftNames(of: $1).all) }
    let files = sources.map { (path: $0.key, stage: stage(of: $0.key), names: SwiftNames(of: $0.value)) }
    // Of names that several stages declare, the earliest is meant.
    func earliest(_ names: (SwiftNames) -> some Sequence<String>) -> [String: Int] {
      Dictionary(files.flatMap { file in names(file.names).map { ($0, file.stage) } }, uniquingKeysWith: min)
    }
    let types = earliest(\.types)
    let known = earliest(\.all)
    var reachable = earliest(\.free)
    for file in files {
      // A member of a stage's own type is out of reach without that type.
      for (type, name) in file.names.added where types[type] != file.stage {
        reachable[name] = min(file.stage, reachable[name] ?? file.stage)
      }
    }
    var faults = files.filter { $0.stage == order.count }.map { "\($0.path) is in no stage" }
    for file in files {
      for (name, line) in file.names.uses {
        guard let declared = types[name] ?? reachable[name], declared > file.stage, !shared.contains(name),
          (known[name] ?? declared) > file.stage
        else { continue }
        faults.append("\(file.path):\(line) uses `\(name)` of \(order[declared])")
      }
    }
    return faults.sorted()
  }

  private static func stage(of path: String) -> Int {
    guard let slash = path.firstIndex(of: "/") else { return -1 }
    return order.firstIndex(of: String(path[..<slash])) ?? order.count
  }
}
