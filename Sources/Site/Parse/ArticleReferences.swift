import Diagnostics
import Markdown
import SiteModel
import Text

/// Answers what the links, pictures and citations of one article mean, and notes which files it uses. One for
/// each worker; `begin` sets the article.
final class ArticleReferences: MarkdownReferences {
  let index: SiteIndex
  let hints: NameHints
  private let basePath: [UInt8]
  /// The article's folder, such as `Content/causes`.
  var folder: [UInt8] = []
  /// Where relative paths are worked out.
  var place: [UInt8] = []
  /// Files below `Content` that the article shows or links to.
  var usedFiles: [Int] = []
  /// Kinds to whose lists it links.
  var linkedLists: Set<Int> = []
  /// What was probably meant by paths of files that are not there, as the articles of `folder` write it.
  var meantPaths: [String: (isRenamed: Bool, path: String?)] = [:]
  /// Whether citations are allowed; they are not in front matter, whose texts have no list of references.
  var allowsCitations = true
  /// Whether links may lead to articles that visitors do not get: for who changes links and publishes nothing.
  var reachesUnpublished = false
  /// Whether what is asked is kept, for a cache.
  var keepsQuestions = false
  /// What the article at hand asked so far.
  var asked = AskedNames()

  init(_ index: SiteIndex) {
    self.index = index
    basePath = index.basePath
    hints = NameHints(index)
  }

  func begin(_ article: Article) { begin(file: article.file) }

  /// `file` is relative to the source folder.
  func begin(file: String) {
    let own = ComposedText.composed(Array(PathText.folder(of: file).utf8))
    if own != folder { meantPaths.removeAll() }
    folder = own
    usedFiles.removeAll(keepingCapacity: true)
    linkedLists.removeAll(keepingCapacity: true)
    allowsCitations = true
    if keepsQuestions { asked.removeAll() }
  }

  func link(to destination: [UInt8]) -> LinkTarget {
    let target = meaning(of: destination)
    if keepsQuestions {
      asked.ask(.link, destination)
      asked.answer(target, index, usedFiles: usedFiles.count)
    }
    return target
  }

  private func meaning(of destination: [UInt8]) -> LinkTarget {
    guard let first = destination.first else {
      return .refused(
        code: .brokenLink, message: "This link has no address.",
        hint: "Write the address between `(` and `)`.")
    }
    if first == UInt8(ascii: "#") || first == UInt8(ascii: "?") { return .samePage }
    if first == UInt8(ascii: ".") { return link(toFile: Self.path(of: destination[...]), destination) }
    if let colon = Self.schemeEnd(of: destination) { return link(scheme: destination[..<colon], destination) }
    let path = Self.path(of: destination[...])
    guard first == UInt8(ascii: "/") else { return link(toFile: path, destination) }
    if destination.starts(with: "//".utf8) {
      // What stands there may be wrong as well: an address of this site that leads nowhere.
      let whole = meaning(of: Array("https:".utf8) + destination)
      if case .refused = whole { return whole }
      return refused(
        destination, "does not start with `https://`",
        hint: LinkSlip.hint(for: destination) ?? "Add `https:` in front of it.")
    }
    return link(toAddress: destination[...], asWritten: destination)
  }

  /// What stands before a query or fragment.
  static func path(of destination: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
  }

