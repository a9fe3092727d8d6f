import SiteModel
import Text

/// `site.yaml` of the starter, line by line as another site has it.
struct StarterSettings {
  let kinds: StarterKinds

  private enum Block {
    case top, checker, kinds
  }

  func edited(_ text: String) -> String {
    var lines: [String] = []
    var block = Block.top
    /// The kind whose lines are being read, and whether the site has it.
    var kind: Kind?
    var isLeftOut = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      let indent = line.prefix { $0 == " " }.count
      let key = String(line.dropFirst(indent).prefix { $0 != ":" })
      if indent == 0, !line.isEmpty, !line.hasPrefix("#") {
        block = key == "checker" ? .checker : key == "kinds" ? .kinds : .top
        isLeftOut = block == .checker && checkerKind == nil
        // The comment that says what the block is for.
        if isLeftOut, lines.last?.hasPrefix("#") == true { lines.removeLast(2) }
      }
      if block == .kinds, indent == 2 {
        kind = kinds.own.first { $0.name == key }
        isLeftOut = kinds.name(of: key) == nil
        if kind?.isPage == true { lines += kinds.others.flatMap(block(of:)) }
      }
      if isLeftOut { continue }
      switch block {
      case .top: lines.append(key == "navigation" ? menu(line) : line)
      case .checker: if let line = checker(line, key) { lines.append(line) }
      case .kinds: if let line = ofKind(line, key, kind, indent: indent) { lines.append(line) }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The kind whose relations the checker names.
  private var checkerKind: Kind? {
    kinds.kind(of: .condition).flatMap { $0.name == nil ? nil : $0.own }
  }

  private func block(of other: StarterName) -> [String] {
    [
      "  \(other.name):", "    folder: \(other.folder)", "    title: \(other.title)",
      "    summary: All pages of this kind.",
    ]
  }

  /// The folders of the kinds that the site has, those of its own before the pages.
  private func menu(_ line: String) -> String {
    guard let (start, names, end) = Self.list(in: line) else { return line }
    let pages = names.firstIndex { $0.hasPrefix("page:") } ?? names.endIndex
    func kept(_ names: ArraySlice<String>) -> [String] {
      names.compactMap { name in
        guard let kind = kinds.own.first(where: { $0.folder == name }) else { return name }
        return kinds.name(of: kind.name)?.folder
      }
    }
    let all = kept(names[..<pages]) + kinds.others.map(\.folder) + kept(names[pages...])
    return start + all.joined(separator: ", ") + end
  }

  private func checker(_ line: String, _ key: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), line.hasPrefix(" ") else { return line }
    let value = line[colon...].dropFirst().filter { !" []".contains($0) }
    if let kind = kinds.own.first(where: { $0.name == value }) {
      return kinds.name(of: kind.name).map { "\(line[...colon]) \($0.name)" }
    }
    // A relation of the kind that it calls causes.
    let relation = checkerKind?.relations.first { $0.name == value }
    return relation.map(kinds.has) == false ? nil : line
  }

  private func ofKind(_ line: String, _ key: String, _ kind: Kind?, indent: Int) -> String? {
    guard let kind, let name = kinds.name(of: kind.name) else { return line }
    let isRenamed = name.name != kind.name
    switch (indent, key) {
    case (2, _): return "  \(name.name):"
    case (4, "folder"): return "    folder: \(name.folder)"
    case (4, "title") where isRenamed: return "    title: \(name.title)"
    case (4, "programme"):
      let relation = kind.programme.map { kind.relations[$0] }
      return relation.map(kinds.has) == false ? nil : line
    // A mapping with nothing in it is none.
    case (4, "relations"): return kind.relations.contains(where: kinds.has) ? line : nil
    default: break
    }
    guard indent == 6, let relation = kind.relations.first(where: { $0.name == key }),
      let start = line.firstRange(of: "{to: ")?.upperBound
    else { return line }
    let old = line[start...].prefix { line[start] == "[" ? $0 != "]" : $0 != "," && $0 != "}" }
    let targets = relation.targets.compactMap { kinds.names[$0]?.name }
    if targets.isEmpty { return nil }
    return line[..<start] + (line[start] == "[" ? "[" : "") + targets.joined(separator: ", ")
      + line[old.endIndex...]
  }

  /// A line that has a list in brackets: what stands before its entries, they, and what stands after.
  static func list(in line: String) -> (start: Substring, entries: [String], end: Substring)? {
    guard let open = line.firstIndex(of: "["), let close = line.lastIndex(of: "]"), open < close else {
      return nil
    }
    let inner = line[line.index(after: open)..<close]
    return (line[...open], inner.split(separator: ",").map { String($0.drop { $0 == " " }) }, line[close...])
  }
}
