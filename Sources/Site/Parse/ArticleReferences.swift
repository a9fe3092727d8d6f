import Diagnostics
import Markdown
import SiteModel
import Text

/// Answers what the links, pictures and citations of one article mean, and notes which files it uses. One for
/// each worker; `begin` sets the article.
final class ArticleReferences: MarkdownReferences {
  let index: SiteIndex
  private let basePath: [UInt8]
  /// The article's folder, such as `Content/causes`.
  var folder: [UInt8] = []
  /// Where relative paths are worked out.
  var place: [UInt8] = []
  /// Files below `Content` that the article shows or links to.
  private(set) var usedFiles: [Int] = []
  /// Whether citations are allowed; they are not in front matter, whose texts have no list of references.
  var allowsCitations = true
  /// Whether links may lead to articles that visitors do not get: for who changes links and publishes nothing.
  var reachesUnpublished = false

  init(_ index: SiteIndex) {
    self.index = index
    basePath = index.basePath
  }

  func begin(_ article: Article) { begin(file: article.file) }

  /// `file` is relative to the source folder.
  func begin(file: String) {
    folder = ComposedText.composed(Array(PathText.folder(of: file).utf8))
    usedFiles.removeAll(keepingCapacity: true)
    allowsCitations = true
  }

  func link(to destination: [UInt8]) -> LinkTarget {
    guard let first = destination.first else {
      return .refused(
        code: .brokenLink, message: "This link leads nowhere.",
        hint: "Write where it leads between `(` and `)`.")
    }
    if first == UInt8(ascii: "#") { return .samePage }
    if first == UInt8(ascii: ".") { return link(toFile: Self.path(of: destination), destination) }
    if let colon = schemeEnd(of: destination) { return link(scheme: destination[..<colon], destination) }
    let path = Self.path(of: destination)
    return first == UInt8(ascii: "/") ? link(toAddress: path, destination) : link(toFile: path, destination)
  }

  /// What stands before a query or fragment.
  static func path(of destination: [UInt8]) -> ArraySlice<UInt8> {
    destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
  }

  /// Where the scheme of a URL ends (RFC 3986, section 3.1), if it has one.
  func schemeEnd(of destination: [UInt8]) -> Int? {
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
    if let kind = index.kindNames[scheme] {
      let id = Self.path(of: destination)[(scheme.endIndex + 1)...]
      if let article = index.ids[kind][id] { return target(article) }
      let name = index.configuration.kinds[kind].name
      return .refused(
        code: .brokenLink, message: "There is no \(name) `\(text(id))`.",
        hint: NearestName.hint(for: text(id), among: index.ids[kind].names))
    }
    if let known = AddressScheme(named: scheme) {
      return known.isComplete(destination)
        ? .external : refused(destination, "is no complete address", hint: nil)
    }
    if scheme.count == 1 || text(scheme).lowercased() == "file" {
      return refused(destination, "names a file on your computer", hint: ownPath(ofFile: destination))
    }
    return refused(
      destination, "begins with `\(text(scheme)):`, which is neither a kind of article nor a kind of address",
      hint: NearestName.hint(
        for: text(scheme), among: index.configuration.kinds.map(\.name) + AddressScheme.names))
  }

  /// A path from the site's root.
  private func link(toAddress path: ArraySlice<UInt8>, _ destination: [UInt8]) -> LinkTarget {
    if destination.starts(with: "//".utf8) {
      return refused(
        destination, "does not say how the other site is reached", hint: "Begin it with `https://`.")
    }
    let decoded = URLText.decode(path)
    guard let place = index.urls[SiteIndexBuilder.folded(decoded)] else {
      let slashed = decoded + [UInt8(ascii: "/")]
      let hint =
        index.urls[SiteIndexBuilder.folded(slashed)] != nil
        ? "Did you mean `\(text(slashed[...]))`?"
        : NearestName.hint(for: text(decoded[...]), among: index.urls.names)
      return refused(destination, "is no address of this site", hint: hint)
    }
    // The address goes out as it is, not in the letters of the link: servers tell `/Signs/` from `/signs/`.
    let rest = destination.dropFirst(path.count)
    switch index.targets[place] {
    case .article(let article), .redirect(let article): return target(article)
    case .file(let file):
      usedFiles.append(file)
      return .local(url: index.files[file].url + rest)
    case .kindIndex(let kind):
      return .local(url: basePath + Array(index.configuration.kinds[kind].path.utf8) + rest)
    case .generated: return .local(url: basePath + destination)
    }
  }

  /// A path from the article's folder.
  private func link(toFile path: ArraySlice<UInt8>, _ destination: [UInt8]) -> LinkTarget {
    if destination.contains(UInt8(ascii: "\\")) {
      return refused(
        destination, "has backslashes; addresses have slashes", hint: ownPath(ofFile: destination))
    }
    guard resolve(path) else { return refused(destination, "leads out of `Content`", hint: nil) }
    if let article = index.articlePaths[place] { return target(article) }
    if let file = index.filePaths[place] {
      usedFiles.append(file)
      return .local(url: index.files[file].url + destination.dropFirst(path.count))
    }
    let shown = text(place[...])
    if destination.starts(with: "www.".utf8) {
      return refused(destination, "names no file", hint: "Begin the address of another site with `https://`.")
    }
    if let kind = index.configuration.kinds.first(where: { "Content/\($0.folder)" == shown }), !kind.isPage {
      return .local(url: basePath + Array(kind.path.utf8) + destination.dropFirst(path.count))
    }
    return .refused(
      code: .brokenLink, message: "There is no file `\(shown)`.",
      hint: NearestName.hint(for: shown, among: index.articlePaths.names) ?? hintElsewhere(shown))
  }

