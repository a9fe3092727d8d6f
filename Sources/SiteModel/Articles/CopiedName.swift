/// Names that systems and programs give to copies of a file.
package enum CopiedName {
  /// What `about (1)`, `about - Copy`, `Copy of about` and `about~` are copies of; nil where the name may well be the article's own.
  package static func original(of stem: Substring) -> Substring? {
    var name = stem
    if name.hasSuffix(")"), let start = name.lastIndex(of: "("),
      case let inside = name[name.index(after: start)...].dropLast().lowercased(),
      inside.allSatisfy(\.isNumber) || inside.contains("conflict") || inside == "copy"
    {
      name = name[..<start]
    } else if let mark = name.range(ofFirst: ".sync-conflict-") {
      name = name[..<mark]
    } else if let word = endings.first(where: { name.hasSuffix($0) }) {
      name = name.dropLast(word.count)
    } else if let word = beginnings.first(where: { name.hasPrefix($0) }) {
      name = name.dropFirst(word.count)
    } else {
      return nil
    }
    // `about - Copy (2)`.
    if let word = endings.first(where: { name.hasSuffix($0 + " ") || name.hasSuffix($0) }) {
      while name.last == " " { name.removeLast() }
      name = name.dropLast(word.count)
    }
    while let last = name.last, last == " " || last == "-" { name.removeLast() }
    return name.isEmpty ? nil : name
  }

  /// Of which files a file may be a copy, by its whole name: `hip (1).svg`, `hip.svg (1)` and `hip.svg.bak`.
  package static func originals(of name: String) -> [String] {
    var found = original(of: name[...]).map { [String($0)] } ?? []
    if let dot = name.lastIndex(of: "."), let stem = original(of: name[..<dot]) {
      found.append("\(stem)\(name[dot...])")
    }
    return found
  }

  /// What an id such as `about-2`, `about-copy` or `copy-of-about` may be a copy of.
  package static func numbered(_ id: String) -> String? {
    if let word = ["copy-of-", "kopie-von-", "copia-de-"].first(where: { id.hasPrefix($0) }) {
      return String(id.dropFirst(word.count))
    }
    let words = [
      "-copy", "-kopie", "-copia", "-old", "-backup", "-bak", "-orig", "-new", "-final", "-conflict",
    ]
    if let word = words.first(where: { id.hasSuffix($0) }) { return String(id.dropLast(word.count)) }
    var name = id[...]
    while name.last?.isNumber == true { name.removeLast() }
    guard name.endIndex < id.endIndex, id.count - name.count < 3 else { return nil }
    if name.last == "-" { name.removeLast() }
    return name.isEmpty ? nil : String(name)
  }

  private static let endings = [
    " - Copy", " - Kopie", " - copia", " copy", " Copy", "_copy", " copia", " Kopie", " Copie", "~", ".bak",
    ".old",
    ".orig", ".backup", ".copy", ".conflict",
  ]
  private static let beginnings = [
    "Copy of ", "copy of ", "Kopie von ", "Copia de ", "Copie de ", "~$", "._",
  ]
}

extension Substring {
  /// Where `text` begins in it.
  fileprivate func range(ofFirst text: String) -> Index? {
    var rest = self
    while !rest.isEmpty {
      if rest.hasPrefix(text) { return rest.startIndex }
      rest.removeFirst()
    }
    return nil
  }
}
