import SiteModel
import Text

/// What to do about a file below `Content` that nothing uses, which depends on what it is for.
struct UnusedFile {
  private let name: String
  private let configuration: SiteConfiguration
  /// Below the folder of the symptom checkers; nil for a file elsewhere.
  private let checkerName: String?
  /// Where it belongs if hosts and browsers ask for it at the top of the site; nil for any other.
  private let placeInRoot: String?
  private let isInRoot: Bool
  /// The file that it seems to be a copy of.
  private let original: String?

  /// `rootFiles` are the files that are published as they are; `isThere` says whether `Content` has a file at a path.
  init(
    _ path: String, named name: String, _ configuration: SiteConfiguration, rootFiles: [RootFile],
    isThere: (String) -> Bool
  ) {
    original = CopiedName.originals(of: name).first { isThere("\(PathText.folder(of: path))/\($0)") }
    self.name = name
    let place = RootFile.folder + "/" + name
    let isTop = path == "Content/" + name && TemplateUse.isRootFile(name)
    placeInRoot = isTop ? place : nil
    isInRoot = rootFiles.contains { $0.path == place }
    self.configuration = configuration
    let folder = SourceTree.checkerFolder + "/"
    checkerName = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : nil
  }

  var hint: String {
    if let placeInRoot {
      return isInRoot
        ? "Delete it: `\(placeInRoot)` is the one that is published."
        : "Move it to `\(placeInRoot)`, which is published at the top of the site, or delete it."
    }
    if let original { return "It looks like a copy of `\(original)`. Delete it, or use it in an article." }
    if let hint = checkerName.flatMap(hint(inChecker:)) ?? hintForData { return hint }
    if ["heic", "heif", "tif", "tiff", "bmp", "psd", "raw", "dng"].contains(ending) {
      return "Browsers do not show such pictures. Save it as JPEG and use that in an article, or delete it."
    }
    let plain = FileName.plain(name)
    if name.contains(where: { " \"'()[]<>“”‘’«»".contains($0) }), !plain.isEmpty {
      return
        "Markdown addresses cannot contain spaces, quotes or brackets. Rename the file to `\(plain)`, and use it in an article."
    }
    return mayBeArticle
      ? "Use it in an article, or delete it. If it is an article, rename it to `\(ArticleID.nearest(to: String(stem))).md`."
      : "Use it in an article, or delete it."
  }

  private var stem: Substring { name.prefix { $0 != "." } }
  private var ending: String { PathText.ending(of: name) }

  /// `causes.txt`, `causes.text`, and a name without an ending.
  private var mayBeArticle: Bool {
    ["", "txt", "text"].contains(ending) && !ArticleID.nearest(to: String(stem)).isEmpty
  }

  // MARK: Symptom checkers

  private func hint(inChecker path: String) -> String? {
    let parts = path.split(separator: "/")
    switch ending {
    case "md":
      return
        "Name it in a checker, as in `advice: \(path)`, or delete it. If it is an article, move it to the folder of its kind."
    case "svg":
      return parts.count == 1
        ? "Show it with a question of a checker, as in `picture: \(name.dropLast(4))`, or delete it."
        : "Move it to `\(SourceTree.checkerFolder)`, where checkers look for drawings, or delete it."
    case "yaml", "tsv":
      if parts.count > 1 {
        return "Move it to `\(SourceTree.checkerFolder)`, where checkers are read, or delete it."
      }
      for part in [".vignettes.yaml", ".paths.tsv"] where name.hasSuffix(part) {
        let id = name.dropLast(part.count)
        return
          "It belongs to the checker `\(id).yaml`, which does not exist. Rename it like its checker, or delete it."
      }
      return nil
    default:
      return "Only the texts (`.md`) and drawings (`.svg`) of a checker belong here. Move it, or delete it."
    }
  }

  // MARK: Data of the site

  /// A known name with the code of a language behind a hyphen, underscore or space.
  private func translated(among known: [String]) -> (original: String, code: String)? {
    for original in known {
      let own = original.split(separator: ".")[0]
      guard stem.hasPrefix(own), let sign = stem.dropFirst(own.count).first, "-_ ".contains(sign) else {
        continue
      }
      let code = stem.dropFirst(own.count + 1).lowercased()
      if code.utf8.count == 2, LanguageCode.isTag(code) { return (original, code) }
    }
    return nil
  }

  private var hintForData: String? {
    switch ending {
    case "vtt", "srt":
      return "Name it as the captions of a video, or delete it."
    case "bib", "ris", "enw", "nbib":
      return
        "References are read from `\(References.file)`. Export them as CSL JSON to that file, then delete this one."
    case "yaml", "json":
      let known = [References.file, RedFlags.file, PictureCredits.file].map {
        String($0.dropFirst("Content/".count))
      }
      if name == "drawings.yaml" || name == "translated.yaml" {
        return
          "Such a file is for another language of the site: name it `\(stem).es.yaml` for Spanish, or delete it."
      }
      // `red-flags-es.yaml`: moved as it is, it would take the place of the original.
      if let (original, code) = translated(among: known) {
        return
          "If it translates `\(original)`, rename it to `\(original.split(separator: ".")[0]).\(code).\(ending)`."
      }
      return (known.contains(name) ? name : NearestName.to(name, among: known)).map {
        "If it is `\($0)`, move it to `Content/\($0)`. Otherwise, delete it."
      } ?? "Limber does not read it. Link to it from an article as a download, or delete it."
    default: return nil
    }
  }
}
