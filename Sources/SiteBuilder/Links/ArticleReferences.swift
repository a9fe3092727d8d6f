import Diagnostics
import Markdown

/// Answers what the links, pictures and citations of one article mean, and notes which files it uses. One for
/// each worker; `begin` sets the article.
final class ArticleReferences: MarkdownReferences {
  private let index: SiteIndex
  private var folder: Substring = ""
  /// Files below `Content` that the article shows or links to.
  private(set) var usedFiles: [Int] = []
  /// Whether citations are allowed; they are not in front matter, whose texts have no list of references.
  var allowsCitations = true

  init(_ index: SiteIndex) { self.index = index }

  func begin(_ article: Article) { begin(file: article.file) }

  /// `file` is relative to the source folder.
  func begin(file: String) {
    folder = PathText.folder(of: file)
    usedFiles.removeAll(keepingCapacity: true)
    allowsCitations = true
  }

  func link(to destination: [UInt8]) -> LinkTarget {
    guard let first = destination.first else {
      return .refused(code: .brokenLink, message: "This link leads nowhere.", hint: "Write where it leads between `(` and `)`.")
    }
    if first == UInt8(ascii: "#") { return .samePage }
    if let colon = schemeEnd(of: destination) { return link(scheme: destination[..<colon], destination) }
    let path = destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    return first == UInt8(ascii: "/") ? link(toAddress: path, destination) : link(toFile: path, destination)
  }

  /// Where the scheme of a URL ends (RFC 3986, section 3.1), if it has one.
  private func schemeEnd(of destination: [UInt8]) -> Int? {
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
    for known in ["https", "http", "mailto", "tel"] where SiteIndexBuilder.folded(scheme).elementsEqual(known.utf8) {
      let rest = destination.dropFirst(scheme.count + 1)
      let isComplete = known.hasPrefix("http") ? rest.starts(with: "//".utf8) && rest.count > 2 : !rest.isEmpty
      return isComplete ? .external : refused(destination, "is no complete address", hint: nil)
    }
    guard let kind = index.configuration.kinds.firstIndex(where: { $0.name.utf8.elementsEqual(scheme) }) else {
      return refused(
        destination, "begins with `\(text(scheme)):`, which is neither a kind of article nor a kind of address",
        hint: NearestName.hint(
          for: text(scheme), among: index.configuration.kinds.map(\.name) + ["https", "mailto", "tel"]))
    }
    let id = destination.dropFirst(scheme.count + 1).prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    if let article = index.ids[kind][id] { return target(article) }
    let name = index.configuration.kinds[kind].name
    return .refused(
      code: .brokenLink, message: "There is no \(name) `\(text(id))`.",
      hint: NearestName.hint(for: text(id), among: index.ids[kind].names))
  }

  /// A path from the site's root.
  private func link(toAddress path: ArraySlice<UInt8>, _ destination: [UInt8]) -> LinkTarget {
    if destination.starts(with: "//".utf8) {
      return refused(destination, "does not say how the other site is reached", hint: "Begin it with `https://`.")
    }
    let decoded = URLText.decode(path)
    guard let place = index.urls[SiteIndexBuilder.folded(decoded)] else {
      let slashed = decoded + [UInt8(ascii: "/")]
      let hint =
        index.urls[SiteIndexBuilder.folded(slashed)] != nil
        ? "Did you mean `\(text(slashed[...]))`?" : NearestName.hint(for: text(decoded[...]), among: index.urls.names)
      return refused(destination, "is no address of this site", hint: hint)
    }
    switch index.targets[place] {
    case .article(let article), .redirect(let article): return target(article)
    case .file(let file): usedFiles.append(file)
    case .kindIndex, .generated: break
    }
    return .local(url: index.basePath + destination)
  }

  /// A path from the article's folder.
  private func link(toFile path: ArraySlice<UInt8>, _ destination: [UInt8]) -> LinkTarget {
    guard let place = resolved(path) else {
      return refused(destination, "leads out of `Content`", hint: nil)
    }
    if let article = index.articlePaths[place.utf8] { return target(article) }
    if let file = index.filePaths[place.utf8] {
      usedFiles.append(file)
      return .local(url: index.files[file].url + destination.dropFirst(path.count))
    }
    if let kind = index.configuration.kinds.first(where: { "Content/\($0.folder)" == place }), !kind.isPage {
      return .local(url: index.basePath + Array(kind.path.utf8) + destination.dropFirst(path.count))
    }
    let hint = NearestName.hint(for: place, among: index.articlePaths.names)
    return .refused(code: .brokenLink, message: "There is no file `\(place)`.", hint: hint)
  }

  /// A path from the article's folder as one from the source folder; nil when it leaves `Content`.
  private func resolved(_ path: some Collection<UInt8>) -> String? {
    var parts = folder.split(separator: "/")
    let relative = String(decoding: URLText.decode(path), as: UTF8.self)
    for part in relative.split(separator: "/") where part != "." {
      if part == ".." { parts = parts.dropLast() } else { parts.append(part) }
      if parts.first != "Content" { return nil }
    }
    return parts.joined(separator: "/")
  }

  private func target(_ number: Int) -> LinkTarget {
    let article = index.articles[number]
    switch article.state {
    case .published, .faulty: return .article(index: number, url: article.url, title: article.title)
    default:
      return .refused(
        code: .unpublishedTarget,
        message: "This links to `\(index.name(of: number))`, which is \(article.state.rawValue).",
        hint: "Take the link out until that article is published.")
    }
  }

  func image(at destination: [UInt8]) -> ImageTarget {
    if schemeEnd(of: destination) != nil || destination.starts(with: "//".utf8) {
      return .refused(
        code: .badImage, message: "The picture `\(text(destination[...]))` lies on another site.",
        hint: "Put the file beside the article: pages of this site load nothing from elsewhere.")
    }
    let path = destination.prefix { $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "?") }
    let place =
      path.first == UInt8(ascii: "/") ? "Content" + String(decoding: URLText.decode(path), as: UTF8.self) : resolved(path)
    guard let place, let file = index.filePaths[place.utf8] else {
      let images = index.files.filter(\.isImage).map(\.path)
      return .refused(
        code: .missingImage, message: "There is no picture `\(place ?? text(destination[...]))`.",
        hint: NearestName.hint(for: place ?? "", among: images))
    }
    usedFiles.append(file)
    guard index.files[file].isImage, let size = index.files[file].size else {
      return .refused(
        code: .badImage, message: "`\(place)` is no picture that browsers show.",
        hint: "Use a PNG, JPEG, GIF, WebP or SVG file.")
    }
    return .image(index: file, url: index.files[file].url, width: size.width, height: size.height)
  }

  func citation(_ key: [UInt8]) -> Int? { allowsCitations ? index.references.table[key] : nil }

  func citationHint(_ key: [UInt8]) -> String? {
    guard allowsCitations else { return "Cite it in the article's text: front matter has no list of references." }
    return NearestName.hint(for: text(key[...]), among: index.references.table.names)
  }

  private func refused(_ destination: [UInt8], _ what: String, hint: String?) -> LinkTarget {
    .refused(code: .brokenLink, message: "The link `\(text(destination[...]))` \(what).", hint: hint)
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
