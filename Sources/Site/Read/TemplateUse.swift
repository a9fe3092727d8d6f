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

  /// Of files that are neither templates nor in a folder that is read, those that were meant for one.
  static func unread(_ paths: [String]) -> [Diagnostic] {
    paths.compactMap { path in
      let name = String(PathText.name(of: path))
      let ending = PathText.ending(of: name)
      let hint: String
      let isInRoot = isRootFile(name)
      if isInRoot {
        hint =
          "Move it to `\(RootFile.folder)`, which is published at the top of the site, or delete it."
      } else if assetEndings.contains(ending) {
        hint = "Move it to `\(AssetReader.folder)`, or delete it."
      } else if let start = name.lowercased().firstRange(of: ".mustache")?.lowerBound {
        hint = "Rename it to `\(name.lowercased()[..<start]).mustache`, or delete it."
      } else if templateEndings.contains(ending) {
        hint = "Rename it to `\(name.dropLast(ending.count + 1)).mustache`, or delete it."
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
