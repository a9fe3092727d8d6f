/// What files import, held against what their targets declare.
enum Imports {
  /// What comes with the toolchain or the system, and needs no declaration.
  private static let given: Set = [
    "Darwin", "Dispatch", "Foundation", "FoundationXML", "Glibc", "Musl", "PackagePlugin", "Synchronization",
    "Testing",
  ]
  private static let kinds: Set = [
    "actor", "class", "enum", "func", "let", "protocol", "struct", "typealias", "var",
  ]

  /// The modules that a source imports, with the lines.
  static func of(_ source: String) -> [(module: String, line: Int)] {
    let tokens = SwiftTokens.of(source)
    return tokens.indices.compactMap { place in
      let line = tokens[place].line
      guard tokens[place].text == "import", tokens[place].kind == .word else { return nil }
      // `.import` and `case import` are names.
      if place > 0, tokens[place - 1].line == line, [".", "case"].contains(tokens[place - 1].text) {
        return nil
      }
      return tokens[(place + 1)...].prefix { $0.line == line && $0.kind == .word }.map(\.text)
        .first { !kinds.contains($0) }.map { ($0, line) }
    }
  }

  /// Imports that no target declares, declarations that no file uses, and files that belong to no target. `sources` are
  /// by path, relative to the package.
  static func faults(in targets: [PackageManifest.Target], _ sources: [String: String]) -> [String] {
    var faults: [String] = []
    var homeless = Set(sources.keys).subtracting(["Package.swift"])
    for target in targets {
      var unused = Set(target.dependencies)
      let files = sources.filter { $0.key.hasPrefix(target.path + "/") }
      homeless.subtract(files.keys)
      for (path, source) in files {
        for (module, line) in of(source) where !given.contains(module) {
          unused.remove(module)
          if !target.dependencies.contains(module) {
            faults.append("\(path):\(line) imports `\(module)`, which `\(target.name)` does not declare")
          }
        }
      }
      // A plugin runs what it declares.
      if target.kind == "plugin" { continue }
      faults += unused.map { "`\(target.name)` declares `\($0)`, which none of its files imports" }
    }
    return (faults + homeless.map { "\($0) belongs to no target" }).sorted()
  }
}
