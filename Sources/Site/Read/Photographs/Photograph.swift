import SiteModel
import Text

/// A photograph as it is published: upright, without what it says of place and device, in several widths and in two forms each.
/// All of that follows from the original's bytes and the settings, so addresses and sizes are known before any of it is made.
package struct Photograph: Equatable, Sendable {
  /// How the original is written: with loss, or without. Of a PNG file, which may be a screenshot, no pixel is given up. A WebP file is
  /// one or the other.
  package enum Form: Sendable { case jpeg, png }

  /// The original, relative to the source folder.
  let path: String
  /// Of the original's bytes.
  let hash: FileHash
  let form: Form
  /// Ascending by width.
  let sizes: [ImageSize]
  let quality: PictureSettings.Quality
  /// The attribute `sizes` where it stands in an article's text.
  let shownWidth: [UInt8]

  /// One file of it.
  struct Version: Sendable {
    let size: ImageSize
    let isWebP: Bool
  }

  /// `size` is that of the original as browsers show it.
  init(path: String, hash: FileHash, form: Form, size: ImageSize, _ settings: PictureSettings) {
    self.path = path
    self.hash = hash
    self.form = form
    quality = settings.quality
    shownWidth = Array(settings.sizes.utf8)
    let smaller = settings.widths.filter { $0 < size.width }
    let largest = min(size.width, settings.widths.last ?? size.width)
    sizes = (smaller.last == largest ? smaller : smaller + [largest]).map { width in
      ImageSize(width: width, height: max(1, (size.height * width + size.width / 2) / size.width))
    }
  }

  /// What browsers that know neither WebP nor `srcset` load, and what links lead to.
  var largest: Version { Version(size: sizes[sizes.count - 1], isWebP: false) }

  var versions: [Version] {
    sizes.flatMap { [Version(size: $0, isWebP: true), Version(size: $0, isWebP: false)] }
  }

  /// What tells its files from those of others: the original and how it is made.
  private var key: FileHash {
    var key = RecordWriter()
    key.hash(hash)
    for number in [quality.jpeg, quality.webP] + sizes.map(\.width) { key.number(number) }
    return FileHash(key.bytes)
  }

  /// Where a file of it is published, relative to the output folder.
  func place(of version: Version) -> String {
    "assets/\(stem)-\(version.size.width).\(String(key.high, radix: 36)).\(ending(of: version))"
  }

  /// Where a cache keeps it. `circumstances` are all that the bytes depend on beside the original and the settings.
  func cacheKey(of version: Version, _ circumstances: FileHash) -> FileHash {
    var key = RecordWriter()
    key.hash(circumstances)
    key.hash(self.key)
    key.number(version.size.width)
    key.number(version.size.height)
    key.number(version.isWebP ? 1 : 0)
    key.number(form == .jpeg ? 1 : 0)
    return FileHash(key.bytes)
  }

  /// As libvips reads it from the end of a file's name.
  func ending(of version: Version) -> String {
    if version.isWebP { return "webp" }
    return form == .jpeg ? "jpg" : "png"
  }

  /// The original's name in letters, digits and hyphens of ASCII.
  private var stem: String {
    let name = PathText.name(of: path)
    let stem = name[..<(name.lastIndex(of: ".") ?? name.endIndex)]
    var plain = ""
    for byte in stem.lowercased().utf8 {
      let isPlain = byte &- 0x61 < 26 || byte &- 0x30 < 10
      if isPlain {
        plain.unicodeScalars.append(Unicode.Scalar(byte))
      } else if plain.last != "-" {
        plain += "-"
      }
    }
    while plain.hasSuffix("-") { plain.removeLast() }
    while plain.hasPrefix("-") { plain.removeFirst() }
    return plain.isEmpty ? "picture" : String(plain.prefix(60))
  }
}

extension Photograph {
  /// The path of a file's URL, base path included.
  func url(of version: Version, _ basePath: [UInt8]) -> [UInt8] {
    basePath + Array("/\(place(of: version))".utf8)
  }

  /// The attribute `srcset`: all widths of one form.
  func sourceSet(isWebP: Bool, _ basePath: [UInt8]) -> [UInt8] {
    var set: [UInt8] = []
    for size in sizes {
      if !set.isEmpty { set += Array(", ".utf8) }
      set += url(of: Version(size: size, isWebP: isWebP), basePath)
      set += Array(" \(size.width)w".utf8)
    }
    return set
  }
}
