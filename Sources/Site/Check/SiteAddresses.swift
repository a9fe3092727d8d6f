import Diagnostics
import SiteModel
import Text

/// The addresses of a site's pages and downloads, held against those at which readers ever found something.
package struct SiteAddresses {
  private let index: SiteIndex
  /// Files that visitors can get.
  private let used: Set<Int>
  /// In the form in which addresses are compared, with the article or translation that is withdrawn.
  private let withdrawn: [[UInt8]: Article]
  private let hints: NameHints
  private let editions: [Edition]
  /// Where old addresses of translations lead.
  private let ofTranslations: [[UInt8]: String]

  package init(_ site: CheckedSite) {
    self.init(site.index, site.parsed, site.editions.compactMap(\.edition))
  }

  init(_ index: SiteIndex, _ parsed: [ParsedArticle], _ editions: [Edition]) {
    self.index = index
    self.editions = editions
    ofTranslations = Dictionary(
      editions.flatMap(\.oldAddresses).map { (SiteIndexBuilder.folded($0.old.key), $0.new) },
      uniquingKeysWith: { first, _ in first })
    var used: Set<Int> = []
    for (number, article) in parsed.enumerated() where index.articles[number].isPublished {
      used.formUnion(article.usedFiles)
    }
    self.used = used
    withdrawn = Dictionary(
      (index.withdrawnAddresses + editions.flatMap(\.withdrawnAddresses)).map {
        (SiteIndexBuilder.folded($0.address), $0.article)
      },
      uniquingKeysWith: { first, _ in first })
    hints = NameHints(index)
  }

  /// What became of an address.
  package enum Fate: Equatable, Sendable {
    /// A page or file is there.
    case there
    /// Readers are led on to this address.
    case moved(to: String)
    /// A page says that this article was withdrawn.
    case withdrawn(file: String)
    /// Readers get "page not found".
    case lost
  }

  package func fate(of entry: AddressList.Entry) -> Fate {
    let own = fate(at: entry.key)
    // Servers lead on from a folder's name to the folder.
    let slash = UInt8(ascii: "/")
    guard own == .lost, entry.key.last != slash, !entry.key.contains(UInt8(ascii: "?")) else { return own }
    return fate(at: entry.key + [slash])
  }

  private func fate(at key: [UInt8]) -> Fate {
    switch index.target(at: key) {
    case .redirect(let article): return .moved(to: index.address(of: article))
    case .file(let file): return used.contains(file) ? .there : .lost
    case .article, .kindIndex, .listPage, .generated, .rootFile: return .there
    case .unwritten, nil: break
    }
    if let new = ofTranslations[key] { return .moved(to: new) }
    if let article = withdrawn[key] { return .withdrawn(file: article.file) }
    // An article whose name cannot be used may be the one, which has been told.
    return index.isStray(key) ? .there : .lost
  }

  /// Reports of addresses that lead nowhere any more.
  func faults(_ list: AddressList) -> [Diagnostic] {
    if index.configuration.hasFaultyKinds { return list.diagnostics }
    return list.diagnostics
      + list.entries.filter { fate(of: $0) == .lost }.map { entry in
        let article = unpublishedArticle(at: entry.key)
        let reason = article.map { ", because `\($0.fileOfState)` is \($0.state.rawValue)" } ?? ""
        return .error(
          .lostAddress, file: AddressList.file, at: entry.position,
          "Readers once found something at `\(entry.text)`, and now it leads nowhere\(reason).",
          hint: hint(entry.text, article))
      }
  }

  /// Reports of pages and downloads that readers find now, in a folder with files at `paths`, and would not find on this site.
  /// Those of the list are not among them.
  func losses(_ paths: some Sequence<String>, _ list: AddressList) -> [Diagnostic] {
    if index.configuration.hasFaultyKinds { return [] }
    let listed = Set(list.entries.map(\.key))
    return paths.lazy.compactMap { Self.address(ofFile: $0) }.filter { address in
      let key = SiteIndexBuilder.folded(address)
      return fate(at: key) == .lost && !listed.contains(key) && !isFurtherPage(address)
    }.map { address in
      let text = String(
        decoding: URLText.encode(path: String(decoding: address, as: UTF8.self)), as: UTF8.self)
      let article = unpublishedArticle(at: address)
      let reason = article.map { ", because `\($0.fileOfState)` is \($0.state.rawValue)" } ?? ""
      return .warning(
        .lostAddress, file: nil, at: nil,
        "Readers find something at `\(text)` now, and this build would take it away\(reason).",
        hint: hint(text, article))
    }
  }

  /// Whether an address is that of a further page of a list or of a year, in any of the site's languages.
  private func isFurtherPage(_ address: [UInt8]) -> Bool {
    ([index.configuration] + editions.map(\.configuration)).contains { configuration in
      let language = configuration.languagePath.utf8
      return address.starts(with: language)
        && ListPages.isFurther(Array(address.dropFirst(language.count)), configuration.kinds)
    }
  }

  /// The address of a page or download by its path in an output folder, decoded; nil for what pages only load and for files that
  /// are for machines.
  private static func address(ofFile path: String) -> [UInt8]? {
    let page = "index.html"
    if path == page { return [UInt8(ascii: "/")] }
    if path.hasSuffix("/" + page) { return Array(("/" + path.dropLast(page.utf8.count)).utf8) }
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    if path.hasSuffix(".html") { return path == "404.html" ? nil : Array(("/" + path).utf8) }
    guard path.contains("/"), !path.hasPrefix("."), !path.hasPrefix("assets/"), Download.isDocument(name)
    else { return nil }
    return Array(("/" + path).utf8)
  }

  private func hint(_ address: String, _ unpublished: Article?) -> String {
    let line = "`redirect-from: [\(address)]`"
    if let unpublished {
      return
        "To take it back on purpose, write `review: {status: withdrawn}` in `\(unpublished.fileOfState)`. If another article replaces it, add \(line) there."
    }
    guard let near = fileNearest(to: address) else {
      return "Add \(line) to the front matter of the article that replaces it."
    }
    return "Add \(line) to the front matter of the article that replaces it, such as `\(near)`."
  }

  /// The article or translation whose address is most like one.
  private func fileNearest(to address: String) -> String? {
    if let edition = editions.first(where: { address.hasPrefix("\($0.configuration.languagePath)/") }) {
      let base = edition.configuration.basePath.utf8.count
      let files = Dictionary(
        edition.shown.map { edition.articles[$0] }.map {
          (String(decoding: $0.url.dropFirst(base), as: UTF8.self), $0.file)
        }, uniquingKeysWith: { first, _ in first })
      return NearestName.to(address, among: files.keys.sorted()).flatMap { files[$0] }
    }
    return hints.nearest(to: address, in: .addresses).flatMap {
      if case .article(let number)? = index.target(at: Array($0.utf8)) {
        index.articles[number].file
      } else {
        nil
      }
    }
  }

  /// The article or translation whose address this would be, were it published.
  private func unpublishedArticle(at address: [UInt8]) -> Article? {
    let key = SiteIndexBuilder.folded(address)
    return index.unpublishedArticle(at: address).map { index.articles[$0] }
      ?? editions.lazy.compactMap { $0.unpublishedTranslation(at: key) }.first
  }

  /// All of them, percent-encoded, in order, without the base path: pages, downloads, and old addresses that lead on. Files that
  /// pages only show, and those for machines, are none of them.
  package func all() -> [String] {
    var all: Set<String> = []
    for target in index.targets {
      switch target {
      case .article(let number) where index.articles[number].isPublished:
        all.insert(index.address(of: number))
      case .kindIndex(let kind): all.insert(index.configuration.kinds[kind].path)
      case .generated(let path) where path.last == UInt8(ascii: "/"):
        all.insert(String(decoding: path, as: UTF8.self))
      case .file(let file) where used.contains(file) && !index.files[file].isImage:
        all.insert(String(decoding: index.files[file].url.dropFirst(index.basePath.count), as: UTF8.self))
      case .article, .generated, .file, .rootFile, .redirect, .unwritten: break
      // Where an article stands among the further pages changes with each new one.
      case .listPage: break
      }
    }
    let old = index.articles.filter(\.isPublished).flatMap(\.redirects).compactMap {
      RedirectAddress($0.bytes)
    }
    for address in old + editions.flatMap(\.oldAddresses).map(\.old) {
      let query = address.query.isEmpty ? "" : "?" + String(decoding: address.query, as: UTF8.self)
      all.insert(String(decoding: address.urlPath, as: UTF8.self) + query)
    }
    return all.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension Diagnostic {
  /// Whether it tells of what is published at the moment: the next build will not find it.
  var isOfPublishedSite: Bool { code == .lostAddress && file == nil }
}