  /// Where the scheme of a URL ends (RFC 3986, section 3.1), if it has one.
  static func schemeEnd(of destination: [UInt8]) -> Int? {
    for (offset, byte) in destination.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if offset == 0 { return nil }
      case UInt8(ascii: ":"): return offset == 0 ? nil : offset
      default: return nil
      }
    }
    return nil
  }

  private func link(scheme: ArraySlice<UInt8>, _ destination: [UInt8]) -> LinkTarget {
    if let kind = index.kindNames[scheme] { return link(toKind: kind, destination) }
    if let known = AddressScheme(named: scheme) {
      if known == .mailto, known.isComplete(destination), !LinkSlip.isMail(destination) {
        return refused(
          destination, "is not a complete address",
          hint: "Write the whole of it, such as `mailto:desk@clinic.example`.")
      }
      guard known == .https || known == .http else {
        return known.isComplete(destination)
          ? .external
          : refused(
            destination, "is not a complete address",
            hint: known == .mailto
              ? "Write the address right after the colon." : DialedNumber.hint(destination))
      }
      guard known.isComplete(destination) else {
        return refused(
          destination, "is not a complete address",
          hint: LinkSlip.hint(for: destination)
            ?? "Write the whole of it, such as `https://www.example.org/`.")
      }
      switch index.host(of: destination) {
      case .another:
        guard let meant = LinkSlip.host(meantBy: destination) else { return .external }
        return refused(
          destination, "is not a complete address",
          hint: meant.isEmpty
            ? "Write the whole of it, such as `https://www.example.org/`." : "Write `\(meant)`.")
      case .own(let path): return link(toAddress: path, asWritten: destination)
      case .writersOwn(let path): return link(toWritersOwn: path, destination)
      }
    }
    let name = text(scheme)
    if LinkSlip.isOnOwnDisk(text(destination[...])) {
      return refused(
        destination, "is a place on your own computer", hint: ownPath(ofFile: destination))
    }
    let near = index.configuration.kindName(
      meantBy: name, among: index.configuration.kinds.map(\.name) + AddressScheme.names)
    return refused(
      destination, "starts with `\(name):`, which is neither a kind of article nor a type of address",
      hint: near.map { "Did you mean `\($0)\(text(destination[scheme.endIndex...]))`?" }
        ?? LinkSlip.hint(for: destination)
        ?? "Write an address that starts with `https://`, a file's path, or a kind and an id, such as `\(example)`."
    )
  }

  /// A link as articles name one another.
  var example: String {
    index.articles.indices.first { index.articles[$0].isPublished }.map { index.name(of: $0) } ?? "page:about"
  }

  func isUnread(_ destination: [UInt8]) -> Bool { index.isStray(Self.path(of: destination[...])) }

  private func link(toKind kind: Int, _ destination: [UInt8]) -> LinkTarget {
    let name = index.configuration.kinds[kind].name
    let path = Self.path(of: destination[...])
    let id = path.dropFirst(name.utf8.count + 1)
    if let article = index.ids[kind][id] { return target(article) }
    if index.isStray(id) { return .local(url: destination) }
    let near = hints.nearest(to: text(id), in: .ids(kind: kind))
    return .refused(
      code: .brokenLink, message: "There is no \(name) `\(text(id))`.",
      hint: (near ?? hints.renamed(text(id), kind: kind)).map {
        "Did you mean `\(name):\($0)\(text(destination[path.endIndex...]))`?"
      }
        ?? "Write the id of a \(name) that exists: the name of its file without `.md`.",
      // An article that is gone is one slip, however many links led to it.
      cause: hints.file(of: text(id), kind: kind))
  }

  /// A path from the site's root, with query and fragment; of a whole address of the site, what follows the host.
  private func link(toAddress address: ArraySlice<UInt8>, asWritten destination: [UInt8]) -> LinkTarget {
    let path = Self.path(of: address)
    let rest = address.dropFirst(path.count)
    let decoded = path.isEmpty ? Array("/".utf8) : URLText.decode(path)
    // The address goes out as it is, not in the letters of the link: servers tell `/Signs/` from `/signs/`.
    switch index.target(at: decoded) {
    case .article(let article), .redirect(let article): return target(article)
    case .file(let file):
      usedFiles.append(file)
      return .local(url: index.publishedURL(ofFile: file) + rest)
    case .kindIndex(let kind):
      linkedLists.insert(kind)
      return .local(url: basePath + Array(index.configuration.kinds[kind].path.utf8) + rest)
    case .rootFile(let file): return .local(url: basePath + file.url + rest)
    case .listPage(let kind, let known):
      linkedLists.insert(kind)
      return .local(url: basePath + known + rest)
    case .generated(let known): return .local(url: basePath + known + rest)
    case .unwritten(let reason, let hint):
      return refused(destination, "is not an address on this site: \(reason)", hint: hint)
    case nil: break
    }
    if let article = index.unpublishedArticle(at: decoded), case let found = target(article),
      case .refused = found
    {
      return found
    }
    if index.isStray(decoded) { return .local(url: destination) }
    let start = destination.dropLast(address.count)
    return refused(
      destination, "is not an address on this site",
      hint: addressHint(decoded).map { "Did you mean `\(text(start))\($0)\(text(rest))`?" }
        ?? fileHint(decoded, rest)
        ?? (LinkSlip.isOnOwnDisk(text(destination[...]))
          ? ownPath(ofFile: destination) : LinkSlip.hint(for: destination)))
  }

  /// The address that was probably meant.
  private func addressHint(_ path: [UInt8]) -> String? {
    let slashed = path + [UInt8(ascii: "/")]
    if index.target(at: slashed) != nil { return text(slashed[...]) }
    // Anything short is near the home page.
    return hints.nearest(to: text(path[...]), in: .addresses).flatMap { $0 == "/" ? nil : $0 }
  }

  /// For the path of an article's file from the root of the site or of the source.
  private func fileHint(_ path: [UInt8], _ rest: ArraySlice<UInt8>) -> String? {
    let start = Array("/Content".utf8)
    let file = Array("Content".utf8) + (path.starts(with: start) ? path.dropFirst(start.count) : path[...])
    guard index.articlePaths[file] != nil else { return nil }
    return "Did you mean `\(relativePath(to: text(file[...])))\(text(rest))`?"
  }

  /// An address that leads to the machine it was written on, such as that of the preview.
  private func link(toWritersOwn address: ArraySlice<UInt8>, _ destination: [UInt8]) -> LinkTarget {
    let path = Self.path(of: address)
    let decoded = path.isEmpty ? Array("/".utf8) : URLText.decode(path)
    let rest = text(address.dropFirst(path.count))
    let meant = index.target(at: decoded).flatMap { index.path(of: $0) }.map { text($0[...]) }
    return refused(
      destination, "points to your own computer or network, which visitors cannot reach",
      hint: meant.map { "Write `\($0)\(rest)`." }
        ?? addressHint(decoded).map { "Did you mean `\($0)\(rest)`?" }
        ?? "Link to a page on this site, such as `/`, or to an address that everyone can reach.")
  }

  func target(_ number: Int) -> LinkTarget {
    let article = index.articles[number]
    if reachesUnpublished { return .article(index: number, url: article.url) }
    switch article.state {
    case .published, .faulty: return .article(index: number, url: article.url)
    case let state:
      return .refused(
        code: .unpublishedTarget,
        message: "This links to `\(index.name(of: number))`, which is \(state.rawValue).",
        hint: state.hint(removing: "the link"), cause: article.fileOfState)
    }
  }

  func title(of article: Int) -> [UInt8] {
    let title = index.articles[article].title
    if keepsQuestions {
      asked.ask(.title, Array(ComposedText.composed(index.articles[article].file).utf8))
      asked.answer(title)
    }
    return title
  }

  func foreignLanguage(of article: Int) -> String? { index.articles[article].foreign?.tag }

  func citation(_ key: [UInt8]) -> Int? {
    guard allowsCitations else { return nil }
    let work = index.references.table[key]
    if keepsQuestions {
      asked.ask(.work, key)
      asked.answer(work != nil)
    }
    return work
  }

  func refused(_ destination: [UInt8], _ what: String, hint: String?) -> LinkTarget {
    .refused(code: .brokenLink, message: "The link `\(text(destination[...]))` \(what).", hint: hint)
  }

  func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
