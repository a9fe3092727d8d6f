import Diagnostics
import Markdown
import SiteModel
import Text

/// Files of the source that an article names: other articles, pictures, downloads.
extension ArticleReferences {
  /// A path from the article's folder.
  func link(toFile path: ArraySlice<UInt8>, _ destination: [UInt8]) -> LinkTarget {
    guard resolve(path) else {
      return refused(destination, "goes outside `Content`", hint: LinkSlip.hint(for: destination))
    }
    if let article = index.articlePaths[place] { return target(article) }
    let rest = destination[path.count...]
    if let file = index.filePaths[place] {
      usedFiles.append(file)
      return .local(url: index.publishedURL(ofFile: file) + rest)
    }
    if index.isStray(place) { return .local(url: destination) }
    if destination.contains(UInt8(ascii: "\\")) {
      return refused(
        destination, "has backslashes, but addresses need slashes", hint: ownPath(ofFile: destination))
    }
    let shown = text(place[...])
    if let kind = index.configuration.kinds.first(where: { "Content/\($0.folder)" == shown }), !kind.isPage {
      return .local(url: index.basePath + Array(kind.path.utf8) + rest)
    }
    let (isRenamed, path) = meantPath(for: shown)
    let meant = path.map { "Did you mean `\($0)\(text(rest))`?" }
    if meant == nil, let slip = LinkSlip.hint(for: destination) {
      return refused(destination, "is not a file", hint: slip)
    }
    return .refused(
      code: .brokenLink, message: "The file `\(shown)` does not exist.",
      hint: meant ?? "Write the path of a file that exists, or a kind and an id, such as `\(example)`.",
      cause: meant == nil || isRenamed || shown.hasSuffix(".md") ? shown : nil)
  }

  /// How the article at hand names the file that was probably meant: looked for once, however often the path is written.
  private func meantPath(for path: String) -> (isRenamed: Bool, path: String?) {
    if let known = meantPaths[path] { return known }
    let near =
      hints.nearest(to: path, in: .articleFiles) ?? hints.nearest(to: path, in: .files)
      ?? hints.article(namedLike: path) ?? hints.file(namedLike: path)
      // An id alone: `[the exercise](wall-sit)`.
      ?? (path.contains(".") ? nil : hints.article(namedLike: path + ".md"))
      // The page that another generator makes of it.
      ?? (path.hasSuffix(".html") ? hints.article(namedLike: path.dropLast(5) + ".md") : nil)
    let renamed = near == nil ? renamedFile(path) : nil
    let meant = (isRenamed: renamed != nil, path: (near ?? renamed).map { relativePath(to: $0) })
    meantPaths[path] = meant
    return meant
  }

  /// The file of the article that the one at a path was renamed to.
  private func renamedFile(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    guard parts.count == 3, parts[2].hasSuffix(".md"),
      let kind = index.configuration.kinds.firstIndex(where: { $0.folder == parts[1] })
    else { return nil }
    return hints.renamed(String(parts[2].dropLast(3)), kind: kind).map { hints.file(of: $0, kind: kind) }
  }

