import Diagnostics
import SiteModel
import Text

/// Finds what the entries of menus lead to, and reports those that lead nowhere.
struct MenuReading {
  /// What is said of a menu that names the checker where there is none.
  static let noChecker = "The site has no symptom checker."

  private let index: SiteIndex
  private let hasChecker: Bool
  private let hasSearch: Bool
  private let words: Words
  private(set) var articles: Set<Int> = []
  private(set) var lists: Set<Int> = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Where the entries of the menu at hand lead.
  private var met: Set<[UInt8]> = []

  /// A page that an entry leads to.
  private typealias NamedPage = (title: [UInt8], url: [UInt8], language: SiteLanguage?)

  init(_ index: SiteIndex, hasChecker: Bool, hasSearch: Bool, _ words: Words) {
    self.index = index
    self.words = words
    self.hasChecker = hasChecker
    self.hasSearch = hasSearch
  }

  mutating func menu(_ entries: [MenuEntry], named name: String) -> [MenuTarget] {
    met.removeAll()
    return entries.compactMap { target($0, in: name) }
  }

  private mutating func target(_ entry: MenuEntry, in menu: String) -> MenuTarget? {
    let label = entry.label.map { Array($0.utf8) }
    var found: MenuTarget?
    let place: PlacedText
    switch entry.destination {
    case .items(let items):
      return MenuTarget(
        title: label ?? [], url: [], items: items.compactMap { target($0, in: menu) })
    case .page(let name):
      place = name
      found = page(name).map { MenuTarget(title: label ?? $0.title, url: $0.url, language: $0.language) }
    case .address(let address):
      place = address
      found = MenuTarget(title: label ?? [], url: index.moved(address.bytes), isExternal: true)
    }
    guard let found else { return nil }
    if met.insert(found.url).inserted { return found }
    report(place, "`\(place.text)` is in `\(menu)` twice.", "Delete one of them.")
    return nil
  }

  private mutating func report(
    _ place: PlacedText, _ message: String, _ hint: String?, cause: String? = nil
  ) {
    diagnostics.append(
      .error(
        .badNavigation, file: SiteConfiguration.file, at: place.position, message, hint: hint, cause: cause))
  }

  private mutating func page(_ name: PlacedText) -> NamedPage? {
    let target = name.text
    let kinds = index.configuration.kinds
    func address(_ path: String) -> [UInt8] { index.basePath + Array(path.utf8) }
    if let number = kinds.firstIndex(where: { $0.folder == target && !$0.isPage }) {
      let kind = kinds[number]
      lists.insert(number)
      return (Array(kind.title.utf8), address(kind.path), nil)
    }
    if target == "checker" {
      if hasChecker {
        return (
          words[.symptomChecker], address(index.configuration.address(of: GeneratedPages.checkerURL)), nil
        )
      }
      report(
        name, Self.noChecker,
        "Remove `checker`, or add a checker in `\(SourceTree.checkerFolder)`.")
    } else if target == "search" {
      if hasSearch {
        return (
          words[.search], address(index.configuration.address(of: GeneratedPages.searchURL)), nil
        )
      }
      report(
        name, "The site has no search page.",
        "Remove `search`, or add the template `\(GeneratedPages.searchTemplate).mustache`.")
    } else if let meant = meant(by: target) {
      report(name, "`\(target)` is neither the folder of a kind nor `kind:id`.", "Write `\(meant)`.")
    } else if let colon = target.firstIndex(of: ":") {
      return article(
        name, kind: String(target[..<colon]), id: String(target[target.index(after: colon)...]))
    } else if !index.isStray(name.bytes) {
      report(
        name, "`\(target)` is neither the folder of a kind nor `kind:id`.", hint(for: target))
    }
    return nil
  }

