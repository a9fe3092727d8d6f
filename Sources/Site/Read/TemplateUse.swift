import Diagnostics
import Mustache
import SiteModel
import Text

/// Files in `Templates` that no page is made with: copies, misspelt names, files in the wrong folder.
enum TemplateUse {
  /// Templates that Limber looks for by name, besides those of kinds.
  private static let names = [
    "home", "index", "404", "checker", Programme.template, GeneratedPages.searchTemplate,
    GeneratedPages.withdrawnTemplate,
  ]

  static func unused(_ library: TemplateLibrary, _ kinds: [Kind]) -> [Diagnostic] {
    let wanted = names + kinds.map(\.name)
    return library.unused(besides: wanted).map { source in
      let isPartial = source.file.hasPrefix("Templates/partials/")
      let copy = CopiedName.original(of: source.name[...]).map(String.init)
      let hint: String
      if let copy {
        hint =
          "If it is a copy of `\(copy).mustache`, delete it. A template of a kind has the name of the kind, in `Templates`."
      } else if isPartial {
        hint = "Write `{{>\(source.name)}}` where it belongs, or delete it."
      } else if let meant = NearestName.to(source.name, among: wanted.filter { !library.contains($0) }) {
        hint = "If it is the template `\(meant)`, rename it to `\(meant).mustache`. Otherwise, delete it."
      } else {
        hint =
          "Give it the name of a kind in `site.yaml`, write `{{<\(source.name)}}` in the templates that are made with it, or delete it."
      }
      return .warning(
        .unusedTemplate, file: source.file, at: nil,
        "No page is made with this \(isPartial ? "partial" : "template").", hint: hint)
    }
  }

  /// The path of the template that a file was meant to be, whose name has another ending; nil for other files.
  private static func template(meantBy path: String) -> String? {
    let name = PathText.name(of: path)
    let ending = PathText.ending(of: name)
    let folder = PathText.folder(of: path)
    if let start = name.lowercased().firstRange(of: ".mustache")?.lowerBound {
      return "\(folder)/\(name.lowercased()[..<start]).mustache"
    }
    return templateEndings.contains(ending) ? "\(folder)/\(name.dropLast(ending.count + 1)).mustache" : nil
  }

  /// `found`, with one error for each template that is missed only because of the end of its name, at its file.
  static func renamed(_ found: [Diagnostic], _ others: [String]) -> [Diagnostic] {
    let misnamed = Dictionary(
      others.compactMap { path in template(meantBy: path).map { ($0, path) } }, uniquingKeysWith: { $1 })
    if misnamed.isEmpty { return found }
    var missed: Set<String> = []
    let rest = found.filter { fault in
      guard let place = places(missedBy: fault).first(where: { misnamed[$0] != nil }) else { return true }
      missed.insert(place)
      return false
    }
    return rest
      + missed.sorted().compactMap { place in
        misnamed[place].map { path in
          .error(
            .missingTemplate, file: path, at: nil,
            "`\(PathText.name(of: path))` is not read, because the name of a template must end in `.mustache`.",
            hint: "Rename it to `\(PathText.name(of: place))`.")
        }
      }
  }

  /// Where the template or partial may lie that a fault says is not there.
  private static func places(missedBy fault: Diagnostic) -> [String] {
    switch fault.code {
    case .missingTemplate: return fault.file.map { [$0] } ?? []
    case .templateMissingPartial, .templateMissingParent:
      let parts = fault.message.split(separator: "`")
      guard parts.count > 1 else { return [] }
      return ["Templates/partials/", "Templates/"].map { "\($0)\(parts[1]).mustache" }
    default: return []
    }
  }

  /// Of files that are neither templates nor in a folder that is read, those that were meant for one. `told` are the files of which
  /// something was told.
  static func unread(_ paths: [String], besides told: Set<String>) -> [Diagnostic] {
    paths.filter { !told.contains($0) }.compactMap { path in
      let name = String(PathText.name(of: path))
      let ending = PathText.ending(of: name)
      let hint: String
      let isInRoot = isRootFile(name)
      if isInRoot {
        hint =
          "Move it to `\(RootFile.folder)`, which is published at the top of the site, or delete it."
      } else if assetEndings.contains(ending) {
        hint = "Move it to `\(AssetReader.folder)`, or delete it."
      } else if let place = template(meantBy: path) {
        hint = "Rename it to `\(PathText.name(of: place))`, or delete it."
      } else {
        return nil
      }
      return .warning(
        .unusedTemplate, file: path, at: nil,
        "`\(name)` is not read, because of \(isInRoot ? "the folder it is in" : reason(ending)).",
        hint: hint)
    }
  }

  /// Whether hosts and browsers ask for a file of that name at the top of a site.
  static func isRootFile(_ name: String) -> Bool {
    let small = name.lowercased()
    return rootNames.contains(small) || rootStarts.contains { small.hasPrefix($0) }
  }

  private static let rootNames: Set = [
    "robots.txt", "humans.txt", "ads.txt", "security.txt", "llms.txt", "cname", "favicon.ico", "_headers",
    "_redirects", ".htaccess", ".nojekyll", "sitemap.xml", "site.webmanifest", "manifest.webmanifest",
    "browserconfig.xml",
  ]
  /// Pictures for phones, and what proves to others whose site it is.
  private static let rootStarts = ["apple-touch-icon", "google", "bingsiteauth", "yandex_"]

  private static func reason(_ ending: String) -> String {
    assetEndings.contains(ending) ? "the folder it is in" : "the end of its name"
  }

  private static let assetEndings: Set = [
    "css", "js", "mjs", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "woff",
    "woff2", "ttf", "otf",
  ]
  private static let templateEndings: Set = ["html", "htm", "hbs", "handlebars", "njk", "liquid"]
}
