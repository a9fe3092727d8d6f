import SiteModel

/// The articles and templates of the starter, as a site with other kinds has them.
struct StarterTexts {
  let kinds: StarterKinds

  /// Where the places of the drawing on the home page lead when no article tells what each of them feels like.
  private static let drawing = [
    "front-of-knee-pain": "kneecap-pain", "pain-below-kneecap": "kneecap-pain",
    "stiff-knee": "knee-osteoarthritis",
  ]

  /// An article of a kind, without what leads to kinds that are not there.
  func article(_ text: String, of kind: Kind) -> String {
    var marks = 0
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line -> String? in
      if line == "---" { marks += 1 }
      guard marks == 1,
        let relation = kind.relations.first(where: { $0.name == line.prefix { $0 != ":" } })
      else { return String(line) }
      guard kinds.has(relation) else { return nil }
      guard relation.targets.count > 1, let (start, names, end) = StarterSettings.list(in: String(line))
      else { return String(line) }
      let left = names.compactMap { name -> String? in
        guard let colon = name.firstIndex(of: ":") else { return name }
        return kinds.name(of: String(name[..<colon])).map { $0.name + name[colon...] }
      }
      // With one kind to lead to, its name is not written.
      let isAlone = relation.targets.count { kinds.names[$0] != nil } == 1
      return start
        + (isAlone ? left.map { String($0.drop { $0 != ":" }.dropFirst()) } : left)
        .joined(separator: ", ") + end
    }
    return lines.joined(separator: "\n")
  }

  /// The home page's text, which leads to what no relation leads to.
  func home(_ text: String, listing articles: [String]) -> String {
    articles.isEmpty ? text : text + "\n" + articles.map { "- [](../\($0))\n" }.joined()
  }

  /// A template of a kind, or of none.
  func template(_ text: String, of kind: Kind?) -> String {
    var gone = kind.map(namesGone) ?? []
    for (number, own) in kinds.own.enumerated() where kinds.names[number] == nil {
      gone.insert("site.articles.has-" + own.name)
    }
    var kept = Self.without(gone, text)
    for (own, name) in zip(kinds.own, kinds.names) {
      guard let name, name.name != own.name else { continue }
      for start in ["site.articles.", "site.articles.has-"] {
        kept = kept.replacing("\(start)\(own.name)}}", with: "\(start)\(name.name)}}")
      }
    }
    return kept
  }

  /// The drawing of the home page; empty when there is nothing that its places could lead to.
  func drawing(_ text: String) -> String {
    guard let symptoms = kinds.kind(of: .symptom) else { return text }
    let start = "}}\(symptoms.own.folder)/"
    if let name = symptoms.name { return text.replacing(start, with: "}}\(name.folder)/") }
    guard let conditions = kinds.kind(of: .condition)?.name else { return "" }
    return Self.drawing.reduce(text) {
      $0.replacing("\(start)\($1.key)/", with: "}}\(conditions.folder)/\($1.value)/")
    }
  }

  /// The words that some template asks for, of a file with a word on each line.
  func words(_ text: String, of templates: [String]) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let tag = "{{word.\(line.prefix { $0 != ":" })}}"
      return line.isEmpty || templates.contains { $0.contains(tag) }
    }
    return lines.joined(separator: "\n")
  }

  /// The template of a kind that has nothing but its text: that of another without its relations.
  func plainTemplate(_ text: String, of kind: Kind) -> String {
    let inverses = kinds.own.flatMap(\.relations).compactMap(\.inverse)
    return Self.without(Set((kind.relations.map(\.name) + inverses).map { "has-" + $0 }), text)
  }

  /// The first article of such a kind.
  func sample(of name: StarterName) -> String {
    let words = name.name.replacing("-", with: " ")
    return """
      ---
      title: "Sample: \(words)"
      summary: An example that shows where the text of a page goes.
      review: {status: pending}
      ---

      A page begins with a short paragraph that says what it is about, in plain words.

      ## The next steps

      Change this text, then write more pages with `limber new \(name.name)` and a name for each.

      """
  }

  /// What the pages of a kind no longer have: its relations to kinds that are gone, and what leads to it from those.
  private func namesGone(_ kind: Kind) -> Set<String> {
    guard let number = kinds.own.firstIndex(where: { $0.name == kind.name }) else { return [] }
    var gone = Set(kind.relations.filter { !kinds.has($0) }.map { "has-" + $0.name })
    for (other, name) in zip(kinds.own, kinds.names) where name == nil {
      for relation in other.relations where relation.targets.contains(number) {
        if let inverse = relation.inverse { gone.insert("has-" + inverse) }
      }
    }
    return gone
  }

  /// A template without the sections of some names, whose tags stand on lines of their own.
  private static func without(_ names: Set<String>, _ text: String) -> String {
    var end: String?
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if let wanted = end {
        if line == wanted { end = nil }
        return false
      }
      guard line.hasPrefix("{{#"), line.hasSuffix("}}") else { return true }
      let name = line.dropFirst(3).dropLast(2)
      guard names.contains(String(name)) else { return true }
      end = "{{/\(name)}}"
      return false
    }
    return lines.joined(separator: "\n")
  }
}
