import Diagnostics
import Files
import Markdown
import SiteModel
import Text

/// Whether what scripts load from this site by a path of their own is there. Limber writes another name into a path that starts at the
/// script itself; one that starts at the host or at the page stays as it is, and assets have no such names.
struct AssetPathCheck {
  private let index: SiteIndex
  private let assets: [Asset]
  private let rootFiles: [RootFile]
  private let base: String

  init(_ index: SiteIndex, _ design: SiteDesign) {
    self.index = index
    assets = design.assets
    rootFiles = design.rootFiles
    base = index.configuration.basePath
  }

  func run() -> [Diagnostic] {
    assets.flatMap { asset in
      asset.paths.compactMap { fault(of: $0, in: asset) }
        + asset.elsewhere.compactMap { whole in
          guard Self.isCode(whole.need), case .own(let rest) = index.host(of: whole.address)
          else { return nil }
          let path = ArticleReferences.path(of: rest)
          let text = whole.address.dropLast(rest.count - path.count)
          return fault(
            Asset.OwnPath(
              text: String(decoding: text, as: UTF8.self), start: .host, need: whole.need,
              position: whole.position),
            at: String(decoding: path, as: UTF8.self), in: asset)
        }
    }
  }

  private static func isCode(_ need: PolicyNeed.Kind) -> Bool {
    need == .load(.script) || need == .elsewhere(.worker) || need == .elsewhere(.serviceWorker)
  }

  private func fault(of path: Asset.OwnPath, in asset: Asset) -> Diagnostic? {
    switch path.start {
    case .root(let place): return fault(path, at: place, in: asset)
    case .host:
      guard path.text.hasPrefix(base + "/") else {
        return missing(path, "is outside this site, which starts at `\(base)/`", in: asset)
      }
      return fault(path, at: String(path.text.dropFirst(base.count)), in: asset)
    case .page:
      return missing(path, "starts at the page that loads this script, where no such file is", in: asset)
    case .package:
      return missing(path, "is the name of a package, which browsers cannot find", in: asset)
    }
  }

  /// `place` is a path from the site's root.
  private func fault(_ path: Asset.OwnPath, at place: String, in asset: Asset) -> Diagnostic? {
    let decoded = URLText.decode(Array(place.utf8)[...])
    let target = index.target(at: decoded)
    if case .rootFile(let file)? = target {
      if Array(file.address.utf8) == decoded { return nil }
    } else if asset.isStylesheet, let path = target.flatMap(index.path), URLText.decode(path[...]) == decoded
    {
      // Scripts load code and data; a stylesheet may show a picture of an article.
      return nil
    }
    return missing(
      path, path.start == .host ? "is not a file of this site" : "is not in `\(AssetReader.folder)`",
      in: asset)
  }

  private func missing(_ path: Asset.OwnPath, _ what: String, in asset: Asset) -> Diagnostic {
    .error(
      .missingAsset, file: asset.path, at: path.position, "`\(path.text)` \(what).",
      hint: hint(for: path, in: asset))
  }

  // MARK: Hints

  private func hint(for path: Asset.OwnPath, in asset: Asset) -> String? {
    let wanted = Self.name(path.text)
    func fromRoot(_ place: String) -> String {
      base.isEmpty ? "/" + place : written("../" + up(from: asset) + place, path, in: asset)
    }
    if let file = rootFiles.first(where: { Self.name($0.place) == wanted }) {
      return "Write `\(fromRoot(file.place))`."
    }
    // One in `assets` would answer for no page.
    if path.need == .elsewhere(.serviceWorker) {
      return "Save the file in `\(RootFile.folder)`, and write `\(fromRoot(wanted))`."
    }
    let names = assets.map { Self.name($0.path) }
    let candidates = path.start == .package ? [wanted + ".js", wanted + ".mjs", wanted] : [wanted]
    if let name = candidates.first(where: names.contains),
      let target = assets.first(where: { Self.name($0.path) == name })
    {
      return
        "Write `\(written(way(from: asset, to: target), path, in: asset))`: its published name changes with its content."
    }
    let near = NearestName.to(wanted, among: zip(names, assets).filter { $1.path != asset.path }.map(\.0))
    if let near, let target = assets.first(where: { Self.name($0.path) == near }) {
      return "Did you mean `\(written(way(from: asset, to: target), path, in: asset))`?"
    }
    guard asset.isStylesheet && path.start == .host || path.need.map(Self.isCode) ?? false else { return nil }
    let name = path.start == .package ? Self.fileName(ofPackage: path.text) : wanted
    return
      "Save the file in `\(AssetReader.folder)`, and write `\(written(up(from: asset, orHere: "./") + name, path, in: asset))`."
  }

  /// A path that starts at the script, as it stands where the path does.
  private func written(_ way: String, _ path: Asset.OwnPath, in asset: Asset) -> String {
    switch path.start {
    // What a stylesheet names starts at the stylesheet.
    case _ where asset.isStylesheet: way
    case .root, .package: way
    case .host where path.need == .load(.script): way
    case .host, .page: "new URL(\"\(way)\", import.meta.url)"
    }
  }

  /// From one asset to another.
  private func way(from asset: Asset, to target: Asset) -> String {
    let own = asset.path.split(separator: "/").dropLast()
    let other = target.path.split(separator: "/")
    let shared = zip(own, other.dropLast()).prefix { $0 == $1 }.count
    let rest = other.dropFirst(shared).joined(separator: "/")
    let up = own.count - shared
    return (up == 0 ? "./" : String(repeating: "../", count: up)) + rest
  }

  /// From an asset to the folder of all of them.
  private func up(from asset: Asset, orHere here: String = "") -> String {
    let depth = asset.path.split(separator: "/").count - 3
    return depth == 0 ? here : String(repeating: "../", count: depth)
  }

  private static func fileName(ofPackage name: String) -> String {
    let last = Self.name(name)
    return last.hasSuffix("js") ? last : last + ".js"
  }

  private static func name(_ path: String) -> String {
    String(path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...])
  }
}
