/// The targets that `Package.swift` declares.
struct PackageManifest {
  struct Target {
    let kind: String
    var name = ""
    /// Where its files lie, relative to the package.
    var path = ""
    /// Modules: other targets, and the products of other packages by name.
    var dependencies: [String] = []
  }

  let targets: [Target]

  init(_ source: String) {
    let kinds = ["target", "executableTarget", "testTarget", "systemLibrary", "plugin"]
    let tokens = SwiftTokens.of(source)
    targets = tokens.indices.compactMap { start in
      guard start > 1, kinds.contains(tokens[start].text), tokens[start - 1].text == ".",
        start + 1 < tokens.count, tokens[start + 1].text == "("
      else { return nil }
      return Self.target(tokens[start].text, tokens[(start + 1)...])
    }
  }

  /// `tokens` begin with the parenthesis after the kind.
  private static func target(_ kind: String, _ tokens: ArraySlice<SwiftToken>) -> Target {
    var target = Target(kind: kind)
    var depth = 0
    var argument = ""
    for (place, token) in zip(tokens.indices, tokens) {
      if token.kind == .mark, "([".contains(token.text) { depth += 1 }
      if token.kind == .mark, ")]".contains(token.text) { depth -= 1 }
      if depth == 0 { break }
      if depth == 1, token.kind == .word { argument = token.text }
      guard token.kind == .text else { continue }
      switch (argument, depth) {
      case ("name", 1): target.name = token.text
      case ("path", 1): target.path = token.text
      case ("dependencies", 2): target.dependencies.append(token.text)
      // `.product(name: "…", package: "…")`
      case ("dependencies", 3) where tokens[place - 2].text == "name": target.dependencies.append(token.text)
      default: break
      }
    }
    if target.path.isEmpty {
      let folder = kind == "testTarget" ? "Tests" : kind == "plugin" ? "Plugins" : "Sources"
      target.path = folder + "/" + target.name
    }
    return target
  }
}