  /// The folder or article whose path, file or address on this site was written, or whose title; nil for other words, and for a title
  /// that several have.
  private func meant(by target: String) -> String? {
    let address = index.configuration.writtenAddress
    var path = target[...]
    for start in [address.origin + address.path, "/", "Content/"] where path.hasPrefix(start) {
      path = path.dropFirst(start.count)
    }
    if path.contains("://") { return nil }
    for end in ["/", ".md", ".html", "/index"] where path.hasSuffix(end) { path = path.dropLast(end.count) }
    let kinds = index.configuration.kinds
    let parts = path.split(separator: "/").map(String.init)
    if parts.count == 2, let kind = kinds.firstIndex(where: { $0.folder == parts[0] }),
      index.ids[kind][parts[1].utf8] != nil
    {
      return "\(kinds[kind].name):\(parts[1])"
    }
    guard parts.count == 1 else { return nil }
    let folder = parts[0].lowercased()
    if kinds.contains(where: { $0.folder == folder && !$0.isPage }) {
      return folder
    }
    let named = kinds.indices.filter { index.ids[$0][folder.utf8] != nil }
    if named.count == 1 { return "\(kinds[named[0]].name):\(folder)" }
    let titled = index.articles.indices.filter { index.articles[$0].title.elementsEqual(target.utf8) }
    return titled.count == 1 ? index.name(of: titled[0]) : nil
  }

  /// What was meant by a word that leads nowhere.
  private func hint(for target: String) -> String? {
    let kinds = index.configuration.kinds
    let folders = kinds.filter { !$0.isPage }.map(\.folder)
    if ["symptom-checker", "symptoms-checker"].contains(target), hasChecker { return "Write `checker`." }
    if let page = kinds.firstIndex(where: \.isPage) {
      let id = ["home", "start", "/", "homepage"].contains(target) ? "index" : target
      if index.ids[page][id.utf8] != nil { return "Write `\(kinds[page].name):\(id)`." }
    }
    let singular = Self.singular(target)
    return kinds.first { [target, singular].contains($0.name) && !$0.isPage }.map {
      "Write `\($0.folder)`."
    }
      ?? NearestName.hint(for: target, among: folders + ["checker", "search"])
      ?? "Write a folder, such as `\(folders.first ?? "causes")`, or an article, such as `page:about`."
  }

  /// A kind's name, where the plural of that was written.
  private static func singular(_ word: String) -> String {
    let irregular = [
      "people": "person", "men": "man", "women": "woman", "children": "child", "diagnoses": "diagnosis",
      "staff": "person", "clinicians": "person", "therapists": "person",
    ]
    if let one = irregular[word] { return one }
    if word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    if ["ches", "shes", "sses", "xes"].contains(where: word.hasSuffix) { return String(word.dropLast(2)) }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private mutating func article(
    _ name: PlacedText, kind kindName: String, id: String
  ) -> NamedPage? {
    let kinds = index.configuration.kinds
    if id.hasPrefix("//") || ["tel", "mailto"].contains(kindName) {
      report(
        name, "An address of another site, a number or a mailbox needs a label.",
        "Write `{url: \"\(name.text)\", label: …}`, with what readers are to see.")
      return nil
    }
    guard let kind = index.configuration.kind(named: kindName) else {
      report(
        name, "There is no kind `\(kindName)`.",
        index.configuration.kindName(meantBy: kindName, among: kinds.map(\.name)).map {
          "Did you mean `\($0):\(id)`?"
        })
      return nil
    }
    guard let number = index.ids[kind][id.utf8] else {
      if !index.isStray(id.utf8) {
        let hints = NameHints(index)
        let near = NearestName.to(id, among: index.ids[kind].names)
        report(
          name, "There is no \(kinds[kind].name) `\(id)`.",
          (near ?? hints.renamed(id, kind: kind)).map { "Did you mean `\(kinds[kind].name):\($0)`?" }
            ?? meant(by: id).map { "Write `\($0)`." },
          cause: hints.file(of: id, kind: kind))
      }
      return nil
    }
    let article = index.articles[number]
    if article.isPublished {
      articles.insert(number)
      return (article.title, article.url, article.foreign)
    }
    if article.state != .faulty {
      report(
        name, "`\(name.text)` is \(article.state.rawValue).", article.state.hint(removing: "it"),
        cause: article.fileOfState)
    }
    return nil
  }
}