  /// For a path that has the right name and the wrong folder: the right path from the article's own.
  private func hintElsewhere(_ path: String) -> String? {
    let name = path[(path.lastIndex(of: "/") ?? path.startIndex)...]
    guard let found = index.articlePaths.names.first(where: { $0.hasSuffix(name) }) else { return nil }
    return "Did you mean `\(pathFromHere(to: found))`?"
  }

  /// Works out in `place` what a path from the article's folder is from the source folder; false when it
  /// leaves `Content`.
  func resolve(_ path: ArraySlice<UInt8>) -> Bool {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    place.removeAll(keepingCapacity: true)
    place.append(contentsOf: folder)
    let path = path.contains(UInt8(ascii: "%")) ? ComposedText.composed(URLText.decode(path))[...] : path
    var at = path.startIndex
    while at < path.endIndex {
      var end = at
      while end < path.endIndex, path[end] != slash { end += 1 }
      if end - at == 2, path[at] == dot, path[at + 1] == dot {
        guard let last = place.lastIndex(of: slash) else { return false }
        place.removeSubrange(last...)
      } else if end > at, end - at > 1 || path[at] != dot {
        place.append(slash)
        place.append(contentsOf: path[at..<end])
      }
      at = end + 1
    }
    return true
  }

  private func target(_ number: Int) -> LinkTarget {
    let article = index.articles[number]
    if reachesUnpublished { return .article(index: number, url: article.url) }
    switch article.state {
    case .published, .faulty: return .article(index: number, url: article.url)
    case let state:
      return .refused(
        code: .unpublishedTarget,
        message: "This links to `\(index.name(of: number))`, which is \(state.rawValue).",
        hint: "Take the link out until that article is published.")
    }
  }

  func title(of article: Int) -> [UInt8] { index.articles[article].title }

  func image(at destination: [UInt8]) -> ImageTarget {
    let scheme = schemeEnd(of: destination)
    if scheme == 1 || destination.contains(UInt8(ascii: "\\"))
      || scheme == 4 && text(destination[..<4]).lowercased() == "file"
    {
      return .refused(
        code: .missingImage,
        message: scheme == nil
          ? "The path `\(text(destination[...]))` has backslashes; addresses have slashes."
          : "The path `\(text(destination[...]))` names a file on your computer.",
        hint: ownPath(ofFile: destination))
    }
    if scheme != nil || destination.starts(with: "//".utf8) {
      return .refused(
        code: .badImage, message: "The picture `\(text(destination[...]))` lies on another site.",
        hint: "Put the file beside the article: pages of this site load nothing from elsewhere.")
    }
    guard resolveFile(Self.path(of: destination)) else {
      return .refused(
        code: .missingImage, message: "The picture `\(text(destination[...]))` would lie outside `Content`.",
        hint: nil)
    }
    guard let file = index.filePaths[place] else {
      let images = index.files.filter(\.isImage).map(\.path)
      return .refused(
        code: .missingImage, message: "There is no picture `\(text(place[...]))`.",
        hint: NearestName.hint(for: text(place[...]), among: images) ?? ownPicture(named: destination))
    }
    usedFiles.append(file)
    guard index.files[file].isImage, let size = index.files[file].size else {
      if index.files[file].isDrawing {
        return .refused(
          code: .badImage, message: "`\(text(place[...]))` does not say how large it is.",
          hint: "Add `viewBox=\"0 0 400 300\"`, with the drawing's own width and height, to its `<svg>`.")
      }
      return .refused(
        code: .badImage, message: "`\(text(place[...]))` is no picture that browsers show.",
        hint: "Use a PNG, JPEG, GIF, WebP, AVIF or SVG file.")
    }
    return .image(index: file, url: index.files[file].url, width: size.width, height: size.height)
  }

  /// A file named in front matter.
  func file(at path: [UInt8]) -> LinkTarget {
    guard resolveFile(path[...]) else { return refused(path, "leads out of `Content`", hint: nil) }
    guard let file = index.filePaths[place] else {
      return .refused(
        code: .brokenLink, message: "There is no file `\(text(place[...]))`.",
        hint: NearestName.hint(for: text(place[...]), among: index.files.map(\.path)))
    }
    usedFiles.append(file)
    return .local(url: index.files[file].url)
  }

  /// Works out in `place` what a path from the article's folder, or from `Content` when it begins with `/`, is from the
  /// source folder; false when it leaves `Content`.
  private func resolveFile(_ path: ArraySlice<UInt8>) -> Bool {
    guard path.first == UInt8(ascii: "/") else { return resolve(path) }
    place = Array("Content".utf8) + ComposedText.composed(URLText.decode(path))
    return true
  }

  func citation(_ key: [UInt8]) -> Int? { allowsCitations ? index.references.table[key] : nil }

  func citationHint(_ key: [UInt8]) -> String? {
    guard allowsCitations else {
      return "Cite it in the article's text: front matter has no list of references."
    }
    return NearestName.hint(for: text(key[...]), among: index.references.table.names)
  }

  private func refused(_ destination: [UInt8], _ what: String, hint: String?) -> LinkTarget {
    .refused(code: .brokenLink, message: "The link `\(text(destination[...]))` \(what).", hint: hint)
  }

  func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