  /// How the article at hand names a file of the source.
  func relativePath(to file: String) -> String {
    let own = text(folder[...]).split(separator: "/")
    let parts = file.split(separator: "/")
    let shared = zip(own, parts.dropLast()).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: own.count - shared) + parts[shared...].map(String.init)
    return String(decoding: URLText.encode(path: steps.joined(separator: "/")), as: UTF8.self)
  }

  func image(at destination: [UInt8]) -> ImageTarget {
    let target = picture(at: destination)
    if keepsQuestions {
      asked.ask(.picture, destination)
      asked.answer(target, index, usedFiles: usedFiles.count)
    }
    return target
  }

  private func picture(at destination: [UInt8]) -> ImageTarget {
    if isVideo(destination) { return findVideo(at: destination) }
    var written = destination[...]
    if Self.schemeEnd(of: destination) != nil || destination.starts(with: "//".utf8) {
      guard case .own(let path) = index.host(of: destination) else {
        return pictureElsewhere(destination)
      }
      written = path
    }
    guard resolveFile(Self.path(of: written)) else {
      return .refused(
        code: .missingImage, message: "The picture `\(text(destination[...]))` is outside `Content`.",
        hint: nil)
    }
    guard let file = index.filePaths[place] else {
      if destination.contains(UInt8(ascii: "\\")) {
        return .refused(
          code: .missingImage,
          message: "The path `\(text(destination[...]))` has backslashes, but addresses need slashes.",
          hint: ownPath(ofFile: destination))
      }
      let shown = text(place[...])
      return .refused(
        code: .missingImage, message: "The picture `\(shown)` does not exist.",
        hint: (hints.nearest(to: shown, in: .pictures) ?? hints.file(namedLike: shown)).map {
          "Did you mean `\(relativePath(to: $0))`?"
        }
          ?? LinkSlip.hint(for: destination))
    }
    usedFiles.append(file)
    guard index.files[file].isImage, let size = index.files[file].size else {
      if index.files[file].isDrawing {
        return .refused(
          code: .badImage, message: "`\(text(place[...]))` does not give its size.",
          hint: "Add `viewBox=\"0 0 400 300\"`, with the drawing's own width and height, to its `<svg>` tag.")
      }
      return .refused(
        code: .badImage, message: "`\(text(place[...]))` is not a picture that browsers can show.",
        hint: "Use a PNG, JPEG, GIF, WebP, AVIF or SVG file.")
    }
    guard let photograph = index.files[file].photograph else {
      return .image(index: file, url: index.files[file].url, width: size.width, height: size.height)
    }
    let largest = photograph.largest
    return .image(
      index: file, url: photograph.url(of: largest, index.basePath), width: largest.size.width,
      height: largest.size.height,
      sources: ImageSources(
        plain: photograph.sourceSet(isWebP: false, index.basePath),
        webP: photograph.sourceSet(isWebP: true, index.basePath), sizes: photograph.shownWidth))
  }

  /// Shown where `content-policy` allows it; its size is not known.
  private func pictureElsewhere(_ destination: [UInt8]) -> ImageTarget {
    let written = text(destination[...])
    if LinkSlip.isOnOwnDisk(written) {
      return .refused(
        code: .badImage, message: "The picture `\(written)` is on your own computer.",
        hint: ownPath(ofFile: destination))
    }
    if let parts = WebAddressParts(destination), Self.isPageOfPictures(parts) {
      return .refused(
        code: .badImage, message: "`\(written)` is a page of another site, not a picture.",
        hint: "Link to it: `[What it shows](\(written))`. Or save the picture itself next to the article.")
    }
    var hint = "Save the file next to the article: pages on this site do not load anything from other sites."
    if case .another = index.host(of: destination), let parts = WebAddressParts(destination), parts.isSecure {
      let sources = index.configuration.sources
      if sources.allows(parts, as: .image) { return .image(index: -1, url: destination, width: 0, height: 0) }
      if ContentSource(parts.origin) != nil {
        hint =
          "Save the file next to the article, or let pages load it. \(sources.hint(toAllow: parts.origin, as: .image))"
      }
    }
    return .refused(
      code: .badImage, message: "The picture `\(written)` is on another site.", hint: hint)
  }

  /// Whether an address is that of a page on which people show pictures and films, as their apps share it.
  private static func isPageOfPictures(_ address: WebAddressParts) -> Bool {
    let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
    let name = address.path.split(separator: "/").last ?? ""
    return pagesOfPictures.contains(host) && !PictureName.isOne(Array(name.utf8))
  }

  private static let pagesOfPictures: Set = [
    "instagram.com", "facebook.com", "tiktok.com", "twitter.com", "x.com", "pinterest.com", "flickr.com",
    "photos.google.com", "photos.app.goo.gl", "drive.google.com", "dropbox.com", "icloud.com", "imgur.com",
    "linkedin.com",
  ]

  /// A file named in front matter.
  func file(at path: [UInt8]) -> LinkTarget {
    let target = download(at: path)
    if keepsQuestions {
      asked.ask(.file, path)
      asked.answer(target, index, usedFiles: usedFiles.count)
    }
    return target
  }

  private func download(at path: [UInt8]) -> LinkTarget {
    guard resolveFile(path[...]) else { return refused(path, "goes outside `Content`", hint: nil) }
    guard let file = index.filePaths[place] else {
      let shown = text(place[...])
      return .refused(
        code: .brokenLink, message: "The file `\(shown)` does not exist.",
        hint: (hints.nearest(to: shown, in: .files) ?? hints.file(namedLike: shown)).map {
          "Did you mean `\(relativePath(to: $0))`?"
        })
    }
    usedFiles.append(file)
    return .local(url: index.publishedURL(ofFile: file))
  }

  /// Works out in `place` what a path from the article's folder, or from `Content` when it begins with `/`, is from the
  /// source folder; false when it leaves `Content`.
  func resolveFile(_ path: ArraySlice<UInt8>) -> Bool {
    guard path.first == UInt8(ascii: "/") else { return resolve(path) }
    place = Array("Content".utf8) + ComposedText.composed(URLText.decode(path))
    return true
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
}
